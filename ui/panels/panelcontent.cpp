// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/panelcontent.h"

#include "ui/charts/axistext.h"
#include "ui/charts/lanechart.h"
#include "ui/text/panelwords.h"
#include "ui/text/probewords.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Panels)
};

struct FixedColor {
    QLatin1StringView label;
    std::size_t index;
};

// One thing, one colour, wherever it is shown.
constexpr std::array fixedColors{FixedColor{"connections"_L1, 0}, FixedColor{"messages-out"_L1, 1},
    FixedColor{"messages-in"_L1, 2}, FixedColor{"inside-p50"_L1, 2}, FixedColor{"inside-p95"_L1, 4},
    FixedColor{"inside-p99"_L1, 3}, FixedColor{"outside-rtt"_L1, 1}, FixedColor{"rtt"_L1, 1},
    FixedColor{"cpu"_L1, 0}, FixedColor{"memory"_L1, 4}, FixedColor{"error-rate"_L1, 3}};

std::optional<QColor> fixedColor(const QString &label, const Theme &theme)
{
    const auto found =
        std::ranges::find(fixedColors, label, [](const FixedColor &f) { return QString(f.label); });
    if (found == fixedColors.end())
        return std::nullopt;
    return theme.palette().series[found->index];
}

// Walks on from the preferred colour to one that the panel does not show yet; after six they repeat.
QColor freeColor(const QColor &preferred, const std::vector<QColor> &taken, const Theme &theme)
{
    const auto &series = theme.palette().series;
    const auto start = static_cast<std::size_t>(std::ranges::find(series, preferred) - series.begin());
    for (std::size_t i = 0; i < series.size(); ++i) {
        const QColor &candidate = series[(start + i) % series.size()];
        if (std::ranges::find(taken, candidate) == taken.end())
            return candidate;
    }
    return preferred;
}

int seriesInLayer(const PanelSnapshot &snapshot, std::size_t layer)
{
    return static_cast<int>(std::ranges::count(snapshot.series, layer, &PanelSeries::layer));
}

bool isBreachedWithin(const PanelSnapshot &snapshot, const TimeSeries &series)
{
    for (const Threshold &threshold : snapshot.thresholds) {
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (snapshot.range.contains(series.times[i])
                && isBreached(series.values[i], threshold.comparison, threshold.value))
                return true;
        }
    }
    return false;
}

ChartStyle chartStyle(PanelLayer::Style style)
{
    switch (style) {
    case PanelLayer::Style::Area:
        return ChartStyle::Area;
    case PanelLayer::Style::StackedBars:
        return ChartStyle::StackedBars;
    case PanelLayer::Style::Line:
        break;
    }
    return ChartStyle::Line;
}

QString stateKey(PanelState state)
{
    switch (state) {
    case PanelState::Loading:
        return u"loading"_s;
    case PanelState::Ready:
        return u"ready"_s;
    case PanelState::Empty:
        return u"empty"_s;
    case PanelState::Stale:
        return u"stale"_s;
    case PanelState::Error:
        return u"error"_s;
    case PanelState::Blind:
        break;
    }
    return u"blind"_s;
}

QString laneKey(LaneState state)
{
    switch (state) {
    case LaneState::Connecting:
        return u"connecting"_s;
    case LaneState::Open:
        return u"open"_s;
    case LaneState::Closing:
        return u"closing"_s;
    case LaneState::Closed:
        return u"closed"_s;
    case LaneState::NotWatched:
        break;
    }
    return u"not-watched"_s;
}

ChartThreshold chartThreshold(const Threshold &threshold, Unit unit, const PanelContext &context)
{
    const Palette &colors = context.theme.palette();
    return {threshold.value,
        QString(
            severityWord(threshold.severity) % u' ' % context.formatting.values.text(threshold.value, unit)),
        threshold.severity == Severity::Critical ? colors.critical : colors.warning};
}

