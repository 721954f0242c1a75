// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"

#include "tests/support/privateauthority.h"
#include "tests/support/realnginx.h"
#include "tests/support/realprometheus.h"
#include "tests/support/realvictoriametrics.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::PrivateAuthority;
using test::RealNginx;
using test::RealPrometheus;
using test::RealVictoriaMetrics;

namespace {

constexpr int patience = 120'000; // ms, for servers on a busy machine

// A real Prometheus with a path prefix of its own stands behind all of them.
constexpr auto servers = R"(
    proxy_http_version 1.1;
    server {
        listen 127.0.0.1:${PORT0};
        location /ok/ { proxy_pass ${PROMETHEUS}/; }
        location /basic/ {
            auth_basic "metrics";
            auth_basic_user_file ${FOLDER}/users;
            proxy_pass ${PROMETHEUS}/;
        }
        location /token/ {
            if ($http_authorization != "Bearer right-token") { return 401 "unauthorized"; }
            proxy_pass ${PROMETHEUS}/;
        }
        location = /oauth/token {
            if ($http_authorization != "Basic Y29uc29sZTpyaWdodC1zZWNyZXQ=") {
                return 401 '{"error":"invalid_client","error_description":"unknown client"}';
            }
            return 200 '{"access_token":"right-token","token_type":"Bearer","expires_in":3600}';
        }
        # As Cortex and Mimir answer.
        location /tenants/ {
            default_type text/plain;
            if ($http_x_scope_orgid = "") { return 401 "no org id"; }
            proxy_pass ${PROMETHEUS}/;
        }
        location /sso/ { return 302 /login; }
        location = /login { default_type text/html; return 200 "<html><form>Sign in</form></html>"; }
        location /moved/ { return 308 http://127.0.0.1:${PORT4}/prom/; }
    }
    server {
        listen 127.0.0.1:${PORT1} ssl;
        ssl_certificate ${PKI}/prom.test.pem;
        ssl_certificate_key ${PKI}/prom.test.key;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
    server {
        listen 127.0.0.1:${PORT2} ssl;
        ssl_certificate ${PKI}/prom.test.pem;
        ssl_certificate_key ${PKI}/prom.test.key;
        ssl_client_certificate ${PKI}/ca.pem;
        ssl_verify_client on;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
    server {
        listen 127.0.0.1:${PORT3} ssl;
        ssl_certificate ${PKI}/elsewhere.test.pem;
        ssl_certificate_key ${PKI}/elsewhere.test.key;
        location / { proxy_pass ${PROMETHEUS}/; }
    }
    # A server like any other, and a forward proxy, too.
    server {
        listen 127.0.0.1:${PORT4};
        location /prom/ { proxy_pass ${PROMETHEUS}/; }
    }
)";

//! What to enter where: the object names of editors and what is typed or chosen there.
using Entries = QList<std::pair<QString, QString>>;

} // namespace

//! Mistakes that people make with real servers: each is named, the remedy leads to its field, and what is
//! entered there makes the test succeed.
class TestMistakes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isNamedAndRemedied_data();
    void isNamedAndRemedied();

private:
    void startServers();
    void issueCertificates();
    void writeFiles();
    void addAddresses();
    void addSignIns();
    void addHandshakes();
    void addClientCertificates();
    void addWays();
    void open();
    void enter(const Entries &entries);
    void test();
    [[nodiscard]] QString filled(QString text) const;
    template <typename W>
    [[nodiscard]] W *find(const QString &name) const
    {
        return m_dialog->findChild<QWidget *>(u"endpointsPage"_s)->findChild<W *>(name);
    }
    [[nodiscard]] QString card() const { return find<QFrame>(u"resultCard"_s)->accessibleDescription(); }

    SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<SessionSecrets> m_secrets;
    std::unique_ptr<PrivateAuthority> m_authority;
    std::unique_ptr<PrivateAuthority> m_stranger;
    std::unique_ptr<RealPrometheus> m_prometheus;
    std::unique_ptr<RealVictoriaMetrics> m_victoriaMetrics;
    std::unique_ptr<RealNginx> m_nginx;
    std::unique_ptr<SettingsDialog> m_dialog;
    QHash<QString, QString> m_places;
};

void TestMistakes::initTestCase()
{
    const bool complete = RealPrometheus::isInstalled() && !RealNginx::findProgram().isEmpty()
        && !RealVictoriaMetrics::findProgram().isEmpty();
    if (!complete) {
        QVERIFY2(!RealPrometheus::isRequired(), "prometheus, nginx and victoria-metrics are required");
        QSKIP("not all of prometheus, nginx and victoria-metrics are here; tests/run fetches them");
    }
    issueCertificates();
    if (!QTest::currentTestFailed())
        startServers();
    if (!QTest::currentTestFailed())
        writeFiles();
}

void TestMistakes::cleanupTestCase()
{
    m_dialog.reset();
    m_nginx.reset();
    m_victoriaMetrics.reset();
    m_prometheus.reset();
}

void TestMistakes::issueCertificates()
{
    auto authority = PrivateAuthority::create();
    QVERIFY2(authority, authority ? "" : qPrintable(authority.error()));
    m_authority = std::move(*authority);
    auto stranger = PrivateAuthority::create();
    QVERIFY2(stranger, stranger ? "" : qPrintable(stranger.error()));
    m_stranger = std::move(*stranger);
    using Type = PrivateAuthority::KeyType;
    const auto here = m_authority->issue(u"prom.test"_s, Type::Ec, u"DNS:prom.test,IP:127.0.0.1"_s);
    const auto elsewhere = m_authority->issue(u"elsewhere.test"_s, Type::Ec, u"DNS:elsewhere.test"_s);
    const auto reader = m_authority->issue(u"reader"_s, Type::Ec);
    const auto strange = m_stranger->issue(u"stranger"_s, Type::Ec);
    for (const auto &issued : {here, elsewhere, reader, strange})
        QVERIFY2(issued, issued ? "" : qPrintable(issued.error()));
    m_places.insert(u"${CA}"_s, m_authority->certificateFile());
    m_places.insert(u"${WRONG_CA}"_s, m_stranger->certificateFile());
    m_places.insert(u"${CERT}"_s, reader->certificateFile);
    m_places.insert(u"${KEY}"_s, reader->keyFile);
    m_places.insert(u"${WRONG_CERT}"_s, strange->certificateFile);
    m_places.insert(u"${WRONG_KEY}"_s, strange->keyFile);
}

void TestMistakes::startServers()
{
    RealPrometheus::Options behind;
    behind.routePrefix = u"/prom"_s;
    auto prometheus = RealPrometheus::start(behind);
    QVERIFY2(prometheus, prometheus ? "" : qPrintable(prometheus.error()));
    m_prometheus = std::move(*prometheus);
    auto victoriaMetrics = RealVictoriaMetrics::start({});
    QVERIFY2(victoriaMetrics, victoriaMetrics ? "" : qPrintable(victoriaMetrics.error()));
    m_victoriaMetrics = std::move(*victoriaMetrics);
    RealNginx::Options options{.http = servers, .ports = 5};
    options.http.replace("${PROMETHEUS}", m_prometheus->url().toEncoded());
    options.http.replace("${PKI}", QFileInfo(m_authority->certificateFile()).path().toUtf8());
    auto nginx = RealNginx::start(options);
    QVERIFY2(nginx, nginx ? "" : qPrintable(nginx.error()));
    m_nginx = std::move(*nginx);

    QTcpServer closed;
    QVERIFY(closed.listen(QHostAddress::LocalHost));
    m_places.insert(u"${NOBODY}"_s, u"127.0.0.1:%1"_s.arg(closed.serverPort()));
    m_places.insert(u"${SERVER}"_s, m_prometheus->url().authority());
    m_places.insert(u"${VICTORIA}"_s, m_victoriaMetrics->url().authority());
    const auto authority = [this](std::size_t index) { return m_nginx->url({}, index).authority(); };
    m_places.insert(u"${PLAIN}"_s, authority(0));
    m_places.insert(u"${TLS}"_s, authority(1));
    m_places.insert(u"${MUTUAL}"_s, authority(2));
    m_places.insert(u"${ELSEWHERE}"_s, authority(3));
    m_places.insert(u"${PROXY}"_s, authority(4));
}

void TestMistakes::writeFiles()
{
    const std::array files{std::pair{u"users"_s, QByteArray("reader:{PLAIN}right-password\n")},
        std::pair{u"password"_s, QByteArray("right-password\n")}, std::pair{u"empty"_s, QByteArray()},
        std::pair{u"token"_s, QByteArray("right-token\n")}};
    for (const auto &[name, content] : files) {
        const auto written = m_nginx->writeFile(name, content);
        QVERIFY2(written, written ? "" : qPrintable(written.error()));
    }
    m_places.insert(u"${FILES}"_s, m_nginx->filePath({}));
}

QString TestMistakes::filled(QString text) const
{
    for (auto it = m_places.cbegin(); it != m_places.cend(); ++it)
        text.replace(it.key(), it.value());
    return text;
}

void TestMistakes::isNamedAndRemedied_data()
{
    QTest::addColumn<Entries>("mistake");
    QTest::addColumn<QString>("words"); // that name it
    QTest::addColumn<QString>("field"); // which has the focus after the link of the card was followed
    QTest::addColumn<Entries>("remedy");
    addAddresses();
    addSignIns();
    addHandshakes();
    addClientCertificates();
    addWays();
}

void TestMistakes::addAddresses()
{
    const auto row = [](const char *name, const QString &wrong, const QString &words, const QString &right) {
        QTest::newRow(name) << Entries{{u"url"_s, wrong}} << words << u"url"_s << Entries{{u"url"_s, right}};
    };
    const QString right = u"http://${PLAIN}/ok"_s;
    row("wrong port", u"http://${NOBODY}/ok"_s, u"refused the connection"_s, right);
    row("wrong host name", u"http://prometheus.invalid/ok"_s, u"There is no host named"_s, right);
    row("prefix forgotten", u"http://${SERVER}"_s, u"It answers at http://${SERVER}/prom"_s,
        u"http://${SERVER}/prom"_s);
    row("prefix of another server", u"http://${PROXY}/prom/prometheus"_s,
        u"It answers at http://${PROXY}/prom"_s, u"http://${PROXY}/prom"_s);
    row("prefix of a cluster at a single VictoriaMetrics", u"http://${VICTORIA}/select/0/prometheus"_s,
        u"It answers at"_s, u"http://${VICTORIA}"_s);
    row("https at a port of http", u"https://${PLAIN}/ok"_s, u"does not speak TLS"_s, right);
    row("login page behind a redirect", u"http://${PLAIN}/sso"_s, u"Another program than Prometheus"_s,
        right);
    row("moved to another server", u"http://${PLAIN}/moved"_s, u"redirects to another address"_s,
        u"http://${PROXY}/prom"_s);
}

void TestMistakes::addSignIns()
{
    const auto row = [](const char *name, const Entries &wrong, const QString &words, const QString &field,
                         const Entries &remedy) { QTest::newRow(name) << wrong << words << field << remedy; };
    const Entries basic{{u"url"_s, u"http://${PLAIN}/basic"_s}, {u"signIn"_s, u"User name and password"_s},
        {u"username"_s, u"reader"_s}};
    const Entries file = basic + Entries{{u"secretPlace"_s, u"Read from a file"_s}};
    const Entries rightFile{{u"secretFilePath"_s, u"${FILES}/password"_s}};
    row("no sign-in", {{u"url"_s, u"http://${PLAIN}/basic"_s}}, u"401"_s, u"signIn"_s,
        basic + Entries{{u"secret"_s, u"right-password"_s}});
    row("wrong password", basic + Entries{{u"secret"_s, u"guess"_s}}, u"401"_s, u"secret"_s,
        {{u"secret"_s, u"right-password"_s}});
    row("password not entered", basic, u"was not entered"_s, u"secret"_s,
        {{u"secret"_s, u"right-password"_s}});
    row("password file missing", file + Entries{{u"secretFilePath"_s, u"${FILES}/gone"_s}},
        u"cannot be read"_s, u"secretFilePath"_s, rightFile);
    row("password file empty", file + Entries{{u"secretFilePath"_s, u"${FILES}/empty"_s}}, u"is empty"_s,
        u"secretFilePath"_s, rightFile);

    const Entries token{{u"url"_s, u"http://${PLAIN}/token"_s}, {u"signIn"_s, u"Token"_s}};
    row("expired token", token + Entries{{u"secret"_s, u"old-token"_s}}, u"401"_s, u"secret"_s,
        {{u"secret"_s, u"right-token"_s}});
    row("wrong type of token", token + Entries{{u"tokenType"_s, u"Token"_s}, {u"secret"_s, u"right-token"_s}},
        u"401"_s, u"secret"_s, {{u"tokenType"_s, u"Bearer"_s}});
    const Entries command{{u"url"_s, u"http://${PLAIN}/token"_s}, {u"signIn"_s, u"Token from a command"_s}};
    const Entries rightCommand{{u"command"_s, u"cat ${FILES}/token"_s}};
    row("token command not installed", command + Entries{{u"command"_s, u"${FILES}/no-such-program"_s}},
        u"does not start"_s, u"command"_s, rightCommand);
    row("token command fails", command + Entries{{u"command"_s, u"cat ${FILES}/gone"_s}},
        u"failed with exit code 1"_s, u"command"_s, rightCommand);
    const Entries oauth2{{u"url"_s, u"http://${PLAIN}/token"_s},
        {u"signIn"_s, u"OAuth 2 client credentials"_s}, {u"clientId"_s, u"console"_s},
        {u"tokenUrl"_s, u"http://${PLAIN}/oauth/token"_s}};
    row("wrong client secret", oauth2 + Entries{{u"secret"_s, u"guess"_s}}, u"invalid_client"_s, u"secret"_s,
        {{u"secret"_s, u"right-secret"_s}});
    row("wrong token URL",
        oauth2 + Entries{{u"secret"_s, u"right-secret"_s}, {u"tokenUrl"_s, u"http://${NOBODY}/token"_s}},
        u"gave no answer"_s, u"tokenUrl"_s, {{u"tokenUrl"_s, u"http://${PLAIN}/oauth/token"_s}});
    row("tenant missing", {{u"url"_s, u"http://${PLAIN}/tenants"_s}}, u"several tenants"_s, u"tenant"_s,
        {{u"tenant"_s, u"team-a|team-b"_s}});
}

void TestMistakes::addHandshakes()
{
    const auto row = [](const char *name, const Entries &wrong, const QString &words, const QString &field,
                         const Entries &remedy) { QTest::newRow(name) << wrong << words << field << remedy; };
    const QString url = u"https://${TLS}"_s;
    const Entries rightCa{{u"verify"_s, u"Verify with a CA file"_s}, {u"caFilePath"_s, u"${CA}"_s}};
    const Entries trusted = Entries{{u"url"_s, url}} + rightCa;
    row("http at a port of https", Entries{{u"url"_s, u"http://${TLS}"_s}} + rightCa, u"speaks only TLS"_s,
        u"url"_s, {{u"url"_s, url}});
    row("signed by a CA of one's own", {{u"url"_s, url}}, u"nobody whom this machine trusts"_s, u"verify"_s,
        rightCa);
    row("wrong CA file", trusted + Entries{{u"caFilePath"_s, u"${WRONG_CA}"_s}},
        u"nobody whom this machine trusts"_s, u"caFilePath"_s, {{u"caFilePath"_s, u"${CA}"_s}});
    row("CA file missing", trusted + Entries{{u"caFilePath"_s, u"${FILES}/gone"_s}}, u"cannot be read"_s,
        u"caFilePath"_s, {{u"caFilePath"_s, u"${CA}"_s}});
    row("CA file without a certificate", trusted + Entries{{u"caFilePath"_s, u"${KEY}"_s}},
        u"holds no certificate"_s, u"caFilePath"_s, {{u"caFilePath"_s, u"${CA}"_s}});
    row("certificate of another name", Entries{{u"url"_s, u"https://${ELSEWHERE}"_s}} + rightCa,
        u"that of another host"_s, u"serverName"_s, {{u"serverName"_s, u"elsewhere.test"_s}});
    row("wrong server name", trusted + Entries{{u"serverName"_s, u"prom.example.net"_s}},
        u"that of another host"_s, u"serverName"_s, {{u"serverName"_s, u"prom.test"_s}});
}

void TestMistakes::addClientCertificates()
{
    const auto row = [](const char *name, const Entries &wrong, const QString &words, const QString &field,
                         const Entries &remedy) { QTest::newRow(name) << wrong << words << field << remedy; };
    const Entries trusted{{u"url"_s, u"https://${MUTUAL}"_s}, {u"verify"_s, u"Verify with a CA file"_s},
        {u"caFilePath"_s, u"${CA}"_s}};
    const Entries identity{{u"certFilePath"_s, u"${CERT}"_s}, {u"keyFilePath"_s, u"${KEY}"_s}};
    row("client certificate missing", trusted, u"wants to see a client certificate"_s, u"certFilePath"_s,
        identity);
    row("client certificate of another CA",
        trusted + Entries{{u"certFilePath"_s, u"${WRONG_CERT}"_s}, {u"keyFilePath"_s, u"${WRONG_KEY}"_s}},
        u"did not accept the client certificate"_s, u"certFilePath"_s, identity);
    row("key of another certificate",
        trusted + Entries{{u"certFilePath"_s, u"${CERT}"_s}, {u"keyFilePath"_s, u"${WRONG_KEY}"_s}},
        u"does not belong to the certificate"_s, u"keyFilePath"_s, {{u"keyFilePath"_s, u"${KEY}"_s}});
    row("certificate in the place of the key",
        trusted + Entries{{u"certFilePath"_s, u"${CERT}"_s}, {u"keyFilePath"_s, u"${CERT}"_s}},
        u"holds no RSA or EC key"_s, u"keyFilePath"_s, {{u"keyFilePath"_s, u"${KEY}"_s}});
}

void TestMistakes::addWays()
{
    // The name is known to the proxy only.
    QTest::newRow("wrong port of the proxy")
        << Entries{{u"url"_s, u"http://prometheus.corp.test/prom"_s}, {u"proxy"_s, u"This proxy"_s},
               {u"proxyUrl"_s, u"http://${NOBODY}"_s}}
        << u"The proxy does not let"_s << u"proxyUrl"_s << Entries{{u"proxyUrl"_s, u"http://${PROXY}"_s}};
}

void TestMistakes::isNamedAndRemedied()
{
    QFETCH(Entries, mistake);
    QFETCH(QString, words);
    QFETCH(QString, field);
    QFETCH(Entries, remedy);
    open();
    enter(mistake);
    test();
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(card().contains(filled(words)), qPrintable(card()));
    QVERIFY2(card().startsWith(u"Not connected."_s), qPrintable(card()));

    auto *link = find<QLabel>(u"resultLink"_s);
    QVERIFY(link->isVisible());
    Q_EMIT link->linkActivated(u"#"_s);
    QCOMPARE(m_dialog->focusWidget()->objectName(), field);
    QVERIFY(m_dialog->focusWidget()->isVisible());

    enter(remedy);
    test();
    QVERIFY2(card().startsWith(u"Connected."_s), qPrintable(card()));
}

void TestMistakes::open()
{
    m_dialog.reset();
    m_secrets = std::make_unique<SessionSecrets>();
    m_dialog = std::make_unique<SettingsDialog>(SettingsContext{.clock = m_clock,
        .secrets = *m_secrets,
        .transportFactory = {},
        .theme = m_theme,
        .profiles = {},
        .workspace = newWorkspace(u"test"_s),
        .preferences = {},
        .random = RandomSource{7}});
    m_dialog->show();
    m_dialog->showPage(SettingsDialog::Page::Endpoints);
    find<QPushButton>(u"add"_s)->click();
    enter({{u"name"_s, u"server"_s}});
    find<QSpinBox>(u"timeout"_s)->setValue(60);
}

void TestMistakes::enter(const Entries &entries)
{
    for (const auto &[name, value] : entries) {
        if (auto *box = find<QComboBox>(name)) {
            const int index = box->findText(value);
            QVERIFY2(index >= 0, qPrintable(value));
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
            continue;
        }
        auto *edit = find<QLineEdit>(name);
        QVERIFY2(edit, qPrintable(name));
        edit->clear();
        QTest::keyClicks(edit, filled(value));
    }
}

void TestMistakes::test()
{
    auto *button = m_dialog->findChild<QPushButton *>(u"test"_s);
    button->click();
    QTRY_VERIFY2_WITH_TIMEOUT(card().contains(u"onnected."), qPrintable(card()), patience);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestMistakes)
#include "tst_mistakes.moc"
