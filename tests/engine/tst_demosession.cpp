// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/demosupervisor.h"
#include "core/engine/monitorsession.h"
#include "core/probe/transportfactory.h"
#include "core/settings/secretstore.h"

#include "tests/support/realprometheus.h"
#include "tests/support/recordingnotifier.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

constexpr int soon = 60'000; // for a machine that is busy with other things

const auto p99 = u"p99-latency"_s;
const auto probeDown = u"probe-down"_s;

PanelSpec rolePanel(const QString &role)
{
    PanelLayer layer;
    layer.binding = RoleBinding{role};
    return {u"panel"_s, PanelSpec::Kind::TimeSeries, {}, {layer}, {p99}};
}

//! A session over the demo with everything that it needs.
struct Watch {
    explicit Watch(const Workspace &workspace, const std::vector<MetricProfile> &profiles)
        : session({clock, secrets, history, notifier, transportFactory(clock, RandomSource(9)),
                      RandomSource(7), profiles},
            workspace)
    {
        session.start();
    }

    [[nodiscard]] OverallStatus::Kind kind() const { return session.overall().kind; }

    [[nodiscard]] AlertPhase phaseOf(const QString &rule) const
    {
        for (const ActiveAlert &active : session.alerts()) {
            if (active.rule.key == rule)
                return active.alert.phase;
        }
        return AlertPhase::Inactive;
    }

    [[nodiscard]] bool isSeen(const QString &rule) const
    {
        const std::vector<ActiveAlert> alerts = session.alerts();
        return std::any_of(alerts.begin(), alerts.end(),
            [&](const ActiveAlert &active) { return active.rule.key == rule && active.seen; });
    }

    [[nodiscard]] bool isHealthy(const QString &rule) const
    {
        const std::vector<RuleStatus> statuses = session.ruleStatuses();
        return std::any_of(statuses.begin(), statuses.end(), [&](const RuleStatus &status) {
            return status.rule.value == rule && status.health == RuleHealth::Ok;
        });
    }

    [[nodiscard]] BlindCause blind() const { return session.services().front().blind; }

    SystemClock clock;
    SessionSecrets secrets;
    HistoryDatabase history{u":memory:"_s};
    test::RecordingNotifier notifier;
    MonitorSession session;
};

} // namespace

//! The whole engine over the real demo and a real Prometheus.
class TestDemoSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void theDemoIsWell();
    void slowHandlingPendsFiresAndResolves();
    void aDeadScrapeTargetIsBlindnessAndResolvesNothing();
    void aKilledPrometheusIsBlindnessAndResolvesNothing();
    void aHungProbeThreadIsBlindness();
    void aRefusedUpgradeFiresProbeDown();
    void eachFaultTripsItsRule_data();
    void eachFaultTripsItsRule();
    void aDemoThatCannotStartIsReported();

private:
    void inject(DemoFault::Kind kind, int parameter = 0);
    void makeItFire(Watch &watch);
    [[nodiscard]] Workspace quickWorkspace(const QStringList &ruleKeys = {p99, probeDown}) const;

    QTemporaryDir m_folder;
    std::unique_ptr<DemoSupervisor> m_demo;
    std::vector<MetricProfile> m_profiles;
};

void TestDemoSession::initTestCase()
{
    // The demo gives leaked memory back at once, also where it is built with a sanitizer.
    qputenv("ASAN_OPTIONS", qgetenv("ASAN_OPTIONS") + ":quarantine_size_mb=1");
    const QString prometheus = test::RealPrometheus::findProgram(u"prometheus"_s);
    if (prometheus.isEmpty() && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
    const QString folder = qEnvironmentVariable("SOCKEYE_SOURCE_DIR") + u"/resources/profiles"_s;
    const auto profiles = loadProfiles(folder);
    QVERIFY(profiles);
    m_profiles = *profiles;

    DemoSupervisor::Config config;
    config.demoProgram = qEnvironmentVariable("SOCKEYE_DEMO");
    config.prometheusProgram = prometheus;
    config.dataFolder = m_folder.filePath(u"demo"_s);
    config.clients = 20;
    config.scrapeInterval = 1s;
    m_demo = std::make_unique<DemoSupervisor>(config);
    QSignalSpy ready(m_demo.get(), &DemoSupervisor::ready);
    QSignalSpy failed(m_demo.get(), &DemoSupervisor::failed);
    m_demo->start();
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() == 1 || failed.count() == 1, soon);
    if (failed.count() == 1)
        QFAIL(qPrintable(failed.front().front().value<DemoError>().detail));
}

