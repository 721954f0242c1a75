// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/timegrid.h"

#include "core/prometheus/samplenumber.h"

#include <utility>

namespace sockeye {

void TimeGrid::start()
{
    m_next = 0;
    m_isApart = false;
}

inline bool TimeGrid::reads(const char *text, const Spelling &spelling)
{
    // From eight to sixteen bytes: the two words meet or overlap.
    return spelling.length != 0 && samplenumber::word(text) == spelling.head
        && samplenumber::word(text + spelling.length - 8) == spelling.tail;
}

const char *TimeGrid::read(const char *text)
{
    if (!m_isApart && m_next < m_spellings.size()) {
        const Spelling &expected = m_spellings[m_next];
        if (reads(text, expected)) {
            ++m_next;
            return text + expected.length;
        }
    }
    return readApart(text);
}

const char *TimeGrid::readApart(const char *text)
{
    if (!m_isApart)
        leave();
    // After a gap the series may be back on the grid.
    if (m_next < m_spellings.size() && reads(text, m_spellings[m_next])) {
        m_apartTimes.push_back(m_times[m_next]);
        m_apartSpellings.push_back(m_spellings[m_next]);
        return text + m_spellings[m_next++].length;
    }
    std::int64_t milliseconds = 0;
    const char *end = samplenumber::readTime(text, milliseconds);
    const Timestamp time = fromMilliseconds(milliseconds);
    if (!end || *end != ',' || (!m_apartTimes.empty() && time <= m_apartTimes.back()))
        return nullptr;
    ++end;
    Spelling spelling;
    if (end - text >= 8 && end - text <= 16)
        spelling = {
            samplenumber::word(text), samplenumber::word(end - 8), static_cast<std::uint32_t>(end - text)};
    m_apartTimes.push_back(time);
    m_apartSpellings.push_back(spelling);
    while (m_next < m_times.size() && m_times[m_next] <= time)
        ++m_next;
    return end;
}

void TimeGrid::leave()
{
    const auto kept = static_cast<std::ptrdiff_t>(m_next);
    m_apartTimes.assign(m_times.begin(), m_times.begin() + kept);
    m_apartSpellings.assign(m_spellings.begin(), m_spellings.begin() + kept);
    m_isApart = true;
}

TimeColumn TimeGrid::take()
{
    if (!m_isApart && m_next == m_times.size())
        return m_times;
    if (!m_isApart)
        leave();
    m_apartTimes.shrink_to_fit();
    TimeColumn times(std::exchange(m_apartTimes, {}));
    // A short series is no grid for the long ones.
    if (times.size() >= m_times.size()) {
        m_times = times;
        m_spellings.swap(m_apartSpellings);
    }
    return times;
}

} // namespace sockeye
