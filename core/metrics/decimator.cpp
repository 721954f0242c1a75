// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/decimator.h"

#include <algorithm>
#include <cmath>

namespace sockeye {

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

    const double perMillisecond = width / static_cast<double>(range.length().count());
    bool broken = true;
    for (auto i = static_cast<std::size_t>(from - times.begin());
         i < static_cast<std::size_t>(to - times.begin()); ++i) {
        const double value = series.values[i];
        if (std::isnan(value)) {
            broken = true;
            continue;
        }
        const double x = static_cast<double>((times[i] - range.begin).count()) * perMillisecond;
        const auto column =
            static_cast<std::int32_t>(std::clamp(std::floor(x), -1.0, static_cast<double>(width)));
        if (broken || columns.empty() || columns.back().column != column) {
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
