// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/buckets.h"
#include "ui/charts/chartdata.h"
#include "ui/charts/scale.h"

#include <QPolygonF>

class QPainter;

namespace sockeye {

class Theme;

//! \brief Where a series goes on a canvas of \a height pixels.
struct PlotMapping {
    TimeScale time;
    ValueScale values;
    double height = 0.0;

    [[nodiscard]] double y(double value) const { return height * (1.0 - values.position(value)); }
};

//! \brief The unbroken runs of a series as lines, in pixels. A run ends at a gap and at a NaN. With more
//! samples than pixel columns the columns' first, lowest, highest and last sample stand for all of them.
[[nodiscard]] std::vector<QPolygonF> traceLines(const TimeSeries &series, const PlotMapping &mapping);

void paintLine(QPainter &painter, const ChartSeries &series, const PlotMapping &mapping);
void paintArea(QPainter &painter, const ChartSeries &series, const PlotMapping &mapping);

//! \brief Bars stacked in the order of \a series; negative values are left out.
void paintStackedBars(QPainter &painter, const std::vector<const ChartSeries *> &series,
    const BucketGrid &grid, const PlotMapping &mapping);

//! \brief A dashed line over the whole width with its word above, or below when there is no room above.
void paintThreshold(
    QPainter &painter, const ChartThreshold &threshold, const PlotMapping &mapping, const Theme &theme);

//! How loud a hatched area is: a bar speaks up, the ground of a chart must not outshine its lines.
enum class Hatch { Bar, Ground };

//! \brief Diagonal lines on the blind tint: nobody watched, so nothing is known.
void paintHatch(QPainter &painter, const QRectF &rect, Hatch hatch, const Theme &theme);

void paintNotice(QPainter &painter, const QRectF &rect, const ChartNotice &notice, const Theme &theme);

} // namespace sockeye
