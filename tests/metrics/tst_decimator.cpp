// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/metrics/decimator.h"

#include "tests/support/seriesnotation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::seriesFrom;

class TestDecimator final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsHoldFirstLowestHighestAndLast_data();
    void columnsHoldFirstLowestHighestAndLast();
    void nothingComesOfNothing_data();
    void nothingComesOfNothing();
    void infinitiesAreKept();
    void everySampleOnAnEdgeFallsIntoTheColumnItOpens();
    void randomDataKeepsItsExtremes_data();
    void randomDataKeepsItsExtremes();
};

namespace {

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

//! "column:value" for one value, "column:first/minimum/maximum/last" for more; "|" is a break.
QString notationOf(const std::vector<PixelColumn> &columns)
{
    QStringList entries;
    for (const PixelColumn &column : columns) {
        if (column.gapBefore)
            entries.append(u"|"_s);
        QStringList values{
            number(column.first), number(column.minimum), number(column.maximum), number(column.last)};
        if (values.removeDuplicates() == 3)
            values = {number(column.first)};
        else
            values = {
                number(column.first), number(column.minimum), number(column.maximum), number(column.last)};
        entries.append(u"%1:%2"_s.arg(column.column).arg(values.join(u'/')));
    }
    return entries.join(u' ');
}

TimeSeries randomSeries(std::uint64_t seed, int count)
{
    RandomSource random(seed);
    TimeSeries series;
    Timestamp time{};
    for (int i = 0; i < count; ++i) {
        time += std::chrono::milliseconds{1 + static_cast<int>(random.fraction() * 2000.0)};
        const double dice = random.fraction();
        double value = std::pow(random.fraction() - 0.5, 7.0) * 1e6;
        if (dice < 0.02)
            value = std::numeric_limits<double>::quiet_NaN();
        else if (dice < 0.04)
            value = absentValue();
        series.times.push_back(time);
        series.values.push_back(value);
    }
    return series;
}

} // namespace

void TestDecimator::columnsHoldFirstLowestHighestAndLast_data()
{
    // Ten columns of ten seconds each.
    QTest::addColumn<QString>("samples");
    QTest::addColumn<QString>("columns");
    QTest::newRow("one a column") << u"0:1 10:2 20:3"_s << u"| 0:1 1:2 2:3"_s;
    QTest::newRow("many in a column") << u"0:5 2:1 4:9 6:4 10:7"_s << u"| 0:5/1/9/4 1:7"_s;
    QTest::newRow("a spike of one sample") << u"0:1 1:1 2:1000 3:1 9:1"_s << u"| 0:1/1/1000/1"_s;
    QTest::newRow("a dip of one sample") << u"0:1 1:1 2:-1000 3:1 9:1"_s << u"| 0:1/-1000/1/1"_s;
    QTest::newRow("columns without samples are left out") << u"0:1 50:2"_s << u"| 0:1 5:2"_s;
    QTest::newRow("a gap breaks the line") << u"0:1 10:_ 20:3"_s << u"| 0:1 | 2:3"_s;
    QTest::newRow("a measured NaN breaks it too") << u"0:1 10:NaN 20:3"_s << u"| 0:1 | 2:3"_s;
    QTest::newRow("a gap at a column's end") << u"0:1 9:_ 10:3"_s << u"| 0:1 | 1:3"_s;
    QTest::newRow("a gap at a column's begin") << u"0:1 10:_ 12:3"_s << u"| 0:1 | 1:3"_s;
    QTest::newRow("a gap within a column") << u"0:1 2:_ 4:3 10:4"_s << u"| 0:1/1/3/3 1:4"_s;
    QTest::newRow("gaps in a row") << u"0:1 10:_ 20:NaN 30:_ 40:2"_s << u"| 0:1 | 4:2"_s;
    QTest::newRow("the line begins left of the range") << u"-30:7 -20:8 10:2"_s << u"| -1:8 1:2"_s;
    QTest::newRow("the line ends right of the range") << u"90:1 100:2 110:3"_s << u"| 9:1 10:2"_s;
    QTest::newRow("the line crosses the range") << u"-5:1 105:2"_s << u"| -1:1 10:2"_s;
    QTest::newRow("a gap at the left edge") << u"-20:8 -10:_ 10:2"_s << u"| 1:2"_s;
    QTest::newRow("a gap at the right edge") << u"90:1 100:_ 110:3"_s << u"| 9:1"_s;
    QTest::newRow("left of the range only") << u"-20:8 -10:9"_s << u"| -1:9"_s;
    QTest::newRow("right of the range only") << u"100:8 110:9"_s << u"| 10:8"_s;
    QTest::newRow("the last millisecond") << u"99.999:1"_s << u"| 9:1"_s;
}

