// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainwindow.h"

#include "ui/alerts/alertspage.h"
#include "ui/connections/connectionspage.h"
#include "ui/dashboard/overviewpage.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/statusstrip.h"
#include "ui/mainwindow/topbar.h"
#include "ui/probes/probespage.h"
#include "ui/text/formatting.h"
#include "ui/text/sentence.h"
#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QScreen>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(Context context)
    : m_context(std::move(context))
    , m_rail(new Rail(m_context.theme))
    , m_top(new TopBar(m_context.clock, m_context.theme, m_context.formatting))
    , m_pages(new Pages(m_context))
    , m_status(new StatusStrip(m_context.session, m_context.clock, m_context.theme, m_context.formatting))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(900, 560);
    resize(QSize(1280, 860).boundedTo(screen()->availableSize()));
    fillRail();

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(m_pages, 1);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_rail);
    upper->addLayout(column, 1);
    auto *central = new QWidget;
    auto *whole = new QVBoxLayout(central);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(upper, 1);
    whole->addWidget(m_status);
    setCentralWidget(central);

    connectBars();
    connectPages();
    makeShortcuts();
    // Ages in the sentence and in the status line grow without any event.
    m_words.setInterval(1s);
    connect(&m_words, &QTimer::timeout, this, &MainWindow::updateWords);
    setSelection(m_selection);
    showPage(m_page);
    updateWords();
}

MainWindow::~MainWindow() = default;

void MainWindow::fillRail()
{
    m_rail->addPage(u"railOverview"_s, tr("Overview"), u":/sockeye/icons/overview.svg"_s);
    m_rail->addPage(u"railProbes"_s, tr("Probes"), u":/sockeye/icons/probes.svg"_s);
    m_rail->addPage(u"railAlerts"_s, tr("Alerts"), u":/sockeye/icons/alerts.svg"_s);
    m_rail->addPage(u"railConnections"_s, tr("Connections"), u":/sockeye/icons/connections.svg"_s);
}

