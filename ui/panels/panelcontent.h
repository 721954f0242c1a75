// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/panelfeed.h"

#include "ui/charts/chartdata.h"
#include "ui/text/formatting.h"
#include "ui/theme/theme.h"

#include <QJsonObject>

namespace sockeye {

//! \brief What a panel is drawn and worded with. Both outlive the panel.
struct PanelContext {
    const Theme &theme;
    const Formatting &formatting;
};

//! \brief One entry of a legend, and of the tooltip.
struct LegendItem {
    QColor color;
    QString name;
    QString value; //!< may be empty
};

//! \brief A colour for each series of the snapshot, in its order. What the shipped dashboards show has one
//! colour in all panels; the rest gets what its panel has left.
[[nodiscard]] std::vector<QColor> seriesColors(
    const PanelSpec &spec, const PanelSnapshot &snapshot, const Theme &theme);

[[nodiscard]] QString seriesName(const PanelSpec &spec, const PanelSeries &series);
[[nodiscard]] const PanelLayer &layerOf(const PanelSpec &spec, const PanelSeries &series);

//! \brief True when there is a sample or an interval in the range that is shown.
[[nodiscard]] bool hasData(const PanelSnapshot &snapshot);

[[nodiscard]] ChartNotice noticeOf(const PanelSnapshot &snapshot, const PanelContext &context);
[[nodiscard]] ChartData chartData(
    const PanelSpec &spec, const PanelSnapshot &snapshot, const PanelContext &context);
[[nodiscard]] LaneData laneData(const PanelSnapshot &snapshot, const PanelContext &context);

//! \brief The series with their last values.
[[nodiscard]] std::vector<LegendItem> seriesLegend(
    const PanelSpec &spec, const PanelSnapshot &snapshot, const PanelContext &context);
//! \brief The states of the lanes.
[[nodiscard]] std::vector<LegendItem> laneLegend(const Theme &theme);

//! \brief The sample of \a series nearest to \a time and not further from it than a step and a half.
[[nodiscard]] double valueNear(const TimeSeries &series, Timestamp time, std::chrono::milliseconds step);

//! \brief For screenshots and tests: key, state, range, step in seconds, and each series with its last value
//! and the time of it. Values are as they were answered, times are local milliseconds since 1970.
[[nodiscard]] QJsonObject describePanel(const PanelSpec &spec, const PanelSnapshot &snapshot);

} // namespace sockeye
