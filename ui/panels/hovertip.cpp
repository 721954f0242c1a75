// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/hovertip.h"

#include <QPainter>

#include <cmath>

namespace sockeye {

namespace {

constexpr int shadow = 6;
constexpr int padding = 11;
constexpr int rowHeight = 17;
constexpr int swatch = 8;
constexpr int gapToCrosshair = 12;

QFont valueFont(const Theme &theme)
{
    QFont font = theme.labelFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

HoverTip::HoverTip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

HoverTip::~HoverTip() = default;

QSize HoverTip::contentSize() const
{
    const QFontMetricsF names(m_theme.labelFont());
    const QFontMetricsF values(valueFont(m_theme));
    double width = names.horizontalAdvance(m_title);
    for (const LegendItem &row : m_rows) {
        const double line =
            swatch + 6 + names.horizontalAdvance(row.name) + 18 + values.horizontalAdvance(row.value);
        width = std::max(width, line);
    }
    const int rows = static_cast<int>(m_rows.size()) + 1;
    return {static_cast<int>(std::ceil(width)) + 2 * padding, rows * rowHeight + padding + 4};
}

void HoverTip::showAt(const QPoint &anchor, QString title, std::vector<LegendItem> rows)
{
    m_title = std::move(title);
    m_rows = std::move(rows);
    const QSize size = contentSize() + QSize(2 * shadow, 2 * shadow);
    const QRect room = parentWidget()->rect();
    int x = anchor.x() + gapToCrosshair - shadow;
    if (x + size.width() > room.right())
        x = anchor.x() - gapToCrosshair - size.width() + shadow;
    const int y = std::clamp(anchor.y() - size.height() / 2, 0, std::max(0, room.height() - size.height()));
    setGeometry(QRect(QPoint(std::max(0, x), y), size));
    show();
    raise();
    update();
}

void HoverTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    for (int i = shadow; i > 0; --i) {
        painter.setBrush(QColor(0, 0, 0, 5));
        painter.drawRoundedRect(card.adjusted(-i, 1 - i, i, i), 6.0 + i, 6.0 + i);
    }
    painter.setPen(QPen(m_theme.palette().line, 1.0));
    painter.setBrush(m_theme.palette().panel);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6.0, 6.0);

    const QRectF inner = card.adjusted(padding, 6.0, -padding, 0.0);
    QRectF line(inner.left(), inner.top() + 1.0, inner.width(), rowHeight);
    painter.setFont(m_theme.labelFont());
    painter.setPen(m_theme.palette().dim);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    for (const LegendItem &row : m_rows) {
        line.translate(0.0, rowHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.color);
        painter.drawRoundedRect(
            QRectF(line.left(), line.center().y() - swatch / 2.0, swatch, swatch), 2.0, 2.0);
        painter.setFont(m_theme.labelFont());
        painter.setPen(m_theme.palette().text);
        painter.drawText(
            line.adjusted(swatch + 6, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter.setFont(valueFont(m_theme));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
    }
}

} // namespace sockeye
