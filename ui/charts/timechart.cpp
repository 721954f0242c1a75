// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/timechart.h"

#include "ui/charts/axistext.h"
#include "ui/charts/timeaxis.h"
#include "ui/theme/theme.h"

#include <QGraphicsLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QtCharts/QChart>
#include <QtCharts/QValueAxis>

namespace sockeye {

namespace {

constexpr double gapToPlot = 6.0;
constexpr double inset = 5.0;

void hideAllButGrid(QValueAxis &axis)
{
    axis.setLineVisible(false);
    axis.setLabelsVisible(false);
    axis.setMinorGridLineVisible(false);
    axis.setGridLineVisible(true);
}

int intervalsFor(int height)
{
    return height < 80 ? 2 : height < 200 ? 3 : 4;
}

} // namespace

TimeChart::TimeChart(const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_timeAxis(new QValueAxis(this))
    , m_valueAxis(new QValueAxis(this))
    , m_canvas(new PlotCanvas(
          theme,
          [this](QPainter &painter) {
              const QRect plot = m_canvas->geometry();
              // A grid line is one pixel, not two pale ones.
              painter.setRenderHint(QPainter::Antialiasing, false);
              scene()->render(&painter, QRectF(QPointF(), plot.size()), QRectF(plot), Qt::IgnoreAspectRatio);
              painter.setRenderHint(QPainter::Antialiasing);
          },
          this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setInteractive(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    m_timeAxis->setTickType(QValueAxis::TicksDynamic);
    hideAllButGrid(*m_timeAxis);
    hideAllButGrid(*m_valueAxis);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    connect(&theme, &Theme::changed, this, &TimeChart::applyTheme);
    applyTheme();
}

TimeChart::~TimeChart() = default;

void TimeChart::applyTheme()
{
    setBackgroundBrush(m_theme.palette().panel);
    for (QValueAxis *axis : {m_timeAxis, m_valueAxis})
        axis->setGridLinePen(QPen(m_theme.palette().grid, 1.0));
}

void TimeChart::setMargins(const PlotMargins &margins)
{
    if (m_margins == margins)
        return;
    m_margins = margins;
    layOut();
}

void TimeChart::setFormatting(const ValueFormatter &values, const QTimeZone &zone)
{
    m_values = values;
    m_zone = zone;
    updateAxes();
}

void TimeChart::setData(ChartData content)
{
    m_data = std::move(content);
    updateScales();
    updateAxes();
    m_canvas->setContent(m_data, m_scales);
}

void TimeChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void TimeChart::layOut()
{
    const QRect plot = rect().adjusted(m_margins.left, m_margins.top, -m_margins.right, -m_margins.bottom);
    if (plot.width() <= 0 || plot.height() <= 0)
        return;
    chart()->setPlotArea(plot);
    m_canvas->setGeometry(plot);
    updateScales();
    updateAxes();
    m_canvas->setContent(m_data, m_scales);
}

std::optional<Unit> TimeChart::unitOf(ChartAxis axis) const
{
    for (const ChartSeries &series : m_data.series) {
        if (series.axis == axis)
            return series.unit;
    }
    return std::nullopt;
}

ValueSpan TimeChart::spanOf(ChartAxis axis) const
{
    ValueSpan span;
    const BucketGrid grid = bucketGrid(m_data.range, m_data.step, m_canvas->width(), leastBarPixels);
    std::vector<double> stack(grid.count, 0.0);
    for (const ChartSeries &series : m_data.series) {
        if (series.axis != axis)
            continue;
        if (series.style == ChartStyle::StackedBars) {
            const std::vector<double> means = bucketMeans(*series.data, grid);
            for (std::size_t i = 0; i < means.size(); ++i)
                stack[i] += means[i] > 0.0 ? means[i] : 0.0;
            continue;
        }
        const auto &times = series.data->times;
        auto i = static_cast<std::size_t>(
            std::lower_bound(times.begin(), times.end(), m_data.range.begin) - times.begin());
        for (; i < times.size() && times[i] <= m_data.range.end; ++i)
            span.add(series.data->values[i]);
    }
    for (const double total : stack) {
        if (total > 0.0)
            span.add(total);
    }
    if (axis == ChartAxis::Left && !span.isEmpty()) {
        // A limit that is far above the data would press them flat; it then stands outside, as in a tile's
        // words.
        for (const ChartThreshold &threshold : m_data.thresholds) {
            if (threshold.value <= span.high() * 4.0)
                span.add(threshold.value);
        }
    }
    return span;
}

void TimeChart::updateScales()
{
    const int intervals = intervalsFor(m_canvas->height());
    m_scales.left =
        niceScale(spanOf(ChartAxis::Left), unitOf(ChartAxis::Left).value_or(Unit::None), intervals);
    m_scales.right =
        niceScale(spanOf(ChartAxis::Right), unitOf(ChartAxis::Right).value_or(Unit::None), intervals);
}

void TimeChart::updateAxes()
{
    if (m_data.range.isEmpty() || m_canvas->width() <= 0)
        return;
    const TimeTicks ticks = timeTicks(m_data.range, m_zone, timeTickCount(m_canvas->width()));
    m_timeAxis->setRange(static_cast<qreal>(toMilliseconds(m_data.range.begin)),
        static_cast<qreal>(toMilliseconds(m_data.range.end)));
    m_timeAxis->setTickAnchor(static_cast<qreal>(toMilliseconds(ticks.first)));
    m_timeAxis->setTickInterval(static_cast<qreal>(ticks.step.count()));
    m_valueAxis->setRange(m_scales.left.low, m_scales.left.high);
    m_valueAxis->setTickCount(m_scales.left.intervals + 1);
    viewport()->update();
}

int TimeChart::gutter(ChartAxis axis) const
{
    const std::optional<Unit> unit = unitOf(axis);
    if (!unit)
        return 0;
    const QFontMetricsF metrics(m_theme.axisFont());
    const ValueScale &scale = axis == ChartAxis::Left ? m_scales.left : m_scales.right;
    double width = 0.0;
    for (int i = 0; i <= scale.intervals; ++i)
        width = std::max(width, metrics.horizontalAdvance(axisText(scale.tick(i), *unit, m_values)));
    return static_cast<int>(std::ceil(width + gapToPlot));
}

void TimeChart::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    paintNumbers(*painter, ChartAxis::Left);
    paintNumbers(*painter, ChartAxis::Right);
}

void TimeChart::paintNumbers(QPainter &painter, ChartAxis axis) const
{
    const std::optional<Unit> unit = unitOf(axis);
    const bool calm =
        m_data.notice.kind != ChartNotice::Kind::None && m_data.notice.kind != ChartNotice::Kind::OverData;
    if (!unit || calm)
        return;
    const QRectF plot = m_canvas->geometry();
    const ValueScale &scale = axis == ChartAxis::Left ? m_scales.left : m_scales.right;
    painter.setFont(m_theme.axisFont());
    painter.setPen(m_theme.palette().faint);
    const double height = QFontMetricsF(painter.font()).height();
    for (int i = 0; i <= scale.intervals; ++i) {
        // The outermost numbers move inwards, so that they touch neither the title nor the next panel.
        const double tick = plot.bottom() - plot.height() * i / scale.intervals;
        const double y = std::clamp(tick, plot.top() + inset, plot.bottom() - inset);
        const QString text = axisText(scale.tick(i), *unit, m_values);
        if (axis == ChartAxis::Left)
            painter.drawText(QRectF(0.0, y - height / 2.0, plot.left() - gapToPlot, height),
                Qt::AlignRight | Qt::AlignVCenter, text);
        else
            painter.drawText(
                QRectF(plot.right() + gapToPlot, y - height / 2.0, width() - plot.right(), height),
                Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

} // namespace sockeye
