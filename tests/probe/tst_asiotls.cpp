// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/probe/asioeventdispatcher.h"
#include "core/probe/asiotransport.h"

#include "tests/probe/heard.h"
#include "tests/support/privateauthority.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::Heard;
using test::PrivateAuthority;

namespace {

const QString local = u"DNS:localhost,IP:127.0.0.1"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class SecureServer final : public QWebSocketServer {
public:
    explicit SecureServer(
        const PrivateAuthority::Issued &issued, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
        : QWebSocketServer(u"test"_s, QWebSocketServer::SecureMode)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromPath(issued.certificateFile));
        tls.setPrivateKey(QSslKey(contents(issued.keyFile), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setProtocol(protocol);
        setSslConfiguration(tls);
        listen(QHostAddress::LocalHost);
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *const client = nextPendingConnection();
            client->setParent(this);
            client->sendTextMessage(u"welcome"_s);
        });
    }
};

} // namespace

class TestAsioTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void certificatesAreVerified_data();
    void certificatesAreVerified();
    void theChainIsToldAlsoWhenItIsNotAccepted();
    void anOpenConnectionTellsItsTls();
    void theNameToVerifyMayBeSet();
    void whatIsNotTlsIsTold_data();
    void whatIsNotTlsIsTold();
    void noCommonVersionIsTold();
    void aCaFileThatCannotBeReadIsTold();

private:
    void probe(ProbeTarget target, Heard &heard);
    [[nodiscard]] ProbeTarget targetFor(const QWebSocketServer &server, const QString &host) const;

    SystemClock m_clock;
    std::unique_ptr<PrivateAuthority> m_authority;
    std::map<QString, PrivateAuthority::Issued> m_issued;
    std::unique_ptr<WebSocketTransport> m_transport;
};

void TestAsioTls::initTestCase()
{
    auto authority = PrivateAuthority::create();
    QVERIFY2(authority, qPrintable(authority ? QString() : authority.error()));
    m_authority = std::move(*authority);
    const auto good = m_authority->issue(u"good"_s, PrivateAuthority::KeyType::Ec, local);
    const auto other = m_authority->issue(u"other"_s, PrivateAuthority::KeyType::Ec, u"DNS:other.test"_s);
    const auto expired = m_authority->issueExpired(u"expired"_s, local);
    QVERIFY(good && other);
    QVERIFY2(expired, qPrintable(expired ? QString() : expired.error()));
    m_issued = {{u"good"_s, *good}, {u"other"_s, *other}, {u"expired"_s, *expired},
        {u"self"_s, {QFINDTESTDATA("data/localhost.crt"), QFINDTESTDATA("data/localhost.key")}}};
}

void TestAsioTls::probe(ProbeTarget target, Heard &heard)
{
    m_transport = asioTransportFactory(m_clock, RandomSource(1))(target.module, {});
    test::listen(*m_transport, heard);
    m_transport->open(target, {});
    QTRY_VERIFY(heard.isOver() || heard.has("opened"_L1));
}

ProbeTarget TestAsioTls::targetFor(const QWebSocketServer &server, const QString &host) const
{
    ProbeTarget target;
    target.url = server.serverUrl();
    target.url.setHost(host);
    return target;
}

void TestAsioTls::certificatesAreVerified_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<bool>("isInsecure");
    QTest::addColumn<QString>("host");
    QTest::addColumn<ProbeOutcome>("outcome");
    using Outcome = ProbeOutcome;
    QTest::newRow("good, by address") << u"good"_s << true << false << u"127.0.0.1"_s << Outcome::Open;
    QTest::newRow("good, by name") << u"good"_s << true << false << u"localhost"_s << Outcome::Open;
    QTest::newRow("unknown authority")
        << u"good"_s << false << false << u"127.0.0.1"_s << Outcome::TlsUnknownAuthority;
    QTest::newRow("expired") << u"expired"_s << true << false << u"localhost"_s << Outcome::TlsExpired;
    QTest::newRow("another name") << u"other"_s << true << false << u"localhost"_s << Outcome::TlsWrongName;
    QTest::newRow("another address") << u"other"_s << true << false << u"127.0.0.1"_s
                                     << Outcome::TlsWrongName;
    QTest::newRow("self-signed") << u"self"_s << false << false << u"localhost"_s << Outcome::TlsSelfSigned;
    QTest::newRow("expired, insecure") << u"expired"_s << false << true << u"localhost"_s << Outcome::Open;
}

void TestAsioTls::certificatesAreVerified()
{
    QFETCH(QString, shown);
    QFETCH(bool, isTrusted);
    QFETCH(bool, isInsecure);
    QFETCH(QString, host);
    QFETCH(ProbeOutcome, outcome);
    const SecureServer server(m_issued.at(shown));
    ProbeTarget target = targetFor(server, host);
    target.module.tls.caFile = isTrusted ? m_authority->certificateFile() : QString();
    target.module.tls.insecureSkipVerify = isInsecure;
    Heard heard;
    probe(target, heard);
    QCOMPARE(heard.outcome, outcome);
    QCOMPARE(heard.has("encrypted"_L1), outcome == ProbeOutcome::Open);
    QCOMPARE(heard.text.isEmpty(), outcome == ProbeOutcome::Open);
    // What is accepted all the same is told all the same.
    QCOMPARE(m_transport->facts()->tls->problems.isEmpty(), outcome == ProbeOutcome::Open && !isInsecure);
    m_transport.reset();
}

