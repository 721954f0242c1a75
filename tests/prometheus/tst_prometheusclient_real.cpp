// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/prometheus/prometheusclient.h"
#include "core/prometheus/readapi.h"

#include "tests/prometheus/readoutcome.h"
#include "tests/support/realprometheus.h"

#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::RealPrometheus;

namespace {

constexpr int patience = 30'000;

// A counter that is scraped every 10 s, misses two scrapes, and a gauge that goes through NaN and +Inf.
constexpr auto history = R"(# TYPE sent counter
# HELP sent Messages.
sent_total{room="a"} 0 1767225600
sent_total{room="a"} 10 1767225610
sent_total{room="a"} 20 1767225620
# TYPE level gauge
level{room="a"} NaN 1767225600
level{room="a"} +Inf 1767225610
level{room="a"} 1.5 1767225620
# TYPE job:level gauge
job:level{path="C:\\new",text="a\nb",unit="秒"} 1 1767225620
job:level{path="C:\\old"} 2 1767225620
# EOF
)";

constexpr auto selfScrape = R"(global: {scrape_interval: 1s}
scrape_configs:
- job_name: prometheus
  static_configs: [{targets: ["${SELF}"]}]
- job_name: down
  scrape_interval: 2s
  static_configs: [{targets: ["127.0.0.1:1"]}]
)";

class OnePassword final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &) const override { return password; }

    QByteArray password;
};

HttpConfig configFor(const QUrl &url)
{
    HttpConfig config;
    config.baseUrl = url;
    config.timeout = 60s;
    return config;
}

template <typename Outcome, typename Job>
Outcome outcomeOf(Job *job)
{
    QSignalSpy spy(job, &Job::finished);
    if (!spy.wait(patience))
        qFatal("the job never finished");
    return spy.first().first().template value<Outcome>();
}

} // namespace

class TestPrometheusClientReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAnInstantQuery();
    void findsASeriesByItsLabels();
    void answersARangeQuery();
    void answersScalarAndString();
    void placesAParseError();
    void reportsAnEvaluationError();
    void reportsTooManyPoints();
    void checksTheServer();
    void takesInventory();
    void readsSeriesAndLabels();
    void readsTargetsRulesAndAlerts();
    void readsTheStatusPages();
    void formatsAQuery();
    void findsTheRightPrefix();
    void findsNothingUnderAWrongPrefix();
    void asksForThePassword();
    void survivesTheServersDeath();

private:
    [[nodiscard]] QueryOutcome answerAt(const QString &expression, qint64 seconds);

    OnePassword m_secrets;
    SystemClock m_clock;
    std::unique_ptr<RealPrometheus> m_server;
    std::unique_ptr<PrometheusClient> m_client;
};

void TestPrometheusClientReal::initTestCase()
{
    if (!RealPrometheus::isInstalled()) {
        if (RealPrometheus::isRequired())
            QFAIL("prometheus and promtool are required and not there");
        QSKIP("prometheus or promtool is not installed");
    }
    RealPrometheus::Options options;
    options.config = selfScrape;
    options.openMetrics = history;
    auto server = RealPrometheus::start(options);
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    m_server = std::move(*server);
    m_client = std::make_unique<PrometheusClient>(configFor(m_server->url()), m_secrets, m_clock);
}

QueryOutcome TestPrometheusClientReal::answerAt(const QString &expression, qint64 seconds)
{
    return outcomeOf<QueryOutcome>(m_client->query({expression, fromMilliseconds(seconds * 1000)}));
}

void TestPrometheusClientReal::answersAnInstantQuery()
{
    const auto outcome = answerAt(u"sent_total"_s, 1'767'225'615);

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->result.type, QueryResult::Type::Vector);
    QCOMPARE(outcome->result.series.size(), std::size_t{1});
    const TimeSeries &series = outcome->result.series.front();
    QCOMPARE(series.labels, (LabelSet{{"__name__", "sent_total"}, {"room", "a"}}));
    QVERIFY(series.times.front() == fromMilliseconds(1'767'225'615'000));
    QCOMPARE(series.values.front(), 10.0);
    QVERIFY(outcome->elapsed.count() > 0);
}