QJsonObject describeSeries(const PanelSpec &spec, const PanelSeries &series)
{
    const TimeSeries &data = *series.data;
    QJsonObject object{{u"name"_s, seriesName(spec, series)}, {u"label"_s, layerOf(spec, series).label},
        {u"labels"_s, QString::fromUtf8(data.labels.toPromQl())},
        {u"samples"_s, static_cast<qint64>(data.size())}, {u"last"_s, QJsonValue()}, {u"at"_s, QJsonValue()}};
    if (const double *last = data.lastValue()) {
        const auto index = static_cast<std::size_t>(last - data.values.data());
        object[u"at"_s] = qint64{toMilliseconds(data.times[index])};
        if (std::isfinite(*last)) // JSON knows no other numbers
            object[u"last"_s] = *last;
    }
    return object;
}

} // namespace

const PanelLayer &layerOf(const PanelSpec &spec, const PanelSeries &series)
{
    static const PanelLayer none;
    return series.layer < spec.layers.size() ? spec.layers[series.layer] : none;
}

QString seriesName(const PanelSpec &spec, const PanelSeries &series)
{
    const QByteArray code = series.data->labels.value("code");
    if (!series.legend.isEmpty() && series.legend == QString::fromUtf8(code) && code.toInt() >= 1000)
        return closeCodeWord(code.toInt());
    return series.legend.isEmpty() ? word(layerOf(spec, series).label) : series.legend;
}

std::vector<QColor> seriesColors(const PanelSpec &spec, const PanelSnapshot &snapshot, const Theme &theme)
{
    std::vector<QColor> colors(snapshot.series.size());
    std::vector<QColor> taken;
    for (std::size_t i = 0; i < snapshot.series.size(); ++i) {
        const PanelSeries &series = snapshot.series[i];
        if (seriesInLayer(snapshot, series.layer) != 1 || !series.data->labels.value("code").isEmpty())
            continue;
        const auto fixed = fixedColor(layerOf(spec, series).label, theme);
        colors[i] = fixed ? *fixed : freeColor(theme.seriesColor(LabelSet{}, series.layer), taken, theme);
        taken.push_back(colors[i]);
    }
    for (std::size_t i = 0; i < snapshot.series.size(); ++i) {
        if (colors[i].isValid())
            continue;
        const PanelSeries &series = snapshot.series[i];
        const QColor preferred = theme.seriesColor(series.data->labels, series.layer);
        const bool own = std::ranges::find(theme.palette().series, preferred) == theme.palette().series.end();
        colors[i] = own ? preferred : freeColor(preferred, taken, theme);
        taken.push_back(colors[i]);
    }
    return colors;
}

bool hasData(const PanelSnapshot &snapshot)
{
    if (!snapshot.lanes.empty())
        return true;
    return std::ranges::any_of(snapshot.series, [&snapshot](const PanelSeries &series) {
        return std::ranges::any_of(
            series.data->times, [&snapshot](Timestamp time) { return snapshot.range.contains(time); });
    });
}

ChartNotice noticeOf(const PanelSnapshot &snapshot, const PanelContext &context)
{
    const Palette &colors = context.theme.palette();
    const bool data = hasData(snapshot);
    const QString problem = panelProblem(snapshot, context.formatting);
    switch (snapshot.state) {
    case PanelState::Loading:
        if (data)
            return {};
        return {ChartNotice::Kind::Loading, Words::tr("Loading…"), colors.dim};
    case PanelState::Empty:
        return {ChartNotice::Kind::Plain, problem, colors.dim};
    case PanelState::Error:
        return {data ? ChartNotice::Kind::OverData : ChartNotice::Kind::Plain, problem, colors.critical};
    case PanelState::Blind:
        return {data ? ChartNotice::Kind::OverData : ChartNotice::Kind::Blind, problem, colors.blind};
    case PanelState::Ready:
    case PanelState::Stale:
        break;
    }
    return {};
}

