// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpconfig.h"

#include <QJsonDocument>
#include <QTest>

Q_DECLARE_METATYPE(sockeye::UrlProblem)

namespace sockeye {

using namespace Qt::StringLiterals;

class TestHttpConfig final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAServerUrl_data();
    void readsAServerUrl();
    void refusesAServerUrl_data();
    void refusesAServerUrl();
    void judgesHeaders_data();
    void judgesHeaders();
    void survivesAJsonRoundTrip_data();
    void survivesAJsonRoundTrip();
    void writesEachOptionAndReadsItBack();
    void readsWhatTheFirstVersionWrote();
    void readsTheModeOfTheProxy_data();
    void readsTheModeOfTheProxy();
    void namesAllThatIsWrongInJson();
    void namesWhatIsWrongInJson_data();
    void namesWhatIsWrongInJson();

private:
    const QStringList m_schemes{u"http"_s, u"https"_s};
};

void TestHttpConfig::readsAServerUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");

    QTest::newRow("plain") << u"http://prom:9090"_s << u"http://prom:9090"_s;
    QTest::newRow("surrounding space") << u"  http://prom:9090\n"_s << u"http://prom:9090"_s;
    QTest::newRow("root slash is dropped") << u"http://prom:9090/"_s << u"http://prom:9090"_s;
    QTest::newRow("slashes after the prefix are dropped") << u"https://h/prom//"_s << u"https://h/prom"_s;
    QTest::newRow("the query is kept") << u"https://h/p/?tenant=a%2Bb"_s << u"https://h/p?tenant=a%2Bb"_s;
    QTest::newRow("scheme in capitals") << u"HTTP://prom"_s << u"http://prom"_s;
    QTest::newRow("IPv6") << u"http://[::1]:9090"_s << u"http://[::1]:9090"_s;
    QTest::newRow("an encoded slash stays encoded") << u"http://h/a%2Fb"_s << u"http://h/a%2Fb"_s;
}

void TestHttpConfig::readsAServerUrl()
{
    QFETCH(QString, text);
    QFETCH(QString, url);

    const auto parsed = parseServerUrl(text, m_schemes);

    QVERIFY(parsed.has_value());
    QCOMPARE(QString::fromLatin1(parsed->toEncoded()), url);
}

void TestHttpConfig::refusesAServerUrl_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<UrlProblem>("problem");

    QTest::newRow("nothing") << QString() << UrlProblem::Empty;
    QTest::newRow("only space") << u"  \t"_s << UrlProblem::Empty;
    QTest::newRow("no scheme") << u"localhost:9090"_s << UrlProblem::WrongScheme;
    QTest::newRow("an address without scheme") << u"10.0.0.1:9090"_s << UrlProblem::WrongScheme;
    QTest::newRow("another scheme") << u"ftp://prom"_s << UrlProblem::WrongScheme;
    QTest::newRow("a web socket") << u"wss://prom"_s << UrlProblem::WrongScheme;
    QTest::newRow("no host") << u"http://"_s << UrlProblem::NoHost;
    QTest::newRow("no host but a path") << u"http:///prom"_s << UrlProblem::NoHost;
    QTest::newRow("a port out of range") << u"http://prom:99999"_s << UrlProblem::Malformed;
    QTest::newRow("port 0") << u"http://prom:0"_s << UrlProblem::Malformed;
    QTest::newRow("a space in the host") << u"http://pro m"_s << UrlProblem::Malformed;
    QTest::newRow("credentials") << u"http://me:secret@prom"_s << UrlProblem::UserInfo;
    QTest::newRow("a user") << u"http://me@prom"_s << UrlProblem::UserInfo;
    QTest::newRow("a fragment") << u"http://prom/#top"_s << UrlProblem::Fragment;
}

void TestHttpConfig::refusesAServerUrl()
{
    QFETCH(QString, text);
    QFETCH(UrlProblem, problem);

    const auto parsed = parseServerUrl(text, m_schemes);

    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error(), problem);
}

