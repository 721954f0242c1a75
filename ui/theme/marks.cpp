// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/marks.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

void paintQuestionMark(QPainter &painter, const QRectF &square, const Theme &theme)
{
    const qreal radius = square.width() * 0.2;
    painter.drawRoundedRect(square, radius, radius);
    QFont font = theme.labelFont();
    font.setPixelSize(std::max(6, qRound(square.height() * 0.8)));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(theme.palette().panel);
    painter.drawText(square, Qt::AlignCenter, u"?"_s);
}

} // namespace

void paintHealthMark(QPainter &painter, const QRectF &rect, Health health, const Theme &theme)
{
    const qreal side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.healthColor(health));
    switch (health) {
    case Health::Critical: {
        const qreal inset = side * 0.04;
        painter.drawPolygon(QPolygonF{QPointF(square.center().x(), square.top() + inset),
            QPointF(square.right(), square.bottom() - inset),
            QPointF(square.left(), square.bottom() - inset)});
        break;
    }
    case Health::Warning:
        painter.drawPolygon(QPolygonF{QPointF(square.center().x(), square.top()),
            QPointF(square.right(), square.center().y()), QPointF(square.center().x(), square.bottom()),
            QPointF(square.left(), square.center().y())});
        break;
    case Health::Well: {
        const qreal inset = side * 0.04;
        painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset));
        break;
    }
    case Health::Unknown:
    case Health::Blind:
        paintQuestionMark(painter, square, theme);
        break;
    }
    painter.restore();
}

QPixmap healthPixmap(Health health, int size, qreal dpr, const Theme &theme)
{
    QPixmap pixmap(QSize(size, size) * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintHealthMark(painter, QRectF(0, 0, size, size), health, theme);
    return pixmap;
}

QIcon healthIcon(Health health, int size, qreal dpr, const Theme &theme)
{
    QIcon icon;
    const QPixmap pixmap = healthPixmap(health, size, dpr, theme);
    for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected, QIcon::Active})
        icon.addPixmap(pixmap, mode);
    return icon;
}

QPixmap tintedPixmap(const QString &resourcePath, int size, qreal dpr, const QColor &color)
{
    const int side = qRound(size * dpr);
    const QString key = QString(
        resourcePath % u'|' % color.name() % u'|' % QString::number(side) % u'|' % QString::number(dpr));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(resourcePath);
    if (!renderer.isValid())
        return pixmap;
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace sockeye
