// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/mistakenservers.h"
#include "tests/integration/triedsettings.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::Entries;
using test::MistakenServers;
using test::TriedSettings;

namespace {

//! The clock of a machine that is set wrong.
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(std::chrono::milliseconds shift)
        : m_shift(shift)
    {
    }
    [[nodiscard]] Timestamp now() const override { return m_system.now() + m_shift; }
    [[nodiscard]] MonotonicTime monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_shift;
};

} // namespace

//! Mistakes that people make with real servers: each is named, the remedy leads to its field, and what is
//! entered there makes the test succeed. Where the remedy is not in the form, the words say what to do
//! elsewhere, and once it is done the test succeeds.
class TestMistakes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isNamedAndRemedied_data();
    void isNamedAndRemedied();
    void theRightAddressIsOneClickAway_data();
    void theRightAddressIsOneClickAway();
    void anExpiredCertificateIsDatedAndRenewed();
    void aBusyServerSaysWhenToTestAgain();
    void aClockThatIsFarOffIsTold_data();
    void aClockThatIsFarOffIsTold();
    void whatAServerIsAndLacksIsTold_data();
    void whatAServerIsAndLacksIsTold();

private:
    void addAddresses();
    void addSignIns();
    void addHandshakes();
    void addClientCertificates();
    void addWays();
    void addAnswers();
    void open(const Clock &clock);
    void enter(Entries entries);
    void test(const QString &outcome);

    SystemClock m_clock;
    std::unique_ptr<MistakenServers> m_servers;
    std::unique_ptr<TriedSettings> m_settings;
};

void TestMistakes::initTestCase()
{
    if (!MistakenServers::areInstalled()) {
        QVERIFY2(!test::RealPrometheus::isRequired(), "prometheus, nginx and victoria-metrics are required");
        QSKIP("not all of prometheus, nginx and victoria-metrics are here; tests/run fetches them");
    }
    auto servers = MistakenServers::start();
    QVERIFY2(servers, servers ? "" : qPrintable(servers.error()));
    m_servers = std::move(*servers);
}

void TestMistakes::cleanupTestCase()
{
    m_settings.reset();
    m_servers.reset();
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
    addAnswers();
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
    const auto row = [](const char *name, const Entries &wrong, const QString &words, const QString &field,
                         const Entries &remedy) { QTest::newRow(name) << wrong << words << field << remedy; };
    // The name is known to the proxy only.
    const Entries plain{{u"url"_s, u"http://prometheus.corp.test/prom"_s}, {u"proxy"_s, u"This proxy"_s}};
    row("wrong port of the proxy", plain + Entries{{u"proxyUrl"_s, u"http://${NOBODY}"_s}},
        u"The proxy does not let"_s, u"proxyUrl"_s, {{u"proxyUrl"_s, u"http://${PROXY}"_s}});
    const Entries strict = plain + Entries{{u"proxyUrl"_s, u"http://${STRICT_PROXY}"_s}};
    const Entries signIn{{u"proxyUser"_s, u"me"_s}, {u"proxySecret"_s, u"proxy-password"_s}};
    row("proxy wants a password", strict, u"407: the proxy"_s, u"proxyUser"_s, signIn);
    row("wrong password of the proxy",
        strict + Entries{{u"proxyUser"_s, u"me"_s}, {u"proxySecret"_s, u"guess"_s}}, u"407: the proxy"_s,
        u"proxySecret"_s, {{u"proxySecret"_s, u"proxy-password"_s}});

    const Entries tunneled{{u"url"_s, u"https://prom.test"_s}, {u"verify"_s, u"Verify with a CA file"_s},
        {u"caFilePath"_s, u"${CA}"_s}, {u"proxy"_s, u"This proxy"_s}};
    const Entries tunnel{{u"proxyUrl"_s, u"http://${TUNNEL}"_s}};
    row("proxy refuses tunnels", tunneled + signIn + Entries{{u"proxyUrl"_s, u"http://${PROXY}"_s}},
        u"The proxy does not let"_s, u"proxyUrl"_s, tunnel);
    row("proxy wants a password for a tunnel", tunneled + tunnel, u"407: the proxy"_s, u"proxyUser"_s,
        signIn);
}

