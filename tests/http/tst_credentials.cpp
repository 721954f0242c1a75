// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/commandsource.h"
#include "core/http/httpclient.h"

#include "tests/http/faultyserver.h"
#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FaultyServer;
using test::WireRequest;

namespace {

constexpr int patience = 30'000;

class OneSecret final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        if (ref.kind == SecretRef::Kind::None)
            return QByteArray();
        return secret;
    }

    void prepare(const std::vector<SecretRef> &, QObject *context, std::function<void()> ready) const override
    {
        if (answers)
            QMetaObject::invokeMethod(context, std::move(ready), Qt::QueuedConnection);
    }

    bool answers = true;

    Expected<QByteArray, SecretError> secret = "s3cr+t"_ba;
};

HttpOutcome outcomeOf(HttpJob *job)
{
    QSignalSpy spy(job, &HttpJob::finished);
    if (!spy.wait(patience) || spy.count() != 1)
        qFatal("the job did not finish once");
    return spy.first().first().value<HttpOutcome>();
}

TokenCommand shell(const QString &script)
{
    return {.command = {u"/bin/sh"_s, u"-c"_s, script}, .timeout = 60s};
}

} // namespace

class TestCredentials final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aGrantedTokenIsSent();
    void parallelRequestsShareOneFetch();
    void aTokenIsFetchedAnewBeforeItExpires();
    void aRefusedTokenIsFetchedAnewOnce();
    void theClientShowsItselfInTheFormWhereTheHeaderIsRefused();
    void aFailedGrantIsTold_data();
    void aFailedGrantIsTold();
    void aSilentTokenServerMeetsTheDeadline();
    void aSilentKeychainIsToldInThePlaceOfTheDeadline();
    void abortingDuringTheFetchEndsTheJob();

    void aPrintedTokenIsRead_data();
    void aPrintedTokenIsRead();
    void aPrintedTokenIsSentAndKept();
    void aRefusedPrintedTokenIsPrintedAnew();
    void aFailedCommandIsTold_data();
    void aFailedCommandIsTold();
    void aMissingCommandIsTold();
    void theCommandGetsTheNamedVariablesOnly();

    void secretHeadersAndTheTenantAreSent();
    void anotherSchemeIsSent();

private:
    [[nodiscard]] HttpConfig configWith(const HttpAuth &auth) const;

    test::FakeClock m_clock;
    OneSecret m_secrets;
    QByteArray m_accepted; //!< the Authorization that the server lets in; empty for any
    std::function<QByteArray(const WireRequest &)> m_grant; //!< head and body of the token endpoint
    std::unique_ptr<FaultyServer> m_server;
    std::unique_ptr<FaultyServer> m_tokens;
};

namespace {

QByteArray message(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

void TestCredentials::init()
{
    m_accepted.clear();
    m_secrets = OneSecret();
    m_tokens = std::make_unique<FaultyServer>([this](const WireRequest &request, QTcpSocket &socket) {
        const QByteArray answer = m_grant(request);
        if (!answer.isEmpty())
            socket.write(answer);
    });
    m_server = std::make_unique<FaultyServer>([this](const WireRequest &request, QTcpSocket &socket) {
        const bool isLetIn = m_accepted.isEmpty() || request.header("Authorization") == m_accepted;
        socket.write(isLetIn ? message("200 OK", "{}") : message("401 Unauthorized", "no"));
    });
    m_grant = [this](const WireRequest &) {
        return message("200 OK",
            R"({"access_token":"t)" + QByteArray::number(m_tokens->requests().size())
                + R"(","token_type":"bearer","expires_in":60})");
    };
}

HttpConfig TestCredentials::configWith(const HttpAuth &auth) const
{
    HttpConfig config;
    config.baseUrl = m_server->url();
    config.timeout = 60s;
    config.auth = auth;
    if (auto *oauth2 = std::get_if<OAuth2>(&config.auth))
        oauth2->tokenUrl = m_tokens->url(u"/realm/token"_s);
    return config;
}

namespace {

OAuth2 grant()
{
    return {.clientId = u"sock eye"_s,
        .clientSecret = {SecretRef::Kind::Session, u"k"_s},
        .tokenUrl = {},
        .scopes = {u"metrics"_s, u"read"_s},
        .endpointParams = {{u"audience"_s, u"a+b"_s}}};
}

} // namespace

