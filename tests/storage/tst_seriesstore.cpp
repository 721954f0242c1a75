// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/seriesstore.h"

#include "tests/support/seriesnotation.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::notationOf;
using test::seriesFrom;

class TestSeriesStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnknownGroupIsEmpty();
    void replaceGivesTheFamilyInItsOrder();
    void replaceForgetsSeriesThatAreGone();
    void appendGrowsOneSeriesAndLeavesTheOthers();
    void appendIgnoresWhatIsNotNewer_data();
    void appendIgnoresWhatIsNotNewer();
    void markGapEndsTheLine_data();
    void markGapEndsTheLine();
    void gapsAndMeasuredNaNStayApart();

    void aHeldSnapshotNeverChanges();
    void theSnapshotIsSharedUntilTheSeriesChanges();
    void samplesAreNotCopiedWhileNobodyReads();
    void snapshotsMayBeReadAndLetGoOnOtherThreads();

    void trimDropsAppendedSamplesByTheirStamp();
    void trimForgetsAStreamWithNothingLeft();
    void trimKeepsAnAnswerAboutLastWeek();
    void trimDropsTheGroupsWrittenLongestAgoFirst();
    void usageFollowsEveryChange();
    void timesThatAreSharedCountOnce();
    void mergeKeepsWhatWasNotAsked();
    void aPartIsCutOnlyWhereItMustBe();

    void flushTellsTouchedGroupsOnce();
    void flushSaysNothingWhenNothingChanged();
    void aWriteDuringTheSignalBelongsToTheNextFlush();
};

namespace {

const SeriesGroup group{u"endpoint"_s, "up/15"};
const SeriesGroup other{u"target"_s, "rtt"};
const LabelSet first{{"__name__", "up"}, {"instance", "a"}};
const LabelSet second{{"__name__", "up"}, {"instance", "b"}};

Timestamp at(std::chrono::milliseconds sinceEpoch)
{
    return Timestamp{sinceEpoch};
}

QString contentOf(const SeriesStore &store, const SeriesGroup &key, std::size_t index = 0)
{
    const auto series = store.series(key);
    return index < series.size() ? notationOf(*series[index]) : u"no such series"_s;
}

void appendAll(SeriesStore &store, const SeriesGroup &key, const LabelSet &labels, const QString &notation)
{
    const TimeSeries series = seriesFrom(notation);
    for (std::size_t i = 0; i < series.size(); ++i)
        store.append(key, labels, Sample{series.times[i], series.values[i]});
}

} // namespace

void TestSeriesStore::anUnknownGroupIsEmpty()
{
    SeriesStore store({});
    QVERIFY(store.series(group).empty());
    QCOMPARE(store.usage().samples, 0U);
}

void TestSeriesStore::replaceGivesTheFamilyInItsOrder()
{
    SeriesStore store({});
    store.replace(group, {seriesFrom(u"0:1 15:2"_s, second), seriesFrom(u"0:3"_s, first)});
    const auto series = store.series(group);
    QCOMPARE(series.size(), 2U);
    QCOMPARE(series[0]->labels, second);
    QCOMPARE(notationOf(*series[0]), u"0:1 15:2"_s);
    QCOMPARE(series[1]->labels, first);
    QCOMPARE(notationOf(*series[1]), u"0:3"_s);
}

void TestSeriesStore::replaceForgetsSeriesThatAreGone()
{
    SeriesStore store({});
    store.replace(group, {seriesFrom(u"0:1"_s, first), seriesFrom(u"0:2"_s, second)});
    store.replace(group, {seriesFrom(u"15:2"_s, second)});
    QCOMPARE(store.series(group).size(), 1U);
    QCOMPARE(store.series(group).front()->labels, second);
    store.replace(group, {});
    QVERIFY(store.series(group).empty());
}

