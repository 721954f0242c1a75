// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/fallbackjob.h"

#include "core/prometheus/prometheusapi.h"

namespace sockeye {

namespace {

bool refusesMethod(const HttpOutcome &outcome)
{
    // 403 too: some proxies let the method pass for reading only.
    return outcome && (outcome->status == 403 || outcome->status == 405 || outcome->status == 501);
}

} // namespace

FallbackJob::FallbackJob(PrometheusApi &api, QByteArray path, HttpParameters parameters)
    : HttpJob(&api)
    , m_api(api)
    , m_path(std::move(path))
    , m_parameters(std::move(parameters))
{
    if (m_api.prefersGet()) {
        get();
        return;
    }
    m_current = m_api.sendPost(m_path, m_parameters);
    connect(m_current, &HttpJob::finished, this, &FallbackJob::onPosted);
}

FallbackJob::~FallbackJob()
{
    if (m_current) {
        m_current->disconnect(this);
        m_current->abort();
    }
}

void FallbackJob::abort()
{
    if (m_current)
        m_current->abort();
}

void FallbackJob::get()
{
    m_current = m_api.sendGet(m_path, m_parameters);
    connect(m_current, &HttpJob::finished, this, &FallbackJob::onGot);
}

void FallbackJob::onPosted(const HttpOutcome &outcome)
{
    m_current.clear();
    if (refusesMethod(outcome))
        get();
    else
        finish(outcome);
}

void FallbackJob::onGot(const HttpOutcome &outcome)
{
    m_current.clear();
    if (outcome && outcome->status < 400)
        m_api.rememberGet();
    finish(outcome);
}

void FallbackJob::finish(const HttpOutcome &outcome)
{
    deleteLater();
    Q_EMIT finished(outcome);
}

} // namespace sockeye
