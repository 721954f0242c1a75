// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/plotpainter.h"

#include "core/metrics/decimator.h"

#include "ui/charts/linemask.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace sockeye {

namespace {

std::vector<QPolygonF> traceColumns(const TimeSeries &series, const PlotMapping &mapping)
{
    std::vector<QPolygonF> lines;
    const auto columns = static_cast<std::int32_t>(std::max(1.0, std::floor(mapping.time.width)));
    for (const PixelColumn &column : decimate(series, mapping.time.range, columns)) {
        if (column.gapBefore || lines.empty())
            lines.emplace_back();
        QPolygonF &line = lines.back();
        const double x = column.column + 0.5;
        line.append({x, mapping.y(column.first)});
        if (column.minimum != column.maximum) {
            line.append({x, mapping.y(column.minimum)});
            line.append({x, mapping.y(column.maximum)});
            line.append({x, mapping.y(column.last)});
        }
    }
    return lines;
}

// Few samples keep their exact place, which columns would round away.
std::vector<QPolygonF> traceSamples(
    const TimeSeries &series, const PlotMapping &mapping, std::size_t from, std::size_t to)
{
    std::vector<QPolygonF> lines;
    bool broken = true;
    for (std::size_t i = from; i < to; ++i) {
        if (std::isnan(series.values[i])) {
            broken = true;
            continue;
        }
        if (broken)
            lines.emplace_back();
        lines.back().append({mapping.time.x(series.times[i]), mapping.y(series.values[i])});
        broken = false;
    }
    return lines;
}

// QPainter takes no infinities, and beyond a few thousand pixels the stroker is slow for nothing to see.
void clampLine(QPolygonF &line, double height)
{
    for (QPointF &point : line)
        point.setY(std::clamp(point.y(), -height, 2.0 * height));
}

// Qt fills the outline of the whole line at once, and what that costs grows with the square of the crossings:
// a restless line of 800 columns takes 30 ms in one piece and 1 ms in pieces.
void paintInPieces(QPainter &painter, const QPolygonF &line)
{
    constexpr qsizetype segments = 16;
    for (qsizetype from = 0; from + 1 < line.size(); from += segments) {
        const qsizetype points = std::min(segments + 1, line.size() - from);
        painter.drawPolyline(line.constData() + from, static_cast<int>(points));
    }
}

// The rows that lines of this width reach, over the whole width of the canvas, in pixels of the device.
QRect rowsOf(const std::vector<QPolygonF> &lines, const PlotMapping &mapping, double width, double ratio)
{
    double top = mapping.height;
    double bottom = 0.0;
    for (const QPolygonF &line : lines) {
        for (const QPointF &point : line) {
            top = std::min(top, point.y() - width);
            bottom = std::max(bottom, point.y() + width);
        }
    }
    const int first = static_cast<int>(std::floor(std::max(top, 0.0) * ratio));
    const int end = static_cast<int>(std::ceil(std::min(bottom, mapping.height) * ratio));
    return {0, first, static_cast<int>(std::ceil(mapping.time.width * ratio)), end - first};
}

void paintDense(QPainter &painter, const std::vector<QPolygonF> &lines, const ChartSeries &series,
    const PlotMapping &mapping)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QRect area = rowsOf(lines, mapping, series.width, ratio);
    if (area.isEmpty())
        return;
    LineMask mask(area, series.width * ratio);
    const QTransform toDevice = QTransform::fromScale(ratio, ratio);
    for (const QPolygonF &line : lines)
        mask.add(toDevice.map(line));
    QImage image = mask.image(series.color);
    image.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(area.topLeft()) / ratio, image);
}

// A sample between two gaps is no line, and still a measured value.
void paintLoneSamples(QPainter &painter, const std::vector<QPolygonF> &lines, const ChartSeries &series)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(series.color);
    for (const QPolygonF &line : lines) {
        if (line.size() == 1)
            painter.drawEllipse(line.first(), series.width, series.width);
    }
}

struct Trace {
    std::vector<QPolygonF> lines;
    bool isDense = false; //!< more samples than pixel columns
};

Trace trace(const TimeSeries &series, const PlotMapping &mapping)
{
    const auto &times = series.times;
    auto from = std::lower_bound(times.begin(), times.end(), mapping.time.range.begin);
    if (from != times.begin())
        --from;
    auto to = std::upper_bound(from, times.end(), mapping.time.range.end);
    if (to != times.end())
        ++to;
    const bool isDense = static_cast<double>(to - from) > mapping.time.width;
    std::vector<QPolygonF> lines = isDense
        ? traceColumns(series, mapping)
        : traceSamples(series, mapping, static_cast<std::size_t>(from - times.begin()),
            static_cast<std::size_t>(to - times.begin()));
    for (QPolygonF &line : lines)
        clampLine(line, mapping.height);
    return {std::move(lines), isDense};
}

} // namespace

std::vector<QPolygonF> traceLines(const TimeSeries &series, const PlotMapping &mapping)
{
    return trace(series, mapping).lines;
}

