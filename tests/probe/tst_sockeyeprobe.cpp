// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/probe/rawserver.h"
#include "tests/probe/sockeyeprobe.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::RawServer;
using test::Run;
using test::SockeyeProbe;

namespace {

constexpr int patience = 30'000;

} // namespace

class TestSockeyeProbe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodServerIsMeasured();
    void aGoodServerIsMeasuredForPeople();
    void noPingsAreAskedFor();
    void headersAndTheTokenOfAFileAreSent();
    void aFailureIsNamed_data();
    void aFailureIsNamed();
    void whatARefusalSaysIsTold();
    void aBrokenFrameIsNamed();
    void aStalledServerHasNoPong();
    void aDropWhileMeasuringIsNamed();
    void aMissingTokenFileIsNamed();
    void aWrongCommandLineIsRefused_data();
    void aWrongCommandLineIsRefused();
    void helpAndVersionEndWell();
};

void TestSockeyeProbe::aGoodServerIsMeasured()
{
    int closeCode = 0;
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, &server, [&server, &closeCode] {
        QWebSocket *const client = server.nextPendingConnection();
        client->setParent(&server);
        connect(client, &QWebSocket::disconnected, client,
            [client, &closeCode] { closeCode = client->closeCode(); });
    });
    SockeyeProbe probe({u"--once"_s, server.serverUrl().toString(), u"--json"_s, u"--pings"_s, u"3"_s});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);

    const Run run = probe.result();
    QCOMPARE(run.exitCode, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json[u"ok"_s].toBool(), true);
    QCOMPARE(json[u"outcome"_s].toString(), u"open"_s);
    QCOMPARE(json[u"http_status"_s].toInt(), 101);
    QVERIFY(json[u"phases_ms"_s][u"total"_s].toDouble() > 0.0);
    const QJsonValue pings = json[u"pings"_s];
    QCOMPARE(pings[u"answered"_s].toInt(), 3);
    QCOMPARE(pings[u"unanswered"_s].toInt(), 0);
    const QJsonValue rtt = pings[u"rtt_ms"_s];
    QVERIFY(rtt[u"min"_s].toDouble() > 0.0);
    QVERIFY(rtt[u"min"_s].toDouble() <= rtt[u"median"_s].toDouble());
    QVERIFY(rtt[u"median"_s].toDouble() <= rtt[u"max"_s].toDouble());
    QVERIFY(json[u"path_rtt_ms"_s].toDouble() > 0.0);
    QCOMPARE(json[u"facts"_s][u"peer"_s].toString(), u"127.0.0.1"_s);
    QCOMPARE(json[u"facts"_s][u"tried"_s].toArray().size(), 1);
    QCOMPARE(json[u"facts"_s][u"answer"_s][u"status"_s].toInt(), 101);
    QCOMPARE(json[u"close"_s][u"code"_s].toInt(), 1001);
    QCOMPARE(json[u"close"_s][u"by_peer"_s].toBool(), false);
    QTRY_COMPARE(closeCode, 1001);
}

void TestSockeyeProbe::aGoodServerIsMeasuredForPeople()
{
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SockeyeProbe probe({u"--once"_s, server.serverUrl().toString(), u"--pings"_s, u"1"_s});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);

    const Run run = probe.result();
    QCOMPARE(run.exitCode, 0);
    for (const char *word :
        {"  open\n", "upgrade ", "total ", "1 answered, 0 not", "median ", "127.0.0.1", "TCP alone", "1001 "})
        QVERIFY2(run.out.contains(word), run.out.constData());
}

void TestSockeyeProbe::noPingsAreAskedFor()
{
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    SockeyeProbe probe({u"--once"_s, server.serverUrl().toString(), u"--json"_s, u"--pings"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 0);
    QVERIFY(!run.json()[u"pings"_s].toObject().contains(u"rtt_ms"_s));
}

void TestSockeyeProbe::headersAndTheTokenOfAFileAreSent()
{
    QByteArray seen;
    const RawServer server([&seen](QTcpSocket *client, const QByteArray &request) {
        seen = request;
        client->write(test::upgradeAnswer(request));
    });
    const QTemporaryDir dir;
    QFile token(dir.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly));
    token.write("s3cret\n");
    token.close();
    SockeyeProbe probe({u"--once"_s, server.url().toString(), u"--pings"_s, u"0"_s, u"--header"_s,
        u"X-Tenant: blue"_s, u"--bearer-token-file"_s, token.fileName()});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    QCOMPARE(probe.result().exitCode, 0);
    QVERIFY(seen.contains("\r\nX-Tenant: blue\r\n"));
    QVERIFY(seen.contains("\r\nAuthorization: Bearer s3cret\r\n"));
}

void TestSockeyeProbe::aFailureIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("status");
    QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\n\r\n") << u"upgrade_refused"_s << 404;
    QTest::newRow("not HTTP") << QByteArray("220 mail ESMTP\r\n\r\n") << u"upgrade_not_http"_s << 0;
    QTest::newRow("silence") << QByteArray() << u"upgrade_timeout"_s << 0;
}

