// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/apiexchange.h"

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
    if (m_job) {
        m_job->abort();
    } else if (m_decoding) {
        ++m_round;
        delete m_decoding;
        failLater();
    }
}

void ApiExchange::failLater()
{
    HttpError aborted;
    aborted.kind = HttpError::Kind::Aborted;
    QMetaObject::invokeMethod(
        this, [fail = m_fail, error = transportError(aborted)] { fail(error); }, Qt::QueuedConnection);
}

} // namespace sockeye
