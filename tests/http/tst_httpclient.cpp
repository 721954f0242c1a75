// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpclient.h"

#include "tests/http/faultyserver.h"

#include <QFile>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <map>

Q_DECLARE_METATYPE(sockeye::HttpError::Kind)

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FaultyServer;
using test::WireRequest;

namespace {

constexpr int patience = 30'000;

class FakeSecrets final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        ++reads;
        if (ref.kind == SecretRef::Kind::None)
            return QByteArray();
        const auto found = values.find(ref.key);
        if (found == values.end())
            return unexpected(SecretError{SecretError::Kind::NotGiven, {}, {}});
        return found->second;
    }

    std::map<QString, QByteArray> values;
    mutable int reads = 0;
};

HttpConfig configFor(const QUrl &url)
{
    HttpConfig config;
    config.baseUrl = url;
    config.timeout = 60s;
    return config;
}

// Waits for the job and checks its promises on the way.
HttpOutcome outcomeOf(HttpJob *job)
{
    QPointer<HttpJob> guard(job);
    QSignalSpy spy(job, &HttpJob::finished);
    if (spy.count() != 0)
        qFatal("finished before control returned");
    if (!spy.wait(patience))
        qFatal("the job never finished");
    const auto outcome = spy.first().first().value<HttpOutcome>();
    const bool isGone = QTest::qWaitFor([&guard] { return guard.isNull(); }, 10'000);
    if (!isGone || spy.count() != 1)
        qFatal("the job emitted twice or stayed");
    return outcome;
}

FaultyServer::Handler sayAndClose(const QByteArray &text)
{
    return [text](const WireRequest &, QTcpSocket &socket) {
        socket.write(text);
        socket.disconnectFromHost();
    };
}

} // namespace

class TestHttpClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void getsWithAnEncodedQuery();
    void postsAnEncodedForm();
    void keepsPrefixAndQueryOfTheBase();
    void sendsNoMoreHeadersThanNeeded();
    void readsTheSecretOnEachRequest();
    void failsBeforeSendingWithoutSecret();
    void refusesATokenWithALineBreak();
    void givesAnyStatusAsAnswer_data();
    void givesAnyStatusAsAnswer();
    void tellsFaultsApart_data();
    void tellsFaultsApart();
    void refusesCompressedBodies();
    void capsTheBody_data();
    void capsTheBody();
    void endsAtTheDeadline_data();
    void endsAtTheDeadline();
    void followsRedirectsWithinTheOrigin_data();
    void followsRedirectsWithinTheOrigin();
    void endsACircleOfRedirects();
    void takesARedirectToNowhereAsAnswer();
    void carriesNoCredentialsToAnotherOrigin();
    void signsInAtAProxy();
    void abortsAtAnyTime();
    void abortsAfterTheAnswerArrived();
    void diesQuietlyWithTheClient();
    void mayBeDeletedFromItsOwnSignal();
    void verifiesTheCertificate();
    void saysWhichCaFileIsUnreadable();

private:
    FakeSecrets m_secrets;
    SystemClock m_clock;
};

void TestHttpClient::getsWithAnEncodedQuery()
{
    FaultyServer server(
        FaultyServer::answer("200 OK", "Content-Type: Application/JSON; charset=utf-8\r\n", "{}"));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome =
        outcomeOf(client.get("api/v1/query", {{"query", "{a=~\"x+y\"} + 1"}, {"match[]", "a&b=\xc3\xa4"}}));

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->status, 200);
    QCOMPARE(outcome->body, "{}");
    QCOMPARE(outcome->contentType, "application/json");
    QCOMPARE(outcome->header("content-TYPE"), "Application/JSON; charset=utf-8");
    QVERIFY(outcome->elapsed.count() > 0);
    QCOMPARE(server.requests().front().method, "GET");
    QCOMPARE(server.requests().front().target,
        "/api/v1/query?query=%7Ba%3D~%22x%2By%22%7D%20%2B%201&match%5B%5D=a%26b%3D%C3%A4");
}

