// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/probeexpression.h"

#include "core/metrics/quantile.h"
#include "core/metrics/timeseries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Reducer = ProbeExpression::Reducer;
using Kind = ProbeExpressionError::Kind;

constexpr std::array reducers{
    std::pair{"avg_over_time"_L1, Reducer::Avg},
    std::pair{"min_over_time"_L1, Reducer::Min},
    std::pair{"max_over_time"_L1, Reducer::Max},
    std::pair{"sum_over_time"_L1, Reducer::Sum},
    std::pair{"count_over_time"_L1, Reducer::Count},
    std::pair{"last_over_time"_L1, Reducer::Last},
    std::pair{"quantile_over_time"_L1, Reducer::Quantile},
};

//! Longest first, as durations are written: 1h30m.
constexpr std::array durationUnits{
    std::pair{"y"_L1, 365LL * 86'400'000},
    std::pair{"w"_L1, 7LL * 86'400'000},
    std::pair{"d"_L1, 86'400'000LL},
    std::pair{"h"_L1, 3'600'000LL},
    std::pair{"m"_L1, 60'000LL},
    std::pair{"s"_L1, 1'000LL},
    std::pair{"ms"_L1, 1LL},
};

//! A descent over one text. The first error sticks; what is read after it means nothing.
class Parser final {
public:
    Parser(const QString &text, std::chrono::milliseconds window)
        : m_text(text)
        , m_window(window)
    {
    }

    Expected<ProbeExpression, ProbeExpressionError> parse()
    {
        ProbeExpression result;
        result.reducer = reducer();
        expect(u'(');
        if (result.reducer == Reducer::Quantile) {
            result.quantile = quantileArgument();
            expect(u',');
        }
        result.metric = name(u"a metric name"_s).toLatin1();
        if (skip(u'{'))
            result.matchers = matchers();
        expect(u'[');
        result.window = duration();
        expect(u']');
        expect(u')');
        skipSpace();
        if (m_at < m_text.size())
            fail(Kind::UnexpectedText, m_at, u"the end"_s);
        if (m_error)
            return unexpected(*m_error);
        return result;
    }

private:
    void fail(Kind kind, qsizetype position, const QString &expected)
    {
        if (!m_error)
            m_error = ProbeExpressionError{kind, position, expected};
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool skip(QStringView token)
    {
        skipSpace();
        if (!QStringView(m_text).sliced(m_at).startsWith(token))
            return false;
        m_at += token.size();
        return true;
    }
    bool skip(QChar token) { return skip(QStringView(&token, 1)); }

    void expect(QChar token)
    {
        if (!skip(token))
            fail(Kind::UnexpectedText, m_at, token);
    }

    template <typename Predicate>
    QString take(Predicate predicate)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && predicate(m_text.at(m_at)))
            ++m_at;
        return m_text.sliced(begin, m_at - begin);
    }

    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
    static bool isNameStart(QChar c)
    {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u':';
    }

    QString name(const QString &expected)
    {
        skipSpace();
        if (m_at >= m_text.size() || !isNameStart(m_text.at(m_at))) {
            fail(Kind::UnexpectedText, m_at, expected);
            return {};
        }
        return take([](QChar c) { return isNameStart(c) || isDigit(c); });
    }

    Reducer reducer()
    {
        skipSpace();
        const qsizetype begin = m_at;
        const QString word = name(u"a function"_s);
        for (const auto &[function, reducer] : reducers) {
            if (word == function)
                return reducer;
        }
        fail(Kind::UnknownReducer, begin, u"a function"_s);
        return {};
    }

    double quantileArgument()
    {
        skipSpace();
        const qsizetype begin = m_at;
        const QString digits = take([](QChar c) { return isDigit(c) || u"+-.eE"_s.contains(c); });
        bool isNumber = false;
        const double value = digits.toDouble(&isNumber);
        if (!isNumber || !(value >= 0.0 && value <= 1.0))
            fail(Kind::BadQuantile, begin, u"a number from 0 to 1"_s);
        return value;
    }

    std::vector<LabelMatcher> matchers()
    {
        std::vector<LabelMatcher> result;
        while (!m_error && !skip(u'}')) {
            result.push_back(matcher());
            if (skip(u',')) // a last comma is allowed
                continue;
            expect(u'}');
            break;
        }
        return result;
    }

    LabelMatcher matcher()
    {
        LabelMatcher result;
        result.name = name(u"a label name"_s).toLatin1();
        result.op = matchOperator();
        skipSpace();
        const qsizetype begin = m_at;
        const QString value = quoted();
        result.value = value.toUtf8();
        if (result.op == LabelMatcher::Operator::Matches
            || result.op == LabelMatcher::Operator::DoesNotMatch) {
            result.pattern.setPattern(QRegularExpression::anchoredPattern(value));
            if (!result.pattern.isValid())
                fail(Kind::BadPattern, begin, result.pattern.errorString());
        }
        return result;
    }

    LabelMatcher::Operator matchOperator()
    {
        using Operator = LabelMatcher::Operator;
        if (skip(u"=~"_s))
            return Operator::Matches;
        if (skip(u"!~"_s))
            return Operator::DoesNotMatch;
        if (skip(u"!="_s))
            return Operator::NotEqual;
        expect(u'=');
        return Operator::Equal;
    }

    QString quoted()
    {
        const QChar quote = m_at < m_text.size() ? m_text.at(m_at) : QChar();
        if (quote != u'"' && quote != u'\'' && quote != u'`') {
            fail(Kind::UnexpectedText, m_at, u"a quoted text"_s);
            return {};
        }
        QString result;
        for (++m_at; m_at < m_text.size() && m_text.at(m_at) != quote; ++m_at)
            result += quote != u'`' && m_text.at(m_at) == u'\\' ? escaped() : m_text.at(m_at);
        if (m_at >= m_text.size())
            fail(Kind::UnexpectedText, m_text.size(), quote);
        m_at = std::min(m_at + 1, m_text.size()); // an escape may have run over the end
        return result;
    }

    //! The character that the escape at m_at stands for; m_at is left on its last character.
    QChar escaped()
    {
        static constexpr std::array escapes{std::pair{u'n', u'\n'}, std::pair{u't', u'\t'},
            std::pair{u'r', u'\r'}, std::pair{u'\\', u'\\'}, std::pair{u'"', u'"'}, std::pair{u'\'', u'\''}};
        const qsizetype begin = m_at++;
        for (const auto &[letter, character] : escapes) {
            if (m_at < m_text.size() && m_text.at(m_at) == letter)
                return character;
        }
        fail(Kind::UnexpectedText, begin, u"a quoted text"_s);
        return {};
    }

    std::chrono::milliseconds duration()
    {
        if (skip(u"${window}"_s))
            return m_window;
        skipSpace();
        const qsizetype begin = m_at;
        std::chrono::milliseconds total{0};
        auto next = durationUnits.begin();
        while (m_at < m_text.size() && isDigit(m_text.at(m_at))) {
            const QString digits = take(isDigit);
            const QString word = take([](QChar c) { return c >= u'a' && c <= u'z'; });
            next =
                std::find_if(next, durationUnits.end(), [&](const auto &unit) { return word == unit.first; });
            // Seven digits of any unit fit into the type.
            if (next == durationUnits.end() || digits.size() > 7) {
                fail(Kind::BadDuration, begin, u"a duration"_s);
                return total;
            }
            total += std::chrono::milliseconds{digits.toLongLong() * next->second};
            ++next;
        }
        if (total.count() == 0)
            fail(Kind::BadDuration, begin, u"a duration"_s);
        return total;
    }

    const QString &m_text;
    std::chrono::milliseconds m_window;
    qsizetype m_at = 0;
    std::optional<ProbeExpressionError> m_error;
};

bool matches(const LabelMatcher &matcher, const LabelSet &labels)
{
    const QByteArray value = labels.value(matcher.name);
    switch (matcher.op) {
    case LabelMatcher::Operator::Equal:
        return value == matcher.value;
    case LabelMatcher::Operator::NotEqual:
        return value != matcher.value;
    case LabelMatcher::Operator::Matches:
        return matcher.pattern.match(QString::fromUtf8(value)).hasMatch();
    case LabelMatcher::Operator::DoesNotMatch:
        return !matcher.pattern.match(QString::fromUtf8(value)).hasMatch();
    }
    return false;
}

//! The greater or the smaller one, as Prometheus does it: a NaN gives way to any number.
double greaterOf(double a, double b)
{
    return b > a || std::isnan(a) ? b : a;
}

double smallerOf(double a, double b)
{
    return b < a || std::isnan(a) ? b : a;
}

double sumOf(const std::vector<double> &samples)
{
    return std::accumulate(samples.begin(), samples.end(), 0.0);
}

} // namespace

