// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/curlcommand.h"

#include <QProcess>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

//! What a program named curl is given when a shell runs \a command with the variables of the placeholders
//! set.
QStringList argumentsInShell(const QString &command)
{
    QProcessEnvironment environment;
    environment.insert(u"USERNAME"_s, u"reader of the file"_s);
    environment.insert(u"PASSWORD"_s, u"pass \"word\" $1"_s);
    environment.insert(u"TOKEN"_s, u"t o*k'en"_s);
    environment.insert(u"X_API_KEY"_s, u"`key`"_s);
    environment.insert(u"HEADER_2FA"_s, u"123"_s);
    environment.insert(u"PROXY_PASSWORD"_s, u"proxy pass"_s);
    environment.insert(u"KEY_FILE"_s, u"/tmp/a key.pem"_s);
    environment.insert(u"CA_FILE"_s, u"/tmp/ca.pem"_s);
    environment.insert(u"CERT_FILE"_s, u"/tmp/cert.pem"_s);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"curl() { printf '%s\\0' \"$@\"; }\n"_s + command});
    if (!shell.waitForFinished(patience) || shell.exitCode() != 0)
        return {QString::fromUtf8(shell.readAllStandardError())};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

HttpConfig configAt(const char *url)
{
    HttpConfig config;
    config.baseUrl = QUrl(QString::fromLatin1(url));
    return config;
}

//! What each command ends or begins with is not repeated in the rows.
QStringList arguments(const HttpConfig &config)
{
    QStringList words = argumentsInShell(curlCommand(config, "api/v1/query", {{"query", "up"}}));
    const QStringList always{u"--silent"_s, u"--show-error"_s, u"--max-time"_s, u"10"_s, u"--get"_s,
        u"--data-urlencode"_s, u"query=up"_s};
    for (const QString &word : always)
        words.removeOne(word);
    return words;
}

const QString plainUrl = u"http://prom.example:9090/api/v1/query"_s;
const QString tlsUrl = u"https://prom.example/api/v1/query"_s;

} // namespace

class TestCurlCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theConfigurationBecomesOptions_data();
    void theConfigurationBecomesOptions();
    void parametersSurviveTheShell_data();
    void parametersSurviveTheShell();
    void longParametersGoIntoABody();
    void noSecretIsRead();
};