void MainWindow::connectBars()
{
    connect(m_rail, &Rail::pageRequested, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(m_rail, &Rail::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_top, &TopBar::selectionRequested, this, &MainWindow::setSelection);
    connect(m_top, &TopBar::refreshIntervalRequested, this, &MainWindow::editInterval);
    connect(m_top, &TopBar::faultRequested, this, &MainWindow::faultRequested);
    connect(m_top, &TopBar::faultsCleared, this, &MainWindow::faultsCleared);
}

void MainWindow::connectPages()
{
    const auto select = [this](const TimeRange &range) {
        setSelection(TimeSelection{range.length(), false, range.end});
    };
    const OverviewPage *overview = &m_pages->overview();
    connect(overview, &OverviewPage::rangeSelected, this, select);
    connect(overview, &OverviewPage::alertActivated, this, &MainWindow::openAlert);
    const ProbesPage *probes = &m_pages->probes();
    connect(probes, &ProbesPage::rangeSelected, this, select);
    connect(probes, &ProbesPage::addRequested, this, &MainWindow::probeSettingsRequested);
    const AlertsPage *alerts = &m_pages->alerts();
    connect(alerts, &AlertsPage::alertActivated, this, &MainWindow::openAlert);
    connect(alerts, &AlertsPage::ruleEdited, this, &MainWindow::editRule);
    const ConnectionsPage *connections = &m_pages->connections();
    connect(connections, &ConnectionsPage::addRequested, this, &MainWindow::settingsRequested);
    connect(connections, &ConnectionsPage::settingsRequested, this, &MainWindow::endpointSettingsRequested);
    connect(connections, &ConnectionsPage::messageRequested, this, &MainWindow::showMessage);
    MonitorSession &session = m_context.session;
    connect(&session, &MonitorSession::overallChanged, this, &MainWindow::updateWords);
    connect(&session, &MonitorSession::servicesChanged, this, &MainWindow::updateContent);
    connect(&session, &MonitorSession::workspaceChanged, this, &MainWindow::updateContent);
}

void MainWindow::makeShortcuts()
{
    installShortcuts(*this,
        {[this](Page page) { showPage(page); }, [this] { Q_EMIT settingsRequested(); },
            [this] { m_pages->refresh(); },
            [this] {
                showPage(Page::Overview);
                m_pages->overview().focusFilter();
            },
            [this] {
                setSelection({m_selection.length, !m_selection.live, m_context.clock.now()});
            },
            [this] { Q_EMIT quitRequested(); }});
}

void MainWindow::showPage(Page page)
{
    m_page = page;
    m_rail->setCurrentPage(static_cast<int>(page));
    updateContent();
    // An empty page takes no focus; the keys must not end up on a button by chance then.
    m_pages->setFocus();
    m_pages->currentWidget()->setFocus();
}

void MainWindow::updateContent()
{
    const Workspace &workspace = m_context.session.workspace();
    m_pages->showPage(m_page, workspace.isEmpty());
    m_top->setWorkspaceName(workspace.name);
    m_top->setRefreshInterval(workspace.refreshInterval);
    setWindowTitle(tr("%1 — Sockeye").arg(workspace.name));
}

void MainWindow::updateWords()
{
    const OverallStatus &overall = m_context.session.overall();
    const WatchedCounts counts{static_cast<int>(m_context.session.services().size()),
        static_cast<int>(m_context.session.targets().size())};
    m_top->setSentence(topSentence(overall, m_context.formatting, m_context.clock.now(), counts));
    m_rail->setBadge(static_cast<int>(Page::Alerts), overall.firing);
    m_status->update();
}

void MainWindow::setSelection(const TimeSelection &selection)
{
    m_selection = selection;
    m_top->setSelection(selection);
    m_pages->setRange(selection.range(m_context.clock.now()), selection.live);
}

void MainWindow::setDemoRunning(bool running)
{
    m_top->setDemoRunning(running);
}

void MainWindow::formattingChanged()
{
    setSelection(m_selection);
    m_pages->formattingChanged();
    updateWords();
}

void MainWindow::showMessage(const QString &message)
{
    m_status->showMessage(message);
}

void MainWindow::openAlert(const ActiveAlert &alert)
{
    showMomentAt(alert.service, alert.rule.panel, alert.alert.activeAt);
}

void MainWindow::showNotice(const Notice &notice)
{
    show();
    setWindowState(QMainWindow::windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    showMomentAt(ServiceId{notice.serviceId}, notice.panel, notice.at);
}

void MainWindow::showMomentAt(const ServiceId &service, const QString &panel, Timestamp moment)
{
    // The moment must be on the charts: a range that ended before it, or began after it, is moved.
    const Timestamp now = m_context.clock.now();
    if (!m_selection.range(now).contains(moment)) {
        const bool recent = moment > now - m_selection.length;
        setSelection(recent ? TimeSelection{m_selection.length, true, now}
                            : TimeSelection{m_selection.length, false, moment + m_selection.length / 2});
    }
    showPage(Page::Overview);
    m_pages->overview().showMoment(service, panel, moment);
}

void MainWindow::editRule(const AlertRule &rule)
{
    Workspace workspace = m_context.session.workspace();
    for (AlertRule &own : workspace.rules) {
        if (own.id == rule.id)
            own = rule;
    }
    Q_EMIT workspaceEdited(workspace);
}

void MainWindow::editInterval(std::chrono::milliseconds interval)
{
    Workspace workspace = m_context.session.workspace();
    workspace.refreshInterval = interval;
    m_top->setRefreshInterval(interval);
    Q_EMIT workspaceEdited(workspace);
}

WindowState MainWindow::windowState() const
{
    const OverviewPage &overview = m_pages->overview();
    return {saveGeometry(), overview.splitterState(), pageName(m_page), overview.currentService().value};
}

void MainWindow::restoreWindowState(const WindowState &state)
{
    if (!state.geometry.isEmpty())
        restoreGeometry(state.geometry);
    m_pages->overview().restoreSplitter(state.splitter);
    for (const Page page : Pages::all) {
        if (pageName(page) == state.page)
            showPage(page);
    }
    m_pages->overview().selectService(ServiceId{state.service});
}

QJsonObject MainWindow::describe() const
{
    QJsonObject page = m_pages->describe(m_page);
    const TopSentence sentence = m_top->sentence();
    page.insert(u"page"_s, pageName(m_page));
    page.insert(u"sentence"_s, sentence.joined());
    return page;
}

void MainWindow::setCloseBehaviour(std::function<CloseBehaviour()> choose)
{
    m_closeBehaviour = std::move(choose);
}

// A minimised window is told of hiding too.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateWords();
    m_words.start();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_words.stop();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->ignore();
    if (m_closeBehaviour && m_closeBehaviour() == CloseBehaviour::Hide)
        hide();
    else
        askBeforeClosing(*this, [this] { Q_EMIT quitRequested(); });
}

} // namespace sockeye