Expected<ProbeExpression, ProbeExpressionError> parseProbeExpression(
    const QString &text, std::chrono::milliseconds window)
{
    return Parser(text, window).parse();
}

bool matches(const ProbeExpression &expression, const LabelSet &labels)
{
    return std::all_of(expression.matchers.begin(), expression.matchers.end(),
        [&](const LabelMatcher &matcher) { return matches(matcher, labels); });
}

std::optional<double> reduce(const ProbeExpression &expression, std::span<const double> samples)
{
    std::vector<double> present;
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(present),
        [](double sample) { return !isAbsent(sample); });
    if (present.empty())
        return std::nullopt;
    const auto count = static_cast<double>(present.size());
    switch (expression.reducer) {
    case Reducer::Avg:
        return sumOf(present) / count;
    case Reducer::Min:
        return std::accumulate(present.begin() + 1, present.end(), present.front(), smallerOf);
    case Reducer::Max:
        return std::accumulate(present.begin() + 1, present.end(), present.front(), greaterOf);
    case Reducer::Sum:
        return sumOf(present);
    case Reducer::Count:
        return count;
    case Reducer::Last:
        return present.back();
    case Reducer::Quantile:
        return quantile(expression.quantile, present);
    }
    return std::nullopt;
}

} // namespace sockeye
