// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"

#include <QString>

#include <optional>

namespace sockeye {

//! \brief A question about one moment; without a time the server's now.
struct InstantQuery {
    QString expression;
    std::optional<Timestamp> time;

    friend bool operator==(const InstantQuery &, const InstantQuery &) = default;
};

//! \brief A question about a range. \a range.end is asked for too, as the API does it.
struct RangeQuery {
    QString expression;
    TimeRange range;
    std::chrono::milliseconds step{15'000};

    friend bool operator==(const RangeQuery &, const RangeQuery &) = default;
};

} // namespace sockeye
