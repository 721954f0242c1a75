// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"

#include "tests/support/fakeclock.h"

#include <QDateTime>
#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;

class TestClock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSystemClockTellsTheMachinesTime();
    void monotonicTimeNeverGoesBack();
    void millisecondsComeBack_data();
    void millisecondsComeBack();
    void theFakeClockMovesOnlyWhenTold();
};

void TestClock::theSystemClockTellsTheMachinesTime()
{
    const SystemClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 now = toMilliseconds(clock.now());
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(before <= now);
    QVERIFY(now <= after);
}

void TestClock::monotonicTimeNeverGoesBack()
{
    const SystemClock clock;
    MonotonicTime last = clock.monotonic();
    for (int i = 0; i < 1000; ++i) {
        const MonotonicTime next = clock.monotonic();
        QVERIFY(next >= last);
        last = next;
    }
}

void TestClock::millisecondsComeBack_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::newRow("epoch") << qint64{0};
    QTest::newRow("today") << qint64{1'767'225'600'123};
    QTest::newRow("before the epoch") << qint64{-1};
}

void TestClock::millisecondsComeBack()
{
    QFETCH(qint64, ms);
    QCOMPARE(qint64{toMilliseconds(fromMilliseconds(ms))}, ms);
}

void TestClock::theFakeClockMovesOnlyWhenTold()
{
    test::FakeClock clock;
    const Timestamp wall = clock.now();
    const MonotonicTime monotonic = clock.monotonic();
    QCOMPARE(clock.now(), wall);
    clock.advance(1500ms);
    QCOMPARE(clock.now() - wall, 1500ms);
    QCOMPARE(clock.monotonic() - monotonic, 1500ms);
    clock.jump(-1h);
    QCOMPARE(clock.now() - wall, 1500ms - 1h);
    QCOMPARE(clock.monotonic() - monotonic, 1500ms);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestClock)
#include "tst_clock.moc"