void TestSeriesStore::appendGrowsOneSeriesAndLeavesTheOthers()
{
    SeriesStore store({});
    appendAll(store, other, first, u"0:1"_s);
    appendAll(store, other, second, u"0:5"_s);
    appendAll(store, other, first, u"1:2"_s);
    QCOMPARE(contentOf(store, other, 0), u"0:1 1:2"_s);
    QCOMPARE(contentOf(store, other, 1), u"0:5"_s);
}

void TestSeriesStore::appendIgnoresWhatIsNotNewer_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept");
    QTest::newRow("same time") << u"0:1 10:2 10:3"_s << u"0:1 10:2"_s;
    QTest::newRow("older") << u"0:1 10:2 5:3"_s << u"0:1 10:2"_s;
    QTest::newRow("one millisecond newer") << u"10:2 10.001:3"_s << u"10:2 10.001:3"_s;
}

void TestSeriesStore::appendIgnoresWhatIsNotNewer()
{
    QFETCH(QString, given);
    SeriesStore store({});
    appendAll(store, other, first, given);
    QTEST(contentOf(store, other), "kept");
}

void TestSeriesStore::markGapEndsTheLine_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("gapAtSecond");
    QTest::addColumn<QString>("after");
    QTest::newRow("after the last sample") << u"0:1 1:2"_s << 2 << u"0:1 1:2 2:_"_s;
    QTest::newRow("at the last sample") << u"0:1 1:2"_s << 1 << u"0:1 1:2 1.001:_"_s;
    QTest::newRow("clock set back") << u"0:1 60:2"_s << 30 << u"0:1 60:2 60.001:_"_s;
    QTest::newRow("already ended") << u"0:1 1:_"_s << 2 << u"0:1 1:_"_s;
    QTest::newRow("a measured NaN is no end") << u"0:NaN"_s << 1 << u"0:NaN 1:_"_s;
    QTest::newRow("no line yet") << QString() << 1 << u"no such series"_s;
}

void TestSeriesStore::markGapEndsTheLine()
{
    QFETCH(QString, before);
    QFETCH(int, gapAtSecond);
    SeriesStore store({});
    appendAll(store, other, first, before);
    store.markGap(other, first, at(std::chrono::seconds{gapAtSecond}));
    QTEST(contentOf(store, other), "after");
}

void TestSeriesStore::gapsAndMeasuredNaNStayApart()
{
    SeriesStore store({});
    appendAll(store, other, first, u"0:1 1:NaN"_s);
    store.markGap(other, first, at(2s));
    appendAll(store, other, first, u"3:Inf 4:-Inf"_s);
    QCOMPARE(contentOf(store, other), u"0:1 1:NaN 2:_ 3:Inf 4:-Inf"_s);
}

void TestSeriesStore::aHeldSnapshotNeverChanges()
{
    SeriesStore store({});
    appendAll(store, other, first, u"0:1 1:2"_s);
    const TimeSeriesPtr held = store.series(other).front();
    appendAll(store, other, first, u"2:3"_s);
    store.markGap(other, first, at(3s));
    store.trim(at(25h + 2s));
    QCOMPARE(notationOf(*held), u"0:1 1:2"_s);
    QCOMPARE(contentOf(store, other), u"2:3 3:_"_s);
    store.replace(other, {});
    store.remove(other);
    QCOMPARE(notationOf(*held), u"0:1 1:2"_s);
}

void TestSeriesStore::theSnapshotIsSharedUntilTheSeriesChanges()
{
    SeriesStore store({});
    appendAll(store, other, first, u"0:1"_s);
    const TimeSeriesPtr held = store.series(other).front();
    QCOMPARE(store.series(other).front(), held);
    appendAll(store, other, second, u"0:1"_s);
    QCOMPARE(store.series(other).front(), held);
    appendAll(store, other, first, u"1:2"_s);
    QVERIFY(store.series(other).front() != held);
}

