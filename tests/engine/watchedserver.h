// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"
#include "core/settings/secretstore.h"

#include "tests/engine/fakeprometheus.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordingnotifier.h"

#include <QTemporaryDir>

namespace sockeye::test {

// What the server answers from the start, and the one service that it knows.
inline const auto queue = QStringLiteral("queue_length");
inline const auto up = QStringLiteral("up{job=\"api\"}");
inline const ServiceId api{QStringLiteral("api")};

//! \brief Watches the one service, with a rule that the queue is not longer than ten for 20 s.
[[nodiscard]] Workspace workspaceAt(const QUrl &url);
//! \brief A chart of one thing that shows the rule.
[[nodiscard]] PanelSpec panelOf(const PanelBinding &binding);

//! \brief A program that watches: may be ended and started again over the same history.
struct Program {
    Program(const Clock &clock, const Workspace &workspace, const QString &historyPath);

    [[nodiscard]] AlertPhase phase() const;
    [[nodiscard]] OverallStatus::Kind kind() const { return session.overall().kind; }
    [[nodiscard]] ServiceStatus service() const { return session.services().front(); }

    SessionSecrets secrets;
    HistoryDatabase history;
    RecordingNotifier notifier;
    MonitorSession session;
};

//! \brief What tests of a session stand on: a program over a server that answers what it is told, on a clock
//! that the test moves.
class WatchedServer : public QObject {
    Q_OBJECT

protected:
    WatchedServer();
    ~WatchedServer() override;

    void begin();
    void end();
    //! \brief Lets time pass, half a second at each look.
    [[nodiscard]] bool passing();
    //! \brief Lets time stand still while answers are on their way: nothing more than expected comes due, and
    //! round trips take no time.
    [[nodiscard]] bool ticking();
    //! \brief Waits until all is well.
    void startWell();
    [[nodiscard]] QString historyPath() const;

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakePrometheus> m_server;
    std::unique_ptr<Program> m_program;
};

} // namespace sockeye::test
