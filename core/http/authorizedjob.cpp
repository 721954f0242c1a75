// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/authorizedjob.h"

#include <algorithm>
#include <utility>

namespace sockeye {

using namespace std::chrono_literals;

AuthorizedJob::AuthorizedJob(Route route, HttpMessage message, QObject *parent)
    : HttpJob(parent)
    , m_route(std::move(route))
    , m_message(std::move(message))
    , m_startedAt(m_route.clock.monotonic())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &AuthorizedJob::onDeadline);
}

AuthorizedJob::~AuthorizedJob() = default;

void AuthorizedJob::start()
{
    m_deadline.start(m_route.limits.timeout);
    authorize();
}

void AuthorizedJob::abort()
{
    if (m_done)
        return;
    if (m_attempt)
        m_attempt->abort();
    else
        fail(error(HttpError::Kind::Aborted));
}

void AuthorizedJob::authorize()
{
    m_route.secrets.prepare(m_route.refs, this, [this] {
        m_route.credentials.fetch(this, [this](const Credentials &credentials) { send(credentials); });
    });
}

std::chrono::milliseconds AuthorizedJob::timeLeft() const
{
    const auto waited = m_route.clock.monotonic() - m_startedAt;
    return std::max(
        m_route.limits.timeout - std::chrono::duration_cast<std::chrono::milliseconds>(waited), 1ms);
}

NetworkJob *AuthorizedJob::attempt()
{
    m_deadline.stop();
    NetworkJob::Limits limits = m_route.limits;
    limits.timeout = m_attemptTimeout = timeLeft();
    m_attempt = new NetworkJob(limits, m_route.clock, this);
    connect(m_attempt, &HttpJob::finished, this, &AuthorizedJob::receive);
    return m_attempt;
}

void AuthorizedJob::send(const Credentials &credentials)
{
    // Aborted or out of time while it was fetched.
    if (m_attempt || m_done)
        return;
    if (!credentials) {
        const bool isSecret = credentials.error().kind == CredentialError::Kind::SecretMissing;
        HttpError failed =
            error(isSecret ? HttpError::Kind::SecretMissing : HttpError::Kind::CredentialsFailed);
        if (isSecret)
            failed.secret = credentials.error().secret;
        else
            failed.credentials = credentials.error();
        fail(std::move(failed));
        return;
    }
    HttpMessage message = m_message;
    if (const auto prepared = m_route.prepare(message.request); !prepared) {
        fail(prepared.error());
        return;
    }
    m_sent = *credentials;
    if (!m_sent.isEmpty())
        message.request.setRawHeader("Authorization", m_sent);
    attempt()->start(m_route.manager, std::move(message));
}

void AuthorizedJob::receive(const HttpOutcome &outcome)
{
    const bool isRefused = outcome && outcome->status == 401;
    if (isRefused && !m_sent.isEmpty() && !std::exchange(m_renewed, true)
        && m_route.credentials.renew(m_sent)) {
        m_attempt.clear();
        m_deadline.start(timeLeft());
        authorize();
        return;
    }
    m_done = true;
    deleteLater();
    HttpOutcome result = outcome;
    // The user set the time for the whole, not for what was left of it.
    if (!result && result.error().kind == HttpError::Kind::TimedOut
        && result.error().limit == m_attemptTimeout.count())
        result.error().limit = m_route.limits.timeout.count();
    Q_EMIT finished(result);
}

void AuthorizedJob::fail(HttpError error)
{
    attempt()->fail(std::move(error));
}

void AuthorizedJob::onDeadline()
{
    // It is not the server that was slow.
    for (const SecretRef &ref : m_route.refs) {
        const auto secret = m_route.secrets.read(ref);
        if (secret || secret.error().kind != SecretError::Kind::Pending)
            continue;
        HttpError missing = error(HttpError::Kind::SecretMissing);
        missing.secret = secret.error();
        fail(std::move(missing));
        return;
    }
    HttpError timedOut = error(HttpError::Kind::TimedOut);
    timedOut.limit = m_route.limits.timeout.count();
    fail(std::move(timedOut));
}

HttpError AuthorizedJob::error(HttpError::Kind kind) const
{
    HttpError error;
    error.kind = kind;
    error.url =
        m_message.request.url().adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return error;
}

} // namespace sockeye
