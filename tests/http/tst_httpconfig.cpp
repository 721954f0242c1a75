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
    QTest::newRow("a token of a file") << HttpAuth{BearerAuth{{SecretRef::Kind::File, u"/run/t"_s}}};
    QTest::newRow("a token of the session") << HttpAuth{BearerAuth{{SecretRef::Kind::Session, u"k"_s}}};
}

void TestHttpConfig::survivesAJsonRoundTrip()
{
    QFETCH(HttpAuth, auth);
    HttpConfig config;
    config.baseUrl = QUrl(u"https://h:8443/prom?tenant=a%2Bb"_s);
    config.auth = auth;
    config.headers = {{"X-Scope-OrgID", "a|b"}};
    config.tls = {u"/etc/ca.pem"_s, true};
    config.timeout = std::chrono::milliseconds{2'500};
    config.maxBodyBytes = 123'456;

    const QByteArray bytes = QJsonDocument(toJson(config)).toJson();
    JsonReader reader(*JsonReader::parse(bytes));
    const HttpConfig read = readHttpConfig(reader);

    QVERIFY2(!reader.hasError(), qPrintable(reader.error().path));
    QVERIFY(read == config);
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
    QTest::newRow("another scheme of authorization")
        << QByteArray(R"({"url":"http://h","authorization":{"type":"Digest"}})") << u"authorization.type"_s;
    QTest::newRow("two sources of one secret") << QByteArray(
        R"({"url":"http://h","authorization":{"credentials_file":"f","credentials_session":"s"}})")
                                               << u"authorization.credentials_file"_s;
    QTest::newRow("a header with credentials")
        << QByteArray(R"({"url":"http://h","http_headers":{"Cookie":"a=b"}})") << u"http_headers"_s;
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
