// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/prometheus/rangecache.h"

#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

//! The hour that ends at the fake clock's start is held, asked at that moment, at a step of 15 s.
HeldRange lastHour(const test::FakeClock &clock, milliseconds scrapeInterval = 15s)
{
    RangeWish wish;
    wish.scrapeInterval = scrapeInterval;
    wish.range = {clock.now() - 1h, clock.now()};
    const Moment now = Moment::of(clock);
    return heldAfter(planRange(std::nullopt, wish, {}, now), wish, now);
}

QString textOf(const std::vector<TimeRange> &parts, Timestamp origin)
{
    QStringList texts;
    for (const TimeRange &part : parts) {
        texts += QStringLiteral("%1..%2")
                     .arg(std::chrono::duration_cast<seconds>(part.begin - origin).count())
                     .arg(std::chrono::duration_cast<seconds>(part.end - origin).count());
    }
    return texts.join(u' ');
}

//! Seconds from the start of the fake clock, both ends asked.
struct Case {
    QString wanted;
    seconds after = 0s; //!< what passes before the wish
    seconds sleep = 0s; //!< what only the wall clock sees
    seconds offset = 0s; //!< change of the server's clock against ours
    seconds step = 15s;
    seconds scrape = 15s;
    RangeWish::Depth depth = RangeWish::Depth::News;
};

} // namespace

//! What is asked for, given what is held. Times are seconds from the last answer, which was about the hour
//! before it.
class TestRangeCache final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksWhatIsMissing_data();
    void asksWhatIsMissing();
    void asksEverythingFirst();
    void whatIsFreshIsNotAskedAgain();
    void reconcilesEveryTwoMinutes();
    void aSettledPastIsNotAskedAgain();
    void splitsWhatIsTooLong_data();
    void splitsWhatIsTooLong();
    void everyPointIsHeldOrAsked();
};

void TestRangeCache::asksWhatIsMissing_data()
{
    QTest::addColumn<Case>("wish");
    QTest::addColumn<RangePlan::Kind>("kind");
    QTest::addColumn<QString>("parts");
    using Kind = RangePlan::Kind;
    const auto row = [](const char *name, const Case &wish, Kind kind, const char *parts) {
        QTest::newRow(name) << wish << kind << QString::fromLatin1(parts);
    };

    row("the next step: the tail and a minute before", {u"-3585..15"_s, 15s}, Kind::Tail, "-60..15");
    row("several steps later", {u"-3540..60"_s, 60s}, Kind::Tail, "-60..60");
    row("within the step: the young points again", {u"-3600..0"_s, 5s}, Kind::Tail, "-60..0");
    row("a shorter panel takes its part of the same", {u"-885..15"_s, 15s}, Kind::Tail, "-60..15");
    row("after two minutes: ten minutes back", {u"-3480..120"_s, 120s}, Kind::Reconcile, "-480..120");
    row("after a short sleep: ten minutes back", {u"-3300..300"_s, 5s, 295s}, Kind::Reconcile, "-300..300");
    row("after half an hour of sleep: from where it ended", {u"-1800..1800"_s, 5s, 1795s}, Kind::Reconcile,
        "-60..1800");
    row("after a long sleep: everything", {u"6000..9600"_s, 5s, 9595s}, Kind::Everything, "6000..9600");
    row("the clock was set back: everything", {u"-3900..-300"_s, 5s, -305s}, Kind::Everything, "-3900..-300");
    row("the server's clock jumped: everything", {u"-3585..15"_s, 15s, 0s, 5s}, Kind::Everything,
        "-3585..15");
    row("another step: everything", {u"-3600..0"_s, 5s, 0s, 0s, 30s}, Kind::Everything, "-3600..0");
    row("asked again by the user: everything",
        {u"-3600..0"_s, 5s, 0s, 0s, 15s, 15s, RangeWish::Depth::Everything}, Kind::Everything, "-3600..0");
    row("a slow scrape has a longer overlap", {u"-3540..60"_s, 60s, 0s, 0s, 15s, 60s}, Kind::Tail,
        "-240..60");
    row("a longer range: the missing left and the tail", {u"-7185..15"_s, 15s}, Kind::Extension,
        "-7185..-3615 -60..15");
    row("a pan into what is held: nothing", {u"-3000..-1800"_s, 30s}, Kind::Nothing, "");
    row("a pan half out of it: the missing left", {u"-5400..-1800"_s, 30s}, Kind::Extension, "-5400..-3615");
    row("a neighbour: all of it, and none twice", {u"-7215..-3615"_s, 30s}, Kind::Extension, "-7215..-3615");
    row("far away: everything", {u"-90000..-86400"_s, 30s}, Kind::Everything, "-90000..-86400");
}

void TestRangeCache::asksWhatIsMissing()
{
    QFETCH(Case, wish);
    QFETCH(RangePlan::Kind, kind);
    QFETCH(QString, parts);
    test::FakeClock clock;
    const Timestamp origin = clock.now();
    const HeldRange held = lastHour(clock, wish.scrape);
    clock.advance(wish.after);
    clock.jump(wish.sleep);
    RangeWish asked;
    asked.range = {origin + seconds{wish.wanted.section(u".."_s, 0, 0).toInt()},
        origin + seconds{wish.wanted.section(u".."_s, 1, 1).toInt()}};
    asked.step = wish.step;
    asked.scrapeInterval = wish.scrape;
    asked.clockOffset = wish.offset;
    asked.depth = wish.depth;

    const RangePlan plan = planRange(held, asked, {}, Moment::of(clock));

    QCOMPARE(plan.kind, kind);
    QCOMPARE(textOf(plan.parts, origin), parts);
    QCOMPARE(plan.held.has_value(), kind != RangePlan::Kind::Everything);
}

