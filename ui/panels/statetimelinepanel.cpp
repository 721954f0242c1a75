// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/statetimelinepanel.h"

#include "ui/text/probewords.h"
#include "ui/text/words.h"

#include <QStandardItemModel>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QString stateText(const StateInterval &interval)
{
    const QString state = laneStateWord(interval.state);
    if (interval.closeCode == 0 || interval.state == LaneState::Open)
        return state;
    return QString(state % u", "_s % closeCodeWord(interval.closeCode));
}

const StateInterval *intervalAt(const PanelLane &lane, Timestamp time)
{
    const auto found = std::ranges::find_if(lane.intervals, [time](const StateInterval &interval) {
        return interval.begin <= time && (!interval.end || time < *interval.end);
    });
    return found == lane.intervals.end() ? nullptr : &*found;
}

} // namespace

StateTimelinePanel::StateTimelinePanel(
    std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent)
    : ChartPanel(std::move(feed), context, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refresh();
}

StateTimelinePanel::~StateTimelinePanel() = default;

QSize StateTimelinePanel::sizeHint() const
{
    return {640, headerHeight + chart()->plotHeight() + 4};
}

QSize StateTimelinePanel::minimumSizeHint() const
{
    // As narrow as any panel: a wider one would push all of them out of a small window.
    return {240, sizeHint().height()};
}

std::vector<LegendItem> StateTimelinePanel::rowsAt(Timestamp time, const QPoint &position) const
{
    std::vector<LegendItem> rows;
    const std::optional<std::size_t> chosen = chart()->canvas().laneAt(position.y());
    const auto &lanes = feed().snapshot().lanes;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        // Many lanes would make a tooltip taller than the window; the one under the mouse is enough then.
        if (lanes.size() > 8 && chosen && *chosen != i)
            continue;
        const StateInterval *interval = intervalAt(lanes[i], time);
        const LaneState state = interval ? interval->state : LaneState::NotWatched;
        rows.push_back({laneColor(state, context().theme), lanes[i].name,
            interval ? stateText(*interval) : laneStateWord(state)});
    }
    return rows;
}

PanelHeader::Content StateTimelinePanel::headerContent() const
{
    return {.title = word(feed().spec().title), .note = ageNote(), .legend = laneLegend(context().theme)};
}

void StateTimelinePanel::refreshPlot()
{
    const int before = chart()->plotHeight();
    chart()->setData(laneData(feed().snapshot(), context()));
    if (chart()->plotHeight() != before)
        updateGeometry();
}

void StateTimelinePanel::layOutPlot(const QRect &area, const PlotMargins &margins)
{
    PlotMargins own = margins;
    own.bottom = 4;
    ChartPanel::layOutPlot(area, own);
}

std::unique_ptr<QAbstractItemModel> StateTimelinePanel::dataModel() const
{
    auto model = std::make_unique<QStandardItemModel>();
    model->setHorizontalHeaderLabels({tr("Connection"), tr("State"), tr("From"), tr("To")});
    const Formatting &formatting = context().formatting;
    for (const PanelLane &lane : feed().snapshot().lanes) {
        for (auto it = lane.intervals.rbegin(); it != lane.intervals.rend(); ++it) {
            const QString end = it->end ? formatting.dateTime(*it->end) : QString();
            QList<QStandardItem *> row;
            for (const QString &text : {lane.name, stateText(*it), formatting.dateTime(it->begin), end})
                row.append(new QStandardItem(text));
            model->appendRow(row);
        }
    }
    return model;
}

} // namespace sockeye
