// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/application.h"

#include "ui/dashboard/welcomepage.h"
#include "ui/text/errors.h"

#include "app/console/resources.h"
#include "app/console/screenshot.h"

#include <QApplication>
#include <QJsonObject>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes demoRange{5};

void say(const QString &sentence)
{
    QTextStream(stderr) << u"sockeye: "_s << sentence << Qt::endl;
}

QString runtimeFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::TempLocation) : folder;
}

} // namespace

Application::Application(CommandLine commandLine)
    : m_commandLine(std::move(commandLine))
    , m_paths(Paths::fromEnvironment())
    , m_preferences(m_documents.loadPreferences(m_paths.preferencesFile()))
    , m_instance(runtimeFolder(), m_commandLine.demo ? u"demo"_s : m_commandLine.workspace)
{
    m_storedLanguage = m_preferences.language;
    if (!m_commandLine.language.isEmpty())
        m_preferences.language = m_commandLine.language;
    if (!m_commandLine.screenshot.isEmpty())
        m_preferences.explainedTray = true; // a picture has no tray, and that is nothing to tell
    m_translation = std::make_unique<Translation>(m_preferences.language);
    connect(&m_documents, &Documents::saveFailed, this, [this](const FileError &error) {
        say(describe(error).joined());
        if (m_console)
            m_console->window().showMessage(describe(error).joined());
    });
    connect(&m_instance, &SingleInstance::activationRequested, this,
        [this](const QString &token) { m_console->bringToFront(token); });
}

Application::~Application() = default;

bool Application::open()
{
    // A picture is taken beside a running console, not instead of it.
    if (m_commandLine.screenshot.isEmpty() && !m_instance.acquire()) {
        say(tr("This workspace is open already; its window was asked to come to the front."));
        return false;
    }
    applyTheme();
    if (m_commandLine.demo)
        openDemo();
    else
        openConsole();
    if (!m_commandLine.screenshot.isEmpty())
        scheduleScreenshot();
    return true;
}

int Application::run()
{
    if (!open())
        return 0;
    const int status = QApplication::exec();
    m_console.reset();
    return status;
}

void Application::applyTheme()
{
    const QString forced = m_commandLine.theme;
    ColorScheme scheme = Theme::systemScheme();
    if (forced == u"dark" || (forced.isEmpty() && m_preferences.theme == Preferences::Theme::Dark))
        scheme = ColorScheme::Dark;
    if (forced == u"light" || (forced.isEmpty() && m_preferences.theme == Preferences::Theme::Light))
        scheme = ColorScheme::Light;
    m_theme.setScheme(scheme);
}

Formatting Application::makeFormatting() const
{
    Formatting formatting;
    formatting.locale = m_translation->locale();
    formatting.zone =
        m_preferences.timeZone == Preferences::TimeZone::Utc ? QTimeZone::utc() : QTimeZone::systemTimeZone();
    formatting.values = ValueFormatter(formatting.locale);
    return formatting;
}

void Application::openConsole()
{
    const Workspace workspace =
        m_documents.loadWorkspace(m_paths.workspaceFile(m_commandLine.workspace), m_commandLine.workspace);
    m_console = std::make_unique<Console>(
        Console::Environment{m_clock, m_secrets, m_theme, m_preferences, makeFormatting()}, workspace,
        m_paths.historyFile(m_commandLine.workspace));
    connectConsole();
    connect(m_console.get(), &Console::workspaceEdited, this, &Application::saveWorkspace);
    m_console->window().restoreWindowState(m_documents.loadWindowState(m_paths.windowStateFile()));
    showWindow();
    m_console->start();
    tellWhatWasPutAside();
}

void Application::replaceByDemo()
{
    m_console.reset();
    openDemo();
}

void Application::openDemo()
{
    // The demo's configuration and samples are private to this run.
    m_demoFolder = std::make_unique<DemoFolder>(m_paths.demoParent, m_paths.demoFate);
    DemoSupervisor::Config config;
    config.demoProgram = m_paths.demoProgram;
    config.prometheusProgram = m_paths.prometheusProgram;
    config.dataFolder = m_demoFolder->path();
    config.clients = m_commandLine.demoClients;
    m_demo = std::make_unique<DemoSupervisor>(config);
    m_console = std::make_unique<Console>(
        Console::Environment{m_clock, m_secrets, m_theme, m_preferences, makeFormatting()},
        newWorkspace(tr("demo")), u":memory:"_s);
    connectConsole();
    connectDemo();
    m_demoError.clear();
    m_console->window().welcome().showDemoStarting();
    // The demo has no past: a short range fills while one looks.
    m_console->window().setSelection({demoRange, true, m_clock.now()});
    showWindow();
    m_console->start();
    m_demo->start();
}

