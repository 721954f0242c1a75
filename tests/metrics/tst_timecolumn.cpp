// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/timecolumn.h"
#include "core/metrics/timeseries.h"

#include <QTest>

#include <set>
#include <thread>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

std::vector<Timestamp> grid(int length)
{
    std::vector<Timestamp> times;
    for (int i = 0; i < length; ++i)
        times.push_back(Timestamp{i * 15s});
    return times;
}

TimeSeries seriesOn(const TimeColumn &times)
{
    TimeSeries series{{}, times, {}};
    for (std::size_t i = 0; i < times.size(); ++i)
        series.values.push_back(static_cast<double>(i));
    return series;
}

//! What the samples of \a answer take, each column of times counted once.
double bytesPerSample(const std::vector<TimeSeries> &answer)
{
    std::size_t bytes = 0;
    std::size_t samples = 0;
    std::set<const Timestamp *> counted;
    for (const TimeSeries &series : answer) {
        bytes += series.values.capacity() * sizeof(double);
        if (counted.insert(series.times.begin()).second)
            bytes += series.times.capacityBytes();
        samples += series.size();
    }
    return static_cast<double>(bytes) / static_cast<double>(samples);
}

} // namespace

class TestTimeColumn final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyColumnHasNothing();
    void aCopySharesUntilItIsEdited();
    void aMovedColumnIsEmpty();
    void equalColumnsShareOnRequest();
    void columnsAreComparedByTheirTimes();
    void anEditOnOneThreadIsNotSeenOnAnother();
    void seriesAtRestShareTheirTimes();
    void movingKeepsSharing();
    void markingAGapLeavesTheOthersAlone();
};

void TestTimeColumn::anEmptyColumnHasNothing()
{
    const TimeColumn column;
    QVERIFY(column.empty() && column.begin() == column.end() && column.capacityBytes() == 0);
    QVERIFY(column == TimeColumn(std::vector<Timestamp>()));
    TimeColumn filled;
    filled.push_back(fromMilliseconds(1));
    QVERIFY(filled.size() == 1 && filled.front() == filled.back() && !(filled == column));
    filled.edit().clear();
    QVERIFY(filled.empty() && filled == column);
}

void TestTimeColumn::aCopySharesUntilItIsEdited()
{
    TimeColumn column = grid(3);
    const TimeColumn copy = column;
    QVERIFY(copy.isSharedWith(column));
    column.edit()[1] = fromMilliseconds(1);
    QVERIFY(!copy.isSharedWith(column));
    QVERIFY(copy == TimeColumn(grid(3)) && column[1] == fromMilliseconds(1));
    const Timestamp *place = column.begin();
    column.edit()[1] = fromMilliseconds(2);
    QVERIFY2(column.begin() == place, "a column of its own is edited in place");
}

void TestTimeColumn::aMovedColumnIsEmpty()
{
    TimeColumn column = grid(3);
    const TimeColumn taken = std::move(column);
    QVERIFY(taken.size() == 3);
    column = TimeColumn{fromMilliseconds(7)};
    QVERIFY(column.size() == 1);
}

void TestTimeColumn::equalColumnsShareOnRequest()
{
    const TimeColumn column = grid(100);
    TimeColumn twin = grid(100);
    twin.shareWith(column);
    QVERIFY(twin.isSharedWith(column));
    TimeColumn other = grid(99);
    other.shareWith(column);
    QVERIFY(!other.isSharedWith(column) && other.size() == 99);
}

void TestTimeColumn::columnsAreComparedByTheirTimes()
{
    QVERIFY(TimeColumn(grid(10)) == TimeColumn(grid(10)));
    QVERIFY(!(TimeColumn(grid(10)) == TimeColumn(grid(11))));
    TimeColumn late = grid(10);
    late.edit().back() += 1ms;
    QVERIFY(!(TimeColumn(grid(10)) == late));
}

void TestTimeColumn::anEditOnOneThreadIsNotSeenOnAnother()
{
    // For the thread sanitizer: one side reads and lets go while the other becomes the only owner.
    for (int round = 0; round < 200; ++round) {
        TimeColumn column = grid(64);
        std::int64_t sum = 0;
        std::thread reader([copy = column, &sum]() mutable {
            for (const Timestamp time : copy)
                sum += toMilliseconds(time);
            copy = TimeColumn();
        });
        for (Timestamp &time : column.edit())
            time += 1h;
        reader.join();
        QCOMPARE(sum, std::int64_t{15'000} * 63 * 64 / 2);
        QVERIFY(column.front() == Timestamp{1h});
    }
}

void TestTimeColumn::seriesAtRestShareTheirTimes()
{
    std::vector<TimeSeries> answer;
    for (int i = 0; i < 100; ++i) {
        TimeSeries series = seriesOn(grid(1000));
        series.values.reserve(1700);
        answer.push_back(std::move(series));
    }
    QVERIFY(bytesPerSample(answer) > 20.0);
    compact(answer);
    QVERIFY2(bytesPerSample(answer) <= 9.0, qPrintable(QString::number(bytesPerSample(answer))));
    QVERIFY(answer.front() == answer.back());
}

void TestTimeColumn::movingKeepsSharing()
{
    const TimeColumn one = grid(50);
    const TimeColumn two = grid(60);
    std::vector<TimeSeries> answer{seriesOn(one), seriesOn(one), seriesOn(two), seriesOn(two), {}};
    shiftTimes(answer, 0ms);
    QVERIFY(answer[0].times.isSharedWith(one));
    shiftTimes(answer, -250ms);
    QVERIFY(answer[0].times.isSharedWith(answer[1].times) && answer[2].times.isSharedWith(answer[3].times));
    QVERIFY(answer[1].times.back() == one.back() - 250ms && answer[3].times.back() == two.back() - 250ms);
    QVERIFY(answer[0].times.front() == one.front() - 250ms && answer[4].isEmpty());
    QVERIFY2(one == TimeColumn(grid(50)), "the original stays");
}

void TestTimeColumn::markingAGapLeavesTheOthersAlone()
{
    std::vector<Timestamp> torn = grid(50);
    torn.erase(torn.begin() + 10, torn.begin() + 12);
    const TimeColumn whole = grid(50);
    const TimeColumn gapped = torn;
    std::vector<TimeSeries> answer{seriesOn(whole), seriesOn(whole), seriesOn(gapped), seriesOn(gapped)};
    for (TimeSeries &series : answer)
        markGaps(series, 15s);
    compact(answer);
    QVERIFY(answer[0].times.isSharedWith(whole) && answer[1].times.isSharedWith(whole));
    QVERIFY(answer[2].times.isSharedWith(answer[3].times) && answer[2].size() == 49);
    QVERIFY(gapped.size() == 48);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestTimeColumn)
#include "tst_timecolumn.moc"
