// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/proxychoice.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QTest>

Q_DECLARE_METATYPE(sockeye::ProxyConfig)
Q_DECLARE_METATYPE(sockeye::ProxyError::Kind)

namespace sockeye {

using namespace Qt::StringLiterals;
using Mode = ProxyConfig::Mode;

namespace {

class KeyIsSecret final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        if (ref.kind == SecretRef::Kind::None)
            return unexpected(SecretError{SecretError::Kind::NotGiven, {}, {}});
        return ref.key.toUtf8();
    }
};

QString text(const QNetworkProxy &proxy)
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return u"direct"_s;
    const QString kind = proxy.type() == QNetworkProxy::Socks5Proxy ? u"socks5"_s : u"http"_s;
    const QString user =
        proxy.user().isEmpty() ? QString() : QString(proxy.user() % u':' % proxy.password() % u'@');
    return kind % u' ' % user % proxy.hostName() % u':' % QString::number(proxy.port());
}

} // namespace

class TestProxyChoice final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosesByTheEnvironment_data();
    void choosesByTheEnvironment();
    void choosesByTheConfiguration_data();
    void choosesByTheConfiguration();
    void refusesWhatItCannotApply_data();
    void refusesWhatItCannotApply();
    void sendsHeadersToTheProxy();

private:
    KeyIsSecret m_secrets;
};

void TestProxyChoice::choosesByTheEnvironment_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    const QString prom = u"http://prom.example.net:9090"_s;
    const QString secure = u"https://prom.example.net"_s;

    QTest::newRow("no variables") << QStringList() << prom << u"direct"_s;
    QTest::newRow("http") << QStringList{u"HTTP_PROXY=http://p:3128"_s} << prom << u"http p:3128"_s;
    QTest::newRow("small letters") << QStringList{u"http_proxy=http://p:3128"_s} << prom << u"http p:3128"_s;
    QTest::newRow("capitals win") << QStringList{u"http_proxy=http://small"_s, u"HTTP_PROXY=http://big"_s}
                                  << prom << u"http big:80"_s;
    QTest::newRow("the variable of http for https")
        << QStringList{u"HTTP_PROXY=http://p"_s} << secure << u"direct"_s;
    QTest::newRow("https") << QStringList{u"https_proxy=http://p:3128"_s} << secure << u"http p:3128"_s;
    QTest::newRow("without a scheme") << QStringList{u"HTTP_PROXY=p:3128"_s} << prom << u"http p:3128"_s;
    QTest::newRow("with credentials")
        << QStringList{u"HTTP_PROXY=http://me:a%40b@p:3128"_s} << prom << u"http me:a@b@p:3128"_s;
    QTest::newRow("socks") << QStringList{u"HTTP_PROXY=socks5://p"_s} << prom << u"socks5 p:1080"_s;
    QTest::newRow("left out by NO_PROXY")
        << QStringList{u"HTTP_PROXY=http://p"_s, u"no_proxy=example.net"_s} << prom << u"direct"_s;
    QTest::newRow("the loopback") << QStringList{u"HTTP_PROXY=http://p"_s} << u"http://127.0.0.1:9090"_s
                                  << u"direct"_s;
}

void TestProxyChoice::choosesByTheEnvironment()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, url);
    QFETCH(QString, proxy);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));

    const auto chosen = proxyFor(QUrl(url), {}, ProxyEnvironment::from(environment), m_secrets);

    QVERIFY(chosen.has_value());
    QCOMPARE(text(*chosen), proxy);
}