void TestAsioTls::theChainIsToldAlsoWhenItIsNotAccepted()
{
    const SecureServer server(m_issued.at(u"expired"_s));
    Heard heard;
    probe(targetFor(server, u"localhost"_s), heard); // expired, and of an authority that is not known
    const TlsFacts tls = m_transport->facts()->tls.value();
    QCOMPARE(tls.chain.size(), std::size_t{1});
    QCOMPARE(tls.chain.front().subject, u"expired"_s);
    QCOMPARE(tls.chain.front().issuer, u"Test authority"_s);
    QCOMPARE(tls.chain.front().notBefore, Timestamp{std::chrono::sys_days{2020y / 1 / 1}});
    QCOMPARE(earliestExpiry(tls).value(), Timestamp{std::chrono::sys_days{2020y / 1 / 2}});
    QCOMPARE(tls.chain.front().sha256.size(), 64);
    QVERIFY2(tls.problems.size() >= 2, qPrintable(tls.problems.join(u'\n')));
    QCOMPARE(heard.text, tls.problems.join("; "_L1));
    m_transport.reset();
}

void TestAsioTls::anOpenConnectionTellsItsTls()
{
    const SecureServer server(m_issued.at(u"good"_s));
    ProbeTarget target = targetFor(server, u"localhost"_s);
    target.module.tls.caFile = m_authority->certificateFile();
    Heard heard;
    probe(target, heard);
    QCOMPARE(heard.names, QStringList({u"resolved"_s, u"connected"_s, u"encrypted"_s, u"opened"_s}));
    const TlsFacts tls = m_transport->facts()->tls.value();
    QCOMPARE(tls.version, QByteArray("TLSv1.3"));
    QVERIFY(tls.cipher.startsWith("TLS_"));
    QVERIFY(!tls.resumed);
    QTRY_COMPARE(heard.bytes, qint64{7});
    m_transport->ping("over TLS");
    QTRY_COMPARE(heard.pongs.size(), std::size_t{1});
    m_transport->close(1000, {});
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, ProbeOutcome::ClosedLocally);
    m_transport.reset();
}

void TestAsioTls::theNameToVerifyMayBeSet()
{
    const SecureServer server(m_issued.at(u"other"_s));
    ProbeTarget target = targetFor(server, u"localhost"_s);
    target.module.tls.caFile = m_authority->certificateFile();
    target.module.tls.serverName = u"other.test"_s;
    Heard heard;
    probe(target, heard);
    QCOMPARE(heard.outcome, ProbeOutcome::Open);
    m_transport.reset();
}

void TestAsioTls::whatIsNotTlsIsTold_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << ProbeOutcome::TlsNotSpoken;
    QTest::newRow("an alert") << QByteArray::fromHex("15030100020228") << ProbeOutcome::TlsProtocol;
    QTest::newRow("nonsense in a record")
        << QByteArray::fromHex("160301000401020304") << ProbeOutcome::TlsProtocol;
    QTest::newRow("nothing, and the end") << QByteArray() << ProbeOutcome::TlsProtocol;
}

void TestAsioTls::whatIsNotTlsIsTold()
{
    QFETCH(QByteArray, said);
    QFETCH(ProbeOutcome, outcome);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server, said] {
        QTcpSocket *const client = server.nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, client, [client, said] {
            client->readAll();
            client->write(said);
            client->disconnectFromHost();
        });
    });
    ProbeTarget target;
    target.url = QUrl(u"wss://127.0.0.1:%1/"_s.arg(server.serverPort()));
    Heard heard;
    probe(target, heard);
    QCOMPARE(heard.outcome, outcome);
    m_transport.reset();
}

void TestAsioTls::noCommonVersionIsTold()
{
    const SecureServer server(m_issued.at(u"good"_s), QSsl::TlsV1_2);
    ProbeTarget target = targetFor(server, u"localhost"_s);
    target.module.tls.caFile = m_authority->certificateFile();
    target.module.tls.minVersion = TlsVersion::Tls13;
    Heard heard;
    probe(target, heard);
    QCOMPARE(heard.outcome, ProbeOutcome::TlsProtocol);
    QVERIFY2(heard.text.contains(u"version"_s), qPrintable(heard.text));
    m_transport.reset();
}

void TestAsioTls::aCaFileThatCannotBeReadIsTold()
{
    ProbeTarget target;
    target.url = QUrl(u"wss://127.0.0.1:1/"_s);
    target.module.tls.caFile = u"/nonexistent/ca.pem"_s;
    Heard heard;
    probe(target, heard);
    QCOMPARE(heard.outcome, ProbeOutcome::TlsFailed);
    QVERIFY(heard.text.contains(u"/nonexistent/ca.pem"_s));
    m_transport.reset();
}

} // namespace sockeye

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new sockeye::AsioEventDispatcher);
    const QCoreApplication application(argc, argv);
    sockeye::TestAsioTls test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_asiotls.moc"
