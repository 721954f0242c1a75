// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/chartdata.h"
#include "ui/charts/plotmargins.h"
#include "ui/charts/plotsurface.h"

namespace sockeye {

//! \brief The bars of the swimlanes, without their names.
class LaneCanvas final : public PlotSurface {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneCanvas)

public:
    explicit LaneCanvas(const Theme &theme, QWidget *parent = nullptr);
    ~LaneCanvas() override;

    void setContent(LaneData content);
    //! \brief Which lane stands at \a y, if any.
    [[nodiscard]] std::optional<std::size_t> laneAt(double y) const;

protected:
    void paintContent(QPainter &painter) override;

private:
    void paintLane(QPainter &painter, const ChartLane &lane, double top) const;
    void paintSegment(QPainter &painter, const StateInterval &interval, const QRectF &bar) const;

    LaneData m_data;
};

//! \brief One lane for each connection: its name in the left margin, what it was when, its last round trip in
//! the right margin. Stands on the same time axis as the charts above it.
class LaneChart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneChart)

public:
    static constexpr int lanePitch = 19;

    explicit LaneChart(const Theme &theme, QWidget *parent = nullptr);
    ~LaneChart() override;

    void setMargins(const PlotMargins &margins);
    void setData(LaneData content);

    [[nodiscard]] LaneCanvas &canvas() { return *m_canvas; }
    //! \brief Space for the widest name, up to a limit beyond which names are elided; or for the widest
    //! value.
    [[nodiscard]] int gutter(sockeye::ChartAxis side) const;
    //! \brief The plot's height without margins.
    [[nodiscard]] int plotHeight() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    const Theme &m_theme;
    PlotMargins m_margins;
    LaneData m_data;
    LaneCanvas *m_canvas;
};

//! \brief The colour of a lane's state, as in its bars and its legend.
[[nodiscard]] QColor laneColor(LaneState state, const Theme &theme);

} // namespace sockeye
