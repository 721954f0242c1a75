// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/console.h"

#include "core/probe/transportfactory.h"

#include "ui/dashboard/welcomepage.h"
#include "ui/text/errors.h"
#include "ui/text/sentence.h"
#include "ui/theme/theme.h"

#include "app/console/resources.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! At the start of a desktop session the panel that holds the tray may come after the programs.
constexpr auto trayPatience = 3s;

NotificationSettings notificationSettings(const Preferences &preferences)
{
    return {preferences.notificationsEnabled, preferences.notifyWarnings, preferences.notifyResolved};
}

QString trayShapeName(TrayState::Shape shape)
{
    switch (shape) {
    case TrayState::Shape::Well:
        return u"well"_s;
    case TrayState::Shape::Unknown:
        return u"unknown"_s;
    case TrayState::Shape::Blind:
        return u"blind"_s;
    case TrayState::Shape::Warning:
        return u"warning"_s;
    case TrayState::Shape::Critical:
        return u"critical"_s;
    case TrayState::Shape::Paused:
        return u"paused"_s;
    }
    return {};
}

QJsonObject describeEndpoint(const EndpointConfig &config, const std::vector<EndpointStatus> &statuses)
{
    const auto status = std::ranges::find(statuses, config.id, &EndpointStatus::id);
    const bool isMeasured = status != statuses.end() && status->facts;
    // User information is refused in a server's address, but a file may have been written by hand.
    return {{u"name"_s, config.name}, {u"url"_s, config.http.baseUrl.toString(QUrl::RemoveUserInfo)},
        {u"clockOffsetMs"_s,
            isMeasured ? QJsonValue(qint64{status->facts->clockOffset.count()}) : QJsonValue()}};
}

} // namespace

Console::Console(Environment environment, const Workspace &workspace, const QString &historyFile)
    : m_env(std::move(environment))
    , m_history(historyFile)
    , m_notifier(m_env.bus, m_env.formatting)
    , m_session({m_env.clock, m_env.secrets, m_history, m_notifier,
                    transportFactory(m_env.clock, RandomSource::fromSystem()), RandomSource::fromSystem(),
                    shippedProfiles()},
          workspace)
    , m_tray(m_env.theme)
    , m_ids(RandomSource::fromSystem())
{
    m_session.setNotificationSettings(notificationSettings(m_env.preferences));
    makeWindow();
    connectTray();
    connect(&m_session, &MonitorSession::workspaceChanged, this,
        [this] { Q_EMIT workspaceEdited(m_session.workspace()); });
    connect(&m_session, &MonitorSession::overallChanged, this, &Console::updateTray);
    connect(&m_notifier, &Notifier::showRequested, this, [this](const Notice &notice, const QString &token) {
        bringToFront(token);
        if (notice.kind != Notice::Kind::Trial)
            m_window->showNotice(notice);
    });
    connect(&m_notifier, &Notifier::failed, this,
        [this](const Notice & /*notice*/, const QString &detail) { reportFailedNotice(detail); });
    connect(&m_history, &HistoryDatabase::problem, this,
        [this](const StorageError &error) { m_window->showMessage(sockeye::describe(error).joined()); });
}

Console::~Console()
{
    m_session.shutDown();
}

void Console::start()
{
    m_session.start();
    m_tray.show();
    updateTray();
    QTimer::singleShot(trayPatience, this, &Console::explainMissingTray);
}

void Console::makeWindow()
{
    m_window = std::make_unique<MainWindow>(MainWindow::Context{m_session, m_env.clock, m_env.secrets,
        transportFactory(m_env.clock, RandomSource::fromSystem()), m_env.theme, m_env.formatting,
        shippedOverview()});
    m_window->setDemoRunning(m_demoRunning);
    m_window->setCloseBehaviour([] {
        return TrayIcon::isAvailable() ? MainWindow::CloseBehaviour::Hide : MainWindow::CloseBehaviour::Ask;
    });
    connectWindow();
    connectWelcome();
    updateTray();
}

void Console::connectWindow()
{
    MainWindow *window = m_window.get();
    connect(window, &MainWindow::settingsRequested, this,
        [this] { openSettings(SettingsDialog::Page::Endpoints); });
    connect(window, &MainWindow::probeSettingsRequested, this,
        [this] { openSettings(SettingsDialog::Page::Targets); });
    connect(window, &MainWindow::endpointSettingsRequested, this, &Console::openEndpointSettings);
    connect(window, &MainWindow::workspaceEdited, this, &Console::applyWorkspace);
    connect(window, &MainWindow::faultRequested, this, &Console::faultRequested);
    connect(window, &MainWindow::faultsCleared, this, &Console::faultsCleared);
    connect(window, &MainWindow::quitRequested, this, &Console::quitRequested);
}

void Console::connectWelcome()
{
    WelcomePage &welcome = m_window->welcome();
    connect(&welcome, &WelcomePage::endpointAdded, this, &Console::addEndpoint);
    connect(&welcome, &WelcomePage::targetAdded, this, &Console::addTarget);
    connect(&welcome, &WelcomePage::endpointSettingsRequested, this, &Console::askForCredentials);
    connect(&welcome, &WelcomePage::demoRequested, this, &Console::demoRequested);
}

