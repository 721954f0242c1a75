// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace sockeye {

//! \brief A point on the wall clock, UTC, in milliseconds: the resolution of a Prometheus sample.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

//! \brief A point on a clock that never jumps, in nanoseconds. Differences are durations; the zero means
//! nothing.
using MonotonicTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;

//! \brief Where every class of the core gets its time from. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
    [[nodiscard]] virtual MonotonicTime monotonic() const = 0;

protected:
    Clock() = default;
    Clock(const Clock &) = default;
    Clock &operator=(const Clock &) = default;
};

//! \brief The clock of the machine.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] MonotonicTime monotonic() const override;
};

//! \brief Milliseconds since the epoch, for wires and files that want a plain number.
[[nodiscard]] constexpr std::int64_t toMilliseconds(Timestamp t)
{
    return t.time_since_epoch().count();
}

[[nodiscard]] constexpr Timestamp fromMilliseconds(std::int64_t ms)
{
    return Timestamp{std::chrono::milliseconds{ms}};
}

} // namespace sockeye
