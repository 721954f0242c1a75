// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/prometheus/looseanswers.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace sockeye::test {

namespace {

constexpr qint64 anyMoment = 1'795'355'000'000; // ms

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

QByteArray LooseAnswers::next()
{
    QByteArrayList fields;
    if (oneIn(8)) {
        fields = {field("status", quoted("error")), field("errorType", text()), field("error", text())};
        // What comes with an error is not looked at, but only an error that came first is known for one.
        return space() + '{' + fields.join(',') + '}' + space();
    }
    fields = {field("status", quoted("success")), field("data", data())};
    if (oneIn(3))
        fields.append(field("warnings", texts()));
    if (oneIn(3))
        fields.append(field("infos", texts()));
    if (oneIn(3))
        fields.append(field("isPartial", oneIn(2) ? "true" : "false"));
    return space() + object(fields) + space();
}

QByteArray LooseAnswers::space()
{
    static const std::array<QByteArray, 4> spaces{" ", "\n", "\t\r\n  ", "        "};
    return oneIn(4) ? spaces[static_cast<std::size_t>(below(4))] : QByteArray();
}

QByteArray LooseAnswers::character(char32_t c)
{
    const QString utf16 = QString::fromUcs4(&c, 1);
    const bool mustEscape = c < 0x20 || c == U'"' || c == U'\\';
    if (!mustEscape && !oneIn(5))
        return utf16.toUtf8();
    if ((c == U'"' || c == U'\\' || c == U'/') && oneIn(2))
        return QByteArray("\\") + static_cast<char>(c);
    if (c == U'\n' && oneIn(2))
        return "\\n";
    QByteArray escaped;
    for (const QChar unit : utf16) {
        const QByteArray digits = QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
        escaped += "\\u" + (oneIn(2) ? digits : digits.toUpper());
    }
    return escaped;
}

QByteArray LooseAnswers::text()
{
    QByteArray text;
    for (int i = below(12); i > 0; --i) {
        switch (below(6)) {
        case 0:
            text += character(static_cast<char32_t>(below(0x20)));
            break;
        case 1:
            text += character(U"\"\\/{}[],:"[below(9)]);
            break;
        case 2:
            text += character(0x1F300 + static_cast<char32_t>(below(500)));
            break;
        case 3:
            text += character(0xA0 + static_cast<char32_t>(below(0x1000)));
            break;
        default:
            text += character(U'a' + static_cast<char32_t>(below(26)));
        }
    }
    return quoted(text);
}

QByteArray LooseAnswers::anything(int depth)
{
    if (depth > 0) {
        const QByteArray inner = anything(depth - 1);
        return oneIn(2) ? list({inner}) : '{' + field("x", inner) + '}';
    }
    static const std::array<QByteArray, 8> simple{
        "null", "true", "false", "[]", "{}", "-0", "1E300", "1.5e-7"};
    return oneIn(3) ? text() : simple[static_cast<std::size_t>(below(8))];
}

QByteArray LooseAnswers::number(double value)
{
    switch (below(4)) {
    case 0:
        return QByteArray::number(value, 'e', below(17));
    case 1:
        return QByteArray::number(value, 'E', below(17)).replace("E-0", "E-");
    case 2:
        return QByteArray::number(value, 'f', below(10));
    default:
        return QByteArray::number(value, 'g', 17);
    }
}

QByteArray LooseAnswers::value()
{
    static const std::array<QByteArray, 7> special{
        "NaN", "+Inf", "-Inf", "0", "-0", "5e-324", "1.7976931348623157e+308"};
    if (oneIn(5))
        return quoted(special[static_cast<std::size_t>(below(7))]);
    return quoted(number((m_random.fraction() - 0.5) * std::pow(10.0, below(40) - 20)));
}

QByteArray LooseAnswers::time(qint64 milliseconds)
{
    const double seconds = static_cast<double>(milliseconds) / 1000.0;
    return oneIn(3) ? QByteArray::number(seconds, 'e', 16)
                    : QByteArray::number(seconds, 'f', oneIn(2) ? 3 : 6);
}

QByteArray LooseAnswers::list(const QByteArrayList &items)
{
    QByteArrayList spaced;
    for (const QByteArray &item : items)
        spaced.append(space() + item + space());
    return '[' + (spaced.isEmpty() ? space() : spaced.join(',')) + ']';
}

QByteArray LooseAnswers::object(QByteArrayList fields)
{
    // More often none, or every answer would be unusual in this way.
    for (int i = oneIn(3) ? below(4) : 0; i > 0; --i)
        fields.append(field(oneIn(2) ? "twice" : "other", anything(oneIn(20) ? 100 : below(3))));
    for (qsizetype i = fields.size() - 1; i > 0; --i)
        fields.swapItemsAt(i, below(static_cast<int>(i) + 1));
    return '{' + fields.join(',') + '}';
}

QByteArray LooseAnswers::field(const QByteArray &name, const QByteArray &content)
{
    return space() + quoted(name) + space() + ':' + space() + content + space();
}

QByteArray LooseAnswers::texts()
{
    if (oneIn(5))
        return "null";
    QByteArrayList items;
    for (int i = below(3); i > 0; --i)
        items.append(text());
    return list(items);
}

QByteArray LooseAnswers::metric()
{
    QByteArrayList labels;
    for (int i = below(5); i > 0; --i) // a name may come twice: the last one counts
        labels.append(space() + (oneIn(3) ? quoted("job") : text()) + ':' + text());
    return '{' + (labels.isEmpty() ? space() : labels.join(',')) + '}';
}

QByteArray LooseAnswers::histogram()
{
    QByteArrayList buckets;
    for (int i = below(4); i > 0; --i)
        buckets.append(list({QByteArray::number(below(4)), value(), value(), value()}));
    QByteArrayList fields{field("count", value()), field("sum", value())};
    if (!oneIn(4))
        fields.append(field("buckets", list(buckets)));
    return object(fields);
}

QByteArray LooseAnswers::points(bool areHistograms)
{
    QByteArrayList points;
    qint64 at = anyMoment + below(1'000'000);
    for (int i = below(6); i > 0; --i) {
        const bool isRepeated = !areHistograms && oneIn(10);
        points.append(list({time(at), areHistograms ? histogram() : value()}));
        at += isRepeated ? 0 : 1 + below(60'000);
    }
    return list(points);
}

QByteArray LooseAnswers::matrix()
{
    QByteArrayList series;
    for (int i = below(5); i > 0; --i) {
        QByteArrayList fields;
        if (!oneIn(10))
            fields.append(field("metric", metric()));
        if (!oneIn(6))
            fields.append(field("values", points(false)));
        if (oneIn(3))
            fields.append(field("histograms", points(true)));
        series.append(object(fields));
    }
    return list(series);
}

QByteArray LooseAnswers::vector()
{
    QByteArrayList series;
    for (int i = below(5); i > 0; --i) {
        const bool isHistogram = oneIn(4);
        const QByteArray pair = list({time(anyMoment), isHistogram ? histogram() : value()});
        series.append(object({field("metric", metric()), field(isHistogram ? "histogram" : "value", pair)}));
    }
    return list(series);
}

QByteArray LooseAnswers::data()
{
    switch (below(8)) {
    case 0:
        return object(
            {field("resultType", quoted("scalar")), field("result", list({time(anyMoment), value()}))});
    case 1:
        return object(
            {field("resultType", quoted("string")), field("result", list({time(anyMoment), text()}))});
    case 2:
    case 3:
        return object({field("resultType", quoted("vector")), field("result", vector())});
    default:
        return object({field("resultType", quoted("matrix")), field("result", matrix())});
    }
}

} // namespace sockeye::test
