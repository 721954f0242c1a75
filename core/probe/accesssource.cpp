// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/accesssource.h"

#include "core/http/tlssetup.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// Variables, scripts and exceptions know HTTP's schemes only.
QUrl httpUrl(const QUrl &url)
{
    QUrl http = url;
    http.setScheme(url.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    return http;
}

} // namespace

AccessSource::AccessSource(
    ProbeTarget target, const SecretSource &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_secrets(secrets)
    , m_credentials(makeCredentialSource(m_target.module.auth, secrets, clock))
    , m_proxies(makeProxyResolver(m_target.module.proxy, secrets, clock))
{
}

AccessSource::~AccessSource() = default;

void AccessSource::fetch(Receiver receiver)
{
    m_credentials->fetch(this, [this, receiver = std::move(receiver)](const Credentials &credentials) {
        if (credentials)
            findWay(*credentials, receiver);
        else
            conclude({.problem = credentials.error()}, receiver);
    });
}

void AccessSource::findWay(const QByteArray &authorization, const Receiver &receiver)
{
    m_proxies->find(httpUrl(m_target.url), this, [this, authorization, receiver](const ProxyWays &ways) {
        ProbeAccess access{.authorization = authorization};
        if (ways)
            access.proxy = ways->front();
        else
            access.problem = ways.error();
        conclude(std::move(access), receiver);
    });
}

void AccessSource::conclude(ProbeAccess access, const Receiver &receiver)
{
    if (!access.problem && m_target.url.scheme() == "wss"_L1) {
        if (const auto tls = tlsConfiguration(m_target.module.tls, m_secrets))
            access.tls = *tls;
        else
            access.problem = tls.error();
    }
    m_given = access;
    receiver(access);
}

void AccessSource::learn(const AttemptFinished &attempt)
{
    const bool isRefused = attempt.outcome == ProbeOutcome::UpgradeRefused && attempt.httpStatus == 401;
    // Whether there will be others than these shows when they are fetched.
    if (isRefused && !m_given.authorization.isEmpty()) [[maybe_unused]]
        const bool renewed = m_credentials->renew(m_given.authorization);
    if (attempt.outcome == ProbeOutcome::ProxyFailed)
        m_proxies->avoid(m_given.proxy);
}

} // namespace sockeye
