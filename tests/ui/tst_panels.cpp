// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/hovertip.h"
#include "ui/panels/panel.h"
#include "ui/panels/panelstack.h"
#include "ui/panels/tile.h"

#include "tests/support/mouse.h"
#include "tests/support/sampleoverview.h"

#include <QClipboard>
#include <QDialog>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeFeed;
using test::SampleOverview;

namespace {

PanelSnapshot inState(PanelState state, PanelSnapshot snapshot)
{
    snapshot.state = state;
    if (state == PanelState::Empty)
        snapshot.emptyCause = EmptyCause::NotExported;
    if (state == PanelState::Blind)
        snapshot.blind = BlindCause::TargetDown;
    if (state == PanelState::Stale)
        snapshot.heardAt = snapshot.range.end - 45s;
    if (state == PanelState::Error) {
        QueryError error;
        error.kind = QueryError::Kind::Unauthorized;
        error.status = 401;
        snapshot.error = error;
    }
    return snapshot;
}

std::vector<std::unique_ptr<PanelFeed>> overviewFeeds(SampleOverview &overview)
{
    std::vector<std::unique_ptr<PanelFeed>> feeds;
    feeds.push_back(std::make_unique<FakeFeed>(SampleOverview::connectionsSpec(), overview.connections()));
    feeds.push_back(std::make_unique<FakeFeed>(SampleOverview::latencySpec(), overview.latency()));
    feeds.push_back(std::make_unique<FakeFeed>(SampleOverview::closesSpec(), overview.closes()));
    feeds.push_back(std::make_unique<FakeFeed>(SampleOverview::probesSpec(), overview.probes()));
    return feeds;
}

FakeFeed &fake(Panel &panel)
{
    return static_cast<FakeFeed &>(panel.feed());
}

} // namespace

class PanelsTest : public QObject {
    Q_OBJECT

private:
    Theme m_theme;
    Formatting m_formatting;

    std::unique_ptr<PanelStack> shownStack(SampleOverview &overview)
    {
        auto stack = std::make_unique<PanelStack>(m_theme, m_formatting);
        stack->setRange(test::quarterHour(), true);
        stack->setPanels(overviewFeeds(overview));
        stack->resize(944, 640);
        stack->show();
        return stack;
    }

private Q_SLOTS:
    void init() { m_theme.setScheme(ColorScheme::Light); }

    void everyStateIsDrawnAndTold_data()
    {
        QTest::addColumn<PanelState>("state");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("says");
        QTest::newRow("loading") << PanelState::Loading << u"loading"_s << u""_s;
        QTest::newRow("ready") << PanelState::Ready << u"ready"_s << u""_s;
        QTest::newRow("empty") << PanelState::Empty << u"empty"_s << u"does not export"_s;
        QTest::newRow("stale") << PanelState::Stale << u"stale"_s << u"No news"_s;
        QTest::newRow("error") << PanelState::Error << u"error"_s << u"401"_s;
        QTest::newRow("blind") << PanelState::Blind << u"blind"_s << u"scrape target is down"_s;
    }

