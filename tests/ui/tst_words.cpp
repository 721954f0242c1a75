// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/events.h"
#include "ui/text/panelwords.h"
#include "ui/text/probewords.h"
#include "ui/text/sentence.h"
#include "ui/text/statuswords.h"
#include "ui/text/words.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp now = fromMilliseconds(1'767'276'186'000); // 2026-01-01 14:03:06 UTC

AlertRule p99Rule()
{
    AlertRule rule;
    rule.key = u"p99-latency"_s;
    rule.condition.threshold = 1.0;
    rule.condition.unit = Unit::Seconds;
    rule.holdFor = 5min;
    return rule;
}

OverallStatus firing()
{
    OverallStatus status;
    status.kind = OverallStatus::Kind::Firing;
    status.health = Health::Critical;
    status.since = now - 66s;
    status.firing = 1;
    status.alert = ActiveAlert{};
    status.alert->rule = p99Rule();
    status.alert->alert.value = 1.21;
    status.alert->serviceName = u"api"_s;
    return status;
}

OverallStatus ofKind(OverallStatus::Kind kind, BlindCause cause = BlindCause::None)
{
    OverallStatus status;
    status.kind = kind;
    status.subject = u"api"_s;
    status.blind = cause;
    status.since = now - 66s;
    return status;
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesAreInTheGivenZone();
    void axisTimeShowsWhatTheRangeNeeds_data();
    void axisTimeShowsWhatTheRangeNeeds();
    void durationHasOneOrTwoUnits_data();
    void durationHasOneOrTwoUnits();
    void unknownKeyIsTheUsersOwnText();
    void ruleReadsAsASentence_data();
    void ruleReadsAsASentence();
    void closeCodeIsExplained_data();
    void closeCodeIsExplained();
    void theLastHandshakeIsTold_data();
    void theLastHandshakeIsTold();
    void topSentence_data();
    void topSentence();
    void topSentenceSaysWellOnlyWhenWell();
    void staleAlertSaysSo();
    void panelProblem_data();
    void panelProblem();
    void answerNotesAreWorded();
    void noticeIsWorded_data();
    void noticeIsWorded();
    void eventIsWorded_data();
    void eventIsWorded();
};

void TestWords::timesAreInTheGivenZone()
{
    const Formatting berlin{.zone = QTimeZone{"Europe/Berlin"}};
    QCOMPARE(berlin.clockTime(now), u"15:03:06"_s);
    QCOMPARE(berlin.zoneName(), u"Europe/Berlin"_s);
    QCOMPARE(Formatting{}.dateTime(now), u"2026-01-01 14:03:06"_s);
    QCOMPARE(Formatting{}.zoneName(), u"UTC"_s);
    QCOMPARE(Formatting{}.sinceTime(now - 24h, now), u"2025-12-31 14:03:06"_s);
    QCOMPARE(Formatting{}.sinceTime(now - 1h, now), u"13:03:06"_s);
}

void TestWords::axisTimeShowsWhatTheRangeNeeds_data()
{
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<QString>("text");
    QTest::newRow("ten minutes show seconds") << qint64{10} << u"14:03:06"_s;
    QTest::newRow("an hour shows minutes") << qint64{60} << u"14:03"_s;
    QTest::newRow("a day shows the date") << qint64{1440} << u"01-01 14:03"_s;
}

void TestWords::axisTimeShowsWhatTheRangeNeeds()
{
    QFETCH(qint64, minutes);
    QTEST(Formatting{}.axisTime(now, std::chrono::minutes{minutes}), "text");
}

