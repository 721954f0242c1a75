// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/handshakewatch.h"

#include <QHostAddress>

namespace sockeye {

using namespace Qt::StringLiterals;

void HandshakeWatch::start(const ProbeTarget &target, MonotonicTime now)
{
    m_module = target.module;
    m_secure = target.url.scheme() == "wss"_L1;
    m_start = now;
    m_durations = {};
    const bool isLiteral = !QHostAddress(target.url.host()).isNull();
    enter(isLiteral ? Phase::Connect : Phase::Resolve, now);
}

void HandshakeWatch::enter(Phase phase, MonotonicTime now)
{
    m_phase = phase;
    m_phaseStart = now;
    switch (phase) {
    case Phase::Resolve:
        m_limit = m_module.resolveTimeout;
        break;
    case Phase::Connect:
        m_limit = m_module.connectTimeout;
        break;
    case Phase::Tls:
        m_limit = m_module.tlsTimeout;
        break;
    case Phase::Upgrade:
        m_limit = m_module.upgradeTimeout;
        break;
    }
}

void HandshakeWatch::resolved(MonotonicTime now)
{
    if (m_phase != Phase::Resolve)
        return;
    m_durations.resolve = now - m_phaseStart;
    enter(Phase::Connect, now);
}

void HandshakeWatch::connected(MonotonicTime now)
{
    if (m_phase != Phase::Resolve && m_phase != Phase::Connect)
        return;
    // Without word of the resolving, the two cannot be told apart.
    if (m_phase == Phase::Connect)
        m_durations.connect = now - m_phaseStart;
    enter(m_secure ? Phase::Tls : Phase::Upgrade, now);
}

void HandshakeWatch::encrypted(MonotonicTime now)
{
    if (m_phase != Phase::Tls)
        return;
    m_durations.tls = now - m_phaseStart;
    enter(Phase::Upgrade, now);
}

void HandshakeWatch::opened(MonotonicTime now)
{
    if (m_phase == Phase::Upgrade)
        m_durations.upgrade = now - m_phaseStart;
    m_durations.total = now - m_start;
}

ProbeOutcome HandshakeWatch::outcomeOfTimeout() const
{
    switch (m_phase) {
    case Phase::Resolve:
        return ProbeOutcome::ResolveFailed;
    case Phase::Connect:
        return ProbeOutcome::ConnectTimeout;
    case Phase::Tls:
        return ProbeOutcome::TlsTimeout;
    case Phase::Upgrade:
        return ProbeOutcome::UpgradeTimeout;
    }
    Q_UNREACHABLE();
}

} // namespace sockeye
