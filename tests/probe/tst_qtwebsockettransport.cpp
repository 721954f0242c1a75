// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/accesssource.h"
#include "core/probe/qtwebsockettransport.h"

#include "tests/probe/rawserver.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <sys/socket.h>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::RawServer;

namespace {

// Everything that a transport says, in order, and the facts of its end.
struct Heard {
    QStringList names;
    ProbeOutcome outcome = ProbeOutcome::Open;
    int code = 0; //!< HTTP status or close code
    QString text;
    bool byPeer = false;
    QByteArray pong;
    qint64 bytes = 0;

    [[nodiscard]] bool isOver() const { return names.contains(u"failed"_s) || names.contains(u"closed"_s); }
};

void listen(const WebSocketTransport &transport, Heard &heard, QObject *context)
{
    const auto note = [&heard](const QString &name) { return [&heard, name] { heard.names.append(name); }; };
    QObject::connect(&transport, &WebSocketTransport::resolved, context, note(u"resolved"_s));
    QObject::connect(&transport, &WebSocketTransport::connected, context, note(u"connected"_s));
    QObject::connect(&transport, &WebSocketTransport::encrypted, context, note(u"encrypted"_s));
    QObject::connect(&transport, &WebSocketTransport::opened, context, note(u"opened"_s));
    QObject::connect(&transport, &WebSocketTransport::closing, context, note(u"closing"_s));
    QObject::connect(&transport, &WebSocketTransport::failed, context,
        [&heard](ProbeOutcome outcome, int status, const QString &detail) {
            heard.names.append(u"failed"_s);
            heard.outcome = outcome;
            heard.code = status;
            heard.text = detail;
        });
    QObject::connect(&transport, &WebSocketTransport::closed, context,
        [&heard](ProbeOutcome outcome, int code, const QString &reason, bool byPeer) {
            heard.names.append(u"closed"_s);
            heard.outcome = outcome;
            heard.code = code;
            heard.text = reason;
            heard.byPeer = byPeer;
        });
    QObject::connect(&transport, &WebSocketTransport::pongReceived, context,
        [&heard](const Pong &pong) { heard.pong = pong.payload; });
    QObject::connect(&transport, &WebSocketTransport::messageReceived, context,
        [&heard](qint64 bytes) { heard.bytes += bytes; });
}

ProbeTarget targetAt(const QUrl &url)
{
    ProbeTarget target;
    target.url = url;
    return target;
}

class KeyFiles final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        QFile file(ref.key);
        if (!file.open(QIODevice::ReadOnly))
            return unexpected(SecretError{SecretError::Kind::FileUnreadable, ref.key, file.errorString()});
        return file.readAll();
    }
};

ProbeAccess accessTo(const ProbeTarget &target)
{
    const KeyFiles secrets;
    const SystemClock clock;
    ProbeAccess result;
    AccessSource(target, secrets, clock).fetch([&result](const ProbeAccess &access) { result = access; });
    return result;
}

QByteArray closeFrame(quint16 code, const QByteArray &reason = {})
{
    QByteArray frame = QByteArray::fromHex("88");
    frame += static_cast<char>(2 + reason.size());
    frame += static_cast<char>(code >> 8);
    frame += static_cast<char>(code & 0xff);
    return frame + reason;
}

void reset(QTcpSocket *client)
{
    const linger atOnce{1, 0};
    ::setsockopt(static_cast<int>(client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    client->close();
}

QString dataFile(const QString &name)
{
    return QFINDTESTDATA(QString(u"data/"_s % name));
}

QSslConfiguration selfSigned()
{
    QFile key(dataFile(u"localhost.key"_s));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (key.open(QIODevice::ReadOnly))
        tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setLocalCertificateChain(QSslCertificate::fromPath(dataFile(u"localhost.crt"_s)));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

qsizetype openSockets()
{
    qsizetype count = 0;
    const QStringList entries = QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files);
    for (const QString &entry : entries) {
        if (QFile::symLinkTarget(QString(u"/proc/self/fd/"_s % entry)).contains("socket:"_L1))
            ++count;
    }
    return count;
}

} // namespace

class TestQtWebSocketTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void aGoodConnectionIsFollowedFromStepToStep();
    void aNameIsResolved();
    void headersAreSent();
    void theSubprotocolIsOfferedAndRequired_data();
    void theSubprotocolIsOfferedAndRequired();
    void aFailedUpgradeIsTold_data();
    void aFailedUpgradeIsTold();
    void aRefusedPortIsTold();
    void anEndIsTold_data();
    void anEndIsTold();
    void certificatesAreVerified_data();
    void certificatesAreVerified();
    void refusedUpgradesLeaveNoSocketBehind();
    void nothingIsHeardAfterAbort();
    void itMayBeDestroyedFromItsOwnSignals();
};

