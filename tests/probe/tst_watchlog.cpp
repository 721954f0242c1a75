// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/probewords.h"

#include "app/probe/watchlog.h"
#include "tests/support/fakeclock.h"

#include <QTest>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

StateChanged step(ReadyState from, ReadyState to)
{
    StateChanged changed;
    changed.transition.from = from;
    changed.transition.to = to;
    return changed;
}

StateChanged closing(ProbeOutcome outcome, int code, bool byPeer)
{
    StateChanged changed = step(ReadyState::Open, ReadyState::Closed);
    changed.outcome = outcome;
    changed.closeCode = code;
    changed.closedByPeer = byPeer;
    return changed;
}

RttMeasured rtt(std::uint64_t sequence, std::chrono::nanoseconds duration)
{
    RttMeasured measured;
    measured.sequence = sequence;
    measured.rtt = duration;
    return measured;
}

struct Fixture {
    test::FakeClock clock;
    WatchLog log{QUrl(u"ws://host/"_s), WatchLog::Style::Text, clock};

    void open()
    {
        AttemptFinished attempt;
        attempt.phases.total = 3ms;
        (void)log.take(step(ReadyState::Closed, ReadyState::Connecting));
        (void)log.take(attempt);
        (void)log.take(step(ReadyState::Connecting, ReadyState::Open));
    }
};

} // namespace

class TestWatchLog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachEventHasItsLine_data();
    void eachEventHasItsLine();
    void aQuietSecondShowsTheState();
    void theSummaryCountsAll();
    void whatIsLostIsABound();
    void onlyAnUnbrokenConnectionIsWell_data();
    void onlyAnUnbrokenConnectionIsWell();
    void strangeCloseCodesDoNotGrowWithoutEnd();
};

void TestWatchLog::eachEventHasItsLine_data()
{
    QTest::addColumn<ProbeEvent>("event");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, ProbeEvent event, const QString &line) {
        QTest::newRow(name) << std::move(event) << line;
    };
    AttemptFinished opened;
    opened.phases.total = 3ms;
    opened.phases.connect = 1ms;
    opened.phases.upgrade = 2ms;
    row("open", opened, u"open after 3.00 ms (connect 1.00, upgrade 2.00)\n"_s);
    row("a step that an attempt tells", step(ReadyState::Connecting, ReadyState::Closed), {});
    row("a pong", rtt(7, 1'500us), u"seq=7  rtt=1.50 ms\n"_s);
    RttMeasured coalesced = rtt(8, 2ms);
    coalesced.coalesced = true;
    row("a coalesced pong", coalesced, u"seq=8  rtt=2.00 ms  (answered with a later one)\n"_s);
    row("no pong", PingUnanswered{9, {}, 10s}, u"seq=9  no pong within 10000.00 ms\n"_s);
    row("a close by the server", closing(ProbeOutcome::ClosedClean, 1001, true),
        u"closed: 1001 going away, by the server\n"_s);
    row("a server that hangs", closing(ProbeOutcome::PongTimeout, 1006, false),
        QString(u"closed: "_s % probeOutcomeWord(ProbeOutcome::PongTimeout)
            % u", 1006 dropped, by sockeye-probe\n"_s));
    row("a close of our own", closing(ProbeOutcome::ClosedLocally, 1001, false),
        u"closed: 1001 going away, by sockeye-probe\n"_s);
    row("traffic", TrafficCounted{}, {});
}

void TestWatchLog::eachEventHasItsLine()
{
    QFETCH(ProbeEvent, event);
    QFETCH(QString, line);
    Fixture f;
    QCOMPARE(f.log.take(event), line);
}

void TestWatchLog::aQuietSecondShowsTheState()
{
    Fixture f;
    QCOMPARE(f.log.idle(), u"closed\n"_s);
    f.open();
    QCOMPARE(f.log.idle(), u"open, no pong yet\n"_s);
}

void TestWatchLog::theSummaryCountsAll()
{
    Fixture f;
    f.open();
    for (std::uint64_t i = 1; i <= 4; ++i)
        (void)f.log.take(rtt(i, 2ms));
    (void)f.log.take(closing(ProbeOutcome::Dropped, 1006, true));
    f.open();
    f.clock.advance(90s);
    QCOMPARE(f.log.summary(),
        u"\nws://host/, 90.0 s\n"
        "4 pings, 4 answered, 0.0 % lost, 1 reconnects\n"
        "1 × 1006 dropped\n"
        "rtt min 2.00 ms, median 2.00 ms, p95 2.00 ms, p99 2.00 ms, max 2.00 ms\n"_s);
}

void TestWatchLog::whatIsLostIsABound()
{
    Fixture f;
    f.open();
    (void)f.log.take(rtt(1, 5ms));
    (void)f.log.take(PingUnanswered{2, {}, 10s});
    const QString summary = f.log.summary();
    QVERIFY2(summary.contains(u"2 pings, 1 answered, 50.0 % lost"_s), qPrintable(summary));
    QVERIFY2(summary.contains(u"median 5.00 ms, p95 ≥ 10000.00 ms"_s), qPrintable(summary));
}

void TestWatchLog::onlyAnUnbrokenConnectionIsWell_data()
{
    QTest::addColumn<std::vector<ProbeEvent>>("events");
    QTest::addColumn<bool>("isOk");
    const auto row = [](const char *name, std::vector<ProbeEvent> events, bool isOk) {
        QTest::newRow(name) << std::move(events) << isOk;
    };
    AttemptFinished refused;
    refused.outcome = ProbeOutcome::ConnectRefused;
    row("nothing was tried", {}, false);
    row("open", {AttemptFinished{}, rtt(1, 1ms)}, true);
    row("open, and closed by us",
        {AttemptFinished{}, rtt(1, 1ms), closing(ProbeOutcome::ClosedLocally, 1001, false)}, true);
    row("refused", {refused}, false);
    row("refused first", {refused, AttemptFinished{}, rtt(1, 1ms)}, false);
    row("a ping lost", {AttemptFinished{}, PingUnanswered{}}, false);
    row("dropped", {AttemptFinished{}, closing(ProbeOutcome::Dropped, 1006, true)}, false);
}

void TestWatchLog::onlyAnUnbrokenConnectionIsWell()
{
    QFETCH(std::vector<ProbeEvent>, events);
    QFETCH(bool, isOk);
    Fixture f;
    for (const ProbeEvent &event : events)
        (void)f.log.take(event);
    QCOMPARE(f.log.isOk(), isOk);
}

void TestWatchLog::strangeCloseCodesDoNotGrowWithoutEnd()
{
    TargetTally tally;
    for (int code = 4'000; code < 4'500; ++code)
        tally.take(closing(ProbeOutcome::ClosedClean, code, true));
    QVERIFY(tally.closings.size() <= TargetTally::mostClosings + 1);
    quint64 sum = 0;
    for (const auto &[closing, count] : tally.closings)
        sum += count;
    QCOMPARE(sum, quint64{500});
}

} // namespace sockeye::cli

QTEST_GUILESS_MAIN(sockeye::cli::TestWatchLog)
#include "tst_watchlog.moc"
