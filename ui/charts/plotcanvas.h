// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chartdata.h"
#include "ui/charts/plotpainter.h"
#include "ui/charts/plotsurface.h"

#include <functional>

namespace sockeye {

//! \brief The two vertical axes of a chart.
struct PlotScales {
    ValueScale left;
    ValueScale right;
};

//! \brief The data of one chart, laid over the plot area of its frame. Series are painted here and not by
//! Qt Charts, whose line items recompute a hit-test outline of every point on every change.
class PlotCanvas final : public PlotSurface {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotCanvas)

public:
    //! \brief Paints the frame's grid behind the data.
    using Backdrop = std::function<void(QPainter &)>;

    PlotCanvas(const Theme &theme, Backdrop backdrop, QWidget *parent = nullptr);
    ~PlotCanvas() override;

    void setContent(ChartData content, const PlotScales &scales);

protected:
    void paintContent(QPainter &painter) override;

private:
    [[nodiscard]] PlotMapping mapping(ChartAxis axis) const;
    void paintRanges(QPainter &painter) const;
    void paintSeries(QPainter &painter) const;

    Backdrop m_backdrop;
    ChartData m_data;
    PlotScales m_scales;
};

//! \brief Narrower than this a bar is a line.
inline constexpr double leastBarPixels = 10.0;

} // namespace sockeye