void TestSeriesStore::samplesAreNotCopiedWhileNobodyReads()
{
    SeriesStore store({});
    appendAll(store, other, first, u"0:1"_s);
    const TimeSeries *before = store.series(other).front().get();
    appendAll(store, other, first, u"1:2"_s);
    QCOMPARE(store.series(other).front().get(), before);
    QCOMPARE(contentOf(store, other), u"0:1 1:2"_s);
}

void TestSeriesStore::snapshotsMayBeReadAndLetGoOnOtherThreads()
{
    SeriesStore store({});
    std::atomic<int> broken{0};
    std::vector<std::thread> readers;
    for (int i = 1; i <= 200; ++i) {
        store.append(other, first, Sample{at(std::chrono::seconds{i}), static_cast<double>(i)});
        if (i % 20 != 0)
            continue;
        readers.emplace_back([held = store.series(other).front(), i, &broken] {
            const bool whole = held->size() == static_cast<std::size_t>(i) && *held->lastValue() == i;
            broken += whole ? 0 : 1;
        });
    }
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(broken.load(), 0);
    QCOMPARE(store.series(other).front()->size(), 200U);
}

void TestSeriesStore::trimDropsAppendedSamplesByTheirStamp()
{
    SeriesStore store({.maxAge = 1h});
    appendAll(store, other, first, u"0:1 3599:2 3600:3 7000:4"_s);
    store.trim(at(7200s));
    QCOMPARE(contentOf(store, other), u"3600:3 7000:4"_s);
}

void TestSeriesStore::trimForgetsAStreamWithNothingLeft()
{
    SeriesStore store({.maxAge = 1h});
    appendAll(store, other, first, u"0:1"_s);
    appendAll(store, other, second, u"7000:1"_s);
    store.trim(at(7200s));
    QCOMPARE(store.series(other).size(), 1U);
    QCOMPARE(store.series(other).front()->labels, second);
    QSignalSpy changed(&store, &SeriesStore::changed);
    store.flush();
    store.trim(at(100h));
    store.flush();
    QVERIFY(store.series(other).empty());
    QCOMPARE(changed.size(), 2);
    QCOMPARE(store.usage().samples, 0U);
}

void TestSeriesStore::trimKeepsAnAnswerAboutLastWeek()
{
    SeriesStore store({.maxAge = 1h});
    store.replace(group, {seriesFrom(u"0:1 15:2"_s, first)});
    const Timestamp written = at(24h * 7);
    store.trim(written);
    QCOMPARE(contentOf(store, group), u"0:1 15:2"_s);
    store.trim(written + 1h);
    QCOMPARE(contentOf(store, group), u"0:1 15:2"_s);
    store.trim(written + 1h + 1ms);
    QVERIFY(store.series(group).empty());
}

void TestSeriesStore::trimDropsTheGroupsWrittenLongestAgoFirst()
{
    SeriesStore store({.maxAge = 1h, .maxBytes = 4 * 2 * sizeof(double)});
    const SeriesGroup third{u"endpoint"_s, "third"};
    store.replace(group, {seriesFrom(u"0:1 1:2"_s, first)});
    store.replace(third, {seriesFrom(u"0:1 1:2"_s, first)});
    appendAll(store, other, first, u"0:1"_s);
    store.replace(group, {seriesFrom(u"0:1 1:2"_s, first)});
    store.trim(at(2s));
    QVERIFY(!store.contains(third));
    QCOMPARE(store.series(group).size(), 1U);
    QCOMPARE(store.series(other).size(), 1U);
    QCOMPARE(store.usage().samples, 3U);
    QCOMPARE(store.usage().evicted, 1U);
    QCOMPARE(store.usage(third.source).evicted, 1U);
}

