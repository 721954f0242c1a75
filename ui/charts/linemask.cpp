// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/linemask.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>

namespace sockeye {

namespace {

constexpr double solid = 255.0;

std::array<QRgb, 256> shadesOf(const QColor &color)
{
    std::array<QRgb, 256> shades{};
    for (std::size_t ink = 0; ink < shades.size(); ++ink) {
        const double alpha = color.alphaF() * static_cast<double>(ink) / solid;
        shades[ink] = qPremultiply(
            qRgba(color.red(), color.green(), color.blue(), static_cast<int>(std::lround(alpha * solid))));
    }
    return shades;
}

void raiseTo(std::uint8_t &ink, double share)
{
    ink = std::max(ink, static_cast<std::uint8_t>(std::lround(share * solid)));
}

} // namespace

LineMask::LineMask(const QRect &area, double width)
    : m_area(area)
    , m_width(width)
    , m_ink(static_cast<std::size_t>(std::max(0, area.width()))
          * static_cast<std::size_t>(std::max(0, area.height())))
{
}

void LineMask::add(const QPolygonF &line)
{
    const QPointF corner = m_area.topLeft();
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF from = line[i - 1] - corner;
        const QPointF to = line[i] - corner;
        if (from.x() < to.x())
            addSlope(from, to);
        else
            addStroke(from.x(), from.y(), to.y());
    }
}

void LineMask::addStroke(double x, double from, double to)
{
    const double left = x - m_width / 2.0;
    const double right = x + m_width / 2.0;
    const auto [top, bottom] = std::minmax({from, to});
    const int last = std::min(m_area.width() - 1, static_cast<int>(std::ceil(right)) - 1);
    for (int column = std::max(0, static_cast<int>(std::floor(left))); column <= last; ++column)
        raise(
            column, top, bottom, std::min(right, column + 1.0) - std::max(left, static_cast<double>(column)));
}

void LineMask::addSlope(const QPointF &from, const QPointF &to)
{
    const double slope = (to.y() - from.y()) / (to.x() - from.x());
    const int last = std::min(m_area.width() - 1, static_cast<int>(std::ceil(to.x())) - 1);
    for (int column = std::max(0, static_cast<int>(std::floor(from.x()))); column <= last; ++column) {
        const double left = std::max(from.x(), static_cast<double>(column));
        const double right = std::min(to.x(), column + 1.0);
        // In braces: without them it would give references to what is gone by the next line.
        const auto [top, bottom] =
            std::minmax({from.y() + (left - from.x()) * slope, from.y() + (right - from.x()) * slope});
        raise(column, top - m_width / 2.0, bottom + m_width / 2.0, 1.0);
    }
}

void LineMask::raise(int column, double top, double bottom, double share)
{
    top = std::max(top, 0.0);
    bottom = std::min(bottom, static_cast<double>(m_area.height()));
    if (top >= bottom)
        return;
    const auto first = static_cast<std::size_t>(top);
    const std::size_t last = static_cast<std::size_t>(std::ceil(bottom)) - 1;
    std::uint8_t *const ink = m_ink.data() + static_cast<std::size_t>(column * m_area.height());
    if (first == last) {
        raiseTo(ink[first], share * (bottom - top));
        return;
    }
    raiseTo(ink[first], share * (static_cast<double>(first + 1) - top));
    raiseTo(ink[last], share * (bottom - static_cast<double>(last)));
    if (share == 1.0) {
        std::fill(ink + first + 1, ink + last, static_cast<std::uint8_t>(solid));
        return;
    }
    const auto whole = static_cast<std::uint8_t>(std::lround(share * solid));
    for (std::size_t row = first + 1; row < last; ++row)
        ink[row] = std::max(ink[row], whole);
}

QImage LineMask::image(const QColor &color) const
{
    QImage image(m_area.size(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    const std::array<QRgb, 256> shades = shadesOf(color);
    // Columns become rows. So many of them stay in the nearest cache for the next row.
    constexpr int block = 256;
    for (int from = 0; from < m_area.width(); from += block) {
        const int to = std::min(from + block, m_area.width());
        for (int y = 0; y < m_area.height(); ++y) {
            auto *const row = reinterpret_cast<QRgb *>(image.scanLine(y));
            const std::uint8_t *ink = m_ink.data() + static_cast<std::size_t>(from * m_area.height() + y);
            for (int x = from; x < to; ++x, ink += m_area.height())
                row[x] = shades[*ink];
        }
    }
    return image;
}

} // namespace sockeye
