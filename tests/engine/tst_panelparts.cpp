// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/panelparts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

Timestamp at(std::chrono::seconds seconds)
{
    return fromMilliseconds(1'000'000) + seconds;
}

//! One sample every two seconds from \a first; a blank is no sample.
TimeSeriesPtr series(std::chrono::seconds first, const QByteArray &values)
{
    auto result = std::make_shared<TimeSeries>();
    for (int i = 0; i < values.size(); ++i) {
        if (values.at(i) == ' ')
            continue;
        result->times.push_back(at(first + i * 2s));
        result->values.push_back(values.at(i) - '0');
    }
    return result;
}

using Ranges = std::vector<TimeRange>;

} // namespace

class TestPanelParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unseenTimes_data();
    void unseenTimes();
    void legends_data();
    void legends();
    void legendsOfQuantiles_data();
    void legendsOfQuantiles();
    void aSliceKeepsItsNeighbours();
    void touchingRangesAreMerged();
    void everyDifferenceIsSeen();
    void whatNobodyWatchedIsSaid();
};

void TestPanelParts::unseenTimes_data()
{
    QTest::addColumn<std::vector<TimeSeriesPtr>>("up");
    QTest::addColumn<Ranges>("unseen");
    QTest::newRow("always up") << std::vector{series(0s, "11111111111")} << Ranges{};
    QTest::newRow("down in the middle")
        << std::vector{series(0s, "11100001111")} << Ranges{{at(4s), at(12s)}};
    QTest::newRow("no scrape in the middle")
        << std::vector{series(0s, "111    1111")} << Ranges{{at(4s), at(12s)}};
    QTest::newRow("began late") << std::vector{series(10s, "111111")} << Ranges{{at(0s), at(8s)}};
    QTest::newRow("down since") << std::vector{series(0s, "11110000000")} << Ranges{{at(6s), at(20s)}};
    QTest::newRow("the last answer is on its way") << std::vector{series(0s, "11111111")} << Ranges{};
    QTest::newRow("one of two instances is down")
        << std::vector{series(0s, "11111111111"), series(0s, "11100001111")} << Ranges{{at(4s), at(12s)}};
    QTest::newRow("never up") << std::vector<TimeSeriesPtr>{} << Ranges{{at(0s), at(20s)}};
}

void TestPanelParts::unseenTimes()
{
    QFETCH(const std::vector<TimeSeriesPtr>, up);
    QTEST(unseenRanges(up, {at(0s), at(20s)}, 2s), "unseen");
}

void TestPanelParts::legends_data()
{
    QTest::addColumn<QString>("legend");
    QTest::addColumn<bool>("isAlone");
    QTest::addColumn<QString>("text");
    QTest::newRow("of the layer") << QString() << true << QString();
    QTest::newRow("several without a template") << QString() << false << u"{code=\"1006\"}"_s;
    QTest::newRow("a label") << u"code {{code}}!"_s << true << u"code 1006!"_s;
    QTest::newRow("a label with blanks") << u"{{ code }}"_s << true << u"1006"_s;
    QTest::newRow("an absent label") << u"a{{none}}b"_s << true << u"ab"_s;
    QTest::newRow("an open brace") << u"a{{code"_s << true << u"a{{code"_s;
}

void TestPanelParts::legends()
{
    QFETCH(const QString, legend);
    QFETCH(const bool, isAlone);
    PanelLayer layer;
    layer.legend = legend;
    QTEST(legendFor(layer, LabelSet{{"__name__", "closes"}, {"code", "1006"}}, isAlone), "text");
}

void TestPanelParts::legendsOfQuantiles_data()
{
    QTest::addColumn<QString>("legend");
    QTest::addColumn<bool>("isAlone");
    QTest::addColumn<QString>("text");
    QTest::newRow("without a template") << QString() << false << u"{pod=\"a\",quantile=\"0.95\"}"_s;
    QTest::newRow("a template that does not tell") << u"{{pod}}"_s << false << u"a 0.95"_s;
    QTest::newRow("a template that tells") << u"{{pod}} q{{ quantile }}"_s << false << u"a q0.95"_s;
    QTest::newRow("one alone") << u"{{pod}}"_s << true << u"a"_s;
}

void TestPanelParts::legendsOfQuantiles()
{
    QFETCH(const QString, legend);
    QFETCH(const bool, isAlone);
    PanelLayer layer;
    layer.legend = legend;
    QTEST(legendFor(layer, LabelSet{{"pod", "a"}, {"quantile", "0.95"}}, isAlone), "text");
}

void TestPanelParts::aSliceKeepsItsNeighbours()
{
    const TimeSeriesPtr all = series(0s, "0123456789");
    QCOMPARE(sliceOf(*all, {at(5s), at(9s)})->values, (std::vector{2.0, 3.0, 4.0, 5.0}));
    QCOMPARE(*sliceOf(*all, {at(0s), at(100s)}), *all);
    QVERIFY(sliceOf(TimeSeries(), {at(0s), at(1s)})->isEmpty());
}

void TestPanelParts::touchingRangesAreMerged()
{
    const Ranges merged = mergedWithin(
        {{at(8s), at(9s)}, {at(-5s), at(1s)}, {at(1s), at(3s)}, {at(9s), at(50s)}, {at(60s), at(70s)}},
        {at(0s), at(20s)});
    QCOMPARE(merged, (Ranges{{at(0s), at(3s)}, {at(8s), at(20s)}}));
}

void TestPanelParts::everyDifferenceIsSeen()
{
    PanelSnapshot base;
    base.series.push_back({series(0s, "12"), 0, {}});
    QVERIFY(looksSame(base, base));
    PanelSnapshot other = base;
    other.series.front().data = series(0s, "12");
    QVERIFY(looksSame(base, other));
    other.series.front().data = series(0s, "13");
    QVERIFY(!looksSame(base, other));
    other = base;
    other.blind = BlindCause::TargetDown;
    QVERIFY(!looksSame(base, other));
    other = base;
    other.lanes.push_back({});
    QVERIFY(!looksSame(base, other));
}

void TestPanelParts::whatNobodyWatchedIsSaid()
{
    const TargetId id{u"t"_s};
    const TimeRange range{at(0s), at(20s)};
    const StateInterval open{id, LaneState::Open, at(8s), std::nullopt, 0, {}};
    const StateInterval unwatched{id, LaneState::NotWatched, at(0s), at(8s), 0, {}};
    const StateInterval whole{id, LaneState::NotWatched, at(0s), at(20s), 0, {}};
    StateInterval early = open;
    early.begin = at(-5s);
    QCOMPARE(withUnwatchedStart({open}, id, range), (std::vector{unwatched, open}));
    QCOMPARE(withUnwatchedStart({early}, id, range), std::vector{early});
    QCOMPARE(withUnwatchedStart({}, id, range), std::vector{whole});
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPanelParts)

#include "tst_panelparts.moc"
