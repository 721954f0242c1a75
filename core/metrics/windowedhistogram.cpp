// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/windowedhistogram.h"

#include <algorithm>

namespace sockeye {

namespace {

std::int64_t minuteNumber(MonotonicTime at)
{
    return std::max<std::int64_t>(std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count(), 0);
}

} // namespace

WindowedHistogram::WindowedHistogram(std::chrono::minutes span)
    : m_ring(static_cast<std::size_t>(std::max<std::int64_t>(span.count(), 1)))
{
}

LatencyHistogram *WindowedHistogram::minuteOf(MonotonicTime at)
{
    const std::int64_t number = minuteNumber(at);
    Minute &minute = m_ring[static_cast<std::size_t>(number) % m_ring.size()];
    if (number < minute.number)
        return nullptr;
    if (number > minute.number)
        minute = {number, {}};
    return &minute.latencies;
}

void WindowedHistogram::record(MonotonicTime at, std::chrono::nanoseconds latency)
{
    if (LatencyHistogram *minute = minuteOf(at))
        minute->record(latency);
}

void WindowedHistogram::recordUnanswered(MonotonicTime at, std::chrono::nanoseconds atLeast)
{
    if (LatencyHistogram *minute = minuteOf(at))
        minute->recordUnanswered(atLeast);
}

LatencyHistogram WindowedHistogram::last(std::chrono::minutes window, MonotonicTime now) const
{
    LatencyHistogram merged;
    const std::int64_t newest = minuteNumber(now);
    for (const Minute &minute : m_ring) {
        if (minute.number >= 0 && minute.number <= newest && minute.number > newest - window.count())
            merged.merge(minute.latencies);
    }
    return merged;
}

} // namespace sockeye