void TestHttpClient::postsAnEncodedForm()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.post("api/v1/query", {{"query", "a+b c"}, {"timeout", "9s"}}));

    QVERIFY(outcome.has_value());
    const WireRequest &request = server.requests().front();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/api/v1/query");
    QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
    QCOMPARE(request.body, "query=a%2Bb%20c&timeout=9s");
}

void TestHttpClient::keepsPrefixAndQueryOfTheBase()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    HttpClient client(configFor(server.url(u"/a%2Fb/prom/?tenant=x%2By"_s)), m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("api/v1/query", {{"query", "up"}})).has_value());
    QVERIFY(outcomeOf(client.post("api/v1/query", {{"query", "up"}})).has_value());

    QCOMPARE(server.requests().at(0).target, "/a%2Fb/prom/api/v1/query?tenant=x%2By&query=up");
    QCOMPARE(server.requests().at(1).target, "/a%2Fb/prom/api/v1/query?tenant=x%2By");
}

void TestHttpClient::sendsNoMoreHeadersThanNeeded()
{
    FaultyServer server(FaultyServer::answer("200 OK", "Set-Cookie: session=1\r\n", "ok"));
    HttpConfig config = configFor(server.url());
    config.headers = {{"X-Scope-OrgID", "team-a"}, {"Authorization", "Bearer smuggled"}};
    QTest::ignoreMessage(QtWarningMsg, "header not sent: \"Authorization\"");
    HttpClient client(config, m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("a")).has_value());
    QVERIFY(outcomeOf(client.get("b")).has_value());

    const WireRequest &second = server.requests().at(1);
    QCOMPARE(second.header("X-Scope-OrgID"), "team-a");
    QCOMPARE(second.header("Accept-Encoding"), "identity");
    QCOMPARE(second.header("User-Agent"), "Sockeye");
    QVERIFY(second.header("Authorization").isEmpty());
    QVERIFY(second.header("Cookie").isEmpty());
}

void TestHttpClient::readsTheSecretOnEachRequest()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    HttpConfig config = configFor(server.url());
    config.auth = Authorization{{SecretRef::Kind::Session, u"t"_s}};
    FakeSecrets secrets;
    HttpClient client(config, secrets, m_clock);
    config.auth = BasicAuth{u"j\u00f6"_s, {SecretRef::Kind::Session, u"t"_s}};
    HttpClient basic(config, secrets, m_clock);

    secrets.values[u"t"_s] = "first";
    QVERIFY(outcomeOf(client.get("a")).has_value());
    secrets.values[u"t"_s] = "second";
    QVERIFY(outcomeOf(client.get("a")).has_value());
    QVERIFY(outcomeOf(basic.get("a")).has_value());

    QCOMPARE(server.requests().at(0).header("Authorization"), "Bearer first");
    QCOMPARE(server.requests().at(1).header("Authorization"), "Bearer second");
    QCOMPARE(server.requests().at(2).header("Authorization"),
        QByteArray("Basic " + QByteArray("j\xc3\xb6:second").toBase64()));
    QCOMPARE(secrets.reads, 3);
}

void TestHttpClient::failsBeforeSendingWithoutSecret()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    HttpConfig config = configFor(server.url());
    config.auth = BasicAuth{u"me"_s, {SecretRef::Kind::Session, u"absent"_s}};
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a", {{"q", "1"}}));

    QCOMPARE(outcome.error().kind, HttpError::Kind::SecretMissing);
    QVERIFY(outcome.error().secret == SecretError{});
    QCOMPARE(outcome.error().url, server.url(u"/a"_s));
    QVERIFY(server.requests().empty());
}

void TestHttpClient::refusesATokenWithALineBreak()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    FakeSecrets secrets;
    secrets.values[u"t"_s] = "token\r\nX-Admin: 1";
    HttpConfig config = configFor(server.url());
    config.auth = Authorization{{SecretRef::Kind::Session, u"t"_s}};
    HttpClient client(config, secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::SecretMissing);
    QVERIFY(server.requests().empty());
}

