// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/duration.h"

#include <QRegularExpression>

#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

struct DurationUnit {
    QLatin1StringView name;
    milliseconds length;
};

// https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
constexpr std::array<DurationUnit, 7> units{{{"y"_L1, 24h * 365}, {"w"_L1, 24h * 7}, {"d"_L1, 24h},
    {"h"_L1, 1h}, {"m"_L1, 1min}, {"s"_L1, 1s}, {"ms"_L1, 1ms}}};

} // namespace

std::optional<milliseconds> parseDuration(const QString &text)
{
    static const QRegularExpression shape(
        u"^(?:(\\d{1,6})y)?(?:(\\d{1,6})w)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?"
        "(?:(\\d{1,6})s)?(?:(\\d{1,9})ms)?$"_s);
    const auto match = shape.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    milliseconds sum{0};
    for (std::size_t i = 0; i < units.size(); ++i)
        sum += units[i].length * match.capturedView(static_cast<int>(i) + 1).toLongLong();
    return sum;
}

} // namespace sockeye
