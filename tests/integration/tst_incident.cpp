// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/panel.h"

#include "resources/resources.h"
#include "tests/integration/tcprelay.h"
#include "tests/integration/watcheddesktop.h"
#include "tests/support/realprometheus.h"
#include "tests/support/runningdemo.h"

#include <QApplication>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::NotifyCall;
using test::RunningDemo;
using test::WatchedDesktop;

namespace {

constexpr int soon = RunningDemo::soon;
constexpr auto forLong = 600s;

const auto p99 = u"p99-latency"_s;
const auto probeDown = u"probe-down"_s;
const auto targetDown = u"target-down"_s;

// What the popups say.
const auto p99Fires = u"demo: P99 latency"_s;
const auto p99Resolved = u"demo: P99 latency resolved"_s;
const auto cannotSee = u"Cannot see demo"_s;
const auto seesAgain = u"demo can be seen again"_s;

//! Not scrolled away, in whole.
bool isInView(const QWidget &widget)
{
    for (const QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (!around->rect().contains(QRect(widget.mapTo(around, QPoint()), widget.size())))
            return false;
    }
    return widget.isVisible();
}

} // namespace

//! The whole program over the real demo and a real Prometheus, with the desktop played by a notification
//! server.
class TestIncident : public QObject {
    Q_OBJECT

public:
    enum class Loss { Prometheus, Metrics, Probes };

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void slowHandlingIsToldShownAndResolved();
    void blindnessResolvesNothing_data();
    void blindnessResolvesNothing();
    void aRefusedPortIsAnAlertAndNotBlindness();

private:
    [[nodiscard]] Workspace quickWorkspace();
    void makeSlow();
    void lose(Loss loss, WatchedDesktop &desktop);
    void giveBack(Loss loss);

    test::PrivateBus m_bus;
    std::unique_ptr<RunningDemo> m_demo;
    std::unique_ptr<test::TcpRelay> m_relay;
};

