// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timecolumn.h"

#include <cstdint>

namespace sockeye {

//! \brief Reads the times of one series after the other. Most stand on one grid, and a time that is written
//! as at its place in the series before is compared and not read. Looks ahead as samplenumber does.
class TimeGrid final {
public:
    //! \brief A series begins.
    void start();
    //! \brief Reads the time at \a text up to its comma. Returns the place behind it, or nullptr for what is
    //! no time, or none that is later than the one before.
    [[nodiscard]] const char *read(const char *text);
    //! \brief The times of the series, which ends. Shared with the series before where they are the same.
    [[nodiscard]] TimeColumn take();
    [[nodiscard]] std::size_t lengthBefore() const { return m_times.size(); }

private:
    // A time as it is written, comma included.
    struct Spelling {
        std::uint64_t head = 0;
        std::uint64_t tail = 0; // its last eight bytes
        std::uint32_t length = 0; // 0 for one that is too short or too long to be compared
    };

    [[nodiscard]] static bool reads(const char *text, const Spelling &spelling);
    [[nodiscard]] const char *readApart(const char *text);
    void leave();

    TimeColumn m_times; //!< of the series before
    std::vector<Spelling> m_spellings;
    std::vector<Timestamp> m_apartTimes; //!< of a series that left the grid
    std::vector<Spelling> m_apartSpellings;
    std::size_t m_next = 0; //!< where the next time is expected in m_times
    bool m_isApart = false;
};

} // namespace sockeye
