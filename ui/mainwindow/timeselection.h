// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"

namespace sockeye {

//! \brief The time that every chart shows: a length that follows now, or a fixed range.
struct TimeSelection {
    std::chrono::milliseconds length{std::chrono::minutes{15}};
    bool live = true;
    Timestamp end; //!< of a fixed range

    [[nodiscard]] TimeRange range(Timestamp now) const
    {
        const Timestamp last = live ? now : end;
        return {last - length, last};
    }

    //! \brief Moves by \a parts of the length; moving stops the following, and reaching now starts it again.
    [[nodiscard]] TimeSelection moved(double parts, Timestamp now) const
    {
        const auto by =
            std::chrono::milliseconds{static_cast<std::int64_t>(parts * static_cast<double>(length.count()))};
        const Timestamp target = range(now).end + by;
        return target >= now ? TimeSelection{length, true, now} : TimeSelection{length, false, target};
    }

    friend bool operator==(const TimeSelection &, const TimeSelection &) = default;
};

} // namespace sockeye