void TestDecimator::columnsHoldFirstLowestHighestAndLast()
{
    QFETCH(QString, samples);
    const TimeRange range{Timestamp{0s}, Timestamp{100s}};
    QTEST(notationOf(decimate(seriesFrom(samples), range, 10)), "columns");
}

void TestDecimator::nothingComesOfNothing_data()
{
    QTest::addColumn<QString>("samples");
    QTest::addColumn<int>("endSecond");
    QTest::addColumn<int>("width");
    QTest::newRow("no sample") << QString() << 100 << 10;
    QTest::newRow("gaps only") << u"0:_ 10:NaN"_s << 100 << 10;
    QTest::newRow("no width") << u"0:1"_s << 100 << 0;
    QTest::newRow("a negative width") << u"0:1"_s << 100 << -1;
    QTest::newRow("no time") << u"0:1"_s << 0 << 10;
    QTest::newRow("time turned round") << u"0:1"_s << -100 << 10;
}

void TestDecimator::nothingComesOfNothing()
{
    QFETCH(QString, samples);
    QFETCH(int, endSecond);
    QFETCH(int, width);
    const TimeRange range{Timestamp{0s}, Timestamp{std::chrono::seconds{endSecond}}};
    QVERIFY(decimate(seriesFrom(samples), range, width).empty());
}

void TestDecimator::infinitiesAreKept()
{
    const TimeRange range{Timestamp{0s}, Timestamp{100s}};
    const auto columns = decimate(seriesFrom(u"0:1 1:Inf 2:-Inf 3:2"_s), range, 10);
    QCOMPARE(columns.size(), 1U);
    QCOMPARE(columns.front().maximum, std::numeric_limits<double>::infinity());
    QCOMPARE(columns.front().minimum, -std::numeric_limits<double>::infinity());
    QCOMPARE(columns.front().last, 2.0);
}

void TestDecimator::everySampleOnAnEdgeFallsIntoTheColumnItOpens()
{
    // 700 columns of 49 ms: a width that no double divides evenly.
    TimeSeries series;
    for (int i = 0; i < 700; ++i) {
        series.times.push_back(Timestamp{std::chrono::milliseconds{i * 49}});
        series.values.push_back(i);
    }
    const auto columns = decimate(series, {Timestamp{0ms}, Timestamp{34'300ms}}, 700);
    QCOMPARE(columns.size(), 700U);
    for (int i = 0; i < 700; ++i) {
        QCOMPARE(columns[static_cast<std::size_t>(i)].column, i);
        QCOMPARE(columns[static_cast<std::size_t>(i)].first, i);
    }
}

void TestDecimator::randomDataKeepsItsExtremes_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("width");
    for (quint64 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %llu", seed) << seed << static_cast<int>(1 + seed * seed * 7);
}

void TestDecimator::randomDataKeepsItsExtremes()
{
    QFETCH(quint64, seed);
    QFETCH(int, width);
    const TimeSeries series = randomSeries(seed, 3000);
    const TimeRange range{series.times[500], series.times[2500]};
    const auto columns = decimate(series, range, width);

    double minimum = std::numeric_limits<double>::infinity();
    double maximum = -minimum;
    for (std::size_t i = 500; i < 2500; ++i) {
        if (std::isnan(series.values[i]))
            continue;
        minimum = std::min(minimum, series.values[i]);
        maximum = std::max(maximum, series.values[i]);
    }
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -lowest;
    std::int32_t before = -2;
    for (const PixelColumn &column : columns) {
        QVERIFY2(column.column > before, "one entry a column, ascending");
        before = column.column;
        QVERIFY(column.minimum <= std::min(column.first, column.last));
        QVERIFY(column.maximum >= std::max(column.first, column.last));
        if (column.column < 0 || column.column >= width)
            continue;
        lowest = std::min(lowest, column.minimum);
        highest = std::max(highest, column.maximum);
    }
    QVERIFY(before <= width);
    QCOMPARE(lowest, minimum);
    QCOMPARE(highest, maximum);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDecimator)
#include "tst_decimator.moc"
