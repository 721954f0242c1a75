// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! Copies \a text and puts \a replacement(match) in the place of each match: one pass, so that what was put
//! in is not looked at again.
template <typename Replacement>
QString replaceEach(const QString &text, const QRegularExpression &pattern, Replacement replacement)
{
    QString result;
    qsizetype from = 0;
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += replacement(match);
        from = match.capturedEnd();
    }
    return result + QStringView(text).sliced(from);
}

//! The matchers without the commas that would not be legal between two others.
QString trimmedMatchers(const QString &matchers)
{
    static const QRegularExpression outerCommas(u"^[\\s,]+|[\\s,]+$"_s);
    return QString(matchers).remove(outerCommas);
}

QString fillIn(const QString &expression, const RoleContext &context)
{
    // With $sel goes one comma beside it, so that nothing is left of it when there are no matchers.
    static const QRegularExpression placeholder(u"\\{p\\}|\\$w\\b|,\\s*\\$sel\\b|\\$sel\\b\\s*,?"_s);
    const QString matchers = trimmedMatchers(context.matchers);
    return replaceEach(expression, placeholder, [&](const QRegularExpressionMatch &match) {
        const QString text = match.captured();
        if (text == "{p}"_L1)
            return context.prefix;
        if (text == "$w"_L1)
            return promDuration(context.rateWindow);
        return matchers.isEmpty() ? QString() : QString(text).replace("$sel"_L1, matchers);
    });
}

} // namespace

std::optional<QString> resolveRole(const MetricProfile &profile, Role role, const RoleContext &context)
{
    if (const auto own = context.overrides.find(role); own != context.overrides.end())
        return fillIn(own->second, context);
    if (const auto shipped = profile.expressions.find(role); shipped != profile.expressions.end())
        return fillIn(shipped->second, context);
    return std::nullopt;
}

Expected<QString, QString> expandExpression(const QString &expression, const MetricProfile &profile,
    const RoleContext &context, std::chrono::milliseconds window)
{
    static const QRegularExpression placeholder(u"\\$\\{([^}]*)\\}?"_s);
    std::optional<QString> unresolved;
    const QString result = replaceEach(expression, placeholder, [&](const QRegularExpressionMatch &match) {
        const QString name = match.captured(1);
        if (name == "window"_L1)
            return promDuration(window);
        if (name == "resolution"_L1)
            return promDuration(std::max<std::chrono::milliseconds>(1s, window / 20));
        const std::optional<Role> role = roleFromName(name);
        const std::optional<QString> resolved = role ? resolveRole(profile, *role, context) : std::nullopt;
        if (!resolved && !unresolved)
            unresolved = name;
        return QString(u'(' % resolved.value_or(QString()) % u')');
    });
    if (unresolved)
        return unexpected(*unresolved);
    return result;
}

QString promDuration(std::chrono::milliseconds duration)
{
    // Days and weeks are left out: nobody reads "1d" faster than "24h" in a window.
    static constexpr std::array units{
        std::pair{3'600'000LL, 'h'}, std::pair{60'000LL, 'm'}, std::pair{1'000LL, 's'}};
    const qint64 count = duration.count();
    for (const auto &[milliseconds, letter] : units) {
        if (count != 0 && count % milliseconds == 0)
            return QString::number(count / milliseconds) + QLatin1Char(letter);
    }
    return count == 0 ? u"0s"_s : QString(QString::number(count) % u"ms");
}

} // namespace sockeye
