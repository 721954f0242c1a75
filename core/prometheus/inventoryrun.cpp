// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/inventoryrun.h"

namespace sockeye {

InventoryRun::InventoryRun(PrometheusApi &api, const QByteArray &nameRegex, QObject *parent)
    : InventoryJob(parent)
    , m_api(api)
    , m_exchange(api, nullptr)
{
    m_exchange.ask<MetricInventory>(m_api.ask("query", {{"query", inventoryExpression(nameRegex)}}),
        &readJobs, [this](const InventoryOutcome &jobs) { onJobs(jobs); });
}

InventoryRun::~InventoryRun() = default;

void InventoryRun::abort()
{
    m_exchange.abort();
}

void InventoryRun::onJobs(const InventoryOutcome &jobs)
{
    if (!jobs) {
        finish(jobs);
        return;
    }
    m_inventory = *jobs;
    m_exchange.ask<MetricTypes>(m_api.get("metadata"), &readTypes,
        [this](const Expected<MetricTypes, QueryError> &types) { onTypes(types); });
}

void InventoryRun::onTypes(const Expected<MetricTypes, QueryError> &types)
{
    if (!types && endsRun(types.error())) {
        finish(unexpected(types.error()));
        return;
    }
    addTypes(m_inventory, types.value_or(MetricTypes()));
    finish(m_inventory);
}

void InventoryRun::finish(const InventoryOutcome &outcome)
{
    deleteLater();
    Q_EMIT finished(outcome);
}

} // namespace sockeye
