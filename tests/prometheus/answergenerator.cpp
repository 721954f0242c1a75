// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/prometheus/answergenerator.h"

#include <bit>
#include <charconv>

namespace sockeye::test {

namespace {

QByteArray join(const QByteArrayList &parts)
{
    return parts.join(',');
}

} // namespace

QByteArray AnswerGenerator::next()
{
    const bool isMatrix = !oneIn(3);
    const qint64 start = 1'795'355'000'000 + qint64{below(100'000'000)} * (oneIn(2) ? 1 : 1000);
    m_step = oneIn(3) ? 1 + below(20'000) : 1000 * (1 + below(60));
    const int points = 1 + below(40);
    QByteArrayList series;
    for (int i = oneIn(10) ? 0 : 1 + below(8); i > 0; --i)
        series.append(isMatrix ? matrixSeries(start, points) : vectorSeries(start));
    const QByteArray partial = oneIn(6) ? oneIn(2) ? R"("isPartial":true,)" : R"("isPartial":false,)" : "";
    return R"({"status":"success",)" + partial + R"("data":{"resultType":")"
        + (isMatrix ? "matrix" : "vector") + R"(","result":[)" + join(series) + "]" + tail();
}

QByteArray AnswerGenerator::damaged(QByteArray json)
{
    for (int i = 1 + below(3); i > 0 && !json.isEmpty(); --i) {
        const qsizetype at = below(static_cast<int>(json.size()));
        switch (below(5)) {
        case 0:
            json[at] = static_cast<char>(m_random.bits());
            break;
        case 1:
            json.remove(at, 1 + below(4));
            break;
        case 2:
            json.insert(at, json.mid(at, 1 + below(30)));
            break;
        case 3:
            json[at] = "0123456789.,:\"\\{}[]-+eN \n"[below(25)];
            break;
        default:
            json.truncate(oneIn(8) ? at : json.size());
        }
    }
    return json;
}

QByteArray AnswerGenerator::labels()
{
    static const QByteArrayList values{R"("up")", R"("10.0.0.1:9090")", R"("/a\u0026b\u003c")",
        R"("a\\b\"c\n\t\/")", "\"gr\xc3\xbc\xc3\x9f\"", R"("")", R"("\ud83d\ude00")", R"("0.95")",
        R"("{}],[")"};
    static const QByteArrayList names{
        R"("__name__")", R"("job")", R"("le")", R"("in.stance")", R"("\u00e4")"};
    QByteArrayList fields;
    for (int i = below(5); i > 0; --i) {
        const QByteArray &name = names[below(oneIn(5) ? 5 : 4)];
        fields.append(name + ':'
            + (oneIn(2) ? '"' + QByteArray::number(below(9)) + '"' : values[below(oneIn(9) ? 9 : 6)]));
    }
    return '{' + join(fields) + '}';
}

QByteArray AnswerGenerator::time(qint64 milliseconds)
{
    const QByteArray seconds = QByteArray::number(milliseconds / 1000);
    if (milliseconds % 1000 == 0)
        return seconds;
    QByteArray fraction = QByteArray::number(milliseconds % 1000).rightJustified(3, '0');
    while (fraction.endsWith('0') && oneIn(2))
        fraction.chop(1);
    return seconds + '.' + fraction;
}

QByteArray AnswerGenerator::value()
{
    static const QByteArrayList special{"NaN", "+Inf", "-Inf", "-0", "1e+300", "5e-324", "0"};
    std::array<char, 400> text{};
    const quint64 exponent = 1023 - 40 + static_cast<quint64>(below(90));
    const double any = std::bit_cast<double>((m_random.bits() & 0x800f'ffff'ffff'ffff) | exponent << 52);
    switch (below(5)) {
    case 0:
        return special[below(7)];
    case 1:
        return QByteArray::number(below(1'000'000));
    case 2:
        return QByteArray::number(below(1'000'000) / 1000.0, 'f', 3);
    default:
        return {text.data(),
            std::to_chars(text.data(), text.data() + 400, any, std::chars_format::fixed).ptr - text.data()};
    }
}

QByteArray AnswerGenerator::matrixSeries(qint64 start, int points)
{
    const bool hasGaps = oneIn(3);
    const bool isRepeating = oneIn(30);
    QByteArrayList samples;
    for (int i = 0; i < points; ++i) {
        if (hasGaps && oneIn(5) && !(samples.isEmpty() && i == points - 1))
            continue;
        const qint64 at = start + (isRepeating ? i / 2 : i) * m_step;
        samples.append('[' + time(at) + ",\"" + value() + "\"]");
    }
    const QByteArray space = oneIn(100) ? " " : "";
    const QByteArray histogram = oneIn(50) ? R"(,"histograms":[[1,{"count":"1","sum":"2"}]])" : "";
    return R"({"metric":)" + labels() + ',' + space + R"("values":[)" + join(samples) + ']' + histogram + '}';
}

QByteArray AnswerGenerator::vectorSeries(qint64 at)
{
    return R"({"metric":)" + labels() + R"(,"value":[)" + time(at) + ",\"" + value() + "\"]}";
}

QByteArray AnswerGenerator::tail()
{
    static const QByteArrayList tails{R"(},"warnings":["slow"]})", R"(},"infos":["a\nb"],"warnings":null})",
        R"(,"stats":{"samples":[1,2]}}})", "}}\n", R"(},"stats":{"seriesFetched": "2"}})",
        R"(},"data":{"resultType":"vector","result":[]}})",
        R"(},"status":"error","errorType":"x","error":"y"})"};
    return oneIn(3) ? tails[below(7)] : "}}";
}

} // namespace sockeye::test
