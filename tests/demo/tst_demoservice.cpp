// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/closereason.h"
#include "app/demo/demometrics.h"
#include "app/demo/loadgenerator.h"
#include "app/demo/route.h"
#include "tests/demo/democlient.h"
#include "tests/demo/demoharness.h"

#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace sockeye {

using namespace demo;
using namespace test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDemoService final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPathLeadsToARoom_data();
    void aPathLeadsToARoom();
    void aCloseCodeHasAReason_data();
    void aCloseCodeHasAReason();
    void theWaveStaysBelowTheNumberOfClients();

    void echoAnswersTextAndBinary();
    void chatReachesTheRoomAndOnlyTheRoom();
    void tickerPushesQuotes();
    void anEmptyMessageIsAnError();
    void goodbyesAreCountedByCode_data();
    void goodbyesAreCountedByCode();
    void strangersAreTurnedAway_data();
    void strangersAreTurnedAway();
    void aSilentConnectionIsDropped();
    void strangeCodesDoNotGrowTheSeries();
    void visitorsComeTalkAndAreCounted();
    void theHttpSideRefuses_data();
    void theHttpSideRefuses();
    void promtoolFindsNothingToSay();
    void aTakenPortIsReported_data();
    void aTakenPortIsReported();
    void theProgramPrintsItsAddressesAndEnds();
};

void TestDemoService::aPathLeadsToARoom_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("label"); // empty: no such path
    QTest::newRow("echo") << u"/echo"_s << u"echo"_s;
    QTest::newRow("ticker") << u"/ticker"_s << u"ticker"_s;
    QTest::newRow("a usual room") << u"/chat/lobby"_s << u"lobby"_s;
    QTest::newRow("an own room") << u"/chat/My-room_1"_s << u"other"_s;
    QTest::newRow("a room named like a service") << u"/chat/echo"_s << u"other"_s;
    QTest::newRow("no room") << u"/chat/"_s << QString();
    QTest::newRow("a room in a room") << u"/chat/a/b"_s << QString();
    QTest::newRow("a room of strange letters") << u"/chat/\u00e9"_s << QString();
    QTest::newRow("too long a room") << QString(u"/chat/"_s + QString(33, u'a')) << QString();
    QTest::newRow("the root") << u"/"_s << QString();
}

void TestDemoService::aPathLeadsToARoom()
{
    QFETCH(QString, path);
    QFETCH(QString, label);
    const std::optional<Route> route = parseRoute(path);
    QCOMPARE(route.has_value(), !label.isEmpty());
    if (route)
        QCOMPARE(roomLabel(*route), label);
}

void TestDemoService::aCloseCodeHasAReason_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("normal") << 1'000 << u"normal"_s;
    QTest::newRow("no code given") << 1'005 << u"normal"_s;
    QTest::newRow("going away") << 1'001 << u"going_away"_s;
    QTest::newRow("no close frame") << 1'006 << u"abnormal"_s;
    QTest::newRow("protocol error") << 1'002 << u"protocol_error"_s;
    QTest::newRow("too big") << 1'009 << u"protocol_error"_s;
    QTest::newRow("restart") << 1'012 << u"server"_s;
    QTest::newRow("library") << 3'000 << u"app"_s;
    QTest::newRow("private") << 4'999 << u"app"_s;
}

void TestDemoService::aCloseCodeHasAReason()
{
    QFETCH(int, code);
    QFETCH(QString, reason);
    QCOMPARE(QString(closeReason(code)), reason);
}

void TestDemoService::theWaveStaysBelowTheNumberOfClients()
{
    int lowest = 200;
    int highest = 0;
    for (auto t = 0s; t < 10min; t += 1s) {
        const int target = LoadGenerator::target(200, t);
        lowest = std::min(lowest, target);
        highest = std::max(highest, target);
    }
    QVERIFY2(highest <= 200 && highest > 190, QByteArray::number(highest).constData());
    QVERIFY2(lowest >= 160 && lowest < 175, QByteArray::number(lowest).constData());
    QCOMPARE(LoadGenerator::target(0, 30s), 0);
}