void paintLine(QPainter &painter, const ChartSeries &series, const PlotMapping &mapping)
{
    const Trace traced = trace(*series.data, mapping);
    paintLoneSamples(painter, traced.lines, series);
    if (traced.isDense) {
        paintDense(painter, traced.lines, series, mapping);
        return;
    }
    painter.setPen(QPen(series.color, series.width, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &line : traced.lines)
        paintInPieces(painter, line);
}

void paintArea(QPainter &painter, const ChartSeries &series, const PlotMapping &mapping)
{
    QColor fill = series.color;
    fill.setAlphaF(0.1F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const double ground = std::clamp(mapping.y(0.0), 0.0, mapping.height);
    for (QPolygonF line : traceLines(*series.data, mapping)) {
        if (line.size() < 2)
            continue;
        line.append({line.last().x(), ground});
        line.append({line.first().x(), ground});
        painter.drawPolygon(line);
    }
    paintLine(painter, series, mapping);
}

void paintStackedBars(QPainter &painter, const std::vector<const ChartSeries *> &series,
    const BucketGrid &grid, const PlotMapping &mapping)
{
    std::vector<double> tops(grid.count, 0.0);
    painter.save();
    // Bars have vertical edges on whole pixels; smoothing would only blur them.
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (const ChartSeries *one : series) {
        const std::vector<double> means = bucketMeans(*one->data, grid);
        painter.setBrush(one->color);
        for (std::size_t i = 0; i < grid.count; ++i) {
            if (std::isnan(means[i]) || means[i] <= 0.0)
                continue;
            const double left = std::round(mapping.time.x(grid.begin(i))) + 1.0;
            const double right = std::round(mapping.time.x(grid.begin(i + 1))) - 1.0;
            const double bottom = std::round(mapping.y(tops[i]));
            tops[i] += means[i];
            const double top = std::round(mapping.y(tops[i]));
            painter.drawRect(QRectF(QPointF(left, top), QPointF(std::max(right, left + 1.0), bottom)));
        }
    }
    painter.restore();
}

void paintThreshold(
    QPainter &painter, const ChartThreshold &threshold, const PlotMapping &mapping, const Theme &theme)
{
    const double y = std::floor(mapping.y(threshold.value)) + 0.5;
    if (y < 0.0 || y > mapping.height)
        return;
    QPen pen(threshold.color, 1.0);
    pen.setDashPattern({5.0, 3.0});
    painter.setPen(pen);
    painter.drawLine(QPointF(0.0, y), QPointF(mapping.time.width, y));
    painter.setFont(theme.axisFont());
    const QFontMetricsF metrics(painter.font());
    const bool above = y - metrics.height() - 2.0 >= 0.0;
    const double baseline = above ? y - 4.0 : y + metrics.ascent() + 2.0;
    painter.drawText(QPointF(6.0, baseline), threshold.text);
}

void paintHatch(QPainter &painter, const QRectF &rect, Hatch hatch, const Theme &theme)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    const bool isGround = hatch == Hatch::Ground;
    painter.fillRect(rect, theme.palette().blindTint);
    QColor ink = theme.palette().blind;
    ink.setAlphaF(isGround ? 0.18F : 0.6F);
    painter.setPen(QPen(ink, 1.0));
    painter.setRenderHint(QPainter::Antialiasing);
    const double pitch = isGround ? 10.0 : 7.0;
    // The stripes stand on the canvas, not on the rectangle: two that touch join without a seam.
    const double start = std::floor((rect.left() + rect.top()) / pitch) * pitch;
    for (double sum = start; sum < rect.right() + rect.bottom(); sum += pitch)
        painter.drawLine(QPointF(sum - rect.bottom(), rect.bottom()), QPointF(sum - rect.top(), rect.top()));
    painter.restore();
}

namespace {

void paintSkeleton(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    painter.setPen(QPen(theme.palette().line, 2.0, Qt::SolidLine, Qt::RoundCap));
    for (const double share : {0.3, 0.55, 0.8}) {
        QPainterPath path;
        const double y = rect.top() + rect.height() * share;
        const double swing = std::min(6.0, rect.height() / 16.0);
        path.moveTo(rect.left(), y);
        for (double x = rect.left(); x < rect.right(); x += 160.0) {
            path.cubicTo(x + 40.0, y - swing, x + 40.0, y - swing, x + 80.0, y);
            path.cubicTo(x + 120.0, y + swing, x + 120.0, y + swing, x + 160.0, y);
        }
        painter.drawPath(path);
    }
}

// The text on a plate of the panel's colour, so that it stays readable on stripes and lines.
void paintPlate(QPainter &painter, const QRectF &rect, const ChartNotice &notice, const Theme &theme)
{
    painter.setFont(theme.labelFont());
    const QFontMetricsF metrics(painter.font());
    const bool overData = notice.kind == ChartNotice::Kind::OverData;
    const int flags = int{overData ? Qt::AlignLeft : Qt::AlignHCenter} | Qt::AlignVCenter | Qt::TextWordWrap;
    const QRectF room = rect.adjusted(16.0, 6.0, -16.0, -6.0);
    QRectF text = metrics.boundingRect(room, flags, notice.text);
    if (text.height() > room.height())
        text.setHeight(room.height());
    if (overData)
        text.moveTopLeft(rect.topLeft() + QPointF(16.0, 10.0));
    else
        text.moveCenter(rect.center());
    painter.setPen(overData ? QPen(notice.color, 1.0) : QPen(Qt::NoPen));
    painter.setBrush(theme.palette().panel);
    painter.drawRoundedRect(text.adjusted(-8.0, -4.0, 8.0, 4.0), 6.0, 6.0);
    painter.setPen(notice.color);
    painter.drawText(text.adjusted(0.0, 0.0, 1.0, 0.0), flags, notice.text);
}

} // namespace

void paintNotice(QPainter &painter, const QRectF &rect, const ChartNotice &notice, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (notice.kind) {
    case ChartNotice::Kind::None:
        break;
    case ChartNotice::Kind::Loading:
        paintSkeleton(painter, rect, theme);
        paintPlate(painter, rect, notice, theme);
        break;
    case ChartNotice::Kind::Blind:
        paintHatch(painter, rect, Hatch::Ground, theme);
        paintPlate(painter, rect, notice, theme);
        break;
    case ChartNotice::Kind::Plain:
    case ChartNotice::Kind::OverData:
        paintPlate(painter, rect, notice, theme);
        break;
    }
    painter.restore();
}

} // namespace sockeye