    void everyStateIsDrawnAndTold()
    {
        QFETCH(PanelState, state);
        QFETCH(QString, key);
        QFETCH(QString, says);
        SampleOverview overview;
        for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
            m_theme.setScheme(scheme);
            PanelStack stack(m_theme, m_formatting);
            std::vector<std::unique_ptr<PanelFeed>> feeds;
            feeds.push_back(std::make_unique<FakeFeed>(
                SampleOverview::latencySpec(), inState(state, SampleOverview::ready())));
            feeds.push_back(std::make_unique<FakeFeed>(
                SampleOverview::latencySpec(), inState(state, overview.latency())));
            feeds.push_back(
                std::make_unique<FakeFeed>(SampleOverview::probesSpec(), inState(state, overview.probes())));
            stack.setPanels(std::move(feeds));
            stack.resize(944, 640);
            stack.show();
            const QImage image = stack.grab().toImage();
            QCOMPARE(image.pixelColor(472, 3), m_theme.palette().panel);
            for (const QJsonValue &panel : stack.describe())
                QCOMPARE(panel[u"state"_s].toString(), key);
            for (const Panel *panel : stack.panels())
                QVERIFY2(panel->accessibleDescription().contains(says),
                    qPrintable(panel->accessibleDescription()));
        }
    }

    void anAnswerWithWarningsHasABadge()
    {
        SampleOverview overview;
        PanelSnapshot snapshot = overview.latency();
        PanelStack stack(m_theme, m_formatting);
        std::vector<std::unique_ptr<PanelFeed>> feeds;
        feeds.push_back(std::make_unique<FakeFeed>(SampleOverview::latencySpec(), snapshot));
        stack.setPanels(std::move(feeds));
        stack.resize(944, 300);
        stack.show();
        Panel *panel = stack.panels().front();
        const QImage quiet = panel->grab().toImage();

        snapshot.isPartial = true;
        snapshot.warnings = {u"fetch series for {replica=\"b\"}: connection refused"_s};
        snapshot.infos = {u"PromQL info: metric might not be a counter"_s};
        fake(*panel).give(snapshot);
        const QImage told = panel->grab().toImage();
        const QPoint place(20, 8);
        QHelpEvent help(QEvent::ToolTip, place, panel->mapToGlobal(place));
        QApplication::sendEvent(panel, &help);

        QVERIFY(quiet != told);
        const QString description = panel->accessibleDescription();
        QVERIFY2(description.contains(u"incomplete"_s) && description.contains(u"connection refused"_s),
            qPrintable(description));
        QVERIFY2(QToolTip::text().contains(u"might not be a counter"_s), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void describeGivesNamesAndLastValues()
    {
        SampleOverview overview;
        PanelStack stack(m_theme, m_formatting);
        stack.setPanels(overviewFeeds(overview));
        const QJsonArray panels = stack.describe();
        QCOMPARE(panels.size(), 4);
        QCOMPARE(panels[0][u"key"_s].toString(), u"connections"_s);
        const QJsonValue closes = panels[2][u"series"_s];
        QCOMPARE(closes[2][u"name"_s].toString(), u"1006 dropped"_s);
        const PanelSnapshot &snapshot = stack.panels()[2]->feed().snapshot();
        QCOMPARE(closes[2][u"last"_s].toDouble(), *snapshot.series[2].data->lastValue());
        QCOMPARE(
            closes[2][u"at"_s].toInteger(), qint64{toMilliseconds(snapshot.series[2].data->times.back())});
        QCOMPARE(panels[2][u"range"_s][u"begin"_s].toInteger(), qint64{toMilliseconds(snapshot.range.begin)});
        QCOMPARE(panels[2][u"range"_s][u"end"_s].toInteger(), qint64{toMilliseconds(snapshot.range.end)});
        QCOMPARE(panels[2][u"step"_s].toDouble(), std::chrono::duration<double>(snapshot.step).count());
        const QJsonValue lanes = panels[3][u"lanes"_s];
        QCOMPARE(lanes[0][u"name"_s].toString(), u"eu-1"_s);
        QCOMPARE(lanes[0][u"state"_s].toString(), u"open"_s);
        QCOMPARE(lanes[0][u"rttSeconds"_s].toDouble(), 0.41);
    }

    void plotsStandOnOneTimeAxis()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        const PlotSurface &first = stack->panels()[0]->surface();
        const QRect one(first.mapTo(stack.get(), QPoint()), first.size());
        for (Panel *panel : stack->panels()) {
            const PlotSurface &surface = panel->surface();
            const QRect other(surface.mapTo(stack.get(), QPoint()), surface.size());
            QCOMPARE(other.left(), one.left());
            QCOMPARE(other.right(), one.right());
        }
    }

    void feedsAreAskedOnlyWhileTheyAreSeen()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        FakeFeed &feed = fake(*stack->panels()[0]);
        QVERIFY(feed.isVisible);
        QVERIFY(feed.isLive);
        QCOMPARE(feed.pixelWidth, stack->panels()[0]->surface().width());
        stack->hide();
        QVERIFY(!feed.isVisible);
        stack->show();
        QVERIFY(feed.isVisible);
    }

    void otherPanelsReplaceTheFirst()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        const QPointer<PanelFeed> old = &stack->panels()[0]->feed();
        stack->setPanels({});
        QVERIFY(old.isNull());
        QVERIFY(stack->describe().isEmpty());
    }

    void newsAreDrawn()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        Panel &panel = *stack->panels()[1];
        const QImage before = panel.surface().grab().toImage();
        PanelSnapshot flat = SampleOverview::ready();
        flat.series = {{test::makeSeries({}, flat.range, flat.step, [](double) { return 0.2; }), 2, {}}};
        fake(panel).give(flat);
        QVERIFY(panel.surface().grab().toImage() != before);
        QVERIFY2(
            panel.accessibleDescription().contains(u"200 ms"), qPrintable(panel.accessibleDescription()));
    }

    void hoverShowsAllSeriesOfThePanelHighestFirst()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        PlotSurface &surface = stack->panels()[1]->surface();
        const auto *tip = stack->findChild<HoverTip *>();
        QVERIFY(tip->isHidden());
        test::moveMouse(surface, QPoint(surface.width() - 20, 30));
        QVERIFY(!tip->isHidden());
        QCOMPARE(tip->rows().size(), 4U);
        QCOMPARE(tip->rows().front().name, u"Outside RTT"_s);
        QVERIFY(stack->rect().contains(tip->geometry()));
    }

    void momentOfANoticeIsMarkedUntilEscape()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        Panel &latency = *stack->panels()[1];
        const QImage before = latency.surface().grab().toImage();
        stack->showMoment(u"latency"_s, test::quarterHour().begin + 300s);
        QVERIFY(latency.isMarked());
        QVERIFY(!stack->panels()[0]->isMarked());
        QVERIFY2(latency.surface().grab().toImage() != before, "the crosshair is pinned");
        QTest::keyClick(&latency, Qt::Key_Escape);
        QVERIFY(!latency.isMarked());
        QVERIFY(latency.surface().grab().toImage() == before);
    }

    void draggingChoosesARange()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        const QSignalSpy chosen(stack.get(), &PanelStack::rangeSelected);
        PlotSurface &surface = stack->panels()[0]->surface();
        QTest::mousePress(&surface, Qt::LeftButton, {}, QPoint(100, 20));
        test::moveMouse(surface, QPoint(300, 20));
        QTest::mouseRelease(&surface, Qt::LeftButton, {}, QPoint(300, 20));
        QCOMPARE(chosen.count(), 1);
    }

    void keyboardReachesTheNumbers()
    {
        SampleOverview overview;
        const auto stack = shownStack(overview);
        Panel &latency = *stack->panels()[1];
        QTest::keyClick(&latency, Qt::Key_Left);
        QVERIFY(!stack->findChild<HoverTip *>()->isHidden());
        QTest::keyClick(&latency, Qt::Key_Return);
        QPointer<QDialog> table = stack->findChild<QDialog *>();
        QVERIFY(table);
        const auto *view = table->findChild<QTableView *>();
        QCOMPARE(view->model()->columnCount(), 5);
        QCOMPARE(view->model()->rowCount(), 181);
        QTest::keyClick(&latency, Qt::Key_Return);
        QCOMPARE(stack->findChildren<QDialog *>().size(), 1);
        table->close();
        QTRY_VERIFY(table.isNull());
    }

    void oneThingHasOneColourAndNoTwoThingsShareIt()
    {
        SampleOverview overview;
        const auto latency = seriesColors(SampleOverview::latencySpec(), overview.latency(), m_theme);
        QCOMPARE(latency[3], m_theme.palette().series[1]);
        const auto closes = seriesColors(SampleOverview::closesSpec(), overview.closes(), m_theme);
        QCOMPARE(closes[2], m_theme.palette().critical);
        PanelSnapshot rooms = SampleOverview::ready();
        for (const char *room : {"a", "b", "c", "d", "e", "f"})
            rooms.series.push_back(
                {test::makeSeries({{"room", room}}, rooms.range, 60s, [](double x) { return x; }), 0,
                    QString::fromLatin1(room)});
        const auto colors = seriesColors(SampleOverview::closesSpec(), rooms, m_theme);
        QSet<QRgb> different;
        for (const QColor &color : colors)
            different.insert(color.rgb());
        QCOMPARE(different.size(), 6);
    }
};

} // namespace sockeye

QTEST_MAIN(sockeye::PanelsTest)
#include "tst_panels.moc"
