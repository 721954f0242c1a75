// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/monitorsession.h"
#include "core/probe/qtwebsockettransport.h"
#include "core/settings/secretstore.h"

#include "tests/engine/fakeprometheus.h"
#include "tests/support/fakeclock.h"
#include "tests/support/recordingnotifier.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

constexpr int soon = 60'000;

const auto queue = u"queue_length"_s;
const auto up = u"up{job=\"api\"}"_s;
const ServiceId api{u"api"_s};

AlertRule queueRule()
{
    AlertRule rule;
    rule.id = RuleId{u"queue"_s};
    rule.key = u"queue"_s;
    rule.condition.expression = queue;
    rule.condition.threshold = 10.0;
    rule.holdFor = 20s;
    rule.panel = u"queue panel"_s;
    return rule;
}

Workspace workspaceAt(const QUrl &url)
{
    Workspace workspace;
    EndpointConfig endpoint;
    endpoint.id = EndpointId{u"prometheus"_s};
    endpoint.name = u"prometheus"_s;
    endpoint.http.baseUrl = url;
    workspace.endpoints = {endpoint};
    ServiceConfig service;
    service.id = api;
    service.name = u"api"_s;
    service.endpoint = endpoint.id;
    service.matchers = u"job=\"api\""_s;
    service.roleOverrides = {{u"active"_s, u"connections"_s}};
    workspace.services = {service};
    workspace.rules = {queueRule()};
    return workspace;
}

PanelSpec panelOf(const PanelBinding &binding)
{
    PanelLayer layer;
    layer.binding = binding;
    return {u"panel"_s, PanelSpec::Kind::TimeSeries, {}, {layer}, {u"queue"_s}};
}

//! A program that watches: may be ended and started again over the same history.
struct Program {
    Program(const Clock &clock, const Workspace &workspace, const QString &historyPath)
        : history(historyPath)
        , session({clock, secrets, history, notifier, qtWebSocketTransportFactory(), RandomSource(7), {}},
              workspace)
    {
        session.start(MonitorSession::Drive::Caller);
    }

    [[nodiscard]] AlertPhase phase() const
    {
        const std::vector<ActiveAlert> alerts = session.alerts();
        return alerts.empty() ? AlertPhase::Inactive : alerts.front().alert.phase;
    }
    [[nodiscard]] OverallStatus::Kind kind() const { return session.overall().kind; }
    [[nodiscard]] ServiceStatus service() const { return session.services().front(); }

    SessionSecrets secrets;
    HistoryDatabase history;
    test::RecordingNotifier notifier;
    MonitorSession session;
};

} // namespace

//! The session over a server that answers what it is told, on a clock that the test moves.
class TestMonitorSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void allIsWellWhenAllIsHeard();
    void anAlertFiresAfterItsHoldAndIsToldOnce();
    void aServerThatFailsResolvesNothing();
    void anEmptyAnswerResolvesNothing();
    void aScrapeTargetThatIsDownIsBlindness();
    void aRestartGoesOnWhereItStopped();
    void aRuleWithoutItsRoleCannotBeEvaluated();
    void aRuleThatIsSwitchedOffTakesItsNoticeBack();
    void aPauseAsksNothingAndIsNotWell();
    void aHiddenPanelAsksNothing();
    void equalPanelsAskOnce();
    void aPanelKeepsItsDataThroughAFailure();
    void samplesAreShiftedByTheServersClock();
    void aPanelFollowsTheScrapeIntervalOnceItIsKnown();
    void aServerThatHasJustStartedIsNotBlindYet();
    void aServerThatMovedIsFollowed();
    void aSecretThatComesLateIsUsedAtOnce();
    void itMayEndInTheMiddle();

private:
    //! Lets time pass, half a second at each look.
    [[nodiscard]] bool passing();
    //! Lets time stand still while answers are on their way: nothing more than expected comes due, and round
    //! trips take no time.
    [[nodiscard]] bool ticking();
    void startWell();

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::FakePrometheus> m_server;
    std::unique_ptr<Program> m_program;
};

