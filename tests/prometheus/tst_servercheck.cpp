// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prefixsearch.h"
#include "core/prometheus/prometheusclient.h"

#include "tests/http/faultyserver.h"
#include "tests/prometheus/recordedserver.h"
#include "tests/support/nosecrets.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::FaultyServer;
using test::RecordedPages;
using test::timeAnswer;

namespace {

constexpr int patience = 30'000;

//! The pages of the servers that were recorded, at the paths where they have them.
RecordedPages prometheusPages()
{
    return {{"/api/v1/query", timeAnswer()},
        {"/api/v1/status/buildinfo", test::recorded(u"prometheus-3.5.3/buildinfo"_s)},
        {"/api/v1/status/tsdb", test::recorded(u"prometheus-3.5.3/tsdb_status"_s)},
        {"/api/v1/targets", test::recorded(u"prometheus-3.5.3/targets"_s)}};
}

RecordedPages thanosPages()
{
    return {{"/api/v1/query", timeAnswer()},
        {"/api/v1/status/buildinfo", test::recorded(u"thanos-0.41/buildinfo"_s)},
        {"/api/v1/stores", test::recorded(u"thanos-0.41/stores"_s)},
        {"/api/v1/targets", test::recorded(u"thanos-0.41/targets"_s)}};
}

RecordedPages victoriaMetricsPages()
{
    RecordedPages pages{{"/api/v1/query", timeAnswer()},
        {"/api/v1/status/buildinfo", test::recorded(u"victoriametrics-1.145/buildinfo"_s)},
        {"/api/v1/status/tsdb", test::recorded(u"victoriametrics-1.145/tsdb_status"_s)},
        {"/api/v1/targets", test::recorded(u"victoriametrics-1.145/targets"_s)}};
    pages["/api/v1/query"].headers = test::recorded(u"victoriametrics-1.145/query"_s).headers;
    return pages;
}

int countOf(const FaultyServer &server, const QByteArray &path)
{
    return static_cast<int>(
        std::ranges::count_if(server.requests(), [&path](const test::WireRequest &request) {
            return request.target.split('?').constFirst() == path;
        }));
}

} // namespace

class TestServerCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognisesAServer_data();
    void recognisesAServer();
    void recognisesCortexByItsTenant();
    void doesNotAskAgainForWhatIsMissing();
    void refusesOptionsOfAnotherServer();
    void sendsTheOptionsToTheRightServer();
    void listsCandidates_data();
    void listsCandidates();
    void findsTheRightPrefix_data();
    void findsTheRightPrefix();
    void searchesOnce();
    void endsASearch();

private:
    [[nodiscard]] HttpConfig configFor(const FaultyServer &server, const QString &path = {}) const;
    [[nodiscard]] static ServerCheckOutcome outcomeOf(ServerCheckJob *job);

    test::NoSecrets m_secrets;
    SystemClock m_clock;
};

HttpConfig TestServerCheck::configFor(const FaultyServer &server, const QString &path) const
{
    HttpConfig config;
    config.baseUrl = server.url(path);
    config.timeout = 60s;
    return config;
}

ServerCheckOutcome TestServerCheck::outcomeOf(ServerCheckJob *job)
{
    QSignalSpy spy(job, &ServerCheckJob::finished);
    if (!spy.wait(patience))
        qFatal("the check never finished");
    return spy.first().first().value<ServerCheckOutcome>();
}

void TestServerCheck::recognisesAServer_data()
{
    QTest::addColumn<RecordedPages>("pages");
    QTest::addColumn<ServerFlavour>("flavour");
    QTest::addColumn<qint64>("series");
    QTest::addColumn<qint64>("scrapeInterval");

    QTest::newRow("Prometheus") << prometheusPages() << ServerFlavour::Prometheus << 1'668LL << 5'000LL;
    QTest::newRow("Thanos, which has no TSDB") << thanosPages() << ServerFlavour::Thanos << -1LL << 5'000LL;
    QTest::newRow("VictoriaMetrics") << victoriaMetricsPages() << ServerFlavour::VictoriaMetrics << 224LL
                                     << 5'000LL;
    QTest::newRow("a server that tells nothing")
        << RecordedPages{{"/api/v1/query", timeAnswer()}} << ServerFlavour::Compatible << -1LL << 0LL;
}

