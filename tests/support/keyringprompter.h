// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QObject>
#include <QVariantMap>

namespace sockeye::test {

//! \brief Stands for the window in which GNOME asks for the password of a keyring, and for a user who never
//! enters it: dismisses what is asked, or lets it stand.
class KeyringPrompter final : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyringPrompter)
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")

public:
    explicit KeyringPrompter(const QDBusConnection &bus, QObject *parent = nullptr);
    ~KeyringPrompter() override;

    [[nodiscard]] bool start();
    void setDismisses(bool dismisses) { m_dismisses = dismisses; }
    //! \brief Dismisses what stands.
    void dismiss();
    [[nodiscard]] int asked() const { return m_asked; }

public Q_SLOTS:
    // The names are those of the daemon's protocol.
    Q_SCRIPTABLE void BeginPrompting(const QDBusObjectPath &callback);
    Q_SCRIPTABLE void PerformPrompt(const QDBusObjectPath &callback, const QString &type,
        const QVariantMap &properties, const QString &exchange);
    Q_SCRIPTABLE void StopPrompting(const QDBusObjectPath &callback);

private:
    struct Caller {
        QString name;
        QDBusObjectPath path;
    };

    void answerLater(const Caller &caller, const QString &reply);

    QDBusConnection m_bus;
    QList<Caller> m_standing;
    bool m_dismisses = true;
    int m_asked = 0;
};

} // namespace sockeye::test
