// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/visibleupdate.h"

#include <QApplication>
#include <QHideEvent>
#include <QShowEvent>
#include <QTest>

namespace sockeye {

class VisibleUpdateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAtOnceWhileShown()
    {
        QWidget widget;
        int runs = 0;
        auto *update = new VisibleUpdate(&widget, [&runs] { ++runs; });
        widget.show();
        QCOMPARE(runs, 0); // nothing was asked for
        update->request();
        update->request();
        QCOMPARE(runs, 2);
    }

    void waitsUntilItIsShown()
    {
        QWidget widget;
        int runs = 0;
        auto *update = new VisibleUpdate(&widget, [&runs] { ++runs; });
        for (int i = 0; i < 3; ++i)
            update->request();
        QCOMPARE(runs, 0);
        widget.show();
        QCOMPARE(runs, 1);
        widget.hide();
        update->request();
        QCOMPARE(runs, 1);
        widget.show();
        QCOMPARE(runs, 2);
        widget.hide();
        widget.show();
        QCOMPARE(runs, 2);
    }

    void minimisedWindowWaitsToo()
    {
        // The desktop tells a minimised window of hiding, and Qt goes on to call it visible.
        QWidget window;
        QWidget page(&window);
        int runs = 0;
        auto *update = new VisibleUpdate(&page, [&runs] { ++runs; });
        window.show();
        QHideEvent minimised;
        QApplication::sendEvent(&page, &minimised);
        QVERIFY(page.isVisible());
        update->request();
        QCOMPARE(runs, 0);
        QShowEvent restored;
        QApplication::sendEvent(&page, &restored);
        QCOMPARE(runs, 1);
    }

    void impatientCallerIsServedOnce()
    {
        QWidget widget;
        int runs = 0;
        auto *update = new VisibleUpdate(&widget, [&runs] { ++runs; });
        update->run();
        QCOMPARE(runs, 0);
        update->request();
        update->run();
        widget.show();
        QCOMPARE(runs, 1);
    }
};

} // namespace sockeye

QTEST_MAIN(sockeye::VisibleUpdateTest)
#include "tst_visibleupdate.moc"
