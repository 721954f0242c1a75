// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dashboard/dashboard.h"
#include "core/engine/panelfeed.h"

#include <span>

namespace sockeye {

//! \brief The legend of a series: the template with each {{label}} filled in. Without a template nothing,
//! unless the layer has several series, which then are told apart by their labels. Several quantiles are told
//! apart also where the template says nothing of them.
[[nodiscard]] QString legendFor(const PanelLayer &layer, const LabelSet &labels, bool isAlone);

//! \brief The part of \a series that \a range shows, with one sample more on each side. A copy, so that the
//! store may go on writing to the original without copying all of it.
[[nodiscard]] TimeSeriesPtr sliceOf(const TimeSeries &series, const TimeRange &range);

//! \brief The parts of \a range in which not every scrape target was seen up. \a up are the series of up at
//! \a step.
[[nodiscard]] std::vector<TimeRange> unseenRanges(
    std::span<const TimeSeriesPtr> up, const TimeRange &range, std::chrono::milliseconds step);

//! \brief Sorted, merged where they touch, cut to \a range.
[[nodiscard]] std::vector<TimeRange> mergedWithin(std::vector<TimeRange> ranges, const TimeRange &range);

//! \brief True when both draw the same picture. Data are compared by content.
[[nodiscard]] bool looksSame(const PanelSnapshot &a, const PanelSnapshot &b);

//! \brief \a intervals of one target with the time of \a range before the first of them marked as not
//! watched: a lane that merely begins later would look as if nothing could have happened before.
[[nodiscard]] std::vector<StateInterval> withUnwatchedStart(
    std::vector<StateInterval> intervals, const TargetId &target, const TimeRange &range);

} // namespace sockeye
