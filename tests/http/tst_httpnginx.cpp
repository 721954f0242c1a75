// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpclient.h"

#include "tests/http/faultyserver.h"
#include "tests/http/tunnelproxy.h"
#include "tests/support/privateauthority.h"
#include "tests/support/realnginx.h"
#include "tests/support/realprometheus.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <sys/resource.h>

Q_DECLARE_METATYPE(sockeye::HttpError::Kind)
Q_DECLARE_METATYPE(sockeye::TlsConfig)
Q_DECLARE_METATYPE(sockeye::test::PrivateAuthority::Issued)
Q_DECLARE_METATYPE(std::optional<sockeye::TlsFailure>)

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = HttpError::Kind;
using KeyType = test::PrivateAuthority::KeyType;
using test::FaultyServer;
using test::PrivateAuthority;
using test::RealNginx;
using test::RealPrometheus;
using test::TunnelProxy;
using test::WireRequest;

namespace {

constexpr int patience = 60'000;

// What operators put in front of Prometheus, right and wrong. PORT1 is another origin.
constexpr auto servers = R"(
    limit_req_zone $server_port zone=scarce:64k rate=1r/m;
    gzip_types application/json;
    gzip_proxied any;
    server {
        listen 127.0.0.1:${PORT0};
        location /prom/ { proxy_pass ${PROMETHEUS}/; }
        location /private/ {
            auth_basic "Prometheus";
            auth_basic_user_file ${FOLDER}/users;
            proxy_pass ${PROMETHEUS}/;
        }
        location /scarce/ {
            limit_req zone=scarce;
            limit_req_status 429;
            add_header Retry-After 7 always;
            proxy_pass ${PROMETHEUS}/;
        }
        location /small/ { client_max_body_size 1k; proxy_pass ${PROMETHEUS}/; }
        location /down/ { proxy_pass http://127.0.0.1:1/; }
        location /slow/ { limit_rate 100; proxy_pass ${PROMETHEUS}/; }
        location /truncated/ { proxy_pass ${TRUNCATING}/; }
        location /login/ { default_type text/html; return 200 "<html><title>Sign in</title></html>"; }
        location /moved/ { return 307 /prom/api/v1/query; }
        location /away/ { return 302 http://127.0.0.1:${PORT1}/login?from=$request_uri; }
        location /away-for-good/ { return 308 http://127.0.0.1:${PORT1}$request_uri; }
        location /zip/ {
            gzip on;
            gzip_min_length 1;
            proxy_set_header Accept-Encoding "";
            proxy_pass ${PROMETHEUS}/;
        }
        location /bomb/ { gzip on; gzip_comp_level 1; alias ${FOLDER}/; }
    }
    server {
        listen 127.0.0.1:${PORT1};
        location / { return 200 "went along: $http_authorization $http_x_scope_orgid"; }
    }
    server {
        listen 127.0.0.1:${PORT2} ssl;
        ssl_certificate ${PKI}/prom.test.pem;
        ssl_certificate_key ${PKI}/prom.test.key;
        location / { proxy_pass ${PROMETHEUS}; }
    }
    server {
        listen 127.0.0.1:${PORT4} ssl;
        ssl_certificate ${PKI}/prom.test.pem;
        ssl_certificate_key ${PKI}/prom.test.key;
        ssl_client_certificate ${PKI}/ca.pem;
        ssl_verify_client on;
        location / { proxy_pass ${PROMETHEUS}; }
    }
    server {
        listen 127.0.0.1:${PORT3} ssl;
        ssl_certificate ${PKI}/elsewhere.test.pem;
        ssl_certificate_key ${PKI}/elsewhere.test.key;
        location / { proxy_pass ${PROMETHEUS}; }
    }
)";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class FileSecrets final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        const QByteArray content = contentOf(ref.key);
        if (content.isEmpty())
            return unexpected(SecretError{SecretError::Kind::FileUnreadable, ref.key, {}});
        return content;
    }
};

// The most memory that this process ever had, in bytes.
qint64 peakMemory()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64{usage.ru_maxrss} * 1024;
}