namespace {

struct Row {
    const char *name;
    HttpConfig config;
    QStringList words;
};

void addRows(const std::vector<Row> &rows)
{
    for (const Row &row : rows)
        QTest::newRow(row.name) << row.config << row.words;
}

HttpConfig with(const char *url, const std::function<void(HttpConfig &)> &change)
{
    HttpConfig config = configAt(url);
    change(config);
    return config;
}

std::vector<Row> signInRows()
{
    const SecretRef session{SecretRef::Kind::Session, u"key"_s};
    const auto signedIn = [](HttpAuth auth) {
        return with(
            "http://prom.example:9090", [&auth](HttpConfig &config) { config.auth = std::move(auth); });
    };
    return {
        {"no sign-in", configAt("http://prom.example:9090"), {plainUrl}},
        {"basic", signedIn(BasicAuth{u"o'brien $HOME"_s, session, {}}),
            {u"--user"_s, u"o'brien $HOME:pass \"word\" $1"_s, plainUrl}},
        {"basic without a password", signedIn(BasicAuth{u"reader"_s, {}, {}}),
            {u"--user"_s, u"reader:"_s, plainUrl}},
        {"basic with a file for the user", signedIn(BasicAuth{{}, session, u"/run/user"_s}),
            {u"--user"_s, u"reader of the file:pass \"word\" $1"_s, plainUrl}},
        {"bearer", signedIn(Authorization{session}),
            {u"--header"_s, u"Authorization: Bearer t o*k'en"_s, plainUrl}},
        {"another scheme", signedIn(Authorization{session, "Token"}),
            {u"--header"_s, u"Authorization: Token t o*k'en"_s, plainUrl}},
        {"OAuth 2", signedIn(OAuth2{u"client"_s, session}),
            {u"--header"_s, u"Authorization: Bearer t o*k'en"_s, plainUrl}},
        {"a command", signedIn(TokenCommand{{u"get-token"_s}}),
            {u"--header"_s, u"Authorization: Bearer t o*k'en"_s, plainUrl}},
    };
}

std::vector<Row> headerRows()
{
    const SecretRef session{SecretRef::Kind::Session, u"key"_s};
    return {
        {"headers and a tenant",
            with("http://prom.example:9090",
                [](HttpConfig &c) {
                    c.headers = {{"X-Scope", "a b $c 'd'"}, {"X-Empty", ""}};
                    c.tenant = u"team-a|team-b"_s;
                }),
            {u"--header"_s, u"X-Scope: a b $c 'd'"_s, u"--header"_s, u"X-Empty;"_s, u"--header"_s,
                u"X-Scope-OrgID: team-a|team-b"_s, plainUrl}},
        {"secret headers",
            with("http://prom.example:9090",
                [&session](HttpConfig &c) {
                    c.secretHeaders = {{"X-Api-Key", session}, {"2fa", session}};
                }),
            {u"--header"_s, u"X-Api-Key: `key`"_s, u"--header"_s, u"2fa: 123"_s, plainUrl}},
        {"a prefix, and brackets", configAt("http://[fd00::1]:9090/prom%20etheus/"),
            {u"--globoff"_s, u"http://[fd00::1]:9090/prom%20etheus/api/v1/query"_s}},
        {"a password in the address", configAt("http://user:hunter2@prom.example:9090"), {plainUrl}},
    };
}

std::vector<Row> tlsRows()
{
    return {
        {"certificates",
            with("https://prom.example",
                [](HttpConfig &c) {
                    c.tls.caFile = u"/etc/my ca.pem"_s;
                    c.tls.certFile = u"/etc/me.pem"_s;
                    c.tls.key = {SecretRef::Kind::File, u"/etc/me.key"_s};
                }),
            {u"--cacert"_s, u"/etc/my ca.pem"_s, u"--cert"_s, u"/etc/me.pem"_s, u"--key"_s, u"/etc/me.key"_s,
                tlsUrl}},
        {"certificates that are in no file",
            with("https://prom.example",
                [](HttpConfig &c) {
                    c.tls.ca = "-----BEGIN CERTIFICATE-----";
                    c.tls.cert = "-----BEGIN CERTIFICATE-----";
                    c.tls.key = {SecretRef::Kind::Session, u"key"_s};
                }),
            {u"--cacert"_s, u"/tmp/ca.pem"_s, u"--cert"_s, u"/tmp/cert.pem"_s, u"--key"_s,
                u"/tmp/a key.pem"_s, tlsUrl}},
        {"nothing is verified, in versions",
            with("https://prom.example",
                [](HttpConfig &c) {
                    c.tls.insecureSkipVerify = true;
                    c.tls.minVersion = TlsVersion::Tls12;
                    c.tls.maxVersion = TlsVersion::Tls13;
                }),
            {u"--insecure"_s, u"--tlsv1.2"_s, u"--tls-max"_s, u"1.3"_s, tlsUrl}},
        {"another name is verified",
            with("https://10.0.0.7:9443", [](HttpConfig &c) { c.tls.serverName = u"prom.example"_s; }),
            {u"--connect-to"_s, u"prom.example:9443:10.0.0.7:9443"_s, u"--header"_s, u"Host: 10.0.0.7:9443"_s,
                u"https://prom.example:9443/api/v1/query"_s}},
        {"TLS settings of a plain server",
            with("http://prom.example:9090", [](HttpConfig &c) { c.tls.caFile = u"/etc/ca.pem"_s; }),
            {plainUrl}},
    };
}

std::vector<Row> proxyRows()
{
    const auto through = [](const char *url, const char *proxy, const QString &noProxy) {
        return with(url, [&](HttpConfig &config) {
            config.proxy.mode = ProxyConfig::Mode::Url;
            config.proxy.url = QUrl(QString::fromLatin1(proxy));
            config.proxy.noProxy = noProxy;
        });
    };
    HttpConfig signedIn = through("http://prom.example:9090", "http://proxy:3128", {});
    signedIn.proxy.username = u"me"_s;
    signedIn.proxy.connectHeaders = {{"X-Way", "out"}};
    HttpConfig none = configAt("http://prom.example:9090");
    none.proxy.mode = ProxyConfig::Mode::None;
    const QStringList direct{u"--noproxy"_s, u"*"_s};
    return {
        {"a proxy", through("http://prom.example:9090", "http://u:hunter2@proxy:3128", u"other.example"_s),
            {u"--proxy"_s, u"http://proxy:3128"_s, u"--proxy-user"_s, u"u:proxy pass"_s, u"--noproxy"_s,
                u""_s, plainUrl}},
        {"a proxy with sign-in", signedIn,
            {u"--proxy"_s, u"http://proxy:3128"_s, u"--proxy-user"_s, u"me:proxy pass"_s, u"--noproxy"_s,
                u""_s, u"--proxy-header"_s, u"X-Way: out"_s, plainUrl}},
        {"names are looked up by the proxy", through("http://prom.example:9090", "socks5://proxy:1080", {}),
            {u"--proxy"_s, u"socks5h://proxy:1080"_s, u"--noproxy"_s, u""_s, plainUrl}},
        {"the proxy is not for this one",
            through("http://prom.example:9090", "http://proxy:3128", u".example"_s),
            direct + QStringList{plainUrl}},
        {"no proxy", none, direct + QStringList{plainUrl}},
        {"the loopback", configAt("http://127.0.0.1:9090"),
            direct + QStringList{u"http://127.0.0.1:9090/api/v1/query"_s}},
    };
}

} // namespace

