// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/windowedhistogram.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

constexpr MonotonicTime start{1h};

} // namespace

class TestWindowedHistogram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWindowHoldsWhatIsInIt_data();
    void aWindowHoldsWhatIsInIt();
    void theRingForgets();
    void whatComesTooLateIsLeftOut();
    void nothingIsOlderThanTheWindow();
};

// One latency a minute: n + 1 milliseconds in the n-th.
void TestWindowedHistogram::aWindowHoldsWhatIsInIt_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("least");
    QTest::newRow("the running minute") << 1 << 1 << 10;
    QTest::newRow("three minutes") << 3 << 3 << 8;
    QTest::newRow("the whole ring") << 10 << 10 << 1;
    QTest::newRow("longer than the ring") << 60 << 10 << 1;
}

void TestWindowedHistogram::aWindowHoldsWhatIsInIt()
{
    QFETCH(int, minutes);
    QFETCH(int, count);
    QFETCH(int, least);
    WindowedHistogram windowed{10min};
    for (int i = 0; i < 10; ++i)
        windowed.record(start + std::chrono::minutes{i} + 30s, std::chrono::milliseconds{i + 1});
    const LatencyHistogram last = windowed.last(std::chrono::minutes{minutes}, start + 9min + 45s);
    QCOMPARE(last.count(), static_cast<std::uint64_t>(count));
    QCOMPARE(last.quantile(0.0)->value, std::chrono::nanoseconds{std::chrono::milliseconds{least}});
}

void TestWindowedHistogram::theRingForgets()
{
    WindowedHistogram windowed{2min};
    windowed.record(start, 1ms);
    windowed.recordUnanswered(start + 2min, 10s);
    QCOMPARE(windowed.last(60min, start + 2min).count(), std::uint64_t{1});
    QCOMPARE(windowed.last(60min, start + 2min).unansweredCount(), std::uint64_t{1});
}

void TestWindowedHistogram::whatComesTooLateIsLeftOut()
{
    WindowedHistogram windowed{2min};
    windowed.record(start + 2min, 1ms);
    windowed.record(start, 9s);
    QCOMPARE(windowed.last(60min, start + 2min).quantile(1.0)->value, std::chrono::nanoseconds{1ms});
}

void TestWindowedHistogram::nothingIsOlderThanTheWindow()
{
    WindowedHistogram windowed{60min};
    windowed.record(start, 1ms);
    for (auto age = 0s; age <= 20min; age += 1s) {
        if (windowed.last(15min, start + age).count() > 0)
            QVERIFY(age <= 15min);
        else
            QVERIFY(age >= 14min);
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestWindowedHistogram)
#include "tst_windowedhistogram.moc"
