// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connections/connectioncolumns.h"
#include "ui/connections/connectiondetail.h"
#include "ui/connections/connectionspage.h"
#include "ui/text/errors.h"
#include "ui/text/formatting.h"
#include "ui/theme/theme.h"

#include "tests/engine/watchedserver.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int soon = 60'000;

Connection connection(const QString &name, Health health)
{
    Connection result;
    result.config.id = EndpointId{name};
    result.config.name = name;
    result.config.http.baseUrl = QUrl(u"http://%1.example:9090"_s.arg(name));
    result.status.id = result.config.id;
    result.status.name = name;
    result.status.health = health;
    return result;
}

QueryError refused()
{
    QueryError error;
    error.kind = QueryError::Kind::Transport;
    error.http.emplace().kind = HttpError::Kind::ConnectionRefused;
    error.http->url = QUrl(u"http://prom.example:9090"_s);
    return error;
}

QString valueOf(const std::vector<ConnectionFacts> &groups, const QString &label)
{
    for (const ConnectionFacts &group : groups) {
        for (const ConnectionFact &fact : group.facts) {
            if (fact.label == label)
                return fact.value;
        }
    }
    return u"no such fact: "_s + label;
}

} // namespace

//! The page over a session that watches a server, on a clock that the test moves.
class ConnectionsPageTest final : public test::WatchedServer {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void rowsComeGoAndChangePlaces();
    void factsAreWorded_data();
    void factsAreWorded();
    void whatIsNotKnownIsADash();
    void anErrorHasItsRemedy();
    void thePageShowsTheTraffic();
    void itLooksOnlyWhileItIsShown();
    void aQueryIsCopiedAsACommand();
    void aServerThatWasNeverAskedCanBeTried();
    void namesHaveRoomInANarrowWindow();
    void withoutServersItOffersToAddOne();

private:
    [[nodiscard]] std::unique_ptr<ConnectionsPage> makePage() const
    {
        auto page = std::make_unique<ConnectionsPage>(m_program->session, *m_clock, m_theme, m_formatting);
        page->resize(1'200, 700);
        return page;
    }

    Theme m_theme;
    Formatting m_formatting;
};

void ConnectionsPageTest::rowsComeGoAndChangePlaces()
{
    TableModel<Connection> model(connectionColumns(m_formatting), connectionKey);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({connection(u"a"_s, Health::Well), connection(u"b"_s, Health::Blind)});
    model.setRows({connection(u"b"_s, Health::Well), connection(u"c"_s, Health::Unknown)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, ConnectionColumn::Name).data().toString(), u"b"_s);
    QCOMPARE(model.index(0, ConnectionColumn::State).data().toString(), u"answers"_s);
    QCOMPARE(model.index(1, ConnectionColumn::State).data().toString(), u"not heard yet"_s);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void ConnectionsPageTest::factsAreWorded_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("value");
    QTest::newRow("the program") << u"Program"_s << u"VictoriaMetrics 1.79.5"_s;
    QTest::newRow("the address") << u"Address"_s << u"http://vm.example:9090"_s;
    QTest::newRow("the clock") << u"Clock"_s << u"1.5 s behind ours"_s;
    QTest::newRow("scrape interval") << u"Scrapes every"_s << u"15 s"_s;
    QTest::newRow("targets") << u"Scrape targets"_s << u"2 of 3 up"_s;
    QTest::newRow("what is missing") << u"Does not offer"_s << u"its flags, exemplars, notifications"_s;
    QTest::newRow("sent") << u"Sent"_s << u"1000"_s;
    QTest::newRow("a part of them") << u"Failed"_s << u"5 · 0.5 %"_s;
    QTest::newRow("skipped") << u"Skipped"_s << u"2"_s;
    QTest::newRow("under way") << u"Under way"_s << u"3"_s;
    QTest::newRow("waiting") << u"Waiting"_s << u"8"_s;
    QTest::newRow("quantiles") << u"95 % within"_s << u"120 ms"_s;
    QTest::newRow("bytes") << u"Received"_s << u"2 MiB"_s;
    QTest::newRow("reuse") << u"From memory"_s << u"75 %"_s;
    QTest::newRow("age") << u"Last answer"_s << u"4 s ago"_s;
    QTest::newRow("samples") << u"Samples"_s << u"4820"_s;
    QTest::newRow("the whole store") << u"All servers and probes"_s << u"3 MiB of 192 MiB"_s;
}

void ConnectionsPageTest::factsAreWorded()
{
    QFETCH(QString, label);
    QFETCH(QString, value);
    Connection server = connection(u"vm"_s, Health::Well);
    ServerFacts facts;
    facts.profile.flavour = ServerFlavour::VictoriaMetrics;
    facts.profile.version = u"1.79.5"_s;
    facts.profile.features = ServerFeatures::fromInt(0x3fff);
    for (const ServerFeature feature :
        {ServerFeature::Flags, ServerFeature::Exemplars, ServerFeature::Notifications})
        facts.profile.features.setFlag(feature, false);
    facts.clockOffset = -1'500ms;
    facts.scrapeInterval = 15s;
    facts.activeTargets = 3;
    facts.targetsUp = 2;
    server.status.facts = facts;
    server.status.heardAt = m_clock->now() - 4s;
    EndpointTraffic &traffic = server.status.traffic;
    traffic.sent = 1'000;
    traffic.failed = 5;
    traffic.skipped = 2;
    traffic.inFlight = 3;
    traffic.waiting = 8;
    traffic.p95 = 0.12;
    traffic.bytesReceived = 2'097'152;
    traffic.samplesDecoded = 100;
    traffic.samplesReused = 300;
    traffic.samplesHeld = 4'820;
    const HeldSamples all{{.samples = 9'000, .bytes = 3'145'728, .evicted = 0}, 201'326'592};
    QCOMPARE(valueOf(connectionFacts(server, all, m_formatting, m_clock->now()), label), value);
}

void ConnectionsPageTest::whatIsNotKnownIsADash()
{
    const auto facts =
        connectionFacts(connection(u"new"_s, Health::Unknown), {}, m_formatting, m_clock->now());
    for (const QString &label : {u"Program"_s, u"Clock"_s, u"Scrapes every"_s, u"Does not offer"_s,
             u"From memory"_s, u"95 % within"_s, u"Last answer"_s})
        QCOMPARE(valueOf(facts, label), u"—"_s);
}

void ConnectionsPageTest::anErrorHasItsRemedy()
{
    ConnectionDetail detail(m_theme, m_formatting);
    const auto error = [&detail] { return detail.findChild<QLabel *>(u"connectionError"_s); };
    const auto remedy = [&detail] { return detail.findChild<QLabel *>(u"connectionRemedy"_s); };
    Connection server = connection(u"prom"_s, Health::Well);
    detail.showConnection(server, {}, m_clock->now());
    QVERIFY(error()->isHidden() && remedy()->isHidden());

    server.status.error = refused();
    server.status.health = Health::Blind;
    detail.showConnection(server, {}, m_clock->now());
    const ErrorText text = describe(refused());
    QCOMPARE(error()->text(), text.summary);
    QCOMPARE(remedy()->text(), text.remedy);
    QVERIFY(!error()->isHidden() && !remedy()->isHidden());

    server.status.error.reset();
    server.status.traffic.lastFailure = {refused(), m_clock->now() - 3min, InstantQuery{}};
    detail.showConnection(server, {}, m_clock->now());
    QCOMPARE(error()->text(), QString(u"The last error, 3 min ago: "_s + text.summary));

    const QSignalSpy opened(&detail, &ConnectionDetail::settingsRequested);
    detail.findChild<QPushButton *>(u"connectionSettings"_s)->click();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().value<EndpointId>(), EndpointId{u"prom"_s});
}

void ConnectionsPageTest::thePageShowsTheTraffic()
{
    startWell();
    const auto page = makePage();
    page->show();
    const auto *table = page->findChild<QTableView *>(u"connectionTable"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, ConnectionColumn::State).data().toString(), u"answers"_s);
    QCOMPARE(page->findChild<QLabel *>(u"connectionTitle"_s)->text(), u"prometheus — answers"_s);

    const QJsonObject facts = page->describe()[u"connections"_s].toArray().first().toObject();
    const EndpointTraffic traffic = m_program->session.endpoints().front().traffic;
    QVERIFY(traffic.sent > 0);
    QCOMPARE(facts[u"sent"_s].toInteger(), static_cast<qint64>(traffic.sent));
    QCOMPARE(facts[u"state"_s].toString(), u"answers"_s);
    QVERIFY(page->describe()[u"bytesAllowed"_s].toInteger() > 0);

    m_server->isBroken = true;
    const auto shownError = [&page] { return page->findChild<QLabel *>(u"connectionError"_s)->text(); };
    QTRY_VERIFY_WITH_TIMEOUT(passing() && shownError().contains(u"it hurts"_s), soon);
    QCOMPARE(table->model()->index(0, ConnectionColumn::State).data().toString(), u"fails"_s);
}

void ConnectionsPageTest::itLooksOnlyWhileItIsShown()
{
    const auto page = makePage();
    const auto *table = page->findChild<QTableView *>(u"connectionTable"_s);
    const auto sent = [table] { return table->model()->index(0, 3).data().toString(); };
    const QString before = sent();
    startWell();
    QCOMPARE(sent(), before);
    page->show();
    QVERIFY(sent() != before);
    const auto *timer = page->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(timer->isActive());
    QVERIFY(timer->intervalAsDuration() >= 1s);
    page->hide();
    QVERIFY(!timer->isActive());
}

void ConnectionsPageTest::aQueryIsCopiedAsACommand()
{
    startWell();
    const auto page = makePage();
    page->show();
    const QSignalSpy told(page.get(), &ConnectionsPage::messageRequested);
    QMenu *menu = page->findChild<QPushButton *>(u"copyAsCurl"_s)->menu();
    Q_EMIT menu->aboutToShow();
    const QList<QAction *> actions = menu->actions();
    const auto found = std::ranges::find_if(
        actions, [](const QAction *action) { return action->text().contains(test::up); });
    QVERIFY(found != actions.end());
    (*found)->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.startsWith(u"curl "_s), qPrintable(command));
    QVERIFY(command.contains(u"'query=up{job=\"api\"}'"_s));
    QVERIFY(command.contains(m_server->url().authority()));
    QCOMPARE(told.count(), 1);
}

