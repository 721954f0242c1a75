// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/probe/rawserver.h"
#include "tests/probe/sockeyeprobe.h"
#include "tests/support/realprometheus.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>

#include <csignal>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::RawServer;
using test::RealPrometheus;
using test::Run;
using test::SockeyeProbe;

namespace {

constexpr int patience = 60'000;

struct Answer {
    int status = 0;
    QByteArray body;
};

class Client final {
public:
    Client() { m_network.setProxy(QNetworkProxy::NoProxy); }

    [[nodiscard]] Answer get(const QUrl &url, const QByteArray &scrapeTimeout = {})
    {
        QNetworkRequest request(url);
        if (!scrapeTimeout.isEmpty())
            request.setRawHeader("X-Prometheus-Scrape-Timeout-Seconds", scrapeTimeout);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, patience))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }

private:
    QNetworkAccessManager m_network;
};

// A file that goes with it.
class ConfigFile final {
public:
    explicit ConfigFile(const QByteArray &yaml)
    {
        QFile file(path());
        m_isWritten = file.open(QIODevice::WriteOnly) && file.write(yaml) == yaml.size();
    }

    [[nodiscard]] bool isWritten() const { return m_isWritten; }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"probe.yml"_s); }

private:
    QTemporaryDir m_folder;
    bool m_isWritten = false;
};

// sockeye-probe serve on a free port.
class Exporter final {
public:
    explicit Exporter(const ConfigFile &config)
        : process({u"serve"_s, u"--config"_s, config.path(), u"--listen"_s, u"127.0.0.1:0"_s})
    {
    }

    [[nodiscard]] bool isReady()
    {
        if (!QTest::qWaitFor([this] { return process.canReadLine() || process.isOver(); }, patience))
            return false;
        m_url = QUrl(QString::fromUtf8(process.readLine().trimmed()));
        return m_url.isValid() && m_url.path() == "/metrics"_L1;
    }

    [[nodiscard]] QUrl metrics() const { return m_url; }
    [[nodiscard]] QUrl probe(const QString &target, const QString &module = {}) const
    {
        QUrlQuery query{{u"target"_s, target}};
        if (!module.isEmpty())
            query.addQueryItem(u"module"_s, module);
        QUrl url = m_url;
        url.setPath(u"/probe"_s);
        url.setQuery(query);
        return url;
    }

    SockeyeProbe process;

private:
    QUrl m_url;
};

} // namespace

class TestSockeyeProbeServe final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aHeldConnectionIsServed();
    void aProbeIsMadeAsItsModuleSays();
    void theExpiryOfCertificatesIsTold_data();
    void theExpiryOfCertificatesIsTold();
    void aProbeEndsBeforePrometheusLosesPatience();
    void aWrongRequestIsRefused_data();
    void aWrongRequestIsRefused();
    void aWrongFileIsToldByItsLines();
    void aTakenPortIsTold();
    void aRealPrometheusScrapesBoth();

private:
    QWebSocketServer m_server{u"test"_s, QWebSocketServer::NonSecureMode};
    Client m_client;
};

void TestSockeyeProbeServe::init()
{
    if (!m_server.isListening())
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
}

void TestSockeyeProbeServe::aHeldConnectionIsServed()
{
    const ConfigFile config("targets:\n  - {name: eu, url: '" + m_server.serverUrl().toEncoded() + "'}\n");
    QVERIFY(config.isWritten());
    Exporter exporter(config);
    QVERIFY(exporter.isReady());
    QTRY_VERIFY_WITH_TIMEOUT(
        m_client.get(exporter.metrics())
            .body.contains("sockeye_probe_pings_total{target=\"eu\",result=\"answered\"} 2\n"),
        patience);
    const Answer answer = m_client.get(exporter.metrics());
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains("probe_success{target=\"eu\"} 1\n"), answer.body.constData());

    const std::unique_ptr<QWebSocket> connection(m_server.nextPendingConnection());
    QVERIFY(connection);
    QSignalSpy closed(connection.get(), &QWebSocket::disconnected);
    kill(static_cast<pid_t>(exporter.process.processId()), SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(exporter.process.isOver(), patience);
    QCOMPARE(exporter.process.result().exitCode, 0);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(connection->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
}

void TestSockeyeProbeServe::aProbeIsMadeAsItsModuleSays()
{
    QByteArray seen;
    const RawServer server([&seen](QTcpSocket *client, const QByteArray &request) {
        seen = request;
        client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    });
    const ConfigFile config("modules:\n  blue:\n    prober: websocket\n    websocket:\n"
                            "      headers: {X-Tenant: {values: [blue]}}\n");
    Exporter exporter(config);
    QVERIFY(exporter.isReady());
    const Answer answer = m_client.get(exporter.probe(server.url().toString(), u"blue"_s));
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains("probe_success 0\n"), answer.body.constData());
    QVERIFY2(answer.body.contains("probe_websocket_status_code 403\n"), answer.body.constData());
    QVERIFY2(seen.contains("\r\nX-Tenant: blue\r\n"), seen.constData());

    const Answer good = m_client.get(exporter.probe(m_server.serverUrl().toString()));
    QVERIFY2(good.body.contains("probe_success 1\n"), good.body.constData());
    QVERIFY2(good.body.contains("probe_websocket_ping_duration_seconds{statistic=\"max\"} "),
        good.body.constData());
}