void TestRangeCache::asksEverythingFirst()
{
    const test::FakeClock clock;
    RangeWish wish;
    wish.range = {clock.now() - 1h, clock.now()};

    const RangePlan plan = planRange(std::nullopt, wish, {}, Moment::of(clock));

    QCOMPARE(plan.kind, RangePlan::Kind::Everything);
    QCOMPARE(plan.parts, std::vector{wish.range});
}

void TestRangeCache::whatIsFreshIsNotAskedAgain()
{
    test::FakeClock clock;
    const HeldRange held = lastHour(clock);
    RangeWish wish;
    wish.range = held.range;
    wish.freshness = 2s;

    clock.advance(1s);
    QCOMPARE(planRange(held, wish, {}, Moment::of(clock)).kind, RangePlan::Kind::Nothing);
    clock.advance(1s);
    QCOMPARE(planRange(held, wish, {}, Moment::of(clock)).kind, RangePlan::Kind::Tail);
}

void TestRangeCache::reconcilesEveryTwoMinutes()
{
    test::FakeClock clock;
    HeldRange held = lastHour(clock);
    QString kinds;
    for (int i = 0; i < 20; ++i) {
        clock.advance(15s);
        RangeWish wish;
        wish.range = {clock.now() - 1h, clock.now()};
        const RangePlan plan = planRange(held, wish, {}, Moment::of(clock));
        held = heldAfter(plan, wish, Moment::of(clock));
        kinds += plan.kind == RangePlan::Kind::Reconcile ? u'R' : u't';
    }
    QCOMPARE(kinds, u"tttttttRtttttttRtttt"_s);
}

void TestRangeCache::aSettledPastIsNotAskedAgain()
{
    test::FakeClock clock;
    RangeWish wish;
    wish.range = {clock.now() - 3h, clock.now() - 2h};
    const RangePlan plan = planRange(std::nullopt, wish, {}, Moment::of(clock));
    const HeldRange held = heldAfter(plan, wish, Moment::of(clock));
    clock.advance(10min);

    QCOMPARE(planRange(held, wish, {}, Moment::of(clock)).kind, RangePlan::Kind::Nothing);
}

void TestRangeCache::splitsWhatIsTooLong_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("parts");

    QTest::newRow("fits exactly") << 9 << 0 << u"0..120"_s;
    QTest::newRow("one point too many") << 8 << 0 << u"0..105 120..120"_s;
    QTest::newRow("in thirds") << 3 << 0 << u"0..30 45..75 90..120"_s;
    QTest::newRow("by length") << 11'000 << 60 << u"0..60 75..120"_s;
    QTest::newRow("by a length off the grid") << 11'000 << 70 << u"0..60 75..120"_s;
    QTest::newRow("a length below one step")
        << 11'000 << 10 << u"0..0 15..15 30..30 45..45 60..60 75..75 90..90 105..105 120..120"_s;
}

void TestRangeCache::splitsWhatIsTooLong()
{
    QFETCH(int, points);
    QFETCH(int, length);
    QFETCH(QString, parts);
    const Timestamp origin = test::FakeClock().now();

    QCOMPARE(textOf(splitRange({origin, origin + 120s}, 15s, {points, seconds{length}}), origin), parts);
}

//! Whatever is wished in whatever order: each point of the wish is held or asked for, nothing is asked for
//! twice, and each request is on the grid and within the limits.
void TestRangeCache::everyPointIsHeldOrAsked()
{
    RandomSource random(20'260'102);
    const auto upTo = [&random](
                          std::uint64_t bound) { return static_cast<std::int64_t>(random.bits() % bound); };
    test::FakeClock clock;
    const RangeLimits limits{100, {}};
    constexpr milliseconds step = 15s;
    std::optional<HeldRange> held;
    for (int round = 0; round < 5'000; ++round) {
        clock.advance(seconds{upTo(120)});
        if (upTo(50) == 0)
            clock.jump(seconds{upTo(4'000) - 500});
        const Timestamp now = clock.now() - clock.now().time_since_epoch() % step;
        const Timestamp end = upTo(3) == 0 ? now - upTo(300) * step : now;
        RangeWish wish;
        wish.range = {end - upTo(400) * step, end};
        wish.step = step;

        const RangePlan plan = planRange(held, wish, limits, Moment::of(clock));

        Timestamp free{};
        for (const TimeRange &part : plan.parts) {
            QVERIFY(part.begin > free && part.begin <= part.end && part.length() / step < limits.points);
            QVERIFY(part.begin.time_since_epoch() % step == 0s && part.end.time_since_epoch() % step == 0s);
            free = part.end;
        }
        for (Timestamp at = wish.range.begin; at <= wish.range.end; at += step) {
            const auto isWithin = [at](const TimeRange &range) {
                return range.begin <= at && at <= range.end;
            };
            QVERIFY((plan.held && isWithin(plan.held->range))
                || std::any_of(plan.parts.begin(), plan.parts.end(), isWithin));
        }
        held = heldAfter(plan, wish, Moment::of(clock));
        QVERIFY(held->range.begin <= wish.range.begin && held->range.end >= wish.range.end);
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestRangeCache)

#include "tst_rangecache.moc"
