// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/notificationdaemon.h"

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

const QString serviceName = u"org.freedesktop.Notifications"_s;
const QString servicePath = u"/org/freedesktop/Notifications"_s;
constexpr uint dismissedByUser = 2;
constexpr uint closedByCall = 3;

} // namespace

NotificationDaemon::NotificationDaemon(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

NotificationDaemon::~NotificationDaemon() = default;

bool NotificationDaemon::start()
{
    return m_bus.registerObject(servicePath, this,
               QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals)
        && m_bus.registerService(serviceName);
}

void NotificationDaemon::stop()
{
    m_bus.unregisterService(serviceName);
    m_bus.unregisterObject(servicePath);
}

void NotificationDaemon::dismiss(uint id)
{
    Q_EMIT NotificationClosed(id, dismissedByUser);
}

uint NotificationDaemon::Notify(const QString &appName, uint replacesId, const QString &appIcon,
    const QString &summary, const QString &body, const QStringList &actions, const QVariantMap &hints,
    int timeout)
{
    const uint id = replacesId == 0 ? ++m_lastId : replacesId;
    m_calls.push_back({appName, replacesId, appIcon, summary, body, actions, hints, timeout, id});
    Q_EMIT notified(id);
    return id;
}

void NotificationDaemon::CloseNotification(uint id)
{
    m_closed.push_back(id);
    Q_EMIT NotificationClosed(id, closedByCall);
}

} // namespace sockeye::test
