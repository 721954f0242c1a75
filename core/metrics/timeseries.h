// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/labelset.h"
#include "core/metrics/timecolumn.h"

#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace sockeye {

//! \brief One measured value. NaN and the infinities are data.
struct Sample {
    Timestamp time;
    double value = 0.0;

    friend bool operator==(const Sample &, const Sample &) = default;
};

//! \brief The bit pattern that marks "no sample here": a NaN of its own, told apart from a measured NaN. A
//! quiet one: a signalling NaN loses its pattern on the way through some registers and conversions.
inline constexpr std::uint64_t absentBits = 0x7ff8'0000'0000'0a65ULL;

//! \brief The value that ends a line: a chart never joins the samples on its two sides.
[[nodiscard]] inline double absentValue()
{
    return std::bit_cast<double>(absentBits);
}

[[nodiscard]] inline bool isAbsent(double value)
{
    return std::bit_cast<std::uint64_t>(value) == absentBits;
}

//! \brief A label set and its samples in two columns of equal length, times strictly ascending.
//! A measured NaN stays NaN; a gap is one entry whose value isAbsent().
struct TimeSeries {
    LabelSet labels;
    TimeColumn times; //!< shared among the series of one grid
    std::vector<double> values;

    [[nodiscard]] std::size_t size() const { return times.size(); }
    [[nodiscard]] bool isEmpty() const { return times.empty(); }
    //! \brief The newest entry that is not a gap, if there is one.
    [[nodiscard]] const double *lastValue() const;

    friend bool operator==(const TimeSeries &a, const TimeSeries &b);
};

using TimeSeriesPtr = std::shared_ptr<const TimeSeries>;

//! \brief Puts an absent entry where two neighbours stand further apart than \a step times 1.5: Prometheus
//! leaves missing points out of a range answer, and a line drawn over them would be a lie. Gaps that are
//! marked already stay as they are; nothing is marked without a positive step.
void markGaps(TimeSeries &series, std::chrono::milliseconds step);

//! \brief Moves all of \a answer by \a offset. Series that share their times go on sharing them.
void shiftTimes(std::span<TimeSeries> answer, std::chrono::milliseconds offset);

//! \brief For the series of an answer when they come to rest: neighbours with the same times share them, and
//! what was reserved and not used is given back.
void compact(std::span<TimeSeries> answer);

} // namespace sockeye