void TestSeriesStore::usageFollowsEveryChange()
{
    SeriesStore store({.maxAge = 1h});
    const auto samples = [&store] { return store.usage().samples; };
    store.replace(group, {seriesFrom(u"0:1 1:2"_s, first), seriesFrom(u"0:1"_s, second)});
    QCOMPARE(samples(), 3U);
    store.replace(group, {seriesFrom(u"0:1"_s, first)});
    QCOMPARE(samples(), 1U);
    appendAll(store, other, first, u"0:1 4000:2"_s);
    store.markGap(other, first, at(4001s));
    QCOMPARE(samples(), 4U);
    store.trim(at(4002s));
    QCOMPARE(samples(), 3U);
    QVERIFY(store.usage(group.source).bytes < store.usage().bytes);
    store.remove(group);
    QCOMPARE(samples(), 2U);
    QCOMPARE(store.usage(group.source), SeriesStore::Usage());
}

void TestSeriesStore::timesThatAreSharedCountOnce()
{
    SeriesStore store({});
    std::vector<TimeSeries> answer{seriesFrom(u"0:1 1:2"_s, first), seriesFrom(u"0:3 1:4"_s, second)};
    compact(answer);
    store.replace(group, std::move(answer));
    QCOMPARE(store.usage().bytes, 4 * sizeof(double) + 2 * sizeof(Timestamp));
}

void TestSeriesStore::mergeKeepsWhatWasNotAsked()
{
    SeriesStore store({});
    store.replace(group, {seriesFrom(u"0:1 15:2 30:3"_s, first)});
    const auto late = store.merge(group,
        {{at(15s), at(45s)}, {at(15s), at(45s)}, 15s, at(30s), {seriesFrom(u"15:2.5 30:3 45:4"_s, first)}});
    QCOMPARE(contentOf(store, group), u"15:2.5 30:3 45:4"_s);
    QCOMPARE(late, 1U);
}

void TestSeriesStore::aPartIsCutOnlyWhereItMustBe()
{
    SeriesStore store({});
    store.replace(group, {seriesFrom(u"0:1 15:2 30:3"_s, first), seriesFrom(u"0:4"_s, second)});
    QCOMPARE(store.series(group, {at(0s), at(30s)}).front(), store.series(group).front());
    const auto part = store.series(group, {at(15s), at(15s)});
    QCOMPARE(part.size(), 1U);
    QCOMPARE(test::notationOf(*part.front()), u"15:2"_s);
}

void TestSeriesStore::flushTellsTouchedGroupsOnce()
{
    SeriesStore store({});
    QSignalSpy changed(&store, &SeriesStore::changed);
    store.replace(group, {seriesFrom(u"0:1"_s, first)});
    appendAll(store, other, first, u"0:1 1:2 2:3"_s);
    QCOMPARE(changed.size(), 0);
    store.flush();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().value<QSet<SeriesGroup>>(), (QSet<SeriesGroup>{group, other}));
    store.remove(group);
    store.flush();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.back().front().value<QSet<SeriesGroup>>(), QSet<SeriesGroup>{group});
}

void TestSeriesStore::flushSaysNothingWhenNothingChanged()
{
    SeriesStore store({});
    appendAll(store, other, first, u"5:1"_s);
    store.flush();
    QSignalSpy changed(&store, &SeriesStore::changed);
    appendAll(store, other, first, u"5:2 4:3"_s);
    store.remove(group);
    store.markGap(group, first, at(1s));
    store.trim(at(10s));
    store.flush();
    QCOMPARE(changed.size(), 0);
}

void TestSeriesStore::aWriteDuringTheSignalBelongsToTheNextFlush()
{
    SeriesStore store({});
    QSignalSpy changed(&store, &SeriesStore::changed);
    connect(
        &store, &SeriesStore::changed, this,
        [&store] { store.replace(other, {seriesFrom(u"0:1"_s, first)}); }, Qt::SingleShotConnection);
    store.replace(group, {seriesFrom(u"0:1"_s, first)});
    store.flush();
    QCOMPARE(changed.size(), 1);
    store.flush();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.back().front().value<QSet<SeriesGroup>>(), QSet<SeriesGroup>{other});
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSeriesStore)
#include "tst_seriesstore.moc"
