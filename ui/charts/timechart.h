// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/valueformatter.h"

#include "ui/charts/plotcanvas.h"
#include "ui/charts/plotmargins.h"

#include <QTimeZone>
#include <QtCharts/QChartView>

class QValueAxis;

namespace sockeye {

//! \brief A chart over time. Qt Charts is its frame: axes, their ticks and the grid. The numbers beside the
//! axes are written here, because QValueAxis knows no units, and the data are painted by a PlotCanvas on top.
class TimeChart final : public QChartView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeChart)

public:
    explicit TimeChart(const Theme &theme, QWidget *parent = nullptr);
    ~TimeChart() override;

    void setMargins(const PlotMargins &margins);
    void setFormatting(const ValueFormatter &values, const QTimeZone &zone);
    void setData(ChartData content);

    [[nodiscard]] PlotCanvas &canvas() { return *m_canvas; }
    [[nodiscard]] const PlotScales &scales() const { return m_scales; }

    //! \brief Space for the widest number on the left axis, or the right one.
    [[nodiscard]] int gutter(sockeye::ChartAxis axis) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void applyTheme();
    void layOut();
    void updateScales();
    void updateAxes();
    [[nodiscard]] std::optional<Unit> unitOf(ChartAxis axis) const;
    [[nodiscard]] ValueSpan spanOf(ChartAxis axis) const;
    void paintNumbers(QPainter &painter, ChartAxis axis) const;

    const Theme &m_theme;
    ValueFormatter m_values;
    QTimeZone m_zone = QTimeZone::utc();
    PlotMargins m_margins;
    ChartData m_data;
    PlotScales m_scales;
    QValueAxis *m_timeAxis; //!< in milliseconds; QDateTimeAxis has no ticks at round times
    QValueAxis *m_valueAxis;
    PlotCanvas *m_canvas;
};

} // namespace sockeye
