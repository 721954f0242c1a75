// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/freedesktopnotifier.h"

#include "core/base/expected.h"
#include "core/base/logging.h"

#include "ui/desktop/notificationwire.h"

#include "notificationsproxy.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <deque>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr auto serviceName = "org.freedesktop.Notifications"_L1;
constexpr auto servicePath = "/org/freedesktop/Notifications"_L1;
constexpr int serverDecides = -1; //!< how long a popup stays

} // namespace

class FreedesktopNotifier::Private {
public:
    Private(FreedesktopNotifier *notifier, const QDBusConnection &connection, Formatting words);

    void askAbilities();
    void learn(const Expected<QStringList, QString> &capabilities);
    void forgetServer();
    void setAbilities(std::optional<ServerAbilities> known);

    void show(const Notice &notice);
    void send(const Notice &notice);
    void sent(const Notice &notice, const QDBusPendingReply<uint> &reply);
    void close(uint id);
    void fail(const Notice &notice, const QString &detail);

    void actionInvoked(uint id, const QString &action);
    void forgetId(uint id);

    FreedesktopNotifier *q;
    QDBusConnection bus;
    Formatting formatting;
    NotificationsProxy proxy;
    QDBusServiceWatcher watcher;
    std::optional<ServerAbilities> abilities; //!< nothing while no server is known
    bool asking = false;
    std::deque<Notice> waiting; //!< for the abilities

    //! One popup. While a Notify is under way its id is not known, so the next notice has to wait for it.
    struct Popup {
        Notice notice;
        uint id = 0;
        bool sending = false;
        bool withdrawn = false;
        std::optional<Notice> next;
    };
    QHash<QString, Popup> popups; //!< by Notice::key
    QHash<uint, QString> keys; //!< ids of the server to keys of ours; any other id is another program's
    QHash<uint, QString> tokens; //!< come just before the action they belong to
};

FreedesktopNotifier::Private::Private(
    FreedesktopNotifier *notifier, const QDBusConnection &connection, Formatting words)
    : q(notifier)
    , bus(connection)
    , formatting(std::move(words))
    , proxy(serviceName, servicePath, bus)
    , watcher(serviceName, bus, QDBusServiceWatcher::WatchForOwnerChange)
{
    connect(&watcher, &QDBusServiceWatcher::serviceOwnerChanged, q,
        [this](const QString &, const QString &, const QString &newOwner) {
            forgetServer();
            if (!newOwner.isEmpty())
                askAbilities();
        });
    connect(&proxy, &NotificationsProxy::ActivationToken, q, [this](uint id, const QString &token) {
        if (keys.contains(id))
            tokens.insert(id, token);
    });
    connect(&proxy, &NotificationsProxy::ActionInvoked, q,
        [this](uint id, const QString &action) { actionInvoked(id, action); });
    connect(&proxy, &NotificationsProxy::NotificationClosed, q, [this](uint id, uint) { forgetId(id); });
}

void FreedesktopNotifier::Private::askAbilities()
{
    if (asking)
        return;
    asking = true;
    if (!bus.isConnected()) {
        // A call without a bus would never finish. Later, because failed() must not come out of notify().
        QMetaObject::invokeMethod(
            q, [this] { learn(unexpected(QDBusError::errorString(QDBusError::Disconnected))); },
            Qt::QueuedConnection);
        return;
    }
    auto *call = new QDBusPendingCallWatcher{proxy.GetCapabilities(), q};
    connect(call, &QDBusPendingCallWatcher::finished, q, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<QStringList> reply = *finished;
        if (reply.isError())
            learn(unexpected(reply.error().message()));
        else
            learn(reply.value());
    });
}

void FreedesktopNotifier::Private::learn(const Expected<QStringList, QString> &capabilities)
{
    asking = false;
    std::deque<Notice> notices;
    notices.swap(waiting);
    if (!capabilities) {
        qCInfo(lcDesktop) << "no notification server:" << capabilities.error();
        setAbilities(std::nullopt);
        for (const Notice &notice : notices)
            fail(notice, capabilities.error());
        return;
    }
    setAbilities(ServerAbilities::of(*capabilities));
    for (const Notice &notice : notices)
        show(notice);
}

void FreedesktopNotifier::Private::forgetServer()
{
    // The ids die with their server: replacing one would hit a popup of somebody else.
    popups.removeIf([](const QHash<QString, Popup>::iterator &popup) { return !popup->sending; });
    keys.clear();
    tokens.clear();
    setAbilities(std::nullopt);
}

