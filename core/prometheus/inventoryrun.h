// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/apiexchange.h"
#include "core/prometheus/metricinventory.h"

namespace sockeye {

//! \brief The InventoryJob of PrometheusClient. Without metadata the types are unknown.
class InventoryRun final : public InventoryJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InventoryRun)

public:
    InventoryRun(PrometheusApi &api, const QByteArray &nameRegex, QObject *parent);
    ~InventoryRun() override;

    void abort() override;

private:
    void onJobs(const InventoryOutcome &jobs);
    void onTypes(const Expected<MetricTypes, QueryError> &types);
    void finish(const InventoryOutcome &outcome);

    PrometheusApi &m_api;
    ApiExchange m_exchange;
    MetricInventory m_inventory;
};

} // namespace sockeye
