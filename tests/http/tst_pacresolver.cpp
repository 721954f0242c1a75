// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/httpclient.h"
#include "core/http/pacresolver.h"

#include "tests/http/faultyserver.h"
#include "tests/http/tunnelproxy.h"
#include "tests/support/fakeclock.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FaultyServer;
using test::TunnelProxy;
using test::WireRequest;
using Kind = ProxyError::Kind;

namespace {

class NoSecrets final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        return unexpected(SecretError{SecretError::Kind::NotGiven, ref.key, {}});
    }
};

QByteArray returning(const QString &answer)
{
    return "function FindProxyForURL(url, host) { return '" + answer.toUtf8() + "'; }";
}

QByteArray okAnswer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QString placeOf(const QTcpServer &server)
{
    return u"127.0.0.1:%1"_s.arg(server.serverPort());
}

//! A port on which nobody listens.
QString nobody()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on the loopback");
    return placeOf(server);
}

} // namespace

class TestPacResolver final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRequestGoesWhereTheScriptSays();
    void httpsGoesThroughATunnel();
    void theNextProxyIsTriedAndTheBadOneAvoided();
    void whenNoProxyServesThatIsTold();
    void aScriptThatFailsIsNeverTheDirectWay_data();
    void aScriptThatFailsIsNeverTheDirectWay();
    void theLoopbackIsAlwaysReached();
    void theScriptIsFetchedAnew();
    void theLastGoodScriptGoesOn();
    void aScriptThatCameLateIsUsed();
    void aScriptMayBeInLatin1();

private:
    [[nodiscard]] HttpConfig configFor(const QString &url, const QByteArray &script);
    [[nodiscard]] HttpOutcome get(HttpClient &client);
    [[nodiscard]] std::unique_ptr<PacResolver> resolverAt(const QUrl &url);
    [[nodiscard]] QString firstWay(PacResolver &resolver);

    NoSecrets m_secrets;
    SystemClock m_systemClock;
    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPacResolver::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_folder = std::make_unique<QTemporaryDir>();
}

