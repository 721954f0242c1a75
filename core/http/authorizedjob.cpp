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
        m_route.credentials.fetch(this, [this](const Credentials &credentials) { findWays(credentials); });
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

void AuthorizedJob::findWays(const Credentials &credentials)
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
    m_sent = *credentials;
    m_route.proxies.find(m_message.request.url(), this, [this](const ProxyWays &ways) { takeWays(ways); });
}

void AuthorizedJob::takeWays(const ProxyWays &ways)
{
    if (m_attempt || m_done)
        return;
    if (!ways) {
        HttpError failed = error(HttpError::Kind::ProxyUnusable);
        failed.proxy = ways.error();
        fail(std::move(failed));
        return;
    }
    m_ways = *ways;
    m_way = 0;
    send();
}

void AuthorizedJob::send()
{
    HttpMessage message = m_message;
    const auto manager = m_route.prepare(message.request, m_ways[m_way]);
    if (!manager) {
        fail(manager.error());
        return;
    }
    if (!m_sent.isEmpty())
        message.request.setRawHeader("Authorization", m_sent);
    attempt()->start(**manager, std::move(message));
}

// A proxy that was not reached has seen nothing of the request. One that says nothing has taken all the time
// there was, so that only the next request can go elsewhere.
bool AuthorizedJob::tryNextWay(const HttpOutcome &outcome)
{
    if (outcome || m_way + 1 >= m_ways.size() || m_ways[m_way].type() == QNetworkProxy::NoProxy)
        return false;
    const HttpError::Kind kind = outcome.error().kind;
    if (kind == HttpError::Kind::ProxyFailed || kind == HttpError::Kind::TimedOut)
        m_route.proxies.avoid(m_ways[m_way]);
    if (kind != HttpError::Kind::ProxyFailed)
        return false;
    ++m_way;
    m_attempt.clear();
    send();
    return true;
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
    if (tryNextWay(outcome))
        return;
    m_done = true;
    deleteLater();
    HttpOutcome result = outcome;
    if (!result && result.error().kind == HttpError::Kind::ProxyFailed && m_way < m_ways.size()) {
        const QNetworkProxy &proxy = m_ways[m_way];
        result.error().proxyMode = m_route.proxyMode;
        result.error().proxyPlace = QString(proxy.hostName() % u':' % QString::number(proxy.port()));
    }
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
