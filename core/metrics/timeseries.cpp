// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/timeseries.h"

#include <algorithm>

namespace sockeye {

const double *TimeSeries::lastValue() const
{
    const auto found =
        std::find_if(values.rbegin(), values.rend(), [](double value) { return !isAbsent(value); });
    return found == values.rend() ? nullptr : &*found;
}

bool operator==(const TimeSeries &a, const TimeSeries &b)
{
    // By bit pattern, so that NaN equals NaN and a gap never equals a measured NaN.
    const auto sameBits = [](double x, double y) {
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
    };
    return a.labels == b.labels && a.times == b.times
        && std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), sameBits);
}

void markGaps(TimeSeries &series, std::chrono::milliseconds step)
{
    if (step <= std::chrono::milliseconds{0})
        return;
    const auto limit = step + step / 2;
    const auto isTorn = [&series, limit](std::size_t i) {
        return series.times[i] - series.times[i - 1] > limit && !isAbsent(series.values[i])
            && !isAbsent(series.values[i - 1]);
    };
    std::vector<Timestamp> times;
    std::vector<double> values;
    times.reserve(series.times.size());
    values.reserve(series.values.size());
    for (std::size_t i = 0; i < series.times.size(); ++i) {
        if (i > 0 && isTorn(i)) {
            times.push_back(series.times[i - 1] + step);
            values.push_back(absentValue());
        }
        times.push_back(series.times[i]);
        values.push_back(series.values[i]);
    }
    series.times = std::move(times);
    series.values = std::move(values);
}

} // namespace sockeye
