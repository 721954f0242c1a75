// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/heatmap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace sockeye {

namespace {

using Rows = std::vector<Heatmap::Row>;

constexpr double infinity = std::numeric_limits<double>::infinity();

// The ranges of all buckets, each once, ascending.
Rows rangesOf(std::span<const HistogramSeries> all)
{
    Rows ranges;
    for (const HistogramSeries &series : all) {
        for (const NativeHistogram &histogram : series.histograms) {
            for (const HistogramBucket &bucket : histogram.buckets)
                ranges.push_back({bucket.lower, bucket.upper});
        }
    }
    const auto ascending = [](const Heatmap::Row &a, const Heatmap::Row &b) {
        return a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper;
    };
    std::ranges::sort(ranges, ascending);
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    return ranges;
}

// Rows that split no bucket and leave no hole.
Rows rowsOf(std::span<const HistogramSeries> all)
{
    Rows rows;
    for (const Heatmap::Row &range : rangesOf(all)) {
        if (!rows.empty() && range.lower < rows.back().upper) {
            rows.back().upper = std::max(rows.back().upper, range.upper);
            continue;
        }
        if (!rows.empty() && range.lower > rows.back().upper)
            rows.push_back({rows.back().upper, range.lower});
        rows.push_back(range);
    }
    return rows;
}

Rows putTogether(const Rows &rows, std::size_t maximum)
{
    const std::size_t most = std::max<std::size_t>(maximum, 1);
    const std::size_t group = (rows.size() + most - 1) / most;
    Rows fewer;
    for (std::size_t i = 0; i < rows.size(); i += group)
        fewer.push_back({rows[i].lower, rows[std::min(i + group, rows.size()) - 1].upper});
    return fewer;
}

double heightOf(const Heatmap::Row &row)
{
    return row.upper - row.lower;
}

std::vector<double> countsIn(const Rows &rows, const NativeHistogram &histogram)
{
    std::vector<double> counts(rows.size(), 0.0);
    for (const HistogramBucket &bucket : histogram.buckets) {
        const auto first = std::ranges::lower_bound(rows, bucket.upper, {}, &Heatmap::Row::upper);
        const auto last = std::ranges::upper_bound(rows, bucket.lower, {}, &Heatmap::Row::lower);
        // One row, except that a zero bucket may be a mere point, which touches those on its two sides.
        const auto row = std::ranges::min_element(first, last, {}, &heightOf);
        counts[static_cast<std::size_t>(row - rows.begin())] += bucket.count;
    }
    return counts;
}

bool hasBegunAnew(const NativeHistogram &before, const NativeHistogram &now,
    std::span<const double> countsBefore, std::span<const double> counts)
{
    return now.count < before.count
        || !std::equal(counts.begin(), counts.end(), countsBefore.begin(), std::greater_equal<>());
}

// What one series adds to the columns.
class Contribution final {
public:
    Contribution(const HistogramSeries &series, const Rows &rows, const HeatmapOptions &options)
        : m_series(series)
        , m_rows(rows)
        , m_options(options)
    {
    }

    // Nothing when it is not known. To be called for each moment, in their order.
    [[nodiscard]] std::optional<std::vector<double>> at(std::size_t moment)
    {
        std::vector<double> counts = countsIn(m_rows, m_series.histograms[moment]);
        if (m_options.counts == HeatmapOptions::Counts::AsGiven)
            return counts;
        const std::vector<double> before = std::exchange(m_before, counts);
        if (moment == 0 || isBehindGap(moment))
            return std::nullopt;
        if (!hasBegunAnew(m_series.histograms[moment - 1], m_series.histograms[moment], before, counts))
            std::ranges::transform(counts, before, counts.begin(), std::minus<>());
        return counts;
    }

private:
    [[nodiscard]] bool isBehindGap(std::size_t moment) const
    {
        const auto distance = m_series.times[moment] - m_series.times[moment - 1];
        return m_options.step.count() > 0 && 2 * distance > 3 * m_options.step;
    }

