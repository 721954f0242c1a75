// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/panelstack.h"

#include "ui/charts/timeaxis.h"
#include "ui/panels/hovertip.h"
#include "ui/panels/statetimelinepanel.h"
#include "ui/panels/timeseriespanel.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sockeye {

namespace {

constexpr double cardRadius = 8.0;
constexpr int leastGutter = 48;
constexpr int edge = 6; //!< between the card's border and what stands beside a plot

} // namespace

PanelStack::PanelStack(const Theme &theme, const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_scroll(new QScrollArea(this))
    , m_column(nullptr)
    , m_axis(new TimeAxis(theme, this))
    , m_tip(new HoverTip(theme, this))
{
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 6, 1, 6);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_axis);
    connect(&theme, &Theme::changed, this, &PanelStack::applyTheme);
    applyTheme();
    setFormatting(formatting);
}

PanelStack::~PanelStack() = default;

void PanelStack::applyTheme()
{
    QPalette colors = m_scroll->palette();
    colors.setColor(QPalette::Window, m_theme.palette().panel);
    m_scroll->setPalette(colors);
    update();
}

void PanelStack::setPanels(std::vector<std::unique_ptr<PanelFeed>> feeds)
{
    unpin();
    endHover();
    // Not later: a feed outlives nothing of the session that made it.
    for (Panel *panel : std::exchange(m_panels, {}))
        delete panel;
    for (auto &feed : feeds)
        addPanel(std::move(feed));
    alignPlots();
}

void PanelStack::addPanel(std::unique_ptr<PanelFeed> feed)
{
    if (!m_range.isEmpty())
        feed->setRange(m_range, m_live);
    const PanelContext context{m_theme, m_formatting};
    Panel *panel = nullptr;
    switch (feed->spec().kind) {
    case PanelSpec::Kind::TimeSeries:
        panel = new TimeSeriesPanel(std::move(feed), context, m_scroll->widget());
        break;
    case PanelSpec::Kind::StateTimeline:
        panel = new StateTimelinePanel(std::move(feed), context, m_scroll->widget());
        break;
    case PanelSpec::Kind::Tile:
        // Tiles stand beside a stack, not in it.
        return;
    }
    m_column->addWidget(panel);
    m_panels.push_back(panel);
    connectPanel(*panel);
    panel->setVisible(true);
}

void PanelStack::connectPanel(Panel &panel)
{
    connect(&panel, &Panel::refreshed, this, &PanelStack::alignPlots);
    connect(&panel, &Panel::escaped, this, [this] {
        unpin();
        endHover();
    });
    connect(
        &panel, &Panel::crosshairStepped, this, [this, &panel](int steps) { stepCrosshair(panel, steps); });
    PlotSurface &surface = panel.surface();
    connect(&surface, &PlotSurface::hovered, this,
        [this, &panel](Timestamp time, const QPoint &at) { hover(panel, time, at); });
    connect(&surface, &PlotSurface::left, this, &PanelStack::endHover);
    connect(&surface, &PlotSurface::selecting, this, [this](const TimeRange &range) { setSelection(range); });
    connect(&surface, &PlotSurface::selectionEnded, this, [this] { setSelection(std::nullopt); });
    connect(&surface, &PlotSurface::selected, this, &PanelStack::rangeSelected);
}

void PanelStack::setRange(const TimeRange &range, bool live)
{
    m_range = range;
    m_live = live;
    for (Panel *panel : m_panels)
        panel->feed().setRange(range, live);
    alignPlots();
}

void PanelStack::setFormatting(const Formatting &formatting)
{
    m_formatting = formatting;
    m_axis->setFormatting(m_formatting.zone, [this](Timestamp time, std::chrono::milliseconds length) {
        return m_formatting.axisTime(time, length);
    });
    for (Panel *panel : m_panels)
        panel->refresh();
}

void PanelStack::alignPlots()
{
    int left = leastGutter;
    int right = leastGutter;
    TimeRange shown = m_range;
    for (const Panel *panel : m_panels) {
        left = std::max(left, panel->gutter(ChartAxis::Left) + edge);
        right = std::max(right, panel->gutter(ChartAxis::Right) + edge);
        if (!panel->feed().snapshot().range.isEmpty())
            shown = panel->feed().snapshot().range;
    }
    for (Panel *panel : m_panels)
        panel->setGutters(left, right);
    const int scrollBar = m_scroll->widget() ? m_scroll->width() - m_scroll->viewport()->width() : 0;
    m_axis->setMargins({.left = left, .top = 0, .right = right + scrollBar, .bottom = 0});
    m_axis->setTimeRange(shown);
}

void PanelStack::refresh()
{
    for (Panel *panel : m_panels)
        panel->feed().refresh();
}

void PanelStack::showMoment(const QString &panelKey, Timestamp time)
{
    unpin();
    m_pinned = time;
    setCrosshair(time);
    for (Panel *panel : m_panels) {
        if (panel->feed().spec().key != panelKey)
            continue;
        panel->setMarked(true);
        panel->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(panel, 0, 8);
    }
}

void PanelStack::unpin()
{
    m_pinned.reset();
    for (Panel *panel : m_panels)
        panel->setMarked(false);
}

void PanelStack::hover(Panel &panel, Timestamp time, const QPoint &globalPosition)
{
    setCrosshair(time);
    std::vector<LegendItem> rows = panel.rowsAt(time, panel.surface().mapFromGlobal(globalPosition));
    if (rows.empty()) {
        m_tip->hide();
        return;
    }
    m_tip->showAt(mapFromGlobal(globalPosition), m_formatting.clockTime(time), std::move(rows));
}

void PanelStack::stepCrosshair(Panel &panel, int steps)
{
    const PanelSnapshot &snapshot = panel.feed().snapshot();
    if (snapshot.range.isEmpty())
        return;
    const auto step = std::max(snapshot.step, snapshot.range.length() / std::max(1, panel.surface().width()));
    const Timestamp from = m_crosshair.value_or(snapshot.range.end);
    const Timestamp to = std::clamp(from + step * steps, snapshot.range.begin, snapshot.range.end);
    const PlotSurface &surface = panel.surface();
    const QPoint at(static_cast<int>(surface.timeScale().x(to)), surface.height() / 2);
    hover(panel, to, surface.mapToGlobal(at));
}

void PanelStack::endHover()
{
    m_tip->hide();
    setCrosshair(m_pinned);
}

void PanelStack::setCrosshair(std::optional<Timestamp> time)
{
    m_crosshair = time;
    for (Panel *panel : m_panels)
        panel->surface().setCrosshair(time);
}

void PanelStack::setSelection(std::optional<TimeRange> selection)
{
    for (Panel *panel : m_panels)
        panel->surface().setSelection(selection);
}

QJsonArray PanelStack::describe() const
{
    QJsonArray array;
    for (const Panel *panel : m_panels)
        array.append(describePanel(panel->feed().spec(), panel->feed().snapshot()));
    return array;
}

bool PanelStack::eventFilter(QObject *watched, QEvent *event)
{
    // The scroll bar comes and goes without this widget being resized.
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        alignPlots();
    return QWidget::eventFilter(watched, event);
}

void PanelStack::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_tip->hide();
}

void PanelStack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.palette().line, 1.0));
    painter.setBrush(m_theme.palette().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

} // namespace sockeye