ChartData chartData(const PanelSpec &spec, const PanelSnapshot &snapshot, const PanelContext &context)
{
    ChartData data;
    data.range = snapshot.range;
    data.step = snapshot.step;
    data.breaches = snapshot.breachRanges;
    data.blind = snapshot.blindRanges;
    data.notice = noticeOf(snapshot, context);
    data.stale = snapshot.state == PanelState::Stale;
    const std::vector<QColor> colors = seriesColors(spec, snapshot, context.theme);
    for (std::size_t i = 0; i < snapshot.series.size(); ++i) {
        const PanelSeries &series = snapshot.series[i];
        const PanelLayer &layer = layerOf(spec, series);
        const bool left = layer.axis == PanelLayer::Axis::Left;
        data.series.push_back({.data = series.data,
            .color = colors[i],
            .style = chartStyle(layer.style),
            .axis = left ? ChartAxis::Left : ChartAxis::Right,
            .unit = layer.unit,
            .width = left && isBreachedWithin(snapshot, *series.data) ? 1.8 : 1.4});
    }
    const Unit unit = spec.layers.empty() ? Unit::None : spec.layers.front().unit;
    for (const Threshold &threshold : snapshot.thresholds)
        data.thresholds.push_back(chartThreshold(threshold, unit, context));
    return data;
}

LaneData laneData(const PanelSnapshot &snapshot, const PanelContext &context)
{
    LaneData data;
    data.range = snapshot.range;
    data.notice = noticeOf(snapshot, context);
    data.stale = snapshot.state == PanelState::Stale;
    for (const PanelLane &lane : snapshot.lanes) {
        const double rtt = lane.rttSeconds.value_or(absentValue());
        data.lanes.push_back({lane.name, context.formatting.values.text(rtt, Unit::Seconds), lane.intervals});
    }
    return data;
}

std::vector<LegendItem> seriesLegend(
    const PanelSpec &spec, const PanelSnapshot &snapshot, const PanelContext &context)
{
    std::vector<LegendItem> items;
    const std::vector<QColor> colors = seriesColors(spec, snapshot, context.theme);
    const bool blind = snapshot.state == PanelState::Blind;
    for (std::size_t i = 0; i < snapshot.series.size(); ++i) {
        const PanelSeries &series = snapshot.series[i];
        const double *last = blind ? nullptr : series.data->lastValue();
        items.push_back({colors[i], seriesName(spec, series),
            axisText(last ? *last : absentValue(), layerOf(spec, series).unit, context.formatting.values)});
    }
    return items;
}

std::vector<LegendItem> laneLegend(const Theme &theme)
{
    std::vector<LegendItem> items;
    for (const LaneState state :
        {LaneState::Open, LaneState::Connecting, LaneState::Closed, LaneState::NotWatched})
        items.push_back({laneColor(state, theme), laneStateWord(state), {}});
    return items;
}

double valueNear(const TimeSeries &series, Timestamp time, std::chrono::milliseconds step)
{
    const auto limit = std::max(step + step / 2, std::chrono::milliseconds(1000));
    const auto after = std::lower_bound(series.times.begin(), series.times.end(), time);
    double found = absentValue();
    auto distance = limit;
    const auto consider = [&](auto at) {
        const auto away = *at > time ? *at - time : time - *at;
        if (away <= distance) {
            distance = away;
            found = series.values[static_cast<std::size_t>(at - series.times.begin())];
        }
    };
    if (after != series.times.end())
        consider(after);
    if (after != series.times.begin())
        consider(std::prev(after));
    return found;
}

QJsonObject describePanel(const PanelSpec &spec, const PanelSnapshot &snapshot)
{
    QJsonArray series;
    for (const PanelSeries &one : snapshot.series)
        series.append(describeSeries(spec, one));
    const QJsonObject range{{u"begin"_s, qint64{toMilliseconds(snapshot.range.begin)}},
        {u"end"_s, qint64{toMilliseconds(snapshot.range.end)}}};
    const double step = std::chrono::duration<double>(snapshot.step).count();
    QJsonObject object{{u"key"_s, spec.key}, {u"state"_s, stateKey(snapshot.state)}, {u"range"_s, range},
        {u"step"_s, step}, {u"series"_s, series}};
    if (spec.kind != PanelSpec::Kind::StateTimeline)
        return object;
    QJsonArray lanes;
    for (const PanelLane &lane : snapshot.lanes) {
        const LaneState state = lane.intervals.empty() ? LaneState::NotWatched : lane.intervals.back().state;
        lanes.append(QJsonObject{{u"name"_s, lane.name}, {u"state"_s, laneKey(state)},
            {u"rttSeconds"_s, lane.rttSeconds ? QJsonValue(*lane.rttSeconds) : QJsonValue()}});
    }
    object.insert(u"lanes"_s, lanes);
    return object;
}

} // namespace sockeye