HttpConfig TestPacResolver::configFor(const QString &url, const QByteArray &script)
{
    QFile file(m_folder->filePath(u"proxy.pac"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        qFatal("cannot write the script");
    HttpConfig config;
    config.baseUrl = QUrl(url);
    config.timeout = 60s;
    config.proxy = {.mode = ProxyConfig::Mode::Pac, .url = QUrl::fromLocalFile(file.fileName())};
    return config;
}

HttpOutcome TestPacResolver::get(HttpClient &client)
{
    std::optional<HttpOutcome> outcome;
    connect(client.get("a"), &HttpJob::finished, this, [&outcome](const HttpOutcome &o) { outcome = o; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 90'000))
        qFatal("the job did not finish");
    return *outcome;
}

std::unique_ptr<PacResolver> TestPacResolver::resolverAt(const QUrl &url)
{
    const PacProcess::Setup process{
        .program = QString(QCoreApplication::applicationDirPath() % "/sockeye-pac"_L1), .patience = 30s};
    return std::make_unique<PacResolver>(url, process, m_secrets, *m_clock);
}

//! The host of the first way, or nothing for a failure.
QString TestPacResolver::firstWay(PacResolver &resolver)
{
    std::optional<ProxyWays> ways;
    resolver.find(QUrl(u"http://prom.test/"_s), this, [&ways](const ProxyWays &w) { ways = w; });
    if (!QTest::qWaitFor([&ways] { return ways.has_value(); }, 60'000))
        qFatal("no answer came");
    return *ways ? (*ways)->front().hostName() : QString();
}

void TestPacResolver::aRequestGoesWhereTheScriptSays()
{
    FaultyServer proxy([](const WireRequest &, QTcpSocket &socket) { socket.write(okAnswer("by proxy")); });
    FaultyServer other([](const WireRequest &, QTcpSocket &socket) { socket.write(okAnswer("other")); });
    const QByteArray script = "function FindProxyForURL(url, host) {"
                              " return shExpMatch(host, '*.test') ? 'PROXY "
        + placeOf(proxy).toUtf8() + "' : 'PROXY " + placeOf(other).toUtf8() + "'; }";
    HttpClient client(configFor(u"http://prom.test/prefix"_s, script), m_secrets, m_systemClock);

    const auto outcome = get(client);

    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(outcome->body, "by proxy");
    QCOMPARE(proxy.requests().front().target, "http://prom.test/prefix/a");
    QVERIFY(other.requests().empty());
}

void TestPacResolver::httpsGoesThroughATunnel()
{
    FaultyServer plain([](const WireRequest &, QTcpSocket &) {});
    TunnelProxy proxy(plain.serverPort());
    HttpClient client(configFor(u"https://prom.test:9443"_s, returning(u"PROXY "_s + placeOf(proxy))),
        m_secrets, m_systemClock);
    HttpJob *job = client.get("a");
    QTRY_COMPARE(proxy.asked(), QStringList{u"prom.test:9443"_s});
    job->abort();
}

void TestPacResolver::theNextProxyIsTriedAndTheBadOneAvoided()
{
    FaultyServer proxy([](const WireRequest &, QTcpSocket &socket) { socket.write(okAnswer("ok")); });
    const QString gone = nobody();
    HttpClient client(configFor(u"http://prom.test"_s,
                          returning(QString(u"PROXY "_s % gone % u"; PROXY "_s % placeOf(proxy)))),
        m_secrets, m_systemClock);
    QVERIFY(get(client));
    QVERIFY(get(client));
    QCOMPARE(proxy.requests().size(), std::size_t{2});

    QFile script(m_folder->filePath(u"proxy.pac"_s));
    QVERIFY(script.open(QIODevice::WriteOnly)
        && script.write(returning(u"PROXY bad.test:1; PROXY good.test:1"_s)) > 0 && script.flush());
    const auto resolver = resolverAt(QUrl::fromLocalFile(script.fileName()));
    QCOMPARE(firstWay(*resolver), u"bad.test"_s);
    resolver->avoid({QNetworkProxy::HttpProxy, u"bad.test"_s, 1});
    QCOMPARE(firstWay(*resolver), u"good.test"_s);
    m_clock->advance(5min);
    QCOMPARE(firstWay(*resolver), u"bad.test"_s);
}

void TestPacResolver::whenNoProxyServesThatIsTold()
{
    const QString gone = nobody();
    HttpClient client(
        configFor(u"http://prom.test"_s, returning(QString(u"PROXY "_s % gone % u"; PROXY "_s % gone))),
        m_secrets, m_systemClock);
    const auto outcome = get(client);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, HttpError::Kind::ProxyFailed);
    QCOMPARE(outcome.error().proxyMode, ProxyConfig::Mode::Pac);
    QCOMPARE(outcome.error().proxyPlace, gone);
}

void TestPacResolver::aScriptThatFailsIsNeverTheDirectWay_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &script, Kind kind) {
        QTest::newRow(name) << script << static_cast<int>(kind);
    };
    row("no script", "<html>", Kind::ScriptInvalid);
    row("an error", "function FindProxyForURL() { throw 1; }", Kind::ScriptThrew);
    row("no end", "function FindProxyForURL() { for (;;) { } }", Kind::ScriptTimedOut);
    row("rubbish", returning(u"the proxy"_s), Kind::ScriptAnswerInvalid);
    row("TLS to the proxy", returning(u"HTTPS p:443"_s), Kind::ScriptProxyUnsupported);
    row("memory", "for (var a = 'x';;) a += a;", Kind::ScriptMemory);
    row("too long", QByteArray(1024 * 1024 + 1, ' '), Kind::ScriptUnreachable);
}

void TestPacResolver::aScriptThatFailsIsNeverTheDirectWay()
{
    QFETCH(QByteArray, script);
    QFETCH(int, kind);
    HttpClient client(configFor(u"http://prom.test"_s, script), m_secrets, m_systemClock);
    const auto outcome = get(client);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, HttpError::Kind::ProxyUnusable);
    QVERIFY(outcome.error().proxy);
    QVERIFY2(
        static_cast<int>(outcome.error().proxy->kind) == kind, qPrintable(outcome.error().proxy->detail));
}

void TestPacResolver::theLoopbackIsAlwaysReached()
{
    FaultyServer server([](const WireRequest &, QTcpSocket &socket) { socket.write(okAnswer("ok")); });
    HttpClient client(configFor(server.url().toString(), "<html>"), m_secrets, m_systemClock);
    QVERIFY(get(client));
}

void TestPacResolver::theScriptIsFetchedAnew()
{
    QByteArray script = returning(u"PROXY first.test:1"_s);
    FaultyServer server(
        [&script](const WireRequest &, QTcpSocket &socket) { socket.write(okAnswer(script)); });
    const auto resolver = resolverAt(server.url(u"/proxy.pac?x=1"_s));
    QCOMPARE(firstWay(*resolver), u"first.test"_s);
    QCOMPARE(server.requests().front().target, "/proxy.pac?x=1");
    script = returning(u"PROXY second.test:1"_s);
    QCOMPARE(firstWay(*resolver), u"first.test"_s);
    QCOMPARE(server.requests().size(), std::size_t{1});

    m_clock->advance(30min);

    QTRY_COMPARE(firstWay(*resolver), u"second.test"_s);
    QCOMPARE(server.requests().size(), std::size_t{2});
}

void TestPacResolver::theLastGoodScriptGoesOn()
{
    bool isUp = true;
    FaultyServer server([&isUp](const WireRequest &, QTcpSocket &socket) {
        socket.write(isUp ? okAnswer(returning(u"PROXY kept.test:1"_s))
                          : "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
    });
    const auto resolver = resolverAt(server.url(u"/p"_s));
    QCOMPARE(firstWay(*resolver), u"kept.test"_s);
    isUp = false;
    m_clock->advance(30min);
    QCOMPARE(firstWay(*resolver), u"kept.test"_s);
    QTRY_COMPARE(server.requests().size(), std::size_t{2});
    QCOMPARE(firstWay(*resolver), u"kept.test"_s);
}

void TestPacResolver::aScriptThatCameLateIsUsed()
{
    bool isUp = false;
    FaultyServer server([&isUp](const WireRequest &, QTcpSocket &socket) {
        socket.write(isUp ? okAnswer(returning(u"PROXY late.test:1"_s))
                          : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
    const auto resolver = resolverAt(server.url(u"/p"_s));
    QCOMPARE(firstWay(*resolver), QString());
    isUp = true;
    QCOMPARE(firstWay(*resolver), QString());
    QCOMPARE(server.requests().size(), std::size_t{1});
    m_clock->advance(1min);
    QCOMPARE(firstWay(*resolver), u"late.test"_s);
}

void TestPacResolver::aScriptMayBeInLatin1()
{
    FaultyServer server([](const WireRequest &, QTcpSocket &socket) {
        socket.write(okAnswer("// f\xfcr alle\n" + returning(u"PROXY p.test:1"_s)));
    });
    const auto resolver = resolverAt(server.url(u"/p"_s));
    QCOMPARE(firstWay(*resolver), u"p.test"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPacResolver)

#include "tst_pacresolver.moc"
