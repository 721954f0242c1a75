// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/console.h"
#include "resources/resources.h"
#include "tests/engine/fakeprometheus.h"

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int soon = 60'000; // for a machine that is busy with other things

const auto queue = u"queue_length"_s;

Workspace workspaceAt(const QUrl &url)
{
    Workspace workspace;
    workspace.refreshInterval = 500ms;
    EndpointConfig endpoint;
    endpoint.id = EndpointId{u"prometheus"_s};
    endpoint.name = u"prometheus"_s;
    endpoint.http.baseUrl = url;
    workspace.endpoints = {endpoint};
    ServiceConfig service;
    service.id = ServiceId{u"api"_s};
    service.name = u"api"_s;
    service.endpoint = endpoint.id;
    service.matchers = u"job=\"api\""_s;
    service.roleOverrides = {{u"active"_s, u"connections"_s}};
    workspace.services = {service};
    AlertRule rule;
    rule.id = RuleId{u"queue"_s};
    rule.name = u"queue"_s;
    rule.condition.expression = queue;
    rule.condition.threshold = 10.0;
    rule.holdFor = 0s;
    workspace.rules = {rule};
    return workspace;
}

//! The widget that Qt hands to the tray.
QWidget *embeddedIcon()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto found = std::ranges::find_if(
        windows, [](const QWidget *window) { return window->inherits("QSystemTrayIconSys"); });
    return found == windows.end() ? nullptr : *found;
}

} // namespace

//! The tray icon and what closing the window means, on a real X display, with a panel that comes and goes.
class TestTrayIconX11 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void withoutTrayTheWindowSaysSoOnce();
    void withoutTrayClosingAsksAndWatchingGoesOn();
    void withTrayClosingHidesAndWatchingGoesOn();
    void trayThatComesAndGoesIsFollowed();

private:
    void startTray();
    void stopTray();
    [[nodiscard]] QMessageBox *question();
    void answer(QMessageBox::ButtonRole role);
    [[nodiscard]] bool isOnScreen(const QColor &color);
    [[nodiscard]] MainWindow &window() { return m_console->window(); }

    SystemClock m_clock;
    SessionSecrets m_secrets;
    Theme m_theme;
    QProcess m_tray;
    std::unique_ptr<test::FakePrometheus> m_server;
    std::unique_ptr<Console> m_console;
};

void TestTrayIconX11::initTestCase()
{
    initResources();
    QApplication::setQuitOnLastWindowClosed(false);
    qRegisterMetaType<Preferences>();
    m_tray.setProcessChannelMode(QProcess::ForwardedChannels);
}

void TestTrayIconX11::init()
{
    m_server = std::make_unique<test::FakePrometheus>(m_clock);
    m_server->values = {{u"up{job=\"api\"}"_s, 1.0}, {u"connections"_s, 120.0}, {queue, 3.0}};
    const QDBusConnection noBus(u"none"_s);
    m_console = std::make_unique<Console>(Console::Environment{m_clock, m_secrets, m_theme, {}, {}, noBus},
        workspaceAt(m_server->url()), u":memory:"_s);
    window().show();
    m_console->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->tray().state().shape, TrayState::Shape::Well, soon);
}

void TestTrayIconX11::cleanup()
{
    m_console.reset();
    m_server.reset();
    stopTray();
}

void TestTrayIconX11::startTray()
{
    m_tray.start(u"trayer"_s, {u"--edge"_s, u"bottom"_s, u"--align"_s, u"right"_s, u"--height"_s, u"32"_s});
    QVERIFY(m_tray.waitForStarted(soon));
    QTRY_VERIFY_WITH_TIMEOUT(TrayIcon::isAvailable(), soon);
}

void TestTrayIconX11::stopTray()
{
    if (m_tray.state() == QProcess::NotRunning)
        return;
    m_tray.kill();
    QVERIFY(m_tray.waitForFinished(soon));
    QTRY_VERIFY_WITH_TIMEOUT(!TrayIcon::isAvailable(), soon);
}

QMessageBox *TestTrayIconX11::question()
{
    auto *box = window().findChild<QMessageBox *>(u"closeQuestion"_s);
    return box && box->isVisible() ? box : nullptr;
}

