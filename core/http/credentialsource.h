// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/http/credentialerror.h"
#include "core/http/httpauth.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace sockeye {

//! \brief The value of the Authorization header, or empty for none.
using Credentials = Expected<QByteArray, CredentialError>;

//! \brief Gives the credentials of one server on use. Main thread only. Nothing of it may be logged.
class CredentialSource : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CredentialSource)

public:
    using Receiver = std::function<void(const Credentials &)>;

    ~CredentialSource() override;

    //! \brief Calls \a receiver once, within the call when the credentials are at hand; not at all when
    //! \a context or the source has gone by then.
    virtual void fetch(QObject *context, Receiver receiver) = 0;
    //! \brief The server refused \a credentials. True when the next fetch() gives others than these.
    [[nodiscard]] virtual bool renew(const QByteArray &credentials) = 0;

protected:
    explicit CredentialSource(QObject *parent = nullptr);
};

//! \brief Credentials that are fetched, kept until shortly before they expire, and shared: however many
//! requests wait, one fetch is under way.
class TokenSource : public CredentialSource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenSource)

public:
    struct Token {
        QByteArray credentials; //!< with the scheme
        std::optional<Timestamp> expiresAt{};
    };

    ~TokenSource() override;

    void fetch(QObject *context, Receiver receiver) final;
    [[nodiscard]] bool renew(const QByteArray &credentials) final;

protected:
    TokenSource(const Clock &clock, QObject *parent);

    //! \brief Begins to get a token; conclude() follows, within the call or later.
    virtual void begin() = 0;
    //! \a source names where the token is from, should it have expired already.
    void conclude(Expected<Token, CredentialError> outcome, const QString &source);
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    struct Waiter {
        QPointer<QObject> context;
        Receiver receiver;
    };

    [[nodiscard]] bool isFresh(const Token &token) const;

    const Clock &m_clock;
    std::optional<Token> m_token;
    std::vector<Waiter> m_waiters;
};

//! \brief The source for \a auth. \a secrets and \a clock must outlive it.
[[nodiscard]] std::unique_ptr<CredentialSource> makeCredentialSource(
    const HttpAuth &auth, const SecretSource &secrets, const Clock &clock);

} // namespace sockeye
