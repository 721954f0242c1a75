// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/endpointoptions.h"
#include "core/prometheus/serverfacts.h"

#include "tests/prometheus/recordedanswers.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::recorded;

namespace {

EndpointOptions thanosOptions()
{
    EndpointOptions options;
    options.thanos = {false, true, u"5m"_s, {u"replica"_s, u"region"_s}};
    return options;
}

EndpointOptions victoriaMetricsOptions()
{
    EndpointOptions options;
    options.victoriaMetrics = {true, {u"env=prod"_s}, {u"{zone=~\"a|b\"}"_s}, 3};
    return options;
}

ServerTraits traitsOf(const QString &buildInformation)
{
    ServerTraits traits;
    traits.baseUrl = QUrl(u"http://127.0.0.1:9090"_s);
    if (!buildInformation.isEmpty())
        traits.build = readBuildInformation(recorded(buildInformation)).value_or(BuildInformation{});
    return traits;
}

} // namespace

class TestServerFlavour final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognisesRecordedServers_data();
    void recognisesRecordedServers();
    void recognisesMimir();
    void seesTheGrafanaInBetween();
    void knowsWhatAVersionHas_data();
    void knowsWhatAVersionHas();
    void asksAnUnknownServerForEverything();
    void everyFeatureHasANameOfItsOwn();
    void makesParameters();
    void refusesWhatAServerDoesNotKnow_data();
    void refusesWhatAServerDoesNotKnow();
    void survivesTheWayThroughJson_data();
    void survivesTheWayThroughJson();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
};

void TestServerFlavour::recognisesRecordedServers_data()
{
    QTest::addColumn<QString>("buildInformation");
    QTest::addColumn<bool>("namesItsHost");
    QTest::addColumn<bool>("listsStores");
    QTest::addColumn<bool>("sentTenant");
    QTest::addColumn<ServerFlavour>("flavour");
    QTest::addColumn<QString>("version");

    const QString none;
    QTest::newRow("Prometheus 2") << u"prometheus-2.42/buildinfo"_s << false << false << false
                                  << ServerFlavour::Prometheus << u"2.42.0+ds"_s;
    QTest::newRow("Prometheus 3") << u"prometheus-3.5.3/buildinfo"_s << false << false << false
                                  << ServerFlavour::Prometheus << u"3.5.3+ds1"_s;
    QTest::newRow("Prometheus with a tenant that it ignores")
        << u"prometheus-2.42/buildinfo"_s << false << false << true << ServerFlavour::Prometheus
        << u"2.42.0+ds"_s;
    QTest::newRow("Thanos built without a version")
        << u"thanos-0.41/buildinfo"_s << false << true << false << ServerFlavour::Thanos << none;
    QTest::newRow("no version and no stores")
        << u"thanos-0.41/buildinfo"_s << false << false << false << ServerFlavour::Compatible << none;
    QTest::newRow("VictoriaMetrics behind a proxy that drops headers")
        << u"victoriametrics-1.145/buildinfo"_s << false << false << false << ServerFlavour::VictoriaMetrics
        << none;
    QTest::newRow("VictoriaMetrics by its header")
        << none << true << false << false << ServerFlavour::VictoriaMetrics << none;
    QTest::newRow("Cortex") << none << false << false << true << ServerFlavour::Cortex << none;
    QTest::newRow("nothing told") << none << false << false << false << ServerFlavour::Compatible << none;
}

void TestServerFlavour::recognisesRecordedServers()
{
    QFETCH(QString, buildInformation);
    ServerTraits traits = traitsOf(buildInformation);
    QFETCH(bool, namesItsHost);
    QFETCH(bool, listsStores);
    QFETCH(bool, sentTenant);
    traits.namesItsHost = namesItsHost;
    traits.listsStores = listsStores;
    traits.sentTenant = sentTenant;

    const ServerProfile profile = identify(traits);

    QTEST(profile.flavour, "flavour");
    QTEST(profile.version, "version");
    QCOMPARE(profile.maximumPoints, profile.flavour == ServerFlavour::VictoriaMetrics ? 30'000 : 11'000);
    QVERIFY(!profile.throughGrafana);
}

