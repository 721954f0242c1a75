// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/targetmonitor.h"

#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

const TargetId id{u"t1"_s};

ProbeTarget someTarget()
{
    ProbeTarget target;
    target.id = id;
    target.name = u"eu-1"_s;
    return target;
}

struct Fixture {
    void enter(ReadyState to, int closeCode = 0)
    {
        StateChanged changed;
        changed.transition.from = monitor.status().state;
        changed.transition.to = to;
        changed.transition.at = clock.now();
        changed.closeCode = closeCode;
        monitor.take(changed);
    }

    void measure(std::chrono::nanoseconds rtt)
    {
        clock.advance(1s);
        RttMeasured measured;
        measured.at = clock.now();
        measured.rtt = rtt;
        monitor.take(measured);
    }

    void open()
    {
        enter(ReadyState::Connecting);
        enter(ReadyState::Open);
    }

    [[nodiscard]] TimeRange allTime() const { return {clock.now() - 24h, clock.now() + 1ms}; }
    [[nodiscard]] std::vector<LaneState> lane() const
    {
        std::vector<LaneState> states;
        for (const StateInterval &interval : lanes.intervals(id, allTime()))
            states.push_back(interval.state);
        return states;
    }

    test::FakeClock clock;
    HistoryDatabase history{u":memory:"_s};
    SeriesStore store{SeriesStore::Limits{}};
    LaneHistory lanes{history};
    TargetMonitor monitor{someTarget(), {clock, store, lanes}};
};

} // namespace

class TestTargetMonitor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstAttemptIsNoFailure();
    void anOpenConnectionIsWell();
    void theFirstMessageJoinsThePhases();
    void theLastEndStays();
    void whatWasLostIsCritical();
    void anUnansweredPingIsSuspectUntilThePong();
    void silenceIsBlindness();
    void aPauseIsNotWatched();
    void quantilesComeFromTheLastQuarterOfAnHour();
    void unansweredPingsBoundTheQuantiles();
    void reconnectsAreForgottenAfterAnHour();
    void theStateIsSampledForRules();
    void earlierLanesStandBeforeTheLiveOnes();
    void whatACrashLeftOpenEndsWhereItBegan();
};

void TestTargetMonitor::aFirstAttemptIsNoFailure()
{
    Fixture f;
    QCOMPARE(f.monitor.status().health, Health::Unknown);
    f.enter(ReadyState::Connecting);
    QCOMPARE(f.monitor.status().health, Health::Unknown);
    QCOMPARE(f.monitor.status().blind, BlindCause::NotYetHeard);
    f.monitor.take(AttemptFinished{ProbeOutcome::ConnectRefused, {}, 0, u"refused"_s});
    f.enter(ReadyState::Closed);
    f.enter(ReadyState::Connecting);
    QCOMPARE(f.monitor.status().health, Health::Critical);
    QCOMPARE(f.monitor.status().blind, BlindCause::None);
}

void TestTargetMonitor::anOpenConnectionIsWell()
{
    Fixture f;
    f.open();
    f.measure(12ms);
    QCOMPARE(f.monitor.status().health, Health::Well);
    QCOMPARE(f.monitor.status().rttSeconds, std::optional(0.012));
    QCOMPARE(f.store.series(probeGroup(id, "rtt")).front()->values, std::vector{0.012});
}

void TestTargetMonitor::theFirstMessageJoinsThePhases()
{
    Fixture f;
    f.monitor.take(AttemptFinished{ProbeOutcome::Open, {}, 101, {}});
    QVERIFY(!f.monitor.status().lastAttempt->phases.firstMessage);
    f.monitor.take(FirstMessageReceived{7ms});
    QCOMPARE(f.monitor.status().lastAttempt->phases.firstMessage.value(), std::chrono::nanoseconds{7ms});
}

void TestTargetMonitor::theLastEndStays()
{
    Fixture f;
    f.enter(ReadyState::Connecting);
    f.enter(ReadyState::Closed); // it never was open
    QVERIFY(!f.monitor.status().lastEnd);
    f.open();
    f.enter(ReadyState::Closed, 1012);
    f.open();
    QCOMPARE(f.monitor.status().lastEnd->closeCode, 1012);
}

void TestTargetMonitor::whatWasLostIsCritical()
{
    Fixture f;
    f.open();
    f.clock.advance(5s);
    f.enter(ReadyState::Closed, 1006);
    QCOMPARE(f.monitor.status().health, Health::Critical);
    QCOMPARE(f.monitor.status().lastCloseCode, 1006);
    QVERIFY(!f.monitor.status().rttSeconds);
    // Connecting took no time on this clock, and what has no length is not kept.
    QCOMPARE(f.lane(), (std::vector{LaneState::Open, LaneState::Closed}));
}

void TestTargetMonitor::anUnansweredPingIsSuspectUntilThePong()
{
    Fixture f;
    f.open();
    PingUnanswered unanswered;
    unanswered.at = f.clock.now();
    unanswered.atLeast = 10s;
    f.monitor.take(unanswered);
    QCOMPARE(f.monitor.status().health, Health::Warning);
    QCOMPARE(f.store.series(probeGroup(id, "rtt")).front()->values, std::vector{10.0});
    f.measure(12ms);
    QCOMPARE(f.monitor.status().health, Health::Well);
}

