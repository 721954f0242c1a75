// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/apiexchange.h"

#include <utility>

namespace sockeye {

ApiExchange::ApiExchange(PrometheusApi &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

ApiExchange::~ApiExchange()
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->abort();
    }
}

void ApiExchange::abort()
{
    HttpError aborted;
    aborted.kind = HttpError::Kind::Aborted;
    if (m_job) {
        m_job->abort();
    } else if (m_decoding) {
        ++m_round;
        delete m_decoding;
        refuseLater(transportError(aborted));
    } else if (m_refusal) {
        m_refusal = transportError(aborted);
    }
}

void ApiExchange::refuseLater(const QueryError &error)
{
    m_refusal = error;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QueryError refusal = *std::exchange(m_refusal, std::nullopt);
            // A copy: it may ask anew, or delete this exchange.
            const auto fail = m_fail;
            fail(refusal);
        },
        Qt::QueuedConnection);
}

} // namespace sockeye