void TestServerFlavour::recognisesMimir()
{
    ServerTraits traits;
    traits.build = BuildInformation{u"Grafana Mimir"_s, u"2.12.0"_s, u"abc"_s, {}, {}, {}, u"go1.22"_s};

    const ServerProfile profile = identify(traits);

    QCOMPARE(profile.flavour, ServerFlavour::Cortex);
    QCOMPARE(profile.version, u"2.12.0"_s);
    QVERIFY(profile.features.testFlag(ServerFeature::FormatQuery));
    QVERIFY(!profile.features.testFlag(ServerFeature::Targets));
}

void TestServerFlavour::seesTheGrafanaInBetween()
{
    ServerTraits traits = traitsOf(u"prometheus-3.5.3/buildinfo"_s);
    traits.baseUrl = QUrl(u"https://grafana.example/api/datasources/proxy/uid/abc"_s);

    const ServerProfile profile = identify(traits);

    QVERIFY(profile.throughGrafana);
    QCOMPARE(profile.flavour, ServerFlavour::Prometheus);
}

void TestServerFlavour::knowsWhatAVersionHas_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<ServerFeatures>("has");
    QTest::addColumn<ServerFeatures>("lacks");

    using enum ServerFeature;
    QTest::newRow("2.20") << u"2.20.0"_s << (Metadata | Rules) << (FormatQuery | Exemplars | Limits);
    QTest::newRow("2.42") << u"2.42.0+ds"_s << (FormatQuery | Exemplars)
                          << (Limits | Utf8Names | Notifications);
    QTest::newRow("2.51") << u"2.51.2"_s << (FormatQuery | Limits) << (Utf8Names | Notifications);
    QTest::newRow("3.5") << u"3.5.3+ds1"_s << (Limits | Utf8Names | Notifications | NativeHistograms)
                         << ServerFeatures();
}

void TestServerFlavour::knowsWhatAVersionHas()
{
    QFETCH(QString, version);
    QFETCH(ServerFeatures, has);
    QFETCH(ServerFeatures, lacks);
    ServerTraits traits;
    traits.build = BuildInformation{{}, version, u"abc"_s, {}, {}, {}, u"go1.22"_s};

    const ServerFeatures features = identify(traits).features;

    QCOMPARE(features & has, has);
    QCOMPARE(features & lacks, ServerFeatures());
}

void TestServerFlavour::asksAnUnknownServerForEverything()
{
    const ServerFeatures features = identify({}).features;

    for (int bit = 0; bit < 14; ++bit)
        QVERIFY(features.testFlag(static_cast<ServerFeature>(1 << bit)));
}

void TestServerFlavour::everyFeatureHasANameOfItsOwn()
{
    const QList<ServerFeature> all = missingFrom({});
    QSet<QString> names;
    ServerFeatures features;
    for (const ServerFeature feature : all) {
        names.insert(QString(featureName(feature)));
        features |= feature;
    }
    QCOMPARE(names.size(), all.size());
    QVERIFY(!names.contains(QString()));
    QVERIFY(missingFrom(features).isEmpty());
    // Of an unknown server everything is expected.
    QCOMPARE(identify({}).features, features);
    for (const ServerFlavour flavour : {ServerFlavour::Compatible, ServerFlavour::Prometheus,
             ServerFlavour::Thanos, ServerFlavour::Cortex, ServerFlavour::VictoriaMetrics})
        QVERIFY(!flavourName(flavour).isEmpty());
}

