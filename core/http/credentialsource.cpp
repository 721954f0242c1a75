// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/credentialsource.h"

#include "core/http/authorization.h"
#include "core/http/commandsource.h"
#include "core/http/oauth2source.h"

#include <utility>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

// A token that expires on its way to the server is as good as none.
constexpr auto expiryMargin = 10s;

// Secrets that are read on each use, so that a file may be replaced at any time.
class ReadSource final : public CredentialSource {
    Q_DISABLE_COPY_MOVE(ReadSource)

public:
    ReadSource(HttpAuth auth, const SecretSource &secrets)
        : m_auth(std::move(auth))
        , m_secrets(secrets)
    {
    }
    ~ReadSource() override = default;

    void fetch(QObject *, Receiver receiver) override
    {
        receiver(authorizationFor(m_auth, m_secrets).map_error([](const SecretError &error) {
            return CredentialError{.kind = CredentialError::Kind::SecretMissing, .secret = error};
        }));
    }

    bool renew(const QByteArray &credentials) override
    {
        const auto now = authorizationFor(m_auth, m_secrets);
        return now && *now != credentials;
    }

private:
    HttpAuth m_auth;
    const SecretSource &m_secrets;
};

} // namespace

CredentialSource::CredentialSource(QObject *parent)
    : QObject(parent)
{
}

CredentialSource::~CredentialSource() = default;

TokenSource::TokenSource(const Clock &clock, QObject *parent)
    : CredentialSource(parent)
    , m_clock(clock)
{
}

TokenSource::~TokenSource() = default;

void TokenSource::fetch(QObject *context, Receiver receiver)
{
    if (m_token && isFresh(*m_token)) {
        receiver(m_token->credentials);
        return;
    }
    m_token.reset();
    m_waiters.push_back({context, std::move(receiver)});
    if (m_waiters.size() == 1)
        begin();
}

bool TokenSource::renew(const QByteArray &credentials)
{
    // Whoever was refused with an older token finds the newer one.
    if (m_token && m_token->credentials == credentials)
        m_token.reset();
    return true;
}

bool TokenSource::isFresh(const Token &token) const
{
    return !token.expiresAt || m_clock.now() < *token.expiresAt - expiryMargin;
}

void TokenSource::conclude(Expected<Token, CredentialError> outcome, const QString &source)
{
    Credentials credentials;
    if (!outcome) {
        credentials = unexpected(outcome.error());
    } else if (outcome->expiresAt && m_clock.now() >= *outcome->expiresAt) {
        credentials =
            unexpected(CredentialError{.kind = CredentialError::Kind::TokenExpired, .source = source});
    } else {
        m_token = *outcome;
        credentials = outcome->credentials;
    }
    // A receiver may ask again, or end with our being deleted.
    const std::vector<Waiter> waiters = std::exchange(m_waiters, {});
    const QPointer<TokenSource> alive(this);
    for (const Waiter &waiter : waiters) {
        if (alive && waiter.context)
            waiter.receiver(credentials);
    }
}

std::unique_ptr<CredentialSource> makeCredentialSource(
    const HttpAuth &auth, const SecretSource &secrets, const Clock &clock)
{
    if (const auto *oauth2 = std::get_if<OAuth2>(&auth))
        return std::make_unique<OAuth2Source>(*oauth2, secrets, clock);
    if (const auto *command = std::get_if<TokenCommand>(&auth))
        return std::make_unique<CommandSource>(*command, clock);
    return std::make_unique<ReadSource>(auth, secrets);
}

} // namespace sockeye