void TestDemoSession::init()
{
    if (!m_demo)
        return;
    QSignalSpy answered(m_demo.get(), &DemoSupervisor::faultAnswered);
    m_demo->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, soon);
}

void TestDemoSession::cleanup()
{
    if (m_demo)
        m_demo->restartPrometheus();
}

void TestDemoSession::cleanupTestCase()
{
    m_demo.reset();
}

Workspace TestDemoSession::quickWorkspace(const QStringList &ruleKeys) const
{
    Workspace workspace = m_demo->workspace();
    workspace.refreshInterval = 500ms;
    for (AlertRule &rule : workspace.rules) {
        rule.enabled = ruleKeys.contains(rule.key);
        rule.window = 10s;
        if (rule.holdFor.count() > 0)
            rule.holdFor = 2s;
        // On a machine that is busy with other things no process gets most of a core.
        if (rule.key == "cpu"_L1)
            rule.condition.threshold = 0.3;
    }
    return workspace;
}

void TestDemoSession::inject(DemoFault::Kind kind, int parameter)
{
    QSignalSpy answered(m_demo.get(), &DemoSupervisor::faultAnswered);
    m_demo->inject({kind, 600s, parameter});
    QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, soon);
    QVERIFY2(answered.front().front().toBool(), qPrintable(answered.front().at(1).toString()));
}

void TestDemoSession::makeItFire(Watch &watch)
{
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    inject(DemoFault::Kind::Slow, 3'000);
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(p99), AlertPhase::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Firing, p99), 1, soon);
}

void TestDemoSession::theDemoIsWell()
{
    Watch watch(quickWorkspace(), m_profiles);
    const ServiceId service{u"demo-service"_s};
    const auto connections = watch.session.openPanel(rolePanel(u"active"_s), service);
    const auto hidden = watch.session.openPanel(rolePanel(u"messages_in"_s), service);
    const auto missing = watch.session.openPanel(rolePanel(u"no such role"_s), service);
    PanelLayer rtt;
    rtt.binding = ProbeBinding{u"rtt"_s};
    PanelLayer lanes;
    lanes.binding = LaneBinding{};
    const auto probes =
        watch.session.openPanel({u"probes"_s, PanelSpec::Kind::StateTimeline, {}, {rtt, lanes}, {}}, service);
    for (PanelFeed *feed : {connections.get(), missing.get(), probes.get()})
        feed->setVisible(true);

    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    QTRY_COMPARE_WITH_TIMEOUT(connections->snapshot().state, PanelState::Ready, soon);
    const double *shown = connections->snapshot().series.front().data->lastValue();
    QVERIFY(shown && *shown > 0.0);
    QCOMPARE(connections->snapshot().thresholds.size(), std::size_t{1});
    // Before the demo ran nobody watched it.
    QTRY_VERIFY_WITH_TIMEOUT(!connections->snapshot().blindRanges.empty(), soon);
    QCOMPARE(hidden->snapshot().state, PanelState::Loading);
    QCOMPARE(missing->snapshot().state, PanelState::Empty);
    QCOMPARE(missing->snapshot().emptyCause, EmptyCause::NotExported);
    QTRY_COMPARE_WITH_TIMEOUT(probes->snapshot().series.size(), std::size_t{2}, soon);
    QCOMPARE(probes->snapshot().lanes.size(), std::size_t{2});
    QCOMPARE(probes->snapshot().lanes.front().intervals.back().state, LaneState::Open);

    const ServiceStatus status = watch.session.services().front();
    QCOMPARE(status.health, Health::Well);
    QVERIFY(status.connections && *status.connections > 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(watch.session.endpoints().front().facts.has_value(), soon);
    QVERIFY(watch.notifier.notices.empty());

    watch.session.shutDown();
    connections->refresh(); // a feed outlives what fed it
    QVERIFY(connections->snapshot().state == PanelState::Ready);
}

void TestDemoSession::slowHandlingPendsFiresAndResolves()
{
    Watch watch(quickWorkspace(), m_profiles);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    inject(DemoFault::Kind::Slow, 3'000);
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(p99), AlertPhase::Pending, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Pending, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(p99), AlertPhase::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Firing, p99), 1, soon);
    QCOMPARE(watch.notifier.notices.front().panel, u"latency"_s);

    const auto latency = watch.session.openPanel(rolePanel(u"latency_p99"_s), ServiceId{u"demo-service"_s});
    latency->setVisible(true);
    QTRY_COMPARE_WITH_TIMEOUT(latency->snapshot().breachRanges.size(), std::size_t{1}, soon);

    QSignalSpy answered(m_demo.get(), &DemoSupervisor::faultAnswered);
    m_demo->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(p99), AlertPhase::Resolved, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Resolved, p99), 1, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    QCOMPARE(watch.notifier.count(Notice::Kind::Firing, p99), 1);
    QCOMPARE(answered.count(), 1);
}