void TestServerFlavour::makesParameters()
{
    const HttpParameters thanos{{"dedup", "false"}, {"partial_response", "true"},
        {"max_source_resolution", "5m"}, {"replicaLabels[]", "replica"}, {"replicaLabels[]", "region"}};
    const HttpParameters victoria{{"nocache", "1"}, {"extra_label", "env=prod"},
        {"extra_filters[]", "{zone=~\"a|b\"}"}, {"round_digits", "3"}};

    QCOMPARE(parametersOf(EndpointOptions{}), HttpParameters());
    QCOMPARE(parametersOf(thanosOptions()), thanos);
    QCOMPARE(parametersOf(victoriaMetricsOptions()), victoria);
}

void TestServerFlavour::refusesWhatAServerDoesNotKnow_data()
{
    QTest::addColumn<EndpointOptions>("options");
    QTest::addColumn<ServerFlavour>("flavour");
    QTest::addColumn<QByteArray>("refused");

    const QByteArray nothing;
    QTest::newRow("nothing set") << EndpointOptions{} << ServerFlavour::Prometheus << nothing;
    QTest::newRow("Thanos knows its own") << thanosOptions() << ServerFlavour::Thanos << nothing;
    QTest::newRow("Prometheus does not")
        << thanosOptions() << ServerFlavour::Prometheus << QByteArray("dedup");
    QTest::newRow("VictoriaMetrics does not")
        << thanosOptions() << ServerFlavour::VictoriaMetrics << QByteArray("dedup");
    QTest::newRow("VictoriaMetrics knows its own")
        << victoriaMetricsOptions() << ServerFlavour::VictoriaMetrics << nothing;
    QTest::newRow("Thanos knows not those")
        << victoriaMetricsOptions() << ServerFlavour::Thanos << QByteArray("nocache");
    QTest::newRow("who knows") << thanosOptions() << ServerFlavour::Compatible << nothing;
}

void TestServerFlavour::refusesWhatAServerDoesNotKnow()
{
    QFETCH(EndpointOptions, options);
    QFETCH(ServerFlavour, flavour);

    QTEST(refusedParameter(options, flavour), "refused");
}

void TestServerFlavour::survivesTheWayThroughJson_data()
{
    QTest::addColumn<EndpointOptions>("options");

    EndpointOptions both = thanosOptions();
    both.victoriaMetrics = victoriaMetricsOptions().victoriaMetrics;
    QTest::newRow("nothing") << EndpointOptions{};
    QTest::newRow("Thanos") << thanosOptions();
    QTest::newRow("both") << both;
}

void TestServerFlavour::survivesTheWayThroughJson()
{
    QFETCH(EndpointOptions, options);
    JsonReader reader(toJson(options));

    const EndpointOptions again = readEndpointOptions(reader);

    QVERIFY(!reader.hasError());
    QCOMPARE(again, options);
}

void TestServerFlavour::refusesWrongOptions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");

    QTest::newRow("a resolution that is none")
        << QByteArray(R"({"thanos":{"maxSourceResolution":"fine"}})") << u"thanos.maxSourceResolution"_s;
    QTest::newRow("a word for a choice") << QByteArray(R"({"thanos":{"dedup":"no"}})") << u"thanos.dedup"_s;
    QTest::newRow("a label without a value")
        << QByteArray(R"({"victoriaMetrics":{"extraLabels":["env"]}})") << u"victoriaMetrics.extraLabels"_s;
    QTest::newRow("negative digits") << QByteArray(R"({"victoriaMetrics":{"roundDigits":-1}})")
                                     << u"victoriaMetrics.roundDigits"_s;
}

void TestServerFlavour::refusesWrongOptions()
{
    QFETCH(QByteArray, json);
    JsonReader reader(JsonReader::parse(json).value());

    const EndpointOptions options = readEndpointOptions(reader);

    QVERIFY(reader.hasError());
    QTEST(reader.error().path, "path");
    QVERIFY(options.victoriaMetrics.roundDigits.value_or(0) >= 0);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestServerFlavour)

#include "tst_serverflavour.moc"
