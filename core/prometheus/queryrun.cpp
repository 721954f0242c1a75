// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/queryrun.h"

#include "core/prometheus/responseparser.h"

#include <algorithm>
#include <array>

namespace sockeye {

namespace {

QueryOutcome decode(const HttpReply &reply, DecoderPool &decoders)
{
    const DecoderPool::Loan decoder(decoders);
    return parseResponse(reply, *decoder).map([&reply](QueryResult &&result) {
        return QueryAnswer{std::move(result), reply.elapsed, reply.receivedAt, reply.body.size()};
    });
}

void addQuantiles(QueryResult &result)
{
    static constexpr std::array quantiles{0.5, 0.95, 0.99};
    for (const HistogramSeries &histograms : result.histograms) {
        std::vector<TimeSeries> series = quantileSeries(histograms, quantiles);
        std::ranges::move(series, std::back_inserter(result.quantiles));
    }
}

// Rules ask about one moment, panels about a range.
RequestRank rankOf(const AskedQuery &query)
{
    return std::holds_alternative<InstantQuery>(query) ? RequestRank::Urgent : RequestRank::Usual;
}

} // namespace

QueryRun::QueryRun(PrometheusApi &api, const InstantQuery &query, QObject *parent)
    : QueryJob(parent)
    , m_exchange(api, nullptr)
{
    const auto decodeInstant = [&decoders = api.decoders()](
                                   const HttpReply &reply) { return decode(reply, decoders); };
    ask(api, query, decodeInstant);
}

QueryRun::QueryRun(PrometheusApi &api, const RangeQuery &query, QObject *parent)
    : QueryJob(parent)
    , m_exchange(api, nullptr)
{
    const auto decodeRange = [step = query.step, &decoders = api.decoders()](const HttpReply &reply) {
        QueryOutcome outcome = decode(reply, decoders);
        if (!outcome)
            return outcome;
        QueryResult &result = outcome->result;
        addQuantiles(result);
        for (std::vector<TimeSeries> *list : {&result.series, &result.quantiles}) {
            for (TimeSeries &series : *list)
                markGaps(series, step);
            compact(*list);
        }
        return outcome;
    };
    ask(api, query, decodeRange);
}

QueryRun::~QueryRun() = default;

void QueryRun::ask(
    PrometheusApi &api, const AskedQuery &query, std::function<QueryOutcome(const HttpReply &)> decoder)
{
    const auto then = [this](const QueryOutcome &outcome) { finish(outcome); };
    if (const auto refusal = api.refusal())
        m_exchange.refuse<QueryAnswer>(*refusal, then);
    else
        m_exchange.ask<QueryAnswer>(
            api.ask(pathOf(query), parametersOf(query), rankOf(query)), std::move(decoder), then);
}

void QueryRun::abort()
{
    m_exchange.abort();
}

void QueryRun::finish(const QueryOutcome &outcome)
{
    // First: a slot may delete the client, and this job with it.
    deleteLater();
    Q_EMIT finished(outcome);
}

} // namespace sockeye
