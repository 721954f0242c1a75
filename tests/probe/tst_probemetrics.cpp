// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/probemetrics.h"
#include "tests/support/promtool.h"
#include "tests/support/realprometheus.h"

#include <QProcess>
#include <QTest>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

AttemptFinished openAttempt()
{
    AttemptFinished attempt;
    attempt.phases.resolve = 1ms;
    attempt.phases.connect = 2ms;
    attempt.phases.tls = 3ms;
    attempt.phases.upgrade = 4ms;
    attempt.httpStatus = 101;
    auto facts = std::make_shared<AttemptFacts>();
    facts->tls = TlsFacts{};
    facts->tls->chain.resize(2);
    facts->tls->chain[0].notAfter = fromMilliseconds(2'000'000'000'000);
    facts->tls->chain[1].notAfter = fromMilliseconds(1'900'000'000'000);
    attempt.facts = facts;
    return attempt;
}

StateChanged step(ReadyState from, ReadyState to)
{
    StateChanged changed;
    changed.transition.from = from;
    changed.transition.to = to;
    return changed;
}

TargetTally busyTally()
{
    TargetTally tally;
    AttemptFinished refused;
    refused.outcome = ProbeOutcome::ConnectRefused;
    tally.take(refused);
    tally.take(openAttempt());
    tally.take(step(ReadyState::Connecting, ReadyState::Open));
    StateChanged closed = step(ReadyState::Open, ReadyState::Closed);
    closed.closeCode = 1012;
    closed.closedByPeer = true;
    tally.take(closed);
    tally.take(openAttempt());
    tally.take(step(ReadyState::Connecting, ReadyState::Open));
    RttMeasured measured;
    measured.rtt = 3ms;
    tally.take(measured);
    measured.rtt = 30ms;
    measured.coalesced = true;
    tally.take(measured);
    PingUnanswered unanswered;
    unanswered.atLeast = 10s;
    tally.take(unanswered);
    TrafficCounted traffic;
    traffic.messagesReceived = 5;
    traffic.bytesReceived = 70;
    tally.take(traffic);
    return tally;
}

QByteArray heldText()
{
    Exposition exposition;
    addTarget(exposition, u"eu"_s, busyTally());
    addTarget(exposition, u"a \"name\"\nof two lines"_s, {});
    return exposition.text();
}

Summary goodSummary()
{
    Summary summary;
    summary.attempt = openAttempt();
    summary.rtts = {3ms, 1ms, 2ms};
    return summary;
}

QByteArray probeText(const Summary &summary, bool isInTime = true)
{
    Exposition exposition;
    addProbe(exposition, {summary, isInTime, 250ms});
    return exposition.text();
}

} // namespace

class TestProbeMetrics final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeldConnectionIsTold_data();
    void aHeldConnectionIsTold();
    void aProbeIsTold_data();
    void aProbeIsTold();
    void whatWasNotReachedIsAbsent();
    void whatWasGivenUpFailed();
    void promtoolHasNothingToSay_data();
    void promtoolHasNothingToSay();
};

void TestProbeMetrics::aHeldConnectionIsTold_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {
             "probe_success{target=\"eu\"} 0", // the last ping was not answered
             "probe_websocket_connection_upgraded{target=\"eu\"} 1",
             "probe_websocket_status_code{target=\"eu\"} 101",
             "probe_websocket_duration_seconds{target=\"eu\",phase=\"tls\"} 0.003",
             "probe_ssl_earliest_cert_expiry{target=\"eu\"} 1900000000",
             "sockeye_probe_connection_state{target=\"eu\",state=\"open\"} 1",
             "sockeye_probe_connection_state{target=\"eu\",state=\"closed\"} 0",
             "sockeye_probe_rtt_seconds_bucket{target=\"eu\",le=\"0.0025\"} 0",
             "sockeye_probe_rtt_seconds_bucket{target=\"eu\",le=\"0.005\"} 1",
             "sockeye_probe_rtt_seconds_bucket{target=\"eu\",le=\"0.05\"} 2",
             "sockeye_probe_rtt_seconds_bucket{target=\"eu\",le=\"10\"} 2",
             "sockeye_probe_rtt_seconds_bucket{target=\"eu\",le=\"+Inf\"} 3",
             "sockeye_probe_rtt_seconds_count{target=\"eu\"} 3",
             "sockeye_probe_rtt_seconds_sum{target=\"eu\"} 10.033",
             "sockeye_probe_pings_total{target=\"eu\",result=\"answered\"} 1",
             "sockeye_probe_pings_total{target=\"eu\",result=\"coalesced\"} 1",
             "sockeye_probe_pings_total{target=\"eu\",result=\"unanswered\"} 1",
             "sockeye_probe_connection_attempts_total{target=\"eu\",outcome=\"open\"} 2",
             "sockeye_probe_connection_attempts_total{target=\"eu\",outcome=\"connect_refused\"} 1",
             "sockeye_probe_connection_closes_total{target=\"eu\",code=\"1012\",by=\"peer\"} 1",
             "sockeye_probe_messages_received_total{target=\"eu\"} 5",
             "sockeye_probe_received_bytes_total{target=\"eu\"} 70",
             "probe_success{target=\"a \\\"name\\\"\\nof two lines\"} 0",
         })
        QTest::newRow(line) << QByteArray(line);
}