void TestCurlCommand::theConfigurationBecomesOptions_data()
{
    QTest::addColumn<HttpConfig>("config");
    QTest::addColumn<QStringList>("words");
    addRows(signInRows());
    addRows(headerRows());
    addRows(tlsRows());
    addRows(proxyRows());
}

void TestCurlCommand::theConfigurationBecomesOptions()
{
    QFETCH(HttpConfig, config);
    QFETCH(QStringList, words);
    QCOMPARE(arguments(config), words);
}

void TestCurlCommand::parametersSurviveTheShell_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("double quotes") << u"up{job=\"api\"}"_s;
    QTest::newRow("single quotes") << u"up{job='a''b'}"_s;
    QTest::newRow("a plus and spaces") << u"sum(a) + sum(b)"_s;
    QTest::newRow("dollars and backticks") << u"label_replace(up, \"a\", \"$1\", `b`, \"(.*)\")"_s;
    QTest::newRow("backslashes") << uR"(up{job=~"a\\.b\"c"})"_s;
    QTest::newRow("lines") << u"up\n# a comment\n"_s;
    QTest::newRow("what a shell expands") << u"a*b?c[d]{e,f} ~ ! & | ; < > (g)"_s;
    QTest::newRow("what curl reads from a file") << u"@/etc/passwd"_s;
    QTest::newRow("names in UTF-8") << u"{\"温度\"}"_s;
}

void TestCurlCommand::parametersSurviveTheShell()
{
    QFETCH(QString, expression);
    const QString command =
        curlCommand(configAt("http://prom.example:9090"), "api/v1/query", {{"query", expression.toUtf8()}});
    QVERIFY(argumentsInShell(command).contains(u"query="_s + expression));
}

void TestCurlCommand::longParametersGoIntoABody()
{
    const HttpConfig config = configAt("http://prom.example:9090");
    QVERIFY(curlCommand(config, "api/v1/query", {{"query", QByteArray(3'000, 'a')}}).contains("--get"_L1));
    QVERIFY(!curlCommand(config, "api/v1/query", {{"query", QByteArray(3'000, '+')}}).contains("--get"_L1));
}

void TestCurlCommand::noSecretIsRead()
{
    HttpConfig config = configAt("https://user:hunter2@prom.example");
    config.auth = BasicAuth{u"reader"_s, {SecretRef::Kind::File, u"/run/secrets/password"_s}, {}};
    config.secretHeaders = {{"X-Api-Key", {SecretRef::Kind::Session, u"the key of the key"_s}}};
    const QString command = curlCommand(config, "api/v1/query", {});
    QVERIFY(!command.contains("hunter2"_L1));
    QVERIFY(!command.contains("/run/secrets"_L1));
    QVERIFY(!command.contains("the key"_L1));
    QVERIFY(command.contains("\"$PASSWORD\""_L1));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestCurlCommand)
#include "tst_curlcommand.moc"
