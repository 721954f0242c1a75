// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/queryscheduler.h"

#include "tests/support/nosecrets.h"

#include <QTest>

namespace sockeye::test {

//! \brief All that asks one server for a range that ends now, or did so a while ago.
struct RangeConsole {
    static constexpr std::chrono::milliseconds step{1'000};
    static constexpr int patience = 60'000; // ms, for a machine that is busy with other things

    RangeConsole(const QUrl &url, const Clock &clock, QString wanted, std::chrono::milliseconds shown)
        : expression(std::move(wanted))
        , length(shown)
        , client(configFor(url), secrets, clock)
        , scheduler(EndpointId{QStringLiteral("real")}, client, store, clock, RandomSource(7))
    {
        scheduler.setScrapeInterval(step);
        scheduler.setFreshness(std::chrono::milliseconds{0});
    }

    static HttpConfig configFor(const QUrl &url)
    {
        HttpConfig config;
        config.baseUrl = url;
        return config;
    }

    //! \brief Waits for the answer; also ends a back-off that is over.
    [[nodiscard]] RangeOutcome ask(Timestamp end, RangeWish::Depth depth = RangeWish::Depth::News)
    {
        QObject context;
        std::optional<RangeOutcome> heard;
        scheduler.askRange({{expression, {end - length, end}, step}, depth}, &context,
            [&heard](const RangeOutcome &outcome) { heard = outcome; });
        const auto isHeard = [&] {
            scheduler.tick();
            return heard.has_value();
        };
        return QTest::qWaitFor(isHeard, patience) ? *heard : RangeOutcome(unexpected(QueryError()));
    }

    QString expression;
    std::chrono::milliseconds length;
    NoSecrets secrets;
    PrometheusClient client;
    SeriesStore store{SeriesStore::Limits{}};
    QueryScheduler scheduler;
};

//! \brief Whether both hold the same, point by point.
[[nodiscard]] inline bool isSame(const RangeAnswer &a, const RangeAnswer &b)
{
    const auto isEqual = [](const TimeSeriesPtr &x, const TimeSeriesPtr &y) { return *x == *y; };
    return std::ranges::equal(a.series, b.series, isEqual);
}

} // namespace sockeye::test