void TestQtWebSocketTransport::cleanup()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestQtWebSocketTransport::aGoodConnectionIsFollowedFromStepToStep()
{
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        QWebSocket *const client = server.nextPendingConnection();
        client->setParent(&server);
        client->sendTextMessage(u"grüße"_s);
    });
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);

    transport.open(targetAt(server.serverUrl()), {});
    QVERIFY2(heard.names.isEmpty(), "a signal came from within the call");
    QTRY_VERIFY(heard.names.contains(u"opened"_s));
    QCOMPARE(heard.names, QStringList({u"resolved"_s, u"connected"_s, u"opened"_s}));

    transport.ping("0123456789abcdef");
    QTRY_COMPARE(heard.pong, QByteArray("0123456789abcdef"));
    QTRY_COMPARE(heard.bytes, qint64{7});

    heard.names.clear();
    transport.close(1001, u"enough"_s);
    QVERIFY2(heard.names.isEmpty(), "a signal came from within the call");
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.names, QStringList({u"closing"_s, u"closed"_s}));
    QCOMPARE(heard.outcome, ProbeOutcome::ClosedLocally);
    QCOMPARE(heard.code, 1001);
    QVERIFY(!heard.byPeer);
}

void TestQtWebSocketTransport::aNameIsResolved()
{
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUrl url = server.serverUrl();
    url.setHost(u"localhost"_s);
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);
    transport.open(targetAt(url), {});
    QTRY_VERIFY(heard.names.contains(u"opened"_s));
    QCOMPARE(heard.names, QStringList({u"resolved"_s, u"connected"_s, u"opened"_s}));
}

void TestQtWebSocketTransport::headersAreSent()
{
    QByteArray seen;
    const RawServer server([&seen](QTcpSocket *client, const QByteArray &request) {
        seen = request;
        client->close();
    });
    ProbeTarget target = targetAt(server.url());
    target.module.headers = {{"X-Tenant", "blue"}};
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);
    transport.open(target, {.authorization = "Bearer s3cret"});
    QTRY_VERIFY(heard.isOver());
    QVERIFY(seen.contains("\r\nX-Tenant: blue\r\n"));
    QVERIFY(seen.contains("\r\nAuthorization: Bearer s3cret\r\n"));
}

void TestQtWebSocketTransport::theSubprotocolIsOfferedAndRequired_data()
{
    QTest::addColumn<QString>("spoken");
    QTest::addColumn<QString>("end");
    QTest::newRow("spoken by the server") << u"chat.v2"_s << u"opened"_s;
    QTest::newRow("not spoken") << u"chat.v1"_s << u"failed"_s;
}

void TestQtWebSocketTransport::theSubprotocolIsOfferedAndRequired()
{
    QFETCH(QString, spoken);
    QFETCH(QString, end);
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    server.setSupportedSubprotocols({spoken});
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ProbeTarget target = targetAt(server.serverUrl());
    target.module.subprotocol = u"chat.v2"_s;
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);
    transport.open(target, {});
    QTRY_VERIFY(heard.names.contains(end));
    QCOMPARE(heard.outcome, end == u"opened"_s ? ProbeOutcome::Open : ProbeOutcome::UpgradeInvalid);
}

void TestQtWebSocketTransport::aFailedUpgradeIsTold_data()
{
    QTest::addColumn<QByteArray>("answer"); // KEY stands for the right accept key
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("detail");
    for (const int status : {302, 400, 401, 403, 404, 426, 429, 500, 503}) {
        QTest::addRow("status %d", status)
            << QByteArray("HTTP/1.1 " + QByteArray::number(status) + " Because\r\nContent-Length: 0\r\n\r\n")
            << ProbeOutcome::UpgradeRefused << status << QString();
    }
    const QByteArray switching = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n";
    QTest::newRow("wrong accept key")
        << QByteArray(switching + "Connection: Upgrade\r\nSec-WebSocket-Accept: bm8=\r\n\r\n")
        << ProbeOutcome::UpgradeInvalid << 0 << u"bm8="_s;
    QTest::newRow("keep-alive, which is right but not understood")
        << QByteArray(switching + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Accept: KEY\r\n\r\n")
        << ProbeOutcome::UpgradeInvalid << 0 << u"keep-alive"_s;
    QTest::newRow("a subprotocol that nobody asked for") << QByteArray(
        switching + "Connection: Upgrade\r\nSec-WebSocket-Protocol: odd\r\nSec-WebSocket-Accept: KEY\r\n\r\n")
                                                         << ProbeOutcome::UpgradeInvalid << 0 << u"odd"_s;
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << ProbeOutcome::UpgradeInvalid
                              << 0 << QString();
    QTest::newRow("closed without an answer")
        << QByteArray() << ProbeOutcome::UpgradeInvalid << 0 << QString();
}

void TestQtWebSocketTransport::aFailedUpgradeIsTold()
{
    QFETCH(QByteArray, answer);
    QFETCH(ProbeOutcome, outcome);
    QFETCH(int, status);
    QFETCH(QString, detail);
    const RawServer server([&answer](QTcpSocket *client, const QByteArray &request) {
        client->write(QByteArray(answer).replace("KEY", test::acceptKey(request)));
        if (answer.isEmpty())
            client->close();
    });
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);

    transport.open(targetAt(server.url()), {});

    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, outcome);
    QCOMPARE(heard.code, status);
    QVERIFY2(heard.text.contains(detail), qPrintable(heard.text));
    QVERIFY(!heard.text.isEmpty());
}

