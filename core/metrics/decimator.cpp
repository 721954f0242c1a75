// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/decimator.h"

#include <algorithm>
#include <cmath>

namespace sockeye {

namespace {

// In whole numbers: a product of doubles puts a sample that lies on a column's edge into either.
std::int32_t columnOf(Timestamp time, const TimeRange &range, std::int32_t width)
{
    if (time < range.begin)
        return -1;
    if (time >= range.end)
        return width;
    const std::int64_t offset = (time - range.begin).count();
    return static_cast<std::int32_t>(offset * width / range.length().count());
}

} // namespace

std::vector<PixelColumn> decimate(const TimeSeries &series, const TimeRange &range, std::int32_t width)
{
    std::vector<PixelColumn> columns;
    if (range.isEmpty() || width <= 0 || series.isEmpty())
        return columns;
    const auto &times = series.times;
    auto from = std::lower_bound(times.begin(), times.end(), range.begin);
    if (from != times.begin())
        --from;
    auto to = std::lower_bound(times.begin(), times.end(), range.end);
    if (to != times.end())
        ++to;

    bool broken = true;
    for (auto i = static_cast<std::size_t>(from - times.begin());
         i < static_cast<std::size_t>(to - times.begin()); ++i) {
        const double value = series.values[i];
        if (std::isnan(value)) {
            broken = true;
            continue;
        }
        const std::int32_t column = columnOf(times[i], range, width);
        if (columns.empty() || columns.back().column != column) {
            columns.push_back({column, value, value, value, value, broken});
        } else {
            PixelColumn &open = columns.back();
            open.minimum = std::min(open.minimum, value);
            open.maximum = std::max(open.maximum, value);
            open.last = value;
        }
        broken = false;
    }
    return columns;
}

} // namespace sockeye