void TestSockeyeProbeServe::theExpiryOfCertificatesIsTold_data()
{
    QTest::addColumn<QByteArray>("tls");
    QTest::addColumn<QByteArray>("success");
    const QByteArray own = QFINDTESTDATA("data/localhost.crt").toUtf8();
    QTest::newRow("accepted") << QByteArray("{ca_file: '" + own + "'}") << QByteArray("probe_success 1\n");
    QTest::newRow("not accepted") << QByteArray("{}") << QByteArray("probe_success 0\n");
}

void TestSockeyeProbeServe::theExpiryOfCertificatesIsTold()
{
    QFETCH(QByteArray, tls);
    QFETCH(QByteArray, success);
    QFile keyFile(QFINDTESTDATA("data/localhost.key"));
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    const QSslKey key(keyFile.readAll(), QSsl::Ec);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(QFINDTESTDATA("data/localhost.crt"));
    QVERIFY(!chain.isEmpty());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    QWebSocketServer server(u"test"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const ConfigFile config(
        "modules:\n  own:\n    prober: websocket\n    websocket: {tls_config: " + tls + "}\n");
    Exporter exporter(config);
    QVERIFY(exporter.isReady());
    const QString url = u"wss://127.0.0.1:%1/"_s.arg(server.serverPort());
    const Answer answer = m_client.get(exporter.probe(url, u"own"_s));
    QVERIFY2(answer.body.contains(success), answer.body.constData());
    const double expiry = static_cast<double>(chain.first().expiryDate().toSecsSinceEpoch());
    const qsizetype from = answer.body.indexOf("\nprobe_ssl_earliest_cert_expiry ");
    QVERIFY2(from > 0, answer.body.constData());
    QCOMPARE(answer.body.mid(from + 1).split('\n').first().split(' ').last().toDouble(), expiry);
}

void TestSockeyeProbeServe::aProbeEndsBeforePrometheusLosesPatience()
{
    const RawServer silent([](QTcpSocket *, const QByteArray &) {});
    const ConfigFile config("modules: {patient: {prober: websocket, timeout: 1h}}\n");
    Exporter exporter(config);
    QVERIFY(exporter.isReady());
    const Answer answer = m_client.get(exporter.probe(silent.url().toString(), u"patient"_s), "1.5");
    QCOMPARE(answer.status, 200);
    QVERIFY2(answer.body.contains("probe_success 0\n"), answer.body.constData());
}

void TestSockeyeProbeServe::aWrongRequestIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("no target") << u"/probe"_s << QString() << 400;
    QTest::newRow("a target of HTTP") << u"/probe"_s << u"target=http://127.0.0.1/"_s << 400;
    QTest::newRow("no such module") << u"/probe"_s << u"target=ws://127.0.0.1:1/&module=none"_s << 400;
    QTest::newRow("no such page") << u"/somewhere"_s << QString() << 404;
    QTest::newRow("the front page") << u"/"_s << QString() << 200;
    QTest::newRow("healthy") << u"/-/healthy"_s << QString() << 200;
}

