// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/probe/sockeyeprobe.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <csignal>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::Run;
using test::SockeyeProbe;

namespace {

constexpr int patience = 30'000;

class Server final : public QWebSocketServer {
public:
    Server()
        : QWebSocketServer(u"test"_s, NonSecureMode)
    {
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            client = nextPendingConnection();
            client->setParent(this);
            ++connections;
        });
    }

    QWebSocket *client = nullptr;
    int connections = 0;
};

// What stands behind Ctrl-C.
void interrupt(const QProcess &process)
{
    kill(static_cast<pid_t>(process.processId()), SIGINT);
}

std::vector<QJsonObject> objects(const QByteArray &lines)
{
    std::vector<QJsonObject> found;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            found.push_back(QJsonDocument::fromJson(line).object());
    }
    return found;
}

QStringList events(const std::vector<QJsonObject> &lines)
{
    QStringList names;
    for (const QJsonObject &line : lines)
        names.append(line[u"event"_s].toString());
    return names;
}

} // namespace

class TestSockeyeProbeWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesComeUntilItIsInterrupted();
    void itEndsByItselfAfterSoManyPings();
    void aReconnectIsToldAndIsNoSuccess();
    void aServerThatIsNotThereIsTriedAgain();
};

void TestSockeyeProbeWatch::linesComeUntilItIsInterrupted()
{
    Server server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SockeyeProbe probe({u"--watch"_s, server.serverUrl().toString()});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += probe.readAllStandardOutput()).contains("seq=2  rtt="), patience);
    interrupt(probe);
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    out += run.out;
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(out.startsWith("open after "), out.constData());
    for (const char *word :
        {"closed: 1001 ", " 0.0 % lost, 0 reconnects\n", "rtt min ", "median ", "p95 ", "p99 ", "max "})
        QVERIFY2(out.contains(word), out.constData());
}

void TestSockeyeProbeWatch::itEndsByItselfAfterSoManyPings()
{
    Server server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SockeyeProbe probe({u"--watch"_s, server.serverUrl().toString(), u"--json"_s, u"--pings"_s, u"2"_s});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 0);
    const std::vector<QJsonObject> lines = objects(run.out);
    const QStringList names = events(lines);
    QCOMPARE(names.first(), u"open"_s);
    QCOMPARE(names.count(u"rtt"_s), 2);
    QCOMPARE(names.last(), u"summary"_s);
    const QJsonObject &summary = lines.back();
    QCOMPARE(summary[u"pings"_s].toInt(), 2);
    QCOMPARE(summary[u"answered"_s].toInt(), 2);
    QCOMPARE(summary[u"loss_percent"_s].toDouble(), 0.0);
    QCOMPARE(summary[u"ok"_s].toBool(), true);
    QVERIFY(summary[u"rtt_ms"_s][u"p99"_s].toDouble() > 0.0);
}

void TestSockeyeProbeWatch::aReconnectIsToldAndIsNoSuccess()
{
    Server server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SockeyeProbe probe({u"--watch"_s, server.serverUrl().toString(), u"--json"_s});
    QTRY_COMPARE_WITH_TIMEOUT(server.connections, 1, patience);
    server.client->close(QWebSocketProtocol::CloseCodeGoingAway, u"deploy"_s);
    QTRY_COMPARE_WITH_TIMEOUT(server.connections, 2, patience);
    QByteArray out;
    QTRY_COMPARE_WITH_TIMEOUT(
        (out += probe.readAllStandardOutput()).count("\"event\":\"open\""), 2, patience);
    interrupt(probe);
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    const std::vector<QJsonObject> lines = objects(out + run.out);
    const auto closed = events(lines).indexOf(u"closed"_s);
    QVERIFY(closed > 0);
    const QJsonObject &close = lines[static_cast<std::size_t>(closed)];
    QCOMPARE(close[u"code"_s].toInt(), 1001);
    QCOMPARE(close[u"reason"_s].toString(), u"deploy"_s);
    QCOMPARE(close[u"by_peer"_s].toBool(), true);
    QCOMPARE(lines.back()[u"reconnects"_s].toInt(), 1);
}

void TestSockeyeProbeWatch::aServerThatIsNotThereIsTriedAgain()
{
    SockeyeProbe probe({u"--watch"_s, u"ws://127.0.0.1:1/"_s});
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += probe.readAllStandardOutput()).count("next attempt in ") >= 2, patience);
    interrupt(probe);
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    QCOMPARE(probe.result().exitCode, 1);
    QVERIFY2(out.startsWith("failed: "), out.constData());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSockeyeProbeWatch)
#include "tst_sockeyeprobewatch.moc"
