// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/probeexpression.h"
#include "core/metrics/timeseries.h"

#include <QTest>

#include <limits>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Reducer = ProbeExpression::Reducer;

class ProbeExpressionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsesReducers_data();
    void parsesReducers();
    void parsesMatchers();
    void parsesDurations_data();
    void parsesDurations();
    void saysWhereTextIsWrong_data();
    void saysWhereTextIsWrong();
    void surfacesAnyCutAsAnError();
    void matchesLabels_data();
    void matchesLabels();
    void reduces_data();
    void reduces();
    void reducesNothingToNothing();
};

void ProbeExpressionTest::parsesReducers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Reducer>("reducer");
    QTest::addColumn<double>("quantile");

    QTest::newRow("avg") << u"avg_over_time(rtt[5m])"_s << Reducer::Avg << 0.0;
    QTest::newRow("min") << u"min_over_time(rtt[5m])"_s << Reducer::Min << 0.0;
    QTest::newRow("max") << u"max_over_time(rtt[5m])"_s << Reducer::Max << 0.0;
    QTest::newRow("sum") << u"sum_over_time(rtt[5m])"_s << Reducer::Sum << 0.0;
    QTest::newRow("count") << u"count_over_time(rtt[5m])"_s << Reducer::Count << 0.0;
    QTest::newRow("last") << u"last_over_time(rtt[5m])"_s << Reducer::Last << 0.0;
    QTest::newRow("quantile") << u"quantile_over_time(0.99, rtt[5m])"_s << Reducer::Quantile << 0.99;
    QTest::newRow("quantile without space") << u"quantile_over_time(1,rtt[5m])"_s << Reducer::Quantile << 1.0;
    QTest::newRow("space everywhere") << u" max_over_time ( rtt { } [ 5m ] ) "_s << Reducer::Max << 0.0;
    QTest::newRow("window of the rule") << u"max_over_time(rtt[${window}])"_s << Reducer::Max << 0.0;
}

void ProbeExpressionTest::parsesReducers()
{
    QFETCH(QString, text);
    const auto result = parseProbeExpression(text, 5min);
    QVERIFY(result);
    QTEST(result->reducer, "reducer");
    QTEST(result->quantile, "quantile");
    QCOMPARE(result->metric, "rtt"_ba);
    QVERIFY(result->matchers.empty());
    QCOMPARE(result->window, 5min);
}

void ProbeExpressionTest::parsesMatchers()
{
    const auto result = parseProbeExpression(
        uR"(last_over_time(probe_success{target="a \"b\"", region!='eu',zone=~"x.+", host !~ `\d`,}[1m]))"_s,
        0s);
    QVERIFY(result);
    using Operator = LabelMatcher::Operator;
    const std::vector<LabelMatcher> expected{
        {"target", Operator::Equal, "a \"b\"", {}},
        {"region", Operator::NotEqual, "eu", {}},
        {"zone", Operator::Matches, "x.+", QRegularExpression(QRegularExpression::anchoredPattern(u"x.+"_s))},
        {"host", Operator::DoesNotMatch, "\\d",
            QRegularExpression(QRegularExpression::anchoredPattern(u"\\d"_s))},
    };
    QCOMPARE(result->matchers, expected);
}

void ProbeExpressionTest::parsesDurations_data()
{
    QTest::addColumn<QString>("duration");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("milliseconds") << u"500ms"_s << qint64{500};
    QTest::newRow("seconds") << u"90s"_s << qint64{90'000};
    QTest::newRow("two units") << u"1h30m"_s << qint64{5'400'000};
    QTest::newRow("all units") << u"1y1w1d1h1m1s1ms"_s << qint64{32'230'861'001};
}

void ProbeExpressionTest::parsesDurations()
{
    QFETCH(QString, duration);
    const auto result = parseProbeExpression(u"last_over_time(m[%1])"_s.arg(duration), 0s);
    QVERIFY(result);
    QTEST(qint64{result->window.count()}, "milliseconds");
}

void ProbeExpressionTest::saysWhereTextIsWrong_data()
{
    using Kind = ProbeExpressionError::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("position");

    QTest::newRow("empty") << u""_s << Kind::UnexpectedText << 0;
    QTest::newRow("no function") << u"rtt[5m]"_s << Kind::UnknownReducer << 0;
    QTest::newRow("unknown function") << u" rate(rtt[5m])"_s << Kind::UnknownReducer << 1;
    QTest::newRow("no metric") << u"avg_over_time([5m])"_s << Kind::UnexpectedText << 14;
    QTest::newRow("no window") << u"avg_over_time(rtt)"_s << Kind::UnexpectedText << 17;
    QTest::newRow("no closing parenthesis") << u"avg_over_time(rtt[5m]"_s << Kind::UnexpectedText << 21;
    QTest::newRow("text after the end") << u"avg_over_time(rtt[5m]) > 1"_s << Kind::UnexpectedText << 23;
    QTest::newRow("no quantile") << u"quantile_over_time(rtt[5m])"_s << Kind::BadQuantile << 19;
    QTest::newRow("quantile too great") << u"quantile_over_time(95, rtt[5m])"_s << Kind::BadQuantile << 19;
    QTest::newRow("no unit") << u"avg_over_time(rtt[5])"_s << Kind::BadDuration << 18;
    QTest::newRow("unknown unit") << u"avg_over_time(rtt[5min])"_s << Kind::BadDuration << 18;
    QTest::newRow("units out of order") << u"avg_over_time(rtt[5s1m])"_s << Kind::BadDuration << 18;
    QTest::newRow("zero window") << u"avg_over_time(rtt[0s])"_s << Kind::BadDuration << 18;
    QTest::newRow("absurd window") << u"avg_over_time(rtt[99999999999y])"_s << Kind::BadDuration << 18;
    QTest::newRow("no value") << u"avg_over_time(rtt{a=}[5m])"_s << Kind::UnexpectedText << 20;
    QTest::newRow("no operator") << u"avg_over_time(rtt{a}[5m])"_s << Kind::UnexpectedText << 19;
    QTest::newRow("broken pattern") << u"avg_over_time(rtt{a=~\"(\"}[5m])"_s << Kind::BadPattern << 21;
    QTest::newRow("unknown escape") << u"avg_over_time(rtt{a=\"\\q\"}[5m])"_s << Kind::UnexpectedText << 21;
    QTest::newRow("quote never ends") << u"avg_over_time(rtt{a=\"b"_s << Kind::UnexpectedText << 22;
}

void ProbeExpressionTest::saysWhereTextIsWrong()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    const auto result = parseProbeExpression(text, 5min);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QCOMPARE(result.error().position, position);
    QVERIFY(!result.error().expected.isEmpty());
}

// Whatever a user has typed so far is parsed at each key.
void ProbeExpressionTest::surfacesAnyCutAsAnError()
{
    const QString whole = u"quantile_over_time(0.5, m{a=\"\\n\",b!~'x'}[1h30m])"_s;
    QVERIFY(parseProbeExpression(whole, 0s));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto result = parseProbeExpression(whole.first(length), 0s);
        QVERIFY(!result);
        QVERIFY(result.error().position <= length);
    }
}

