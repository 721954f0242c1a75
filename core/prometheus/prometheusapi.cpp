// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prometheusapi.h"

#include "core/prometheus/fallbackjob.h"

#include <algorithm>

namespace sockeye {

namespace {

// A little less than we wait ourselves, so that the server's own words about it still arrive.
QByteArray serverTimeout(std::chrono::milliseconds timeout)
{
    const auto margin = std::min(timeout / 10, std::chrono::milliseconds{1'000});
    return QByteArray::number(qint64{(timeout - margin).count()}) + "ms";
}

} // namespace

PrometheusApi::PrometheusApi(HttpConfig config, const SecretSource &secrets, const Clock &clock)
    : m_http(std::move(config), secrets, clock)
{
    // One large answer must not hold up the small ones behind it; more would compete with the window.
    m_workers.setMaxThreadCount(2);
}

PrometheusApi::~PrometheusApi()
{
    // Before m_http goes, whose jobs they use.
    qDeleteAll(findChildren<FallbackJob *>(QString(), Qt::FindDirectChildrenOnly));
}

HttpJob *PrometheusApi::ask(const QByteArray &path, HttpParameters parameters)
{
    parameters.emplace_back("timeout", serverTimeout(m_http.config().timeout));
    return new FallbackJob(*this, path, std::move(parameters));
}

HttpJob *PrometheusApi::get(const QByteArray &path, const HttpParameters &parameters)
{
    return m_http.get("api/v1/" + path, parameters);
}

HttpJob *PrometheusApi::post(const QByteArray &path, const HttpParameters &parameters)
{
    return m_http.post("api/v1/" + path, parameters);
}

} // namespace sockeye