void TestMistakes::addAnswers()
{
    const auto row = [](const char *name, const Entries &wrong, const QString &words, const QString &field,
                         const Entries &remedy) { QTest::newRow(name) << wrong << words << field << remedy; };
    row("answers larger than the limit", {{u"url"_s, u"http://${PLAIN}/large"_s}, {u"sizeLimit"_s, u"1"_s}},
        u"larger than 1 MiB"_s, u"sizeLimit"_s, {{u"sizeLimit"_s, u"16"_s}});
    row("option of Thanos at a Prometheus",
        {{u"url"_s, u"http://${PLAIN}/ok"_s}, {u"maxResolution"_s, u"5m"_s}},
        u"does not know the option max_source_resolution"_s, u"maxResolution"_s, {{u"maxResolution"_s, {}}});
    row("option of VictoriaMetrics at a Prometheus",
        {{u"url"_s, u"http://${PLAIN}/ok"_s}, {u"roundDigits"_s, u"3"_s}},
        u"does not know the option round_digits"_s, u"roundDigits"_s, {{u"roundDigits"_s, {}}});
}

void TestMistakes::isNamedAndRemedied()
{
    QFETCH(Entries, mistake);
    QFETCH(QString, words);
    QFETCH(QString, field);
    QFETCH(Entries, remedy);
    open(m_clock);
    enter(mistake);
    test(u"Not connected."_s);
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_settings->card().contains(m_servers->filled(words)), qPrintable(m_settings->card()));

    auto *link = m_settings->find<QLabel>(u"resultLink"_s);
    QVERIFY(link->isVisible());
    Q_EMIT link->linkActivated(u"#"_s);
    QCOMPARE(m_settings->focus()->objectName(), field);
    QVERIFY(m_settings->focus()->isVisible());

    enter(remedy);
    test(u"Connected."_s);
}

void TestMistakes::theRightAddressIsOneClickAway_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::newRow("prefix forgotten") << u"http://${SERVER}"_s << u"http://${SERVER}/prom"_s;
    QTest::newRow("prefix of another server")
        << u"http://${PROXY}/prom/prometheus"_s << u"http://${PROXY}/prom"_s;
    QTest::newRow("prefix of a cluster at a single VictoriaMetrics")
        << u"http://${VICTORIA}/select/0/prometheus"_s << u"http://${VICTORIA}"_s;
    QTest::newRow("moved to another server") << u"http://${PLAIN}/away"_s << u"http://${PROXY}/prom"_s;
    QTest::newRow("http at a port of https") << u"http://${TLS}"_s << u"https://${TLS}"_s;
}

void TestMistakes::theRightAddressIsOneClickAway()
{
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    open(m_clock);
    enter({{u"verify"_s, u"Verify with a CA file"_s}, {u"caFilePath"_s, u"${CA}"_s}, {u"url"_s, wrong}});
    test(u"Not connected."_s);
    if (QTest::currentTestFailed())
        return;
    auto *fix = m_settings->find<QPushButton>(u"resultFix"_s);
    QVERIFY(fix->isVisible());
    QCOMPARE(fix->text(), QString(u"Use "_s % m_servers->filled(right)));
    fix->click();
    QVERIFY(m_settings->waitForTheEnd());
    QVERIFY2(m_settings->card().startsWith(u"Connected."_s), qPrintable(m_settings->card()));
    QCOMPARE(m_settings->find<QLineEdit>(u"url"_s)->text(), m_servers->filled(right));
    QVERIFY(!fix->isVisible());
}

void TestMistakes::anExpiredCertificateIsDatedAndRenewed()
{
    const auto lapsed = m_servers->setCertificate(false);
    QVERIFY2(lapsed, lapsed ? "" : qPrintable(lapsed.error()));
    open(m_clock);
    enter({{u"url"_s, u"https://${RENEWABLE}"_s}, {u"verify"_s, u"Verify with a CA file"_s},
        {u"caFilePath"_s, u"${CA}"_s}});
    test(u"Not connected."_s);
    QVERIFY2(m_settings->card().contains(u"was valid until 2020-01-02 00:00:00 UTC."_s)
            && m_settings->card().contains(u"Renew it on the server"_s),
        qPrintable(m_settings->card()));
    QVERIFY(!m_settings->find<QLabel>(u"resultLink"_s)->isVisible());

    const auto renewed = m_servers->setCertificate(true);
    QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error()));
    test(u"Connected."_s);
}