void Console::connectTray()
{
    connect(&m_tray, &TrayIcon::openRequested, this, [this] { bringToFront({}); });
    connect(&m_tray, &TrayIcon::pauseToggled, this, [this](bool paused) { m_session.setPaused(paused); });
    connect(&m_tray, &TrayIcon::quitRequested, this, &Console::quitRequested);
}

void Console::applyWorkspace(const Workspace &workspace)
{
    m_session.setWorkspace(workspace);
    Q_EMIT workspaceEdited(m_session.workspace());
}

void Console::addEndpoint(const QUrl &url)
{
    Workspace workspace = m_session.workspace();
    EndpointConfig endpoint;
    endpoint.id = EndpointId::create(m_ids);
    endpoint.name = url.host();
    endpoint.http.baseUrl = url;
    workspace.endpoints.push_back(endpoint);
    applyWorkspace(workspace);
}

void Console::addTarget(const QUrl &url)
{
    Workspace workspace = m_session.workspace();
    ProbeTarget target;
    target.id = TargetId::create(m_ids);
    target.name = QString(url.host() % url.path());
    target.url = url;
    workspace.targets.push_back(target);
    applyWorkspace(workspace);
}

void Console::askForCredentials(const QUrl &url)
{
    openSettings(SettingsDialog::Page::Endpoints);
    m_settings->addEndpoint(url);
}

void Console::updateTray()
{
    const OverallStatus &overall = m_session.overall();
    const TopSentence sentence = topSentence(overall, m_env.formatting, m_env.clock.now());
    m_tray.setStatus(overall, sentence.joined());
}

void Console::explainMissingTray()
{
    if (TrayIcon::isAvailable() || m_env.preferences.explainedTray)
        return;
    m_window->showMessage(
        tr("This desktop has no tray, so Sockeye lives in its window: minimise it to keep watching."));
    m_env.preferences.explainedTray = true;
    Q_EMIT preferencesEdited(m_env.preferences);
}

void Console::reportFailedNotice(const QString &detail)
{
    // Once is enough to know; the alert itself stands on the page and in the history.
    if (std::exchange(m_noticeFailureShown, true))
        return;
    m_window->showMessage(tr("The desktop shows no notifications: %1").arg(detail));
}

void Console::setPreferences(const Preferences &preferences, const Formatting &formatting)
{
    m_env.preferences = preferences;
    m_env.formatting = formatting;
    m_notifier.setFormatting(formatting);
    m_session.setNotificationSettings(notificationSettings(preferences));
    m_window->formattingChanged();
}

void Console::setDemoRunning(bool running)
{
    m_demoRunning = running;
    m_window->setDemoRunning(running);
}

void Console::bringToFront(const QString &activationToken)
{
    // Qt 6.4 reads the token only from the environment, when it activates a window.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    m_window->show();
    m_window->setWindowState(m_window->QMainWindow::windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Console::openSettings(SettingsDialog::Page page)
{
    if (!m_settings) {
        m_settings = new SettingsDialog(
            {m_env.clock, m_env.secrets, transportFactory(m_env.clock, RandomSource::fromSystem()),
                m_env.theme, shippedProfiles(), m_session.workspace(), m_env.preferences,
                RandomSource::fromSystem(), m_env.formatting, {}, flavours()},
            m_window.get());
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &SettingsDialog::testNotificationRequested, this, &Console::tryNotification);
        connect(&m_session, &MonitorSession::workspaceChanged, m_settings,
            [this] { m_settings->addFoundServices(m_session.workspace()); });
        connect(m_settings, &SettingsDialog::applied, this,
            [this](const Workspace &workspace, const Preferences &preferences) {
                applyWorkspace(workspace);
                Q_EMIT preferencesEdited(preferences);
            });
    }
    m_settings->showPage(page);
    m_settings->open();
}

std::map<EndpointId, ServerFlavour> Console::flavours() const
{
    std::map<EndpointId, ServerFlavour> flavours;
    for (const EndpointStatus &status : m_session.endpoints()) {
        if (status.facts)
            flavours.emplace(status.id, status.facts->profile.flavour);
    }
    return flavours;
}

void Console::openEndpointSettings(const EndpointId &endpoint)
{
    const std::vector<EndpointStatus> statuses = m_session.endpoints();
    const auto status = std::ranges::find(statuses, endpoint, &EndpointStatus::id);
    openSettings(SettingsDialog::Page::Endpoints);
    m_settings->showEndpoint(endpoint, status == statuses.end() ? std::nullopt : status->error);
}

void Console::tryNotification()
{
    if (!m_notifier.isAvailable()) {
        m_settings->showNotificationResult(tr("No notification server runs in this session."));
        return;
    }
    Notice notice;
    notice.kind = Notice::Kind::Trial;
    notice.key = u"trial"_s;
    m_notifier.notify(notice);
    m_settings->showNotificationResult({});
}

QJsonObject Console::describe() const
{
    QJsonObject facts = m_window->describe();
    facts.insert(u"time"_s, qint64{toMilliseconds(m_env.clock.now())});
    QJsonArray endpoints;
    for (const EndpointConfig &config : m_session.workspace().endpoints)
        endpoints.append(describeEndpoint(config, m_session.endpoints()));
    facts.insert(u"endpoints"_s, endpoints);
    facts.insert(u"workspace"_s, m_session.workspace().name);
    facts.insert(u"tray"_s, trayShapeName(m_tray.state().shape));
    return facts;
}

} // namespace sockeye
