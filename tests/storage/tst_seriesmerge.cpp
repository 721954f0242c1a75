// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/storage/seriesmerge.h"

#include "tests/support/seriesnotation.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

using test::notationOf;
using test::seriesFrom;

namespace {

constexpr std::chrono::milliseconds step = 15s;
const LabelSet one{{"instance", "one"}};
const LabelSet two{{"instance", "two"}};

std::vector<TimeSeries> mergedInto(const std::vector<TimeSeries> &held, PartialAnswer answer)
{
    std::vector<const TimeSeries *> pointers;
    for (const TimeSeries &series : held)
        pointers.push_back(&series);
    return mergeAnswer(pointers, std::move(answer)).series;
}

TimeRange secondsOf(const QString &text)
{
    return {Timestamp{std::chrono::seconds{text.section(u".."_s, 0, 0).toInt()}},
        Timestamp{std::chrono::seconds{text.section(u".."_s, 1, 1).toInt()}}};
}

//! What a server knows: samples on the grid, some of which come late, of series that come and go.
class Server final {
public:
    explicit Server(RandomSource random)
        : m_random(random)
    {
    }

    //! Time goes on by \a steps; samples may come up to \a lateSteps behind it.
    void advance(int steps, int lateSteps)
    {
        for (m_now += steps; m_written <= m_now; ++m_written) {
            for (int series = 0; series < 4; ++series) {
                // Series live and die in stretches, and lose single points.
                const bool isAlive = (m_written / 37 + series) % 3 != 0;
                if (isAlive && pick(6) != 0)
                    m_samples[series][m_written] = valueAt();
            }
        }
        for (int i = pick(3); i > 0; --i) {
            const int at = static_cast<int>(m_now) - pick(lateSteps + 1);
            if (at >= 0)
                m_samples[pick(4)][at] = valueAt();
        }
    }

    [[nodiscard]] std::int64_t now() const { return m_now; }

    [[nodiscard]] std::vector<TimeSeries> answer(const TimeRange &range) const
    {
        std::vector<TimeSeries> result;
        for (const auto &[name, samples] : m_samples) {
            TimeSeries series{LabelSet{{"series", QByteArray::number(name)}}, {}, {}};
            for (const auto &[at, value] : samples) {
                const Timestamp time{at * step};
                if (range.begin <= time && time <= range.end) {
                    series.times.push_back(time);
                    series.values.push_back(value);
                }
            }
            markGaps(series, step);
            if (!series.isEmpty())
                result.push_back(std::move(series));
        }
        return result;
    }

    [[nodiscard]] int pick(int bound)
    {
        return static_cast<int>(m_random.bits() % static_cast<unsigned>(bound));
    }

private:
    [[nodiscard]] double valueAt() { return pick(20) == 0 ? std::nan("") : pick(1'000) / 8.0; }

    RandomSource m_random;
    std::map<int, std::map<std::int64_t, double>> m_samples;
    std::int64_t m_now = 0;
    std::int64_t m_written = 0;
};

} // namespace

class TestSeriesMerge final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAnswerCountsWhereItWasAsked_data();
    void theAnswerCountsWhereItWasAsked();
    void aSeriesThatEndedKeepsItsPast();
    void aSeriesWithNothingLeftIsGone();
    void aNewSeriesStandsWhereTheServerSortsIt();
    void lateSamplesAreCounted_data();
    void lateSamplesAreCounted();
    void neighboursShareTheirTimes();
    void manySmallAnswersMakeTheWholeOne();
};

void TestSeriesMerge::theAnswerCountsWhereItWasAsked_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("merged");

    QTest::newRow("a tail") << u"0:1 15:2 30:3"_s << u"15..45"_s << u"15:2 30:4 45:5"_s << u"0..45"_s
                            << u"0:1 15:2 30:4 45:5"_s;
    QTest::newRow("the left is trimmed")
        << u"0:1 15:2 30:3"_s << u"30..45"_s << u"30:3 45:5"_s << u"15..45"_s << u"15:2 30:3 45:5"_s;
    QTest::newRow("a point that went leaves a gap")
        << u"0:1 15:2 30:3"_s << u"15..45"_s << u"30:3 45:5"_s << u"0..45"_s << u"0:1 15:_ 30:3 45:5"_s;
    QTest::newRow("a point that came closes one")
        << u"0:1 15:_ 30:3"_s << u"15..45"_s << u"15:2 30:3 45:5"_s << u"0..45"_s << u"0:1 15:2 30:3 45:5"_s;
    QTest::newRow("a gap between what is held and the answer")
        << u"0:1 15:2"_s << u"30..75"_s << u"60:3 75:4"_s << u"0..75"_s << u"0:1 15:2 30:_ 60:3 75:4"_s;
    QTest::newRow("the left side") << u"30:3 45:4"_s << u"0..15"_s << u"0:1 15:2"_s << u"0..45"_s
                                   << u"0:1 15:2 30:3 45:4"_s;
    QTest::newRow("the middle") << u"0:1 15:2 30:3 45:4"_s << u"15..30"_s << u"15:7"_s << u"0..45"_s
                                << u"0:1 15:7 30:_ 45:4"_s;
    QTest::newRow("a gap at the trimmed edge goes")
        << u"0:1 15:_ 60:2"_s << u"60..75"_s << u"60:2 75:3"_s << u"15..75"_s << u"60:2 75:3"_s;
    QTest::newRow("a measured NaN is a point")
        << u"0:NaN 15:2"_s << u"15..30"_s << u"15:NaN 30:NaN"_s << u"0..30"_s << u"0:NaN 15:NaN 30:NaN"_s;
}

