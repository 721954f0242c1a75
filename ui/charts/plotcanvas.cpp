// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/plotcanvas.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace sockeye {

PlotCanvas::PlotCanvas(const Theme &theme, Backdrop backdrop, QWidget *parent)
    : PlotSurface(theme, parent)
    , m_backdrop(std::move(backdrop))
{
}

PlotCanvas::~PlotCanvas() = default;

void PlotCanvas::setContent(ChartData content, const PlotScales &scales)
{
    m_data = std::move(content);
    m_scales = scales;
    setTimeRange(m_data.range);
    setCrosshairAllowed(!m_data.notice.isInstead());
    invalidate();
}

PlotMapping PlotCanvas::mapping(ChartAxis axis) const
{
    return {
        timeScale(), axis == ChartAxis::Left ? m_scales.left : m_scales.right, static_cast<double>(height())};
}

void PlotCanvas::paintContent(QPainter &painter)
{
    const bool dataDrawn = !m_data.notice.isInstead();
    if (dataDrawn)
        paintRanges(painter);
    m_backdrop(painter);
    if (dataDrawn) {
        painter.setOpacity(m_data.stale ? 0.4 : 1.0);
        paintSeries(painter);
        painter.setOpacity(1.0);
        for (const ChartThreshold &threshold : m_data.thresholds)
            paintThreshold(painter, threshold, mapping(ChartAxis::Left), theme());
    }
    paintNotice(painter, rect(), m_data.notice, theme());
}

void PlotCanvas::paintRanges(QPainter &painter) const
{
    const TimeScale scale = timeScale();
    const auto span = [&scale, this](const TimeRange &range) {
        const double left = std::max(0.0, scale.x(range.begin));
        const double right = std::min(scale.width, scale.x(range.end));
        return QRectF(left, 0.0, right - left, height());
    };
    QColor tint = theme().palette().criticalTint;
    tint.setAlphaF(0.65F);
    for (const TimeRange &breach : m_data.breaches) {
        if (breach.intersects(m_data.range))
            painter.fillRect(span(breach), tint);
    }
    for (const TimeRange &blind : m_data.blind) {
        if (blind.intersects(m_data.range))
            paintHatch(painter, span(blind), Hatch::Ground, theme());
    }
}

void PlotCanvas::paintSeries(QPainter &painter) const
{
    std::vector<const ChartSeries *> bars;
    for (const ChartSeries &series : m_data.series) {
        if (series.style == ChartStyle::StackedBars)
            bars.push_back(&series);
    }
    if (!bars.empty()) {
        const BucketGrid grid = bucketGrid(m_data.range, m_data.step, width(), leastBarPixels);
        paintStackedBars(painter, bars, grid, mapping(bars.front()->axis));
    }
    for (const ChartSeries &series : m_data.series) {
        if (series.style == ChartStyle::Area)
            paintArea(painter, series, mapping(series.axis));
    }
    for (const ChartSeries &series : m_data.series) {
        if (series.style == ChartStyle::Line)
            paintLine(painter, series, mapping(series.axis));
    }
}

} // namespace sockeye
