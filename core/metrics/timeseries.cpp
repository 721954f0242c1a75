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
    const std::size_t last = series.size();
    std::size_t torn = 0;
    for (std::size_t i = 1; i < last; ++i)
        torn += isTorn(i) ? 1U : 0U;
    // Most series have no gap, and keep the times that they share.
    if (torn == 0)
        return;
    std::vector<Timestamp> times;
    std::vector<double> values;
    times.reserve(last + torn);
    values.reserve(last + torn);
    for (std::size_t i = 0; i < last; ++i) {
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

void shiftTimes(std::span<TimeSeries> answer, std::chrono::milliseconds offset)
{
    if (offset == std::chrono::milliseconds{0})
        return;
    TimeColumn before;
    TimeColumn after;
    for (TimeSeries &series : answer) {
        if (!series.times.isSharedWith(before)) {
            before = series.times;
            for (Timestamp &time : series.times.edit())
                time += offset;
            after = series.times;
        } else {
            series.times = after;
        }
    }
}

void compact(std::span<TimeSeries> answer)
{
    TimeColumn grid;
    for (TimeSeries &series : answer) {
        series.times.shareWith(grid);
        series.times.shrinkToFit();
        series.values.shrink_to_fit();
        grid = series.times;
    }
}

} // namespace sockeye