void TestServerCheck::recognisesAServer()
{
    QFETCH(RecordedPages, pages);
    QFETCH(ServerFlavour, flavour);
    QFETCH(qint64, series);
    QFETCH(qint64, scrapeInterval);
    FaultyServer server(test::serve(pages));
    PrometheusClient client(configFor(server), m_secrets, m_clock);

    const auto facts = outcomeOf(client.check());

    QVERIFY(facts.has_value());
    QCOMPARE(facts->profile.flavour, flavour);
    QCOMPARE(facts->seriesCount, series);
    QCOMPARE(qint64{facts->scrapeInterval.count()}, scrapeInterval);
}

void TestServerCheck::recognisesCortexByItsTenant()
{
    FaultyServer server([](const test::WireRequest &request, QTcpSocket &socket) {
        if (request.header("X-Scope-OrgID").isEmpty())
            test::sendReply(socket, test::recorded(u"cortex-1.21/no_org_id"_s));
        else if (request.target.startsWith("/prometheus/api/v1/query"))
            test::sendReply(socket, timeAnswer());
        else
            test::sendReply(socket, test::recorded(u"cortex-1.21/buildinfo"_s));
    });
    HttpConfig config = configFor(server, u"/prometheus"_s);
    PrometheusClient stranger(config, m_secrets, m_clock);
    config.headers = {{"X-Scope-OrgID", "team-a"}};
    PrometheusClient tenant(config, m_secrets, m_clock);

    const auto refused = outcomeOf(stranger.check());
    const auto facts = outcomeOf(tenant.check());

    QCOMPARE(refused.error().kind, Kind::TenantMissing);
    QVERIFY(facts.has_value());
    QCOMPARE(facts->profile.flavour, ServerFlavour::Cortex);
    QCOMPARE(countOf(server, "/prometheus/api/v1/targets"), 0);
}

void TestServerCheck::doesNotAskAgainForWhatIsMissing()
{
    FaultyServer server(test::serve({{"/api/v1/query", timeAnswer()}}));
    PrometheusClient client(configFor(server), m_secrets, m_clock);

    const auto first = outcomeOf(client.check());
    const auto second = outcomeOf(client.check());

    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(countOf(server, "/api/v1/targets"), 1);
    QCOMPARE(countOf(server, "/api/v1/status/tsdb"), 1);
    QVERIFY(!first->profile.features.testFlag(ServerFeature::Targets));
}

void TestServerCheck::refusesOptionsOfAnotherServer()
{
    FaultyServer server(test::serve(prometheusPages()));
    PrometheusClient client(configFor(server), m_secrets, m_clock);
    EndpointOptions options;
    options.thanos.deduplicate = false;
    client.setOptions(options);

    const auto checked = outcomeOf(client.check());
    const auto asked = countOf(server, "/api/v1/query");
    QSignalSpy spy(client.query({u"up"_s, {}}), &QueryJob::finished);
    QVERIFY(spy.isEmpty());
    QVERIFY(spy.wait(patience));
    const auto queried = spy.first().first().value<QueryOutcome>();

    QCOMPARE(checked.error().kind, Kind::OptionRefused);
    QCOMPARE(checked.error().message, u"dedup"_s);
    QCOMPARE(queried.error().kind, Kind::OptionRefused);
    QCOMPARE(countOf(server, "/api/v1/query"), asked);
}

void TestServerCheck::sendsTheOptionsToTheRightServer()
{
    FaultyServer server(test::serve(thanosPages()));
    PrometheusClient client(configFor(server), m_secrets, m_clock);
    EndpointOptions options;
    options.thanos.deduplicate = false;
    options.thanos.replicaLabels = {u"replica"_s};
    client.setOptions(options);

    const auto facts = outcomeOf(client.check());

    QVERIFY(facts.has_value());
    const QByteArray &form = server.requests().front().body;
    QVERIFY2(form.contains("dedup=false") && form.contains("replicaLabels%5B%5D=replica"), form.constData());
}

