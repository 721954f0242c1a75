// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"

namespace sockeye {

//! \brief The step for a panel: Grafana's rule, the range over the panel's width rounded to a pleasant
//! interval, at least the scrape interval (15 s when it is 0, for unknown), and at most 11,000 points a
//! series.
[[nodiscard]] std::chrono::milliseconds stepFor(
    std::chrono::milliseconds range, int pixelWidth, std::chrono::milliseconds scrapeInterval);

//! \brief \a range with both ends moved back to multiples of \a step since the epoch, so that two refreshes
//! ask for the same points and server caches hit. Never forward: a moment to come would be answered with the
//! last known values.
[[nodiscard]] TimeRange alignedTo(const TimeRange &range, std::chrono::milliseconds step);

//! \brief The window for rate(): max(step + scrape interval, 4 * scrape interval), as Grafana's
//! $__rate_interval.
[[nodiscard]] std::chrono::milliseconds rateWindow(
    std::chrono::milliseconds step, std::chrono::milliseconds scrapeInterval);

} // namespace sockeye
