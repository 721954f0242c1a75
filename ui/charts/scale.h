// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"
#include "core/metrics/unit.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace sockeye {

//! \brief The values that an axis has to reach; nothing until the first one is added.
class ValueSpan final {
public:
    //! \brief Takes \a value in, unless it is NaN, absent or infinite.
    void add(double value);
    [[nodiscard]] bool isEmpty() const { return m_low > m_high; }
    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }

private:
    double m_low = 1.0;
    double m_high = 0.0;
};

//! \brief A vertical axis: evenly spaced ticks from low to high, both included.
struct ValueScale {
    double low = 0.0;
    double high = 1.0;
    int intervals = 1;

    [[nodiscard]] double tick(int index) const { return low + (high - low) * index / intervals; }
    //! \brief 0 at low, 1 at high, beyond them outside.
    [[nodiscard]] double position(double value) const { return (value - low) / (high - low); }

    friend bool operator==(const ValueScale &, const ValueScale &) = default;
};

//! \brief The tightest scale with \a intervals steps of a round size in the prefix in which \a unit is read
//! (ms, minutes, MiB, k). Zero is on it, except for counts that stand far above zero: the shape of twelve
//! thousand connections is in their last five hundred.
[[nodiscard]] ValueScale niceScale(const ValueSpan &span, Unit unit, int intervals);

//! \brief A horizontal axis in pixels.
struct TimeScale {
    TimeRange range;
    double width = 0.0;

    [[nodiscard]] double x(Timestamp time) const;
    [[nodiscard]] Timestamp timeAt(double x) const;
};

//! \brief Evenly spaced times that are round on the wall clock of a zone.
struct TimeTicks {
    Timestamp first;
    std::chrono::milliseconds step{0};

    [[nodiscard]] std::vector<Timestamp> within(const TimeRange &range) const;
    friend bool operator==(const TimeTicks &, const TimeTicks &) = default;
};

[[nodiscard]] TimeTicks timeTicks(const TimeRange &range, const QTimeZone &zone, int most);

//! \brief The smallest round duration of at least \a least.
[[nodiscard]] std::chrono::milliseconds roundDuration(std::chrono::milliseconds least);

} // namespace sockeye
