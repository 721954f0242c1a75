// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

#include <vector>

namespace sockeye::test {

//! \brief One call of Notify as it came over the wire.
struct NotifyCall {
    QString appName;
    uint replacesId = 0;
    QString appIcon;
    QString summary;
    QString body;
    QStringList actions;
    QVariantMap hints;
    int timeout = 0;
    uint id = 0; //!< that was answered
};

//! \brief A notification server that shows nothing and remembers everything. The user's clicks are played
//! with invoke(), and so on.
class NotificationDaemon final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationDaemon)
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit NotificationDaemon(const QDBusConnection &bus, QObject *parent = nullptr);
    ~NotificationDaemon() override;

    //! \brief Takes the name; false when another has it.
    [[nodiscard]] bool start();
    //! \brief Gives the name up, as a server that crashed.
    void stop();
    void setCapabilities(const QStringList &capabilities) { m_capabilities = capabilities; }

    [[nodiscard]] const std::vector<NotifyCall> &calls() const { return m_calls; }
    [[nodiscard]] const std::vector<uint> &closed() const { return m_closed; }

    void giveToken(uint id, const QString &token) { Q_EMIT ActivationToken(id, token); }
    void invoke(uint id, const QString &action) { Q_EMIT ActionInvoked(id, action); }
    void dismiss(uint id);

public Q_SLOTS:
    // The names are those of the specification.
    Q_SCRIPTABLE QStringList GetCapabilities() const { return m_capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &appName, uint replacesId, const QString &appIcon,
        const QString &summary, const QString &body, const QStringList &actions, const QVariantMap &hints,
        int timeout);
    Q_SCRIPTABLE void CloseNotification(uint id);

Q_SIGNALS:
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString &action);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString &token);
    void notified(uint id);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities{
        QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};
    std::vector<NotifyCall> m_calls;
    std::vector<uint> m_closed;
    uint m_lastId = 0;
};

} // namespace sockeye::test
