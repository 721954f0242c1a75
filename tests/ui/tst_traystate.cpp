// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/trayicon.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

OverallStatus status(OverallStatus::Kind kind, Health health = Health::Unknown, int firing = 0)
{
    OverallStatus result;
    result.kind = kind;
    result.health = health;
    result.firing = firing;
    if (kind == OverallStatus::Kind::Firing || kind == OverallStatus::Kind::Pending)
        result.alert = ActiveAlert{};
    return result;
}

OverallStatus unseen(OverallStatus result)
{
    result.alert->seen = false;
    return result;
}

} // namespace

class TestTrayState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapeFollowsTheWhole_data();
    void shapeFollowsTheWhole();
    void everyStateLooksDifferent();
    void menuAsksForWhatItSays();
    void pauseTurnsIntoResume();
};

void TestTrayState::shapeFollowsTheWhole_data()
{
    using Kind = OverallStatus::Kind;
    using Shape = TrayState::Shape;
    QTest::addColumn<OverallStatus>("status");
    QTest::addColumn<TrayState>("state");
    QTest::newRow("well") << status(Kind::Well, Health::Well) << TrayState{Shape::Well, 0};
    QTest::newRow("waiting is not well") << status(Kind::Waiting) << TrayState{Shape::Unknown, 0};
    QTest::newRow("nothing configured") << status(Kind::NothingConfigured) << TrayState{Shape::Unknown, 0};
    QTest::newRow("blind") << status(Kind::Blind, Health::Blind) << TrayState{Shape::Blind, 0};
    QTest::newRow("blind keeps the count")
        << status(Kind::Blind, Health::Blind, 2) << TrayState{Shape::Blind, 2};
    QTest::newRow("pending") << status(Kind::Pending, Health::Warning) << TrayState{Shape::Warning, 0};
    QTest::newRow("a warning fires") << status(Kind::Firing, Health::Warning, 1)
                                     << TrayState{Shape::Warning, 1};
    QTest::newRow("a critical fires")
        << status(Kind::Firing, Health::Critical, 3) << TrayState{Shape::Critical, 3};
    QTest::newRow("it fired and cannot be seen any more")
        << unseen(status(Kind::Firing, Health::Critical, 1)) << TrayState{Shape::Blind, 1};
    QTest::newRow("it was pending and cannot be seen any more")
        << unseen(status(Kind::Pending, Health::Warning)) << TrayState{Shape::Blind, 0};
    QTest::newRow("a probe is down") << status(Kind::ProbeDown, Health::Critical)
                                     << TrayState{Shape::Critical, 0};
    QTest::newRow("paused") << status(Kind::Paused) << TrayState{Shape::Paused, 0};
}

void TestTrayState::shapeFollowsTheWhole()
{
    QFETCH(OverallStatus, status);
    QFETCH(TrayState, state);
    const TrayState actual = trayState(status);
    QCOMPARE(actual.shape, state.shape);
    QCOMPARE(actual.count, state.count);
}

void TestTrayState::everyStateLooksDifferent()
{
    const Theme theme;
    using Shape = TrayState::Shape;
    const std::vector<TrayState> states{{Shape::Well, 0}, {Shape::Unknown, 0}, {Shape::Blind, 0},
        {Shape::Warning, 0}, {Shape::Critical, 0}, {Shape::Critical, 1}, {Shape::Critical, 2},
        {Shape::Paused, 0}};
    for (const int size : {16, 22, 32}) {
        std::vector<QImage> seen;
        for (const TrayState &state : states) {
            const QImage image = trayIcon(state, theme).pixmap(size).toImage();
            QCOMPARE(image.width(), size);
            QVERIFY(std::ranges::find(seen, image) == seen.end());
            seen.push_back(image);
        }
    }
}

void TestTrayState::menuAsksForWhatItSays()
{
    const Theme theme;
    TrayIcon tray{theme};
    QSignalSpy open{&tray, &TrayIcon::openRequested};
    QSignalSpy quit{&tray, &TrayIcon::quitRequested};
    tray.menu()->findChild<QAction *>(u"trayOpen"_s)->trigger();
    QCOMPARE(open.count(), 1);
    QCOMPARE(quit.count(), 0);
    tray.menu()->findChild<QAction *>(u"trayQuit"_s)->trigger();
    QCOMPARE(quit.count(), 1);
}

void TestTrayState::pauseTurnsIntoResume()
{
    const Theme theme;
    TrayIcon tray{theme};
    QSignalSpy toggled{&tray, &TrayIcon::pauseToggled};
    QAction *pause = tray.menu()->findChild<QAction *>(u"trayPause"_s);
    QCOMPARE(pause->text(), u"Pause watching"_s);
    pause->trigger();
    QCOMPARE(toggled.takeFirst().at(0).toBool(), true);

    tray.setStatus(status(OverallStatus::Kind::Paused), u"Watching is paused."_s);
    QCOMPARE(pause->text(), u"Resume watching"_s);
    QCOMPARE(tray.toolTip(), u"Watching is paused."_s);
    pause->trigger();
    QCOMPARE(toggled.takeFirst().at(0).toBool(), false);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestTrayState)
#include "tst_traystate.moc"