void TestIncident::initTestCase()
{
    const bool hasPrometheus = !test::RealPrometheus::findProgram(u"prometheus"_s).isEmpty();
    if (!hasPrometheus && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
    initResources();
    QApplication::setQuitOnLastWindowClosed(false);
    QVERIFY(m_bus.start());
    m_demo = std::make_unique<RunningDemo>();
    const auto started = m_demo->start(20);
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    const int port = m_demo->supervisor().webSocketUrl().port();
    m_relay = std::make_unique<test::TcpRelay>(static_cast<quint16>(port));
    QVERIFY(m_relay->open());
}

void TestIncident::cleanup()
{
    if (!m_demo)
        return;
    // Also after a failure the next test finds everything there.
    QVERIFY(m_demo->clearFaults());
    m_demo->supervisor().restartPrometheus();
    if (m_relay && !m_relay->isOpen())
        QVERIFY(m_relay->open());
}

void TestIncident::cleanupTestCase()
{
    m_relay.reset();
    m_demo.reset();
}

//! The demo's workspace with shorter windows and its probes led through the relay.
Workspace TestIncident::quickWorkspace()
{
    Workspace workspace = m_demo->supervisor().workspace();
    workspace.refreshInterval = 500ms;
    for (ProbeTarget &target : workspace.targets)
        target.url.setPort(m_relay->port());
    for (AlertRule &rule : workspace.rules) {
        rule.holdFor = 2s;
        rule.enabled = rule.key == p99 || rule.key == probeDown || rule.key == targetDown;
    }
    return workspace;
}

void TestIncident::makeSlow()
{
    QVERIFY(m_demo->inject({DemoFault::Kind::Slow, forLong, 3'000}));
}

void TestIncident::slowHandlingIsToldShownAndResolved()
{
    Workspace workspace = quickWorkspace();
    for (AlertRule &rule : workspace.rules)
        rule.window = 10s; // so that it soon is over
    WatchedDesktop desktop(m_bus, workspace);
    MainWindow &window = desktop.window();
    QTRY_COMPARE_WITH_TIMEOUT(desktop.told().kind, OverallStatus::Kind::Well, soon);
    QVERIFY(desktop.told().isWell());

    makeSlow();
    QTRY_COMPARE_WITH_TIMEOUT(desktop.phaseOf(p99), AlertPhase::Pending, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray().shape, TrayState::Shape::Warning, soon);
    QVERIFY(desktop.daemon().calls().empty());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.phaseOf(p99), AlertPhase::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray(), (TrayState{TrayState::Shape::Critical, 1}), soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.daemon().calls().size(), std::size_t{1}, soon);
    const NotifyCall popup = desktop.daemon().calls().front();
    QCOMPARE(popup.summary, p99Fires);
    QVERIFY(popup.actions.contains(u"show"_s));

    // The user has been elsewhere, and in another time.
    window.showPage(MainWindow::Page::Probes);
    window.setSelection({5min, false, SystemClock().now() - 1h});
    window.hide();
    desktop.daemon().giveToken(popup.id, u"a-token"_s);
    desktop.daemon().invoke(popup.id, u"show"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.isVisible(), soon);
    QCOMPARE(window.currentPage(), MainWindow::Page::Overview);
    QCOMPARE(qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), u"a-token"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.markedPanels().size(), 1, soon);
    Panel *panel = desktop.markedPanels().front();
    QCOMPARE(panel->feed().spec().key, u"latency"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isInView(*panel), soon);
    const std::optional<ActiveAlert> alert = desktop.alert(p99);
    QVERIFY(alert && alert->alert.firedAt);
    QVERIFY(window.selection().range(SystemClock().now()).contains(*alert->alert.firedAt));
    QTRY_COMPARE_WITH_TIMEOUT(panel->feed().snapshot().breachRanges.size(), std::size_t{1}, soon);
    QVERIFY(panel->feed().snapshot().range.contains(*alert->alert.firedAt));

    QVERIFY(m_demo->clearFaults());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(p99Resolved).size(), std::size_t{1}, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.told().kind, OverallStatus::Kind::Well, soon);
    QCOMPARE(desktop.popups(p99Resolved).front().replacesId, popup.id);
    QCOMPARE(desktop.popups(p99Resolved).front().id, popup.id);
    QCOMPARE(desktop.daemon().calls().size(), std::size_t{2});
    QCOMPARE(desktop.markedPanels(), QList<Panel *>{panel}); // the user is still looking at it
    QCOMPARE(desktop.tray(), (TrayState{TrayState::Shape::Well, 0}));
}

void TestIncident::lose(Loss loss, WatchedDesktop &desktop)
{
    switch (loss) {
    case Loss::Prometheus:
        m_demo->supervisor().killPrometheusForTest();
        return;
    case Loss::Metrics:
        QVERIFY(m_demo->inject({DemoFault::Kind::MetricsOff, forLong}));
        return;
    case Loss::Probes:
        desktop.session().hangProbesForTest(8s);
        return;
    }
}

void TestIncident::giveBack(Loss loss)
{
    switch (loss) {
    case Loss::Prometheus:
        m_demo->supervisor().restartPrometheus();
        return;
    case Loss::Metrics:
        // Set anew it ends by itself, and the slow handling goes on.
        QVERIFY(m_demo->inject({DemoFault::Kind::MetricsOff, 1s}));
        return;
    case Loss::Probes:
        return; // the thread wakes up
    }
}

void TestIncident::blindnessResolvesNothing_data()
{
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<QString>("panel");
    QTest::addColumn<BlindCause>("cause");
    QTest::newRow("Prometheus killed") << Loss::Prometheus << u"latency"_s << BlindCause::EndpointFailed;
    QTest::newRow("only /metrics off") << Loss::Metrics << u"latency"_s << BlindCause::TargetDown;
    QTest::newRow("probe thread hung") << Loss::Probes << u"probes"_s << BlindCause::ProbeSilent;
}

void TestIncident::blindnessResolvesNothing()
{
    QFETCH(const Loss, loss);
    QFETCH(const QString, panel);
    QFETCH(const BlindCause, cause);
    makeSlow();
    WatchedDesktop desktop(m_bus, quickWorkspace());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(p99Fires).size(), std::size_t{1}, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray(), (TrayState{TrayState::Shape::Critical, 1}), soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.panelState(panel), u"ready"_s, soon);
    desktop.startRecord();

    lose(loss, desktop);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray().shape, TrayState::Shape::Blind, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.panelState(panel), u"blind"_s, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(cannotSee).size(), std::size_t{1}, soon);
    QCOMPARE(desktop.session().overall().blind, cause);
    QCOMPARE(desktop.told().kind, OverallStatus::Kind::Blind);
    QCOMPARE(desktop.told().sentence, Health::Blind);
    QCOMPARE(desktop.phaseOf(p99), AlertPhase::Firing);

    giveBack(loss);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(seesAgain).size(), std::size_t{1}, soon);
    QCOMPARE(desktop.popups(seesAgain).front().replacesId, desktop.popups(cannotSee).front().id);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.panelState(panel), u"ready"_s, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.told().kind, OverallStatus::Kind::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray(), (TrayState{TrayState::Shape::Critical, 1}), soon);
    QCOMPARE(desktop.phaseOf(p99), AlertPhase::Firing);
    QCOMPARE(desktop.popups(p99Fires).size(), std::size_t{1});
    QCOMPARE(desktop.popups(p99Resolved).size(), std::size_t{0});
    QVERIFY(desktop.record().size() > 1);
    QVERIFY(!desktop.everSaidWell());
}

void TestIncident::aRefusedPortIsAnAlertAndNotBlindness()
{
    const auto probeFires = u"demo: Probe down"_s;
    const auto probeResolved = u"demo: Probe down resolved"_s;
    makeSlow();
    WatchedDesktop desktop(m_bus, quickWorkspace());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(p99Fires).size(), std::size_t{1}, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray(), (TrayState{TrayState::Shape::Critical, 1}), soon);
    desktop.startRecord();

    m_relay->close();
    QTRY_COMPARE_WITH_TIMEOUT(desktop.phaseOf(probeDown), AlertPhase::Firing, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(probeFires).size(), std::size_t{2}, soon); // one for each probe
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray(), (TrayState{TrayState::Shape::Critical, 3}), soon);
    for (const TargetStatus &target : desktop.session().targets()) {
        QTRY_COMPARE_WITH_TIMEOUT(target.health, Health::Critical, soon);
        QVERIFY(target.lastAttempt);
        QCOMPARE(target.lastAttempt->outcome, ProbeOutcome::ConnectRefused);
    }
    QCOMPARE(desktop.phaseOf(p99), AlertPhase::Firing);

    QVERIFY(m_relay->open());
    QTRY_COMPARE_WITH_TIMEOUT(desktop.popups(probeResolved).size(), std::size_t{2}, soon);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.tray(), (TrayState{TrayState::Shape::Critical, 1}), soon);
    QCOMPARE(desktop.popups(p99Resolved).size(), std::size_t{0});
    QCOMPARE(desktop.popups(cannotSee).size(), std::size_t{0});
    QVERIFY(!desktop.everSaidWell());
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestIncident)

#include "tst_incident.moc"
