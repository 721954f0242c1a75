// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prometheusclient.h"
#include "core/prometheus/readapi.h"

#include "tests/prometheus/readoutcome.h"
#include "tests/support/nosecrets.h"
#include "tests/support/realvictoriametrics.h"

#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::RealVictoriaMetrics;

namespace {

constexpr int patience = 60'000;
constexpr qint64 firstTime = 1'767'225'600'000;
// At the very time of a sample an instant query does not find it.
constexpr qint64 soonAfter = firstTime + 5'000;

// A gauge that is called like a counter, a name with dots, a label beyond ASCII.
constexpr auto samples = R"(_total{room="a"} 1 1767225600000
_total{room="a"} 2 1767225610000
_total{room="a"} 3 1767225620000
http.requests{größe="1"} 5 1767225600000
plus{room="a+b"} 7 1767225600000
)";

} // namespace

//! The client against the VictoriaMetrics of Debian 12, which differs in many small things.
class TestVictoriaMetricsReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recognisesTheServer();
    void answersAnInstantQuery_data();
    void answersAnInstantQuery();
    void answersARangeQuery();
    void placesAParseError();
    void reportsTooManyPoints();
    void readsLabels();
    void readsSeries();
    void readsTargets();
    void lacksWhatPrometheusHas();
    void takesItsOwnOptions();
    void refusesTheOptionsOfThanos();
    void findsTheRightPrefix();

private:
    [[nodiscard]] PrometheusClient &client() { return *m_client; }
    [[nodiscard]] std::unique_ptr<PrometheusClient> clientAt(const QString &path) const;
    [[nodiscard]] static ServerCheckOutcome check(PrometheusClient &client);
    [[nodiscard]] static QueryOutcome outcomeOf(QueryJob *job);
    [[nodiscard]] QueryOutcome answerTo(const QString &expression, qint64 milliseconds = soonAfter);

    test::NoSecrets m_secrets;
    SystemClock m_clock;
    std::unique_ptr<RealVictoriaMetrics> m_server;
    std::unique_ptr<PrometheusClient> m_client;
};

void TestVictoriaMetricsReal::initTestCase()
{
    if (RealVictoriaMetrics::findProgram().isEmpty()) {
        if (qEnvironmentVariableIntValue("SOCKEYE_REQUIRE_REAL") == 1)
            QFAIL("victoria-metrics is required and not there");
        QSKIP("victoria-metrics is not installed");
    }
    auto server = RealVictoriaMetrics::start({samples, true});
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    m_server = std::move(*server);
    m_client = clientAt({});
}

std::unique_ptr<PrometheusClient> TestVictoriaMetricsReal::clientAt(const QString &path) const
{
    HttpConfig config;
    config.baseUrl = m_server->url();
    config.baseUrl.setPath(path);
    config.timeout = 60s;
    return std::make_unique<PrometheusClient>(config, m_secrets, m_clock);
}

ServerCheckOutcome TestVictoriaMetricsReal::check(PrometheusClient &client)
{
    QSignalSpy spy(client.check(), &ServerCheckJob::finished);
    if (!spy.wait(patience))
        qFatal("the check never finished");
    return spy.first().first().value<ServerCheckOutcome>();
}

QueryOutcome TestVictoriaMetricsReal::outcomeOf(QueryJob *job)
{
    QSignalSpy spy(job, &QueryJob::finished);
    if (!spy.wait(patience))
        qFatal("the query never finished");
    return spy.first().first().value<QueryOutcome>();
}

QueryOutcome TestVictoriaMetricsReal::answerTo(const QString &expression, qint64 milliseconds)
{
    return outcomeOf(client().query({expression, fromMilliseconds(milliseconds)}));
}

void TestVictoriaMetricsReal::recognisesTheServer()
{
    ServerFacts facts;
    // The first scrape takes a moment.
    const bool isScraped = QTest::qWaitFor(
        [this, &facts] {
            facts = check(client()).value_or(ServerFacts{});
            return facts.targetsUp == 1 && facts.seriesCount > 0;
        },
        patience);

    QVERIFY(isScraped);
    QCOMPARE(facts.profile.flavour, ServerFlavour::VictoriaMetrics);
    QCOMPARE(facts.profile.maximumPoints, 30'000);
    QVERIFY(facts.scrapeInterval == 1s);
    // Its queries answer for half a minute ago; its clock is ours.
    QVERIFY(std::chrono::abs(facts.clockOffset) < 5s);
}

void TestVictoriaMetricsReal::answersAnInstantQuery_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<double>("value");

    QTest::newRow("a gauge called _total") << u"_total"_s << 1.0;
    QTest::newRow("a name with dots") << u"{__name__=\"http.requests\"}"_s << 5.0;
    QTest::newRow("a plus sign") << u"plus{room=~\"a[+]b\"} + 1"_s << 8.0;
    QTest::newRow("a number") << u"1 + 1"_s << 2.0;
}

void TestVictoriaMetricsReal::answersAnInstantQuery()
{
    QFETCH(QString, expression);
    QFETCH(double, value);

    const auto outcome = answerTo(expression);

    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().message));
    QCOMPARE(outcome->result.series.size(), 1U);
    QCOMPARE(*outcome->result.series.front().lastValue(), value);
}

