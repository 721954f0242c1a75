// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/tile.h"

#include "tests/support/sampleoverview.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeFeed;
using test::SampleOverview;

namespace {

PanelSnapshot rttOf(double seconds)
{
    PanelSnapshot snapshot = SampleOverview::ready();
    snapshot.series = {
        {test::makeSeries({}, snapshot.range, 5s, [seconds](double) { return seconds; }), 0, {}}};
    return snapshot;
}

} // namespace

class TileTest : public QObject {
    Q_OBJECT

private:
    Theme m_theme;
    Formatting m_formatting;

private Q_SLOTS:
    void initTestCase() { m_theme.setScheme(ColorScheme::Light); }

    void saysWhatItKnows_data()
    {
        QTest::addColumn<PanelSnapshot>("snapshot");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("note");
        QTest::addColumn<bool>("breached");

        const PanelSnapshot calm = rttOf(0.034);
        QTest::newRow("without a limit: how it moved") << calm << u"34 ms"_s << u"steady"_s << false;

        PanelSnapshot rising = calm;
        rising.series[0].data =
            test::makeSeries({}, rising.range, 5s, [](double x) { return 0.1 + 0.1 * x; });
        QTest::newRow("without a limit: the change")
            << rising << u"200 ms"_s << u"+100 % in 15 min"_s << false;

        PanelSnapshot within = calm;
        within.thresholds = {{RuleId{u"r"_s}, 0.3, Comparison::Greater, Severity::Critical}};
        QTest::newRow("within the limit") << within << u"34 ms"_s << u"limit 300 ms"_s << false;

        PanelSnapshot beyond = rttOf(0.41);
        beyond.thresholds = within.thresholds;
        QTest::newRow("beyond, not firing yet") << beyond << u"410 ms"_s << u"limit 300 ms"_s << true;

        PanelSnapshot firing = beyond;
        firing.breachRanges = {{firing.range.begin + 10min, firing.range.end}};
        QTest::newRow("firing") << firing << u"410 ms"_s << u"limit 300 ms since 14:02"_s << true;

        PanelSnapshot twoLimits = beyond;
        twoLimits.thresholds = {{RuleId{u"w"_s}, 0.2, Comparison::Greater, Severity::Warning},
            {RuleId{u"c"_s}, 1.0, Comparison::Greater, Severity::Critical}};
        QTest::newRow("the limit that is crossed is the one that counts")
            << twoLimits << u"410 ms"_s << u"limit 200 ms"_s << true;

        PanelSnapshot blind = firing;
        blind.state = PanelState::Blind;
        blind.blind = BlindCause::TargetDown;
        QTest::newRow("blind is a dash, never the last number")
            << blind << u"—"_s << u"Cannot see it: its scrape target is down, Prometheus answers."_s << false;

        PanelSnapshot empty = SampleOverview::ready();
        empty.state = PanelState::Empty;
        empty.emptyCause = EmptyCause::NoProbes;
        QTest::newRow("empty says why")
            << empty << u"—"_s << u"No probe endpoint is assigned to this service."_s << false;

        QTest::newRow("loading") << PanelSnapshot{} << u"—"_s << u"loading…"_s << false;
    }

    void saysWhatItKnows()
    {
        QFETCH(PanelSnapshot, snapshot);
        QFETCH(QString, value);
        QFETCH(QString, note);
        QFETCH(bool, breached);
        Tile tile(std::make_unique<FakeFeed>(SampleOverview::tileSpec("tile-rtt", Unit::Seconds), snapshot),
            m_theme, m_formatting);
        const QJsonObject told = tile.describe();
        QCOMPARE(told[u"value"_s].toString(), value);
        QCOMPARE(told[u"note"_s].toString(), note);
        QCOMPARE(told[u"breached"_s].toBool(), breached);
        QVERIFY(tile.accessibleDescription().contains(value));
        tile.resize(230, 78);
        const QImage image = tile.grab().toImage();
        const QColor edge = image.pixelColor(1, 39);
        QCOMPARE(edge == m_theme.palette().critical || edge == m_theme.palette().warning, breached);
    }

    void followsItsFeedAndTellsItWhenItIsSeen()
    {
        auto owned = std::make_unique<FakeFeed>(SampleOverview::tileSpec("tile-rtt", Unit::Seconds));
        FakeFeed *feed = owned.get();
        Tile tile(std::move(owned), m_theme, m_formatting);
        tile.setRange(test::quarterHour(), true);
        QVERIFY(feed->isLive);
        tile.show();
        QVERIFY(feed->isVisible);
        feed->give(rttOf(0.012));
        QCOMPARE(tile.describe()[u"value"_s].toString(), u"12 ms"_s);
        tile.hide();
        QVERIFY(!feed->isVisible);
    }
};

} // namespace sockeye

QTEST_MAIN(sockeye::TileTest)
#include "tst_tile.moc"
