// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/builtinrules.h"

#include "tests/http/faultyserver.h"
#include "tests/ui/opensettings.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QListWidget>
#include <QTcpSocket>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::FaultyServer;
using test::WireRequest;

namespace {

const QByteArray rightToken = "right-token-9f2c";

QByteArray bodyFor(const QByteArray &target)
{
    if (target.contains("/status/buildinfo"))
        return R"({"status":"success","data":{"version":"2.42.0","revision":"225c61122d88b01d1f0eaaee0e05b6f3e0567ac0","goVersion":"go1.19.5"}})";
    if (target.contains("/status/tsdb"))
        return R"({"status":"success","data":{"headStats":{"numSeries":48210}}})";
    if (target.contains("/targets"))
        return R"({"status":"success","data":{"activeTargets":[]}})";
    if (target.contains("/metadata"))
        return R"({"status":"success","data":{}})";
    return R"({"status":"success","data":{"resultType":"scalar","result":[1767225600.0,"1767225600"]}})";
}

//! A Prometheus behind a proxy that wants a bearer token.
void answer(const WireRequest &request, QTcpSocket &socket)
{
    const bool allowed = request.header("Authorization") == "Bearer " + rightToken;
    const QByteArray body = allowed ? bodyFor(request.target) : QByteArray("unauthorized");
    socket.write(allowed ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                         : "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/plain\r\n");
    socket.write("Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

} // namespace

class TestSettingsDialog final : public QObject, private test::OpenSettings {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { closeDialog(); }

    void wrongAddressIsExplained_data();
    void wrongAddressIsExplained();
    void incompleteEntryHoldsApplyBack();
    void wrongTokenThenRight();
    void testCanBeStopped();
    void probeEndpointIsTried();
    void refusedProbeEndpointSaysWhy();
    void okAppliesOnce();
    void cancelChangesNothing();
    void applyWaitsForAChange();
    void secretReachesTheSessionOnly();
    void thresholdIsEditedInPercentAndReset();
    void removedServerLeavesItsService();
    void whatIsFoundMeanwhileIsKept();
    void probeAddressIsKeptAsItIs_data();
    void probeAddressIsKeptAsItIs();
    void searchHidesOtherPages();
    void languageAndZoneAreKept();
};

void TestSettingsDialog::wrongAddressIsExplained_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no scheme") << u"localhost:9090"_s
                               << u"The address has to begin with http:// or https://."_s;
    QTest::newRow("another scheme") << u"wss://api.example.net"_s
                                    << u"The address has to begin with http:// or https://."_s;
    QTest::newRow("a secret in it") << u"https://me:pw@prom.example.net"_s
                                    << u"The address contains a user name or password"_s;
    QTest::newRow("right") << u"https://prom.example.net/prometheus"_s << QString();
}

void TestSettingsDialog::wrongAddressIsExplained()
{
    QFETCH(QString, url);
    QFETCH(QString, problem);
    open();
    addServer(u"production"_s, url);
    const QString text = note(u"url"_s);
    QCOMPARE(text.startsWith(u"▲"_s), !problem.isEmpty());
    QVERIFY2(text.contains(problem), qPrintable(text));
}

void TestSettingsDialog::incompleteEntryHoldsApplyBack()
{
    open();
    click(u"add"_s);
    QVERIFY(!note(u"name"_s).contains(u"Enter"_s));
    show(SettingsDialog::Page::Appearance, u"appearancePage"_s);
    click(u"ok"_s);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_applied->count(), 0);
    QCOMPARE(m_dialog->page(), SettingsDialog::Page::Endpoints);
    m_page = u"endpointsPage"_s;
    QVERIFY(note(u"name"_s).contains(u"Enter a name for the server."_s));
    QVERIFY(note(u"url"_s).contains(u"The address is missing."_s));
}

void TestSettingsDialog::wrongTokenThenRight()
{
    FaultyServer server{&answer};
    open();
    addServer(u"production"_s, server.url().toString());
    choose(u"signIn"_s, 2);
    type(u"secret"_s, u"wrong"_s);
    click(u"test"_s);
    QTRY_VERIFY2(card().contains(u"401: the server did not accept"_s), qPrintable(card()));
    QVERIFY(card().startsWith(u"Not connected."_s));

    type(u"secret"_s, QString::fromUtf8(rightToken));
    QCOMPARE(card(), QString());
    click(u"test"_s);
    QTRY_VERIFY2(card().startsWith(u"Connected."_s), qPrintable(card()));
    QVERIFY2(card().contains(u"Prometheus 2.42.0"_s), qPrintable(card()));
    QVERIFY2(card().contains(u"clock"_s), qPrintable(card()));
}