void TestPrometheusClientReal::findsASeriesByItsLabels()
{
    const auto all = answerAt(u"job:level"_s, 1'767'225'620);
    QVERIFY(all.has_value());
    QCOMPARE(all->result.series.size(), std::size_t{2});
    for (const TimeSeries &series : all->result.series) {
        const auto one = answerAt(QString::fromUtf8(series.labels.toPromQl()), 1'767'225'620);
        QVERIFY(one.has_value());
        QCOMPARE(one->result.series, std::vector{series});
    }
}

void TestPrometheusClientReal::answersARangeQuery()
{
    const TimeRange range{fromMilliseconds(1'767'225'600'000), fromMilliseconds(1'767'225'620'000)};

    const auto outcome =
        outcomeOf<QueryOutcome>(m_client->queryRange({u"level{room=~\"a+\"}"_s, range, 10s}));

    QVERIFY(outcome.has_value());
    const TimeSeries &series = outcome->result.series.front();
    QCOMPARE(series.size(), std::size_t{3});
    QVERIFY(std::isnan(series.values.at(0)) && !isAbsent(series.values.at(0)));
    QVERIFY(std::isinf(series.values.at(1)));
    QCOMPARE(series.values.at(2), 1.5);
    QVERIFY(series.times[2] == range.end);
}

void TestPrometheusClientReal::answersScalarAndString()
{
    const auto scalar = answerAt(u"1.5"_s, 1'767'225'600);
    const auto string = answerAt(u"\"h\u00e9\""_s, 1'767'225'600);

    QVERIFY(scalar.has_value() && string.has_value());
    QCOMPARE(scalar->result.type, QueryResult::Type::Scalar);
    QCOMPARE(scalar->result.series.front().values.front(), 1.5);
    QCOMPARE(string->result.string, u"h\u00e9"_s);
}

void TestPrometheusClientReal::placesAParseError()
{
    const auto outcome = answerAt(u"sum(\n  up{"_s, 1'767'225'600);

    QCOMPARE(outcome.error().kind, Kind::BadData);
    QCOMPARE(outcome.error().status, 400);
    QCOMPARE(outcome.error().line, 2);
    QVERIFY(outcome.error().column > 0);
    QVERIFY(outcome.error().message.contains("parse error"_L1));
}

void TestPrometheusClientReal::reportsAnEvaluationError()
{
    const auto outcome = answerAt(
        u"label_replace(sent_total, \"room\", \"b\", \"\", \"\") * on() group_left() {__name__=~\"sent_total|level\"}"_s,
        1'767'225'615);

    QCOMPARE(outcome.error().kind, Kind::Execution);
    QCOMPARE(outcome.error().status, 422);
}

void TestPrometheusClientReal::reportsTooManyPoints()
{
    const TimeRange year{fromMilliseconds(1'735'689'600'000), fromMilliseconds(1'767'225'600'000)};

    const auto outcome = outcomeOf<QueryOutcome>(m_client->queryRange({u"up"_s, year, 1s}));

    QCOMPARE(outcome.error().kind, Kind::BadData);
    QVERIFY(outcome.error().message.contains("11,000"_L1));
}

void TestPrometheusClientReal::checksTheServer()
{
    ServerFacts facts;
    // The first scrapes take a moment.
    const bool isScraped = QTest::qWaitFor(
        [this, &facts] {
            const auto outcome = outcomeOf<ServerCheckOutcome>(m_client->check());
            facts = outcome.value_or(ServerFacts{});
            return facts.targetsUp == 1 && facts.seriesCount > 100;
        },
        patience);

    QVERIFY(isScraped);
    QVERIFY(facts.profile.version.startsWith("2."_L1) || facts.profile.version.startsWith("3."_L1));
    QCOMPARE(facts.activeTargets, 2);
    QVERIFY(facts.scrapeInterval == 1s);
    QVERIFY(facts.roundTrip.count() > 0);
    // The same machine, so the same clock, but for what the measurement itself takes.
    QVERIFY(std::chrono::abs(facts.clockOffset) < 5s);
}

void TestPrometheusClientReal::takesInventory()
{
    MetricInventory inventory;
    const bool isScraped = QTest::qWaitFor(
        [this, &inventory] {
            const auto outcome = outcomeOf<InventoryOutcome>(m_client->inventory(
                "up|prometheus_http_requests_total|prometheus_http_request_duration_seconds_.*"));
            inventory = outcome.value_or(MetricInventory{});
            return inventory.typeOf.value("prometheus_http_requests_total") == "counter"
                && inventory.jobsOf.value("up").size() == 2;
        },
        patience);

    QVERIFY(isScraped);
    QVERIFY(inventory.jobsOf.value("up").contains("down"));
    QCOMPARE(inventory.typeOf.value("prometheus_http_request_duration_seconds_bucket"), "histogram");
    QCOMPARE(inventory.typeOf.value("prometheus_http_request_duration_seconds"), "histogram");
}

void TestPrometheusClientReal::readsSeriesAndLabels()
{
    SeriesSelection selection;
    selection.matchers = {u"sent_total"_s, u"level"_s};
    selection.range = TimeRange{fromMilliseconds(1'767'225'590'000), fromMilliseconds(1'767'225'630'000)};

    const auto series = test::outcomeOf(m_client->read().series(selection));
    const auto names = test::outcomeOf(m_client->read().labelNames(selection));
    const auto values = test::outcomeOf(m_client->read().labelValues("room", selection));
    selection.limit = 1;
    const auto one = test::outcomeOf(m_client->read().series(selection));

    QVERIFY(series.has_value() && names.has_value() && values.has_value() && one.has_value());
    QCOMPARE(series->items.size(), 2U);
    QCOMPARE(names->items, (std::vector<QByteArray>{"__name__", "room"}));
    QCOMPARE(values->items, std::vector<QByteArray>{"a"});
    QCOMPARE(one->items.size(), 1U);
}

void TestPrometheusClientReal::readsTargetsRulesAndAlerts()
{
    Listing<ScrapeTarget> targets;
    // The first scrapes take a moment.
    const bool areScraped = QTest::qWaitFor(
        [this, &targets] {
            targets = test::outcomeOf(m_client->read().targets()).value_or(Listing<ScrapeTarget>{});
            const auto isUnknown = [](const ScrapeTarget &t) { return t.health == ServerHealth::Unknown; };
            return targets.items.size() == 2 && std::ranges::none_of(targets.items, isUnknown);
        },
        patience);
    const auto rules = test::outcomeOf(m_client->read().rules());
    const auto alerts = test::outcomeOf(m_client->read().alerts());
    const auto metadata = test::outcomeOf(m_client->read().metadata("prometheus_build_info"));
    const auto exemplars = test::outcomeOf(m_client->read().exemplars(
        u"up"_s, {fromMilliseconds(1'767'225'590'000), fromMilliseconds(1'767'225'630'000)}));

    QVERIFY(areScraped);
    std::ranges::sort(targets.items, {}, &ScrapeTarget::pool);
    QCOMPARE(targets.items[0].health, ServerHealth::Bad);
    QVERIFY(!targets.items[0].lastError.isEmpty() && targets.items[0].interval == 2s);
    QCOMPARE(targets.items[1].health, ServerHealth::Good);
    QVERIFY(rules.has_value() && rules->items.empty());
    QVERIFY(alerts.has_value() && alerts->items.empty());
    QVERIFY(metadata.has_value() && metadata->items.front().type == "gauge");
    QVERIFY(exemplars.has_value());
}

void TestPrometheusClientReal::readsTheStatusPages()
{
    const auto build = test::outcomeOf(m_client->read().buildInformation());
    const auto runtime = test::outcomeOf(m_client->read().runtimeInformation());
    const auto flags = test::outcomeOf(m_client->read().flags());
    const auto tsdb = test::outcomeOf(m_client->read().tsdbStatus());

    QVERIFY(build.has_value() && runtime.has_value() && flags.has_value() && tsdb.has_value());
    QVERIFY(build->goVersion.startsWith("go"_L1));
    QVERIFY(runtime->goroutineCount > 0 && runtime->startTime);
    QCOMPARE(flags->at(u"query.lookback-delta"_s), u"5m"_s);
    QVERIFY(tsdb->seriesCount >= 0);
}

void TestPrometheusClientReal::formatsAQuery()
{
    const auto formatted = test::outcomeOf(m_client->read().formatQuery(u"sum(foo)by(x)"_s));
    const auto wrong = test::outcomeOf(m_client->read().formatQuery(u"sum(("_s));

    QCOMPARE(*formatted, u"sum by (x) (foo)"_s);
    QCOMPARE(wrong.error().kind, Kind::BadData);
}

void TestPrometheusClientReal::findsTheRightPrefix()
{
    RealPrometheus::Options options;
    options.routePrefix = u"/far/away"_s;
    const auto server = RealPrometheus::start(options);
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    QUrl root = (*server)->url();
    root.setPath({});
    PrometheusClient lost(configFor(root), m_secrets, m_clock);

    const auto checked = outcomeOf<ServerCheckOutcome>(lost.check());

    QCOMPARE(checked.error().kind, Kind::NotFound);
    QCOMPARE(checked.error().suggestedBaseUrl, (*server)->url());
}

void TestPrometheusClientReal::findsNothingUnderAWrongPrefix()
{
    RealPrometheus::Options options;
    options.routePrefix = u"/prom"_s;
    const auto server = RealPrometheus::start(options);
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    QUrl root = (*server)->url();
    root.setPath({});
    PrometheusClient wrong(configFor(root), m_secrets, m_clock);
    PrometheusClient right(configFor((*server)->url()), m_secrets, m_clock);

    const auto refused = outcomeOf<QueryOutcome>(wrong.query({u"up"_s, {}}));
    const auto answered = outcomeOf<QueryOutcome>(right.query({u"1"_s, {}}));

    QCOMPARE(refused.error().kind, Kind::NotFound);
    QVERIFY(answered.has_value());
}

void TestPrometheusClientReal::asksForThePassword()
{
    RealPrometheus::Options options;
    options.basicAuth = true;
    const auto server = RealPrometheus::start(options);
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    HttpConfig config = configFor((*server)->url());
    PrometheusClient stranger(config, m_secrets, m_clock);
    config.auth = BasicAuth{QString::fromLatin1(RealPrometheus::user), {SecretRef::Kind::Session, u"p"_s}};
    PrometheusClient reader(config, m_secrets, m_clock);

    const auto without = outcomeOf<QueryOutcome>(stranger.query({u"1"_s, {}}));
    m_secrets.password = "wrong";
    const auto wrong = outcomeOf<ServerCheckOutcome>(reader.check());
    m_secrets.password = RealPrometheus::password;
    const auto right = outcomeOf<ServerCheckOutcome>(reader.check());

    QCOMPARE(without.error().kind, Kind::Unauthorized);
    QCOMPARE(wrong.error().kind, Kind::Unauthorized);
    QVERIFY(right.has_value());
}

void TestPrometheusClientReal::survivesTheServersDeath()
{
    const auto server = RealPrometheus::start({});
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    PrometheusClient client(configFor((*server)->url()), m_secrets, m_clock);
    const auto before = outcomeOf<QueryOutcome>(client.query({u"1"_s, {}}));

    (*server)->kill();
    const auto dead = outcomeOf<QueryOutcome>(client.query({u"1"_s, {}}));
    const auto restarted = (*server)->restart();
    const auto after = outcomeOf<QueryOutcome>(client.query({u"1"_s, {}}));

    QVERIFY(before.has_value());
    QCOMPARE(dead.error().kind, Kind::Transport);
    QCOMPARE(dead.error().http->kind, HttpError::Kind::ConnectionRefused);
    QVERIFY2(restarted.has_value(), qPrintable(restarted ? QString() : restarted.error()));
    QVERIFY(after.has_value());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPrometheusClientReal)

#include "tst_prometheusclient_real.moc"