void TestMistakes::aBusyServerSaysWhenToTestAgain()
{
    const auto busy = m_servers->setBusy(true);
    QVERIFY2(busy, busy ? "" : qPrintable(busy.error()));
    open(m_clock);
    enter({{u"url"_s, u"http://${PLAIN}/busy"_s}});
    test(u"Not connected."_s);
    QVERIFY2(m_settings->card().contains(u"429: the server wants fewer requests."_s)
            && m_settings->card().contains(u"Test again in 30 s."_s),
        qPrintable(m_settings->card()));

    const auto idle = m_servers->setBusy(false);
    QVERIFY2(idle, idle ? "" : qPrintable(idle.error()));
    test(u"Connected."_s);
}

void TestMistakes::aClockThatIsFarOffIsTold_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("words");
    QTest::newRow("the server is behind") << 2 << u"The clock of the server is 2 h behind"_s;
    QTest::newRow("the server is ahead") << -2 << u"The clock of the server is 2 h ahead"_s;
}

void TestMistakes::aClockThatIsFarOffIsTold()
{
    QFETCH(int, hours);
    QFETCH(QString, words);
    const ShiftedClock wrong{std::chrono::hours{hours}};
    open(wrong);
    enter({{u"url"_s, u"http://${PLAIN}/ok"_s}});
    test(u"Connected."_s);
    QVERIFY2(m_settings->card().contains(words), qPrintable(m_settings->card()));

    open(m_clock);
    enter({{u"url"_s, u"http://${PLAIN}/ok"_s}});
    test(u"Connected."_s);
    QVERIFY2(!m_settings->card().contains(u"The clock of the server"_s), qPrintable(m_settings->card()));
}

void TestMistakes::whatAServerIsAndLacksIsTold_data()
{
    QTest::addColumn<Entries>("entries");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("lack");
    QTest::newRow("Prometheus") << Entries{{u"url"_s, u"http://${PLAIN}/tenants"_s},
        {u"tenant"_s, u"team-a"_s}}
                                << u"tenant team-a"_s << u"names in UTF-8"_s;
    QTest::newRow("VictoriaMetrics") << Entries{{u"url"_s, u"http://${VICTORIA}"_s}} << u"VictoriaMetrics"_s
                                     << u"exemplars"_s;
}

void TestMistakes::whatAServerIsAndLacksIsTold()
{
    QFETCH(Entries, entries);
    QFETCH(QString, name);
    QFETCH(QString, lack);
    open(m_clock);
    enter(entries);
    test(u"Connected."_s);
    const QString card = m_settings->card();
    QVERIFY2(card.contains(name), qPrintable(card));
    QVERIFY2(card.mid(card.indexOf(u"It does not offer: "_s)).contains(lack), qPrintable(card));
    const bool isVictoriaMetrics = name == "VictoriaMetrics"_L1;
    QCOMPARE(m_settings->find<QWidget>(u"victoriaMetricsGroup"_s)->isVisible(), isVictoriaMetrics);
    QVERIFY(!m_settings->find<QWidget>(u"thanosGroup"_s)->isVisible());
}

void TestMistakes::open(const Clock &clock)
{
    m_settings = std::make_unique<TriedSettings>(clock);
}

void TestMistakes::enter(Entries entries)
{
    for (auto &entry : entries)
        entry.second = m_servers->filled(entry.second);
    const QString unknown = m_settings->enter(entries);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown));
}

void TestMistakes::test(const QString &outcome)
{
    QVERIFY2(m_settings->test() && m_settings->card().startsWith(outcome), qPrintable(m_settings->card()));
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestMistakes)
#include "tst_mistakes.moc"