void TestSettingsDialog::testCanBeStopped()
{
    FaultyServer silent{[](const WireRequest &, QTcpSocket &) {}};
    open();
    addServer(u"production"_s, silent.url().toString());
    click(u"test"_s);
    QTRY_VERIFY(!silent.requests().empty());
    QCOMPARE(find<QPushButton>(u"test"_s)->text(), u"Stop t&est"_s);
    click(u"test"_s);
    QCOMPARE(card(), u"Canceled."_s);
    QCOMPARE(find<QPushButton>(u"test"_s)->text(), u"T&est"_s);
}

void TestSettingsDialog::probeEndpointIsTried()
{
    open();
    show(SettingsDialog::Page::Targets, u"targetsPage"_s);
    addServer(u"api"_s, u"wss://api.example.net/ws"_s);
    click(u"test"_s);
    QTRY_VERIFY(!m_network->made.empty());
    Q_EMIT m_network->latest()->connected();
    Q_EMIT m_network->latest()->opened();
    m_clock.advance(std::chrono::milliseconds{150});
    QTRY_VERIFY(!m_network->latest()->pings.empty());
    m_clock.advance(std::chrono::milliseconds{12});
    Q_EMIT m_network->latest()->pongReceived({m_network->latest()->pings.back(), {}, {}});
    QTRY_VERIFY2(card().startsWith(u"Connected."_s), qPrintable(card()));
    QVERIFY2(card().contains(u"RTT 12 ms."_s), qPrintable(card()));
}

void TestSettingsDialog::refusedProbeEndpointSaysWhy()
{
    open();
    show(SettingsDialog::Page::Targets, u"targetsPage"_s);
    addServer(u"api"_s, u"wss://api.example.net/ws"_s);
    click(u"test"_s);
    QTRY_VERIFY(!m_network->made.empty());
    Q_EMIT m_network->latest()->failed(ProbeOutcome::UpgradeRefused, 403, {});
    QTRY_VERIFY2(card().contains(u"HTTP status 403"_s), qPrintable(card()));
}

void TestSettingsDialog::okAppliesOnce()
{
    open();
    addServer(u"production"_s, u"https://prom.example.net/prometheus/"_s);
    click(u"ok"_s);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_applied->count(), 1);
    const auto workspace = m_applied->front().at(0).value<Workspace>();
    QCOMPARE(workspace.endpoints.size(), std::size_t{1});
    QCOMPARE(workspace.endpoints.front().name, u"production"_s);
    QCOMPARE(workspace.endpoints.front().http.baseUrl, QUrl{u"https://prom.example.net/prometheus"_s});
    QVERIFY(!workspace.endpoints.front().id.isNull());
}

void TestSettingsDialog::cancelChangesNothing()
{
    open();
    addServer(u"production"_s, u"https://prom.example.net"_s);
    choose(u"signIn"_s, 2);
    type(u"secret"_s, u"hush"_s);
    click(u"cancel"_s);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_applied->count(), 0);
}

void TestSettingsDialog::applyWaitsForAChange()
{
    open();
    auto *apply = find<QPushButton>(u"apply"_s);
    QVERIFY(!apply->isEnabled());
    show(SettingsDialog::Page::Notifications, u"notificationsPage"_s);
    find<QCheckBox>(u"notifyWarnings"_s)->click();
    QVERIFY(apply->isEnabled());
    find<QCheckBox>(u"notifyWarnings"_s)->click();
    QVERIFY(!apply->isEnabled());
    find<QCheckBox>(u"notifyWarnings"_s)->click();
    apply->click();
    QVERIFY(!apply->isEnabled());
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_applied->count(), 1);
    QVERIFY(!m_applied->front().at(1).value<Preferences>().notifyWarnings);
    click(u"ok"_s);
    QCOMPARE(m_applied->count(), 1);
}

void TestSettingsDialog::secretReachesTheSessionOnly()
{
    open();
    addServer(u"production"_s, u"https://prom.example.net"_s);
    choose(u"signIn"_s, 2);
    type(u"secret"_s, u"hush-5150"_s);
    QCOMPARE(find<QLineEdit>(u"secret"_s)->echoMode(), QLineEdit::Password);
    click(u"ok"_s);
    const auto workspace = m_applied->front().at(0).value<Workspace>();
    QVERIFY(!serializeWorkspace(workspace).contains("hush-5150"));
    const auto &auth = std::get<Authorization>(workspace.endpoints.front().http.auth);
    QCOMPARE(m_secrets->read(auth.credentials).value_or(QByteArray()), QByteArray("hush-5150"));
}

