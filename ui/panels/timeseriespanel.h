// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/timechart.h"
#include "ui/panels/chartpanel.h"

namespace sockeye {

//! \brief Lines, areas and bars over time.
class TimeSeriesPanel final : public ChartPanel<TimeChart> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeSeriesPanel)

public:
    TimeSeriesPanel(std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent);
    ~TimeSeriesPanel() override;

    [[nodiscard]] std::vector<LegendItem> rowsAt(Timestamp time, const QPoint &position) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] PanelHeader::Content headerContent() const override;
    void refreshPlot() override;
    [[nodiscard]] std::unique_ptr<QAbstractItemModel> dataModel() const override;
};

} // namespace sockeye