void TestTargetMonitor::silenceIsBlindness()
{
    Fixture f;
    f.open();
    const Timestamp lastHeard = f.clock.now();
    f.clock.advance(4s);
    f.monitor.setHeard(false);
    QCOMPARE(f.monitor.status().health, Health::Blind);
    QCOMPARE(f.monitor.status().blind, BlindCause::ProbeSilent);
    f.clock.advance(4s);
    f.monitor.setHeard(true);
    QCOMPARE(f.monitor.status().health, Health::Well);
    f.clock.advance(1s);
    const auto lane = f.lanes.intervals(id, f.allTime());
    QCOMPARE(lane.size(), std::size_t{2}); // it was open for no time before the silence
    QCOMPARE(lane.front().state, LaneState::NotWatched);
    QCOMPARE(lane.front().begin, lastHeard);
    QCOMPARE(lane.front().end, std::optional(lastHeard + 8s));
    QCOMPARE(lane.back().state, LaneState::Open);
}

void TestTargetMonitor::aPauseIsNotWatched()
{
    Fixture f;
    f.open();
    f.clock.advance(1s);
    f.monitor.setPaused(true);
    QCOMPARE(f.monitor.status().blind, BlindCause::Paused);
    QCOMPARE(f.monitor.status().health, Health::Unknown);
    QCOMPARE(f.lane(), (std::vector{LaneState::Open, LaneState::NotWatched}));
    f.monitor.setPaused(false);
    QCOMPARE(f.monitor.status().health, Health::Unknown);
}

void TestTargetMonitor::quantilesComeFromTheLastQuarterOfAnHour()
{
    Fixture f;
    f.open();
    f.measure(9s);
    f.clock.advance(16min);
    for (int i = 1; i <= 100; ++i)
        f.measure(std::chrono::milliseconds{i});
    f.monitor.tick();
    const TargetStatus &status = f.monitor.status();
    QVERIFY(status.p50 && status.p99);
    QVERIFY(status.p50->value > 49'500us && status.p50->value < 50'500us);
    QVERIFY(status.p99->value > 98ms && status.p99->value < 100ms);
    QVERIFY(!status.p99->isAtLeast);
}

void TestTargetMonitor::unansweredPingsBoundTheQuantiles()
{
    Fixture f;
    f.open();
    for (int i = 0; i < 97; ++i)
        f.measure(20ms);
    for (int i = 0; i < 3; ++i)
        f.monitor.take(PingUnanswered{.at = f.clock.now(), .atLeast = 10s});
    f.monitor.tick();
    QCOMPARE(f.monitor.status().p50, std::optional(LatencyQuantile{20ms, false}));
    QCOMPARE(f.monitor.status().p99, std::optional(LatencyQuantile{10s, true}));
}

void TestTargetMonitor::reconnectsAreForgottenAfterAnHour()
{
    Fixture f;
    f.open();
    QCOMPARE(f.monitor.status().reconnectsLastHour, 0);
    f.enter(ReadyState::Closed, 1001);
    f.open();
    QCOMPARE(f.monitor.status().reconnectsLastHour, 1);
    f.clock.advance(61min);
    f.monitor.tick();
    QCOMPARE(f.monitor.status().reconnectsLastHour, 0);
}

void TestTargetMonitor::theStateIsSampledForRules()
{
    Fixture f;
    f.monitor.tick();
    QVERIFY(f.store.series(probeGroup(id, "probe_success")).empty()); // nothing is known yet
    f.open();
    f.monitor.tick();
    f.clock.advance(500ms);
    f.monitor.tick(); // too soon for another
    f.clock.advance(500ms);
    f.enter(ReadyState::Closed, 1006);
    f.monitor.tick();
    const auto samples = f.store.series(probeGroup(id, "probe_success"));
    QCOMPARE(samples.front()->values, (std::vector{1.0, 0.0}));
    QCOMPARE(samples.front()->labels, (LabelSet{{"target", "eu-1"}}));
}

void TestTargetMonitor::earlierLanesStandBeforeTheLiveOnes()
{
    Fixture f;
    f.open();
    const Timestamp now = f.clock.now();
    StateInterval earlier;
    earlier.target = id;
    earlier.state = LaneState::Open;
    earlier.begin = now - 2h;
    earlier.end = now - 1h;
    f.lanes.restore({earlier}, now);
    QCOMPARE(f.lane(), (std::vector{LaneState::Open, LaneState::NotWatched, LaneState::Open}));
    QCOMPARE(f.lanes.intervals(id, f.allTime()).at(1).begin, now - 1h);
    QCOMPARE(f.lanes.intervals(id, f.allTime()).at(1).end, std::optional(now));
}

void TestTargetMonitor::whatACrashLeftOpenEndsWhereItBegan()
{
    Fixture f;
    const Timestamp now = f.clock.now();
    StateInterval open;
    open.target = id;
    open.state = LaneState::Open;
    open.begin = now - 2h;
    f.lanes.restore({open}, now);
    const auto lane = f.lanes.intervals(id, f.allTime());
    QCOMPARE(lane.back().state, LaneState::NotWatched);
    QCOMPARE(lane.back().begin, now - 2h);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestTargetMonitor)

#include "tst_targetmonitor.moc"
