// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/timeseries.h"

#include "tests/support/seriesnotation.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::notationOf;
using test::seriesFrom;

class TestTimeSeries final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNotationComesBack();
    void anAbsentValueIsANaNOfItsOwn();
    void seriesAreEqualBitByBit_data();
    void seriesAreEqualBitByBit();
    void theLastValueSkipsGaps_data();
    void theLastValueSkipsGaps();
    void gapsAreMarked_data();
    void gapsAreMarked();
    void markingTwiceChangesNothing();
    void timesStayAscending();
};

void TestTimeSeries::theNotationComesBack()
{
    const QString notation = u"0:1 15:NaN 30:_ 45.5:-Inf 60:Inf 75:-0.25"_s;
    QCOMPARE(notationOf(seriesFrom(notation)), notation);
    QCOMPARE(notationOf(seriesFrom(QString())), QString());
}

void TestTimeSeries::anAbsentValueIsANaNOfItsOwn()
{
    QVERIFY(isAbsent(absentValue()));
    QVERIFY(std::isnan(absentValue()));
    QVERIFY(!isAbsent(std::numeric_limits<double>::quiet_NaN()));
    QVERIFY(!isAbsent(std::nan("1")));
    QVERIFY(!isAbsent(std::numeric_limits<double>::infinity()));
    QVERIFY(!isAbsent(0.0));
    // Prometheus' own marks, https://pkg.go.dev/github.com/prometheus/prometheus/model/value
    QVERIFY(!isAbsent(std::bit_cast<double>(0x7ff8'0000'0000'0001ULL)));
    QVERIFY(!isAbsent(std::bit_cast<double>(0x7ff0'0000'0000'0002ULL)));
}

void TestTimeSeries::seriesAreEqualBitByBit_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::addColumn<bool>("equal");
    QTest::newRow("same") << u"0:1 15:2"_s << u"0:1 15:2"_s << true;
    QTest::newRow("NaN is NaN") << u"0:NaN"_s << u"0:NaN"_s << true;
    QTest::newRow("a gap is a gap") << u"0:_"_s << u"0:_"_s << true;
    QTest::newRow("a gap is no NaN") << u"0:_"_s << u"0:NaN"_s << false;
    QTest::newRow("other value") << u"0:1"_s << u"0:2"_s << false;
    QTest::newRow("other time") << u"0:1"_s << u"1:1"_s << false;
    QTest::newRow("longer") << u"0:1"_s << u"0:1 1:1"_s << false;
}

void TestTimeSeries::seriesAreEqualBitByBit()
{
    QFETCH(QString, one);
    QFETCH(QString, two);
    QFETCH(bool, equal);
    QCOMPARE(seriesFrom(one) == seriesFrom(two), equal);
    QVERIFY(!(seriesFrom(one) == seriesFrom(one, LabelSet{{"job", "x"}})));
}

void TestTimeSeries::theLastValueSkipsGaps_data()
{
    QTest::addColumn<QString>("series");
    QTest::addColumn<QString>("last");
    QTest::newRow("empty") << QString() << u"none"_s;
    QTest::newRow("gaps only") << u"0:_ 1:_"_s << u"none"_s;
    QTest::newRow("a value") << u"0:1 1:2"_s << u"2"_s;
    QTest::newRow("a value before a gap") << u"0:1 1:_"_s << u"1"_s;
    QTest::newRow("a measured NaN is a value") << u"0:1 1:NaN 2:_"_s << u"nan"_s;
}

void TestTimeSeries::theLastValueSkipsGaps()
{
    QFETCH(QString, series);
    const TimeSeries given = seriesFrom(series);
    const double *last = given.lastValue();
    QTEST(last ? QString::number(*last) : u"none"_s, "last");
}

void TestTimeSeries::gapsAreMarked_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<int>("stepMs");
    QTest::addColumn<QString>("marked");
    QTest::newRow("one point is missing") << u"0:1 15:2 45:3"_s << 15'000 << u"0:1 15:2 30:_ 45:3"_s;
    QTest::newRow("a long gap is one entry") << u"0:1 600:2"_s << 15'000 << u"0:1 15:_ 600:2"_s;
    QTest::newRow("two gaps") << u"0:1 30:2 60:3"_s << 15'000 << u"0:1 15:_ 30:2 45:_ 60:3"_s;
    QTest::newRow("no gap") << u"0:1 15:2 30:3"_s << 15'000 << u"0:1 15:2 30:3"_s;
    QTest::newRow("one and a half steps are late") << u"0:1 22.5:2"_s << 15'000 << u"0:1 22.5:2"_s;
    QTest::newRow("more is a gap") << u"0:1 22.501:2"_s << 15'000 << u"0:1 15:_ 22.501:2"_s;
    QTest::newRow("steps of a millisecond") << u"0:1 0.002:2"_s << 1 << u"0:1 0.001:_ 0.002:2"_s;
    QTest::newRow("a measured NaN is no gap") << u"0:1 15:NaN 30:2"_s << 15'000 << u"0:1 15:NaN 30:2"_s;
    QTest::newRow("marked before the break") << u"0:1 15:_ 60:2"_s << 15'000 << u"0:1 15:_ 60:2"_s;
    QTest::newRow("marked after the break") << u"0:1 59:_ 60:2"_s << 15'000 << u"0:1 59:_ 60:2"_s;
    QTest::newRow("one sample") << u"0:1"_s << 15'000 << u"0:1"_s;
    QTest::newRow("nothing") << QString() << 15'000 << QString();
    QTest::newRow("no step") << u"0:1 600:2"_s << 0 << u"0:1 600:2"_s;
    QTest::newRow("a negative step") << u"0:1 600:2"_s << -15'000 << u"0:1 600:2"_s;
}

void TestTimeSeries::gapsAreMarked()
{
    QFETCH(QString, given);
    QFETCH(int, stepMs);
    TimeSeries series = seriesFrom(given);
    markGaps(series, std::chrono::milliseconds{stepMs});
    QTEST(notationOf(series), "marked");
}

void TestTimeSeries::markingTwiceChangesNothing()
{
    TimeSeries series = seriesFrom(u"0:1 60:2 75:3 300:4"_s);
    markGaps(series, 15s);
    const TimeSeries once = series;
    markGaps(series, 15s);
    QCOMPARE(notationOf(series), notationOf(once));
}

void TestTimeSeries::timesStayAscending()
{
    TimeSeries series = seriesFrom(u"0:1 0.002:2 0.005:3 1:4 1.001:5 60:6"_s);
    for (const auto step : {1ms, 2ms, 3ms, 15'000ms}) {
        TimeSeries marked = series;
        markGaps(marked, step);
        QCOMPARE(marked.times.size(), marked.values.size());
        QVERIFY(std::is_sorted(marked.times.begin(), marked.times.end(), std::less_equal<>()));
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestTimeSeries)
#include "tst_timeseries.moc"
