// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/gatedjob.h"

#include <utility>

namespace sockeye {

GatedJob::GatedJob(RequestGate &gate, RequestRank rank, RequestGate::Send send)
    : HttpJob(&gate)
    , m_gate(gate)
    , m_rank(rank)
    , m_send(std::move(send))
{
}

GatedJob::~GatedJob()
{
    if (m_sent) {
        m_sent->disconnect(this);
        m_sent->abort();
    }
    leave();
}

void GatedJob::start()
{
    m_sent = m_send();
    connect(m_sent, &HttpJob::finished, this, &GatedJob::finish);
    // When it goes with its client, without a signal, its place must not stay taken.
    connect(m_sent, &QObject::destroyed, this, [this] {
        leave();
        deleteLater();
    });
}

void GatedJob::abort()
{
    if (m_sent) {
        m_sent->abort();
        return;
    }
    if (m_hasLeft)
        return;
    leave();
    QMetaObject::invokeMethod(
        this,
        [this] {
            HttpError error;
            error.kind = HttpError::Kind::Aborted;
            finish(unexpected(error));
        },
        Qt::QueuedConnection);
}

void GatedJob::leave()
{
    if (!std::exchange(m_hasLeft, true))
        m_gate.leave(this);
}

void GatedJob::finish(const HttpOutcome &outcome)
{
    m_sent.clear();
    leave();
    deleteLater();
    Q_EMIT finished(outcome);
}

} // namespace sockeye
