// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

namespace sockeye {

//! \brief The half-open span [begin, end) of wall time.
struct TimeRange {
    Timestamp begin;
    Timestamp end;

    [[nodiscard]] std::chrono::milliseconds length() const { return end - begin; }
    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    [[nodiscard]] bool contains(Timestamp t) const { return begin <= t && t < end; }
    [[nodiscard]] bool intersects(const TimeRange &other) const
    {
        return begin < other.end && other.begin < end;
    }

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

} // namespace sockeye
