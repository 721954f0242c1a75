// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"
#include "core/metrics/timeseries.h"

#include <vector>

namespace sockeye {

//! \brief Buckets of equal, round length. They stand on the epoch, not on the range, so that a bar keeps its
//! place and its height while the range slides.
struct BucketGrid {
    Timestamp first;
    std::chrono::milliseconds length{0};
    std::size_t count = 0;

    [[nodiscard]] Timestamp begin(std::size_t bucket) const
    {
        return first + length * static_cast<std::int64_t>(bucket);
    }
    friend bool operator==(const BucketGrid &, const BucketGrid &) = default;
};

//! \brief Buckets over \a range, each at least \a step long and \a leastPixels of \a width wide.
[[nodiscard]] BucketGrid bucketGrid(
    const TimeRange &range, std::chrono::milliseconds step, double width, double leastPixels);

//! \brief The mean of the samples in each bucket; absent where there is none.
[[nodiscard]] std::vector<double> bucketMeans(const TimeSeries &series, const BucketGrid &grid);

} // namespace sockeye