    const HistogramSeries &m_series;
    const Rows &m_rows;
    const HeatmapOptions &m_options;
    std::vector<double> m_before;
};

std::vector<Timestamp> momentsOf(std::span<const HistogramSeries> all)
{
    std::vector<Timestamp> moments;
    for (const HistogramSeries &series : all)
        moments.insert(moments.end(), series.times.begin(), series.times.end());
    std::ranges::sort(moments);
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    return moments;
}

double boundOf(const LabelSet &labels)
{
    const QByteArray text = labels.value("le");
    if (text == "+Inf" || text == "Inf")
        return infinity;
    bool isNumber = false;
    const double bound = text.toDouble(&isNumber);
    return isNumber ? bound : std::numeric_limits<double>::quiet_NaN();
}

// What each bound of one classic histogram has counted at one moment, by bounds.
using Cumulative = std::map<double, double>;

NativeHistogram histogramOf(const Cumulative &cumulative)
{
    NativeHistogram histogram;
    // Nothing that has buckets up to a positive bound only is negative: as Prometheus takes it.
    double lower = cumulative.begin()->first > 0.0 ? 0.0 : -infinity;
    for (const auto &[upper, count] : cumulative) {
        // Rates of buckets that were scraped together differ in the last digits all the same.
        const double own = std::max(count - histogram.count, 0.0);
        if (own > 0.0)
            histogram.buckets.push_back({HistogramBucket::Open::Left, lower, upper, own});
        histogram.count += own;
        lower = upper;
    }
    return histogram;
}

} // namespace

bool operator==(const Heatmap &a, const Heatmap &b)
{
    const auto isSame = [](double x, double y) { return x == y || (isAbsent(x) && isAbsent(y)); };
    return a.times == b.times && a.rows == b.rows && std::ranges::equal(a.counts, b.counts, isSame);
}

Heatmap heatmapOf(std::span<const HistogramSeries> histograms, const HeatmapOptions &options)
{
    const std::vector<Timestamp> moments = momentsOf(histograms);
    Heatmap heatmap{moments, putTogether(rowsOf(histograms), options.maximumRows), {}};
    const std::size_t height = heatmap.rows.size();
    heatmap.counts.assign(moments.size() * height, absentValue());
    for (const HistogramSeries &series : histograms) {
        Contribution contribution(series, heatmap.rows, options);
        for (std::size_t i = 0; i < series.times.size(); ++i) {
            const auto counts = contribution.at(i);
            if (!counts)
                continue;
            const auto column = std::ranges::lower_bound(moments, series.times[i]) - moments.begin();
            const std::span sum =
                std::span(heatmap.counts).subspan(static_cast<std::size_t>(column) * height, height);
            std::ranges::transform(sum, *counts, sum.begin(),
                [](double known, double more) { return isAbsent(known) ? more : known + more; });
        }
    }
    return heatmap;
}

std::vector<HistogramSeries> histogramsOf(std::span<const TimeSeriesPtr> buckets)
{
    std::map<LabelSet, std::map<Timestamp, Cumulative>> byLabels;
    for (const TimeSeriesPtr &bucket : buckets) {
        const double bound = boundOf(bucket->labels);
        if (std::isnan(bound))
            continue;
        auto &moments = byLabels[bucket->labels.without("le")];
        for (std::size_t i = 0; i < bucket->size(); ++i) {
            if (!std::isnan(bucket->values[i]))
                moments[bucket->times[i]][bound] = bucket->values[i];
        }
    }
    std::vector<HistogramSeries> result;
    for (const auto &[labels, moments] : byLabels) {
        HistogramSeries series{labels, {}, {}};
        for (const auto &[time, cumulative] : moments) {
            series.times.push_back(time);
            series.histograms.push_back(histogramOf(cumulative));
        }
        if (!series.times.empty())
            result.push_back(std::move(series));
    }
    return result;
}

} // namespace sockeye