void TestSeriesMerge::theAnswerCountsWhereItWasAsked()
{
    QFETCH(QString, held);
    QFETCH(QString, asked);
    QFETCH(QString, answer);
    QFETCH(QString, kept);
    QFETCH(QString, merged);

    const auto result = mergedInto(
        {seriesFrom(held, one)}, {secondsOf(asked), secondsOf(kept), step, {}, {seriesFrom(answer, one)}});

    QCOMPARE(result.size(), 1U);
    QCOMPARE(notationOf(result.front()), merged);
}

void TestSeriesMerge::aSeriesThatEndedKeepsItsPast()
{
    const auto result = mergedInto(
        {seriesFrom(u"0:1 15:2 30:3"_s, one)}, {secondsOf(u"30..45"_s), secondsOf(u"0..45"_s), step, {}, {}});
    QCOMPARE(result.size(), 1U);
    QCOMPARE(notationOf(result.front()), u"0:1 15:2"_s);
}

void TestSeriesMerge::aSeriesWithNothingLeftIsGone()
{
    const auto result = mergedInto(
        {seriesFrom(u"0:1 15:2"_s, one)}, {secondsOf(u"30..45"_s), secondsOf(u"30..45"_s), step, {}, {}});
    QVERIFY(result.empty());
}

void TestSeriesMerge::aNewSeriesStandsWhereTheServerSortsIt()
{
    const auto result = mergedInto({seriesFrom(u"0:1"_s, two)},
        {secondsOf(u"15..15"_s), secondsOf(u"0..15"_s), step, {}, {seriesFrom(u"15:1"_s, one)}});
    QCOMPARE(result.size(), 2U);
    QCOMPARE(result.front().labels, one);
    QCOMPARE(notationOf(result.back()), u"0:1"_s);
}

void TestSeriesMerge::lateSamplesAreCounted_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<std::size_t>("late");

    QTest::newRow("nothing changed") << u"0:1 15:2 30:3 45:NaN 60:5"_s << std::size_t{0};
    QTest::newRow("the young may change") << u"0:1 15:2 30:3 45:NaN 60:9 75:1"_s << std::size_t{0};
    QTest::newRow("a value changed") << u"0:1 15:8 30:3 45:NaN 60:5"_s << std::size_t{1};
    QTest::newRow("a point went") << u"0:1 30:3 45:NaN 60:5"_s << std::size_t{1};
    QTest::newRow("a point came") << u"0:1 15:2 20:2 30:3 45:NaN 60:5"_s << std::size_t{1};
    QTest::newRow("all went") << u""_s << std::size_t{4};
}

void TestSeriesMerge::lateSamplesAreCounted()
{
    QFETCH(QString, answer);
    QFETCH(std::size_t, late);
    const TimeSeries held = seriesFrom(u"0:1 15:2 30:3 45:NaN 60:5"_s, one);
    const std::vector<const TimeSeries *> family{&held};

    const MergedSeries merged = mergeAnswer(family,
        {secondsOf(u"0..75"_s), secondsOf(u"0..75"_s), step, Timestamp{60s}, {seriesFrom(answer, one)}});

    QCOMPARE(merged.lateSamples, late);
}

void TestSeriesMerge::neighboursShareTheirTimes()
{
    const auto result = mergedInto({seriesFrom(u"0:1 15:2"_s, one), seriesFrom(u"0:3 15:4"_s, two)},
        {secondsOf(u"15..30"_s), secondsOf(u"0..30"_s), step, {},
            {seriesFrom(u"15:2 30:2"_s, one), seriesFrom(u"15:4 30:4"_s, two)}});
    QCOMPARE(result.size(), 2U);
    QVERIFY(result.front().times.isSharedWith(result.back().times));
}

//! As a panel refreshes: with samples that come late within the overlap, after each refresh what was merged
//! is what the server would have said about the whole range.
void TestSeriesMerge::manySmallAnswersMakeTheWholeOne()
{
    constexpr int overlap = 6;
    constexpr int length = 120;
    Server server(RandomSource(20'260'103));
    std::vector<TimeSeries> held;
    std::int64_t heldTo = -1;
    for (int round = 0; round < 2'000; ++round) {
        server.advance(1 + server.pick(4), overlap);
        const std::int64_t now = server.now();
        const TimeRange kept{
            Timestamp{std::max<std::int64_t>(0, now - length) * step}, Timestamp{now * step}};
        const TimeRange asked{
            std::max(kept.begin, Timestamp{(heldTo - 2 * overlap) * step}), Timestamp{now * step}};
        held = mergedInto(held, {asked, kept, step, {}, server.answer(asked)});
        heldTo = now;
        const std::vector<TimeSeries> whole = server.answer(kept);
        QCOMPARE(held.size(), whole.size());
        for (std::size_t i = 0; i < held.size(); ++i) {
            if (!(held[i] == whole[i]))
                QCOMPARE(notationOf(held[i]), notationOf(whole[i]));
            QCOMPARE(held[i].labels, whole[i].labels);
        }
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSeriesMerge)

#include "tst_seriesmerge.moc"
