// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QLibrary>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

const auto serviceName = u"org.freedesktop.secrets"_s;

// QtKeychain has loaded the library, where it is.
void disconnectLibSecret()
{
    QLibrary library(u"secret-1"_s, 0);
    if (const auto disconnect = library.resolve("secret_service_disconnect"))
        disconnect();
}

} // namespace

// https://specifications.freedesktop.org/secret-service/latest/
void findLocked(const QString &service, const QString &name, QObject *context,
    const std::function<void(bool isLocked)> &found)
{
    qDBusRegisterMetaType<Attributes>();
    QDBusMessage search = QDBusMessage::createMethodCall(
        serviceName, u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search.setAutoStartService(false);
    // The names that QtKeychain gives them.
    search << QVariant::fromValue(Attributes{{u"server"_s, service}, {u"user"_s, name}});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [found, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<Paths, Paths> unlockedAndLocked = *watcher;
        found(!unlockedAndLocked.isError() && !unlockedAndLocked.argumentAt<1>().isEmpty());
    });
}

void followSecretService(QObject *context, const std::function<void()> &ended)
{
    auto *watcher = new QDBusServiceWatcher(
        serviceName, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForOwnerChange, context);
    QObject::connect(watcher, &QDBusServiceWatcher::serviceUnregistered, context, [ended] {
        disconnectLibSecret();
        ended();
    });
}

} // namespace sockeye