void TestServerCheck::listsCandidates_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("landing");
    QTest::addColumn<QStringList>("first");

    QTest::newRow("a bare host") << u"https://h"_s << QString()
                                 << QStringList{u"https://h/prometheus"_s, u"https://h/prom"_s,
                                        u"https://h/api/prom"_s, u"https://h/select/0/prometheus"_s};
    QTest::newRow("the address of the web page")
        << u"https://h/prom/graph"_s << QString() << QStringList{u"https://h/prom"_s, u"https://h"_s};
    QTest::newRow("with the API's own path")
        << u"https://h/api/v1"_s << QString() << QStringList{u"https://h/api"_s, u"https://h"_s};
    QTest::newRow("where the root leads to") << u"https://h:9090"_s << u"https://h:9090/own/prefix/graph"_s
                                             << QStringList{u"https://h:9090/own/prefix/graph"_s,
                                                    u"https://h:9090/own/prefix"_s, u"https://h:9090/own"_s};
}

void TestServerCheck::listsCandidates()
{
    QFETCH(QString, base);
    QFETCH(QString, landing);
    QFETCH(QStringList, first);

    const std::vector<QUrl> candidates = candidateBases(QUrl(base), QUrl(landing));

    QStringList texts;
    for (const QUrl &candidate : candidates)
        texts.append(candidate.toString());
    QCOMPARE(texts.mid(0, first.size()), first);
    QVERIFY(texts.size() <= 12);
    QVERIFY(!texts.contains(base));
}

void TestServerCheck::findsTheRightPrefix_data()
{
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QByteArray>("right");

    QTest::newRow("none where there is one") << QString() << QByteArray("/prometheus");
    QTest::newRow("one where there is none") << u"/prometheus"_s << QByteArray();
    QTest::newRow("the web page") << u"/prom/graph"_s << QByteArray("/prom");
    QTest::newRow("a cluster of VictoriaMetrics") << QString() << QByteArray("/select/0/prometheus");
    QTest::newRow("nowhere") << QString() << QByteArray("/quite/elsewhere");
}

void TestServerCheck::findsTheRightPrefix()
{
    QFETCH(QString, entered);
    QFETCH(QByteArray, right);
    FaultyServer server(test::serve({{right + "/api/v1/query", timeAnswer()}}));
    PrometheusClient client(configFor(server, entered), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.check());

    QCOMPARE(outcome.error().kind, Kind::NotFound);
    const QUrl expected = right == "/quite/elsewhere" ? QUrl() : QUrl(server.url(QString::fromLatin1(right)));
    QCOMPARE(outcome.error().suggestedBaseUrl, expected);
}

void TestServerCheck::searchesOnce()
{
    FaultyServer server(test::serve({{"/prom/api/v1/query", timeAnswer()}}));
    PrometheusClient client(configFor(server), m_secrets, m_clock);

    const auto first = outcomeOf(client.check());
    const auto asked = server.requests().size();
    const auto second = outcomeOf(client.check());

    QVERIFY(!first.error().suggestedBaseUrl.isEmpty());
    QCOMPARE(second.error(), first.error());
    // The query by POST and nothing else.
    QCOMPARE(server.requests().size(), asked + 1);
}

void TestServerCheck::endsASearch()
{
    // Answers the query, and nothing that comes after it.
    FaultyServer server([](const test::WireRequest &request, QTcpSocket &socket) {
        if (request.target == "/api/v1/query")
            test::sendReply(socket, test::recorded(u"prometheus-3.5.3/not_found"_s));
    });
    PrometheusClient client(configFor(server), m_secrets, m_clock);
    ServerCheckJob *job = client.check();
    QSignalSpy spy(job, &ServerCheckJob::finished);
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > 1, patience);

    job->abort();

    QVERIFY(spy.wait(patience));
    QCOMPARE(spy.first().first().value<ServerCheckOutcome>().error().suggestedBaseUrl, QUrl());
    auto gone = std::make_unique<PrometheusClient>(configFor(server), m_secrets, m_clock);
    QPointer<ServerCheckJob> orphan(gone->check());
    const auto asked = server.requests().size();
    QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() > asked + 1, patience);
    gone.reset();
    QVERIFY(orphan.isNull());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestServerCheck)

#include "tst_servercheck.moc"
