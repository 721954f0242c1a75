// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/stepcalculator.h"

#include <algorithm>
#include <array>

namespace sockeye {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr std::int64_t maximumPoints = 11'000;
constexpr int defaultWidth = 1'500;
constexpr milliseconds defaultScrapeInterval = 15s;

struct Rounding {
    milliseconds limit;
    milliseconds interval;
};

// Grafana's table (roundInterval of its time series code): up to the limit the interval is taken.
constexpr std::array<Rounding, 29> roundings{{{10ms, 1ms}, {15ms, 10ms}, {35ms, 20ms}, {75ms, 50ms},
    {150ms, 100ms}, {350ms, 200ms}, {750ms, 500ms}, {1500ms, 1s}, {3500ms, 2s}, {7500ms, 5s}, {12500ms, 10s},
    {17500ms, 15s}, {25s, 20s}, {45s, 30s}, {90s, 1min}, {210s, 2min}, {450s, 5min}, {750s, 10min},
    {1050s, 15min}, {25min, 20min}, {45min, 30min}, {90min, 1h}, {150min, 2h}, {270min, 3h}, {9h, 6h},
    {24h, 12h}, {168h, 24h}, {504h, 168h}, {1008h, 720h}}};
constexpr milliseconds longestInterval = 8'760h;

milliseconds rounded(milliseconds interval)
{
    const auto found = std::ranges::find_if(
        roundings, [interval](const Rounding &rounding) { return interval <= rounding.limit; });
    return found == roundings.end() ? longestInterval : found->interval;
}

// The shortest interval of the table that keeps the range within what the server answers. Rounding to the
// nearest one would not do: 45 s becomes 30 s.
milliseconds shortestSafe(milliseconds range)
{
    const auto found = std::ranges::find_if(roundings,
        [range](const Rounding &rounding) { return rounding.interval >= range / maximumPoints + 1ms; });
    return found == roundings.end() ? longestInterval : found->interval;
}

} // namespace

milliseconds stepFor(milliseconds range, int pixelWidth, milliseconds scrapeInterval)
{
    const int points = pixelWidth > 0 ? pixelWidth : defaultWidth;
    const milliseconds least = scrapeInterval > 0ms ? scrapeInterval : defaultScrapeInterval;
    const milliseconds step = std::max(least, rounded(range / points));
    return range / step > maximumPoints ? std::max(step, shortestSafe(range)) : step;
}

TimeRange alignedTo(const TimeRange &range, milliseconds step)
{
    const auto down = [step](Timestamp time) {
        const milliseconds past = time.time_since_epoch() % step;
        return time - (past < 0ms ? past + step : past);
    };
    return step > 0ms ? TimeRange{down(range.begin), down(range.end)} : range;
}

milliseconds rateWindow(milliseconds step, milliseconds scrapeInterval)
{
    const milliseconds scrape = scrapeInterval > 0ms ? scrapeInterval : defaultScrapeInterval;
    return std::max(step + scrape, 4 * scrape);
}

} // namespace sockeye