void TestSettingsDialog::thresholdIsEditedInPercentAndReset()
{
    open();
    show(SettingsDialog::Page::Thresholds, u"thresholdsPage"_s);
    auto *threshold = find<QDoubleSpinBox>(u"threshold-cpu"_s);
    auto *reset = find<QPushButton>(u"reset-cpu"_s);
    QCOMPARE(threshold->value(), 85.0);
    QVERIFY(!reset->isEnabled());
    threshold->setValue(70.0);
    QVERIFY(reset->isEnabled());
    QVERIFY(find<QLabel>(u"sentence-cpu"_s)->text().contains(u"CPU above 70 % for 5 min"_s));
    click(u"apply"_s);
    const auto workspace = m_applied->front().at(0).value<Workspace>();
    QCOMPARE(workspace.rule(RuleId{u"cpu"_s})->condition.threshold, 0.7);
    reset->click();
    QCOMPARE(threshold->value(), 85.0);
    QVERIFY(find<QPushButton>(u"apply"_s)->isEnabled());
}

void TestSettingsDialog::removedServerLeavesItsService()
{
    Workspace workspace = newWorkspace(u"test"_s);
    workspace.endpoints.push_back({.id = EndpointId{u"e1"_s}, .name = u"prom"_s, .http = {}});
    workspace.endpoints.front().http.baseUrl = QUrl{u"https://prom.example.net"_s};
    ServiceConfig service;
    service.id = ServiceId{u"s1"_s};
    service.name = u"api"_s;
    service.endpoint = EndpointId{u"e1"_s};
    workspace.services.push_back(service);
    open(workspace);
    click(u"remove"_s);
    click(u"ok"_s);
    const auto applied = m_applied->front().at(0).value<Workspace>();
    QVERIFY(applied.endpoints.empty());
    QCOMPARE(applied.services.size(), std::size_t{1});
    QVERIFY(applied.services.front().endpoint.isNull());
}

void TestSettingsDialog::whatIsFoundMeanwhileIsKept()
{
    Workspace workspace = newWorkspace(u"test"_s);
    ServiceConfig mine;
    mine.id = ServiceId{u"s1"_s};
    mine.name = u"mine"_s;
    workspace.services.push_back(mine);
    open(workspace);
    show(SettingsDialog::Page::Services, u"servicesPage"_s);
    click(u"remove"_s);
    ServiceConfig found = mine;
    found.id = ServiceId{u"s2"_s};
    found.name = u"found"_s;
    workspace.services.push_back(found);
    m_dialog->addFoundServices(workspace);
    m_dialog->addFoundServices(workspace);
    click(u"apply"_s);
    const auto applied = m_applied->front().at(0).value<Workspace>();
    QCOMPARE(applied.services, std::vector{found});
    // What was found is no edit.
    QVERIFY(!find<QPushButton>(u"apply"_s)->isEnabled());
    found.id = ServiceId{u"s3"_s};
    Workspace current = applied;
    current.services.push_back(found);
    m_dialog->addFoundServices(current);
    QVERIFY(!find<QPushButton>(u"apply"_s)->isEnabled());
}

void TestSettingsDialog::probeAddressIsKeptAsItIs_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("a slash at the end") << u"wss://api.example.net/ws/chat/"_s;
    QTest::newRow("a space") << u"wss://api.example.net/a%20b?room=a%26b"_s;
}

void TestSettingsDialog::probeAddressIsKeptAsItIs()
{
    QFETCH(const QString, address);
    open();
    show(SettingsDialog::Page::Targets, u"targetsPage"_s);
    addServer(u"api"_s, address);
    click(u"apply"_s);
    const auto applied = m_applied->front().at(0).value<Workspace>();
    QCOMPARE(applied.targets.front().url, QUrl(address, QUrl::StrictMode));
    open(applied);
    show(SettingsDialog::Page::Targets, u"targetsPage"_s);
    QCOMPARE(find<QLineEdit>(u"url"_s)->text(), address);
    QVERIFY2(!note(u"url"_s).startsWith(u"▲"_s), qPrintable(note(u"url"_s)));
}

void TestSettingsDialog::searchHidesOtherPages()
{
    open();
    auto *pages = m_dialog->findChild<QListWidget *>(u"pages"_s);
    QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"search"_s), u"language"_s);
    QCOMPARE(m_dialog->page(), SettingsDialog::Page::Appearance);
    QVERIFY(pages->item(0)->isHidden());
    m_dialog->findChild<QLineEdit *>(u"search"_s)->clear();
    QVERIFY(!pages->item(0)->isHidden());
}

void TestSettingsDialog::languageAndZoneAreKept()
{
    open();
    show(SettingsDialog::Page::Appearance, u"appearancePage"_s);
    choose(u"language"_s, 2);
    choose(u"timeZone"_s, 1);
    choose(u"theme"_s, 2);
    click(u"apply"_s);
    const auto preferences = m_applied->front().at(1).value<Preferences>();
    QCOMPARE(preferences.language, u"zh_CN"_s);
    QCOMPARE(preferences.timeZone, Preferences::TimeZone::Utc);
    QCOMPARE(preferences.theme, Preferences::Theme::Dark);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestSettingsDialog)
#include "tst_settingsdialog.moc"
