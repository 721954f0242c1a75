// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/lanechart.h"
#include "ui/charts/plotpainter.h"
#include "ui/charts/timechart.h"
#include "ui/panels/sparkline.h"
#include "ui/theme/theme.h"

#include "tests/support/fakefeed.h"
#include "tests/support/mouse.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr PlotMargins margins{.left = 50, .top = 10, .right = 50, .bottom = 10};
const QColor ink(0xD55E00);

bool isInk(const QColor &color)
{
    return std::abs(color.hslHue() - ink.hslHue()) < 12 && color.hslSaturation() > 120;
}

int inkInColumn(const QImage &image, int x)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += isInk(image.pixelColor(x, y)) ? 1 : 0;
    return count;
}

int highestInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (isInk(image.pixelColor(x, y)))
                return y;
        }
    }
    return image.height();
}

QImage onWhite(const std::function<void(QPainter &)> &paint, int pixelRatio = 1)
{
    QImage image(QSize(600, 200) * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

bool hasInkAround(const QImage &image, const QPoint &place)
{
    const int reach = qRound(image.devicePixelRatio());
    const QPoint corner(reach, reach);
    const QRect around = QRect(place - corner, place + corner) & image.rect();
    for (int y = around.top(); y <= around.bottom(); ++y) {
        for (int x = around.left(); x <= around.right(); ++x) {
            if (isInk(image.pixelColor(x, y)))
                return true;
        }
    }
    return false;
}

//! The pixels of ink in \a image with none in \a other within a pixel.
int inkFarFrom(const QImage &image, const QImage &other)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += isInk(image.pixelColor(x, y)) && !hasInkAround(other, {x, y}) ? 1 : 0;
    }
    return count;
}

ChartData lineOf(TimeSeriesPtr series, ChartStyle style = ChartStyle::Line)
{
    ChartData data;
    data.range = test::quarterHour();
    data.step = 5s;
    data.series = {{.data = std::move(series), .color = ink, .style = style, .unit = Unit::PerSecond}};
    return data;
}

} // namespace

//! Reads the pixels of what is drawn: a chart is right when the eye is told the truth.
class ChartsTest : public QObject {
    Q_OBJECT

private:
    Theme m_theme;

    QImage draw(ChartData data)
    {
        TimeChart chart(m_theme);
        chart.setMargins(margins);
        chart.resize(700, 220);
        chart.setData(std::move(data));
        chart.show();
        return chart.canvas().grab().toImage();
    }

private Q_SLOTS:
    void initTestCase() { m_theme.setScheme(ColorScheme::Light); }