void TestDemoService::echoAnswersTextAndBinary()
{
    const Demo demo;
    QVERIFY(demo.started());
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    client.socket().sendTextMessage(u"gr\u00fc\u00df"_s);
    client.socket().sendBinaryMessage(QByteArray::fromHex("00ff01"));
    QVERIFY(client.receives(1));
    QVERIFY(eventually([&] { return !client.binaries().isEmpty(); }));
    QCOMPARE(client.texts(), QStringList(u"gr\u00fc\u00df"_s));
    QCOMPARE(client.binaries().first(), QByteArray::fromHex("00ff01"));

    const QByteArray metrics = demo.get("/metrics").body;
    QCOMPARE(sample(metrics, "websocket_connected_clients"), std::optional(1.0));
    QCOMPARE(sample(metrics, "websocket_connections_total"), std::optional(1.0));
    QCOMPARE(sample(metrics, "websocket_messages_received_total"), std::optional(2.0));
    QCOMPARE(sample(metrics, "websocket_messages_sent_total"), std::optional(2.0));
    QCOMPARE(sample(metrics, "websocket_received_bytes_total"), std::optional(9.0));
    QCOMPARE(sample(metrics, "websocket_sent_bytes_total"), std::optional(9.0));
    QCOMPARE(sample(metrics, "websocket_handshake_duration_seconds_count"), std::optional(1.0));
    QCOMPARE(sample(metrics, "websocket_message_duration_seconds_count{room=\"echo\"}"), std::optional(2.0));
    QCOMPARE(sample(metrics, "active_connections"), std::optional(2.0)); // with the scrape itself
}

void TestDemoService::chatReachesTheRoomAndOnlyTheRoom()
{
    const Demo demo;
    Client ann(demo.url(u"/chat/lobby"_s));
    Client bob(demo.url(u"/chat/lobby"_s));
    Client eve(demo.url(u"/chat/support"_s));
    QVERIFY(ann.opens() && bob.opens() && eve.opens());
    ann.socket().sendTextMessage(u"hello lobby"_s);
    eve.socket().sendTextMessage(u"hello support"_s);
    QVERIFY(ann.receives(1) && bob.receives(1) && eve.receives(1));
    QCOMPARE(ann.texts(), QStringList(u"hello lobby"_s));
    QCOMPARE(bob.texts(), QStringList(u"hello lobby"_s));
    QCOMPARE(eve.texts(), QStringList(u"hello support"_s));
}

void TestDemoService::tickerPushesQuotes()
{
    const Demo demo;
    Client client(demo.url(u"/ticker"_s));
    QVERIFY(client.opens());
    QVERIFY(client.receives(2));
    QVERIFY2(client.texts().first().startsWith("{\"symbol\":\"SOCK\",\"price\":"_L1),
        qPrintable(client.texts().first()));
    QVERIFY(client.texts().at(0) != client.texts().at(1));
}

void TestDemoService::anEmptyMessageIsAnError()
{
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    client.socket().sendTextMessage(QString());
    QVERIFY(client.receives(1));
    QVERIFY(client.texts().first().contains("empty message"_L1));
    QCOMPARE(demo.metric("websocket_errors_total{kind=\"bad_message\"}"), 1.0);
}

void TestDemoService::goodbyesAreCountedByCode_data()
{
    QTest::addColumn<int>("code"); // 1006: by cutting the connection
    QTest::addColumn<QByteArray>("labels");
    QTest::newRow("normal") << 1'000 << QByteArray("{code=\"1000\",reason=\"normal\"}");
    QTest::newRow("going away") << 1'001 << QByteArray("{code=\"1001\",reason=\"going_away\"}");
    QTest::newRow("an own code") << 4'000 << QByteArray("{code=\"4000\",reason=\"app\"}");
    QTest::newRow("none: cut off") << 1'006 << QByteArray("{code=\"1006\",reason=\"abnormal\"}");
}