HttpOutcome outcomeOf(HttpJob *job)
{
    QSignalSpy spy(job, &HttpJob::finished);
    if (!spy.wait(patience))
        qFatal("the job never finished");
    return spy.first().first().value<HttpOutcome>();
}

} // namespace

//! What HttpClient makes of a real nginx in front of a real Prometheus.
class TestHttpNginx final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void reachesPrometheusUnderAPrefix();
    void givesStatusesOfTheProxyAsAnswers_data();
    void givesStatusesOfTheProxyAsAnswers();
    void readsARotatedPassword();
    void tellsHowLongToWait();
    void endsASlowBodyAtTheDeadline();
    void noticesATruncatedBody();
    void carriesNothingToAnotherOrigin_data();
    void carriesNothingToAnotherOrigin();
    void followsWithinTheOrigin();
    void verifiesTheServer_data();
    void verifiesTheServer();
    void noticesHttpOnAnHttpsPort();
    void showsAClientCertificate_data();
    void showsAClientCertificate();
    void sendsACompressedAnswerWhereAsked();
    void stopsABombEarly();
    void asksThroughAProxy_data();
    void asksThroughAProxy();

private:
    [[nodiscard]] bool makeCertificates();
    [[nodiscard]] HttpConfig configFor(const QString &prefix) const;

    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<PrivateAuthority> m_stranger;
    PrivateAuthority::Issued m_rsaReader;
    PrivateAuthority::Issued m_ecReader;
    PrivateAuthority::Issued m_strangeReader;
    std::unique_ptr<RealPrometheus> m_prometheus;
    std::unique_ptr<FaultyServer> m_truncating;
    std::unique_ptr<RealNginx> m_nginx;
    FileSecrets m_secrets;
    SystemClock m_clock;
};

void TestHttpNginx::initTestCase()
{
    if (!RealPrometheus::isInstalled() || RealNginx::findProgram().isEmpty()) {
        QVERIFY2(!RealPrometheus::isRequired(), "prometheus, promtool and nginx are required");
        QSKIP("no prometheus, promtool or nginx here; tests/run fetches them");
    }
    auto prometheus = RealPrometheus::start({});
    QVERIFY2(prometheus, prometheus ? "" : qPrintable(prometheus.error()));
    m_prometheus = std::move(*prometheus);
    m_truncating = std::make_unique<FaultyServer>([](const WireRequest &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
                     "{\"status\":\"success\",");
        socket.disconnectFromHost();
    });
    QVERIFY(makeCertificates());
    RealNginx::Options options{.http = servers, .ports = 5};
    options.http.replace("${PKI}", QFileInfo(m_authority->certificateFile()).path().toUtf8());
    options.http.replace("${PROMETHEUS}", m_prometheus->url().toEncoded());
    options.http.replace("${TRUNCATING}", m_truncating->url().toEncoded());
    auto nginx = RealNginx::start(options);
    QVERIFY2(nginx, nginx ? "" : qPrintable(nginx.error()));
    m_nginx = std::move(*nginx);
}

bool TestHttpNginx::makeCertificates()
{
    auto authority = PrivateAuthority::create();
    auto stranger = PrivateAuthority::create();
    if (!authority || !stranger)
        return false;
    m_authority = std::move(*authority);
    m_stranger = std::move(*stranger);
    const auto here = m_authority->issue(u"prom.test"_s, KeyType::Ec, u"DNS:prom.test,IP:127.0.0.1"_s);
    const auto elsewhere = m_authority->issue(u"elsewhere.test"_s, KeyType::Rsa, u"DNS:elsewhere.test"_s);
    const auto rsa = m_authority->issue(u"rsa-reader"_s, KeyType::Rsa);
    const auto ec = m_authority->issue(u"ec-reader"_s, KeyType::Ec);
    const auto strange = m_stranger->issue(u"stranger"_s, KeyType::Ec);
    if (!here || !elsewhere || !rsa || !ec || !strange)
        return false;
    m_rsaReader = *rsa;
    m_ecReader = *ec;
    m_strangeReader = *strange;
    return true;
}

void TestHttpNginx::cleanupTestCase()
{
    m_nginx.reset();
    m_truncating.reset();
    m_prometheus.reset();
}

