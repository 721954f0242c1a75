// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <vector>

namespace QKeychain {
class Job;
}

namespace sockeye {

//! \brief Secrets in the desktop's keychain: GNOME Keyring, KWallet, or whatever else offers the Secret
//! Service. Asked on first use only, and never waited for: a desktop without one is a value, not a fault.
//! Main thread only.
class Keychain final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Keychain)

public:
    using Done = std::function<void(const Expected<void, SecretError> &)>;

    explicit Keychain(QObject *parent = nullptr);
    ~Keychain() override;

    //! \brief What was last heard of \a name; Pending before load() has brought it.
    [[nodiscard]] Expected<QByteArray, SecretError> read(const QString &name) const;
    //! \brief Calls \a ready, within the call or later, when each of \a names has been asked for; not at all
    //! when \a context has gone by then. What failed is asked for again, since a keychain may be unlocked.
    void load(const std::vector<QString> &names, QObject *context, std::function<void()> ready);
    //! \brief Keeps \a secret under \a name. Calls \a done later, unless \a context has gone.
    void store(const QString &name, const QByteArray &secret, QObject *context, Done done);
    //! \brief Forgets \a name; one that is not there is no error.
    void remove(const QString &name, QObject *context, Done done);

private:
    struct Waiter {
        QPointer<QObject> context;
        std::function<void()> ready;
        QStringList names; //!< still to come
    };

    void ask(const QString &name);
    void settle(const QString &name, Expected<QByteArray, SecretError> outcome);
    void conclude(
        QKeychain::Job *job, const QString &name, const QPointer<QObject> &context, const Done &done);

    QHash<QString, Expected<QByteArray, SecretError>> m_known;
    QStringList m_asked; //!< under way
    std::vector<Waiter> m_waiters;
};

} // namespace sockeye