void TestCredentials::aGrantedTokenIsSent()
{
    HttpClient client(configWith(grant()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("x"));

    QVERIFY(outcome.has_value());
    QCOMPARE(m_server->requests().front().header("Authorization"), "Bearer t1");
    const WireRequest &request = m_tokens->requests().front();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/realm/token");
    QCOMPARE(request.body, "grant_type=client_credentials&scope=metrics%20read&audience=a%2Bb");
    QCOMPARE(request.header("Authorization"), "Basic " + "sock%20eye:s3cr%2Bt"_ba.toBase64());
}

void TestCredentials::parallelRequestsShareOneFetch()
{
    HttpClient client(configWith(grant()), m_secrets, m_clock);

    QSignalSpy first(client.get("a"), &HttpJob::finished);
    QSignalSpy second(client.get("b"), &HttpJob::finished);
    QSignalSpy third(client.post("c", {}), &HttpJob::finished);

    QTRY_VERIFY_WITH_TIMEOUT(first.count() == 1 && second.count() == 1 && third.count() == 1, patience);
    QCOMPARE(m_tokens->requests().size(), std::size_t{1});
    for (const WireRequest &request : m_server->requests())
        QCOMPARE(request.header("Authorization"), "Bearer t1");
}

void TestCredentials::aTokenIsFetchedAnewBeforeItExpires()
{
    HttpClient client(configWith(grant()), m_secrets, m_clock);
    QVERIFY(outcomeOf(client.get("x")).has_value());

    m_clock.advance(49s);
    QVERIFY(outcomeOf(client.get("x")).has_value());
    QCOMPARE(m_tokens->requests().size(), std::size_t{1});
    m_clock.advance(2s);
    QVERIFY(outcomeOf(client.get("x")).has_value());

    QCOMPARE(m_tokens->requests().size(), std::size_t{2});
    QCOMPARE(m_server->requests().back().header("Authorization"), "Bearer t2");
}

void TestCredentials::aRefusedTokenIsFetchedAnewOnce()
{
    HttpClient client(configWith(grant()), m_secrets, m_clock);
    m_accepted = "Bearer t2";

    QCOMPARE(outcomeOf(client.post("x", {{"a", "b"}}))->status, 200);
    QCOMPARE(m_server->requests().size(), std::size_t{2});
    QCOMPARE(m_server->requests().back().body, "a=b");

    m_accepted = "Bearer nobody";
    QCOMPARE(outcomeOf(client.get("x"))->status, 401);
    QCOMPARE(m_server->requests().size(), std::size_t{4});
    QCOMPARE(m_tokens->requests().size(), std::size_t{3});
}

void TestCredentials::theClientShowsItselfInTheFormWhereTheHeaderIsRefused()
{
    const auto usual = m_grant;
    m_grant = [&usual](const WireRequest &request) {
        return request.header("Authorization").isEmpty()
            ? usual(request)
            : message("401 Unauthorized", R"({"error":"invalid_client"})");
    };
    HttpClient client(configWith(grant()), m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("x")).has_value());
    QVERIFY(m_tokens->requests().back().body.endsWith("&client_id=sock%20eye&client_secret=s3cr%2Bt"));
    QCOMPARE(m_tokens->requests().size(), std::size_t{2});

    m_clock.advance(1h);
    QVERIFY(outcomeOf(client.get("x")).has_value());
    QCOMPARE(m_tokens->requests().size(), std::size_t{3});
}

void TestCredentials::aFailedGrantIsTold_data()
{
    using Kind = CredentialError::Kind;
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");

    QTest::newRow("an error of the grant")
        << message("400 Bad Request", R"({"error":"invalid_scope","error_description":"no such scope"})")
        << Kind::TokenRefused << u"invalid_scope"_s << u"no such scope"_s;
    QTest::newRow("an error with status 200") << message("200 OK", R"({"error":"invalid_client"})")
                                              << Kind::TokenRefused << u"invalid_client"_s << QString();
    QTest::newRow("a page") << message("404 Not Found", "<html>") << Kind::TokenRefused << u"404"_s
                            << QString();
    QTest::newRow("no token") << message("200 OK", R"({"expires_in":60})") << Kind::TokenAnswerInvalid
                              << QString() << QString();
    QTest::newRow("a token of two lines") << message("200 OK", R"({"access_token":"a\r\nX-B: c"})")
                                          << Kind::TokenAnswerInvalid << QString() << QString();
}

