// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prometheusclient.h"

#include "core/prometheus/inventoryrun.h"
#include "core/prometheus/prometheusapi.h"
#include "core/prometheus/queryrun.h"
#include "core/prometheus/readapi.h"
#include "core/prometheus/servercheckrun.h"

namespace sockeye {

QueryJob::QueryJob(QObject *parent)
    : QObject(parent)
{
}

QueryJob::~QueryJob() = default;

ServerCheckJob::ServerCheckJob(QObject *parent)
    : QObject(parent)
{
}

ServerCheckJob::~ServerCheckJob() = default;

InventoryJob::InventoryJob(QObject *parent)
    : QObject(parent)
{
}

InventoryJob::~InventoryJob() = default;

PrometheusClient::PrometheusClient(
    HttpConfig config, const SecretSource &secrets, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_api(std::make_unique<PrometheusApi>(std::move(config), secrets, clock))
    , m_read(std::make_unique<ReadApi>(*m_api))
{
}

PrometheusClient::~PrometheusClient()
{
    // The jobs use the API, so they must not wait for ~QObject().
    const QObjectList jobs = children();
    qDeleteAll(jobs);
}

void PrometheusClient::setOptions(const EndpointOptions &options)
{
    m_api->setOptions(options);
}

QueryJob *PrometheusClient::query(const InstantQuery &query)
{
    return new QueryRun(*m_api, query, this);
}

QueryJob *PrometheusClient::queryRange(const RangeQuery &query)
{
    return new QueryRun(*m_api, query, this);
}

std::size_t PrometheusClient::requestsInFlight() const
{
    return m_api->gate().inFlight();
}

std::size_t PrometheusClient::requestsWaiting() const
{
    return m_api->gate().waiting();
}

ServerCheckJob *PrometheusClient::check()
{
    return new ServerCheckRun(*m_api, this);
}

InventoryJob *PrometheusClient::inventory(const QByteArray &nameRegex)
{
    return new InventoryRun(*m_api, nameRegex, this);
}

} // namespace sockeye