void TestDemoSession::aDeadScrapeTargetIsBlindnessAndResolvesNothing()
{
    Watch watch(quickWorkspace(), m_profiles);
    makeItFire(watch);
    const auto panel = watch.session.openPanel(rolePanel(u"active"_s), ServiceId{u"demo-service"_s});
    panel->setVisible(true);

    inject(DemoFault::Kind::MetricsOff);
    QTRY_COMPARE_WITH_TIMEOUT(watch.blind(), BlindCause::TargetDown, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Blind, soon);
    QTRY_COMPARE_WITH_TIMEOUT(panel->snapshot().state, PanelState::Blind, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Blind), 1, soon);
    QTRY_VERIFY_WITH_TIMEOUT(!watch.isSeen(p99), soon);
    QVERIFY(!watch.session.services().front().connections);
    QVERIFY(watch.session.services().front().lastConnections);
    QVERIFY(!panel->snapshot().blindRanges.empty());
    QCOMPARE(watch.phaseOf(p99), AlertPhase::Firing);
    QCOMPARE(watch.notifier.count(Notice::Kind::Resolved), 0);

    QSignalSpy answered(m_demo.get(), &DemoSupervisor::faultAnswered);
    m_demo->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    QCOMPARE(watch.notifier.count(Notice::Kind::Blind), 1);
    QCOMPARE(watch.notifier.count(Notice::Kind::Seeing), 1);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Resolved, p99), 1, soon);
    QCOMPARE(answered.count(), 1);
}

void TestDemoSession::aKilledPrometheusIsBlindnessAndResolvesNothing()
{
    Watch watch(quickWorkspace(), m_profiles);
    makeItFire(watch);
    const auto panel = watch.session.openPanel(rolePanel(u"active"_s), ServiceId{u"demo-service"_s});
    panel->setVisible(true);
    QTRY_COMPARE_WITH_TIMEOUT(panel->snapshot().state, PanelState::Ready, soon);

    m_demo->killPrometheusForTest();
    QTRY_COMPARE_WITH_TIMEOUT(watch.blind(), BlindCause::EndpointFailed, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Blind, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Blind), 1, soon);
    QTRY_COMPARE_WITH_TIMEOUT(panel->snapshot().state, PanelState::Blind, soon);
    QVERIFY(!panel->snapshot().series.empty());
    QCOMPARE(watch.session.endpoints().front().health, Health::Blind);
    QCOMPARE(watch.phaseOf(p99), AlertPhase::Firing);
    QVERIFY(!watch.isSeen(p99));
    QCOMPARE(watch.notifier.count(Notice::Kind::Resolved), 0);

    m_demo->restartPrometheus();
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Seeing), 1, soon);
    QTRY_COMPARE_WITH_TIMEOUT(panel->snapshot().state, PanelState::Ready, soon);
}