void TestHttpClient::givesAnyStatusAsAnswer_data()
{
    QTest::addColumn<int>("status");

    for (const int status :
        {200, 204, 400, 401, 403, 404, 405, 413, 414, 422, 429, 499, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::givesAnyStatusAsAnswer()
{
    QFETCH(int, status);
    // No parameter behind the type, as Prometheus sends it.
    const QByteArray body = status == 204 ? QByteArray() : QByteArray(R"({"status":"error"})");
    FaultyServer server(FaultyServer::answer(QByteArray::number(status) + " Words",
        "Content-Type: application/json\r\nWWW-Authenticate: Basic realm=\"r\"\r\n", body));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.post("a", {{"b", "c"}}));

    QVERIFY2(outcome.has_value(), qPrintable(outcome.has_value() ? QString() : outcome.error().detail));
    QCOMPARE(outcome->status, status);
    QCOMPARE(outcome->contentType, "application/json");
    QCOMPARE(outcome->body, body);
}

void TestHttpClient::tellsFaultsApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<HttpError::Kind>("kind");

    QTest::newRow("closes without an answer") << QByteArray() << HttpError::Kind::ConnectionLost;
    QTest::newRow("closes within the body")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        << HttpError::Kind::ConnectionLost;
    QTest::newRow("speaks no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n")
                                    << HttpError::Kind::ConnectionLost;
}

void TestHttpClient::tellsFaultsApart()
{
    QFETCH(QByteArray, text);
    QFETCH(HttpError::Kind, kind);
    FaultyServer server(sayAndClose(text));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a", {{"q", "private"}}));

    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, kind);
    QCOMPARE(outcome.error().url, server.url(u"/a"_s));
}

void TestHttpClient::refusesCompressedBodies()
{
    FaultyServer server(FaultyServer::answer("200 OK", "Content-Encoding: gzip\r\n", "\x1f\x8b"));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::Protocol);
    QCOMPARE(outcome.error().detail, u"Content-Encoding: gzip"_s);
}

void TestHttpClient::capsTheBody_data()
{
    QTest::addColumn<QByteArray>("headers");

    QTest::newRow("announced") << QByteArray("Content-Length: 100000000\r\n\r\n");
    QTest::newRow("not announced") << QByteArray("\r\n");
    QTest::newRow("absurd length") << QByteArray("Content-Length: 9223372036854775807\r\n\r\n");
}

void TestHttpClient::capsTheBody()
{
    QFETCH(QByteArray, headers);
    FaultyServer server([headers](const WireRequest &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n" + headers + QByteArray(5000, 'x'));
    });
    HttpConfig config = configFor(server.url());
    config.maxBodyBytes = 4096;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::TooLarge);
    QCOMPARE(outcome.error().limit, 4096);
}

void TestHttpClient::endsAtTheDeadline_data()
{
    QTest::addColumn<bool>("trickles");

    QTest::newRow("a server that never answers") << false;
    QTest::newRow("a server that sends a byte now and then") << true;
}

void TestHttpClient::endsAtTheDeadline()
{
    QFETCH(bool, trickles);
    FaultyServer server([trickles](const WireRequest &, QTcpSocket &socket) {
        if (!trickles)
            return;
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(10ms);
    });
    HttpConfig config = configFor(server.url());
    config.timeout = 200ms;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::TimedOut);
    QCOMPARE(outcome.error().limit, 200);
}

void TestHttpClient::followsRedirectsWithinTheOrigin_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("posts");
    QTest::addColumn<QByteArray>("methodThere");

    QTest::newRow("a GET") << QByteArray("302 Found") << false << QByteArray("GET");
    QTest::newRow("a GET to keep in mind")
        << QByteArray("308 Permanent Redirect") << false << QByteArray("GET");
    // Prometheus takes the query from the form, which a GET would leave behind.
    QTest::newRow("a POST moved for good")
        << QByteArray("301 Moved Permanently") << true << QByteArray("POST");
    QTest::newRow("a POST moved for now") << QByteArray("302 Found") << true << QByteArray("POST");
    QTest::newRow("a POST that must stay one")
        << QByteArray("307 Temporary Redirect") << true << QByteArray("POST");
    QTest::newRow("the answer to a POST elsewhere")
        << QByteArray("303 See Other") << true << QByteArray("GET");
}

