// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/accessdraft.h"
#include "ui/settings/settingsdialog.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

AccessDraft with(void (*edit)(AccessDraft &))
{
    AccessDraft draft;
    edit(draft);
    return draft;
}

} // namespace

class TestAccessDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void configurationSurvivesTheForm_data();
    void configurationSurvivesTheForm();
    void firstProblemIsFound_data();
    void firstProblemIsFound();
    void removedEntriesLeaveNoReference();
};

void TestAccessDraft::configurationSurvivesTheForm_data()
{
    QTest::addColumn<HttpConfig>("config");
    HttpConfig config;
    QTest::newRow("nothing set") << config;
    config.auth = BasicAuth{u"me"_s, {SecretRef::Kind::Session, u"key"_s}};
    config.headers = {{"X-Scope-OrgID", "team-a"}, {"X-Other", "1: 2"}};
    QTest::newRow("basic, headers") << config;
    config.auth = Authorization{{SecretRef::Kind::File, u"/run/token"_s}};
    config.tls.caFile = u"/etc/ca.pem"_s;
    QTest::newRow("bearer from a file, CA file") << config;
    config.tls.insecureSkipVerify = true;
    QTest::newRow("not verified, CA file kept") << config;
}

void TestAccessDraft::configurationSurvivesTheForm()
{
    QFETCH(HttpConfig, config);
    const AccessDraft draft = accessDraft(config.auth, config.headers, config.tls);
    QVERIFY(problemOf(draft) == AccessProblem::None);
    QVERIFY(authOf(draft, u"key"_s) == config.auth);
    QVERIFY(headersOf(draft) == config.headers);
    QVERIFY(tlsOf(draft) == config.tls);
}

void TestAccessDraft::firstProblemIsFound_data()
{
    using Draft = AccessDraft;
    QTest::addColumn<AccessDraft>("draft");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const AccessDraft &draft, AccessProblem problem) {
        QTest::newRow(name) << draft << static_cast<int>(problem);
    };
    row("empty", {}, AccessProblem::None);
    row("basic without a user", with([](Draft &d) { d.signIn = Draft::SignIn::Basic; }),
        AccessProblem::UsernameMissing);
    row("file without a path", with([](Draft &d) {
        d.signIn = Draft::SignIn::Bearer;
        d.place = Draft::SecretPlace::File;
    }),
        AccessProblem::SecretFileMissing);
    row("no sign-in needs no path", with([](Draft &d) { d.place = Draft::SecretPlace::File; }),
        AccessProblem::None);
    row("header without a colon", with([](Draft &d) { d.headers = u"X-A: 1\nnonsense"_s; }),
        AccessProblem::HeaderMalformed);
    row("credentials as a header", with([](Draft &d) { d.headers = u"Authorization: Bearer x"_s; }),
        AccessProblem::HeaderMalformed);
    row("empty lines between headers", with([](Draft &d) { d.headers = u"X-A: 1\n\n X-B: 2 \n"_s; }),
        AccessProblem::None);
    row("CA file without a path", with([](Draft &d) { d.verify = Draft::Verify::CaFile; }),
        AccessProblem::CaFileMissing);
}

void TestAccessDraft::firstProblemIsFound()
{
    QFETCH(AccessDraft, draft);
    QTEST(static_cast<int>(problemOf(draft)), "problem");
}

void TestAccessDraft::removedEntriesLeaveNoReference()
{
    Workspace workspace;
    workspace.endpoints.push_back({.id = EndpointId{u"e1"_s}, .name = u"kept"_s, .http = {}});
    workspace.targets.push_back({.id = TargetId{u"t1"_s}, .name = u"kept"_s, .url = {}, .module = {}});
    ServiceConfig service;
    service.endpoint = EndpointId{u"gone"_s};
    service.targets = {TargetId{u"t1"_s}, TargetId{u"gone"_s}};
    workspace.services.push_back(service);
    service.endpoint = EndpointId{u"e1"_s};
    workspace.services.push_back(service);

    dropDanglingReferences(workspace);

    QVERIFY(workspace.services.at(0).endpoint.isNull());
    QCOMPARE(workspace.services.at(0).targets, std::vector<TargetId>{TargetId{u"t1"_s}});
    QCOMPARE(workspace.services.at(1).endpoint, EndpointId{u"e1"_s});
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestAccessDraft)
#include "tst_accessdraft.moc"