void TestHttpConfig::judgesHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("acceptable");

    QTest::newRow("a tenant") << QByteArray("X-Scope-OrgID") << QByteArray("a|b") << true;
    QTest::newRow("an empty value") << QByteArray("X-A") << QByteArray() << true;
    QTest::newRow("UTF-8") << QByteArray("X-A") << QByteArray("\xc3\xa4") << true;
    QTest::newRow("no name") << QByteArray() << QByteArray("a") << false;
    QTest::newRow("a space in the name") << QByteArray("X A") << QByteArray("a") << false;
    QTest::newRow("a smuggled header") << QByteArray("X-A") << QByteArray("a\r\nX-B: b") << false;
    QTest::newRow("credentials") << QByteArray("AUTHORIZATION") << QByteArray("Bearer x") << false;
    QTest::newRow("a cookie") << QByteArray("Cookie") << QByteArray("session=1") << false;
    QTest::newRow("framing") << QByteArray("Content-Length") << QByteArray("1") << false;
    QTest::newRow("compression") << QByteArray("accept-encoding") << QByteArray("gzip") << false;
}

void TestHttpConfig::judgesHeaders()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, acceptable);

    QCOMPARE(isAcceptableHeader({name, value}), acceptable);
}

void TestHttpConfig::survivesAJsonRoundTrip_data()
{
    QTest::addColumn<HttpAuth>("auth");

    QTest::newRow("no credentials") << HttpAuth{};
    QTest::newRow("a password of a file")
        << HttpAuth{BasicAuth{u"me"_s, {SecretRef::Kind::File, u"/run/secrets/prom"_s}}};
    QTest::newRow("a password of the session")
        << HttpAuth{BasicAuth{u"me"_s, {SecretRef::Kind::Session, u"endpoint-1"_s}}};
    QTest::newRow("a user without password") << HttpAuth{BasicAuth{u"me"_s, {}}};
    QTest::newRow("a token of a file") << HttpAuth{Authorization{{SecretRef::Kind::File, u"/run/t"_s}}};
    QTest::newRow("a token of the session") << HttpAuth{Authorization{{SecretRef::Kind::Session, u"k"_s}}};
    QTest::newRow("a token of the keychain") << HttpAuth{Authorization{{SecretRef::Kind::Keychain, u"k"_s}}};
    QTest::newRow("a key of another scheme")
        << HttpAuth{Authorization{{SecretRef::Kind::File, u"/run/t"_s}, "Api-Key"}};
    QTest::newRow("a user of a file")
        << HttpAuth{BasicAuth{{}, {SecretRef::Kind::File, u"/run/p"_s}, u"/run/u"_s}};
    QTest::newRow("a command") << HttpAuth{TokenCommand{
        {u"gcloud"_s, u"auth"_s, u"print-access-token"_s}, std::chrono::milliseconds{2'000}, {u"HOME"_s}}};
    OAuth2 oauth2{u"sockeye"_s, {SecretRef::Kind::File, u"/run/c"_s}, QUrl(u"https://sso/token?x=1"_s)};
    QTest::newRow("a grant") << HttpAuth{oauth2};
    oauth2.scopes = QStringList{u"metrics"_s, u"read"_s};
    oauth2.endpointParams = {{u"audience"_s, u"prom"_s}};
    oauth2.tls.caFile = u"/etc/sso.pem"_s;
    oauth2.proxy.mode = ProxyConfig::Mode::None;
    QTest::newRow("a grant with all its options") << HttpAuth{oauth2};
}

void TestHttpConfig::survivesAJsonRoundTrip()
{
    QFETCH(HttpAuth, auth);
    HttpConfig config;
    config.baseUrl = QUrl(u"https://h:8443/prom?tenant=a%2Bb"_s);
    config.auth = auth;
    config.headers = {{"X-Scope-OrgID", "a|b"}};
    config.tls = {.caFile = u"/etc/ca.pem"_s, .insecureSkipVerify = true};
    config.timeout = std::chrono::milliseconds{2'500};
    config.maxBodyBytes = 123'456;

    const QByteArray bytes = QJsonDocument(toJson(config)).toJson();
    JsonReader reader(*JsonReader::parse(bytes));
    const HttpConfig read = readHttpConfig(reader);

    QVERIFY2(!reader.hasError(), qPrintable(reader.error().path));
    QVERIFY(read == config);
}

void TestHttpConfig::writesEachOptionAndReadsItBack()
{
    using Kind = SecretRef::Kind;
    HttpConfig config;
    config.baseUrl = QUrl(u"https://h"_s);
    config.headers = {{"X-A", "1"}, {"X-A", "2"}, {"X-B", ""}};
    config.secretHeaders = {{"Cookie", {Kind::Session, u"c"_s}}, {"X-Key", {Kind::File, u"/k"_s}},
        {"X-Key", {Kind::Keychain, u"k"_s}}};
    config.tenant = u"a|b"_s;
    config.tls = {.caFile = {},
        .insecureSkipVerify = true,
        .ca = "-----BEGIN CERTIFICATE-----\n",
        .certFile = u"/c.pem"_s,
        .cert = {},
        .key = {Kind::File, u"/k.pem"_s},
        .serverName = u"prom.internal"_s,
        .minVersion = TlsVersion::Tls12,
        .maxVersion = TlsVersion::Tls13};
    config.proxy = {.mode = ProxyConfig::Mode::Url,
        .url = QUrl(u"socks5://proxy:1080"_s),
        .noProxy = u".internal,10.0.0.0/8"_s,
        .username = u"me"_s,
        .password = {Kind::Keychain, u"proxy"_s},
        .connectHeaders = {{"X-Via", "sockeye"}},
        .secretConnectHeaders = {{"Proxy-Authorization", {Kind::File, u"/p"_s}}}};
    config.followRedirects = false;
    config.enableHttp2 = true;
    config.compression = Compression::Compressed;

    JsonReader reader(*JsonReader::parse(QJsonDocument(toJson(config)).toJson()));
    const HttpConfig read = readHttpConfig(reader);

    QVERIFY2(!reader.hasError(), qPrintable(reader.error().path));
    QVERIFY(read == config);
}

void TestHttpConfig::readsWhatTheFirstVersionWrote()
{
    JsonReader reader(*JsonReader::parse(R"({"url":"https://h/prom",
        "authorization":{"type":"Bearer","credentials_session":"e1"},
        "http_headers":{"X-Scope-OrgID":"a"},
        "tls_config":{"ca_file":"","insecure_skip_verify":true},
        "timeout_ms":10000,"max_body_bytes":67108864})"));

    const HttpConfig config = readHttpConfig(reader);

    QVERIFY2(!reader.hasError(), qPrintable(reader.error().path));
    HttpConfig expected;
    expected.baseUrl = QUrl(u"https://h/prom"_s);
    expected.auth = Authorization{{SecretRef::Kind::Session, u"e1"_s}};
    expected.headers = {{"X-Scope-OrgID", "a"}};
    expected.tls.insecureSkipVerify = true;
    QVERIFY(config == expected);
}

void TestHttpConfig::readsTheModeOfTheProxy_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("mode");

    const auto row = [](const char *name, const char *json, ProxyConfig::Mode mode) {
        QTest::newRow(name) << QByteArray(json) << static_cast<int>(mode);
    };
    row("nothing said", R"({"url":"http://h"})", ProxyConfig::Mode::Environment);
    row("the environment", R"({"url":"http://h","proxy_from_environment":true})",
        ProxyConfig::Mode::Environment);
    row("none", R"({"url":"http://h","proxy_from_environment":false})", ProxyConfig::Mode::None);
    row("a URL", R"({"url":"http://h","proxy_url":"http://p:3128"})", ProxyConfig::Mode::Url);
    row("a script", R"({"url":"http://h","pac_url":"file:///etc/proxy.pac"})", ProxyConfig::Mode::Pac);
}

void TestHttpConfig::readsTheModeOfTheProxy()
{
    QFETCH(QByteArray, json);
    QFETCH(int, mode);
    JsonReader reader(*JsonReader::parse(json));

    const HttpConfig config = readHttpConfig(reader);

    QVERIFY2(!reader.hasError(), qPrintable(reader.error().path));
    QCOMPARE(static_cast<int>(config.proxy.mode), mode);
}

void TestHttpConfig::namesAllThatIsWrongInJson()
{
    JsonReader reader(*JsonReader::parse(R"({"url":"http://h","basic_auth":{"user":"me"},
        "tls_config":{"min_version":"SSL3"},"timeout_ms":"soon"})"));

    [[maybe_unused]] const HttpConfig config = readHttpConfig(reader);

    QStringList paths;
    for (const JsonError &error : reader.errors())
        paths.append(error.path);
    QCOMPARE(paths,
        (QStringList{
            u"basic_auth.user"_s, u"basic_auth.username"_s, u"tls_config.min_version"_s, u"timeout_ms"_s}));
    QVERIFY(reader.errors().front().expected.contains("username"_L1));
}

void TestHttpConfig::namesWhatIsWrongInJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");

    QTest::newRow("no URL") << QByteArray("{}") << u"url"_s;
    QTest::newRow("a URL with credentials") << QByteArray(R"({"url":"http://a:b@h"})") << u"url"_s;
    QTest::newRow("two kinds of credentials") << QByteArray(
        R"({"url":"http://h","basic_auth":{"username":"u"},"authorization":{"credentials_file":"f"}})")
                                              << u"authorization"_s;
    QTest::newRow("a secret in the file")
        << QByteArray(R"({"url":"http://h","basic_auth":{"username":"u","password":"p"}})")
        << u"basic_auth.password"_s;
    QTest::newRow("Basic as an authorization")
        << QByteArray(R"({"url":"http://h","authorization":{"type":"basic"}})") << u"authorization.type"_s;
    QTest::newRow("a scheme of two words")
        << QByteArray(R"({"url":"http://h","authorization":{"type":"a b"}})") << u"authorization.type"_s;
    QTest::newRow("a grant without endpoint")
        << QByteArray(R"({"url":"http://h","oauth2":{"client_id":"a"}})") << u"oauth2.token_url"_s;
    QTest::newRow("a grant with its secret") << QByteArray(
        R"({"url":"http://h","oauth2":{"client_id":"a","client_secret":"b","token_url":"http://t"}})")
                                             << u"oauth2.client_secret"_s;
    QTest::newRow("a grant and a command") << QByteArray(
        R"({"url":"http://h","oauth2":{"client_id":"a","token_url":"http://t"},"exec":{"command":["t"]}})")
                                           << u"exec"_s;
    QTest::newRow("a command in one string")
        << QByteArray(R"({"url":"http://h","exec":{"command":"get token"}})") << u"exec.command"_s;
    QTest::newRow("no command") << QByteArray(R"({"url":"http://h","exec":{"command":[]}})")
                                << u"exec.command"_s;
    QTest::newRow("an unknown option of TLS")
        << QByteArray(R"({"url":"http://h","tls_config":{"cafile":"x"}})") << u"tls_config.cafile"_s;
    QTest::newRow("a certificate without key")
        << QByteArray(R"({"url":"http://h","tls_config":{"cert_file":"x"}})") << u"tls_config.key_file"_s;
    QTest::newRow("a key without certificate")
        << QByteArray(R"({"url":"http://h","tls_config":{"key_file":"x"}})") << u"tls_config.cert_file"_s;
    QTest::newRow("a key in the file")
        << QByteArray(R"({"url":"http://h","tls_config":{"cert":"x","key":"y","key_file":"z"}})")
        << u"tls_config.key"_s;
    QTest::newRow("two authorities") << QByteArray(
        R"({"url":"http://h","tls_config":{"ca":"x","ca_file":"y"}})")
                                     << u"tls_config.ca_file"_s;
    QTest::newRow("versions the wrong way round")
        << QByteArray(R"({"url":"http://h","tls_config":{"min_version":"TLS13","max_version":"TLS12"}})")
        << u"tls_config.max_version"_s;
    QTest::newRow("two proxies") << QByteArray(
        R"({"url":"http://h","proxy_url":"http://p","proxy_from_environment":true})")
                                 << u"proxy_url"_s;
    QTest::newRow("a proxy of another kind")
        << QByteArray(R"({"url":"http://h","proxy_url":"ftp://p"})") << u"proxy_url"_s;
    QTest::newRow("a proxy with credentials")
        << QByteArray(R"({"url":"http://h","proxy_url":"http://a:b@p"})") << u"proxy_url"_s;
    QTest::newRow("exceptions from no proxy")
        << QByteArray(R"({"url":"http://h","no_proxy":"x"})") << u"no_proxy"_s;
    QTest::newRow("a password of nobody")
        << QByteArray(R"({"url":"http://h","proxy_url":"http://p","proxy_password_file":"x"})")
        << u"proxy_username"_s;
    QTest::newRow("headers for a proxy that is not there") << QByteArray(
        R"({"url":"http://h","proxy_from_environment":false,"proxy_connect_header":{"X-A":"b"}})")
                                                           << u"proxy_connect_header"_s;
    QTest::newRow("a tenant with a space")
        << QByteArray(R"({"url":"http://h","tenant":"a b"})") << u"tenant"_s;
    QTest::newRow("an empty tenant among two")
        << QByteArray(R"({"url":"http://h","tenant":"a||b"})") << u"tenant"_s;
    QTest::newRow("two tenants") << QByteArray(
        R"({"url":"http://h","tenant":"a","http_headers":{"x-scope-orgid":"b"}})")
                                 << u"tenant"_s;
    QTest::newRow("an unknown compression")
        << QByteArray(R"({"url":"http://h","compression":"zip"})") << u"compression"_s;
    QTest::newRow("a secret header of the client's own")
        << QByteArray(R"({"url":"http://h","http_headers":{"Authorization":{"files":["x"]}}})")
        << u"http_headers.Authorization.files"_s;
    QTest::newRow("a secret in a header")
        << QByteArray(R"({"url":"http://h","http_headers":{"X-A":{"secrets":["x"]}}})")
        << u"http_headers.X-A.secrets"_s;
    QTest::newRow("two sources of one secret") << QByteArray(
        R"({"url":"http://h","authorization":{"credentials_file":"f","credentials_session":"s"}})")
                                               << u"authorization.credentials_session"_s;
    QTest::newRow("a header with credentials")
        << QByteArray(R"({"url":"http://h","http_headers":{"Cookie":"a=b"}})") << u"http_headers.Cookie"_s;
    QTest::newRow("no time") << QByteArray(R"({"url":"http://h","timeout_ms":0})") << u"timeout_ms"_s;
    QTest::newRow("a limit of nothing")
        << QByteArray(R"({"url":"http://h","max_body_bytes":-1})") << u"max_body_bytes"_s;
}

void TestHttpConfig::namesWhatIsWrongInJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, path);
    JsonReader reader(*JsonReader::parse(json));

    const HttpConfig config = readHttpConfig(reader);

    QVERIFY(reader.hasError());
    QCOMPARE(reader.error().path, path);
    QVERIFY(config.timeout.count() > 0 && config.maxBodyBytes > 0);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHttpConfig)

#include "tst_httpconfig.moc"
