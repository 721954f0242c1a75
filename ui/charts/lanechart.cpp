// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/lanechart.h"

#include "ui/charts/plotpainter.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

constexpr double barHeight = 12.0;
constexpr double leastSegment = 3.0; //!< a close of a second is seen on a whole day
constexpr int widestName = 96;
constexpr int emptyHeight = 3 * LaneChart::lanePitch;

// What matters more is painted later, over its neighbours, when a pixel has room for one only.
int paintOrder(LaneState state)
{
    switch (state) {
    case LaneState::Open:
        return 0;
    case LaneState::NotWatched:
        return 1;
    case LaneState::Connecting:
        return 2;
    case LaneState::Closing:
        return 3;
    case LaneState::Closed:
        break;
    }
    return 4;
}

QColor mixed(const QColor &ink, const QColor &ground, float share)
{
    return QColor::fromRgbF(ink.redF() * share + ground.redF() * (1.0F - share),
        ink.greenF() * share + ground.greenF() * (1.0F - share),
        ink.blueF() * share + ground.blueF() * (1.0F - share));
}

} // namespace

QColor laneColor(LaneState state, const Theme &theme)
{
    const Palette &colors = theme.palette();
    switch (state) {
    case LaneState::Open:
        // Paler than the rest: a whole day of open is not what the eye should rest on.
        return mixed(colors.well, colors.panel, 0.75F);
    case LaneState::Connecting:
    case LaneState::Closing:
        return colors.warning;
    case LaneState::Closed:
        return colors.critical;
    case LaneState::NotWatched:
        break;
    }
    return colors.blind;
}

LaneCanvas::LaneCanvas(const Theme &theme, QWidget *parent)
    : PlotSurface(theme, parent)
{
}

LaneCanvas::~LaneCanvas() = default;

void LaneCanvas::setContent(LaneData content)
{
    m_data = std::move(content);
    setTimeRange(m_data.range);
    setCrosshairAllowed(!m_data.notice.isInstead());
    invalidate();
}

std::optional<std::size_t> LaneCanvas::laneAt(double y) const
{
    const auto lane = static_cast<std::ptrdiff_t>(std::floor(y / LaneChart::lanePitch));
    if (lane < 0 || lane >= std::ssize(m_data.lanes))
        return std::nullopt;
    return static_cast<std::size_t>(lane);
}

void LaneCanvas::paintContent(QPainter &painter)
{
    painter.setOpacity(m_data.stale ? 0.4 : 1.0);
    double top = (LaneChart::lanePitch - barHeight) / 2.0;
    for (const ChartLane &lane : m_data.lanes) {
        paintLane(painter, lane, std::floor(top));
        top += LaneChart::lanePitch;
    }
    painter.setOpacity(1.0);
    paintNotice(painter, rect(), m_data.notice, theme());
}

void LaneCanvas::paintLane(QPainter &painter, const ChartLane &lane, double top) const
{
    std::vector<const StateInterval *> order;
    for (const StateInterval &interval : lane.intervals) {
        if (interval.begin < m_data.range.end && interval.end.value_or(m_data.range.end) > m_data.range.begin)
            order.push_back(&interval);
    }
    std::ranges::stable_sort(order, {}, [](const StateInterval *i) { return paintOrder(i->state); });
    const TimeScale scale = timeScale();
    for (const StateInterval *interval : order) {
        const double left = std::max(0.0, std::round(scale.x(interval->begin)));
        const double right =
            std::min(scale.width, std::round(scale.x(interval->end.value_or(m_data.range.end))));
        const double width = std::max(leastSegment, right - left);
        paintSegment(painter, *interval, {std::min(left, scale.width - width), top, width, barHeight});
    }
}

void LaneCanvas::paintSegment(QPainter &painter, const StateInterval &interval, const QRectF &bar) const
{
    // A seam of the panel's colour keeps two states apart where their colours are close.
    painter.fillRect(bar, theme().palette().panel);
    const QRectF inner = bar.adjusted(0.5, 0.0, -0.5, 0.0);
    if (interval.state == LaneState::NotWatched) {
        paintHatch(painter, inner, Hatch::Bar, theme());
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(laneColor(interval.state, theme()));
    painter.drawRoundedRect(inner, 2.0, 2.0);
    if (interval.closeCode == 0 || interval.state == LaneState::Open)
        return;
    painter.setFont(theme().axisFont());
    const QString code = QString::number(interval.closeCode);
    if (painter.fontMetrics().horizontalAdvance(code) + 4 > inner.width())
        return;
    painter.setPen(theme().palette().panel);
    painter.drawText(inner, Qt::AlignCenter, code);
}

LaneChart::LaneChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_canvas(new LaneCanvas(theme, this))
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

LaneChart::~LaneChart() = default;

void LaneChart::setMargins(const PlotMargins &margins)
{
    if (m_margins == margins)
        return;
    m_margins = margins;
    layOut();
}

void LaneChart::setData(LaneData content)
{
    m_data = std::move(content);
    m_canvas->setContent(m_data);
    update();
}

int LaneChart::gutter(ChartAxis side) const
{
    const QFontMetrics metrics(m_theme.labelFont());
    int width = 0;
    for (const ChartLane &lane : m_data.lanes)
        width = std::max(width, metrics.horizontalAdvance(side == ChartAxis::Left ? lane.name : lane.value));
    return std::min(width, widestName) + 6;
}

int LaneChart::plotHeight() const
{
    return m_data.lanes.empty() ? emptyHeight : static_cast<int>(m_data.lanes.size()) * lanePitch;
}

void LaneChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void LaneChart::layOut()
{
    m_canvas->setGeometry(
        rect().adjusted(m_margins.left, m_margins.top, -m_margins.right, -m_margins.bottom));
    update();
}

void LaneChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().panel);
    painter.setFont(m_theme.labelFont());
    const QFontMetrics metrics = painter.fontMetrics();
    const int nameWidth = m_margins.left - 6;
    const QRect plot = m_canvas->geometry();
    int top = plot.top();
    for (const ChartLane &lane : m_data.lanes) {
        painter.setPen(m_theme.palette().dim);
        painter.drawText(QRect(0, top, nameWidth, lanePitch), Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(lane.name, Qt::ElideMiddle, nameWidth - 2));
        painter.setPen(m_theme.palette().text);
        painter.drawText(QRect(plot.right() + 7, top, m_margins.right - 6, lanePitch),
            Qt::AlignLeft | Qt::AlignVCenter, lane.value);
        top += lanePitch;
    }
}

} // namespace sockeye
