// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/metrics/latencyhistogram.h"

namespace sockeye {

//! \brief Latencies of the last minutes: a ring of one histogram a minute, from which any window up to the
//! ring's length is merged. On the monotonic clock, so that a set wall clock neither loses nor revives
//! minutes.
class WindowedHistogram final {
public:
    //! \brief Keeps \a span; at least one minute.
    explicit WindowedHistogram(std::chrono::minutes span);

    void record(MonotonicTime at, std::chrono::nanoseconds latency);
    //! \brief As LatencyHistogram::recordUnanswered().
    void recordUnanswered(MonotonicTime at, std::chrono::nanoseconds atLeast);

    //! \brief All of the minute that runs and of the whole minutes before it that lie in \a window: never
    //! older than \a window, and at most a minute less of it.
    [[nodiscard]] LatencyHistogram last(std::chrono::minutes window, MonotonicTime now) const;

private:
    struct Minute {
        std::int64_t number = -1; //!< minutes since the clock's zero
        LatencyHistogram latencies;
    };

    //! \brief The histogram of the minute of \a at; nothing when the ring is past it.
    [[nodiscard]] LatencyHistogram *minuteOf(MonotonicTime at);

    std::vector<Minute> m_ring;
};

} // namespace sockeye