void TestDemoSession::aHungProbeThreadIsBlindness()
{
    Watch watch(quickWorkspace(), m_profiles);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    watch.session.hangProbesForTest(6s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.blind(), BlindCause::ProbeSilent, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Blind, soon);
    QCOMPARE(watch.session.targets().front().health, Health::Blind);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Blind), 1, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Seeing), 1, soon);
    QCOMPARE(watch.phaseOf(probeDown), AlertPhase::Inactive);
}

void TestDemoSession::aRefusedUpgradeFiresProbeDown()
{
    Watch watch(quickWorkspace(), m_profiles);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    inject(DemoFault::Kind::Refuse, 503);
    inject(DemoFault::Kind::Drop);
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(probeDown), AlertPhase::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.session.targets().front().health, Health::Critical, soon);
    QTRY_VERIFY_WITH_TIMEOUT(watch.session.targets().front().lastAttempt->httpStatus == 503, soon);
    QSignalSpy answered(m_demo.get(), &DemoSupervisor::faultAnswered);
    m_demo->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(probeDown), AlertPhase::Resolved, soon);
    QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, soon);
}

void TestDemoSession::eachFaultTripsItsRule_data()
{
    using Kind = DemoFault::Kind;
    QTest::addColumn<std::vector<DemoFault>>("faults");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, const std::vector<DemoFault> &faults, const char *rule) {
        QTest::newRow(name) << faults << QString::fromLatin1(rule);
    };
    // Slow handling and refused upgrades alone have tests of their own, above.
    row("failing messages", {{Kind::Errors, 600s, 30}}, "error-rate");
    row("clients dropped and kept out", {{Kind::Refuse, 600s, 503}, {Kind::Close, 600s, 1012}},
        "connections-halved");
    row("no metrics", {{Kind::MetricsOff, 600s, 0}}, "target-down");
    row("a busy core", {{Kind::Busy, 600s, 95}}, "cpu");
    row("a leak", {{Kind::Leak, 600s, 220}}, "memory");
}

void TestDemoSession::eachFaultTripsItsRule()
{
    QFETCH(const std::vector<DemoFault>, faults);
    QFETCH(const QString, rule);
    Watch watch(quickWorkspace({rule}), m_profiles);
    QTRY_COMPARE_WITH_TIMEOUT(watch.kind(), OverallStatus::Kind::Well, soon);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isHealthy(rule), soon);
    QVERIFY(watch.notifier.notices.empty());

    for (const DemoFault &fault : faults)
        inject(fault.kind, fault.parameter);
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(rule), AlertPhase::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Firing, rule), 1, soon);

    m_demo->clearFaults();
    QTRY_COMPARE_WITH_TIMEOUT(watch.phaseOf(rule), AlertPhase::Resolved, soon);
    QTRY_COMPARE_WITH_TIMEOUT(watch.notifier.count(Notice::Kind::Resolved, rule), 1, soon);
    QCOMPARE(watch.notifier.count(Notice::Kind::Firing, rule), 1);
}

void TestDemoSession::aDemoThatCannotStartIsReported()
{
    DemoSupervisor::Config config;
    config.demoProgram = u"/no/such/program"_s;
    config.dataFolder = m_folder.filePath(u"none"_s);
    DemoSupervisor demo(config);
    QSignalSpy failed(&demo, &DemoSupervisor::failed);
    demo.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, soon);
    const auto error = failed.front().front().value<DemoError>();
    QCOMPARE(error.kind, DemoError::Kind::ProgramMissing);
    QCOMPARE(error.program, u"sockeye-demo"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDemoSession)

#include "tst_demosession.moc"
