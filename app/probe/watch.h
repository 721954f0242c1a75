// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/probefleet.h"

#include "app/probe/commandline.h"
#include "app/probe/watchlog.h"

#include <QTextStream>
#include <QTimer>

namespace sockeye::cli {

//! \brief Holds one connection and writes about it until it is told to stop, or as many pings are settled as
//! were asked for.
class Watch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Watch)

public:
    //! All references must outlive the watch.
    struct Surroundings {
        const SecretSource &secrets;
        const Clock &clock;
        TransportFactory transports; //!< called on the probe thread
        QTextStream &out;
    };

    Watch(const Options &options, Surroundings surroundings);
    ~Watch() override;

    void start();
    //! \brief Closes the connection, which may take some seconds, and writes the summary.
    void stop();

Q_SIGNALS:
    //! \brief Once, at the end of stop().
    void finished(bool isOk);

private:
    void take(const std::vector<ProbeReport> &reports);
    void idle();
    void print(const QString &text);

    Options m_options;
    QTextStream &m_out;
    WatchLog m_log;
    ProbeFleet m_fleet;
    QTimer m_second;
    bool m_hasPrinted = false; //!< within this second
    bool m_isStopped = false;
};

} // namespace sockeye::cli
