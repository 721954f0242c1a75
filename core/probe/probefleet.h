// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/http/secret.h"
#include "core/probe/proberesult.h"
#include "core/probe/probetarget.h"
#include "core/probe/websockettransport.h"

#include <QObject>

namespace sockeye {

//! \brief Many probers on a probe thread of their own, so that an RTT is never measured by a thread that also
//! paints. Lives on the main thread. Reports are queued and handed over at most once a frame.
class ProbeFleet final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeFleet)

public:
    //! \a clock and \a secrets must outlive the fleet. \a factory is called on the probe thread.
    ProbeFleet(const Clock &clock, const SecretSource &secrets, TransportFactory factory, RandomSource random,
        QObject *parent = nullptr);
    ~ProbeFleet() override;

    //! \brief Starts, keeps or stops probers so that exactly \a targets are probed; a changed target starts
    //! anew. Gets what each needs (see AccessSource), and starts it when that is there; what comes or changes
    //! later is picked up at the next reconnect.
    void setTargets(const std::vector<ProbeTarget> &targets);
    //! \brief Closes all connections, waits for the thread to end, and hands over the last reports. Waits 8 s
    //! at most: a thread that hangs longer is left behind. The destructor does the same, without the reports.
    void shutDown();

    //! \brief When the probe thread last said that it is alive (four times a second). A thread that hangs is
    //! blindness, not health.
    [[nodiscard]] MonotonicTime lastHeartbeat() const;

    //! \brief Blocks the probe thread, to show what a hung one looks like. For tests.
    void hangForTest(std::chrono::milliseconds duration);

Q_SIGNALS:
    //! \brief All reports since the last signal, oldest first.
    void reported(const std::vector<sockeye::ProbeReport> &reports);
    void commandsWaiting(QPrivateSignal);

private:
    class Private;

    void ring() { Q_EMIT commandsWaiting(QPrivateSignal()); }

    std::unique_ptr<Private> d;
};

} // namespace sockeye
