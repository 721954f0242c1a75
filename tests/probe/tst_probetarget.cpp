// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/authorization.h"
#include "core/probe/probetarget.h"

#include <QJsonDocument>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ProbeTarget fullTarget()
{
    ProbeTarget target;
    target.id = TargetId{u"0123456789abcdef"_s};
    target.name = u"push, eu-1"_s;
    target.url = QUrl(u"wss://push.example:8443/live?room=1"_s);
    target.module.headers = {{"X-Tenant", "blue"}};
    target.module.engine = ProbeEngine::Qt;
    target.module.subprotocol = u"chat.v2"_s;
    target.module.auth = Authorization{{SecretRef::Kind::File, u"/run/secrets/token"_s}};
    target.module.tls = {.caFile = u"/etc/ca.pem"_s,
        .certFile = u"/etc/me.pem"_s,
        .key = {SecretRef::Kind::Keychain, u"key"_s},
        .serverName = u"push.internal"_s,
        .minVersion = TlsVersion::Tls13};
    target.module.proxy = {.mode = ProxyConfig::Mode::Url,
        .url = QUrl(u"socks5://p:1080"_s),
        .username = u"me"_s,
        .password = {SecretRef::Kind::Session, u"p"_s}};
    target.module.resolveTimeout = 1s;
    target.module.connectTimeout = 2s;
    target.module.tlsTimeout = 3s;
    target.module.upgradeTimeout = 4s;
    target.module.pingInterval = 500ms;
    target.module.pongTimeout = 6s;
    return target;
}

class OneSecret final : public SecretSource {
public:
    explicit OneSecret(Expected<QByteArray, SecretError> secret)
        : m_secret(std::move(secret))
    {
    }
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &) const override
    {
        return m_secret;
    }

private:
    Expected<QByteArray, SecretError> m_secret;
};

} // namespace

class TestProbeTarget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theJsonFormKeepsEverything();
    void absentKeysGiveTheDefaults();
    void aSlashAtTheEndOfTheUrlIsKept();
    void credentialsInTheUrlAreNotWritten();
    void aBadTargetIsNamed_data();
    void aBadTargetIsNamed();
    void theHeaderIsMadeOfTheSecret_data();
    void theHeaderIsMadeOfTheSecret();
    void aSecretThatNobodyGaveIsAnError();
};

void TestProbeTarget::theJsonFormKeepsEverything()
{
    const ProbeTarget target = fullTarget();
    JsonReader reader(toJson(target));

    const ProbeTarget read = readProbeTarget(reader);

    QVERIFY2(!reader.hasError(), qPrintable(reader.error().path));
    QVERIFY(read == target);
}

void TestProbeTarget::absentKeysGiveTheDefaults()
{
    JsonReader reader(QJsonObject{{u"id"_s, u"a"_s}, {u"url"_s, u"ws://localhost:8080/ws"_s}});

    const ProbeTarget read = readProbeTarget(reader);

    QVERIFY(!reader.hasError());
    QVERIFY(read.module == ProbeModule{});
    QCOMPARE(read.url, QUrl(u"ws://localhost:8080/ws"_s));
}

void TestProbeTarget::aSlashAtTheEndOfTheUrlIsKept()
{
    for (const QString &text : {u"wss://push.example/ws/chat/"_s, u"wss://push.example/ws/chat"_s}) {
        const auto url = parseProbeUrl(u' ' + text + u' ');
        QVERIFY(url.has_value());
        QCOMPARE(url->toString(), text);
    }
}

void TestProbeTarget::credentialsInTheUrlAreNotWritten()
{
    ProbeTarget target = fullTarget();
    target.url.setUserInfo(u"me:hunter2"_s);
    QVERIFY(!QJsonDocument(toJson(target)).toJson().contains("hunter2"));
}

void TestProbeTarget::aBadTargetIsNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"id"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("an HTTP URL") << u"url"_s << QJsonValue(u"http://localhost"_s);
    QTest::newRow("credentials in the URL") << u"url"_s << QJsonValue(u"ws://me:pw@localhost"_s);
    QTest::newRow("a flood of pings") << u"ping_interval_ms"_s << QJsonValue(1);
    QTest::newRow("no time at all") << u"upgrade_timeout_ms"_s << QJsonValue(0);
    QTest::newRow("a time limit of a day") << u"pong_timeout_ms"_s << QJsonValue(86'400'000);
    QTest::newRow("a certificate without a key")
        << u"tls_config"_s << QJsonValue(QJsonObject{{u"cert_file"_s, u"c"_s}});
    QTest::newRow("an engine that there is not") << u"engine"_s << QJsonValue(u"steam"_s);
    QTest::newRow("a tenant, which is not applied") << u"tenant"_s << QJsonValue(u"a"_s);
    QTest::newRow("redirects, which are not applied") << u"follow_redirects"_s << QJsonValue(false);
    QTest::newRow("a proxy of another kind") << u"proxy_url"_s << QJsonValue(u"ftp://p:1"_s);
    QTest::newRow("a header that we set")
        << u"http_headers"_s << QJsonValue(QJsonObject{{u"Upgrade"_s, u"h2c"_s}});
}

void TestProbeTarget::aBadTargetIsNamed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(fullTarget());
    json.insert(key, value);
    JsonReader reader(json, u"targets[0]"_s);

    [[maybe_unused]] const ProbeTarget read = readProbeTarget(reader);

    QVERIFY(reader.hasError());
    QVERIFY2(
        reader.error().path.startsWith(QString(u"targets[0]."_s % key)), qPrintable(reader.error().path));
}

void TestProbeTarget::theHeaderIsMadeOfTheSecret_data()
{
    const SecretRef ref{SecretRef::Kind::Session, u"k"_s};
    QTest::addColumn<HttpAuth>("auth");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << HttpAuth{} << QByteArray();
    QTest::newRow("basic") << HttpAuth{BasicAuth{u"me"_s, ref}} << QByteArray("Basic bWU6czNjcmV0");
    QTest::newRow("bearer") << HttpAuth{Authorization{ref}} << QByteArray("Bearer s3cret");
}

void TestProbeTarget::theHeaderIsMadeOfTheSecret()
{
    QFETCH(HttpAuth, auth);
    QFETCH(QByteArray, header);
    const auto made = authorizationFor(auth, OneSecret(QByteArray("s3cret")));
    QVERIFY(made.has_value());
    QCOMPARE(*made, header);
}

void TestProbeTarget::aSecretThatNobodyGaveIsAnError()
{
    const SecretError notGiven{SecretError::Kind::NotGiven, {}, {}};
    const auto missing = authorizationFor(Authorization{}, OneSecret(unexpected(notGiven)));
    QVERIFY(!missing.has_value());
    QVERIFY(missing.error() == notGiven);

    const auto twoLines = authorizationFor(Authorization{}, OneSecret(QByteArray("token\r\nX-Admin: 1")));
    QVERIFY2(!twoLines.has_value(), "the second line would pass for a header");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestProbeTarget)
#include "tst_probetarget.moc"
