// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timeseries.h"

#include <span>
#include <vector>

namespace sockeye {

struct HistogramBucket {
    //! \brief Which of its bounds a bucket does not hold. The order is that of the numbers in an answer of
    //! the API, https://prometheus.io/docs/prometheus/latest/querying/api/#native-histograms
    enum class Open { Left, Right, Both, Neither };

    Open open = Open::Left;
    double lower = 0.0;
    double upper = 0.0;
    double count = 0.0; //!< in this bucket alone

    friend bool operator==(const HistogramBucket &, const HistogramBucket &) = default;
};

//! \brief A native histogram of Prometheus at one moment.
struct NativeHistogram {
    double count = 0.0;
    double sum = 0.0;
    std::vector<HistogramBucket> buckets; //!< ascending; empty ones are left out

    //! \brief What histogram_quantile() of Prometheus 3 answers: NaN without observations, an infinity for a
    //! \a q outside of 0..1.
    [[nodiscard]] double quantile(double q) const;

    friend bool operator==(const NativeHistogram &, const NativeHistogram &) = default;
};

//! \brief A label set and its histograms, times strictly ascending.
struct HistogramSeries {
    LabelSet labels;
    TimeColumn times;
    std::vector<NativeHistogram> histograms;

    friend bool operator==(const HistogramSeries &, const HistogramSeries &) = default;
};

//! \brief The label that tells the quantiles of one histogram apart, as those of a summary are.
inline constexpr auto quantileLabel = "quantile";

//! \brief What a line chart draws of \a histograms: a series for each of \a quantiles, told apart by
//! quantileLabel. Where nothing was observed it has a NaN.
[[nodiscard]] std::vector<TimeSeries> quantileSeries(
    const HistogramSeries &histograms, std::span<const double> quantiles);

} // namespace sockeye