void TestSockeyeProbeServe::aWrongRequestIsRefused()
{
    QFETCH(QString, path);
    QFETCH(QString, query);
    QFETCH(int, status);
    const ConfigFile config("");
    Exporter exporter(config);
    QVERIFY(exporter.isReady());
    QUrl url = exporter.metrics();
    url.setPath(path);
    url.setQuery(query);
    QCOMPARE(m_client.get(url).status, status);
}

void TestSockeyeProbeServe::aWrongFileIsToldByItsLines()
{
    const ConfigFile config("targets:\n  - {name: a, url: http://a}\n");
    SockeyeProbe probe({u"serve"_s, u"--check"_s, u"--config"_s, config.path()});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    Run run = probe.result();
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.startsWith(QString(config.path() % u":2:15: ").toUtf8()), run.err.constData());

    const ConfigFile good("targets:\n  - {name: a, url: ws://a}\n");
    SockeyeProbe fine({u"serve"_s, u"--check"_s, u"--config"_s, good.path()});
    QTRY_VERIFY_WITH_TIMEOUT(fine.isOver(), patience);
    run = fine.result();
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.err.isEmpty());
}

void TestSockeyeProbeServe::aTakenPortIsTold()
{
    const ConfigFile config("");
    SockeyeProbe probe({u"serve"_s, u"--config"_s, config.path(), u"--listen"_s,
        u"127.0.0.1:%1"_s.arg(m_server.serverPort())});
    QTRY_VERIFY_WITH_TIMEOUT(probe.isOver(), patience);
    const Run run = probe.result();
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.err.startsWith("sockeye-probe: "), run.err.constData());
}

void TestSockeyeProbeServe::aRealPrometheusScrapesBoth()
{
    if (!RealPrometheus::isInstalled()) {
        QVERIFY2(!RealPrometheus::isRequired(), "prometheus and promtool are required");
        QSKIP("no prometheus or promtool here; tests/run fetches them");
    }
    const QByteArray url = m_server.serverUrl().toEncoded();
    const ConfigFile config("modules: {quick: {prober: websocket, timeout: 5s}}\n"
                            "targets:\n  - {name: eu, url: '"
        + url + "', module: quick}\n");
    Exporter exporter(config);
    QVERIFY(exporter.isReady());
    // The way of blackbox_exporter's own documentation.
    RealPrometheus::Options options;
    options.config = QByteArray("global: {scrape_interval: 1s, scrape_timeout: 1s}\n"
                                "scrape_configs:\n"
                                "  - job_name: held\n"
                                "    static_configs: [{targets: ['${EXPORTER}']}]\n"
                                "  - job_name: probed\n"
                                "    metrics_path: /probe\n"
                                "    params: {module: [quick]}\n"
                                "    static_configs: [{targets: ['${URL}']}]\n"
                                "    relabel_configs:\n"
                                "      - {source_labels: [__address__], target_label: __param_target}\n"
                                "      - {source_labels: [__param_target], target_label: instance}\n"
                                "      - {target_label: __address__, replacement: '${EXPORTER}'}\n")
                         .replace("${EXPORTER}", exporter.metrics().authority().toUtf8())
                         .replace("${URL}", url);
    auto prometheus = RealPrometheus::start(options);
    QVERIFY2(prometheus, prometheus ? "" : qPrintable(prometheus.error()));
    const auto count = [&](const QString &expression) {
        QUrl query = (*prometheus)->url();
        query.setPath(u"/api/v1/query"_s);
        query.setQuery(QUrlQuery{{u"query"_s, expression}});
        const QJsonObject answer = QJsonDocument::fromJson(m_client.get(query).body).object();
        return answer[u"data"_s][u"result"_s].toArray().size();
    };
    for (const QString &expression : {u"probe_success{job=\"held\",target=\"eu\"} == 1"_s,
             u"histogram_quantile(0.99, rate(sockeye_probe_rtt_seconds_bucket[10s])) > 0"_s,
             u"probe_success{job=\"probed\"} == 1"_s,
             u"probe_websocket_duration_seconds{job=\"probed\",phase=\"processing\"} > 0"_s})
        QTRY_VERIFY2_WITH_TIMEOUT(count(expression) > 0, qPrintable(expression), patience);
    QCOMPARE(count(u"up == 0"_s), qsizetype{0});
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSockeyeProbeServe)
#include "tst_sockeyeprobeserve.moc"