HttpConfig TestHttpNginx::configFor(const QString &prefix) const
{
    HttpConfig config;
    config.baseUrl = m_nginx->url(prefix);
    config.timeout = 60s;
    return config;
}

void TestHttpNginx::reachesPrometheusUnderAPrefix()
{
    HttpClient client(configFor(u"/prom"_s), m_secrets, m_clock);
    const HttpParameters sum{{"query", "vector(1)+vector(2)"}, {"time", "0"}};

    const auto got = outcomeOf(client.get("api/v1/query", sum));
    const auto posted = outcomeOf(client.post("api/v1/query", sum));

    const QByteArray answer =
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[0,"3"]}]}})";
    QVERIFY2(got, got ? "" : qPrintable(got.error().detail));
    QCOMPARE(got->body, answer);
    QVERIFY2(posted, posted ? "" : qPrintable(posted.error().detail));
    QCOMPARE(posted->body, answer);
}

void TestHttpNginx::givesStatusesOfTheProxyAsAnswers_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");

    QTest::newRow("a wrong prefix") << u"/prometheus"_s << 404 << QByteArray("text/html");
    QTest::newRow("no password") << u"/private"_s << 401 << QByteArray("text/html");
    QTest::newRow("a body over the proxy's limit") << u"/small"_s << 413 << QByteArray("text/html");
    QTest::newRow("Prometheus is down") << u"/down"_s << 502 << QByteArray("text/html");
    QTest::newRow("a page to sign in") << u"/login"_s << 200 << QByteArray("text/html");
}

void TestHttpNginx::givesStatusesOfTheProxyAsAnswers()
{
    QFETCH(QString, prefix);
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    HttpClient client(configFor(prefix), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.post("api/v1/query", {{"query", QByteArray(2000, '1')}}));

    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->status, status);
    QCOMPARE(outcome->contentType, contentType);
}

void TestHttpNginx::readsARotatedPassword()
{
    const QTemporaryDir folder;
    const QString passwordFile = folder.filePath(u"password"_s);
    const auto rotate = [&](const QByteArray &password) {
        QFile file(passwordFile);
        return m_nginx->writeFile(u"users"_s, "reader:{PLAIN}" + password + '\n').has_value()
            && file.open(QIODevice::WriteOnly) && file.write(password) == password.size();
    };
    HttpConfig config = configFor(u"/private"_s);
    config.auth = BasicAuth{u"reader"_s, {SecretRef::Kind::File, passwordFile}};
    HttpClient client(config, m_secrets, m_clock);

    QVERIFY(rotate("first"));
    const auto first = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));
    QVERIFY(rotate("second"));
    const auto second = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QCOMPARE(first->status, 200);
    QCOMPARE(second->status, 200);
}

void TestHttpNginx::tellsHowLongToWait()
{
    HttpClient client(configFor(u"/scarce"_s), m_secrets, m_clock);

    const auto first = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));
    const auto second = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QCOMPARE(first->status, 200);
    QCOMPARE(second->status, 429);
    QCOMPARE(second->header("Retry-After"), "7");
}

void TestHttpNginx::endsASlowBodyAtTheDeadline()
{
    HttpConfig config = configFor(u"/slow"_s);
    config.timeout = 500ms;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("metrics"));

    QCOMPARE(outcome.error().kind, Kind::TimedOut);
    QCOMPARE(outcome.error().limit, 500);
}

void TestHttpNginx::noticesATruncatedBody()
{
    HttpClient client(configFor(u"/truncated"_s), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QCOMPARE(outcome.error().kind, Kind::ConnectionLost);
}

void TestHttpNginx::carriesNothingToAnotherOrigin_data()
{
    QTest::addColumn<QString>("prefix");

    QTest::newRow("a page to sign in") << u"/away"_s;
    QTest::newRow("a server that moved") << u"/away-for-good"_s;
}

void TestHttpNginx::carriesNothingToAnotherOrigin()
{
    QFETCH(QString, prefix);
    HttpClient client(configFor(prefix), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.post("api/v1/query", {{"query", "1"}}));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Kind::Redirected);
    QVERIFY(outcome.error().detail.startsWith(m_nginx->url({}, 1).toString()));
}

