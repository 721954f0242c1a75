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

AccessDraft withScript(const QString &address)
{
    AccessDraft draft;
    draft.network.proxy = ProxyConfig::Mode::Pac;
    draft.network.proxyScript = address;
    return draft;
}

} // namespace

class TestAccessDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void configurationSurvivesTheForm_data();
    void configurationSurvivesTheForm();
    void problemsAreFoundAtTheirFields_data();
    void problemsAreFoundAtTheirFields();
    void versionThatCannotBeReadBackIsRefused();
    void commandIsSplitWithoutAShell();
    void removedEntriesLeaveNoReference();
};

void TestAccessDraft::configurationSurvivesTheForm_data()
{
    QTest::addColumn<HttpConfig>("config");
    const auto row = [](const char *name, void (*edit)(HttpConfig &)) {
        HttpConfig config;
        edit(config);
        QTest::newRow(name) << config;
    };
    row("nothing set", [](HttpConfig &) {});
    row("basic, headers", [](HttpConfig &c) {
        c.auth = BasicAuth{u"me"_s, {SecretRef::Kind::Session, u"key"_s}};
        c.headers = {{"X-Scope-OrgID", "team-a"}, {"X-Other", "1: 2"}};
    });
    row("user name from a file", [](HttpConfig &c) {
        c.auth = BasicAuth{{}, {SecretRef::Kind::File, u"/run/password"_s}, u"/run/user"_s};
    });
    row("bearer from a file, CA file", [](HttpConfig &c) {
        c.auth = Authorization{{SecretRef::Kind::File, u"/run/token"_s}};
        c.tls.caFile = u"/etc/ca.pem"_s;
    });
    row("another scheme, from the keychain", [](HttpConfig &c) {
        c.auth = Authorization{{SecretRef::Kind::Keychain, u"team token"_s}, "Token"};
    });
    row("OAuth 2", [](HttpConfig &c) {
        OAuth2 auth{u"console"_s, {SecretRef::Kind::Session, u"key"_s}, QUrl(u"https://login.test/token"_s),
            {u"read"_s, u"query"_s}, {{u"audience"_s, u"a=b"_s}, {u"resource"_s, u"r"_s}}};
        auth.tls.serverName = u"login"_s;
        auth.proxy.mode = ProxyConfig::Mode::None;
        c.auth = auth;
    });
    row("token from a command", [](HttpConfig &c) {
        TokenCommand command{{u"/opt/my tools/token"_s, u"--for"_s, u"say \"it\""_s, u""_s}};
        command.timeout = std::chrono::seconds{3};
        command.environment = {u"HOME"_s};
        c.auth = command;
    });
    row("tenants", [](HttpConfig &c) { c.tenant = u"a|b"_s; });
    row("not verified, CA file kept", [](HttpConfig &c) {
        c.tls.caFile = u"/etc/ca.pem"_s;
        c.tls.insecureSkipVerify = true;
    });
    row("client certificate, name and version", [](HttpConfig &c) {
        c.tls.certFile = u"/etc/me.pem"_s;
        c.tls.key = {SecretRef::Kind::File, u"/etc/me.key"_s};
        c.tls.serverName = u"prom.test"_s;
        c.tls.minVersion = TlsVersion::Tls13;
        c.tls.maxVersion = TlsVersion::Tls13;
    });
    row("what the form has no field for", [](HttpConfig &c) {
        c.tls.ca = "-----BEGIN CERTIFICATE-----";
        c.tls.cert = "-----BEGIN CERTIFICATE-----";
        c.tls.key = {SecretRef::Kind::Keychain, u"key"_s};
        c.proxy.connectHeaders = {{"X-Tunnel", "1"}};
        c.secretHeaders = {{"X-Api-Key", {SecretRef::Kind::File, u"/run/key"_s}}};
        c.enableHttp2 = true;
        c.maxBodyBytes = 1000;
    });
    row("proxy with a sign-in", [](HttpConfig &c) {
        c.proxy.mode = ProxyConfig::Mode::Url;
        c.proxy.url = QUrl(u"socks5://proxy.test:1080"_s);
        c.proxy.noProxy = u".corp.test, 10.0.0.0/8"_s;
        c.proxy.username = u"me"_s;
        c.proxy.password = {SecretRef::Kind::Session, u"key/proxy"_s};
    });
    row("proxy by a script", [](HttpConfig &c) {
        c.proxy.mode = ProxyConfig::Mode::Pac;
        c.proxy.url = QUrl(u"file:///etc/proxy.pac"_s);
    });
    row("no proxy, no redirects, never compressed", [](HttpConfig &c) {
        c.proxy.mode = ProxyConfig::Mode::None;
        c.followRedirects = false;
        c.compression = Compression::Identity;
    });
}

void TestAccessDraft::configurationSurvivesTheForm()
{
    QFETCH(HttpConfig, config);
    const AccessDraft draft = accessDraft(config);
    const std::vector<FieldProblem> problems = problemsOf(draft);
    QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(describe(problems.front())));
    HttpConfig written = config;
    apply(draft, u"key"_s, written);
    QVERIFY(written == config);
}

