// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/prometheus/labelescape.h"
#include "core/prometheus/serverdatareader.h"

#include "tests/prometheus/recordedanswers.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::answer;
using test::recorded;

namespace {

constexpr int many = 1'000;

HttpReply success(const QByteArray &data)
{
    return answer(200, "application/json", R"({"status":"success","data":)" + data + '}');
}

} // namespace

class TestServerData final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapesNames_data();
    void escapesNames();
    void readsNames_data();
    void readsNames();
    void readsSeries();
    void countsWhatIsTooMuch();
    void readsMetadata();
    void readsTargets_data();
    void readsTargets();
    void readsRules();
    void readsAlerts();
    void readsNoAlerts_data();
    void readsNoAlerts();
    void readsExemplars();
    void readsTheStatusPages();
    void readsAFormattedQuery();
    void refusesOtherShapes_data();
    void refusesOtherShapes();
    void survivesFlippedBytes();
};

void TestServerData::escapesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("escaped");

    QTest::newRow("a plain name") << QByteArray("job") << QByteArray("job");
    QTest::newRow("a recording rule's") << QByteArray("a:b_1") << QByteArray("a:b_1");
    QTest::newRow("with dots") << QByteArray("http.status_code") << QByteArray("U__http_2e_status__code");
    QTest::newRow("a digit first") << QByteArray("1a") << QByteArray("U___31_a");
    QTest::newRow("beyond ASCII") << QByteArray("größe") << QByteArray("U__gr_f6__df_e");
    QTest::newRow("beyond the BMP") << QByteArray("🐟") << QByteArray("U___1f41f_");
    QTest::newRow("looks escaped") << QByteArray("U__a") << QByteArray("U__U____a");
    QTest::newRow("nothing") << QByteArray() << QByteArray("U__");
}

void TestServerData::escapesNames()
{
    QFETCH(QByteArray, name);

    QTEST(escapedName(name), "escaped");
}

void TestServerData::readsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("warnings");

    QTest::newRow("labels of Prometheus") << u"prometheus-3.5.3/labels"_s << QByteArray("__name__") << 7 << 0;
    QTest::newRow("values that the server cut")
        << u"prometheus-3.5.3/label_values"_s << QByteArray("node-ws") << 2 << 1;
    QTest::newRow("labels of VictoriaMetrics")
        << u"victoriametrics-1.145/labels"_s << QByteArray("__name__") << 17 << 0;
}

void TestServerData::readsNames()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, first);

    const auto names = readNames(recorded(name), many);

    QVERIFY(names.has_value());
    QCOMPARE(names->items.front(), first);
    QTEST(static_cast<int>(names->items.size()), "count");
    QTEST(static_cast<int>(names->warnings.size()), "warnings");
}

void TestServerData::readsSeries()
{
    const auto series = readSeriesList(recorded(u"prometheus-3.5.3/series"_s), many);
    const auto dotted = readSeriesList(success(R"([{"__name__":"http.requests","größe":"1"}])"), many);

    QVERIFY(series.has_value() && dotted.has_value());
    QCOMPARE(series->items.front().metricName(), "ws_closes_total");
    QCOMPARE(series->omitted, 0);
    QCOMPARE(dotted->items.front(), (LabelSet{{"__name__", "http.requests"}, {"größe", "1"}}));
}

void TestServerData::countsWhatIsTooMuch()
{
    const auto series = readSeriesList(success(R"([{"a":"1"},{"a":"2"},{"a":"3"}])"), 2);
    const auto metadata = readMetadata(success(R"({"a":[{"type":"gauge"},{"type":"counter"}],"b":[{}]})"), 1);

    QCOMPARE(series->items.size(), 2U);
    QCOMPARE(series->omitted, 1);
    QCOMPARE(metadata->items.size(), 1U);
    QCOMPARE(metadata->omitted, 2);
}

void TestServerData::readsMetadata()
{
    const auto prometheus = readMetadata(recorded(u"prometheus-3.5.3/metadata"_s), many);
    const auto victoria = readMetadata(recorded(u"victoriametrics-1.145/metadata"_s), many);

    QVERIFY(prometheus.has_value() && victoria.has_value());
    QCOMPARE(prometheus->items.size(), 3U);
    QCOMPARE(prometheus->items.front(), (MetricMetadata{"ws_messages_total", "counter", {}, u"Messages"_s}));
    QCOMPARE(victoria->items.front().type, "summary");
}

