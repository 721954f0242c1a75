// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/seriesmerge.h"

#include <QHash>

#include <algorithm>
#include <bit>

namespace sockeye {

namespace {

//! Indices of a series: [first, last).
struct Slice {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::size_t indexOf(const TimeSeries &series, Timestamp from)
{
    return static_cast<std::size_t>(
        std::lower_bound(series.times.begin(), series.times.end(), from) - series.times.begin());
}

Slice sliceWithin(const TimeSeries &series, Timestamp from, Timestamp before)
{
    const std::size_t first = indexOf(series, from);
    return {first, std::max(first, indexOf(series, before))};
}

//! The marks of gaps stay behind: where the gaps are is decided anew, on the whole.
class Columns final {
public:
    explicit Columns(std::size_t capacity)
    {
        m_times.reserve(capacity);
        m_values.reserve(capacity);
    }

    void append(const TimeSeries &series, Slice slice)
    {
        for (std::size_t i = slice.first; i < slice.last; ++i) {
            if (isAbsent(series.values[i]))
                continue;
            m_times.push_back(series.times[i]);
            m_values.push_back(series.values[i]);
        }
    }

    [[nodiscard]] TimeSeries take(LabelSet labels)
    {
        return {std::move(labels), std::move(m_times), std::move(m_values)};
    }

private:
    std::vector<Timestamp> m_times;
    std::vector<double> m_values;
};

//! How many points the two have not in common.
std::size_t countChanges(const TimeSeries &a, Slice in, const TimeSeries &b, Slice on)
{
    std::size_t changes = 0;
    const auto skip = [](const TimeSeries &series, Slice &slice) {
        while (slice.first < slice.last && isAbsent(series.values[slice.first]))
            ++slice.first;
        return slice.first < slice.last;
    };
    for (;;) {
        const bool hasA = skip(a, in);
        const bool hasB = skip(b, on);
        if (!hasA && !hasB)
            return changes;
        const bool isA = hasA && (!hasB || a.times[in.first] <= b.times[on.first]);
        const bool isB = hasB && (!hasA || b.times[on.first] <= a.times[in.first]);
        const bool isSame = isA && isB
            && std::bit_cast<std::uint64_t>(a.values[in.first])
                == std::bit_cast<std::uint64_t>(b.values[on.first]);
        changes += isSame ? 0 : 1;
        in.first += isA ? 1 : 0;
        on.first += isB ? 1 : 0;
    }
}

//! One series of the family with what the answer says about it.
TimeSeries mergeOne(const TimeSeries &held, const TimeSeries &fresh, const PartialAnswer &answer)
{
    constexpr std::chrono::milliseconds tick{1};
    const TimeRange &kept = answer.kept;
    const Timestamp begin = std::clamp(answer.asked.begin, kept.begin, kept.end + tick);
    const Timestamp end = std::clamp(answer.asked.end + tick, begin, kept.end + tick);
    Columns columns(held.size() + fresh.size());
    columns.append(held, sliceWithin(held, kept.begin, begin));
    columns.append(fresh, sliceWithin(fresh, begin, end));
    columns.append(held, sliceWithin(held, end, kept.end + tick));
    TimeSeries merged = columns.take(held.labels);
    markGaps(merged, answer.step);
    return merged;
}

} // namespace

MergedSeries mergeAnswer(std::span<const TimeSeries *const> held, PartialAnswer answer)
{
    const std::vector<TimeSeries> fresh = std::move(answer.series);
    QHash<LabelSet, std::size_t> unmet;
    for (std::size_t i = 0; i < fresh.size(); ++i)
        unmet.insert(fresh[i].labels, i);
    MergedSeries result;
    const auto merge = [&](const TimeSeries &old, const TimeSeries &news) {
        const Timestamp settled = std::max(answer.settledBefore, answer.asked.begin);
        result.lateSamples += countChanges(old, sliceWithin(old, answer.asked.begin, settled), news,
            sliceWithin(news, answer.asked.begin, settled));
        if (TimeSeries merged = mergeOne(old, news, answer); !merged.isEmpty())
            result.series.push_back(std::move(merged));
    };
    for (const TimeSeries *old : held) {
        const auto found = unmet.constFind(old->labels);
        merge(*old, found == unmet.constEnd() ? TimeSeries{old->labels, {}, {}} : fresh[*found]);
        unmet.remove(old->labels);
    }
    for (const TimeSeries &news : fresh) {
        if (unmet.contains(news.labels))
            merge({news.labels, {}, {}}, news);
    }
    if (!unmet.isEmpty())
        std::ranges::sort(result.series, std::less(), &TimeSeries::labels);
    compact(result.series);
    return result;
}

TimeSeries cutTo(const TimeSeries &series, const TimeRange &range)
{
    Slice slice = sliceWithin(series, range.begin, range.end + std::chrono::milliseconds{1});
    while (slice.first < slice.last && isAbsent(series.values[slice.first]))
        ++slice.first;
    while (slice.first < slice.last && isAbsent(series.values[slice.last - 1]))
        --slice.last;
    const auto at = [](const auto &column, std::size_t index) {
        return column.begin() + static_cast<std::ptrdiff_t>(index);
    };
    return {series.labels,
        std::vector<Timestamp>(at(series.times, slice.first), at(series.times, slice.last)),
        std::vector<double>(at(series.values, slice.first), at(series.values, slice.last))};
}

} // namespace sockeye
