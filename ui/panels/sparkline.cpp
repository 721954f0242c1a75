// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/sparkline.h"

#include "ui/charts/plotpainter.h"

#include <QPainter>

namespace sockeye {

void paintSparkline(QPainter &painter, const QRectF &rect, const TimeSeries &series, const QColor &color)
{
    if (series.isEmpty() || rect.isEmpty())
        return;
    ValueSpan span;
    for (const double value : series.values)
        span.add(value);
    if (span.isEmpty())
        return;
    const bool flat = span.high() - span.low() <= 0.0;
    const ValueScale values =
        flat ? ValueScale{span.low() - 1.0, span.low() + 1.0, 1} : ValueScale{span.low(), span.high(), 1};
    const Timestamp end = std::max(series.times.back(), series.times.front() + std::chrono::milliseconds(1));
    const PlotMapping mapping{{{series.times.front(), end}, rect.width()}, values, rect.height()};

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &line : traceLines(series, mapping))
        painter.drawPolyline(line);
    painter.restore();
}

} // namespace sockeye