void TestCredentials::aFailedGrantIsTold()
{
    QFETCH(QByteArray, answer);
    QFETCH(CredentialError::Kind, kind);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    m_grant = [&answer](const WireRequest &) { return answer; };
    HttpClient client(configWith(grant()), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("x"));

    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, HttpError::Kind::CredentialsFailed);
    QCOMPARE(outcome.error().credentials->kind, kind);
    QCOMPARE(outcome.error().credentials->code, code);
    QCOMPARE(outcome.error().credentials->detail, detail);
    QCOMPARE(outcome.error().credentials->source, m_tokens->url(u"/realm/token"_s).toString());
    QVERIFY(m_server->requests().empty());
}

void TestCredentials::aSilentTokenServerMeetsTheDeadline()
{
    m_grant = [](const WireRequest &) { return QByteArray(); };
    HttpConfig config = configWith(grant());
    config.timeout = 200ms;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("x"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::TimedOut);
    QCOMPARE(outcome.error().limit, qint64{200});
}

void TestCredentials::aSilentKeychainIsToldInThePlaceOfTheDeadline()
{
    m_secrets.answers = false;
    m_secrets.secret = unexpected(SecretError{SecretError::Kind::Pending, u"e1"_s, {}});
    HttpConfig config = configWith(Authorization{.credentials = {SecretRef::Kind::Keychain, u"e1"_s}});
    config.timeout = 200ms;
    HttpClient client(config, m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("x"));

    QCOMPARE(outcome.error().kind, HttpError::Kind::SecretMissing);
    QVERIFY(outcome.error().secret);
    QCOMPARE(outcome.error().secret->kind, SecretError::Kind::Pending);
    QVERIFY(m_server->requests().empty());
}

void TestCredentials::abortingDuringTheFetchEndsTheJob()
{
    m_grant = [](const WireRequest &) { return QByteArray(); };
    HttpClient client(configWith(grant()), m_secrets, m_clock);
    HttpJob *job = client.get("x");
    QTRY_VERIFY_WITH_TIMEOUT(!m_tokens->requests().empty(), patience);

    QSignalSpy spy(job, &HttpJob::finished);
    job->abort();
    job->abort();
    QCOMPARE(spy.count(), 0);
    QVERIFY(spy.wait(patience));
    QCOMPARE(spy.first().first().value<HttpOutcome>().error().kind, HttpError::Kind::Aborted);
}

void TestCredentials::aPrintedTokenIsRead_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("credentials");
    QTest::addColumn<qint64>("expiresAt");

    const auto row = [](const char *name, const QByteArray &output, const QByteArray &credentials,
                         qint64 expiresAt = -1) {
        QTest::newRow(name) << output << credentials << expiresAt;
    };
    row("bare", "abc.def\n", "Bearer abc.def");
    row("a credential", R"({"kind":"ExecCredential","status":{"token":"k"}})", "Bearer k");
    row("a credential that expires",
        R"({"status":{"token":"k","expirationTimestamp":"2026-01-01T00:01:00Z"}})", "Bearer k",
        1'767'225'660'000);
    row("nothing", "\n", {});
    row("two lines", "abc\nX-Admin: 1\n", {});
    row("a sentence", "please sign in", {});
    row("no status", R"({"kind":"ExecCredential"})", {});
    row("a time that is none", R"({"status":{"token":"k","expirationTimestamp":"soon"}})", {});
    row("broken JSON", R"({"status")", {});
}

void TestCredentials::aPrintedTokenIsRead()
{
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, credentials);
    QFETCH(qint64, expiresAt);

    const auto token = parseCommandToken(output);

    QCOMPARE(token.has_value(), !credentials.isEmpty());
    if (!token)
        return;
    QCOMPARE(token->credentials, credentials);
    QCOMPARE(token->expiresAt ? toMilliseconds(*token->expiresAt) : -1, expiresAt);
}

void TestCredentials::aPrintedTokenIsSentAndKept()
{
    QTemporaryDir folder;
    const TokenCommand command =
        shell(u"echo >> '%1/runs'; wc -l < '%1/runs' | tr -d ' '"_s.arg(folder.path()));
    HttpClient client(configWith(command), m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("x")).has_value());
    QVERIFY(outcomeOf(client.get("x")).has_value());

    QCOMPARE(m_server->requests().back().header("Authorization"), "Bearer 1");
}

void TestCredentials::aRefusedPrintedTokenIsPrintedAnew()
{
    QTemporaryDir folder;
    const TokenCommand command =
        shell(u"echo >> '%1/runs'; wc -l < '%1/runs' | tr -d ' '"_s.arg(folder.path()));
    HttpClient client(configWith(command), m_secrets, m_clock);
    m_accepted = "Bearer 2";

    QCOMPARE(outcomeOf(client.get("x"))->status, 200);
    QCOMPARE(m_server->requests().size(), std::size_t{2});
}

