// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/console.h"
#include "tests/support/notificationdaemon.h"
#include "tests/support/privatebus.h"

#include <vector>

namespace sockeye {
class Panel;
}

namespace sockeye::test {

//! \brief A console as the program makes it, on a bus of its own whose notification server remembers, and a
//! record of what the user was told.
class WatchedDesktop final {
    Q_DISABLE_COPY_MOVE(WatchedDesktop)

public:
    //! How things were said to be at one moment, in every place that says it.
    struct Told {
        OverallStatus::Kind kind = OverallStatus::Kind::Waiting;
        Health sentence = Health::Unknown;
        TrayState::Shape tray = TrayState::Shape::Unknown;

        [[nodiscard]] bool isWell() const
        {
            return kind == OverallStatus::Kind::Well || sentence == Health::Well
                || tray == TrayState::Shape::Well;
        }
    };

    WatchedDesktop(PrivateBus &bus, const Workspace &workspace);
    ~WatchedDesktop();

    [[nodiscard]] MainWindow &window() { return m_console.window(); }
    [[nodiscard]] MonitorSession &session() { return m_console.session(); }
    [[nodiscard]] NotificationDaemon &daemon() { return m_daemon; }

    [[nodiscard]] Told told();
    //! \brief Every Told since startRecord().
    [[nodiscard]] const std::vector<Told> &record() const { return m_record; }
    void startRecord() { m_record = {told()}; }
    [[nodiscard]] bool everSaidWell() const;
    [[nodiscard]] TrayState tray() const { return m_console.tray().state(); }

    //! \brief The popups that were asked for under this title.
    [[nodiscard]] std::vector<NotifyCall> popups(const QString &summary) const;
    [[nodiscard]] std::optional<ActiveAlert> alert(const QString &rule);
    [[nodiscard]] AlertPhase phaseOf(const QString &rule);
    [[nodiscard]] QString panelState(const QString &key);
    //! \brief The panels that a notice led to.
    [[nodiscard]] QList<Panel *> markedPanels();

private:
    SystemClock m_clock;
    SessionSecrets m_secrets;
    Theme m_theme;
    NotificationDaemon m_daemon;
    Console m_console;
    std::vector<Told> m_record;
};

} // namespace sockeye::test
