// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/buckets.h"

#include "ui/charts/scale.h"

#include <algorithm>
#include <cmath>

namespace sockeye {

using namespace std::chrono_literals;

BucketGrid bucketGrid(
    const TimeRange &range, std::chrono::milliseconds step, double width, double leastPixels)
{
    if (range.isEmpty() || width < leastPixels)
        return {};
    const double perPixel = static_cast<double>(range.length().count()) / width;
    const std::chrono::milliseconds least(static_cast<std::int64_t>(std::ceil(perPixel * leastPixels)));
    BucketGrid grid;
    grid.length = roundDuration(std::max({least, step, 1ms}));
    const auto since = range.begin.time_since_epoch() % grid.length;
    grid.first = range.begin - since;
    grid.count = static_cast<std::size_t>((range.end - grid.first + grid.length - 1ms) / grid.length);
    return grid;
}

std::vector<double> bucketMeans(const TimeSeries &series, const BucketGrid &grid)
{
    std::vector<double> means(grid.count, absentValue());
    if (grid.count == 0)
        return means;
    std::vector<int> counts(grid.count, 0);
    const auto from = std::lower_bound(series.times.begin(), series.times.end(), grid.first);
    for (auto i = static_cast<std::size_t>(from - series.times.begin()); i < series.size(); ++i) {
        const auto bucket = static_cast<std::size_t>((series.times[i] - grid.first) / grid.length);
        if (bucket >= grid.count)
            break;
        if (!std::isfinite(series.values[i]))
            continue;
        const int count = ++counts[bucket];
        const double before = count == 1 ? 0.0 : means[bucket];
        means[bucket] = before + (series.values[i] - before) / count;
    }
    return means;
}

} // namespace sockeye
