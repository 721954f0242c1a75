// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/serveconfig.h"

#include <QTest>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestServeConfig final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeFileIsRead();
    void withoutAFileOfModulesThereIsOne_data();
    void withoutAFileOfModulesThereIsOne();
    void aMistakeIsToldAtItsPlace_data();
    void aMistakeIsToldAtItsPlace();
    void allMistakesAreToldFromTopToBottom();
};

void TestServeConfig::theWholeFileIsRead()
{
    const auto config = readServeConfig(R"(
modules:
  slow:
    prober: websocket
    timeout: 1m30s
    websocket:
      subprotocol: graphql-transport-ws
      headers:
        X-Tenant: {values: [blue]}
      basic_auth:
        username: prober
        password_file: /run/secrets/probe
      tls_config: {ca_file: /etc/ca.pem}
      pings: 3
      ping_interval: 500ms
      pong_timeout: 4s
      upgrade_timeout: 20s
targets:
  - name: eu
    url: wss://eu.example.org/ws
    module: slow
  - {name: us, url: "ws://us.example.org/"}
)");
    QVERIFY2(config, config ? "" : qPrintable(toText(config.error(), u"file"_s)));
    const ServeModule &slow = config->modules.at(u"slow"_s);
    QCOMPARE(slow.timeout, std::chrono::milliseconds{90s});
    QCOMPARE(slow.pings, 3);
    QCOMPARE(slow.probe.subprotocol, u"graphql-transport-ws"_s);
    QCOMPARE(slow.probe.headers, (std::vector{HttpHeader{"X-Tenant", "blue"}}));
    QVERIFY(std::holds_alternative<BasicAuth>(slow.probe.auth));
    QCOMPARE(slow.probe.tls.caFile, u"/etc/ca.pem"_s);
    QCOMPARE(slow.probe.pingInterval, 500ms);
    QCOMPARE(slow.probe.pongTimeout, std::chrono::milliseconds{4s});
    QCOMPARE(slow.probe.upgradeTimeout, std::chrono::milliseconds{20s});
    QCOMPARE(config->targets.size(), std::size_t{2});
    QCOMPARE(config->targets[0].name, u"eu"_s);
    QCOMPARE(config->targets[0].url, QUrl(u"wss://eu.example.org/ws"_s));
    QVERIFY(config->targets[0].module == slow.probe);
    QVERIFY(config->targets[1].module == ProbeModule());
}

void TestServeConfig::withoutAFileOfModulesThereIsOne_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("targets only") << QByteArray("targets:\n  - {name: a, url: ws://a}\n");
    QTest::newRow("another module") << QByteArray("modules:\n  a: {prober: websocket}\n");
}

void TestServeConfig::withoutAFileOfModulesThereIsOne()
{
    QFETCH(QByteArray, yaml);
    const auto config = readServeConfig(yaml);
    QVERIFY(config.has_value());
    QVERIFY(config->modules.at(u"websocket"_s).probe == ProbeModule());
}

void TestServeConfig::aMistakeIsToldAtItsPlace_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &yaml, const QString &text) {
        QTest::newRow(name) << yaml << QString(u"f.yml:"_s % text % u'\n');
    };
    row("no YAML", "modules: [\n", u"2:1: This is not valid YAML. (did not find expected node content)"_s);
    row("a key twice", "targets: []\ntargets: []\n", u"2:1: The key targets stands here a second time."_s);
    row("an unknown key", "module: {}\n", u"1:1: module has to be modules | targets."_s);
    const QByteArray module = "modules:\n  ws:\n    prober: websocket\n";
    row("another prober", "modules:\n  ws: {prober: http}\n",
        u"2:8: modules.ws.prober has to be websocket."_s);
    row("no prober", "modules:\n  ws: {timeout: 1s}\n", u"2:3: modules.ws.prober has to be websocket."_s);
    row("a number is no duration", module + "    timeout: 5\n",
        u"4:5: modules.ws.timeout has to be a duration from 1ms to 1h, such as 500ms or 10s."_s);
    row("a flood of pings", module + "    websocket:\n      ping_interval: 1ms\n",
        u"5:7: modules.ws.websocket.ping_interval has to be a duration from 50ms to 1h, such as 500ms or 10s."_s);
    row("a secret in the file", module + "    websocket:\n      authorization: {credentials: x}\n",
        u"5:23: modules.ws.websocket.authorization.credentials has to be no secret in this file: name a file "
        "that holds it."_s);
    row("a header with a credential",
        module + "    websocket:\n      headers: {Authorization: {values: [x]}}\n",
        u"5:33: modules.ws.websocket.headers.Authorization.values has to be a header without credentials."_s);
    row("a URL of HTTP", "targets:\n  - name: a\n    url: http://a\n",
        u"3:5: targets[0].url has to be a ws or wss URL without credentials."_s);
    row("a module that is not there", "targets:\n  - {name: a, url: ws://a, module: b}\n",
        u"2:28: targets[0].module has to be one of the modules."_s);
    row("a name twice", "targets:\n  - {name: a, url: ws://a}\n  - {name: a, url: ws://b}\n",
        u"3:6: targets[1].name has to be a name that no other target has."_s);
}

void TestServeConfig::aMistakeIsToldAtItsPlace()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QString, text);
    const auto config = readServeConfig(yaml);
    QVERIFY(!config.has_value());
    QCOMPARE(toText(config.error(), u"f.yml"_s), text);
}

void TestServeConfig::allMistakesAreToldFromTopToBottom()
{
    const auto config = readServeConfig("targets:\n"
                                        "  - {name: a, url: http://a}\n"
                                        "modules:\n"
                                        "  ws: {prober: websocket, timeout: x}\n");
    QVERIFY(!config.has_value());
    QCOMPARE(config.error().size(), std::size_t{2});
    QCOMPARE(config.error()[0].mark, (YamlMark{2, 15}));
    QCOMPARE(config.error()[1].mark, (YamlMark{4, 27}));
}

} // namespace sockeye::cli

QTEST_GUILESS_MAIN(sockeye::cli::TestServeConfig)
#include "tst_serveconfig.moc"
