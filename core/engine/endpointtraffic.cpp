// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/endpointtraffic.h"

#include "core/metrics/quantile.h"

#include <numeric>

namespace sockeye {

namespace {

constexpr std::size_t timedQueries = 100;
constexpr std::size_t recentQueries = 12;

} // namespace

std::optional<double> EndpointTraffic::reuseRatio() const
{
    const quint64 shown = samplesDecoded + samplesReused;
    if (shown == 0)
        return std::nullopt;
    return static_cast<double>(samplesReused) / static_cast<double>(shown);
}

void TrafficMeter::countOutcome(const AskedQuery &query, const QueryOutcome &outcome, Timestamp now)
{
    remember({query, now, !outcome});
    if (!outcome) {
        ++m_traffic.failed;
        m_traffic.lastFailure = {outcome.error(), now, query};
        return;
    }
    m_traffic.bytesReceived += static_cast<quint64>(outcome->bodyBytes);
    m_traffic.samplesDecoded += countSamples(outcome->result);
    m_seconds.push_back(std::chrono::duration<double>(outcome->elapsed).count());
    if (m_seconds.size() > timedQueries)
        m_seconds.pop_front();
}

void TrafficMeter::remember(EndpointTraffic::Answered answered)
{
    // What is asked each few seconds would soon fill the list.
    std::erase_if(m_traffic.recent, [&answered](const EndpointTraffic::Answered &other) {
        return other.query.index() == answered.query.index()
            && expressionOf(other.query) == expressionOf(answered.query);
    });
    m_traffic.recent.insert(m_traffic.recent.begin(), std::move(answered));
    if (m_traffic.recent.size() > recentQueries)
        m_traffic.recent.pop_back();
}

std::size_t countSamples(const QueryResult &result)
{
    return countSamples(result.series) + countSamples(result.quantiles);
}

std::size_t countSamples(std::span<const TimeSeries> series)
{
    return std::accumulate(series.begin(), series.end(), std::size_t{0},
        [](std::size_t sum, const TimeSeries &one) { return sum + one.size(); });
}

std::size_t countSamples(std::span<const TimeSeriesPtr> series)
{
    return std::accumulate(series.begin(), series.end(), std::size_t{0},
        [](std::size_t sum, const TimeSeriesPtr &one) { return sum + one->size(); });
}

EndpointTraffic TrafficMeter::traffic() const
{
    EndpointTraffic traffic = m_traffic;
    const std::vector<double> seconds(m_seconds.begin(), m_seconds.end());
    traffic.p50 = quantile(0.5, seconds);
    traffic.p95 = quantile(0.95, seconds);
    return traffic;
}

} // namespace sockeye
