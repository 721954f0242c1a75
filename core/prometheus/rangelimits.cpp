// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/rangelimits.h"

#include <QRegularExpression>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// A query reads further back than its range begins, by its windows: some of the length is left for them.
constexpr int lengthMarginPercent = 90;

milliseconds unitOf(QStringView name)
{
    using namespace std::chrono_literals;
    if (name == "ms"_L1)
        return 1ms;
    if (name == "s"_L1)
        return 1s;
    if (name == "m"_L1)
        return 1min;
    if (name == "h"_L1)
        return 1h;
    if (name == "d"_L1)
        return 24h;
    if (name == "w"_L1)
        return 168h;
    return 8'760h;
}

//! Both Go's notation (768h0m0s) and Prometheus' own (30d1h).
milliseconds durationFrom(const QString &text)
{
    static const QRegularExpression part(u"(\\d+)(ms|[smhdwy])"_s);
    milliseconds sum{0};
    for (auto parts = part.globalMatch(text); parts.hasNext();) {
        const QRegularExpressionMatch match = parts.next();
        sum += match.captured(1).toInt() * unitOf(match.capturedView(2));
    }
    return sum;
}

std::int64_t pointsNamedIn(const QString &message)
{
    static const QRegularExpression prometheus(u"maximum resolution of ([\\d,]+) points"_s);
    static const QRegularExpression victoriaMetrics(
        u"too many points for the given .*(?:maxPointsPerTimeseries=|cannot exceed |number of points is )(\\d+)"_s);
    for (const QRegularExpression *form : {&prometheus, &victoriaMetrics}) {
        const QRegularExpressionMatch match = form->match(message);
        if (match.hasMatch())
            return match.captured(1).remove(u',').toLongLong();
    }
    return 0;
}

milliseconds lengthNamedIn(const QString &message)
{
    static const QRegularExpression cortex(
        u"query time range exceeds the limit \\(query length: [^,]+, limit: ([^)]+)\\)"_s);
    const QRegularExpressionMatch match = cortex.match(message);
    return match.hasMatch() ? durationFrom(match.captured(1)) * lengthMarginPercent / 100 : milliseconds{0};
}

} // namespace

std::optional<RangeLimits> narrowerLimits(const QueryError &error, const RangeLimits &limits)
{
    const std::int64_t points = pointsNamedIn(error.message);
    const milliseconds length = lengthNamedIn(error.message);
    RangeLimits narrower = limits;
    if (points > 1)
        narrower.points = std::min(limits.points, points);
    if (length.count() > 0)
        narrower.length = limits.length.count() > 0 ? std::min(limits.length, length) : length;
    return narrower == limits ? std::nullopt : std::optional(narrower);
}

} // namespace sockeye