void TestQtWebSocketTransport::aRefusedPortIsTold()
{
    QUrl url;
    {
        const RawServer server([](QTcpSocket *, const QByteArray &) {});
        url = server.url();
    }
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);
    transport.open(targetAt(url), {});
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, ProbeOutcome::ConnectRefused);
    QCOMPARE(heard.names, QStringList({u"resolved"_s, u"failed"_s}));
}

void TestQtWebSocketTransport::anEndIsTold_data()
{
    QTest::addColumn<QByteArray>("sent"); // after the upgrade; "FIN" and "RST" end TCP
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("byPeer");
    QTest::newRow("1000") << closeFrame(1000) << ProbeOutcome::ClosedClean << 1000 << true;
    QTest::newRow("1001") << closeFrame(1001, "bye") << ProbeOutcome::ClosedClean << 1001 << true;
    QTest::newRow("1011") << closeFrame(1011, "oops") << ProbeOutcome::ClosedClean << 1011 << true;
    QTest::newRow("4001") << closeFrame(4001, "kicked") << ProbeOutcome::ClosedClean << 4001 << true;
    QTest::newRow("1012, whose code is lost") << closeFrame(1012) << ProbeOutcome::ClosedClean << 0 << true;
    QTest::newRow("1013, whose code is lost") << closeFrame(1013) << ProbeOutcome::ClosedClean << 0 << true;
    QTest::newRow("no code, told as 1000")
        << QByteArray::fromHex("8800") << ProbeOutcome::ClosedClean << 1000 << true;
    QTest::newRow("FIN") << QByteArray("FIN") << ProbeOutcome::Dropped << 1006 << true;
    QTest::newRow("RST") << QByteArray("RST") << ProbeOutcome::Dropped << 1006 << true;
    QTest::newRow("a compressed frame")
        << QByteArray::fromHex("c10161") << ProbeOutcome::ProtocolError << 1002 << false;
    QTest::newRow("an unknown opcode")
        << QByteArray::fromHex("8b00") << ProbeOutcome::ProtocolError << 1002 << false;
    QTest::newRow("a frame of 17 MiB")
        << QByteArray::fromHex("827f0000000001100000") << ProbeOutcome::ProtocolError << 1009 << false;
}

void TestQtWebSocketTransport::anEndIsTold()
{
    QFETCH(QByteArray, sent);
    QFETCH(ProbeOutcome, outcome);
    QFETCH(int, code);
    QFETCH(bool, byPeer);
    QTcpSocket *peer = nullptr;
    const RawServer server([&peer](QTcpSocket *client, const QByteArray &request) {
        peer = client;
        client->write(test::upgradeAnswer(request));
    });
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);
    transport.open(targetAt(server.url()), {});
    QTRY_VERIFY(heard.names.contains(u"opened"_s));

    if (sent == "FIN")
        peer->close();
    else if (sent == "RST")
        reset(peer);
    else
        peer->write(sent);

    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, outcome);
    QCOMPARE(heard.code, code);
    QCOMPARE(heard.byPeer, byPeer);
    QCOMPARE(heard.names.contains(u"closing"_s), outcome != ProbeOutcome::Dropped);
    QCOMPARE(heard.names.count(u"closed"_s), 1);
}

