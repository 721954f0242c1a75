// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <deque>
#include <map>
#include <optional>
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

    //! \brief What was last given or heard of \a name; Pending before load() has brought it.
    [[nodiscard]] Expected<QByteArray, SecretError> read(const QString &name) const;
    //! \brief Calls \a ready, within the call or later, when each of \a names has been asked for; not at all
    //! when \a context has gone by then. What failed is asked for again, since a keychain may be unlocked.
    void load(const std::vector<QString> &names, QObject *context, std::function<void()> ready);
    //! \brief Keeps \a secret under \a name. It can be read at once, and also when it was not stored: then
    //! it lasts as long as this object. Calls \a done later, unless \a context has gone.
    void store(const QString &name, const QByteArray &secret, QObject *context, Done done);
    //! \brief Tries again to store what unstored() tells of; nothing without.
    void storeAgain(const QString &name, QObject *context, Done done);
    //! \brief Why what was given for \a name is in no keychain: Pending while the keychain has not answered.
    [[nodiscard]] std::optional<SecretError> unstored(const QString &name) const;
    //! \brief Forgets \a name; one that is not there is no error.
    void remove(const QString &name, QObject *context, Done done);

Q_SIGNALS:
    //! \brief unstored() tells something else of \a name.
    void unstoredChanged(const QString &name);

private:
    struct Waiter {
        QPointer<QObject> context;
        std::function<void()> ready;
        QStringList names; //!< still to come
    };

    struct Receiver {
        QPointer<QObject> context;
        Done done;
    };
    struct Unstored {
        QByteArray secret;
        SecretError reason;
        bool isUnderWay = false;
        std::vector<Receiver> receivers;
    };

    //! What QtKeychain works on, one after the other.
    struct Task {
        QPointer<QKeychain::Job> job;
        Done done; //!< called while the job is there
    };

    void start(QKeychain::Job *job, const QString &name, Done done);
    void conclude(QKeychain::Job *job);
    void serviceEnded();
    void giveUp(const QPointer<QKeychain::Job> &job);
    void ask(const QString &name);
    void tellWhetherLocked(const SecretError &notFound);
    void settle(const QString &name, Expected<QByteArray, SecretError> outcome);
    void write(const QString &name);
    void written(const QString &name, const QByteArray &secret, const Expected<void, SecretError> &outcome);

    QHash<QString, Expected<QByteArray, SecretError>> m_known;
    std::map<QString, Unstored> m_unstored;
    QStringList m_asked; //!< under way
    std::deque<Task> m_tasks; //!< in the order in which they were started
    bool m_followsService = false; //!< since it was asked for the first time
    std::vector<Waiter> m_waiters;
};

} // namespace sockeye
