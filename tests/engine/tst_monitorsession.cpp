// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/watchedserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

using test::api;
using test::panelOf;
using test::Program;
using test::queue;
using test::up;
using test::workspaceAt;

namespace {

constexpr int soon = 60'000;

} // namespace

//! The session over a server that answers what it is told, on a clock that the test moves.
class TestMonitorSession final : public test::WatchedServer {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void allIsWellWhenAllIsHeard();
    void anAlertFiresAfterItsHoldAndIsToldOnce();
    void aServerThatFailsResolvesNothing();
    void anEmptyAnswerResolvesNothing();
    void aScrapeTargetThatIsDownIsBlindness();
    void aRestartGoesOnWhereItStopped();
    void aRuleWithoutItsRoleCannotBeEvaluated();
    void aRuleThatIsSwitchedOffTakesItsNoticeBack();
    void aPauseAsksNothingAndIsNotWell();
    void aServerThatHasJustStartedIsNotBlindYet();
    void aServerThatMovedIsFollowed();
    void aSecretThatComesLateIsUsedAtOnce();
    void itMayEndInTheMiddle();
};

void TestMonitorSession::allIsWellWhenAllIsHeard()
{
    QCOMPARE(m_program->kind(), OverallStatus::Kind::Waiting);
    startWell();
    const ServiceStatus service = m_program->service();
    QCOMPARE(service.health, Health::Well);
    QCOMPARE(service.connections, std::optional(120.0));
    QCOMPARE(service.change, std::optional(0.0));
    QCOMPARE(m_program->session.endpoints().front().health, Health::Well);
}

void TestMonitorSession::anAlertFiresAfterItsHoldAndIsToldOnce()
{
    startWell();
    m_server->values[queue] = 11.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Pending, soon);
    QCOMPARE(m_program->kind(), OverallStatus::Kind::Pending);
    const Timestamp pendingSince = m_clock->now();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Firing, soon);
    QVERIFY(m_clock->now() - pendingSince >= 14s);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->kind() == OverallStatus::Kind::Firing, soon);
    QCOMPARE(m_program->notifier.count(Notice::Kind::Firing), 1);
    QCOMPARE(m_program->notifier.notices.front().panel, u"queue panel"_s);
    QCOMPARE(m_program->notifier.notices.front().value, 11.0);

    m_server->values[queue] = 2.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Resolved, soon);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Resolved) == 1, soon);
    QCOMPARE(m_program->notifier.count(Notice::Kind::Firing), 1);
    startWell();
}

void TestMonitorSession::aServerThatFailsResolvesNothing()
{
    m_server->values[queue] = 11.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Firing, soon);
    m_server->isBroken = true;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->service().blind == BlindCause::EndpointFailed, soon);
    QCOMPARE(m_program->kind(), OverallStatus::Kind::Blind);
    QCOMPARE(m_program->session.endpoints().front().error->message, u"it hurts"_s);
    QCOMPARE(m_program->notifier.count(Notice::Kind::Blind), 0); // not yet: it may be a blip
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Blind) == 1, soon);
    QCOMPARE(m_program->phase(), AlertPhase::Firing);
    QVERIFY(!m_program->session.alerts().front().seen);
    QCOMPARE(m_program->session.ruleStatuses().front().health, RuleHealth::Error);

    m_server->isBroken = false;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Seeing) == 1, soon);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->kind() == OverallStatus::Kind::Firing, soon);
    QCOMPARE(m_program->notifier.count(Notice::Kind::Firing), 1);
    QCOMPARE(m_program->notifier.count(Notice::Kind::Blind), 1);
    QCOMPARE(m_program->notifier.count(Notice::Kind::Resolved), 0);
}

void TestMonitorSession::anEmptyAnswerResolvesNothing()
{
    m_server->values[queue] = 11.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Firing, soon);
    m_server->values.erase(queue);
    QTRY_VERIFY_WITH_TIMEOUT(
        passing() && m_program->session.ruleStatuses().front().health == RuleHealth::NoData, soon);
    QCOMPARE(m_program->phase(), AlertPhase::Firing);
    QCOMPARE(m_program->kind(), OverallStatus::Kind::Firing);
    QVERIFY(!m_program->session.alerts().front().seen);
}

void TestMonitorSession::aScrapeTargetThatIsDownIsBlindness()
{
    m_server->values[queue] = 11.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Firing, soon);
    m_server->values = {{up, 0.0}};
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->service().blind == BlindCause::TargetDown, soon);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->kind() == OverallStatus::Kind::Blind, soon);
    QVERIFY(!m_program->service().connections);
    QCOMPARE(m_program->service().lastConnections, std::optional(120.0));
    QCOMPARE(m_program->session.overall().lastConnections, std::optional(120.0));
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Blind) == 1, soon);
    QCOMPARE(m_program->phase(), AlertPhase::Firing);
}