void TestHttpClient::followsRedirectsWithinTheOrigin()
{
    QFETCH(QByteArray, status);
    QFETCH(bool, posts);
    QFETCH(QByteArray, methodThere);
    FaultyServer server([&status](const WireRequest &request, QTcpSocket &socket) {
        if (request.target.startsWith("/old"))
            socket.write("HTTP/1.1 " + status + "\r\nLocation: /new?a=%2B\r\nContent-Length: 4\r\n\r\ngone");
        else
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nnew");
    });
    HttpConfig config = configFor(server.url());
    config.headers = {{"X-Scope-OrgID", "team-a"}};
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(posts ? client.post("old", {{"query", "x+y"}}) : client.get("old"));

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->body, "new");
    const WireRequest &second = server.requests().at(1);
    QCOMPARE(second.target, "/new?a=%2B");
    QCOMPARE(second.method, methodThere);
    QCOMPARE(second.body, methodThere == "POST" ? QByteArray("query=x%2By") : QByteArray());
    QCOMPARE(second.header("X-Scope-OrgID"), "team-a");
}

void TestHttpClient::endsACircleOfRedirects()
{
    FaultyServer server(FaultyServer::answer("302 Found", "Location: /again\r\n", {}));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("again"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::RedirectLoop);
    QCOMPARE(server.requests().size(), std::size_t{11});
}

void TestHttpClient::takesARedirectToNowhereAsAnswer()
{
    FaultyServer server(FaultyServer::answer("302 Found", {}, "lost"));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->status, 302);
    QCOMPARE(outcome->body, "lost");
}

void TestHttpClient::carriesNoCredentialsToAnotherOrigin()
{
    FaultyServer other(FaultyServer::answer("200 OK", {}, "mine"));
    const QByteArray target = other.url(u"/login?next=secret"_s).toEncoded();
    FaultyServer server(FaultyServer::answer("302 Found", "Location: " + target + "\r\n", {}));
    FakeSecrets secrets;
    secrets.values[u"t"_s] = "token";
    HttpConfig config = configFor(server.url());
    config.auth = Authorization{{SecretRef::Kind::Session, u"t"_s}};
    HttpClient client(config, secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::Redirected);
    QCOMPARE(outcome.error().detail, other.url(u"/login"_s).toString());
    QVERIFY(other.requests().empty());
}

void TestHttpClient::signsInAtAProxy()
{
    FaultyServer proxy([](const WireRequest &request, QTcpSocket &socket) {
        const bool isKnown =
            request.header("Proxy-Authorization") == "Basic " + QByteArray("me:secret").toBase64();
        socket.write(isKnown ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
                             : "HTTP/1.1 407 Proxy Authentication Required\r\n"
                               "Proxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
    });
    FakeSecrets secrets;
    secrets.values[u"p"_s] = "secret";
    HttpConfig config = configFor(QUrl(u"http://prom.test/prefix"_s));
    config.proxy.mode = ProxyConfig::Mode::Url;
    config.proxy.url = proxy.url();
    config.proxy.username = u"me"_s;
    config.proxy.password = {SecretRef::Kind::Session, u"p"_s};
    HttpClient client(config, secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a", {{"query", "x+y"}}));
    secrets.values[u"p"_s] = "wrong";
    HttpClient stranger(config, secrets, m_clock);
    const auto refused = outcomeOf(stranger.get("a"));

    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->body, "ok");
    QCOMPARE(proxy.requests().front().target, "http://prom.test/prefix/a?query=x%2By");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, HttpError::Kind::ProxyFailed);
    QVERIFY(refused.error().proxy);
    QCOMPARE(refused.error().proxy->kind, ProxyError::Kind::SignInWanted);
}

void TestHttpClient::abortsAtAnyTime()
{
    FaultyServer server([](const WireRequest &, QTcpSocket &) {});
    HttpClient client(configFor(server.url()), m_secrets, m_clock);

    HttpJob *early = client.get("a");
    early->abort();
    early->abort();
    const auto first = outcomeOf(early);
    HttpJob *late = client.get("b");
    QTRY_COMPARE(server.requests().size(), std::size_t{1});
    late->abort();
    const auto second = outcomeOf(late);

    QCOMPARE(first.error().kind, HttpError::Kind::Aborted);
    QCOMPARE(second.error().kind, HttpError::Kind::Aborted);
}

