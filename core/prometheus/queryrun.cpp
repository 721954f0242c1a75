// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/queryrun.h"

#include "core/prometheus/responseparser.h"

namespace sockeye {

namespace {

QueryOutcome decode(const HttpReply &reply, DecoderPool &decoders)
{
    const DecoderPool::Loan decoder(decoders);
    return parseResponse(reply, *decoder).map([&reply](QueryResult &&result) {
        return QueryAnswer{std::move(result), reply.elapsed, reply.receivedAt, reply.body.size()};
    });
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
        if (outcome) {
            for (TimeSeries &series : outcome->result.series)
                markGaps(series, step);
            compact(outcome->result.series);
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
