// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/queryerror.h"

#include <cstdint>

namespace sockeye {

//! \brief How much a server gives in one answer to a range query.
struct RangeLimits {
    std::int64_t points = 11'000; //!< a series
    std::chrono::milliseconds length{0}; //!< of the range; 0 for any

    friend bool operator==(const RangeLimits &, const RangeLimits &) = default;
};

//! \brief The limits that a server names when it refuses a range query: its points (Prometheus, Thanos,
//! VictoriaMetrics) or the length of the range (Cortex, Mimir). Nothing when \a error is about something
//! else, or when it names no less than \a limits.
[[nodiscard]] std::optional<RangeLimits> narrowerLimits(const QueryError &error, const RangeLimits &limits);

} // namespace sockeye
