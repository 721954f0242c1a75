// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/watcheddesktop.h"

#include "ui/mainwindow/topbar.h"
#include "ui/panels/panel.h"

#include <QJsonArray>
#include <QTest>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

//! Two ends that talk over the wire, and another pair for each desktop.
QDBusConnection nextConnection(PrivateBus &bus)
{
    static int count = 0;
    return bus.connect(u"desktop-%1"_s.arg(++count));
}

} // namespace

WatchedDesktop::WatchedDesktop(PrivateBus &bus, const Workspace &workspace)
    : m_daemon(nextConnection(bus))
    , m_console({m_clock, m_secrets, m_theme, {}, {}, nextConnection(bus)}, workspace, u":memory:"_s)
{
    const bool hasName = m_daemon.start();
    QVERIFY(hasName);
    // Connected after the console's own slots, which have spoken by then.
    QObject::connect(
        &session(), &MonitorSession::overallChanged, &m_daemon, [this] { m_record.push_back(told()); });
    window().show();
    m_console.start();
}

WatchedDesktop::~WatchedDesktop()
{
    m_daemon.stop();
}

WatchedDesktop::Told WatchedDesktop::told()
{
    return {session().overall().kind, window().findChild<TopBar *>()->sentence().health, tray().shape};
}

bool WatchedDesktop::everSaidWell() const
{
    return std::ranges::any_of(m_record, &Told::isWell);
}

std::vector<NotifyCall> WatchedDesktop::popups(const QString &summary) const
{
    std::vector<NotifyCall> found;
    std::ranges::copy_if(m_daemon.calls(), std::back_inserter(found),
        [&summary](const NotifyCall &call) { return call.summary == summary; });
    return found;
}

std::optional<ActiveAlert> WatchedDesktop::alert(const QString &rule)
{
    for (const ActiveAlert &active : session().alerts()) {
        if (active.rule.key == rule)
            return active;
    }
    return std::nullopt;
}

AlertPhase WatchedDesktop::phaseOf(const QString &rule)
{
    const std::optional<ActiveAlert> active = alert(rule);
    return active ? active->alert.phase : AlertPhase::Inactive;
}

QString WatchedDesktop::panelState(const QString &key)
{
    const QJsonArray panels = window().describe().value("panels"_L1).toArray();
    for (const QJsonValue &panel : panels) {
        if (panel["key"_L1].toString() == key)
            return panel["state"_L1].toString();
    }
    return {};
}

QList<Panel *> WatchedDesktop::markedPanels()
{
    QList<Panel *> marked = window().findChildren<Panel *>();
    marked.removeIf([](const Panel *panel) { return !panel->isMarked(); });
    return marked;
}

} // namespace sockeye::test
