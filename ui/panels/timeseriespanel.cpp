// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/timeseriespanel.h"

#include "ui/charts/axistext.h"
#include "ui/models/seriestablemodel.h"
#include "ui/text/words.h"

#include <cmath>

namespace sockeye {

namespace {

constexpr int leastPlot = 64;
constexpr int wantedPlot = 136;
constexpr int wantedBars = 104;

bool hasBars(const PanelSpec &spec)
{
    return std::ranges::any_of(
        spec.layers, [](const PanelLayer &layer) { return layer.style == PanelLayer::Style::StackedBars; });
}

} // namespace

TimeSeriesPanel::TimeSeriesPanel(
    std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent)
    : ChartPanel(std::move(feed), context, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setVerticalStretch(hasBars(this->feed().spec()) ? wantedBars : wantedPlot);
    setSizePolicy(policy);
    refresh();
}

TimeSeriesPanel::~TimeSeriesPanel() = default;

QSize TimeSeriesPanel::sizeHint() const
{
    return {640, headerHeight + (hasBars(feed().spec()) ? wantedBars : wantedPlot) + 8};
}

QSize TimeSeriesPanel::minimumSizeHint() const
{
    return {240, headerHeight + leastPlot + 8};
}

std::vector<LegendItem> TimeSeriesPanel::rowsAt(Timestamp time, const QPoint &) const
{
    const PanelSnapshot &snapshot = feed().snapshot();
    const std::vector<QColor> colors = seriesColors(feed().spec(), snapshot, context().theme);
    struct Row {
        double value;
        LegendItem item;
    };
    std::vector<Row> rows;
    for (std::size_t i = 0; i < snapshot.series.size(); ++i) {
        const PanelSeries &series = snapshot.series[i];
        const Unit unit = layerOf(feed().spec(), series).unit;
        const double value = valueNear(*series.data, time, snapshot.step);
        rows.push_back({value,
            {colors[i], seriesName(feed().spec(), series),
                axisText(value, unit, context().formatting.values)}});
    }
    // The order in which the lines stand on the chart; what was not measured comes last.
    std::ranges::stable_sort(rows, [](const Row &a, const Row &b) {
        return std::isnan(b.value) ? !std::isnan(a.value) : a.value > b.value;
    });
    std::vector<LegendItem> items;
    for (Row &row : rows)
        items.push_back(std::move(row.item));
    return items;
}

PanelHeader::Content TimeSeriesPanel::headerContent() const
{
    return {.title = word(feed().spec().title),
        .note = ageNote(),
        .legend = seriesLegend(feed().spec(), feed().snapshot(), context())};
}

void TimeSeriesPanel::refreshPlot()
{
    chart()->setFormatting(context().formatting.values, context().formatting.zone);
    chart()->setData(chartData(feed().spec(), feed().snapshot(), context()));
}

std::unique_ptr<QAbstractItemModel> TimeSeriesPanel::dataModel() const
{
    // By value: the table stays open when the panel has gone.
    const Formatting formatting = context().formatting;
    auto model = std::make_unique<SeriesTableModel>(
        SeriesTableModel::Wording{.time = [formatting](Timestamp time) { return formatting.dateTime(time); },
            .values = formatting.values,
            .timeHeader = tr("Time")});
    std::vector<SeriesTableModel::Column> columns;
    for (const PanelSeries &series : feed().snapshot().series) {
        columns.push_back(
            {series.data, seriesName(feed().spec(), series), layerOf(feed().spec(), series).unit});
    }
    model->setColumns(std::move(columns));
    return model;
}

} // namespace sockeye
