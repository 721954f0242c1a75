// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/duration.h"
#include "core/prometheus/metricinventory.h"
#include "core/prometheus/serverfacts.h"

#include "tests/prometheus/recordedanswers.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::answer;
using test::recorded;

class TestServerFacts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void measuresTheClockAtHalfTheRoundTrip();
    void trustsTheDateOfAServerThatAnswersForThePast();
    void readsVersions();
    void countsSeries();
    void summarizesTargets();
    void quotesTheRegex();
    void findsTypesByFamily();
    void takesTheFirstKnownType();
};

void TestServerFacts::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("seconds") << u"15s"_s << 15'000LL;
    QTest::newRow("as Go prints it") << u"1m0s"_s << 60'000LL;
    QTest::newRow("milliseconds") << u"500ms"_s << 500LL;
    QTest::newRow("everything") << u"1y2w3d4h5m6s7ms"_s << 33'019'506'007LL;
    QTest::newRow("no unit") << u"15"_s << -1LL;
    QTest::newRow("wrong order") << u"1s1m"_s << -1LL;
    QTest::newRow("nothing") << QString() << -1LL;
}

void TestServerFacts::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);

    const auto duration = parseDuration(text);

    QCOMPARE(duration ? qint64{duration->count()} : -1, milliseconds);
}

void TestServerFacts::measuresTheClockAtHalfTheRoundTrip()
{
    HttpReply reply = answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"scalar","result":[1000.000,"1000.000"]}})");
    reply.elapsed = 200ms;
    reply.receivedAt = fromMilliseconds(998'600);

    const auto reading = readClock(reply);

    QVERIFY(reading.has_value());
    QCOMPARE(qint64{reading->offset.count()}, 1'500);
    QVERIFY(reading->roundTrip == 200ms);
}

void TestServerFacts::trustsTheDateOfAServerThatAnswersForThePast()
{
    HttpReply reply = answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":)"
        R"([1767225570,"1767225570"]}]}})");
    reply.headers = {{"Date", "Thu, 01 Jan 2026 00:00:00 GMT"}};
    reply.receivedAt = fromMilliseconds(1'767'225'600'400);

    const auto reading = readClock(reply);

    QVERIFY(reading.has_value());
    QCOMPARE(qint64{reading->offset.count()}, 100);
}

void TestServerFacts::readsVersions()
{
    QCOMPARE(readBuildInformation(recorded(u"prometheus-2.42/buildinfo"_s))->version, u"2.42.0+ds"_s);
    QCOMPARE(readBuildInformation(recorded(u"thanos-0.41/buildinfo"_s))->version, QString());
    QCOMPARE(readBuildInformation(recorded(u"thanos-0.41/buildinfo"_s))->goVersion, u"go1.26.11"_s);
    QCOMPARE(
        readBuildInformation(recorded(u"cortex-1.21/buildinfo"_s)).error().kind, QueryError::Kind::NotFound);
    QVERIFY(*readStores(recorded(u"thanos-0.41/stores"_s)));
}

void TestServerFacts::countsSeries()
{
    QCOMPARE(*readSeriesCount(recorded(u"prometheus-3.5.3/tsdb_status"_s)), 1'668);
    QCOMPARE(*readSeriesCount(recorded(u"victoriametrics-1.145/tsdb_status"_s)), 224);
    QCOMPARE(*readSeriesCount(recorded(u"prometheus-2.42/buildinfo"_s)), -1);
}

void TestServerFacts::summarizesTargets()
{
    const auto prometheus = readTargets(recorded(u"prometheus-3.5.3/targets"_s));
    const auto victoria = readTargets(recorded(u"victoriametrics-1.145/targets"_s));
    const auto none = readTargets(recorded(u"prometheus-2.42/buildinfo"_s));

    QVERIFY(prometheus.has_value() && victoria.has_value() && none.has_value());
    QVERIFY(prometheus->scrapeInterval == 5s);
    QVERIFY(prometheus->active > prometheus->up && prometheus->up > 0);
    QVERIFY(victoria->scrapeInterval == 5s);
    QVERIFY(none->scrapeInterval == 0s);
    QCOMPARE(none->active, 0);
}

void TestServerFacts::quotesTheRegex()
{
    QCOMPARE(inventoryExpression("a\\.b\"c"), "count by (__name__, job) ({__name__=~\"a\\\\.b\\\"c\"})");
}

void TestServerFacts::findsTypesByFamily()
{
    MetricInventory inventory;
    inventory.jobsOf = {{"up", {"a"}}, {"x_seconds_bucket", {"a"}}, {"x_seconds_count", {"a"}},
        {"y_total", {}}, {"z", {"a"}}};

    addTypes(inventory, {{"up", "gauge"}, {"x_seconds", "histogram"}, {"y", "counter"}, {"other", "gauge"}});

    const QHash<QByteArray, QByteArray> types{{"up", "gauge"}, {"x_seconds", "histogram"},
        {"x_seconds_bucket", "histogram"}, {"x_seconds_count", "histogram"}, {"y", "counter"},
        {"y_total", "counter"}, {"z", "unknown"}};
    QCOMPARE(inventory.typeOf, types);
}

void TestServerFacts::takesTheFirstKnownType()
{
    const auto types = readTypes(answer(200, "application/json",
        R"({"status":"success","data":{"a":[{"type":"unknown"},{"type":"counter"}],"b":[{"type":"untyped"}],"c":[]}})"));
    const auto victoria = readTypes(recorded(u"victoriametrics-1.145/metadata"_s));

    QVERIFY(types.has_value() && victoria.has_value());
    QCOMPARE(*types, (MetricTypes{{"a", "counter"}, {"b", "unknown"}, {"c", "unknown"}}));
    QCOMPARE(victoria->value("go_gc_duration_seconds"), "summary");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestServerFacts)

#include "tst_serverfacts.moc"
