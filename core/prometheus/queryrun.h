// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/apiexchange.h"
#include "core/prometheus/askedquery.h"
#include "core/prometheus/prometheusclient.h"

namespace sockeye {

//! \brief The QueryJob of PrometheusClient.
class QueryRun final : public QueryJob {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryRun)

public:
    QueryRun(PrometheusApi &api, const InstantQuery &query, QObject *parent);
    QueryRun(PrometheusApi &api, const RangeQuery &query, QObject *parent);
    ~QueryRun() override;

    void abort() override;

private:
    void ask(
        PrometheusApi &api, const AskedQuery &query, std::function<QueryOutcome(const HttpReply &)> decoder);
    void finish(const QueryOutcome &outcome);

    ApiExchange m_exchange;
};

} // namespace sockeye
