// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/connectiontrial.h"

namespace sockeye {

namespace {

constexpr std::chrono::seconds targetDeadline{10};

} // namespace

ConnectionTrial::ConnectionTrial(const Clock &clock, const SecretSource &secrets, TransportFactory factory)
    : m_clock(clock)
    , m_secrets(secrets)
    , m_factory(std::move(factory))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { finishTarget(ProbeOutcome::UpgradeTimeout, 0, QString()); });
}

ConnectionTrial::~ConnectionTrial() = default;

void ConnectionTrial::tryServer(const QUrl &url)
{
    HttpConfig config;
    config.baseUrl = url;
    m_client = std::make_unique<PrometheusClient>(config, m_secrets, m_clock);
    connect(m_client->check(), &ServerCheckJob::finished, this, &ConnectionTrial::serverAnswered);
}

void ConnectionTrial::tryTarget(const QUrl &url)
{
    ProbeTarget target;
    target.url = url;
    m_started = m_clock.monotonic();
    const ProbeAccess access;
    m_transport = m_factory(target.module, access);
    connect(m_transport.get(), &WebSocketTransport::opened, this,
        [this] { finishTarget(ProbeOutcome::Open, 101, QString()); });
    connect(m_transport.get(), &WebSocketTransport::failed, this, &ConnectionTrial::finishTarget);
    m_deadline.start(targetDeadline);
    m_transport->open(target, access);
}

void ConnectionTrial::finishTarget(ProbeOutcome outcome, int status, const QString &detail)
{
    m_deadline.stop();
    AttemptFinished attempt;
    attempt.outcome = outcome;
    attempt.httpStatus = status;
    attempt.detail = detail;
    if (outcome == ProbeOutcome::Open) {
        attempt.phases.total = m_clock.monotonic() - m_started;
        m_transport->close(1000, {});
    }
    // The transport is the sender of the signal that led here.
    m_transport.release()->deleteLater();
    Q_EMIT targetAnswered(attempt);
}

} // namespace sockeye