void TestWords::durationHasOneOrTwoUnits_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << u"0 ms"_s;
    QTest::newRow("milliseconds") << qint64{450} << u"450 ms"_s;
    QTest::newRow("seconds drop milliseconds") << qint64{15'400} << u"15 s"_s;
    QTest::newRow("whole minutes") << qint64{300'000} << u"5 min"_s;
    QTest::newRow("minutes and seconds") << qint64{90'000} << u"1 min 30 s"_s;
    QTest::newRow("hours and minutes") << qint64{7'500'000} << u"2 h 5 min"_s;
    QTest::newRow("days and hours") << qint64{93'600'000} << u"1 d 2 h"_s;
}

void TestWords::durationHasOneOrTwoUnits()
{
    QFETCH(qint64, ms);
    QTEST(Formatting{}.duration(std::chrono::milliseconds{ms}), "text");
}

void TestWords::unknownKeyIsTheUsersOwnText()
{
    QCOMPARE(word(u"outside-rtt"_s), u"Outside RTT"_s);
    QCOMPARE(word(u"Orders placed"_s), u"Orders placed"_s);
    QCOMPARE(ruleKeyName(u"probe-down"_s), u"Probe down"_s);
    QCOMPARE(ruleKeyName(u"Orders too slow"_s), u"Orders too slow"_s);
}

void TestWords::ruleReadsAsASentence_data()
{
    QTest::addColumn<AlertRule>("rule");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a duration") << p99Rule() << u"P99 latency above 1 s for 5 min"_s;
    AlertRule cpu = p99Rule();
    cpu.key = u"cpu"_s;
    cpu.condition.threshold = 0.85;
    cpu.condition.unit = Unit::Ratio;
    QTest::newRow("a ratio") << cpu << u"CPU above 85 % for 5 min"_s;
    AlertRule halved = cpu;
    halved.key = u"connections-halved"_s;
    halved.condition.threshold = 0.5;
    halved.condition.comparison = Comparison::Less;
    QTest::newRow("halved") << halved
                            << u"Connections below 50 % of their highest in the last 5 min for 5 min"_s;
    AlertRule down = cpu;
    down.key = u"probe-down"_s;
    down.holdFor = 0s;
    QTest::newRow("at once") << down << u"No probe connection open"_s;
    AlertRule own = cpu;
    own.key.clear();
    own.name = u"Queue"_s;
    own.condition.unit = Unit::Count;
    own.condition.comparison = Comparison::GreaterOrEqual;
    own.condition.threshold = 1200;
    QTest::newRow("the user's own") << own << u"Queue at or above 1200 for 5 min"_s;
}

void TestWords::ruleReadsAsASentence()
{
    QFETCH(AlertRule, rule);
    QTEST(ruleSentence(rule, Formatting{}), "sentence");
}

void TestWords::closeCodeIsExplained_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("never closed") << 0 << u"—"_s;
    QTest::newRow("normal") << 1000 << u"1000 normal"_s;
    QTest::newRow("going away") << 1001 << u"1001 going away"_s;
    QTest::newRow("no close frame") << 1006 << u"1006 dropped"_s;
    QTest::newRow("a library's") << 3008 << u"3008 registered"_s;
    QTest::newRow("the application's") << 4001 << u"4001 application"_s;
    QTest::newRow("outside of all ranges") << 1999 << u"1999 unknown"_s;
}

void TestWords::closeCodeIsExplained()
{
    QFETCH(int, code);
    QTEST(closeCodeWord(code), "text");
}

void TestWords::theLastHandshakeIsTold_data()
{
    QTest::addColumn<TargetStatus>("status");
    QTest::addColumn<QString>("text");
    TargetStatus status;
    QTest::newRow("none") << status << u"No attempt has ended yet."_s;
    AttemptFacts facts;
    facts.tls = TlsFacts{};
    facts.tls->chain = {
        {.subject = u"a"_s, .issuer = u"b"_s, .notBefore = {}, .notAfter = now + 30h, .sha256 = {}},
        {.subject = u"b"_s, .issuer = u"c"_s, .notBefore = {}, .notAfter = now + 300h, .sha256 = {}}};
    status.lastAttempt = AttemptFinished{};
    status.lastAttempt->phases.firstMessage = 5ms;
    status.lastAttempt->facts = std::make_shared<const AttemptFacts>(facts);
    QTest::newRow("open, with the first of its certificates to end")
        << status << u"Last handshake: first message 5 ms · The certificate is valid for 1 more day(s)."_s;
    StateChanged end;
    end.outcome = ProbeOutcome::ProtocolError;
    end.closeCode = 1002;
    end.frameError = FrameError{.kind = FrameError::Kind::MaskedFrame, .frameOffset = 4};
    status.lastAttempt->facts.reset();
    status.lastEnd = end;
    QTest::newRow("open again, after the server broke the protocol")
        << status
        << u"Last handshake: first message 5 ms\nLast end: protocol error · 1002 protocol error · a masked "
           "frame, at byte 4"_s;
}

void TestWords::theLastHandshakeIsTold()
{
    QFETCH(TargetStatus, status);
    QTEST(handshakeText(status, Formatting{}, now), "text");
}

void TestWords::topSentence_data()
{
    QTest::addColumn<OverallStatus>("status");
    QTest::addColumn<QString>("text");
    using Kind = OverallStatus::Kind;
    QTest::newRow("nothing configured")
        << ofKind(Kind::NothingConfigured)
        << u"Nothing is watched yet. Add a Prometheus server or a WebSocket endpoint, or try the demo."_s;
    QTest::newRow("waiting") << ofKind(Kind::Waiting) << u"Waiting for the first answers."_s;
    QTest::newRow("firing") << firing() << u"api: P99 latency. 1.21 s, above 1 s, since 14:02:00."_s;
    OverallStatus pending = firing();
    pending.kind = Kind::Pending;
    QTest::newRow("pending") << pending
                             << u"api: P99 latency is pending. 1.21 s, above 1 s, since 14:02:00."_s;
    OverallStatus blind = ofKind(Kind::Blind, BlindCause::TargetDown);
    blind.lastConnections = 12'480;
    QTest::newRow("blind")
        << blind
        << u"Cannot see api since 14:02:00: its scrape target is down, Prometheus answers. Last 12480."_s;
    QTest::newRow("probe down") << ofKind(Kind::ProbeDown)
                                << u"api: no connection from here. Since 14:02:00."_s;
    QTest::newRow("paused") << ofKind(Kind::Paused) << u"Watching is paused. Since 14:02:00."_s;
}

void TestWords::topSentence()
{
    QFETCH(OverallStatus, status);
    QTEST(sockeye::topSentence(status, Formatting{}, now).joined(), "text");
}

void TestWords::topSentenceSaysWellOnlyWhenWell()
{
    using Kind = OverallStatus::Kind;
    for (const Kind kind : {Kind::NothingConfigured, Kind::Waiting, Kind::Pending, Kind::Firing, Kind::Blind,
             Kind::ProbeDown, Kind::Paused}) {
        const QString text = sockeye::topSentence(ofKind(kind), Formatting{}, now, {3, 5}).joined();
        QVERIFY2(!text.contains(u"well"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"all heard"_s), qPrintable(text));
    }
    const TopSentence well = sockeye::topSentence(ofKind(Kind::Well), Formatting{}, now);
    QCOMPARE(well.joined(), u"All is well. Everything was heard."_s);
}

void TestWords::staleAlertSaysSo()
{
    OverallStatus status = firing();
    status.alert->seen = false;
    status.firing = 3;
    QCOMPARE(sockeye::topSentence(status, Formatting{}, now).rest,
        u"1.21 s, above 1 s, as last seen, since 14:02:00, 2 more."_s);
}

void TestWords::panelProblem_data()
{
    QTest::addColumn<PanelSnapshot>("snapshot");
    QTest::addColumn<QString>("text");
    PanelSnapshot snapshot;
    snapshot.state = PanelState::Ready;
    QTest::newRow("ready has none") << snapshot << QString();
    snapshot.state = PanelState::Empty;
    snapshot.emptyCause = EmptyCause::NotExported;
    QTest::newRow("not exported") << snapshot
                                  << u"The service does not export the metric that this panel shows."_s;
    snapshot.emptyCause = EmptyCause::NoProbes;
    QTest::newRow("no probes") << snapshot << u"No probe endpoint is assigned to this service."_s;
    snapshot.state = PanelState::Stale;
    snapshot.heardAt = now;
    QTest::newRow("stale names the time") << snapshot << u"No news since 14:03:06."_s;
    snapshot.state = PanelState::Error;
    snapshot.error = QueryError{};
    snapshot.error->kind = QueryError::Kind::NotFound;
    QTest::newRow("error has its remedy")
        << snapshot
        << u"404: there is no Prometheus API at this address. Check the path prefix of the URL."_s;
    snapshot.state = PanelState::Blind;
    snapshot.blind = BlindCause::ProbeSilent;
    QTest::newRow("blind names the cause") << snapshot << u"Cannot see it: the probes do not report."_s;
    snapshot.blind = BlindCause::EndpointFailed;
    QTest::newRow("blind for a failed query says what to do")
        << snapshot
        << u"Cannot see it: the query to Prometheus failed. 404: there is no Prometheus API at this address. Check the path prefix of the URL."_s;
}

void TestWords::panelProblem()
{
    QFETCH(PanelSnapshot, snapshot);
    QTEST(sockeye::panelProblem(snapshot, Formatting{}), "text");
}

void TestWords::answerNotesAreWorded()
{
    PanelSnapshot snapshot;
    QCOMPARE(answerNotes(snapshot), AnswerNotes{});

    snapshot.warnings = {u"results truncated due to limit"_s};
    QVERIFY(answerNotes(snapshot).badge.contains(u"warning"_s));
    QCOMPARE(answerNotes(snapshot).explanation, u"The server warns:\nresults truncated due to limit"_s);

    snapshot.isPartial = true;
    QCOMPARE(answerNotes(snapshot).badge, u"incomplete"_s);
    QVERIFY(answerNotes(snapshot).explanation.contains(u"storage did not answer"_s));
    QVERIFY(answerNotes(snapshot).explanation.endsWith(u"results truncated due to limit"_s));
    snapshot.warnings.clear();
    QCOMPARE(answerNotes(snapshot).badge, u"incomplete"_s);

    snapshot.isPartial = false;
    snapshot.droppedSeries = 120;
    QVERIFY(answerNotes(snapshot).badge.contains(u"+120"_s));

    snapshot.droppedSeries = 0;
    snapshot.lateSamples = 3;
    QVERIFY(answerNotes(snapshot).badge.startsWith(u"3 late"_s));
    QVERIFY(answerNotes(snapshot).explanation.contains(u"F5"_s));
}

void TestWords::noticeIsWorded_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("body");
    const auto add = [](const char *name, Notice::Kind kind, const QString &summary, const QString &body) {
        QTest::newRow(name) << static_cast<int>(kind) << summary << body;
    };
    add("firing", Notice::Kind::Firing, u"api: P99 latency"_s, u"1.21 s, threshold 1 s, since 14:02:00."_s);
    add("resolved", Notice::Kind::Resolved, u"api: P99 latency resolved"_s,
        u"Now 1.21 s, threshold 1 s. It fired since 14:02:00."_s);
    add("blind", Notice::Kind::Blind, u"Cannot see api"_s,
        u"Nothing of api was seen since 14:02:00. Alerts stand as they were last seen."_s);
    add("seeing", Notice::Kind::Seeing, u"api can be seen again"_s,
        u"It could not be seen since 14:02:00."_s);
}

