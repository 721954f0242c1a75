// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/panelheader.h"

#include <QPainter>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr double swatch = 10.0;
constexpr double gap = 4.0; //!< swatch to name
constexpr double valueGap = 6.0;
constexpr double itemGap = 14.0;
constexpr double leastName = 20.0;
constexpr double badgeGap = 8.0;
constexpr double badgePadding = 5.0;

struct LegendFonts {
    QFont name;
    QFont value;
};

LegendFonts legendFonts(const Theme &theme)
{
    LegendFonts fonts{theme.labelFont(), theme.labelFont()};
    fonts.value.setWeight(QFont::DemiBold);
    return fonts;
}

double nameWidth(const LegendItem &item, const QFontMetricsF &names)
{
    return std::ceil(names.horizontalAdvance(item.name));
}

double restWidth(const LegendItem &item, const QFontMetricsF &values)
{
    const double value =
        item.value.isEmpty() ? 0.0 : valueGap + std::ceil(values.horizontalAdvance(item.value));
    return swatch + gap + value;
}

//! How wide each name may be, for as many items as there is room for.
std::vector<double> allot(const std::vector<LegendItem> &items, double room, const LegendFonts &fonts)
{
    const QFontMetricsF names(fonts.name);
    const QFontMetricsF values(fonts.value);
    std::vector<double> widths;
    double needed = -itemGap;
    for (const LegendItem &item : items) {
        const double least = std::min(leastName, nameWidth(item, names));
        const double width = itemGap + restWidth(item, values) + least;
        if (needed + width > room)
            break;
        needed += width;
        widths.push_back(least);
    }
    // The rest of the room goes to the names, a pixel to each in turn, so that short ones are whole first.
    bool grown = true;
    while (grown && needed < room) {
        grown = false;
        for (std::size_t i = 0; i < widths.size() && needed < room; ++i) {
            const double step = std::min(4.0, nameWidth(items[i], names) - widths[i]);
            if (step <= 0.0 || needed + step > room)
                continue;
            widths[i] += step;
            needed += step;
            grown = true;
        }
    }
    return widths;
}

} // namespace

PanelHeader::PanelHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

PanelHeader::~PanelHeader() = default;

void PanelHeader::setContent(Content content)
{
    m_content = std::move(content);
    update();
}

double PanelHeader::paintTitle(QPainter &painter) const
{
    QFont font = m_theme.textFont();
    font.setPixelSize(12);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.palette().text);
    const double width = QFontMetricsF(font).horizontalAdvance(m_content.title);
    painter.drawText(QRectF(0.0, 0.0, width + 1.0, height()), Qt::AlignVCenter, m_content.title);
    if (m_content.note.isEmpty())
        return width;
    painter.setFont(m_theme.labelFont());
    painter.setPen(m_theme.palette().warning);
    const double noteWidth = QFontMetricsF(painter.font()).horizontalAdvance(m_content.note);
    painter.drawText(QRectF(width + 8.0, 0.0, noteWidth + 1.0, height()), Qt::AlignVCenter, m_content.note);
    return width + 8.0 + noteWidth;
}

double PanelHeader::paintBadge(QPainter &painter, double left) const
{
    if (m_content.badge.isEmpty())
        return left;
    painter.setFont(m_theme.labelFont());
    const QFontMetricsF metrics(painter.font());
    const double boxHeight = metrics.height() + 2.0;
    const QRectF box(left + badgeGap, (height() - boxHeight) / 2.0,
        metrics.horizontalAdvance(m_content.badge) + 2.0 * badgePadding, boxHeight);
    painter.setPen(m_theme.palette().warning);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
    painter.drawText(box, Qt::AlignCenter, m_content.badge);
    return box.right();
}

void PanelHeader::paintItem(QPainter &painter, const LegendItem &item, const QRectF &place) const
{
    const LegendFonts fonts = legendFonts(m_theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(item.color);
    painter.drawRoundedRect(QRectF(place.left(), place.center().y() - 1.0, swatch, 3.0), 1.5, 1.5);
    painter.setFont(fonts.name);
    painter.setPen(m_theme.palette().dim);
    const QRectF name(place.left() + swatch + gap, 0.0, place.width(), height());
    painter.drawText(name, Qt::AlignVCenter,
        QFontMetricsF(fonts.name).elidedText(item.name, Qt::ElideRight, place.width() + 1.0));
    painter.setFont(fonts.value);
    painter.setPen(m_theme.palette().text);
    painter.drawText(
        QRectF(name.left() + place.width() + valueGap, 0.0, 200.0, height()), Qt::AlignVCenter, item.value);
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double titleEnd = paintBadge(painter, paintTitle(painter));
    const LegendFonts fonts = legendFonts(m_theme);
    const QFontMetricsF values(fonts.value);
    const QString widestCount = u"+%1"_s.arg(m_content.legend.size());
    double room = width() - titleEnd - 24.0;
    std::vector<double> names = allot(m_content.legend, room, fonts);
    if (names.size() < m_content.legend.size()) {
        room -= itemGap + QFontMetricsF(fonts.name).horizontalAdvance(widestCount);
        names = allot(m_content.legend, room, fonts);
    }
    double x = width();
    if (const std::size_t left = m_content.legend.size() - names.size(); left > 0) {
        const QString count = u"+%1"_s.arg(left);
        painter.setFont(fonts.name);
        painter.setPen(m_theme.palette().dim);
        x -= QFontMetricsF(fonts.name).horizontalAdvance(count);
        painter.drawText(QRectF(x, 0.0, width() - x + 1.0, height()), Qt::AlignVCenter, count);
        x -= itemGap;
    }
    for (std::size_t i = names.size(); i-- > 0;) {
        const LegendItem &item = m_content.legend[i];
        x -= restWidth(item, values) + names[i];
        paintItem(painter, item, QRectF(x, 0.0, names[i], height()));
        x -= itemGap;
    }
}

} // namespace sockeye
