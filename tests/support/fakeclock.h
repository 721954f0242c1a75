// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace sockeye::test {

//! \brief A clock that moves only when told, on both scales at once. Starts at 2026-01-01T00:00:00Z.
//! Thread-safe.
class FakeClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return fromMilliseconds(m_wall.load()); }
    [[nodiscard]] MonotonicTime monotonic() const override
    {
        return MonotonicTime{std::chrono::nanoseconds{m_monotonic.load()}};
    }

    void advance(std::chrono::nanoseconds by)
    {
        m_monotonic += by.count();
        m_wall += std::chrono::duration_cast<std::chrono::milliseconds>(by).count();
    }

    //! \brief Moves the wall clock alone, as a correction of the system's time does.
    void jump(std::chrono::milliseconds by) { m_wall += by.count(); }

private:
    std::atomic<std::int64_t> m_wall{1'767'225'600'000};
    std::atomic<std::int64_t> m_monotonic{1'000'000'000};
};

} // namespace sockeye::test