void TestHttpNginx::followsWithinTheOrigin()
{
    HttpClient client(configFor(u"/moved"_s), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.post("api/v1/query", {{"query", "1+1"}}));

    QCOMPARE(outcome->status, 200);
    QVERIFY(outcome->body.contains("\"2\""));
}

void TestHttpNginx::verifiesTheServer_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<TlsConfig>("tls");
    QTest::addColumn<std::optional<TlsFailure>>("failure");
    const auto row = [](const char *name, int port, const TlsConfig &tls, std::optional<TlsFailure> failure) {
        QTest::newRow(name) << port << tls << failure;
    };
    TlsConfig knowing;
    knowing.caFile = m_authority->certificateFile();
    TlsConfig wrong;
    wrong.caFile = m_stranger->certificateFile();
    TlsConfig careless;
    careless.insecureSkipVerify = true;

    row("the private CA", 2, knowing, std::nullopt);
    row("only the CAs of the system", 2, {}, TlsFailure::Untrusted);
    row("the wrong CA", 2, wrong, TlsFailure::Untrusted);
    TlsConfig renaming = knowing;
    renaming.serverName = u"elsewhere.test"_s;
    TlsConfig misnaming = knowing;
    misnaming.serverName = u"elsewhere.test"_s;
    TlsConfig inlined;
    inlined.ca = contentOf(m_authority->certificateFile());

    row("the private CA in the configuration", 2, inlined, std::nullopt);
    row("the certificate of another host, by its name", 3, renaming, std::nullopt);
    row("another name than the certificate's", 2, misnaming, TlsFailure::WrongName);
    row("no verification", 2, careless, std::nullopt);
    row("the certificate of another host", 3, knowing, TlsFailure::WrongName);
    row("another host and the wrong CA", 3, wrong, TlsFailure::Untrusted);
    row("https on an http port", 0, knowing, TlsFailure::NotTls);
}

void TestHttpNginx::verifiesTheServer()
{
    QFETCH(int, port);
    QFETCH(TlsConfig, tls);
    QFETCH(std::optional<TlsFailure>, failure);
    HttpConfig config = configFor({});
    config.baseUrl = m_nginx->url({}, static_cast<std::size_t>(port), u"https"_s);
    config.tls = tls;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QVERIFY2(outcome.has_value() != failure.has_value(), outcome ? "" : qPrintable(outcome.error().detail));
    if (failure) {
        QCOMPARE(outcome.error().kind, Kind::TlsFailed);
        QVERIFY2(outcome.error().tls == *failure, qPrintable(outcome.error().detail));
    } else {
        QCOMPARE(outcome->status, 200);
    }
}

void TestHttpNginx::noticesHttpOnAnHttpsPort()
{
    HttpConfig config = configFor({});
    config.baseUrl = m_nginx->url({}, 2);
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Kind::TlsFailed);
    QVERIFY(outcome.error().tls == TlsFailure::TlsWanted);
}

void TestHttpNginx::showsAClientCertificate_data()
{
    QTest::addColumn<PrivateAuthority::Issued>("shown");
    QTest::addColumn<std::optional<TlsFailure>>("failure");

    QTest::newRow("none") << PrivateAuthority::Issued{} << std::optional(TlsFailure::ClientCertificateWanted);
    QTest::newRow("one with an RSA key") << m_rsaReader << std::optional<TlsFailure>();
    QTest::newRow("one with an EC key") << m_ecReader << std::optional<TlsFailure>();
    QTest::newRow("one of another CA")
        << m_strangeReader << std::optional(TlsFailure::ClientCertificateRefused);
}

void TestHttpNginx::showsAClientCertificate()
{
    QFETCH(PrivateAuthority::Issued, shown);
    QFETCH(std::optional<TlsFailure>, failure);
    HttpConfig config = configFor({});
    config.baseUrl = m_nginx->url({}, 4, u"https"_s);
    config.tls.caFile = m_authority->certificateFile();
    config.tls.certFile = shown.certificateFile;
    config.tls.key = {SecretRef::Kind::File, shown.keyFile};
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QVERIFY2(outcome.has_value() != failure.has_value(), outcome ? "" : qPrintable(outcome.error().detail));
    if (failure) {
        QCOMPARE(outcome.error().kind, Kind::TlsFailed);
        QVERIFY2(outcome.error().tls == *failure, qPrintable(outcome.error().detail));
    } else {
        QCOMPARE(outcome->status, 200);
    }
}