void ProbeExpressionTest::matchesLabels_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<bool>("expected");

    QTest::newRow("none") << u""_s << true;
    QTest::newRow("equal") << u"target=\"eu-1\""_s << true;
    QTest::newRow("not that one") << u"target=\"eu\""_s << false;
    QTest::newRow("not equal") << u"target!=\"us\""_s << true;
    QTest::newRow("matches") << u"target=~\"eu-.\""_s << true;
    QTest::newRow("a pattern matches the whole value") << u"target=~\"eu\""_s << false;
    QTest::newRow("a pattern with alternatives too") << u"target=~\"eu|us\""_s << false;
    QTest::newRow("does not match") << u"target!~\"us.*\""_s << true;
    QTest::newRow("an absent label is empty") << u"zone=\"\""_s << true;
    QTest::newRow("all must hold") << u"target=\"eu-1\",zone=\"a\""_s << false;
}

void ProbeExpressionTest::matchesLabels()
{
    QFETCH(QString, matchers);
    const auto expression = parseProbeExpression(u"last_over_time(m{%1}[1m])"_s.arg(matchers), 0s);
    QVERIFY(expression);
    QTEST(matches(*expression, LabelSet{{"target", "eu-1"}}), "expected");
}

void ProbeExpressionTest::reduces_data()
{
    QTest::addColumn<QString>("reducer");
    QTest::addColumn<QList<double>>("samples");
    QTest::addColumn<double>("expected");

    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("avg") << u"avg_over_time("_s << QList{1.0, 2.0, 6.0} << 3.0;
    QTest::newRow("min") << u"min_over_time("_s << QList{3.0, 1.0, 2.0} << 1.0;
    QTest::newRow("max") << u"max_over_time("_s << QList{1.0, 3.0, 2.0} << 3.0;
    QTest::newRow("sum") << u"sum_over_time("_s << QList{1.0, 2.0} << 3.0;
    QTest::newRow("count") << u"count_over_time("_s << QList{1.0, 2.0} << 2.0;
    QTest::newRow("last") << u"last_over_time("_s << QList{1.0, 2.0} << 2.0;
    QTest::newRow("quantile") << u"quantile_over_time(0.5,"_s << QList{1.0, 2.0, 4.0} << 2.0;
    QTest::newRow("a gap is no sample") << u"count_over_time("_s << QList{1.0, absentValue()} << 1.0;
    QTest::newRow("a NaN is one") << u"count_over_time("_s << QList{1.0, nan} << 2.0;
    QTest::newRow("NaN gives way to the least") << u"min_over_time("_s << QList{nan, 2.0, 1.0, nan} << 1.0;
    QTest::newRow("NaN gives way to the greatest") << u"max_over_time("_s << QList{nan, 1.0, 2.0, nan} << 2.0;
}

void ProbeExpressionTest::reduces()
{
    QFETCH(QString, reducer);
    QFETCH(QList<double>, samples);
    const auto expression = parseProbeExpression(reducer + u"m[1m])"_s, 0s);
    QVERIFY(expression);
    const std::optional<double> result = reduce(*expression, samples);
    QVERIFY(result);
    QTEST(*result, "expected");
}

void ProbeExpressionTest::reducesNothingToNothing()
{
    const auto expression = parseProbeExpression(u"count_over_time(m[1m])"_s, 0s);
    QVERIFY(expression);
    QVERIFY(!reduce(*expression, {}));
    const QList<double> gap{absentValue()};
    QVERIFY(!reduce(*expression, gap));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::ProbeExpressionTest)
#include "tst_probeexpression.moc"
