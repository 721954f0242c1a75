// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/builtinrules.h"
#include "core/engine/servicediscovery.h"
#include "core/engine/workspace.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace sockeye {

namespace {

Workspace fullWorkspace()
{
    Workspace workspace = newWorkspace(u"production"_s);
    workspace.refreshInterval = std::chrono::milliseconds{10'000};
    EndpointConfig endpoint;
    endpoint.id = EndpointId{u"e1"_s};
    endpoint.name = u"prometheus"_s;
    endpoint.http.baseUrl = QUrl(u"https://prometheus.example/prom"_s);
    endpoint.ignoredJobs = {u"old"_s};
    endpoint.options.thanos.deduplicate = false;
    endpoint.http.auth = Authorization{{SecretRef::Kind::File, u"/run/secrets/token"_s}};
    workspace.endpoints = {endpoint};
    ProbeTarget target;
    target.id = TargetId{u"t1"_s};
    target.name = u"eu-1"_s;
    target.url = QUrl(u"wss://eu-1.example/ws"_s);
    workspace.targets = {target};
    ServiceConfig service;
    service.id = ServiceId{u"s1"_s};
    service.name = u"api"_s;
    service.endpoint = endpoint.id;
    service.matchers = u"job=\"api\""_s;
    service.profileId = u"go_service"_s;
    service.prefix = u"chat"_s;
    service.roleOverrides = {{u"active"_s, u"sum(my_connections{$sel})"_s}};
    service.targets = {target.id};
    workspace.services = {service};
    workspace.rules.front().condition.threshold = 0.25;
    workspace.rules.front().enabled = false;
    return workspace;
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesTheWayThroughItsFile();
    void isFoundById();
    void aBrokenDocumentIsRefused_data();
    void aBrokenDocumentIsRefused();
    void missingBuiltinRulesAreAdded();
    void detectedServicesAreAddedOnce();
    void aDetectedProfileFillsAnEmptyOne();
    void aJobIsKnownByItsName_data();
    void aJobIsKnownByItsName();
    void aRemovedServiceIsNotFoundAgain();
    void anIgnoredJobComesBackByHand();
    void targetsWithoutAServiceGetOne();
};

void TestWorkspace::survivesTheWayThroughItsFile()
{
    const Workspace before = fullWorkspace();
    const auto after = parseWorkspace(serializeWorkspace(before));
    QVERIFY(after);
    QCOMPARE(*after, before);
}

void TestWorkspace::isFoundById()
{
    const Workspace workspace = fullWorkspace();
    QVERIFY(!workspace.isEmpty());
    QCOMPARE(workspace.endpoint(EndpointId{u"e1"_s}), &workspace.endpoints.front());
    QCOMPARE(workspace.service(ServiceId{u"s1"_s}), &workspace.services.front());
    QCOMPARE(workspace.target(TargetId{u"t1"_s}), &workspace.targets.front());
    QCOMPARE(workspace.rule(workspace.rules.back().id), &workspace.rules.back());
    QCOMPARE(workspace.service(ServiceId{u"gone"_s}), nullptr);
    QVERIFY(newWorkspace({}).isEmpty());
}

void TestWorkspace::aBrokenDocumentIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<JsonError::Kind>("kind");
    QTest::addColumn<QString>("path");
    using Kind = JsonError::Kind;
    QTest::newRow("not JSON") << QByteArray("{\"version\": 1") << Kind::Syntax << QString();
    QTest::newRow("a list") << QByteArray("[]") << Kind::NotAnObject << QString();
    QTest::newRow("no version") << QByteArray("{}") << Kind::Missing << u"version"_s;
    QTest::newRow("of a newer program")
        << QByteArray(R"({"version": 2, "endpoints": 7})") << Kind::NewerVersion << u"version"_s;
    QTest::newRow("services are no list")
        << QByteArray(R"({"version": 1, "services": {}})") << Kind::WrongType << u"services"_s;
    QTest::newRow("a service without an id") << QByteArray(R"({"version": 1, "services": [{"name": "api"}]})")
                                             << Kind::Missing << u"services[0].id"_s;
    QTest::newRow("an id that comes twice")
        << QByteArray(R"({"version": 1, "services": [{"id": "a"}, {"id": "a"}]})") << Kind::BadValue
        << u"services[1].id"_s;
    QTest::newRow("refreshes too often")
        << QByteArray(R"({"version": 1, "refreshInterval": 1})") << Kind::BadValue << u"refreshInterval"_s;
    QTest::newRow("a role that is a number")
        << QByteArray(R"({"version": 1, "services": [{"id": "a", "roles": {"active": 1}}]})")
        << Kind::WrongType << u"services[0].roles.active"_s;
}

void TestWorkspace::aBrokenDocumentIsRefused()
{
    QFETCH(const QByteArray, json);
    const auto workspace = parseWorkspace(json);
    QVERIFY(!workspace);
    QTEST(workspace.error().kind, "kind");
    QTEST(workspace.error().path, "path");
}

void TestWorkspace::missingBuiltinRulesAreAdded()
{
    Workspace old = fullWorkspace();
    const AlertRule changed = old.rules.front();
    old.rules = {changed};
    const auto workspace = parseWorkspace(serializeWorkspace(old));
    QVERIFY(workspace);
    QCOMPARE(workspace->rules.size(), builtinRules(RuleTiming::usual()).size());
    QCOMPARE(workspace->rules.front(), changed);
}

void TestWorkspace::detectedServicesAreAddedOnce()
{
    RandomSource random(1);
    Workspace workspace = fullWorkspace();
    const EndpointId endpoint{u"e1"_s};
    const std::vector<DetectedService> detected{
        {u"go_service"_s, u"chat"_s, "api"}, {u"demo"_s, {}, R"(a"b\c)"}};
    QVERIFY(addDetected(workspace, endpoint, detected, random));
    QCOMPARE(workspace.services.size(), std::size_t{2});
    QCOMPARE(workspace.services.back().name, uR"(a"b\c)"_s);
    QCOMPARE(workspace.services.back().matchers, uR"(job="a\"b\\c")"_s);
    QCOMPARE(workspace.services.back().profileId, u"demo"_s);
    QVERIFY(!addDetected(workspace, endpoint, detected, random));
    QVERIFY(addDetected(workspace, EndpointId{u"another"_s}, detected, random));
}

void TestWorkspace::aDetectedProfileFillsAnEmptyOne()
{
    RandomSource random(1);
    Workspace workspace = fullWorkspace();
    workspace.services.front().profileId.clear();
    QVERIFY(addDetected(workspace, EndpointId{u"e1"_s}, {{u"demo"_s, u"p"_s, "api"}}, random));
    QCOMPARE(workspace.services.size(), std::size_t{1});
    QCOMPARE(workspace.services.front().profileId, u"demo"_s);
}

void TestWorkspace::aJobIsKnownByItsName_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<bool>("known");
    QTest::newRow("alone") << u"job=\"api\""_s << true;
    QTest::newRow("with others and spaces") << u"env=\"prod\", job = \"api\""_s << true;
    QTest::newRow("another job") << u"job=\"apis\""_s << false;
    QTest::newRow("another label") << u"kubernetes_job=\"api\""_s << false;
    QTest::newRow("every job but this") << u"job!=\"api\""_s << false;
}

void TestWorkspace::aJobIsKnownByItsName()
{
    QFETCH(const QString, matchers);
    QFETCH(const bool, known);
    RandomSource random(1);
    Workspace workspace = fullWorkspace();
    workspace.services.front().matchers = matchers;
    QCOMPARE(addDetected(workspace, EndpointId{u"e1"_s}, {{u"demo"_s, {}, "api"}}, random), !known);
}

void TestWorkspace::aRemovedServiceIsNotFoundAgain()
{
    RandomSource random(1);
    const EndpointId endpoint{u"e1"_s};
    const std::vector<DetectedService> detected{{u"demo"_s, {}, "api"}, {u"demo"_s, {}, R"(a"b\c)"}};
    Workspace before = fullWorkspace();
    QVERIFY(addDetected(before, endpoint, detected, random));
    Workspace after = before;
    after.services.clear();
    after.endpoints.front().ignoredJobs.clear(); // edited from a copy that is older than the list
    QVERIFY(ignoreRemoved(after, before));
    QCOMPARE(after.endpoints.front().ignoredJobs, (QStringList{uR"(a"b\c)"_s, u"api"_s, u"old"_s}));
    QVERIFY(!addDetected(after, endpoint, detected, random));
    QVERIFY(!ignoreRemoved(after, Workspace(after)));
    // Another server's job of that name is another service.
    QVERIFY(addDetected(after, EndpointId{u"another"_s}, detected, random));
}

void TestWorkspace::anIgnoredJobComesBackByHand()
{
    Workspace before = fullWorkspace();
    before.services.clear();
    before.endpoints.front().ignoredJobs = {u"api"_s, u"old"_s};
    Workspace after = fullWorkspace();
    after.endpoints.front().ignoredJobs = before.endpoints.front().ignoredJobs;
    QVERIFY(ignoreRemoved(after, before));
    QCOMPARE(after.endpoints.front().ignoredJobs, QStringList{u"old"_s});
    // With the server goes its list.
    after.endpoints.front().id = EndpointId{u"e2"_s};
    QVERIFY(!ignoreRemoved(after, before));
}

void TestWorkspace::targetsWithoutAServiceGetOne()
{
    RandomSource random(1);
    Workspace workspace = fullWorkspace();
    QVERIFY(!adoptTargets(workspace, random));
    workspace.services.front().targets.clear();
    QVERIFY(adoptTargets(workspace, random));
    QCOMPARE(workspace.services.back().name, u"eu-1"_s);
    QVERIFY(workspace.services.back().endpoint.isNull());
    QCOMPARE(workspace.services.back().targets, std::vector{TargetId{u"t1"_s}});
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestWorkspace)

#include "tst_workspace.moc"