void TestServerData::readsTargets_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("someAreDown");

    QTest::newRow("Prometheus") << u"prometheus-3.5.3/targets"_s << true;
    QTest::newRow("Thanos, which tells the interval elsewhere") << u"thanos-0.41/targets"_s << true;
    QTest::newRow("VictoriaMetrics") << u"victoriametrics-1.145/targets"_s << true;
}

void TestServerData::readsTargets()
{
    QFETCH(QString, name);
    QFETCH(bool, someAreDown);

    const auto targets = readTargetList(recorded(name), many);

    QVERIFY(targets.has_value() && !targets->items.empty());
    const auto isDown = [](const ScrapeTarget &target) { return target.health == ServerHealth::Bad; };
    QCOMPARE(std::ranges::any_of(targets->items, isDown), someAreDown);
    for (const ScrapeTarget &target : targets->items) {
        QVERIFY(target.interval == 5s);
        QVERIFY(target.lastScrape.has_value());
        QVERIFY(!target.labels.value("job").isEmpty() && target.url.isValid());
        QCOMPARE(target.lastError.isEmpty(), target.health == ServerHealth::Good);
    }
}

void TestServerData::readsRules()
{
    const auto groups = readRules(recorded(u"prometheus-3.5.3/rules"_s), many);
    const auto thanos = readRules(recorded(u"thanos-0.41/rules"_s), many);

    QVERIFY(groups.has_value() && thanos.has_value());
    const RuleGroup &group = groups->items.front();
    QCOMPARE(group.name, u"ws"_s);
    QVERIFY(group.interval > 0ms);
    QCOMPARE(group.rules[0].kind, ServerRule::Kind::Recording);
    QCOMPARE(group.rules[0].name, u"ws:messages:rate1m"_s);
    QCOMPARE(group.rules[0].evaluationTime.count(), 534'944);
    const ServerRule &rule = group.rules[1];
    QCOMPARE(rule.kind, ServerRule::Kind::Alerting);
    QCOMPARE(rule.state, ServerAlertState::Firing);
    QVERIFY(rule.holdDuration == 5s);
    QCOMPARE(rule.health, ServerHealth::Good);
    QCOMPARE(rule.labels.value("severity"), "warning");
    QCOMPARE(rule.alerts.front().labels.value("code"), "1011");
    QCOMPARE(rule.annotations.at(u"runbook_url"_s), u"http://127.0.0.1/runbook"_s);
    QVERIFY(!thanos->items.front().rules.empty());
}

void TestServerData::readsAlerts()
{
    const auto alerts = readAlerts(recorded(u"prometheus-3.5.3/alerts"_s), many);

    QVERIFY(alerts.has_value());
    const ServerAlert &alert = alerts->items.front();
    QCOMPARE(alert.state, ServerAlertState::Firing);
    QCOMPARE(alert.value, 50.982608695652175);
    QVERIFY(alert.activeAt == fromMilliseconds(1'795'355'417'776)
        || alert.activeAt == fromMilliseconds(1'795'355'417'777));
    QVERIFY(readAlerts(recorded(u"thanos-0.41/alerts"_s), many).has_value());
}

void TestServerData::readsNoAlerts_data()
{
    QTest::addColumn<HttpReply>("reply");

    QTest::newRow("Cortex") << recorded(u"cortex-1.21/alerts_prom"_s);
    QTest::newRow("VictoriaMetrics") << recorded(u"victoriametrics-1.145/alerts"_s);
    QTest::newRow("null for none") << success(R"({"alerts":null})");
}

void TestServerData::readsNoAlerts()
{
    QFETCH(HttpReply, reply);

    const auto alerts = readAlerts(reply, many);

    QVERIFY(alerts.has_value());
    QVERIFY(alerts->items.empty());
}

void TestServerData::readsExemplars()
{
    const auto exemplars = readExemplars(
        success(R"([{"seriesLabels":{"__name__":"m_bucket","le":"1"},"exemplars":[)"
                R"({"labels":{"trace_id":"abc"},"value":"0.25","timestamp":1600096945.479}]}])"),
        many);
    const auto none = readExemplars(recorded(u"prometheus-3.5.3/exemplars"_s), many);

    QVERIFY(exemplars.has_value() && none.has_value());
    const ExemplarSeries expected{{{"__name__", "m_bucket"}, {"le", "1"}},
        {{{{"trace_id", "abc"}}, 0.25, fromMilliseconds(1'600'096'945'479)}}};
    QCOMPARE(exemplars->items.front(), expected);
    QVERIFY(none->items.empty());
}

void TestServerData::readsTheStatusPages()
{
    const auto runtime = readRuntimeInformation(recorded(u"prometheus-3.5.3/runtimeinfo"_s));
    const auto tsdb = readTsdbStatus(recorded(u"prometheus-3.5.3/tsdb_status"_s));
    const auto victoria = readTsdbStatus(recorded(u"victoriametrics-1.145/tsdb_status"_s));
    const auto flags = readFlags(success(R"({"query.lookback-delta":"5m","web.enable-lifecycle":"false"})"));

    QVERIFY(runtime.has_value() && tsdb.has_value() && victoria.has_value() && flags.has_value());
    QCOMPARE(runtime->storageRetention, u"15d"_s);
    QCOMPARE(runtime->goroutineCount, 58);
    QVERIFY(runtime->reloadConfigSuccess && runtime->startTime && runtime->serverTime > runtime->startTime);
    QCOMPARE(tsdb->seriesCount, 1'668);
    QCOMPARE(tsdb->labelPairCount, 841);
    QCOMPARE(tsdb->seriesByMetric.front().count, 192);
    QCOMPARE(victoria->seriesCount, 224);
    QCOMPARE(victoria->seriesByMetric.front(), (NamedCount{"ws_message_latency_seconds_bucket", 36}));
    QCOMPARE(flags->at(u"query.lookback-delta"_s), u"5m"_s);
}

void TestServerData::readsAFormattedQuery()
{
    QCOMPARE(*readFormattedQuery(recorded(u"prometheus-3.5.3/format_query"_s)), u"sum by (x) (foo)"_s);
}

void TestServerData::refusesOtherShapes_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<Kind>("kind");

    QTest::newRow("an object for a list") << success("{}") << Kind::Malformed;
    QTest::newRow("numbers for names") << success("[1,2]") << Kind::Malformed;
    QTest::newRow("a list of lists") << success("[[]]") << Kind::Malformed;
    QTest::newRow("no data") << answer(200, "application/json", R"({"status":"success"})") << Kind::Malformed;
    QTest::newRow("half an answer") << answer(200, "application/json", R"({"status":"suc)")
                                    << Kind::Malformed;
    QTest::newRow("a page") << answer(200, "text/html", "<html>") << Kind::NotPrometheus;
    QTest::newRow("another program") << answer(200, "application/json", R"({"version":1})")
                                     << Kind::NotPrometheus;
    QTest::newRow("no such page") << recorded(u"thanos-0.41/exemplars"_s) << Kind::NotFound;
    QTest::newRow("no tenant") << recorded(u"cortex-1.21/no_org_id"_s) << Kind::TenantMissing;
    QTest::newRow("an error of the API") << recorded(u"thanos-0.41/query_engine_explain"_s) << Kind::BadData;
}

void TestServerData::refusesOtherShapes()
{
    QFETCH(HttpReply, reply);
    QFETCH(Kind, kind);

    QCOMPARE(readNames(reply, many).error().kind, kind);
    QCOMPARE(readSeriesList(reply, many).error().kind, kind);
    QCOMPARE(readAlerts(reply, many).error().kind, kind);
}

void TestServerData::survivesFlippedBytes()
{
    RandomSource random(11);
    for (const test::RecordedAnswer &whole : test::allRecorded()) {
        for (int round = 0; round < 50 && !whole.reply.body.isEmpty(); ++round) {
            HttpReply reply = whole.reply;
            const auto at =
                static_cast<qsizetype>(random.bits() % static_cast<std::uint64_t>(reply.body.size()));
            reply.body[at] = static_cast<char>(random.bits() & 0xff);
            const auto names = readNames(reply, 3);
            QVERIFY(!names || names->items.size() <= 3);
            const auto series = readSeriesList(reply, 3);
            QVERIFY(!series || series->items.size() <= 3);
            const auto targets = readTargetList(reply, 3);
            QVERIFY(!targets || targets->items.size() <= 3);
            const auto rules = readRules(reply, 3);
            QVERIFY(!rules || rules->items.size() <= 3);
            const auto exemplars = readExemplars(reply, 3);
            QVERIFY(!exemplars || exemplars->items.size() <= 3);
        }
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestServerData)

#include "tst_serverdata.moc"