void TestMonitorSession::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<test::FakePrometheus>(*m_clock);
    m_server->values = {{up, 1.0}, {u"connections"_s, 120.0}, {queue, 3.0}};
    m_program = std::make_unique<Program>(
        *m_clock, workspaceAt(m_server->url()), m_folder->filePath(u"history.sqlite"_s));
}

void TestMonitorSession::cleanup()
{
    m_program.reset();
    m_server.reset();
}

bool TestMonitorSession::passing()
{
    m_clock->advance(500ms);
    m_program->session.tick();
    return true;
}

bool TestMonitorSession::ticking()
{
    m_program->session.tick();
    return true;
}

void TestMonitorSession::startWell()
{
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_program->kind() == OverallStatus::Kind::Well, soon);
}

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

    m_program = std::make_unique<Program>(
        *m_clock, workspaceAt(m_server->url()), m_folder->filePath(u"history.sqlite"_s));
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

void TestMonitorSession::aHiddenPanelAsksNothing()
{
    const auto feed = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    startWell();
    QCOMPARE(m_server->asked(u"other"_s), 0);
    feed->setVisible(true);
    m_server->values[u"other"_s] = 7.0;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(*feed->snapshot().series.front().data->lastValue(), 7.0);
    feed->setVisible(false);
    const int asked = m_server->asked(u"other"_s);
    const Timestamp hiddenAt = m_clock->now();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && m_clock->now() - hiddenAt > 30s, soon);
    QCOMPARE(m_server->asked(u"other"_s), asked);
}

void TestMonitorSession::equalPanelsAskOnce()
{
    startWell();
    const auto one = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    const auto two = m_program->session.openPanel(panelOf(QueryBinding{u"other"_s}), api);
    m_server->values[u"other"_s] = 7.0;
    for (PanelFeed *feed : {one.get(), two.get()})
        feed->setVisible(true);
    m_program->session.tick();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked(u"other"_s), 1, soon);
    m_program->session.tick();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && two->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(one->snapshot().state, PanelState::Ready);
}

void TestMonitorSession::aPanelKeepsItsDataThroughAFailure()
{
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(feed->snapshot().thresholds.size(), std::size_t{1});
    QVERIFY(feed->snapshot().blindRanges.empty());
    m_server->isBroken = true;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Blind, soon);
    QCOMPARE(feed->snapshot().blind, BlindCause::EndpointFailed);
    QVERIFY(!feed->snapshot().series.empty());
    // The time since is hatched as soon as it is more than an answer's delay.
    QTRY_VERIFY_WITH_TIMEOUT(passing() && !feed->snapshot().blindRanges.empty(), soon);
    m_server->isBroken = false;
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready, soon);
}

void TestMonitorSession::samplesAreShiftedByTheServersClock()
{
    m_server->clockOffset = 1h;
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_program->session.endpoints().front().facts, soon);
    QCOMPARE(m_program->session.endpoints().front().facts->clockOffset, std::chrono::milliseconds{1h});
    feed->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(passing() && feed->snapshot().state == PanelState::Ready
            && feed->snapshot().series.front().data->times.back() <= m_clock->now(),
        soon);
    QVERIFY(feed->snapshot().series.front().data->times.back() > m_clock->now() - 1min);
}

void TestMonitorSession::aPanelFollowsTheScrapeIntervalOnceItIsKnown()
{
    const auto feed = m_program->session.openPanel(panelOf(RoleBinding{u"active"_s}), api);
    feed->setVisible(true);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && m_program->session.endpoints().front().facts, soon);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && feed->snapshot().state == PanelState::Ready, soon);
    QCOMPARE(feed->snapshot().step, std::chrono::milliseconds{15s});

    m_server->scrapeInterval = 2s;
    m_clock->advance(1s);
    QTRY_VERIFY_WITH_TIMEOUT(
        ticking() && m_program->session.endpoints().front().facts->scrapeInterval == 2s, soon);
    m_clock->advance(m_program->session.workspace().refreshInterval);
    QTRY_VERIFY_WITH_TIMEOUT(ticking() && feed->snapshot().series.front().data->times.size() > 400, soon);
    QCOMPARE(feed->snapshot().step, std::chrono::milliseconds{2s});
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
    workspace.endpoints.front().http.auth = BearerAuth{{SecretRef::Kind::Session, u"token"_s}};
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