    void canvasCoversThePlotArea()
    {
        TimeChart chart(m_theme);
        chart.setMargins(margins);
        chart.resize(700, 220);
        chart.setData(lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 1.0; })));
        chart.show();
        QCOMPARE(chart.canvas().geometry(), QRect(50, 10, 600, 200));
        QCOMPARE(chart.chart()->plotArea(), QRectF(50, 10, 600, 200));
    }

    void gridComesFromTheFrame()
    {
        const QImage image =
            draw(lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 1.0; })));
        int gridPixels = 0;
        for (int x = 0; x < image.width(); ++x)
            gridPixels += image.pixelColor(x, 80) == m_theme.palette().grid ? 1 : 0;
        QVERIFY2(gridPixels >= 3, qPrintable(u"%1 vertical lines"_s.arg(gridPixels)));
    }

    void aSpikeAmongManyPointsIsSeen()
    {
        // One sample of ninety thousand, on 600 pixels: averaging would lose it.
        const Timestamp moment = test::quarterHour().begin + 450s;
        auto series = std::make_shared<TimeSeries>(
            *test::makeSeries({}, test::quarterHour(), 10ms, [](double) { return 10.0; }));
        const auto place = std::lower_bound(series->times.begin(), series->times.end(), moment);
        series->values[static_cast<std::size_t>(place - series->times.begin())] = 58.0;
        const QImage image = draw(lineOf(series));
        QVERIFY2(highestInk(image) < 20, qPrintable(u"highest at %1"_s.arg(highestInk(image))));
    }

    void aGapIsNotJoined()
    {
        auto series = std::make_shared<TimeSeries>(
            *test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 10.0; }));
        for (std::size_t i = 60; i < 120; ++i)
            series->values[i] = absentValue();
        const QImage image = draw(lineOf(series));
        QVERIFY(inkInColumn(image, 100) > 0);
        for (int x = 205; x < 395; ++x)
            QCOMPARE(inkInColumn(image, x), 0);
        QVERIFY(inkInColumn(image, 500) > 0);
    }

    void aLoneSampleIsADot()
    {
        TimeSeries series;
        series.times = {test::quarterHour().begin + 450s};
        series.values = {10.0};
        const QImage image = draw(lineOf(std::make_shared<const TimeSeries>(series)));
        QVERIFY(inkInColumn(image, 300) > 0);
        QCOMPARE(inkInColumn(image, 280), 0);
    }

    void aRestlessLineHasNoSeams_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<int>("pixelRatio");
        QTest::newRow("fewer samples than pixels") << 5'000 << 1;
        QTest::newRow("several samples a pixel") << 100 << 1;
        QTest::newRow("several samples a pixel, and twice the pixels") << 100 << 2;
    }

    void aRestlessLineHasNoSeams()
    {
        QFETCH(int, milliseconds);
        QFETCH(int, pixelRatio);
        const auto series = test::makeSeries({}, test::quarterHour(), std::chrono::milliseconds(milliseconds),
            [](double x) { return 30.0 + 20.0 * std::sin(x * 2'000.0) + 5.0 * std::sin(x * 90.0); });
        const PlotMapping mapping{
            TimeScale{test::quarterHour(), 600.0}, ValueScale{.low = 0.0, .high = 60.0}, 200.0};
        const ChartSeries line{.data = series, .color = ink, .width = 1.4};
        const QImage drawn =
            onWhite([&](QPainter &painter) { paintLine(painter, line, mapping); }, pixelRatio);
        const QImage whole = onWhite(
            [&](QPainter &painter) {
                painter.setPen(QPen(ink, line.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                for (const QPolygonF &trace : traceLines(*series, mapping))
                    painter.drawPolyline(trace);
            },
            pixelRatio);
        QCOMPARE(inkFarFrom(whole, drawn), 0);
        QCOMPARE(inkFarFrom(drawn, whole), 0);
    }

    void amongManySamplesGapsAndLoneOnesShow()
    {
        auto series = std::make_shared<TimeSeries>(
            *test::makeSeries({}, test::quarterHour(), 100ms, [](double) { return 10.0; }));
        // 15 samples a column.
        for (std::size_t i = 3'000; i < 6'000; ++i) {
            if (i != 4'500)
                series->values[i] = absentValue();
        }
        const QImage image = draw(lineOf(series));
        QVERIFY(inkInColumn(image, 100) > 0);
        QCOMPARE(inkInColumn(image, 250), 0);
        QVERIFY(inkInColumn(image, 300) > 1);
        QCOMPARE(inkInColumn(image, 350), 0);
        QVERIFY(inkInColumn(image, 500) > 0);
    }

    void infinityIsDrawnToTheEdgeOnly()
    {
        auto series = std::make_shared<TimeSeries>(
            *test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 10.0; }));
        series->values[90] = std::numeric_limits<double>::infinity();
        const QImage image = draw(lineOf(series));
        QVERIFY(highestInk(image) == 0);
        QVERIFY(inkInColumn(image, 100) > 0);
    }

    void barsStackAndLeaveSeams()
    {
        const QImage image =
            draw(lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 20.0; }),
                ChartStyle::StackedBars));
        int filled = 0;
        int empty = 0;
        for (int x = 100; x < 500; ++x)
            inkInColumn(image, x) > 50 ? ++filled : ++empty;
        QVERIFY(filled > 250);
        QVERIFY(empty > 40);
    }

    void thresholdIsDashedWithItsWord()
    {
        ChartData data = lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 20.0; }));
        data.series.front().color = Qt::blue;
        data.thresholds = {{25.0, u"critical 25/s"_s, ink}};
        const QImage image = draw(data);
        int dashed = 0;
        for (int x = 150; x < 600; ++x)
            dashed += inkInColumn(image, x) > 0 ? 1 : 0;
        QVERIFY(dashed > 200);
        QVERIFY(dashed < 400);
        int word = 0;
        for (int x = 6; x < 70; ++x)
            word = std::max(word, inkInColumn(image, x));
        QVERIFY2(word > 3, "the word stands at the left");
    }

    void blindTimeIsHatched()
    {
        ChartData data = lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 1.0; }));
        data.blind = {{test::quarterHour().begin + 300s, test::quarterHour().begin + 600s}};
        const QImage image = draw(data);
        QHash<QRgb, int> hatched;
        QHash<QRgb, int> clear;
        for (int x = 220; x < 290; ++x)
            ++hatched[image.pixel(x, 40)];
        for (int x = 20; x < 90; ++x)
            ++clear[image.pixel(x, 40)];
        QVERIFY(hatched.contains(m_theme.palette().blindTint.rgb()));
        QVERIFY2(hatched.size() > 3, "stripes have soft edges of several shades");
        QVERIFY(!clear.contains(m_theme.palette().blindTint.rgb()));
    }

    void noticeStandsInsteadOfData()
    {
        ChartData data = lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 20.0; }));
        data.notice = {ChartNotice::Kind::Blind, u"Cannot see it."_s, m_theme.palette().blind};
        const QImage image = draw(data);
        QCOMPARE(highestInk(image), image.height());
        QHash<QRgb, int> shades;
        for (int x = 0; x < 50; ++x)
            ++shades[image.pixel(x, 20)];
        QVERIFY(shades.contains(m_theme.palette().blindTint.rgb()));
    }

    void mouseTellsTimeAndRange()
    {
        TimeChart chart(m_theme);
        chart.setMargins(margins);
        chart.resize(700, 220);
        chart.setData(lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 20.0; })));
        chart.show();
        PlotCanvas &canvas = chart.canvas();
        QSignalSpy hovered(&canvas, &PlotSurface::hovered);
        QSignalSpy selected(&canvas, &PlotSurface::selected);
        test::moveMouse(canvas, QPoint(300, 50));
        QVERIFY(!hovered.isEmpty());
        QCOMPARE(hovered.back().front().value<Timestamp>(), test::quarterHour().begin + 450s);
        QTest::mousePress(&canvas, Qt::LeftButton, {}, QPoint(100, 50));
        test::moveMouse(canvas, QPoint(200, 50));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, QPoint(200, 50));
        QCOMPARE(selected.count(), 1);
        const auto range = selected.front().front().value<TimeRange>();
        QCOMPARE(range.begin, test::quarterHour().begin + 150s);
        QCOMPARE(range.end, test::quarterHour().begin + 300s);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, QPoint(100, 50));
        QVERIFY2(selected.count() == 1, "a click chooses no time");
    }

    void crosshairIsOnePixelOfEverySurface()
    {
        TimeChart chart(m_theme);
        chart.setMargins(margins);
        chart.resize(700, 220);
        chart.setData(lineOf(test::makeSeries({}, test::quarterHour(), 5s, [](double) { return 20.0; })));
        chart.show();
        const QImage before = chart.canvas().grab().toImage();
        chart.canvas().setCrosshair(test::quarterHour().begin + 450s);
        const QImage after = chart.canvas().grab().toImage();
        for (int x = 0; x < before.width(); ++x) {
            bool changed = false;
            for (int y = 0; y < before.height(); ++y)
                changed = changed || before.pixel(x, y) != after.pixel(x, y);
            QCOMPARE(changed, x == 300);
        }
    }

    void closedLaneIsNeverTooNarrowToSee()
    {
        const TimeRange range = test::quarterHour();
        LaneData data;
        data.range = range;
        data.lanes = {{u"eu-1"_s, u"12 ms"_s,
            {{TargetId{u"t"_s}, LaneState::Open, range.begin, range.begin + 450s, 0, {}},
                {TargetId{u"t"_s}, LaneState::Closed, range.begin + 450s, range.begin + 450'100ms, 1006, {}},
                {TargetId{u"t"_s}, LaneState::Open, range.begin + 450'100ms, std::nullopt, 0, {}}}}};
        LaneChart chart(m_theme);
        chart.setMargins(margins);
        chart.resize(700, 60);
        chart.setData(data);
        chart.show();
        const QImage image = chart.canvas().grab().toImage();
        const int middle = LaneChart::lanePitch / 2;
        QCOMPARE(image.pixel(100, middle), laneColor(LaneState::Open, m_theme).rgb());
        QCOMPARE(image.pixelColor(301, middle), m_theme.palette().critical);
        QCOMPARE(chart.canvas().laneAt(middle), std::optional<std::size_t>(0));
        QVERIFY(!chart.canvas().laneAt(LaneChart::lanePitch * 2.0));
    }

    void sparklineKeepsGapsAndStaysInside()
    {
        auto series = std::make_shared<TimeSeries>(
            *test::makeSeries({}, test::quarterHour(), 5s, [](double share) { return share * 100.0; }));
        for (std::size_t i = 80; i < 100; ++i)
            series->values[i] = absentValue();
        QImage image(180, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintSparkline(painter, QRectF(40, 10, 100, 20), *series, ink);
        painter.end();
        QVERIFY(inkInColumn(image, 60) > 0);
        QCOMPARE(inkInColumn(image, 90), 0);
        QVERIFY(inkInColumn(image, 130) > 0);
        QCOMPARE(inkInColumn(image, 30), 0);
        QCOMPARE(inkInColumn(image, 150), 0);
    }
};

} // namespace sockeye

QTEST_MAIN(sockeye::ChartsTest)
#include "tst_charts.moc"