void TestDemoService::goodbyesAreCountedByCode()
{
    QFETCH(int, code);
    QFETCH(QByteArray, labels);
    const Demo demo;
    Client client(demo.url(u"/echo"_s));
    QVERIFY(client.opens());
    if (code == 1'006)
        client.socket().abort();
    else
        client.socket().close(static_cast<QWebSocketProtocol::CloseCode>(code));
    QVERIFY(eventually([&] { return demo.metric("websocket_disconnections_total" + labels) == 1; }));
    const QByteArray metrics = demo.get("/metrics").body;
    QCOMPARE(sample(metrics, "websocket_connected_clients"), std::optional(0.0));
    QCOMPARE(sample(metrics, "active_connections"), std::optional(1.0));
    QCOMPARE(sample(metrics, "websocket_connection_duration_seconds_count"), std::optional(1.0));
}

void TestDemoService::strangersAreTurnedAway_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray upgrade = "Host: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
    QTest::newRow("no such path") << QByteArray("GET /nowhere HTTP/1.1\r\n" + upgrade + "\r\n") << 404;
    QTest::newRow("a browser") << QByteArray("GET /echo HTTP/1.1\r\nHost: x\r\n\r\n") << 426;
    QTest::newRow("a POST") << QByteArray("POST /echo HTTP/1.1\r\n" + upgrade + "\r\n") << 426;
    QTest::newRow("noise") << QByteArray::fromHex("160301020001") << 400;
    QTest::newRow("an endless head") << QByteArray("GET /echo HTTP/1.1\r\nA: " + QByteArray(9'000, 'x'))
                                     << 431;
    // QWebSocketServer closes without a word where the key is missing.
    QTest::newRow("no key") << QByteArray("GET /echo HTTP/1.1\r\n" + upgrade + "\r\n") << 0;
}

void TestDemoService::strangersAreTurnedAway()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Demo demo;
    QCOMPARE(parseReply(exchange(demo.webSocketPort(), bytes)).status, status);
    QVERIFY(
        eventually([&] { return demo.metric("websocket_errors_total{kind=\"handshake_failed\"}") == 1; }));
    QCOMPARE(demo.metric("active_connections"), 1.0);
    QCOMPARE(demo.metric("websocket_connections_total"), 0.0);
}

void TestDemoService::aSilentConnectionIsDropped()
{
    const Demo demo({.clients = 0, .version = u"test"_s, .handshakeTimeout = 50ms});
    QVERIFY(exchange(demo.webSocketPort(), "GET /echo HTT").isEmpty());
    QCOMPARE(demo.metric("websocket_errors_total{kind=\"handshake_timeout\"}"), 1.0);
    QVERIFY(eventually([&] { return demo.metric("active_connections") == 1; }));
}

void TestDemoService::strangeCodesDoNotGrowTheSeries()
{
    DemoMetrics metrics(u"test"_s);
    for (int code = 3'000; code < 5'000; ++code) {
        metrics.clientConnected(1ms);
        metrics.clientDisconnected(code, 1s);
    }
    SystemClock clock;
    const QByteArray text = metrics.exposition(FaultBoard(clock));
    QVERIFY(text.count("\nwebsocket_disconnections_total{") < 40);
    QVERIFY(
        sample(text, "websocket_disconnections_total{code=\"other\",reason=\"app\"}").value_or(0) > 1'900);
}

void TestDemoService::visitorsComeTalkAndAreCounted()
{
    const Demo demo({.clients = 20, .version = u"test"_s});
    QVERIFY(eventually([&] {
        const double connected = demo.metric("websocket_connected_clients");
        return connected >= 16 && connected <= 20;
    }));
    QVERIFY(eventually([&] { return demo.metric("websocket_messages_received_total") > 0; }));
    QVERIFY(eventually([&] { return demo.metric("websocket_messages_sent_total") > 0; }));
}

void TestDemoService::theHttpSideRefuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("series");
    QTest::newRow("an unknown path") << QByteArray("GET") << QByteArray("/nowhere") << 404
                                     << QByteArray("{code=\"404\",method=\"GET\",path=\"other\"}");
    QTest::newRow("writing the metrics") << QByteArray("POST") << QByteArray("/metrics") << 405
                                         << QByteArray("{code=\"405\",method=\"POST\",path=\"/metrics\"}");
    QTest::newRow("reading a fault") << QByteArray("GET") << QByteArray("/faults/slow") << 405
                                     << QByteArray("{code=\"405\",method=\"GET\",path=\"/faults/:name\"}");
    QTest::newRow("a strange method") << QByteArray("BREW") << QByteArray("/healthz") << 405
                                      << QByteArray("{code=\"405\",method=\"other\",path=\"/healthz\"}");
}

void TestDemoService::theHttpSideRefuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, series);
    const Demo demo;
    const Reply reply = request(demo.httpPort(), method, path);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.head.contains("\r\nAllow: "), status == 405);
    QCOMPARE(demo.metric("http_requests_total" + series), 1.0);
    QCOMPARE(demo.metric("http_request_duration_seconds_count" + series), 1.0);
}