void ConnectionsPageTest::aServerThatWasNeverAskedCanBeTried()
{
    const auto page = makePage();
    QMenu *menu = page->findChild<QPushButton *>(u"copyAsCurl"_s)->menu();
    Q_EMIT menu->aboutToShow();
    menu->actions().constLast()->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"'query=up'"_s));
}

void ConnectionsPageTest::namesHaveRoomInANarrowWindow()
{
    const auto page = makePage();
    page->resize(800, 480);
    page->show();
    const auto *table = page->findChild<QTableView *>(u"connectionTable"_s);
    QVERIFY(table->columnWidth(ConnectionColumn::Name) > 150);
    QVERIFY(!table->isColumnHidden(ConnectionColumn::Failed));
    page->resize(1'200, 700);
    QVERIFY(!table->isColumnHidden(ConnectionColumn::Received));
}

void ConnectionsPageTest::withoutServersItOffersToAddOne()
{
    Workspace workspace = m_program->session.workspace();
    workspace.endpoints.clear();
    workspace.services.clear();
    m_program->session.setWorkspace(workspace);
    const auto page = makePage();
    page->show();
    auto *add = page->findChild<QPushButton *>(u"connectionAdd"_s);
    QVERIFY(add->isVisible());
    QVERIFY(!page->findChild<QTableView *>(u"connectionTable"_s)->isVisible());
    const QSignalSpy asked(page.get(), &ConnectionsPage::addRequested);
    add->click();
    QCOMPARE(asked.count(), 1);

    // The first one is shown, and the keys go on with it.
    add->setFocus();
    m_program->session.setWorkspace(test::workspaceAt(m_server->url()));
    const auto *table = page->findChild<QTableView *>(u"connectionTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), soon);
    QVERIFY(!add->isVisible());
    QVERIFY(table->selectionModel()->isRowSelected(0));
    QCOMPARE(page->window()->focusWidget(), table);
}

} // namespace sockeye

QTEST_MAIN(sockeye::ConnectionsPageTest)
#include "tst_connectionspage.moc"
