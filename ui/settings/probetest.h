// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/accesssource.h"
#include "core/probe/prober.h"

#include <QTimer>

#include <memory>

namespace sockeye {

struct ProbeTestResult {
    AttemptFinished attempt;
    std::optional<std::chrono::nanoseconds> rtt; //!< of the first ping; nothing when it was not answered
};

//! \brief Opens one connection, pings once and closes. Emits finished() once, never before start() returned.
//! Deleting it ends the test.
class ProbeTest final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeTest)

public:
    //! \brief What a test is made with; the references must outlive it.
    struct Surroundings {
        const SecretSource &secrets;
        const Clock &clock;
        TransportFactory factory;
    };

    ProbeTest(ProbeTarget target, Surroundings surroundings, QObject *parent = nullptr);
    ~ProbeTest() override;

    void start();

Q_SIGNALS:
    void pinging(); //!< the connection is open
    void finished(const sockeye::ProbeTestResult &result);

private:
    void probe(const ProbeAccess &access);
    void take(const ProbeEvent &event);
    void finish();

    ProbeTarget m_target;
    Surroundings m_with;
    AccessSource m_access;
    std::unique_ptr<Prober> m_prober;
    QTimer m_timer;
    ProbeTestResult m_result;
    bool m_done = false;
};

} // namespace sockeye