void TestDemoService::promtoolFindsNothingToSay()
{
    QString promtool = qEnvironmentVariable("SOCKEYE_PROMTOOL");
    if (promtool.isEmpty())
        promtool = QStandardPaths::findExecutable(u"promtool"_s);
    if (promtool.isEmpty() && qEnvironmentVariableIntValue("SOCKEYE_REQUIRE_REAL") == 0)
        QSKIP("promtool is not installed");
    QVERIFY2(!promtool.isEmpty(), "promtool is missing");

    // Every series is there: a message in each direction, a goodbye, an error, a fault, both HTTP methods.
    const Demo demo({.clients = 3, .version = u"test"_s});
    {
        Client client(demo.url(u"/echo"_s));
        QVERIFY(client.opens());
        client.socket().sendTextMessage(u"x"_s);
        QVERIFY(client.receives(1));
    }
    QCOMPARE(demo.post("/faults/slow?ms=10&for=60").status, 200);
    QVERIFY(eventually([&] { return demo.metric("websocket_connection_duration_seconds_count") > 0; }));
    const QByteArray metrics = demo.get("/metrics").body;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(promtool, {u"check"_s, u"metrics"_s});
    QVERIFY(process.waitForStarted());
    process.write(metrics);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAll(), "");
    QCOMPARE(process.exitCode(), 0);
    for (const char *name : {"process_cpu_seconds_total", "process_resident_memory_bytes", "process_open_fds",
             "process_start_time_seconds", "process_memory_limit_bytes",
             "sockeye_demo_build_info{version=\"test\"}"})
        QVERIFY2(sample(metrics, name).value_or(0) > 0, name);
    QVERIFY(*sample(metrics, "process_memory_limit_bytes") <= 256.0 * 1'024 * 1'024);
}

void TestDemoService::aTakenPortIsReported_data()
{
    QTest::addColumn<DemoStartError::Port>("port");
    QTest::newRow("the WebSocket port") << DemoStartError::Port::WebSocket;
    QTest::newRow("the metrics port") << DemoStartError::Port::Metrics;
}

void TestDemoService::aTakenPortIsReported()
{
    QFETCH(DemoStartError::Port, port);
    const Demo first;
    const bool webSocket = port == DemoStartError::Port::WebSocket;
    SystemClock clock;
    DemoService second(clock,
        {.port = webSocket ? first.webSocketPort() : quint16{0},
            .metricsPort = webSocket ? quint16{0} : first.webSocketPort(),
            .clients = 0,
            .version = u"test"_s});
    const auto started = second.start();
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().port, port);
    QVERIFY(!started.error().detail.isEmpty());
}

void TestDemoService::theProgramPrintsItsAddressesAndEnds()
{
    QProcess program;
    program.start(QStringLiteral(SOCKEYE_DEMO_PROGRAM), {u"--clients"_s, u"2"_s, u"--until-stdin-closes"_s});
    QVERIFY(program.waitForStarted());
    QByteArray output;
    QVERIFY(eventually([&] { return (output += program.readAllStandardOutput()).count('\n') == 2; }));
    const QList<QByteArray> lines = output.split('\n');
    QVERIFY2(lines[0].startsWith("websocket ws://127.0.0.1:"), output.constData());
    QVERIFY2(lines[1].startsWith("metrics http://127.0.0.1:"), output.constData());
    const QUrl metrics(QString::fromUtf8(lines[1].sliced(8)));
    QCOMPARE(request(static_cast<quint16>(metrics.port()), "GET", "/healthz").status, 200);
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);

    program.start(QStringLiteral(SOCKEYE_DEMO_PROGRAM), {u"--clients"_s, u"2"_s});
    QVERIFY(eventually([&] { return program.readAllStandardOutput().contains("metrics "); }));
    program.terminate();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);

    program.start(QStringLiteral(SOCKEYE_DEMO_PROGRAM), {u"--port"_s, u"70000"_s});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(program.readAllStandardError().contains("--port"));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDemoService)
#include "tst_demoservice.moc"