void TestQtWebSocketTransport::certificatesAreVerified_data()
{
    QTest::addColumn<TlsConfig>("tls");
    QTest::addColumn<QString>("host");
    QTest::addColumn<ProbeOutcome>("outcome");
    const QString authority = dataFile(u"localhost.crt"_s);
    QTest::newRow("self-signed") << TlsConfig{} << u"127.0.0.1"_s << ProbeOutcome::TlsFailed;
    QTest::newRow("with its CA file") << TlsConfig{authority, false} << u"127.0.0.1"_s << ProbeOutcome::Open;
    QTest::newRow("with its CA file, by name")
        << TlsConfig{authority, false} << u"localhost"_s << ProbeOutcome::Open;
    QTest::newRow("insecure") << TlsConfig{{}, true} << u"127.0.0.1"_s << ProbeOutcome::Open;
    QTest::newRow("another name") << TlsConfig{authority, false} << u"127.0.0.2"_s << ProbeOutcome::TlsFailed;
    QTest::newRow("the name that is to be verified")
        << TlsConfig{.caFile = authority, .serverName = u"localhost"_s} << u"127.0.0.2"_s
        << ProbeOutcome::Open;
    QTest::newRow("another name than is to be verified")
        << TlsConfig{.caFile = authority, .serverName = u"elsewhere.test"_s} << u"127.0.0.1"_s
        << ProbeOutcome::TlsFailed;
}

void TestQtWebSocketTransport::certificatesAreVerified()
{
    QFETCH(TlsConfig, tls);
    QFETCH(QString, host);
    QFETCH(ProbeOutcome, outcome);
    QWebSocketServer server(u"test"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(selfSigned());
    QVERIFY(server.listen(QHostAddress(u"0.0.0.0"_s)));
    QUrl url = server.serverUrl();
    url.setHost(host);
    ProbeTarget target = targetAt(url);
    target.module.tls = tls;
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);

    transport.open(target, accessTo(target));

    QTRY_VERIFY(heard.isOver() || heard.names.contains(u"opened"_s));
    QCOMPARE(heard.outcome, outcome);
    QCOMPARE(heard.names.contains(u"encrypted"_s), outcome == ProbeOutcome::Open);
    QCOMPARE(heard.text.isEmpty(), outcome == ProbeOutcome::Open);
}

void TestQtWebSocketTransport::refusedUpgradesLeaveNoSocketBehind()
{
    int gone = 0;
    const RawServer server([this, &gone](QTcpSocket *client, const QByteArray &) {
        connect(client, &QTcpSocket::disconnected, this, [&gone] { ++gone; });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        client->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
    const qsizetype before = openSockets();
    std::vector<std::unique_ptr<QtWebSocketTransport>> kept;
    for (int i = 0; i < 50; ++i) {
        Heard heard;
        kept.push_back(std::make_unique<QtWebSocketTransport>());
        QObject context;
        listen(*kept.back(), heard, &context);
        kept.back()->open(targetAt(server.url()), {});
        QTRY_VERIFY(heard.isOver());
        QCOMPARE(heard.code, 404);
    }
    QTRY_COMPARE(gone, 50);
    QTRY_COMPARE(openSockets(), before);
}

void TestQtWebSocketTransport::nothingIsHeardAfterAbort()
{
    QTcpSocket *peer = nullptr;
    const RawServer server([&peer](QTcpSocket *client, const QByteArray &) { peer = client; });
    Heard heard;
    QtWebSocketTransport transport;
    listen(transport, heard, this);
    transport.open(targetAt(server.url()), {});
    QTRY_VERIFY(peer != nullptr);
    heard.names.clear();

    transport.abort();

    QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(heard.names.isEmpty());
}

void TestQtWebSocketTransport::itMayBeDestroyedFromItsOwnSignals()
{
    const RawServer refusing([](QTcpSocket *client, const QByteArray &) {
        client->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
    auto failing = std::make_unique<QtWebSocketTransport>();
    connect(failing.get(), &WebSocketTransport::failed, this, [&failing] { failing.reset(); });
    failing->open(targetAt(refusing.url()), {});
    QTRY_VERIFY(!failing);

    const RawServer upgrading([](QTcpSocket *client, const QByteArray &request) {
        client->write(test::upgradeAnswer(request) + QByteArray::fromHex("81026869"));
    });
    auto talking = std::make_unique<QtWebSocketTransport>();
    connect(talking.get(), &WebSocketTransport::messageReceived, this, [&talking] { talking.reset(); });
    talking->open(targetAt(upgrading.url()), {});
    QTRY_VERIFY(!talking);

    auto early = std::make_unique<QtWebSocketTransport>();
    connect(early.get(), &WebSocketTransport::resolved, this, [&early] { early.reset(); });
    early->open(targetAt(upgrading.url()), {});
    QTRY_VERIFY(!early);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestQtWebSocketTransport)
#include "tst_qtwebsockettransport.moc"
