// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/scale.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

constexpr std::array<std::chrono::milliseconds, 28> roundDurations{1ms, 2ms, 5ms, 10ms, 20ms, 50ms, 100ms,
    200ms, 500ms, 1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h,
    48h};

// Round to people, and still exact in three digits at four times their size.
constexpr std::array roundSteps{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0};

// The factor between the base unit and the one in which a number of this size is read.
double readingUnit(double size, Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::BytesPerSecond:
        return size < 1024.0 ? 1.0 : std::pow(1024.0, std::floor(std::log2(size) / 10.0));
    case Unit::Seconds:
        return size < 120.0 ? 1.0 : size < 7200.0 ? 60.0 : size < 172800.0 ? 3600.0 : 86400.0;
    case Unit::Ratio:
        return 0.01;
    case Unit::None:
    case Unit::Count:
    case Unit::PerSecond:
    case Unit::Cores:
        break;
    }
    return 1.0;
}

ValueScale tightest(double low, double high, int intervals)
{
    const double ideal = (high - low) / intervals;
    double power = std::pow(10.0, std::floor(std::log10(ideal)));
    for (;; power *= 10.0) {
        for (const double factor : roundSteps) {
            const double step = factor * power;
            const double start = std::floor(low / step + 1e-9) * step;
            if (start + intervals * step >= high - 1e-9 * step)
                return {start, start + intervals * step, intervals};
        }
    }
}

// A flat line gets room around it, and nothing at all an axis from 0 to 1.
std::pair<double, double> bounds(const ValueSpan &span, Unit unit)
{
    if (span.isEmpty())
        return {0.0, unit == Unit::Ratio ? 100.0 : 1.0};
    const double factor = readingUnit(std::max(std::abs(span.low()), std::abs(span.high())), unit);
    double low = span.low() / factor;
    double high = span.high() / factor;
    const bool tight = unit == Unit::Count && low > 0.0 && (high - low) < high / 2.0;
    if (tight) {
        const double air = std::max((high - low) * 0.1, std::max(1.0, high * 0.01));
        return {std::max(0.0, low - air), high + air};
    }
    high = std::max(high, 0.0);
    low = std::min(low, 0.0);
    if (unit == Unit::Count)
        high = std::max(high, 3.0);
    if (high - low <= 0.0)
        high = low + 1.0;
    return {low < 0.0 ? low * 1.02 : 0.0, high > 0.0 ? high * 1.02 : 0.0};
}

} // namespace

void ValueSpan::add(double value)
{
    if (!std::isfinite(value))
        return;
    if (isEmpty()) {
        m_low = m_high = value;
        return;
    }
    m_low = std::min(m_low, value);
    m_high = std::max(m_high, value);
}

ValueScale niceScale(const ValueSpan &span, Unit unit, int intervals)
{
    const auto [low, high] = bounds(span, unit);
    const double factor = span.isEmpty()
        ? readingUnit(0.0, unit)
        : readingUnit(std::max(std::abs(span.low()), std::abs(span.high())), unit);
    const ValueScale scale = tightest(low, high, std::max(1, intervals));
    return {scale.low * factor, scale.high * factor, scale.intervals};
}

double TimeScale::x(Timestamp time) const
{
    const auto length = static_cast<double>(range.length().count());
    return length > 0.0 ? static_cast<double>((time - range.begin).count()) / length * width : 0.0;
}

Timestamp TimeScale::timeAt(double x) const
{
    const double share = width > 0.0 ? x / width : 0.0;
    const auto offset = static_cast<std::int64_t>(share * static_cast<double>(range.length().count()));
    return range.begin + std::chrono::milliseconds(offset);
}

std::chrono::milliseconds roundDuration(std::chrono::milliseconds least)
{
    for (const auto duration : roundDurations) {
        if (duration >= least)
            return duration;
    }
    const auto days = std::chrono::ceil<std::chrono::days>(least);
    return days;
}

TimeTicks timeTicks(const TimeRange &range, const QTimeZone &zone, int most)
{
    if (range.isEmpty())
        return {range.begin, 1s};
    const std::chrono::milliseconds step = roundDuration(range.length() / std::max(1, most));
    // Round on the wall clock: 12 h ticks stand at midnight and noon of the zone, not of UTC.
    const std::chrono::seconds offset(
        zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMilliseconds(range.begin), Qt::UTC)));
    const auto local = range.begin.time_since_epoch() + offset;
    const auto since = ((local % step) + step) % step;
    const Timestamp first = since == 0ms ? range.begin : range.begin + (step - since);
    return {first, step};
}

std::vector<Timestamp> TimeTicks::within(const TimeRange &range) const
{
    std::vector<Timestamp> ticks;
    if (step <= 0ms)
        return ticks;
    for (Timestamp tick = first; tick <= range.end; tick += step)
        ticks.push_back(tick);
    return ticks;
}

} // namespace sockeye