void TestProbeMetrics::aHeldConnectionIsTold()
{
    QFETCH(QByteArray, line);
    const QByteArray text = heldText();
    QVERIFY2(text.split('\n').contains(line), text.constData());
}

void TestProbeMetrics::aProbeIsTold_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {
             "probe_success 1",
             "probe_duration_seconds 0.25",
             "probe_websocket_connection_upgraded 1",
             "probe_websocket_status_code 101",
             "probe_websocket_outcome_info{outcome=\"open\"} 1",
             "probe_websocket_duration_seconds{phase=\"resolve\"} 0.001",
             "probe_websocket_duration_seconds{phase=\"connect\"} 0.002",
             "probe_websocket_duration_seconds{phase=\"tls\"} 0.003",
             "probe_websocket_duration_seconds{phase=\"processing\"} 0.004",
             "probe_ssl_earliest_cert_expiry 1900000000",
             "probe_websocket_ping_duration_seconds{statistic=\"min\"} 0.001",
             "probe_websocket_ping_duration_seconds{statistic=\"max\"} 0.003",
         })
        QTest::newRow(line) << QByteArray(line);
}

void TestProbeMetrics::aProbeIsTold()
{
    QFETCH(QByteArray, line);
    const QByteArray text = probeText(goodSummary());
    QVERIFY2(text.split('\n').contains(line), text.constData());
}

void TestProbeMetrics::whatWasNotReachedIsAbsent()
{
    Summary summary;
    summary.attempt.outcome = ProbeOutcome::ConnectRefused;
    const QByteArray text = probeText(summary);
    QVERIFY(text.contains("probe_success 0\n"));
    QVERIFY(text.contains("probe_websocket_outcome_info{outcome=\"connect_refused\"} 1\n"));
    for (const char *absent : {"probe_websocket_duration_seconds", "probe_ssl", "ping_duration"})
        QVERIFY2(!text.contains(absent), text.constData());
}

void TestProbeMetrics::whatWasGivenUpFailed()
{
    const QByteArray text = probeText(goodSummary(), false);
    QVERIFY(text.contains("probe_success 0\n"));
    QVERIFY(text.contains("probe_websocket_outcome_info{outcome=\"timeout\"} 1\n"));
}

void TestProbeMetrics::promtoolHasNothingToSay_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("held connections") << heldText();
    QTest::newRow("a probe") << probeText(goodSummary());
}

void TestProbeMetrics::promtoolHasNothingToSay()
{
    if (const QString problem = test::promtoolProblem(); !problem.isEmpty()) {
        QVERIFY2(!test::RealPrometheus::isRequired(), qPrintable(problem));
        QSKIP(qPrintable(problem));
    }
    QFETCH(QByteArray, text);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(test::RealPrometheus::findProgram(u"promtool"_s), {u"check"_s, u"metrics"_s});
    process.write(text);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(-1)); // the test's own time limit is the bound
    const QByteArray said = process.readAll();
    QVERIFY2(said.isEmpty(), said.constData());
    QCOMPARE(process.exitCode(), 0);
}

} // namespace sockeye::cli

QTEST_GUILESS_MAIN(sockeye::cli::TestProbeMetrics)
#include "tst_probemetrics.moc"
