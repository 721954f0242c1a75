// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"
#include "core/metrics/timeseries.h"

#include <cstdint>
#include <vector>

namespace sockeye {

//! \brief What is left of the samples that fall into one pixel column.
struct PixelColumn {
    std::int32_t column = 0;
    double first = 0.0;
    double minimum = 0.0;
    double maximum = 0.0;
    double last = 0.0;
    bool gapBefore = true; //!< no line to the column before

    friend bool operator==(const PixelColumn &, const PixelColumn &) = default;
};

//! \brief M4 (Jugel et al., VLDB 2014): first, minimum, maximum and last of each pixel column draw the same
//! picture as all points do. One entry a column, ascending. NaN and absent values break the line; a break
//! within one column is too narrow to be seen and joins nothing but what that column covers anyway. Columns
//! without samples are left out; the newest sample left of the range and the oldest right of it appear as
//! columns -1 and \a width, so that lines run to the edges. Infinities are kept: what to draw for them is the
//! chart's to say.
[[nodiscard]] std::vector<PixelColumn> decimate(
    const TimeSeries &series, const TimeRange &range, std::int32_t width);

} // namespace sockeye
