// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/timecolumn.h"

#include <algorithm>

namespace sockeye {

TimeColumn::TimeColumn(std::vector<Timestamp> times)
    : m_data(times.empty() ? nullptr : new Data(std::move(times)))
{
}

TimeColumn::TimeColumn(std::initializer_list<Timestamp> times)
    : TimeColumn(std::vector<Timestamp>(times))
{
}

bool TimeColumn::isAlone() const
{
    // Not detach() alone, which reads the count relaxed: what another thread read before it let go has to be
    // read before we write.
    return m_data->ref.loadAcquire() == 1;
}

std::vector<Timestamp> &TimeColumn::edit()
{
    if (!m_data)
        m_data.reset(new Data({}));
    else if (!isAlone())
        m_data.reset(new Data(m_data->times));
    return m_data->times;
}

void TimeColumn::shareWith(const TimeColumn &other)
{
    if (m_data != other.m_data && *this == other)
        m_data = other.m_data;
}

void TimeColumn::shrinkToFit()
{
    if (m_data && isAlone())
        m_data->times.shrink_to_fit();
}

bool operator==(const TimeColumn &a, const TimeColumn &b)
{
    return a.m_data == b.m_data || std::ranges::equal(a.view(), b.view());
}

} // namespace sockeye