void TestProxyChoice::choosesByTheConfiguration_data()
{
    QTest::addColumn<ProxyConfig>("config");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("proxy");
    const QString prom = u"http://prom.example.net:9090"_s;
    const QUrl http(u"http://p:3128"_s);

    QTest::newRow("none, whatever the environment") << ProxyConfig{.mode = Mode::None} << prom << u"direct"_s;
    QTest::newRow("a proxy") << ProxyConfig{.mode = Mode::Url, .url = http} << prom << u"http p:3128"_s;
    QTest::newRow("a proxy for https")
        << ProxyConfig{.mode = Mode::Url, .url = http} << u"https://prom.example.net"_s << u"http p:3128"_s;
    QTest::newRow("the loopback") << ProxyConfig{.mode = Mode::Url, .url = http} << u"http://localhost:9090"_s
                                  << u"direct"_s;
    QTest::newRow("left out") << ProxyConfig{.mode = Mode::Url, .url = http, .noProxy = u".example.net"_s}
                              << prom << u"direct"_s;
    QTest::newRow("left out in the environment only")
        << ProxyConfig{.mode = Mode::Url, .url = http} << u"http://away.example.net"_s << u"http p:3128"_s;
    QTest::newRow("socks5h") << ProxyConfig{.mode = Mode::Url, .url = QUrl(u"socks5h://p:9050"_s)} << prom
                             << u"socks5 p:9050"_s;
    QTest::newRow("credentials") << ProxyConfig{.mode = Mode::Url,
        .url = http,
        .username = u"me"_s,
        .password = {SecretRef::Kind::Session, u"word"_s}}
                                 << prom << u"http me:word@p:3128"_s;
}

void TestProxyChoice::choosesByTheConfiguration()
{
    QFETCH(ProxyConfig, config);
    QFETCH(QString, url);
    QFETCH(QString, proxy);
    const ProxyEnvironment environment{
        u"http://environment"_s, u"http://environment"_s, u"away.example.net"_s};

    const auto chosen = proxyFor(QUrl(url), config, environment, m_secrets);

    QVERIFY(chosen.has_value());
    QCOMPARE(text(*chosen), proxy);
}

void TestProxyChoice::refusesWhatItCannotApply_data()
{
    QTest::addColumn<ProxyConfig>("config");
    QTest::addColumn<ProxyError::Kind>("kind");
    QTest::addColumn<QString>("detail");

    QTest::newRow("TLS to the proxy") << ProxyConfig{.mode = Mode::Url, .url = QUrl(u"https://p:3128/x"_s)}
                                      << ProxyError::Kind::UnsupportedScheme << u"https://p:3128"_s;
    QTest::newRow("SOCKS 4") << ProxyConfig{.mode = Mode::Url, .url = QUrl(u"socks4://p"_s)}
                             << ProxyError::Kind::UnsupportedScheme << u"socks4://p"_s;
    QTest::newRow("no host") << ProxyConfig{.mode = Mode::Url, .url = QUrl(u"http:///x"_s)}
                             << ProxyError::Kind::BadUrl << u"http://"_s;
    QTest::newRow("a script, which is asked elsewhere")
        << ProxyConfig{.mode = Mode::Pac, .url = QUrl(u"http://wpad/wpad.dat"_s)}
        << ProxyError::Kind::ScriptNotRun << u"http://wpad"_s;
    QTest::newRow("no password") << ProxyConfig{.mode = Mode::Url,
        .url = QUrl(u"http://p"_s),
        .username = u"me"_s} << ProxyError::Kind::SecretMissing
                                 << u"http://p"_s;
}

void TestProxyChoice::refusesWhatItCannotApply()
{
    QFETCH(ProxyConfig, config);
    QFETCH(ProxyError::Kind, kind);
    QFETCH(QString, detail);

    const auto chosen = proxyFor(QUrl(u"http://prom.example.net"_s), config, {}, m_secrets);

    QVERIFY(!chosen.has_value());
    QCOMPARE(chosen.error().kind, kind);
    QCOMPARE(chosen.error().detail, detail);
    QCOMPARE(chosen.error().secret.has_value(), kind == ProxyError::Kind::SecretMissing);
}

void TestProxyChoice::sendsHeadersToTheProxy()
{
    ProxyConfig config{.mode = Mode::Url, .url = QUrl(u"http://p"_s)};
    config.connectHeaders = {{"X-Team", "a"}};
    config.secretConnectHeaders = {{"X-Key", {SecretRef::Kind::Session, u"k"_s}}};

    const auto chosen = proxyFor(QUrl(u"https://prom.example.net"_s), config, {}, m_secrets);

    QVERIFY(chosen.has_value());
    QCOMPARE(chosen->rawHeader("X-Team"), "a");
    QCOMPARE(chosen->rawHeader("X-Key"), "k");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestProxyChoice)

#include "tst_proxychoice.moc"
