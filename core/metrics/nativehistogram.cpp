// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/nativehistogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sockeye {

// The rules, and the order of operations, are those of HistogramQuantile in promql/quantile.go of
// Prometheus 3.

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Place {
    HistogramBucket bucket;
    double reached = 0.0; // observations up to and with the bucket
};

template <typename Iterator>
Place bucketOfRank(Iterator first, Iterator last, double rank)
{
    Place place;
    for (; first != last; ++first) {
        if (first->count == 0.0)
            continue;
        place.bucket = *first;
        place.reached += first->count;
        if (place.reached >= rank)
            break;
    }
    return place;
}

bool isAroundZero(const HistogramBucket &bucket)
{
    return bucket.lower < 0.0 && bucket.upper > 0.0;
}

// A zero bucket ends at zero where nothing lies on its other side.
void cutAtZero(HistogramBucket &bucket, std::span<const HistogramBucket> all)
{
    const bool hasNegative = all.front().lower < 0.0 && !isAroundZero(all.front());
    const bool hasPositive = all.back().upper > 0.0 && !isAroundZero(all.back());
    if (hasPositive && !hasNegative)
        bucket.lower = 0.0;
    else if (hasNegative && !hasPositive)
        bucket.upper = 0.0;
}

double interpolate(const HistogramBucket &bucket, double fraction)
{
    if (bucket.lower <= 0.0 && bucket.upper >= 0.0)
        return bucket.lower + (bucket.upper - bucket.lower) * fraction;
    const double lower = std::log2(std::abs(bucket.lower));
    const double upper = std::log2(std::abs(bucket.upper));
    if (bucket.lower > 0.0)
        return std::exp2(lower + (upper - lower) * fraction);
    return -std::exp2(upper + (lower - upper) * (1.0 - fraction));
}

} // namespace

double NativeHistogram::quantile(double q) const
{
    if (q < 0.0)
        return -infinity;
    if (q > 1.0)
        return infinity;
    if (count == 0.0 || std::isnan(q) || buckets.empty())
        return std::numeric_limits<double>::quiet_NaN();
    // Observations of NaN count and are in no bucket: then only the way up finds the rank.
    const bool isUpwards = std::isnan(sum) || q < 0.5;
    const double rank = isUpwards ? q * count : (1.0 - q) * count;
    Place place = isUpwards ? bucketOfRank(buckets.begin(), buckets.end(), rank)
                            : bucketOfRank(buckets.rbegin(), buckets.rend(), rank);
    HistogramBucket &bucket = place.bucket;
    // Only custom buckets reach to infinity.
    if (std::isinf(bucket.upper))
        return bucket.lower;
    if (std::isinf(bucket.lower) && bucket.upper <= 0.0)
        return bucket.upper;
    if (std::isinf(bucket.lower))
        bucket.lower = 0.0;
    else if (isAroundZero(bucket))
        cutAtZero(bucket, buckets);
    const double reached = std::min(place.reached, count);
    if (reached < rank)
        return std::isnan(sum) ? std::numeric_limits<double>::quiet_NaN() : bucket.upper;
    const double within = isUpwards ? rank - (reached - bucket.count) : reached - rank;
    return interpolate(bucket, within / bucket.count);
}

std::vector<TimeSeries> quantileSeries(const HistogramSeries &histograms, std::span<const double> quantiles)
{
    std::vector<TimeSeries> result;
    for (const double q : quantiles) {
        const LabelSet labels = histograms.labels.with(quantileLabel, QByteArray::number(q));
        TimeSeries &series = result.emplace_back(TimeSeries{labels, histograms.times, {}});
        series.values.reserve(histograms.histograms.size());
        for (const NativeHistogram &histogram : histograms.histograms)
            series.values.push_back(histogram.quantile(q));
    }
    return result;
}

} // namespace sockeye