void TestHttpNginx::sendsACompressedAnswerWhereAsked()
{
    HttpConfig config = configFor(u"/zip"_s);
    HttpClient plain(config, m_secrets, m_clock);
    config.compression = Compression::Compressed;
    HttpClient compressed(config, m_secrets, m_clock);

    const auto asIs = outcomeOf(plain.get("api/v1/status/flags"));
    const auto decoded = outcomeOf(compressed.get("api/v1/status/flags"));

    QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error().detail));
    // The proxy names the length of what it passes on as it is, and cannot name that of what it compresses.
    QVERIFY(!asIs->header("Content-Length").isEmpty());
    QVERIFY(decoded->header("Content-Length").isEmpty());
    QCOMPARE(decoded->body, asIs->body);
}

void TestHttpNginx::stopsABombEarly()
{
    constexpr qint64 mebibyte = 1024 * 1024;
    QVERIFY(m_nginx->writeFile(u"bomb.json"_s, {}));
    QFile bomb(m_nginx->filePath(u"bomb.json"_s));
    QVERIFY(bomb.resize(1024 * mebibyte));
    HttpConfig config = configFor(u"/bomb"_s);
    config.compression = Compression::Compressed;
    config.maxBodyBytes = 4 * mebibyte;
    HttpClient client(config, m_secrets, m_clock);
    const qint64 before = peakMemory();

    const auto outcome = outcomeOf(client.get("bomb.json"));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Kind::TooLarge);
    QCOMPARE(outcome.error().limit, 4 * mebibyte);
    const qint64 grown = peakMemory() - before;
    QVERIFY2(grown < 64 * mebibyte, qPrintable(QString::number(grown)));
}

void TestHttpNginx::asksThroughAProxy_data()
{
    QTest::addColumn<QString>("proxyScheme");
    QTest::addColumn<QString>("scheme");

    QTest::newRow("https by CONNECT") << u"http"_s << u"https"_s;
    QTest::newRow("https by SOCKS 5") << u"socks5"_s << u"https"_s;
    QTest::newRow("http by SOCKS 5") << u"socks5"_s << u"http"_s;
}

void TestHttpNginx::asksThroughAProxy()
{
    QFETCH(QString, proxyScheme);
    QFETCH(QString, scheme);
    const bool isSecure = scheme == "https"_L1;
    const QUrl server = m_nginx->url({}, isSecure ? 2 : 0);
    TunnelProxy proxy(static_cast<quint16>(server.port()));
    HttpConfig config = configFor({});
    config.baseUrl = QUrl(QString(scheme % (isSecure ? u"://prom.test"_s : u"://prom.test/prom"_s)));
    config.tls.caFile = m_authority->certificateFile();
    config.proxy.mode = ProxyConfig::Mode::Url;
    config.proxy.url = QUrl(u"%1://127.0.0.1:%2"_s.arg(proxyScheme).arg(proxy.serverPort()));
    config.proxy.connectHeaders = {{"X-Team", "a"}};
    if (proxyScheme == "http"_L1) {
        config.proxy.username = u"me"_s;
        QVERIFY(m_nginx->writeFile(u"proxy-password"_s, "secret"));
        config.proxy.password = {SecretRef::Kind::File, m_nginx->filePath(u"proxy-password"_s)};
    }
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("api/v1/query", {{"query", "1"}}));

    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->status, 200);
    QCOMPARE(proxy.asked(), QStringList{isSecure ? u"prom.test:443"_s : u"prom.test:80"_s});
    if (proxyScheme == "http"_L1) {
        QVERIFY(proxy.heads().constFirst().contains("X-Team: a\r\n"));
        QCOMPARE(proxy.heads().constFirst().count("Proxy-Authorization: Basic bWU6c2VjcmV0\r\n"), 1);
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHttpNginx)

#include "tst_httpnginx.moc"
