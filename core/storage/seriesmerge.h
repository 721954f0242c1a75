// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"
#include "core/metrics/timeseries.h"

namespace sockeye {

//! \brief An answer about a part of the range that is held. Both ends of both ranges belong to them, as in
//! Prometheus' API.
struct PartialAnswer {
    TimeRange asked;
    TimeRange kept; //!< what lies outside is dropped
    std::chrono::milliseconds step{0}; //!< neighbours further apart have a gap between them
    Timestamp settledBefore; //!< held points before it were not expected to change
    std::vector<TimeSeries> series;
};

//! \brief The family after an answer was merged in.
struct MergedSeries {
    std::vector<TimeSeries> series; //!< none is empty
    std::size_t lateSamples = 0; //!< settled points that changed, came or went
};

//! \brief Merges \a answer into \a held: within what was asked the answer counts alone, so that a series it
//! does not have has a gap there; outside, what is held stays. Gaps are marked as markGaps() does it on the
//! whole. The order of \a held is kept unless a series is new: then all are sorted by their labels, as
//! Prometheus sorts them.
[[nodiscard]] MergedSeries mergeAnswer(std::span<const TimeSeries *const> held, PartialAnswer answer);

//! \brief The samples of \a series within \a range, both ends included, without a gap at either end.
[[nodiscard]] TimeSeries cutTo(const TimeSeries &series, const TimeRange &range);

} // namespace sockeye
