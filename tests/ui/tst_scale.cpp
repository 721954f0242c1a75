// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axistext.h"
#include "ui/charts/buckets.h"
#include "ui/charts/scale.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Timestamp at(std::chrono::milliseconds sinceEpoch)
{
    return Timestamp(sinceEpoch);
}

} // namespace

class ScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axisIsRoundInTheUnitThatIsRead_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<double>("axisLow");
        QTest::addColumn<double>("axisHigh");
        constexpr double mebi = 1024.0 * 1024.0;
        QTest::newRow("latency stands on zero") << 0.03 << 0.43 << Unit::Seconds << 0.0 << 0.45;
        QTest::newRow("rate stands on zero") << 8.0 << 22.0 << Unit::PerSecond << 0.0 << 30.0;
        QTest::newRow("bytes in MiB") << 90.0 * mebi << 130.0 * mebi << Unit::Bytes << 0.0 << 150.0 * mebi;
        QTest::newRow("ratio in percent") << 0.1 << 0.28 << Unit::Ratio << 0.0 << 0.3;
        QTest::newRow("minutes") << 10.0 << 170.0 << Unit::Seconds << 0.0 << 180.0;
        QTest::newRow("many connections keep their shape")
            << 11'450.0 << 12'350.0 << Unit::Count << 11'000.0 << 12'500.0;
        QTest::newRow("few connections stand on zero") << 2.0 << 9.0 << Unit::Count << 0.0 << 12.0;
        QTest::newRow("no connections") << 0.0 << 0.0 << Unit::Count << 0.0 << 4.5;
        QTest::newRow("below zero") << -4.0 << 4.0 << Unit::None << -5.0 << 10.0;
    }

    void axisIsRoundInTheUnitThatIsRead()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(Unit, unit);
        QFETCH(double, axisLow);
        QFETCH(double, axisHigh);
        ValueSpan span;
        span.add(low);
        span.add(high);
        const ValueScale scale = niceScale(span, unit, 3);
        QVERIFY(scale.low <= low);
        QVERIFY(scale.high >= high);
        QVERIFY2(std::abs(scale.low - axisLow) < 1e-9 * std::max(1.0, axisHigh),
            qPrintable(u"low %1"_s.arg(scale.low)));
        QVERIFY2(std::abs(scale.high - axisHigh) < 1e-9 * std::max(1.0, axisHigh),
            qPrintable(u"high %1"_s.arg(scale.high)));
    }

    void nothingAndNonsenseStillMakeAnAxis()
    {
        ValueSpan span;
        span.add(std::numeric_limits<double>::quiet_NaN());
        span.add(std::numeric_limits<double>::infinity());
        QVERIFY(span.isEmpty());
        const ValueScale scale = niceScale(span, Unit::Seconds, 3);
        QVERIFY(scale.high > scale.low);
    }

    void aFlatLineHasRoom()
    {
        ValueSpan span;
        span.add(220.0);
        const ValueScale scale = niceScale(span, Unit::Count, 3);
        QVERIFY(scale.low < 220.0);
        QVERIFY(scale.high > 220.0);
    }

    void timesAreRoundOnTheClockOfTheZone()
    {
        const TimeRange day{at(1'790'553'600'000ms + 1h), at(1'790'553'600'000ms + 25h)};
        const QTimeZone shanghai(8 * 3600);
        for (const Timestamp tick : timeTicks(day, shanghai, 4).within(day)) {
            const auto local = (tick.time_since_epoch() + 8h) % 6h;
            QCOMPARE(local.count(), 0);
        }
    }

    void ticksAreNoMoreThanAskedFor_data()
    {
        QTest::addColumn<qint64>("seconds");
        for (const qint64 seconds : {1, 60, 900, 3600, 86'400, 7 * 86'400, 90 * 86'400})
            QTest::addRow("%lld s", static_cast<long long>(seconds)) << seconds;
    }

    void ticksAreNoMoreThanAskedFor()
    {
        QFETCH(qint64, seconds);
        const TimeRange range{
            at(1'790'000'000'123ms), at(1'790'000'000'123ms + std::chrono::seconds(seconds))};
        const auto ticks = timeTicks(range, QTimeZone::utc(), 8).within(range);
        QVERIFY(ticks.size() >= 2);
        QVERIFY(ticks.size() <= 9);
        for (const Timestamp tick : ticks)
            QVERIFY(range.begin <= tick && tick <= range.end);
    }

    void timeScaleGoesBothWays()
    {
        const TimeScale scale{{at(1000ms), at(11'000ms)}, 500.0};
        QCOMPARE(scale.x(at(6000ms)), 250.0);
        QVERIFY(scale.timeAt(250.0) == at(6000ms));
    }

    void barsStandStillWhileTheRangeSlides()
    {
        TimeSeries series;
        for (int i = 0; i < 200; ++i) {
            series.times.push_back(at(5000ms * i));
            series.values.push_back(i);
        }
        const BucketGrid before = bucketGrid({at(100'000ms), at(700'000ms)}, 5s, 600.0, 10.0);
        const BucketGrid after = bucketGrid({at(103'000ms), at(703'000ms)}, 5s, 600.0, 10.0);
        QVERIFY(before.length == 10s);
        QVERIFY(before.first == after.first);
        QCOMPARE(bucketMeans(series, before)[3], bucketMeans(series, after)[3]);
    }

    void bucketIsTheMeanOfItsSamples()
    {
        const BucketGrid grid{at(0ms), 10s, 3};
        TimeSeries series;
        series.times = {at(0ms), at(5000ms), at(10'000ms), at(31'000ms)};
        series.values = {2.0, 4.0, absentValue(), 9.0};
        const std::vector<double> means = bucketMeans(series, grid);
        QCOMPARE(means[0], 3.0);
        QVERIFY(isAbsent(means[1]));
        QVERIFY(isAbsent(means[2]));
    }

    void axisTextIsShort()
    {
        const ValueFormatter values;
        QCOMPARE(axisText(0.45, Unit::Seconds, values), u"450 ms"_s);
        QCOMPARE(axisText(0.0, Unit::Seconds, values), u"0"_s);
        QCOMPARE(axisText(30.0, Unit::PerSecond, values), u"30/s"_s);
    }
};

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::ScaleTest)
#include "tst_scale.moc"
