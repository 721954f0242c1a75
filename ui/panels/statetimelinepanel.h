// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/lanechart.h"
#include "ui/panels/chartpanel.h"

namespace sockeye {

//! \brief The states of connections over time, one lane each.
class StateTimelinePanel final : public ChartPanel<LaneChart> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateTimelinePanel)

public:
    StateTimelinePanel(std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent);
    ~StateTimelinePanel() override;

    [[nodiscard]] std::vector<LegendItem> rowsAt(Timestamp time, const QPoint &position) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] PanelHeader::Content headerContent() const override;
    void refreshPlot() override;
    void layOutPlot(const QRect &area, const PlotMargins &margins) override;
    [[nodiscard]] std::unique_ptr<QAbstractItemModel> dataModel() const override;
};

} // namespace sockeye
