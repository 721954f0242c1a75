// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/valueformatter.h"

#include "core/metrics/timeseries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array siPrefixes{"", "k", "M", "G", "T", "P", "E"};
constexpr std::array iecPrefixes{"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};

// From here on three digits round up to the next thousand.
constexpr double nearlyWhole = 0.9995;

struct TimeUnit {
    double below; //!< seconds: fits values smaller than this
    double seconds;
    const char16_t *name;
};

constexpr std::array timeUnits{
    TimeUnit{nearlyWhole * 1e-6, 1e-9, u"ns"},
    TimeUnit{nearlyWhole * 1e-3, 1e-6, u"µs"},
    TimeUnit{nearlyWhole, 1e-3, u"ms"},
    TimeUnit{119.5, 1.0, u"s"},
    TimeUnit{119.5 * 60.0, 60.0, u"min"},
    TimeUnit{47.95 * 3600.0, 3600.0, u"h"},
    TimeUnit{std::numeric_limits<double>::infinity(), 86400.0, u"d"},
};

FormattedValue seconds(double value, const auto &digits)
{
    if (value == 0.0)
        return {digits(0.0), u"s"_s};
    const auto unit = std::find_if(timeUnits.begin(), timeUnits.end() - 1,
        [size = std::abs(value)](const TimeUnit &candidate) { return size < candidate.below; });
    return {digits(value / unit->seconds), QString::fromUtf16(unit->name)};
}

} // namespace

ValueFormatter::ValueFormatter(QLocale locale)
    : m_locale(std::move(locale))
{
}

QString ValueFormatter::digits(double value) const
{
    const double size = std::abs(value);
    if (size == 0.0)
        return m_locale.toString(0.0, 'f', 0); // not "-0"
    if (size >= 1e6 || size < 1e-3)
        return m_locale.toString(value, 'g', 3);
    const int decimals = std::max(0, 2 - static_cast<int>(std::floor(std::log10(size))));
    QString text = m_locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        const QString zero = m_locale.zeroDigit();
        const QString point = m_locale.decimalPoint();
        while (text.endsWith(zero))
            text.chop(zero.size());
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

FormattedValue ValueFormatter::scaled(
    double value, double base, const char *const *prefixes, int count, const QString &unit) const
{
    int power = 0;
    double reduced = value;
    while (power + 1 < count && std::abs(reduced) >= base * nearlyWhole) {
        reduced /= base;
        ++power;
    }
    return {digits(reduced), QString(QLatin1StringView(prefixes[power]) % unit)};
}

FormattedValue ValueFormatter::format(double value, Unit unit) const
{
    if (isAbsent(value))
        return {u"—"_s, {}};
    if (std::isnan(value))
        return {u"NaN"_s, {}};
    if (std::isinf(value))
        return {value > 0 ? u"∞"_s : u"−∞"_s, {}};
    const int siCount = static_cast<int>(siPrefixes.size());
    const int iecCount = static_cast<int>(iecPrefixes.size());
    switch (unit) {
    case Unit::Seconds:
        return seconds(value, [this](double v) { return digits(v); });
    case Unit::Bytes:
        return scaled(value, 1024.0, iecPrefixes.data(), iecCount, u"B"_s);
    case Unit::BytesPerSecond:
        return scaled(value, 1024.0, iecPrefixes.data(), iecCount, u"B/s"_s);
    case Unit::PerSecond:
        return scaled(value, 1000.0, siPrefixes.data(), siCount, u"/s"_s);
    case Unit::Ratio:
        return {digits(value * 100.0), u"%"_s};
    case Unit::Count:
        if (std::abs(value) < 100'000.0 && std::floor(value) == value)
            return {m_locale.toString(value + 0.0, 'f', 0), {}}; // -0 + 0 is 0
        return scaled(value, 1000.0, siPrefixes.data(), siCount, {});
    case Unit::Cores:
        return {digits(value), u"cores"_s};
    case Unit::None:
        break;
    }
    return scaled(value, 1000.0, siPrefixes.data(), siCount, {});
}

QString ValueFormatter::duration(std::chrono::milliseconds duration) const
{
    struct Step {
        std::int64_t ms;
        const char16_t *name;
    };
    static constexpr std::array steps{Step{86'400'000, u"d"}, Step{3'600'000, u"h"}, Step{60'000, u"min"},
        Step{1'000, u"s"}, Step{1, u"ms"}};
    if (duration < duration.zero())
        return m_locale.negativeSign() + this->duration(-duration);
    const std::int64_t rest = duration.count();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (rest < steps[i].ms && i + 1 < steps.size())
            continue;
        const QString first = u"%1 %2"_s.arg(
            m_locale.toString(static_cast<qlonglong>(rest / steps[i].ms)), QString::fromUtf16(steps[i].name));
        // A second unit is worth reading for days and hours only.
        if (i > 1 || (rest % steps[i].ms) / steps[i + 1].ms == 0)
            return first;
        const std::int64_t remainder = (rest % steps[i].ms) / steps[i + 1].ms;
        return u"%1 %2 %3"_s.arg(first, m_locale.toString(static_cast<qlonglong>(remainder)),
            QString::fromUtf16(steps[i + 1].name));
    }
    return {};
}

} // namespace sockeye
