// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/faultrequest.h"
#include "app/demo/faults.h"
#include "tests/demo/democlient.h"
#include "tests/demo/demoharness.h"
#include "tests/support/fakeclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <thread>

namespace sockeye {

using namespace demo;
using namespace test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDemoFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFaultEndsByItself();
    void aSecondOrderReplacesTheFirst();
    void aBlockedThreadGoesOn_data();
    void aBlockedThreadGoesOn();
    void aRequestIsUnderstoodOrRefused_data();
    void aRequestIsUnderstoodOrRefused();
    void anOrderHasFallbacks();
    void faultsAreListedOverHttp();
    void everyFaultIsASeries();

    void slowDelaysAnswersButNotTheService();
    void dropEndsConnectionsWithoutACloseFrame();
    void closeSendsTheCode();
    void refuseAnswersTheUpgradeWithTheStatus();
    void stallReadsNothingWhileTcpStaysOpen();
    void metricsOffHidesTheMetricsOnly();
    void errorsFailTheMessages();
    void stormReconnectsTheVisitors();
    void leakRaisesTheResidentMemoryAndGivesItBack();
    void busyBurnsCpu();
};

namespace {

QByteArray activeSeries(const QByteArray &fault)
{
    return "sockeye_demo_fault_active{fault=\"" + fault + "\"}";
}

} // namespace

void TestDemoFaults::aFaultEndsByItself()
{
    FakeClock clock;
    FaultBoard board(clock);
    QVERIFY(board.active().empty());
    board.activate({Fault::Slow, 10s, 250});
    board.activate({Fault::Drop, 20s, 0});
    clock.advance(9'999ms);
    QCOMPARE(board.parameter(Fault::Slow), std::optional(250));
    QCOMPARE(board.active().size(), 2U);
    QCOMPARE(board.active().front().remaining, 1ms);
    clock.advance(1ms);
    QVERIFY(!board.isActive(Fault::Slow));
    QVERIFY(board.isActive(Fault::Drop));
    board.clear();
    QVERIFY(board.active().empty());
}

void TestDemoFaults::aSecondOrderReplacesTheFirst()
{
    FakeClock clock;
    FaultBoard board(clock);
    board.activate({Fault::Refuse, 60s, 503});
    board.activate({Fault::Refuse, 5s, 401});
    QCOMPARE(board.parameter(Fault::Refuse), std::optional(401));
    QCOMPARE(board.active().front().remaining, 5s);
}

void TestDemoFaults::aBlockedThreadGoesOn_data()
{
    QTest::addColumn<bool>("cleared");
    QTest::newRow("when the fault is cleared") << true;
    QTest::newRow("when its time is over") << false;
}

void TestDemoFaults::aBlockedThreadGoesOn()
{
    QFETCH(bool, cleared);
    FakeClock clock;
    FaultBoard board(clock);
    board.activate({Fault::Stall, 60s, 0});
    std::atomic<bool> passed = false;
    std::thread blocked([&] {
        board.blockWhile(Fault::Stall);
        passed = true;
    });
    const bool passedEarly = passed;
    if (cleared)
        board.clear();
    else
        clock.advance(60s);
    blocked.join();
    QVERIFY(!passedEarly);
    QVERIFY(passed);
}

void TestDemoFaults::aRequestIsUnderstoodOrRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("names"); // in the error, "" for none
    QTest::newRow("all given") << QByteArray("slow?ms=5&for=1") << 200 << QByteArray();
    QTest::newRow("nothing given") << QByteArray("storm") << 200 << QByteArray();
    QTest::newRow("part of a second") << QByteArray("storm?for=0.5") << 200 << QByteArray();
    QTest::newRow("largest") << QByteArray("slow?ms=60000&for=3600") << 200 << QByteArray();
    QTest::newRow("no such fault") << QByteArray("earthquake") << 404 << QByteArray("slow, drop, close");
    QTest::newRow("no fault at all") << QByteArray("") << 404 << QByteArray("one of");
    QTest::newRow("letters for ms") << QByteArray("slow?ms=abc") << 400 << QByteArray("'ms'");
    QTest::newRow("zero ms") << QByteArray("slow?ms=0") << 400 << QByteArray("from 1 to 60000");
    QTest::newRow("too many ms") << QByteArray("slow?ms=60001") << 400 << QByteArray("from 1 to 60000");
    QTest::newRow("empty ms") << QByteArray("slow?ms=") << 400 << QByteArray("'ms'");
    QTest::newRow("code below") << QByteArray("close?code=999") << 400 << QByteArray("from 1000 to 4999");
    QTest::newRow("code above") << QByteArray("close?code=5000") << 400 << QByteArray("'code'");
    QTest::newRow("status that is no error")
        << QByteArray("refuse?status=200") << 400 << QByteArray("400 to 599");
    QTest::newRow("percent above") << QByteArray("errors?percent=101") << 400 << QByteArray("'percent'");
    QTest::newRow("zero seconds") << QByteArray("drop?for=0") << 400 << QByteArray("'for'");
    QTest::newRow("negative seconds") << QByteArray("drop?for=-1") << 400 << QByteArray("'for'");
    QTest::newRow("more than an hour") << QByteArray("drop?for=3601") << 400 << QByteArray("at most 3600");
    QTest::newRow("no number of seconds") << QByteArray("drop?for=nan") << 400 << QByteArray("'for'");
    QTest::newRow("another fault's parameter")
        << QByteArray("slow?code=1000") << 400 << QByteArray("ms or for");
    QTest::newRow("a parameter where none is")
        << QByteArray("drop?ms=1") << 400 << QByteArray("expected for");
}