void TestHttpClient::abortsAfterTheAnswerArrived()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    HttpClient client(configFor(server.url()), m_secrets, m_clock);
    QPointer<HttpJob> job(client.get("a"));
    int answers = 0;
    connect(job, &HttpJob::finished, this, [&answers, job] {
        ++answers;
        job->abort();
    });

    QTRY_VERIFY(job.isNull());

    QCOMPARE(answers, 1);
}

void TestHttpClient::diesQuietlyWithTheClient()
{
    FaultyServer server([](const WireRequest &, QTcpSocket &) {});
    auto client = std::make_unique<HttpClient>(configFor(server.url()), m_secrets, m_clock);
    QPointer<HttpJob> waiting(client->get("a"));
    QPointer<HttpJob> unsent(client->get("b"));
    QSignalSpy spy(waiting, &HttpJob::finished);
    QTRY_VERIFY(!server.requests().empty());

    client.reset();
    QCoreApplication::processEvents();

    QVERIFY(waiting.isNull() && unsent.isNull());
    QCOMPARE(spy.count(), 0);
}

void TestHttpClient::mayBeDeletedFromItsOwnSignal()
{
    FaultyServer server(FaultyServer::answer("200 OK", {}, "ok"));
    auto client = std::make_unique<HttpClient>(configFor(server.url()), m_secrets, m_clock);
    QByteArray body;
    connect(client->get("a"), &HttpJob::finished, this, [&](const HttpOutcome &outcome) {
        client.reset();
        body = outcome->body;
    });

    QTRY_COMPARE(body, "ok");
}

void TestHttpClient::verifiesTheCertificate()
{
    const QTemporaryDir folder;
    const QString keyFile = folder.filePath(u"key.pem"_s);
    const QString certificateFile = folder.filePath(u"cert.pem"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
            u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, keyFile,
            u"-out"_s, certificateFile});
    QVERIFY(openssl.waitForFinished(60'000) && openssl.exitCode() == 0);
    QFile key(keyFile);
    QFile certificate(certificateFile);
    QVERIFY(key.open(QIODevice::ReadOnly) && certificate.open(QIODevice::ReadOnly));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    tls.setLocalCertificate(QSslCertificate(&certificate));
    QSslServer server;
    server.setSslConfiguration(tls);
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
            [socket] { socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"); });
    });
    QVERIFY(server.listen(QHostAddress::LocalHost));
    HttpConfig config = configFor(QUrl(u"https://127.0.0.1:%1"_s.arg(server.serverPort())));
    HttpClient strict(config, m_secrets, m_clock);
    config.tls.caFile = certificateFile;
    HttpClient knowing(config, m_secrets, m_clock);
    config.tls = {.insecureSkipVerify = true};
    HttpClient insecure(config, m_secrets, m_clock);

    const auto refused = outcomeOf(strict.get("a"));
    const auto trusted = outcomeOf(knowing.get("a"));
    const auto unverified = outcomeOf(insecure.get("a"));

    QCOMPARE(refused.error().kind, HttpError::Kind::TlsFailed);
    QVERIFY2(refused.error().detail.contains("self-signed"_L1), qPrintable(refused.error().detail));
    QVERIFY2(trusted.has_value(), qPrintable(trusted.has_value() ? QString() : trusted.error().detail));
    QVERIFY(unverified.has_value());
}

void TestHttpClient::saysWhichCaFileIsUnreadable()
{
    HttpConfig config = configFor(QUrl(u"https://127.0.0.1:1"_s));
    config.tls.caFile = u"/nowhere/ca.pem"_s;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("a"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::TlsSetup);
    QVERIFY(outcome.error().tlsSetup->kind == TlsSetupError::Kind::Unreadable);
    QCOMPARE(outcome.error().tlsSetup->path, u"/nowhere/ca.pem"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHttpClient)

#include "tst_httpclient.moc"