void FreedesktopNotifier::Private::setAbilities(std::optional<ServerAbilities> known)
{
    const bool changed = abilities.has_value() != known.has_value();
    abilities = known;
    if (changed)
        Q_EMIT q->availableChanged(abilities.has_value());
}

void FreedesktopNotifier::Private::show(const Notice &notice)
{
    Popup &popup = popups[notice.key];
    if (popup.sending) {
        popup.next = notice;
        return;
    }
    send(notice);
}

void FreedesktopNotifier::Private::send(const Notice &notice)
{
    Popup &popup = popups[notice.key];
    popup.notice = notice;
    popup.sending = true;
    popup.withdrawn = false;
    const NotifyArguments arguments =
        notifyArguments(notice, abilities.value_or(ServerAbilities{}), formatting);
    auto *call = new QDBusPendingCallWatcher{
        proxy.Notify(u"Sockeye"_s, popup.id, u"org.sockeye.Sockeye"_s, arguments.summary, arguments.body,
            arguments.actions, arguments.hints, serverDecides),
        q};
    connect(call, &QDBusPendingCallWatcher::finished, q, [this, notice](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        sent(notice, *finished);
    });
}

void FreedesktopNotifier::Private::sent(const Notice &notice, const QDBusPendingReply<uint> &reply)
{
    Popup popup = popups.take(notice.key);
    keys.remove(popup.id);
    if (reply.isError()) {
        fail(notice, reply.error().message());
    } else {
        popup.id = reply.value();
        popup.sending = false;
        keys.insert(popup.id, notice.key);
        popups.insert(notice.key, popup);
    }
    if (popup.next) {
        popups[notice.key].next.reset();
        q->notify(*popup.next);
    } else if (popup.withdrawn) {
        q->withdraw(notice.key);
    }
}

void FreedesktopNotifier::Private::close(uint id)
{
    auto *call = new QDBusPendingCallWatcher{proxy.CloseNotification(id), q};
    connect(call, &QDBusPendingCallWatcher::finished, q, [](QDBusPendingCallWatcher *finished) {
        // A server that does not know the id any more has nothing left to close.
        if (finished->isError())
            qCDebug(lcDesktop) << "closing a notification:" << finished->error().message();
        finished->deleteLater();
    });
}

void FreedesktopNotifier::Private::fail(const Notice &notice, const QString &detail)
{
    qCWarning(lcDesktop) << "a notification was not shown:" << detail;
    Q_EMIT q->failed(notice, detail);
}

void FreedesktopNotifier::Private::actionInvoked(uint id, const QString &action)
{
    const auto key = keys.constFind(id);
    if (key == keys.constEnd() || (action != "default"_L1 && action != "show"_L1))
        return;
    Q_EMIT q->showRequested(popups.value(*key).notice, tokens.take(id));
}

void FreedesktopNotifier::Private::forgetId(uint id)
{
    tokens.remove(id);
    const QString key = keys.take(id);
    const auto popup = popups.find(key);
    if (popup == popups.end())
        return;
    popup->id = 0;
    if (!popup->sending)
        popups.erase(popup);
}

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus, Formatting formatting, QObject *parent)
    : Notifier(parent)
    , d(std::make_unique<Private>(this, bus, std::move(formatting)))
{
    d->askAbilities();
}

FreedesktopNotifier::~FreedesktopNotifier() = default;

void FreedesktopNotifier::notify(const Notice &notice)
{
    if (d->abilities && d->bus.isConnected()) {
        d->show(notice);
        return;
    }
    d->waiting.push_back(notice);
    d->askAbilities();
}

void FreedesktopNotifier::withdraw(const QString &key)
{
    std::erase_if(d->waiting, [&key](const Notice &notice) { return notice.key == key; });
    const auto popup = d->popups.find(key);
    if (popup == d->popups.end())
        return;
    if (popup->sending) {
        popup->next.reset();
        popup->withdrawn = true;
        return;
    }
    const uint id = popup->id;
    d->popups.erase(popup);
    d->keys.remove(id);
    d->close(id);
}

bool FreedesktopNotifier::isAvailable() const
{
    return d->abilities.has_value();
}

void FreedesktopNotifier::setFormatting(const Formatting &formatting)
{
    d->formatting = formatting;
}

} // namespace sockeye
