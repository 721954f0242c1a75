// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/plotsurface.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace sockeye {

PlotSurface::PlotSurface(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    connect(&theme, &Theme::changed, this, &PlotSurface::invalidate);
}

PlotSurface::~PlotSurface() = default;

TimeScale PlotSurface::timeScale() const
{
    return {m_range, static_cast<double>(width())};
}

void PlotSurface::setTimeRange(const TimeRange &range)
{
    if (m_range == range)
        return;
    m_range = range;
    invalidate();
}

void PlotSurface::setCrosshair(std::optional<Timestamp> time)
{
    if (m_crosshair == time)
        return;
    updateStrip(m_crosshair);
    m_crosshair = time;
    updateStrip(m_crosshair);
}

void PlotSurface::updateStrip(std::optional<Timestamp> time)
{
    if (time)
        update(static_cast<int>(std::floor(timeScale().x(*time))) - 2, 0, 5, height());
}

void PlotSurface::setSelection(std::optional<TimeRange> selection)
{
    if (m_selection == selection)
        return;
    m_selection = selection;
    update();
}

void PlotSurface::setCrosshairAllowed(bool allowed)
{
    m_crosshairAllowed = allowed;
}

void PlotSurface::invalidate()
{
    m_cache = QPixmap();
    update();
}

void PlotSurface::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void PlotSurface::paintEvent(QPaintEvent *)
{
    const qreal dpr = devicePixelRatioF();
    if (m_cache.isNull() || m_cache.devicePixelRatio() != dpr) {
        m_cache = QPixmap((QSizeF(size()) * dpr).toSize());
        m_cache.setDevicePixelRatio(dpr);
        m_cache.fill(m_theme.palette().panel);
        QPainter painter(&m_cache);
        painter.setRenderHint(QPainter::Antialiasing);
        paintContent(painter);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_cache);
    const TimeScale scale = timeScale();
    if (m_selection) {
        QColor tint = m_theme.palette().accent;
        tint.setAlphaF(0.15F);
        const double x = scale.x(m_selection->begin);
        painter.fillRect(QRectF(x, 0.0, scale.x(m_selection->end) - x, height()), tint);
    }
    if (m_crosshair && m_crosshairAllowed && m_range.begin <= *m_crosshair && *m_crosshair <= m_range.end) {
        const double x = std::floor(scale.x(*m_crosshair)) + 0.5;
        QPen pen(m_theme.palette().faint, 1.0);
        pen.setDashPattern({2.0, 2.0});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, 0.0), QPointF(x, height()));
    }
}

TimeRange PlotSurface::dragged(double x) const
{
    const TimeScale scale = timeScale();
    const double from = std::clamp(std::min(*m_pressedAt, x), 0.0, scale.width);
    const double to = std::clamp(std::max(*m_pressedAt, x), 0.0, scale.width);
    return {scale.timeAt(from), scale.timeAt(to)};
}

void PlotSurface::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_range.isEmpty()) {
        event->ignore();
        return;
    }
    m_pressedAt = event->position().x();
}

void PlotSurface::mouseMoveEvent(QMouseEvent *event)
{
    if (m_range.isEmpty())
        return;
    const double x = std::clamp(event->position().x(), 0.0, static_cast<double>(width()));
    if (m_pressedAt && std::abs(x - *m_pressedAt) >= QApplication::startDragDistance())
        Q_EMIT selecting(dragged(x));
    Q_EMIT hovered(timeScale().timeAt(x), event->globalPosition().toPoint());
}

void PlotSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedAt || event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const double x = event->position().x();
    const bool meant = std::abs(x - *m_pressedAt) >= QApplication::startDragDistance();
    const TimeRange range = dragged(x);
    m_pressedAt.reset();
    Q_EMIT selectionEnded();
    if (meant && !range.isEmpty())
        Q_EMIT selected(range);
}

void PlotSurface::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT left();
}

} // namespace sockeye
