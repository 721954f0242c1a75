// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPolygonF>
#include <QRect>

#include <cstdint>
#include <vector>

namespace sockeye {

//! \brief The ink of lines that never go back to the left, pixel by pixel. A line of several points a pixel
//! column is a row of solid columns; to fill them costs a fraction of what a stroker does, which works out
//! the outline of every segment. Edges are smooth upwards and downwards, and at the sides of upright strokes.
class LineMask final {
public:
    //! \brief \a area is what may get ink, in pixels; \a width is that of the lines.
    LineMask(const QRect &area, double width);

    //! \brief Two points at least, in the pixels of the area, x ascending; where it stays the same the line
    //! runs upright.
    void add(const QPolygonF &line);
    //! \brief What belongs at the area's top left corner.
    [[nodiscard]] QImage image(const QColor &color) const;

private:
    void addStroke(double x, double from, double to);
    void addSlope(const QPointF &from, const QPointF &to);
    void raise(int column, double top, double bottom, double share);

    QRect m_area;
    double m_width;
    std::vector<std::uint8_t> m_ink; //!< column by column, because most of it is set in columns
};

} // namespace sockeye
