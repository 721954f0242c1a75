// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"
#include "core/prometheus/rangelimits.h"

#include <optional>
#include <vector>

namespace sockeye {

//! \brief One moment on both clocks. Their differences drift apart when the machine was asleep or its wall
//! clock was corrected.
struct Moment {
    Timestamp wall;
    MonotonicTime steady;

    [[nodiscard]] static Moment of(const Clock &clock) { return {clock.now(), clock.monotonic()}; }

    friend bool operator==(const Moment &, const Moment &) = default;
};

//! \brief What is held of one expression at one step. All ranges here are on the server's clock, on
//! multiples of the step, and both ends belong to them, as in the API.
struct HeldRange {
    TimeRange range;
    std::chrono::milliseconds step{0};
    std::chrono::milliseconds clockOffset{0}; //!< server minus local, as it was when the answer was stamped
    Timestamp unsettledFrom; //!< points from here on were too young when they were asked for
    Moment answeredAt; //!< on the local clock
    MonotonicTime reconciledAt;

    friend bool operator==(const HeldRange &, const HeldRange &) = default;
};

//! \brief What a panel wants to see.
struct RangeWish {
    enum class Depth {
        News, //!< what is not held
        Everything //!< all of it, because the user asked again
    };

    TimeRange range; //!< on the server's clock, aligned to the step
    std::chrono::milliseconds step{15'000};
    std::chrono::milliseconds scrapeInterval{15'000};
    std::chrono::milliseconds clockOffset{0};
    std::chrono::milliseconds freshness{0}; //!< what was answered within it need not be asked again
    Depth depth = Depth::News;
};

//! \brief What has to be asked so that a wish is met.
struct RangePlan {
    enum class Kind {
        Nothing, //!< all is held
        Tail, //!< what is new, and an overlap that may have changed
        Reconcile, //!< a tail far enough back to find samples that came late
        Extension, //!< what is missing on the left, with or without a tail
        Everything //!< what is held does not count
    };

    Kind kind = Kind::Nothing;
    TimeRange wanted;
    std::vector<TimeRange> parts; //!< to be asked, ascending, disjoint, each within the limits
    std::optional<HeldRange> held; //!< what the plan was made on; nothing with Everything

    friend bool operator==(const RangePlan &, const RangePlan &) = default;
};

//! \brief How far back points may still change after they were asked for: late scrapes, rules, remote write.
[[nodiscard]] std::chrono::milliseconds overlapFor(std::chrono::milliseconds scrapeInterval);

//! \brief The requests that meet \a wish, given what is \a held.
[[nodiscard]] RangePlan planRange(const std::optional<HeldRange> &held, const RangeWish &wish,
    const RangeLimits &limits, const Moment &now);

//! \brief What is held once all parts of \a plan were answered. \a asked is when they were asked for.
[[nodiscard]] HeldRange heldAfter(const RangePlan &plan, const RangeWish &wish, const Moment &asked);

//! \brief Splits \a range into pieces that a server answers. They do not share points.
[[nodiscard]] std::vector<TimeRange> splitRange(
    const TimeRange &range, std::chrono::milliseconds step, const RangeLimits &limits);

} // namespace sockeye
