// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/traystate.h"

#include "ui/theme/marks.h"

#include <QPainter>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

TrayState::Shape alertShape(const OverallStatus &status)
{
    if (status.alert && !status.alert->seen)
        return TrayState::Shape::Blind;
    return status.health == Health::Critical ? TrayState::Shape::Critical : TrayState::Shape::Warning;
}

TrayState::Shape shapeOf(const OverallStatus &status)
{
    switch (status.kind) {
    case OverallStatus::Kind::Well:
        return TrayState::Shape::Well;
    case OverallStatus::Kind::NothingConfigured:
    case OverallStatus::Kind::Waiting:
        return TrayState::Shape::Unknown;
    case OverallStatus::Kind::Pending:
        return status.alert && !status.alert->seen ? TrayState::Shape::Blind : TrayState::Shape::Warning;
    case OverallStatus::Kind::Firing:
    case OverallStatus::Kind::ProbeDown:
        return alertShape(status);
    case OverallStatus::Kind::Blind:
        return TrayState::Shape::Blind;
    case OverallStatus::Kind::Paused:
        return TrayState::Shape::Paused;
    }
    return TrayState::Shape::Unknown;
}

void paintRing(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const qreal width = rect.width() / 7.0;
    painter.setPen(QPen{color, width});
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.adjusted(width, width, -width, -width));
}

void paintBars(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const qreal width = rect.width() / 4.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const qreal x : {rect.left() + width * 0.6, rect.right() - width * 1.6}) {
        painter.drawRoundedRect(
            QRectF{x, rect.top() + rect.height() * 0.15, width, rect.height() * 0.7}, width / 4, width / 4);
    }
}

void paintShape(QPainter &painter, const QRectF &rect, TrayState::Shape shape, const Theme &theme)
{
    switch (shape) {
    case TrayState::Shape::Well:
        paintHealthMark(painter, rect, Health::Well, theme);
        return;
    case TrayState::Shape::Unknown:
        paintRing(painter, rect, theme.palette().faint);
        return;
    case TrayState::Shape::Blind:
        paintHealthMark(painter, rect, Health::Blind, theme);
        return;
    case TrayState::Shape::Warning:
        paintHealthMark(painter, rect, Health::Warning, theme);
        return;
    case TrayState::Shape::Critical:
        paintHealthMark(painter, rect, Health::Critical, theme);
        return;
    case TrayState::Shape::Paused:
        paintBars(painter, rect, theme.palette().faint);
        return;
    }
}

void paintBadge(QPainter &painter, int size, int count, const Theme &theme)
{
    const qreal side = size * 0.56;
    const QRectF badge{size - side, size - side, side, side};
    painter.setPen(QPen{theme.palette().panel, size / 24.0});
    painter.setBrush(theme.palette().text);
    painter.drawEllipse(badge);
    QFont font = theme.textFont();
    font.setPixelSize(std::max(6, qRound(side * 0.72)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(theme.palette().panel);
    painter.drawText(badge, Qt::AlignCenter, count > 9 ? u"9+"_s : QString::number(count));
}

QPixmap trayPixmap(const TrayState &state, int size, const Theme &theme)
{
    QPixmap pixmap{size, size};
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal margin = size / 16.0;
    paintShape(painter, QRectF{margin, margin, size - 2 * margin, size - 2 * margin}, state.shape, theme);
    if (state.count > 0)
        paintBadge(painter, size, state.count, theme);
    return pixmap;
}

} // namespace

TrayState trayState(const OverallStatus &status)
{
    return {shapeOf(status), status.firing};
}

QIcon trayIcon(const TrayState &state, const Theme &theme)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64})
        icon.addPixmap(trayPixmap(state, size, theme));
    return icon;
}

} // namespace sockeye