void TestDemoFaults::aRequestIsUnderstoodOrRefused()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, names);
    const Demo demo;
    QVERIFY(demo.started());
    const Reply reply = demo.post("/faults/" + target);
    QCOMPARE(reply.status, status);
    const QJsonDocument json = QJsonDocument::fromJson(reply.body);
    if (status == 200) {
        QCOMPARE(json.array().size(), 1);
        return;
    }
    const QString error = json.object().value("error"_L1).toString();
    QVERIFY2(error.contains(QString::fromUtf8(names)) && !error.isEmpty(), reply.body.constData());
    QCOMPARE(QJsonDocument::fromJson(demo.get("/faults").body).array().size(), 0);
}

void TestDemoFaults::anOrderHasFallbacks()
{
    QCOMPARE(parseFaultRequest(u"close"_s, QUrlQuery()).value(), (FaultOrder{Fault::Close, 60s, 1'012}));
    QCOMPARE(parseFaultRequest(u"close"_s, QUrlQuery(u"for=2&code=4001"_s)).value(),
        (FaultOrder{Fault::Close, 2s, 4'001}));
    QCOMPARE(parseFaultRequest(u"x"_s, QUrlQuery()).error().kind, FaultRequestError::Kind::UnknownFault);
    QCOMPARE(parseFaultRequest(u"drop"_s, QUrlQuery(u"a=1"_s)).error().kind,
        FaultRequestError::Kind::UnknownParameter);
}

void TestDemoFaults::faultsAreListedOverHttp()
{
    const Demo demo;
    QCOMPARE(demo.post("/faults/slow?ms=20&for=100").status, 200);
    QCOMPARE(demo.post("/faults/storm?for=100").status, 200);
    const QJsonArray listed = QJsonDocument::fromJson(demo.get("/faults").body).array();
    QCOMPARE(listed.size(), 2);
    const QJsonObject slow = listed.first().toObject();
    QCOMPARE(slow.value("fault"_L1).toString(), "slow"_L1);
    QCOMPARE(slow.value("parameter"_L1).toInt(), 20);
    const double remaining = slow.value("remaining_seconds"_L1).toDouble();
    QVERIFY(remaining > 0 && remaining <= 100);
    QVERIFY(listed.last().toObject().value("parameter"_L1).isNull());

    QCOMPARE(demo.post("/faults/clear").body.trimmed(), "[]");
    QCOMPARE(demo.get("/faults").body.trimmed(), "[]");
}

void TestDemoFaults::everyFaultIsASeries()
{
    const Demo demo;
    for (const FaultKind &kind : faultKinds()) {
        if (kind.fault == Fault::MetricsOff)
            continue;
        const QByteArray series = activeSeries(QByteArray(kind.name.data(), kind.name.size()));
        QCOMPARE(sample(demo.get("/metrics").body, series), std::optional(0.0));
        QCOMPARE(
            demo.post("/faults/" + QByteArray(kind.name.data(), kind.name.size()) + "?for=60").status, 200);
        QCOMPARE(sample(demo.get("/metrics").body, series), std::optional(1.0));
        QCOMPARE(demo.post("/faults/clear").status, 200);
    }
}

void TestDemoFaults::slowDelaysAnswersButNotTheService()
{
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    QCOMPARE(demo.post("/faults/slow?ms=1500&for=60").status, 200);
    client.socket().sendTextMessage(u"first"_s);
    client.socket().sendTextMessage(u"second"_s);
    client.socket().ping();
    QVERIFY(eventually([&] { return client.pongs() == 1; }));
    QVERIFY(client.texts().isEmpty()); // the pong overtook the answers: nothing is blocked
    QVERIFY(client.receives(2));
    QCOMPARE(client.texts(), QStringList({u"first"_s, u"second"_s}));
    const QByteArray metrics = demo.get("/metrics").body;
    QCOMPARE(sample(metrics, "websocket_message_duration_seconds_count{room=\"echo\"}"), std::optional(2.0));
    QCOMPARE(sample(metrics, "websocket_message_duration_seconds_bucket{room=\"echo\",le=\"1\"}"),
        std::optional(0.0));
}

void TestDemoFaults::dropEndsConnectionsWithoutACloseFrame()
{
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    QCOMPARE(demo.post("/faults/drop?for=60").status, 200);
    QVERIFY(client.ends());
    QVERIFY(!client.sawCloseFrame());
    Client next(demo.url(u"/echo"_s));
    QVERIFY(next.ends()); // those who come back are dropped again
    QVERIFY(eventually([&] {
        return demo.metric("websocket_disconnections_total{code=\"1006\",reason=\"abnormal\"}") >= 2;
    }));
    QCOMPARE(demo.metric("websocket_connected_clients"), 0.0);
    QCOMPARE(demo.post("/faults/clear").status, 200);
    Client last(demo.url(u"/echo"_s));
    QVERIFY(last.opens());
}

void TestDemoFaults::closeSendsTheCode()
{
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    QCOMPARE(demo.post("/faults/close?code=4321&for=60").status, 200);
    QVERIFY(client.ends());
    QVERIFY(client.sawCloseFrame());
    QCOMPARE(static_cast<int>(client.socket().closeCode()), 4'321);
    QVERIFY(eventually(
        [&] { return demo.metric("websocket_disconnections_total{code=\"4321\",reason=\"app\"}") >= 1; }));
}

void TestDemoFaults::refuseAnswersTheUpgradeWithTheStatus()
{
    const Demo demo;
    QCOMPARE(demo.get("/readyz").status, 200);
    QCOMPARE(demo.post("/faults/refuse?status=429&for=60").status, 200);
    const QByteArray upgrade = "GET /echo HTTP/1.1\r\nHost: demo\r\nUpgrade: websocket\r\n"
                               "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                               "Sec-WebSocket-Version: 13\r\n\r\n";
    const Reply reply = parseReply(exchange(demo.webSocketPort(), upgrade));
    QCOMPARE(reply.status, 429);
    QVERIFY2(reply.head.startsWith("HTTP/1.1 429 Too Many Requests"), reply.head.constData());
    Client client(demo.url(u"/echo"_s));
    QVERIFY(!client.opens());
    QCOMPARE(demo.get("/readyz").status, 503);
    QCOMPARE(demo.get("/healthz").status, 200);
    QCOMPARE(demo.metric("websocket_errors_total{kind=\"handshake_refused\"}"), 2.0);
}

void TestDemoFaults::stallReadsNothingWhileTcpStaysOpen()
{
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    client.socket().ping();
    QVERIFY(eventually([&] { return client.pongs() == 1; }));
    QCOMPARE(demo.post("/faults/stall?for=60").status, 200);
    // The thread hangs at its next look at the faults; from then on a ping has no answer.
    int sent = 1;
    QVERIFY(eventually([&] {
        client.socket().ping();
        ++sent;
        QTest::qWait(150);
        return client.pongs() < sent;
    }));
    QVERIFY(client.isOpen());
    QCOMPARE(demo.get("/readyz").status, 503);
    QCOMPARE(demo.metric("websocket_connected_clients"), 1.0);
    QTcpSocket late;
    late.setProxy(QNetworkProxy::NoProxy);
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), demo.webSocketPort());
    QTRY_COMPARE(late.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(demo.post("/faults/clear").status, 200);
    QVERIFY(eventually([&] { return client.pongs() == sent; }));
}

void TestDemoFaults::metricsOffHidesTheMetricsOnly()
{
    const Demo demo;
    QCOMPARE(demo.post("/faults/metrics_off?for=60").status, 200);
    QCOMPARE(demo.get("/metrics").status, 503);
    QCOMPARE(demo.get("/healthz").status, 200);
    QCOMPARE(demo.get("/readyz").status, 200);
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    QCOMPARE(demo.post("/faults/clear").status, 200);
    QCOMPARE(demo.get("/metrics").status, 200);
    QCOMPARE(demo.metric("http_requests_total{code=\"503\",method=\"GET\",path=\"/metrics\"}"), 1.0);
}

void TestDemoFaults::errorsFailTheMessages()
{
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    QCOMPARE(demo.post("/faults/errors?percent=100&for=60").status, 200);
    client.socket().sendTextMessage(u"hello"_s);
    QVERIFY(client.receives(1));
    QVERIFY(client.texts().first().contains("error"_L1));
    QCOMPARE(demo.metric("websocket_errors_total{kind=\"handler_failed\"}"), 1.0);
}

void TestDemoFaults::stormReconnectsTheVisitors()
{
    const Demo demo({.clients = 20, .version = u"test"_s});
    QVERIFY(eventually([&] { return demo.metric("websocket_connected_clients") >= 16; }));
    const double before = demo.metric("websocket_connections_total");
    QCOMPARE(demo.post("/faults/storm?for=60").status, 200);
    QVERIFY(eventually([&] { return demo.metric("websocket_connections_total") >= before + 5; }));
}

void TestDemoFaults::leakRaisesTheResidentMemoryAndGivesItBack()
{
    const Demo demo;
    const double before = demo.metric("process_resident_memory_bytes");
    constexpr double most = 30e6; // of 32 MiB
    QCOMPARE(demo.post("/faults/leak?mb=32&for=60").status, 200);
    QVERIFY(eventually([&] { return demo.metric("process_resident_memory_bytes") > before + most; }));
    const double leaking = demo.metric("process_resident_memory_bytes");
    QCOMPARE(demo.post("/faults/clear").status, 200);
#if !defined(__SANITIZE_ADDRESS__) // keeps what was freed in quarantine
    QVERIFY(eventually([&] { return demo.metric("process_resident_memory_bytes") < leaking - most; }));
#else
    QVERIFY(leaking > before);
#endif
}

void TestDemoFaults::busyBurnsCpu()
{
    const Demo demo;
    const double before = demo.metric("process_cpu_seconds_total");
    QCOMPARE(demo.post("/faults/busy?percent=100&for=60").status, 200);
    QVERIFY(eventually([&] { return demo.metric("process_cpu_seconds_total") > before + 0.3; }));
    QCOMPARE(demo.post("/faults/clear").status, 200);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDemoFaults)
#include "tst_demofaults.moc"