void Application::connectConsole()
{
    connect(m_console.get(), &Console::quitRequested, this, &Application::quit);
    connect(m_console.get(), &Console::preferencesEdited, this, &Application::applyPreferences);
    // Queued, because the console that asks is about to be replaced.
    connect(
        m_console.get(), &Console::demoRequested, this, &Application::replaceByDemo, Qt::QueuedConnection);
}

void Application::connectDemo()
{
    connect(m_demo.get(), &DemoSupervisor::ready, this, [this] {
        m_console->session().setWorkspace(m_demo->workspace());
        m_console->setDemoRunning(true);
    });
    connect(m_demo.get(), &DemoSupervisor::failed, this, [this](const DemoError &error) {
        const QString text = describe(error).joined();
        say(text);
        m_demoError = text;
        m_console->window().showPage(MainWindow::Page::Overview);
        m_console->window().welcome().showDemoError(error);
    });
    connect(m_demo.get(), &DemoSupervisor::faultAnswered, this, [this](bool accepted, const QString &detail) {
        m_console->window().showMessage(
            accepted ? tr("The demo does as you asked.") : tr("The demo refused: %1").arg(detail));
    });
    connect(m_console.get(), &Console::faultRequested, m_demo.get(), &DemoSupervisor::inject);
    connect(m_console.get(), &Console::faultsCleared, m_demo.get(), &DemoSupervisor::clearFaults);
}

void Application::showWindow()
{
    MainWindow &window = m_console->window();
    if (m_commandLine.size)
        window.resize(*m_commandLine.size);
    if (m_commandLine.page == u"probes")
        window.showPage(MainWindow::Page::Probes);
    else if (m_commandLine.page == u"alerts")
        window.showPage(MainWindow::Page::Alerts);
    else if (m_commandLine.page == u"connections")
        window.showPage(MainWindow::Page::Connections);
    else if (m_commandLine.page == u"overview" || m_demo)
        window.showPage(MainWindow::Page::Overview);
    m_trace.follow(window, [this] { return m_console->describe(); });
    window.show();
}

void Application::saveWorkspace(const Workspace &workspace)
{
    m_documents.save(m_paths.workspaceFile(m_commandLine.workspace), serializeWorkspace(workspace));
}

void Application::applyPreferences(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    // The language of the command line is for this run: it is not stored unless another was chosen since.
    Preferences stored = preferences;
    if (!m_commandLine.language.isEmpty() && preferences.language == m_commandLine.language)
        stored.language = m_storedLanguage;
    m_storedLanguage = stored.language;
    m_preferences = preferences;
    m_documents.save(m_paths.preferencesFile(), serializePreferences(stored));
    applyTheme();
    m_console->setPreferences(preferences, makeFormatting());
}

void Application::tellWhatWasPutAside()
{
    QStringList sentences;
    for (const AsideDocument &aside : m_documents.takeAside()) {
        const QString why = aside.json ? describe(*aside.json).joined() : QString();
        const QString file = aside.file ? describe(*aside.file).joined() : QString();
        QString sentence = tr("%1 could not be used.").arg(aside.path) % u' ' % why % u' ' % file;
        if (!aside.keptAs.isEmpty())
            sentence +=
                u' ' % tr("It was kept as %1, and Sockeye starts with an empty one.").arg(aside.keptAs);
        say(sentence);
        sentences.append(sentence.simplified());
    }
    if (sentences.isEmpty())
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("A file was put aside"), sentences.join(u"\n\n"_s),
        QMessageBox::Ok, &m_console->window());
    box->setObjectName(u"asideMessage"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void Application::scheduleScreenshot()
{
    QTimer::singleShot(m_commandLine.after, this, &Application::shootAndQuit);
}

void Application::shootAndQuit()
{
    if (!m_demoError.isEmpty()) {
        say(tr("No picture was taken, because the demo does not run."));
        QApplication::exit(1);
        return;
    }
    const auto done = takeScreenshot(m_console->window(), m_commandLine.screenshot, m_console->describe());
    if (!done)
        say(done.error());
    QApplication::exit(done ? 0 : 1);
}

void Application::quit()
{
    // How the demo's window stood is nothing to remember.
    if (!m_demo)
        m_documents.save(m_paths.windowStateFile(), serializeWindowState(m_console->window().windowState()));
    // Not quit(): it asks every window to close first, and ours then asks the user or hides.
    QApplication::exit();
}

} // namespace sockeye