void TestSockeyeProbe::aFailureIsNamed()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, outcome);
    QFETCH(int, status);
    const RawServer server([&answer](QTcpSocket *client, const QByteArray &) { client->write(answer); });
    QStringList arguments{u"--once"_s, server.url().toString(), u"--json"_s};
    if (answer.isEmpty())
        arguments << u"--timeout"_s << u"1"_s;
    SockeyeProbe probe(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);

    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[u"outcome"_s].toString(), outcome);
    QCOMPARE(run.json()[u"http_status"_s].toInt(), status);
    QCOMPARE(run.json()[u"ok"_s].toBool(), false);
}

void TestSockeyeProbe::whatARefusalSaysIsTold()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &) {
        client->write("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 8\r\n\r\ndraining");
    });
    SockeyeProbe probe({u"--once"_s, server.url().toString()});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    for (const char *word : {"upgrade refused", "after 7 s", "draining"})
        QVERIFY2(run.out.contains(word), run.out.constData());
}

void TestSockeyeProbe::aBrokenFrameIsNamed()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &request) {
        client->write(QByteArray(test::upgradeAnswer(request) + QByteArray::fromHex("8a0081810000000061")));
    });
    SockeyeProbe probe({u"--once"_s, server.url().toString()});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    for (const char *word : {"protocol error", "1002", "a masked frame, at byte 2"})
        QVERIFY2(run.out.contains(word), run.out.constData());
}

void TestSockeyeProbe::aStalledServerHasNoPong()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &request) {
        client->disconnect();
        client->write(test::upgradeAnswer(request));
    });
    SockeyeProbe probe({u"--once"_s, server.url().toString(), u"--json"_s, u"--timeout"_s, u"1"_s});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"pong_timeout"_s);
    QCOMPARE(run.json()[u"pings"_s][u"unanswered"_s].toInt(), 3);
}

void TestSockeyeProbe::aDropWhileMeasuringIsNamed()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &request) {
        client->write(test::upgradeAnswer(request));
        client->close();
    });
    SockeyeProbe probe({u"--once"_s, server.url().toString()});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.out.contains("1006"), run.out.constData());
}

void TestSockeyeProbe::aMissingTokenFileIsNamed()
{
    SockeyeProbe probe({u"--once"_s, u"ws://127.0.0.1:1/"_s, u"--json"_s, u"--bearer-token-file"_s,
        u"/nonexistent/token"_s});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.json()[u"outcome"_s].toString(), u"secret_missing"_s);
    QVERIFY2(run.json()[u"detail"_s].toString().contains(u"/nonexistent/token"_s), run.out.constData());
}

void TestSockeyeProbe::aWrongCommandLineIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString url = u"ws://127.0.0.1:1/"_s;
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("two commands") << QStringList{u"--once"_s, url, u"--watch"_s, url};
    QTest::newRow("a command that is none") << QStringList{u"sing"_s};
    QTest::newRow("serve without a file") << QStringList{u"serve"_s};
    QTest::newRow("serve on a name") << QStringList{
        u"serve"_s, u"--config"_s, u"x.yml"_s, u"--listen"_s, u"localhost:1"_s};
    QTest::newRow("serve without a port")
        << QStringList{u"serve"_s, u"--config"_s, u"x.yml"_s, u"--listen"_s, u"127.0.0.1"_s};
    QTest::newRow("serve with an option of a probe")
        << QStringList{u"serve"_s, u"--config"_s, u"x.yml"_s, u"--insecure"_s};
    QTest::newRow("a probe with an option of serve")
        << QStringList{u"--once"_s, url, u"--listen"_s, u"127.0.0.1:1"_s};
    QTest::newRow("no scheme") << QStringList{u"--once"_s, u"127.0.0.1:1"_s};
    QTest::newRow("another scheme") << QStringList{u"--once"_s, u"http://127.0.0.1:1"_s};
    QTest::newRow("a password in the URL") << QStringList{u"--once"_s, u"ws://me:pw@127.0.0.1:1"_s};
    QTest::newRow("an option that is not there")
        << QStringList{u"--once"_s, url, u"--bearer-token"_s, u"x"_s};
    QTest::newRow("no number") << QStringList{u"--once"_s, url, u"--pings"_s, u"many"_s};
    QTest::newRow("no time") << QStringList{u"--once"_s, url, u"--timeout"_s, u"0"_s};
    QTest::newRow("a header with no name") << QStringList{u"--once"_s, url, u"--header"_s, u": x"_s};
    QTest::newRow("a credential in a header")
        << QStringList{u"--once"_s, url, u"--header"_s, u"Authorization: Bearer x"_s};
    QTest::newRow("two addresses") << QStringList{u"--once"_s, url, url};
}

void TestSockeyeProbe::aWrongCommandLineIsRefused()
{
    QFETCH(QStringList, arguments);
    SockeyeProbe probe(arguments);
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.startsWith("sockeye-probe: "), run.err.constData());
    QVERIFY2(!run.err.contains("pw@"), run.err.constData());
}

void TestSockeyeProbe::helpAndVersionEndWell()
{
    for (const QString &argument : {u"--help"_s, u"--version"_s}) {
        SockeyeProbe probe({argument});
        QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
        const Run run = probe.result();
        QCOMPARE(run.exitCode, 0);
        QVERIFY(!run.out.isEmpty());
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSockeyeProbe)
#include "tst_sockeyeprobe.moc"
