// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"
#include "core/probe/websockettransport.h"
#include "core/prometheus/prometheusclient.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace sockeye {

//! \brief One test of an address that was just typed: asks a Prometheus for its facts, or opens one WebSocket
//! and closes it. Emits exactly one of its signals unless it is destroyed before.
class ConnectionTrial final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionTrial)

public:
    ConnectionTrial(const Clock &clock, const SecretSource &secrets, TransportFactory factory);
    ~ConnectionTrial() override;

    void tryServer(const QUrl &url);
    void tryTarget(const QUrl &url);

Q_SIGNALS:
    void serverAnswered(const sockeye::ServerCheckOutcome &outcome);
    void targetAnswered(const sockeye::AttemptFinished &attempt);

private:
    void finishTarget(ProbeOutcome outcome, int status, const QString &detail);

    const Clock &m_clock;
    const SecretSource &m_secrets;
    TransportFactory m_factory;
    std::unique_ptr<PrometheusClient> m_client;
    std::unique_ptr<WebSocketTransport> m_transport;
    MonotonicTime m_started;
    QTimer m_deadline;
};

} // namespace sockeye