void TestWords::noticeIsWorded()
{
    QFETCH(int, kind);
    Notice notice;
    notice.kind = static_cast<Notice::Kind>(kind);
    notice.ruleKey = u"p99-latency"_s;
    notice.subject = u"api"_s;
    notice.unit = Unit::Seconds;
    notice.value = 1.21;
    notice.threshold = 1.0;
    notice.since = now - 66s;
    notice.at = now;
    QTEST(noticeSummary(notice, Formatting{}), "summary");
    QTEST(noticeBody(notice, Formatting{}), "body");
}

void TestWords::eventIsWorded_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QJsonObject>("facts");
    QTest::addColumn<QString>("line");
    const auto add = [](const char *name, EventRecord::Kind kind, const QJsonObject &facts,
                         const QString &line) {
        QTest::newRow(name) << static_cast<int>(kind) << facts << line;
    };
    const QJsonObject p99{{u"ruleKey"_s, u"p99-latency"_s}, {u"serviceName"_s, u"api"_s}, {u"value"_s, 1.21},
        {u"threshold"_s, 1.0}, {u"unit"_s, static_cast<int>(Unit::Seconds)}};
    add("firing", EventRecord::Kind::AlertFiring, p99, u"api: P99 latency firing, 1.21 s, threshold 1 s"_s);
    add("resolved", EventRecord::Kind::AlertResolved, p99,
        u"api: P99 latency resolved, 1.21 s, threshold 1 s"_s);
    add("a user's rule without a value", EventRecord::Kind::AlertPending,
        {{u"rule"_s, u"Queue"_s}, {u"serviceName"_s, u"api"_s}}, u"api: Queue pending"_s);
    add("blind", EventRecord::Kind::Blind,
        {{u"serviceName"_s, u"api"_s}, {u"cause"_s, static_cast<int>(BlindCause::TargetDown)}},
        u"Cannot see api: its scrape target is down, Prometheus answers"_s);
    add("no facts at all", EventRecord::Kind::Seeing, {}, u"s1 can be seen again"_s);
    add("a detail", EventRecord::Kind::NotificationFailed,
        {{u"serviceName"_s, u"api"_s}, {u"detail"_s, u"no bus"_s}},
        u"The notification about api was not shown (no bus)"_s);
    add("facts of a newer version", EventRecord::Kind::Blind,
        {{u"serviceName"_s, u"api"_s}, {u"cause"_s, 99}, {u"unit"_s, 99}},
        u"Cannot see api: the cause is not known"_s);
}

void TestWords::eventIsWorded()
{
    QFETCH(int, kind);
    QFETCH(QJsonObject, facts);
    const EventRecord event{1, now, static_cast<EventRecord::Kind>(kind), u"s1"_s, facts};
    QTEST(eventLine(event, Formatting{}), "line");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestWords)
#include "tst_words.moc"