void TestAccessDraft::problemsAreFoundAtTheirFields_data()
{
    using Fields = QList<int>;
    using Kind = SignInDraft::Kind;
    QTest::addColumn<AccessDraft>("draft");
    QTest::addColumn<Fields>("fields");
    const auto row = [](const char *name, const AccessDraft &draft, std::initializer_list<FormField> fields) {
        Fields list;
        for (const FormField field : fields)
            list.append(static_cast<int>(field));
        QTest::newRow(name) << draft << list;
    };
    row("empty", {}, {});
    row("basic without a user", with([](AccessDraft &d) { d.signIn.kind = Kind::Basic; }),
        {FormField::Username});
    row("file without a path", with([](AccessDraft &d) {
        d.signIn.kind = Kind::Token;
        d.signIn.secret.place = SecretDraft::Place::File;
    }),
        {FormField::SecretFile});
    row("no sign-in needs no path",
        with([](AccessDraft &d) { d.signIn.secret.place = SecretDraft::Place::File; }), {});
    row("Basic as a token", with([](AccessDraft &d) {
        d.signIn.kind = Kind::Token;
        d.signIn.tokenType = u"basic"_s;
    }),
        {FormField::TokenType});
    row("OAuth 2 without anything", with([](AccessDraft &d) { d.signIn.kind = Kind::OAuth2; }),
        {FormField::ClientId, FormField::TokenUrl});
    row("OAuth 2 with a password in the URL", with([](AccessDraft &d) {
        d.signIn.kind = Kind::OAuth2;
        d.signIn.clientId = u"me"_s;
        d.signIn.tokenUrl = u"https://a:b@login.test"_s;
        d.signIn.parameters = u"audience"_s;
    }),
        {FormField::TokenUrl, FormField::TokenParameters});
    row("command without a program", with([](AccessDraft &d) {
        d.signIn.kind = Kind::Command;
        d.signIn.command = u"  "_s;
    }),
        {FormField::Command});
    row("tenant with a space", with([](AccessDraft &d) { d.tenant = u"team a"_s; }), {FormField::Tenant});
    row("tenant twice", with([](AccessDraft &d) {
        d.tenant = u"a"_s;
        d.network.headers = u"x-scope-orgid: b"_s;
    }),
        {FormField::Tenant});
    row("header without a colon", with([](AccessDraft &d) { d.network.headers = u"X-A: 1\nnonsense"_s; }),
        {FormField::Headers});
    row("credentials as a header",
        with([](AccessDraft &d) { d.network.headers = u"Authorization: Bearer x"_s; }), {FormField::Headers});
    row("empty lines between headers",
        with([](AccessDraft &d) { d.network.headers = u"X-A: 1\n\n X-B: 2 \n"_s; }), {});
    row("CA file without a path", with([](AccessDraft &d) { d.tls.verify = TlsDraft::Verify::CaFile; }),
        {FormField::CaFile});
    row("certificate without its key", with([](AccessDraft &d) { d.tls.certFile = u"/me.pem"_s; }),
        {FormField::KeyFile});
    row("key without its certificate", with([](AccessDraft &d) { d.tls.keyFile = u"/me.key"_s; }),
        {FormField::CertFile});
    row("proxy without an address", with([](AccessDraft &d) { d.network.proxy = ProxyConfig::Mode::Url; }),
        {FormField::ProxyUrl});
    row("proxy that is spoken to over TLS", with([](AccessDraft &d) {
        d.network.proxy = ProxyConfig::Mode::Url;
        d.network.proxyUrl = u"https://proxy.test"_s;
    }),
        {FormField::ProxyUrl});
    row("script without an address", withScript({}), {FormField::ProxyScript});
    row("script at what is no address", withScript(u"wpad.dat"_s), {FormField::ProxyScript});
    row("script on a server", withScript(u"http://proxy.test/p.pac"_s), {});
    row("script in a file", withScript(u"file:///etc/proxy.pac"_s), {});
}

void TestAccessDraft::problemsAreFoundAtTheirFields()
{
    QFETCH(AccessDraft, draft);
    QList<int> found;
    const std::vector<FieldProblem> problems = problemsOf(draft);
    for (const FieldProblem &problem : problems) {
        found.append(static_cast<int>(problem.field));
        QVERIFY(!describe(problem).isEmpty());
    }
    QTEST(found, "fields");
}

void TestAccessDraft::versionThatCannotBeReadBackIsRefused()
{
    AccessDraft draft;
    draft.tls.least = TlsVersion::Tls13;
    draft.tls.loaded.maxVersion = TlsVersion::Tls12;
    const std::vector<FieldProblem> problems = problemsOf(draft);
    QCOMPARE(problems.size(), std::size_t{1});
    QVERIFY(problems.front().kind == FieldProblem::Kind::Refused);
    QVERIFY2(problems.front().reason.contains(u"max_version"_s), qPrintable(problems.front().reason));
}

void TestAccessDraft::commandIsSplitWithoutAShell()
{
    QCOMPARE(argumentsOf(u"token --for \"my team\" $HOME;ls"_s),
        (QStringList{u"token"_s, u"--for"_s, u"my team"_s, u"$HOME;ls"_s}));
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
