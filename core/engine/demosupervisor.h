// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/engine/workspace.h"

#include <QObject>

#include <memory>

namespace sockeye {

struct DemoError {
    enum class Kind { ProgramMissing, StartFailed, NotReady, DiedEarly, ConfigUnwritable };

    Kind kind = Kind::StartFailed;
    QString program; //!< "sockeye-demo" or "prometheus"
    QString detail; //!< the operating system's words or the last lines of the program's log
};

//! \brief A fault of the demo service, switched on for a while over HTTP.
struct DemoFault {
    enum class Kind { Slow, Drop, Close, Refuse, Stall, Storm, MetricsOff, Errors, Busy, Leak };

    Kind kind = Kind::Slow;
    std::chrono::seconds duration{120};
    //! Milliseconds with Slow, the code with Close, the status with Refuse, percent with Errors and Busy,
    //! megabytes with Leak. With 0 the demo takes its own.
    int parameter = 0;
};

//! \brief Runs sockeye-demo and a Prometheus that scrapes it as children on free loopback ports. Both end
//! with this process, also when it is killed (PR_SET_PDEATHSIG). Main thread only.
class DemoSupervisor final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoSupervisor)

public:
    struct Config {
        QString demoProgram;
        QString prometheusProgram;
        QString dataFolder; //!< private to this run; made if missing
        int clients = 200;
        std::chrono::milliseconds scrapeInterval{2'000};
    };

    explicit DemoSupervisor(Config config, QObject *parent = nullptr);
    ~DemoSupervisor() override;

    void start();
    void stop();
    //! \brief The workspace that watches the demo, with rules of short windows. Valid after ready().
    [[nodiscard]] Workspace workspace() const;
    void inject(const DemoFault &fault);
    void clearFaults();
    //! \brief Kills or restarts the child Prometheus. For tests of blindness.
    void killPrometheusForTest();
    void restartPrometheus();

    [[nodiscard]] QUrl prometheusUrl() const;
    [[nodiscard]] QUrl webSocketUrl() const;
    [[nodiscard]] QUrl metricsUrl() const;

Q_SIGNALS:
    void ready();
    void failed(const sockeye::DemoError &error);
    void faultAnswered(bool accepted, const QString &detail);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
