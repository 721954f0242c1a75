// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/timerange.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;

class TestTimeRange final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndIsNotInIt_data();
    void theEndIsNotInIt();
    void rangesThatOnlyTouchDoNotIntersect_data();
    void rangesThatOnlyTouchDoNotIntersect();
    void aRangeTurnedRoundIsEmpty();
};

namespace {

TimeRange seconds(int begin, int end)
{
    return {Timestamp{std::chrono::seconds{begin}}, Timestamp{std::chrono::seconds{end}}};
}

} // namespace

void TestTimeRange::theEndIsNotInIt_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<bool>("contained");
    QTest::newRow("before") << qint64{9'999} << false;
    QTest::newRow("begin") << qint64{10'000} << true;
    QTest::newRow("last millisecond") << qint64{19'999} << true;
    QTest::newRow("end") << qint64{20'000} << false;
}

void TestTimeRange::theEndIsNotInIt()
{
    QFETCH(qint64, ms);
    QTEST(seconds(10, 20).contains(fromMilliseconds(ms)), "contained");
}

void TestTimeRange::rangesThatOnlyTouchDoNotIntersect_data()
{
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("intersects");
    QTest::newRow("before") << 0 << 5 << false;
    QTest::newRow("touches the begin") << 0 << 10 << false;
    QTest::newRow("overlaps the begin") << 0 << 11 << true;
    QTest::newRow("inside") << 12 << 13 << true;
    QTest::newRow("around") << 0 << 30 << true;
    QTest::newRow("touches the end") << 20 << 30 << false;
}

void TestTimeRange::rangesThatOnlyTouchDoNotIntersect()
{
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(bool, intersects);
    QCOMPARE(seconds(10, 20).intersects(seconds(begin, end)), intersects);
    QCOMPARE(seconds(begin, end).intersects(seconds(10, 20)), intersects);
}

void TestTimeRange::aRangeTurnedRoundIsEmpty()
{
    QVERIFY(seconds(20, 10).isEmpty());
    QVERIFY(seconds(10, 10).isEmpty());
    QVERIFY(!seconds(10, 20).isEmpty());
    QVERIFY(seconds(10, 20).length() == 10s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestTimeRange)
#include "tst_timerange.moc"
