// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/askedquery.h"
#include "core/prometheus/queryresult.h"

#include <deque>
#include <optional>
#include <span>

namespace sockeye {

//! \brief What went between the console and one server since the console knows it.
struct EndpointTraffic {
    struct Failure {
        QueryError error;
        Timestamp at;
        AskedQuery query;

        friend bool operator==(const Failure &, const Failure &) = default;
    };
    struct Answered {
        AskedQuery query;
        Timestamp at;
        bool hasFailed = false;

        friend bool operator==(const Answered &, const Answered &) = default;
    };

    quint64 sent = 0; //!< queries
    quint64 failed = 0;
    quint64 aborted = 0; //!< by us, because nobody waited any more
    quint64 skipped = 0; //!< refreshes that were due while the one before was still under way
    quint64 bytesReceived = 0; //!< decoded bodies of good answers
    quint64 samplesDecoded = 0;
    quint64 samplesReused = 0; //!< shown to panels without having been asked for again
    std::size_t inFlight = 0; //!< requests of any kind
    std::size_t waiting = 0; //!< for their turn
    std::size_t samplesHeld = 0;
    std::size_t bytesHeld = 0;
    std::size_t evicted = 0; //!< answers dropped because the store was full
    std::optional<double> p50, p95; //!< seconds a query takes, of the last hundred
    std::optional<Failure> lastFailure;
    std::vector<Answered> recent; //!< the last few, newest first, of each expression the last one

    //! \brief The part of what panels were shown that was not asked for; nothing before the first answer.
    [[nodiscard]] std::optional<double> reuseRatio() const;

    friend bool operator==(const EndpointTraffic &, const EndpointTraffic &) = default;
};

//! \brief Counts an EndpointTraffic. Main thread only.
class TrafficMeter final {
public:
    void countSent() { ++m_traffic.sent; }
    void countAborted() { ++m_traffic.aborted; }
    void countSkipped() { ++m_traffic.skipped; }
    void countReused(std::size_t samples) { m_traffic.samplesReused += samples; }
    void countOutcome(const AskedQuery &query, const QueryOutcome &outcome, Timestamp now);

    //! \brief Without what the scheduler and the store know: what is in flight and what is held.
    [[nodiscard]] EndpointTraffic traffic() const;

private:
    void remember(EndpointTraffic::Answered answered);

    EndpointTraffic m_traffic;
    std::deque<double> m_seconds;
};

//! \brief The number of samples that are drawn of \a result: a histogram counts as its quantiles.
[[nodiscard]] std::size_t countSamples(const QueryResult &result);
//! \brief The number of samples in \a series.
[[nodiscard]] std::size_t countSamples(std::span<const TimeSeries> series);
[[nodiscard]] std::size_t countSamples(std::span<const TimeSeriesPtr> series);

} // namespace sockeye
