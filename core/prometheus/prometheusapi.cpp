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
    : m_secrets(secrets)
    , m_clock(clock)
    , m_http(std::move(config), secrets, clock)
    , m_gate(std::make_unique<RequestGate>())
{
    // One large answer must not hold up the small ones behind it; more would compete with the window.
    m_workers.setMaxThreadCount(2);
}

PrometheusApi::~PrometheusApi()
{
    // Whoever waits for a place must not get one that becomes free now.
    m_gate.reset();
    // Before m_http goes, whose jobs they use.
    qDeleteAll(findChildren<FallbackJob *>(QString(), Qt::FindDirectChildrenOnly));
}

HttpJob *PrometheusApi::ask(const QByteArray &path, HttpParameters parameters, RequestRank rank)
{
    parameters.emplace_back("timeout", serverTimeout(m_http.config().timeout));
    const HttpParameters options = parametersOf(m_options);
    parameters.insert(parameters.end(), options.begin(), options.end());
    return m_gate->pass(rank, [this, path, parameters] { return new FallbackJob(*this, path, parameters); });
}

std::optional<QueryError> PrometheusApi::refusal() const
{
    const QByteArray refused = m_profile ? refusedParameter(m_options, m_profile->flavour) : QByteArray();
    if (refused.isEmpty())
        return std::nullopt;
    QueryError error;
    error.kind = QueryError::Kind::OptionRefused;
    error.message = QString::fromLatin1(refused);
    return error;
}

bool PrometheusApi::sendsTenant() const
{
    const auto isTenant = [](const HttpHeader &header) {
        return header.name.compare("X-Scope-OrgID", Qt::CaseInsensitive) == 0;
    };
    return !m_http.config().tenant.isEmpty() || std::ranges::any_of(m_http.config().headers, isTenant);
}

std::unique_ptr<HttpClient> PrometheusApi::clientAt(const QUrl &baseUrl) const
{
    HttpConfig config = m_http.config();
    config.baseUrl = baseUrl;
    return std::make_unique<HttpClient>(std::move(config), m_secrets, m_clock);
}

HttpJob *PrometheusApi::get(const QByteArray &path, const HttpParameters &parameters)
{
    return m_gate->pass(RequestRank::Idle, [this, path, parameters] { return sendGet(path, parameters); });
}

HttpJob *PrometheusApi::sendGet(const QByteArray &path, const HttpParameters &parameters)
{
    return m_http.get("api/v1/" + path, parameters);
}

HttpJob *PrometheusApi::sendPost(const QByteArray &path, const HttpParameters &parameters)
{
    return m_http.post("api/v1/" + path, parameters);
}

} // namespace sockeye