void TestMonitorSession::aRestartGoesOnWhereItStopped()
{
    m_server->values[queue] = 11.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Firing) == 1, soon);
    const Timestamp firedAt = *m_program->session.alerts().front().alert.firedAt;
    m_program.reset();
    m_clock->advance(30s);

    m_program = std::make_unique<Program>(*m_clock, workspaceAt(m_server->url()), historyPath());
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->phase() == AlertPhase::Firing, soon);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->session.alerts().front().seen, soon);
    QCOMPARE(m_program->session.alerts().front().alert.firedAt, std::optional(firedAt));
    QCOMPARE(m_program->notifier.count(Notice::Kind::Firing), 0);
    m_server->values[queue] = 1.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Resolved) == 1, soon);
}

void TestMonitorSession::aRuleWithoutItsRoleCannotBeEvaluated()
{
    Workspace workspace = m_program->session.workspace();
    workspace.rules.front().condition.expression = u"${cpu}"_s;
    m_program->session.setWorkspace(workspace);
    QTRY_VERIFY_WITH_TIMEOUT(
        passing() && m_program->session.ruleStatuses().front().health == RuleHealth::CannotEvaluate, soon);
    QCOMPARE(m_program->session.ruleStatuses().front().detail, u"cpu"_s);
}

void TestMonitorSession::aRuleThatIsSwitchedOffTakesItsNoticeBack()
{
    m_server->values[queue] = 11.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->notifier.count(Notice::Kind::Firing) == 1, soon);
    Workspace workspace = m_program->session.workspace();
    workspace.rules.front().enabled = false;
    m_program->session.setWorkspace(workspace);
    QCOMPARE(m_program->notifier.withdrawn, QStringList{m_program->notifier.notices.front().key});
    QVERIFY(m_program->session.alerts().empty());
    startWell();
}

void TestMonitorSession::aPauseAsksNothingAndIsNotWell()
{
    startWell();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->session.endpoints().front().facts, soon);
    m_program->session.setPaused(true);
    QCOMPARE(m_program->kind(), OverallStatus::Kind::Paused);
    QCOMPARE(m_program->service().blind, BlindCause::Paused);
    // What was on its way may still arrive.
    const Timestamp pausedAt = m_clock->now();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_clock->now() - pausedAt > 10s, soon);
    const int asked = m_server->askedInAll();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_clock->now() - pausedAt > 20s, soon);
    QCOMPARE(m_server->askedInAll(), asked);
    m_program->session.setPaused(false);
    startWell();
}

void TestMonitorSession::aServerThatHasJustStartedIsNotBlindYet()
{
    m_server->values.clear();
    m_server->scrapeInterval = 1s;
    const Timestamp begin = m_clock->now();
    const auto isHeard = [this] {
        m_program->session.tick();
        const EndpointStatus status = m_program->session.endpoints().front();
        return status.facts && status.heardAt == m_clock->now() && m_server->asked(up) > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isHeard(), soon);
    while (m_clock->now() < begin + 30s) {
        m_clock->advance(5s);
        QTRY_VERIFY_WITH_TIMEOUT(isHeard(), soon);
        QCOMPARE(m_program->service().blind, BlindCause::NotYetHeard);
    }
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->service().blind == BlindCause::NoData, soon);
}

void TestMonitorSession::aServerThatMovedIsFollowed()
{
    startWell();
    test::FakePrometheus moved(*m_clock);
    moved.values = m_server->values;
    moved.values[u"connections"_s] = 7.0;
    Workspace workspace = m_program->session.workspace();
    workspace.endpoints.front().http.baseUrl = moved.url();
    m_program->session.setWorkspace(workspace);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->service().connections == std::optional(7.0), soon);
    startWell();
    m_program.reset(); // before the server that it asks
}

void TestMonitorSession::aSecretThatComesLateIsUsedAtOnce()
{
    Workspace workspace = m_program->session.workspace();
    workspace.endpoints.front().http.auth = Authorization{{SecretRef::Kind::Session, u"token"_s}};
    m_program->session.setWorkspace(workspace);
    const auto endpoint = [this] { return m_program->session.endpoints().front(); };
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    const Timestamp start = m_clock->now();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_clock->now() - start > 22s, soon);
    QCOMPARE(endpoint().health, Health::Blind);
    QCOMPARE(m_server->askedInAll(), 0);

    // From here on the clock stands still, between two beats and within the back-off.
    m_program->secrets.set(u"token"_s, "right-token");
    m_program->session.setWorkspace(m_program->session.workspace());
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && endpoint().health == Health::Well, soon);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_server->asked(u"connections"_s) > 0, soon);
}

void TestMonitorSession::itMayEndInTheMiddle()
{
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QVERIFY(passing());
    QSignalSpy changed(feed.get(), &PanelFeed::changed);
    m_program->session.shutDown();
    m_program->session.tick();
    m_program.reset();
    feed->refresh();
    feed->setRange({m_clock->now() - 1h, m_clock->now()}, true);
    QCOMPARE(changed.count(), 0);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestMonitorSession)

#include "tst_monitorsession.moc"
