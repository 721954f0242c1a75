// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panel.h"

namespace sockeye {

//! \brief A panel whose plot is one \a Chart with a canvas.
template <typename Chart>
class ChartPanel : public Panel {
public:
    [[nodiscard]] PlotSurface &surface() final { return m_chart->canvas(); }
    [[nodiscard]] int gutter(ChartAxis side) const final { return m_chart->gutter(side); }

protected:
    ChartPanel(std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent)
        : Panel(std::move(feed), context, parent)
        , m_chart(new Chart(context.theme, this))
    {
    }

    [[nodiscard]] Chart *chart() const { return m_chart; }

    void layOutPlot(const QRect &area, const PlotMargins &margins) override
    {
        m_chart->setGeometry(area);
        m_chart->setMargins(margins);
    }

private:
    Chart *m_chart;
};

} // namespace sockeye