void TestVictoriaMetricsReal::answersARangeQuery()
{
    const TimeRange range{fromMilliseconds(firstTime), fromMilliseconds(firstTime + 20'000)};

    const auto outcome = outcomeOf(client().queryRange({u"_total"_s, range, 10s}));

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->result.series.size(), 1U);
    QCOMPARE(*outcome->result.series.front().lastValue(), 3.0);
    QCOMPARE(outcome->result.series.front().labels.metricName(), "_total");
}

void TestVictoriaMetricsReal::placesAParseError()
{
    const auto outcome = answerTo(u"sum(\n  up) +\n up)"_s);

    QCOMPARE(outcome.error().kind, Kind::BadData);
    QCOMPARE(outcome.error().status, 422);
    QCOMPARE(std::pair(outcome.error().line, outcome.error().column), std::pair(3, 4));
}

void TestVictoriaMetricsReal::reportsTooManyPoints()
{
    const TimeRange year{fromMilliseconds(1'735'689'600'000), fromMilliseconds(1'767'225'600'000)};

    const auto outcome = outcomeOf(client().queryRange({u"_total"_s, year, 1s}));

    QCOMPARE(outcome.error().kind, Kind::Execution);
    QVERIFY(outcome.error().message.contains("too many points"_L1));
}

void TestVictoriaMetricsReal::readsLabels()
{
    SeriesSelection selection;
    selection.matchers = {u"{__name__=~\"_total|http.requests\"}"_s};
    selection.range = TimeRange{fromMilliseconds(firstTime - 60'000), fromMilliseconds(firstTime + 60'000)};

    const auto names = test::outcomeOf(client().read().labelNames(selection));
    const auto values = test::outcomeOf(client().read().labelValues("größe", selection));

    QVERIFY(names.has_value() && values.has_value());
    QVERIFY(std::ranges::count(names->items, QByteArray("größe")) == 1);
    QCOMPARE(values->items, std::vector<QByteArray>{"1"});
}

void TestVictoriaMetricsReal::readsSeries()
{
    SeriesSelection selection;
    selection.matchers = {u"{__name__=\"http.requests\"}"_s};
    selection.range = TimeRange{fromMilliseconds(firstTime - 60'000), fromMilliseconds(firstTime + 60'000)};

    const auto series = test::outcomeOf(client().read().series(selection));

    QVERIFY(series.has_value());
    QCOMPARE(series->items, (std::vector<LabelSet>{{{"__name__", "http.requests"}, {"größe", "1"}}}));
}

void TestVictoriaMetricsReal::readsTargets()
{
    const auto targets = test::outcomeOf(client().read().targets());

    QVERIFY(targets.has_value());
    QCOMPARE(targets->items.size(), 1U);
    QCOMPARE(targets->items.front().pool, u"self"_s);
    QVERIFY(targets->items.front().interval == 1s);
}

void TestVictoriaMetricsReal::lacksWhatPrometheusHas()
{
    QVERIFY(check(client()).has_value());

    QCOMPARE(test::outcomeOf(client().read().formatQuery(u"up"_s)).error().kind, Kind::Unsupported);
    QCOMPARE(test::outcomeOf(client().read().runtimeInformation()).error().kind, Kind::Unsupported);
    QCOMPARE(test::outcomeOf(client().read().flags()).error().kind, Kind::Unsupported);
    QVERIFY(test::outcomeOf(client().read().rules()).has_value());
    QVERIFY(test::outcomeOf(client().read().tsdbStatus())->seriesCount > 0);
}

void TestVictoriaMetricsReal::takesItsOwnOptions()
{
    const auto narrow = clientAt({});
    EndpointOptions options;
    options.victoriaMetrics.extraLabels = {u"room=a"_s};
    options.victoriaMetrics.noCache = true;
    narrow->setOptions(options);

    const auto checked = check(*narrow);
    const auto outcome = outcomeOf(
        narrow->query({u"count({__name__=~\"_total|plus\"}) by (__name__)"_s, fromMilliseconds(soonAfter)}));

    QVERIFY(checked.has_value() && outcome.has_value());
    // Of the two only _total has room="a".
    QCOMPARE(outcome->result.series.size(), 1U);
}

void TestVictoriaMetricsReal::refusesTheOptionsOfThanos()
{
    const auto wrong = clientAt({});
    EndpointOptions options;
    options.thanos.maxSourceResolution = u"5m"_s;
    wrong->setOptions(options);

    const auto checked = check(*wrong);

    QCOMPARE(checked.error().kind, Kind::OptionRefused);
    QCOMPARE(checked.error().message, u"max_source_resolution"_s);
}

void TestVictoriaMetricsReal::findsTheRightPrefix()
{
    const auto lost = clientAt(u"/vmui"_s);

    const auto checked = check(*lost);

    QVERIFY(!checked.has_value());
    QCOMPARE(checked.error().suggestedBaseUrl, m_server->url());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestVictoriaMetricsReal)

#include "tst_victoriametrics_real.moc"
