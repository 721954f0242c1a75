// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/prometheus/prometheusclient.h"

#include "tests/support/realnginx.h"
#include "tests/support/realprometheus.h"

#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(sockeye::QueryError::Kind)

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::RealNginx;
using test::RealPrometheus;

namespace {

constexpr int patience = 60'000;

constexpr auto servers = R"(
    limit_req_zone $server_port zone=scarce:64k rate=1r/m;
    server {
        listen 127.0.0.1:${PORT0};
        location /prometheus/ { proxy_pass ${PROMETHEUS}/; }
        location /private/ {
            auth_basic "Prometheus";
            auth_basic_user_file /dev/null;
            proxy_pass ${PROMETHEUS}/;
        }
        location /forbidden/ { deny all; }
        location /scarce/ {
            limit_req zone=scarce;
            limit_req_status 429;
            add_header Retry-After 7 always;
            return 429;
        }
        location /small/ { client_max_body_size 1k; proxy_pass ${PROMETHEUS}/; }
        location /down/ { proxy_pass http://127.0.0.1:1/; }
        location /login/ { default_type text/html; return 200 "<html><title>Sign in</title></html>"; }
        location /cut/ { return 200 '{"status":"success","data":{"resultType":"vector",'; }
    }
)";

class NoSecrets final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &) const override { return QByteArray(); }
};

template <typename Outcome, typename Job>
Outcome outcomeOf(Job *job)
{
    QSignalSpy spy(job, &Job::finished);
    if (!spy.wait(patience))
        qFatal("the job never finished");
    return spy.first().first().template value<Outcome>();
}

} // namespace

//! What becomes of a query when a real nginx stands in front of a real Prometheus.
class TestPrometheusClientNginx final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void asksUnderAPrefix();
    void namesWhatStandsInBetween_data();
    void namesWhatStandsInBetween();
    void tellsHowLongToWait();
    void findsThePrefix();

private:
    [[nodiscard]] HttpConfig configFor(const QString &prefix) const;

    std::unique_ptr<RealPrometheus> m_prometheus;
    std::unique_ptr<RealNginx> m_nginx;
    NoSecrets m_secrets;
    SystemClock m_clock;
};

void TestPrometheusClientNginx::initTestCase()
{
    if (!RealPrometheus::isInstalled() || RealNginx::findProgram().isEmpty()) {
        QVERIFY2(!RealPrometheus::isRequired(), "prometheus, promtool and nginx are required");
        QSKIP("no prometheus, promtool or nginx here; tests/run fetches them");
    }
    auto prometheus = RealPrometheus::start({});
    QVERIFY2(prometheus, prometheus ? "" : qPrintable(prometheus.error()));
    m_prometheus = std::move(*prometheus);
    RealNginx::Options options{.http = servers};
    options.http.replace("${PROMETHEUS}", m_prometheus->url().toEncoded());
    auto nginx = RealNginx::start(options);
    QVERIFY2(nginx, nginx ? "" : qPrintable(nginx.error()));
    m_nginx = std::move(*nginx);
}

void TestPrometheusClientNginx::cleanupTestCase()
{
    m_nginx.reset();
    m_prometheus.reset();
}

HttpConfig TestPrometheusClientNginx::configFor(const QString &prefix) const
{
    HttpConfig config;
    config.baseUrl = m_nginx->url(prefix);
    config.timeout = 60s;
    return config;
}

void TestPrometheusClientNginx::asksUnderAPrefix()
{
    PrometheusClient client(configFor(u"/prometheus"_s), m_secrets, m_clock);

    const auto outcome = outcomeOf<QueryOutcome>(client.query({u"vector(1)+vector(2)"_s, {}}));

    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->result.series.size(), std::size_t{1});
    QCOMPARE(outcome->result.series.front().values.front(), 3.0);
}

void TestPrometheusClientNginx::namesWhatStandsInBetween_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QueryError::Kind>("kind");

    QTest::newRow("a wrong prefix") << u"/prom"_s << Kind::NotFound;
    QTest::newRow("no password") << u"/private"_s << Kind::Unauthorized;
    QTest::newRow("not let in") << u"/forbidden"_s << Kind::Forbidden;
    QTest::newRow("a query over the proxy's limit") << u"/small"_s << Kind::RequestTooLarge;
    QTest::newRow("Prometheus is down") << u"/down"_s << Kind::BadGateway;
    QTest::newRow("a page to sign in") << u"/login"_s << Kind::NotPrometheus;
    QTest::newRow("an answer cut off") << u"/cut"_s << Kind::Malformed;
}

void TestPrometheusClientNginx::namesWhatStandsInBetween()
{
    QFETCH(QString, prefix);
    QFETCH(QueryError::Kind, kind);
    PrometheusClient client(configFor(prefix), m_secrets, m_clock);

    const auto outcome = outcomeOf<QueryOutcome>(client.query({QString(2000, u'1'), {}}));

    QVERIFY(!outcome);
    QVERIFY2(outcome.error().kind == kind, qPrintable(outcome.error().message));
}

void TestPrometheusClientNginx::tellsHowLongToWait()
{
    PrometheusClient client(configFor(u"/scarce"_s), m_secrets, m_clock);

    const auto outcome = outcomeOf<QueryOutcome>(client.query({u"1"_s, {}}));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Kind::TooManyRequests);
    QCOMPARE(outcome.error().retryAfter, 7s);
}

void TestPrometheusClientNginx::findsThePrefix()
{
    PrometheusClient client(configFor({}), m_secrets, m_clock);

    const auto outcome = outcomeOf<ServerCheckOutcome>(client.check());

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Kind::NotFound);
    QCOMPARE(outcome.error().suggestedBaseUrl, m_nginx->url(u"/prometheus"_s));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPrometheusClientNginx)

#include "tst_prometheusclient_nginx.moc"
