// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/prober.h"
#include "core/probe/reportmailbox.h"

#include <QTimer>

#include <atomic>
#include <map>

namespace sockeye {

//! \brief What a fleet and its worker share between their threads.
struct FleetShared {
    ReportMailbox mailbox;
    std::atomic<std::chrono::nanoseconds::rep> heartbeat{0};
};

//! \brief The probers of one probe thread and the one timer that drives them. Made on the main thread, then
//! moved; used on the probe thread only.
class ProbeWorker final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeWorker)

public:
    //! \brief What differs from before.
    struct Change {
        std::vector<TargetId> removed;
        std::vector<Prober::Config> started; //!< new, or to be started anew
    };

    ProbeWorker(const Clock &clock, TransportFactory factory, RandomSource random,
        std::shared_ptr<FleetShared> shared);
    ~ProbeWorker() override;

    void start();
    void apply(const Change &change);
    void setAuthorization(const TargetId &target, const QByteArray &authorization, bool secretMissing);
    //! \brief Closes all connections; stopped() follows when all are closed.
    void stop();

Q_SIGNALS:
    void reportsWaiting(); //!< the mailbox was empty and has something now
    void stopped();

private:
    struct Slot {
        std::unique_ptr<Prober> prober;
        std::optional<Prober::Config> successor; //!< starts when the prober has closed
        bool leaving = false;
    };

    void launch(Slot &slot, const Prober::Config &config);
    void dismiss(Slot &slot);
    void receive(ProbeReport report);
    void wake();
    void sweep();
    void rearm();

    const Clock &m_clock;
    TransportFactory m_factory;
    RandomSource m_random;
    std::shared_ptr<FleetShared> m_shared;
    std::map<TargetId, Slot> m_slots;
    QTimer m_timer;
    bool m_wakeQueued = false;
    bool m_stopping = false;
};

} // namespace sockeye
