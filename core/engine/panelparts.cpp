// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/panelparts.h"

#include "core/metrics/nativehistogram.h"

#include <algorithm>
#include <map>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

bool sameSeries(const PanelSeries &a, const PanelSeries &b)
{
    return a.layer == b.layer && a.legend == b.legend && (a.data == b.data || *a.data == *b.data);
}

bool sameLane(const PanelLane &a, const PanelLane &b)
{
    return a.target == b.target && a.name == b.name && a.intervals == b.intervals
        && a.rttSeconds == b.rttSeconds;
}

template <typename Item>
bool sameAll(const std::vector<Item> &a, const std::vector<Item> &b, bool (*same)(const Item &, const Item &))
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

// The quantiles of one histogram differ in nothing else, and a template made for one line does not tell them
// apart.
QString quantileOf(const PanelLayer &layer, const LabelSet &labels)
{
    const QString quantile = QString::fromLatin1(labels.value(quantileLabel));
    const bool isTold = layer.legend.contains(QLatin1StringView(quantileLabel));
    return quantile.isEmpty() || isTold ? QString() : QString(u' ' % quantile);
}

} // namespace

QString legendFor(const PanelLayer &layer, const LabelSet &labels, bool isAlone)
{
    if (layer.legend.isEmpty())
        return isAlone ? QString() : QString::fromUtf8(labels.without("__name__").toPromQl());
    QString result;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = layer.legend.indexOf("{{"_L1, at);
        const qsizetype close = open < 0 ? -1 : layer.legend.indexOf("}}"_L1, open);
        if (close < 0)
            return result % layer.legend.mid(at) % (isAlone ? QString() : quantileOf(layer, labels));
        const QString name = layer.legend.mid(open + 2, close - open - 2).trimmed();
        result += layer.legend.mid(at, open - at) % QString::fromUtf8(labels.value(name.toUtf8()));
        at = close + 2;
    }
}

TimeSeriesPtr sliceOf(const TimeSeries &series, const TimeRange &range)
{
    auto first = std::lower_bound(series.times.begin(), series.times.end(), range.begin);
    if (first != series.times.begin())
        --first;
    auto last = std::upper_bound(first, series.times.end(), range.end);
    if (last != series.times.end())
        ++last;
    const auto offset = first - series.times.begin();
    const auto count = last - first;
    auto slice = std::make_shared<TimeSeries>();
    slice->labels = series.labels;
    slice->times = std::vector<Timestamp>(first, last);
    slice->values.assign(series.values.begin() + offset, series.values.begin() + offset + count);
    return slice;
}

std::vector<TimeRange> unseenRanges(
    std::span<const TimeSeriesPtr> up, const TimeRange &range, std::chrono::milliseconds step)
{
    std::map<Timestamp, double> lowest;
    for (const TimeSeriesPtr &series : up) {
        for (std::size_t i = 0; i < series->size(); ++i) {
            if (isAbsent(series->values[i]))
                continue;
            const auto [entry, isNew] = lowest.try_emplace(series->times[i], series->values[i]);
            if (!isNew)
                entry->second = std::min(entry->second, series->values[i]);
        }
    }
    // A point speaks for the step before it, because its scrape lies there.
    std::vector<TimeRange> unseen;
    Timestamp seenUntil = range.begin;
    for (const auto &[time, value] : lowest) {
        if (!(value > 0.0))
            continue;
        if (time - step > seenUntil)
            unseen.push_back({seenUntil, time - step});
        seenUntil = std::max(seenUntil, time);
    }
    // The newest point is up to a step old, and its answer up to another.
    if (range.end - seenUntil > 3 * step)
        unseen.push_back({seenUntil, range.end});
    return mergedWithin(std::move(unseen), range);
}

std::vector<TimeRange> mergedWithin(std::vector<TimeRange> ranges, const TimeRange &range)
{
    std::sort(ranges.begin(), ranges.end(),
        [](const TimeRange &a, const TimeRange &b) { return a.begin < b.begin; });
    std::vector<TimeRange> merged;
    for (const TimeRange &one : ranges) {
        const TimeRange cut{std::max(one.begin, range.begin), std::min(one.end, range.end)};
        if (cut.isEmpty())
            continue;
        if (!merged.empty() && cut.begin <= merged.back().end)
            merged.back().end = std::max(merged.back().end, cut.end);
        else
            merged.push_back(cut);
    }
    return merged;
}

bool looksSame(const PanelSnapshot &a, const PanelSnapshot &b)
{
    return a.state == b.state && a.emptyCause == b.emptyCause && a.blind == b.blind && a.error == b.error
        && a.heardAt == b.heardAt && a.range == b.range && a.step == b.step && a.thresholds == b.thresholds
        && a.blindRanges == b.blindRanges && a.breachRanges == b.breachRanges && a.warnings == b.warnings
        && a.infos == b.infos && a.isPartial == b.isPartial && a.droppedSeries == b.droppedSeries
        && a.lateSamples == b.lateSamples && sameAll(a.series, b.series, sameSeries)
        && sameAll(a.lanes, b.lanes, sameLane);
}

std::vector<StateInterval> withUnwatchedStart(
    std::vector<StateInterval> intervals, const TargetId &target, const TimeRange &range)
{
    const Timestamp watched = intervals.empty() ? range.end : intervals.front().begin;
    if (range.begin < watched)
        intervals.insert(intervals.begin(), {target, LaneState::NotWatched, range.begin, watched, 0, {}});
    return intervals;
}

} // namespace sockeye
