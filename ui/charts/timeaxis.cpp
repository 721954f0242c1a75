// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/timeaxis.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace sockeye {

int timeTickCount(double width)
{
    constexpr double pixelsPerTick = 100.0;
    return std::max(1, static_cast<int>(width / pixelsPerTick));
}

TimeAxis::TimeAxis(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

TimeAxis::~TimeAxis() = default;

void TimeAxis::setFormatting(const QTimeZone &zone, TimeText text)
{
    m_zone = zone;
    m_text = std::move(text);
    update();
}

void TimeAxis::setMargins(const PlotMargins &margins)
{
    m_margins = margins;
    update();
}

void TimeAxis::setTimeRange(const TimeRange &range)
{
    m_range = range;
    update();
}

QSize TimeAxis::sizeHint() const
{
    return {0, 20};
}

void TimeAxis::paintEvent(QPaintEvent *)
{
    const TimeScale scale{m_range, static_cast<double>(width() - m_margins.left - m_margins.right)};
    if (m_range.isEmpty() || scale.width <= 0.0 || !m_text)
        return;
    QPainter painter(this);
    painter.setFont(m_theme.axisFont());
    painter.setPen(m_theme.palette().faint);
    const QFontMetricsF metrics(painter.font());
    for (const Timestamp tick : timeTicks(m_range, m_zone, timeTickCount(scale.width)).within(m_range)) {
        const QString text = m_text(tick, m_range.length());
        const double half = metrics.horizontalAdvance(text) / 2.0;
        const double x = std::clamp(m_margins.left + scale.x(tick), half, std::max(half, width() - half));
        painter.drawText(QPointF(x - half, 4.0 + metrics.ascent()), text);
    }
}

} // namespace sockeye