void TestCredentials::aFailedCommandIsTold_data()
{
    using Kind = CredentialError::Kind;
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("timeout");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<int>("exitCode");

    const auto row = [](const char *name, const QStringList &command, Kind kind, const QString &detail = {},
                         int exitCode = 0) {
        QTest::newRow(name) << command << 60'000 << kind << detail << exitCode;
    };
    row("exits with an error", {u"/bin/sh"_s, u"-c"_s, u"echo sign in first >&2; echo more >&2; exit 3"_s},
        Kind::CommandFailed, u"sign in first"_s, 3);
    row("prints nothing", {u"/bin/true"_s}, Kind::CommandAnswerInvalid);
    row("no shell looks at its arguments", {u"/bin/echo"_s, u"$(echo"_s, u"token)"_s},
        Kind::CommandAnswerInvalid);
    row("prints without end", {u"/usr/bin/yes"_s}, Kind::CommandAnswerInvalid);
    QTest::newRow("does not end") << QStringList{u"/bin/sleep"_s, u"600"_s} << 100 << Kind::CommandTimedOut
                                  << QString() << 0;
}

void TestCredentials::aFailedCommandIsTold()
{
    QFETCH(QStringList, command);
    QFETCH(int, timeout);
    QFETCH(CredentialError::Kind, kind);
    QFETCH(QString, detail);
    QFETCH(int, exitCode);
    HttpClient client(
        configWith(TokenCommand{.command = command, .timeout = std::chrono::milliseconds{timeout}}),
        m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("x"));

    QVERIFY(!outcome.has_value());
    QCOMPARE(outcome.error().kind, HttpError::Kind::CredentialsFailed);
    QCOMPARE(outcome.error().credentials->kind, kind);
    QCOMPARE(outcome.error().credentials->source, command.constFirst());
    QCOMPARE(outcome.error().credentials->detail, detail);
    QCOMPARE(outcome.error().credentials->exitCode, exitCode);
}

void TestCredentials::aMissingCommandIsTold()
{
    HttpClient client(configWith(TokenCommand{{u"/nowhere/token"_s}}), m_secrets, m_clock);

    const auto outcome = outcomeOf(client.get("x"));

    QCOMPARE(outcome.error().credentials->kind, CredentialError::Kind::CommandNotStarted);
    QVERIFY(!outcome.error().credentials->detail.isEmpty());
}

void TestCredentials::theCommandGetsTheNamedVariablesOnly()
{
    qputenv("SOCKEYE_TEST_GIVEN", "given");
    qputenv("SOCKEYE_TEST_KEPT", "kept");
    TokenCommand command = shell(u"echo \"$SOCKEYE_TEST_GIVEN-$SOCKEYE_TEST_KEPT\""_s);
    command.environment = {u"SOCKEYE_TEST_GIVEN"_s};
    HttpClient client(configWith(command), m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("x")).has_value());

    QCOMPARE(m_server->requests().back().header("Authorization"), "Bearer given-");
}

void TestCredentials::secretHeadersAndTheTenantAreSent()
{
    HttpConfig config = configWith({});
    config.headers = {{"X-A", "1"}, {"X-A", "2"}};
    config.secretHeaders = {{"X-Key", {SecretRef::Kind::Session, u"k"_s}}};
    config.tenant = u"a|b"_s;
    HttpClient client(config, m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("x")).has_value());
    const WireRequest &request = m_server->requests().back();
    QCOMPARE(request.header("X-A"), "1, 2");
    QCOMPARE(request.header("X-Key"), "s3cr+t");
    QCOMPARE(request.header("X-Scope-OrgID"), "a|b");

    m_secrets.secret = "two\r\nlines"_ba;
    const auto outcome = outcomeOf(client.get("x"));
    QCOMPARE(outcome.error().kind, HttpError::Kind::SecretMissing);
    QCOMPARE(outcome.error().secret->kind, SecretError::Kind::Malformed);
}

void TestCredentials::anotherSchemeIsSent()
{
    HttpClient client(
        configWith(Authorization{{SecretRef::Kind::Session, u"k"_s}, "Api-Key"}), m_secrets, m_clock);

    QVERIFY(outcomeOf(client.get("x")).has_value());

    QCOMPARE(m_server->requests().back().header("Authorization"), "Api-Key s3cr+t");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestCredentials)

#include "tst_credentials.moc"
