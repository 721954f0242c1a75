// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/nativehistogram.h"

namespace sockeye {

//! \brief How often values of each range came in each span of time: one column for each moment, one row for
//! each range of values. Rows adjoin and ascend; a range that nothing ever fell into is a row of noughts.
struct Heatmap {
    struct Row {
        double lower = 0.0;
        double upper = 0.0;

        friend bool operator==(const Row &, const Row &) = default;
    };

    TimeColumn times; //!< the end of what each column is about
    std::vector<Row> rows;
    std::vector<double> counts; //!< column after column, each from the lowest row up

    //! \brief A column that nothing is known of isAbsent() in all of its rows.
    [[nodiscard]] double at(std::size_t column, std::size_t row) const
    {
        return counts[column * rows.size() + row];
    }

    friend bool operator==(const Heatmap &a, const Heatmap &b);
};

struct HeatmapOptions {
    enum class Counts {
        //! What each histogram holds: of rate(), of increase(), or of a gauge.
        AsGiven,
        //! Of histograms that only grow, what came since the moment before, of each series by itself. Where
        //! one has begun anew, all it holds came since. Nothing is known of its first moment, nor of one
        //! behind a gap.
        Increase
    };

    Counts counts = Counts::AsGiven;
    std::size_t maximumRows = 64; //!< at least 1; neighbours are put together, from the lowest up
    std::chrono::milliseconds step{0}; //!< moments further apart than 1.5 of it have a gap; 0: none
};

//! \brief Adds \a histograms up over their moments. No count is split: where buckets overlap, because the
//! resolution changed or differs between series, their ranges become one row.
[[nodiscard]] Heatmap heatmapOf(std::span<const HistogramSeries> histograms, const HeatmapOptions &options);

//! \brief Classic histograms as native ones: series that differ in the label le alone become one, whose
//! buckets count what lies between a bound and the one before. A bound that is missing at a moment leaves its
//! share to the next. The sum of what was observed is unknown, and nought.
[[nodiscard]] std::vector<HistogramSeries> histogramsOf(std::span<const TimeSeriesPtr> buckets);

} // namespace sockeye