void TestTrayIconX11::answer(QMessageBox::ButtonRole role)
{
    QTRY_VERIFY_WITH_TIMEOUT(question(), soon);
    const QMessageBox *box = question();
    const QList<QAbstractButton *> buttons = box->buttons();
    const auto button =
        std::ranges::find_if(buttons, [&](QAbstractButton *one) { return box->buttonRole(one) == role; });
    QVERIFY(button != buttons.end());
    (*button)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!question(), soon);
}

//! Whether the icon, as the panel shows it, has a dot of this colour.
bool TestTrayIconX11::isOnScreen(const QColor &color)
{
    const QRect place = m_console->tray().geometry();
    if (place.isEmpty())
        return false;
    const QImage image = QGuiApplication::primaryScreen()
                             ->grabWindow(0, place.x(), place.y(), place.width(), place.height())
                             .toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

void TestTrayIconX11::withoutTrayTheWindowSaysSoOnce()
{
    QSignalSpy edited(m_console.get(), &Console::preferencesEdited);
    QVERIFY(!TrayIcon::isAvailable());
    const auto *message = window().findChild<QLabel *>(u"statusMessage"_s);
    QVERIFY(message);
    QTRY_COMPARE_WITH_TIMEOUT(edited.count(), 1, soon);
    QVERIFY(message->text().contains(u"no tray"_s));
    // It is stored with the preferences, and so not said again.
    QVERIFY(edited.front().front().value<Preferences>().explainedTray);
}

void TestTrayIconX11::withoutTrayClosingAsksAndWatchingGoesOn()
{
    QSignalSpy quit(m_console.get(), &Console::quitRequested);
    QVERIFY(m_console->tray().geometry().isEmpty());
    window().close();
    QTRY_VERIFY_WITH_TIMEOUT(question(), soon);
    QVERIFY(window().isVisible());
    const int asked = m_server->askedInAll();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->askedInAll() > asked + 3, soon);
    QVERIFY(question());

    answer(QMessageBox::AcceptRole);
    QTRY_VERIFY_WITH_TIMEOUT(window().isMinimized(), soon);
    QVERIFY(quit.isEmpty());
    const int askedMinimised = m_server->askedInAll();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->askedInAll() > askedMinimised + 3, soon);

    m_console->bringToFront({});
    window().close();
    answer(QMessageBox::RejectRole);
    QVERIFY(quit.isEmpty());
    QVERIFY(window().isVisible());

    window().close();
    answer(QMessageBox::DestructiveRole);
    QCOMPARE(quit.count(), 1);
}

void TestTrayIconX11::withTrayClosingHidesAndWatchingGoesOn()
{
    QSignalSpy quit(m_console.get(), &Console::quitRequested);
    startTray();
    QTRY_VERIFY_WITH_TIMEOUT(isOnScreen(m_theme.palette().well), soon);
    window().close();
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), soon);
    QVERIFY(!question());

    // What goes wrong now is seen.
    m_server->values[queue] = 30.0;
    QTRY_COMPARE_WITH_TIMEOUT(m_console->tray().state(), (TrayState{TrayState::Shape::Critical, 1}), soon);
    QTRY_VERIFY_WITH_TIMEOUT(isOnScreen(m_theme.palette().critical), soon);
    QVERIFY(!isOnScreen(m_theme.palette().well));
    QVERIFY(quit.isEmpty());

    QWidget *icon = embeddedIcon();
    QVERIFY(icon && icon->isVisible());
    QTest::mouseClick(icon, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window().isVisible(), soon);
}

void TestTrayIconX11::trayThatComesAndGoesIsFollowed()
{
    startTray();
    QTRY_VERIFY_WITH_TIMEOUT(!m_console->tray().geometry().isEmpty(), soon);
    stopTray();
    // A window that was hidden now could not be found again.
    window().close();
    answer(QMessageBox::RejectRole);
    QVERIFY(window().isVisible());

    startTray();
    QTRY_VERIFY_WITH_TIMEOUT(isOnScreen(m_theme.palette().well), soon);
    window().close();
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), soon);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestTrayIconX11)

#include "tst_trayicon_x11.moc"
