// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/scale.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace sockeye {

class Theme;

//! \brief An opaque widget whose horizontal axis is time. It paints its content once into a cache; crosshair
//! and selection are drawn over the copy, so that moving the mouse costs no chart. It knows the mouse, not
//! the other surfaces: whoever stacks several hands the crosshair of one to all.
class PlotSurface : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlotSurface)

public:
    ~PlotSurface() override;

    [[nodiscard]] TimeScale timeScale() const;
    void setTimeRange(const TimeRange &range);

    //! \brief A vertical line through \a time; none when it is empty.
    void setCrosshair(std::optional<Timestamp> time);
    //! \brief The time being chosen with the mouse; none when it is empty.
    void setSelection(std::optional<TimeRange> selection);

Q_SIGNALS:
    void hovered(sockeye::Timestamp time, const QPoint &globalPosition);
    void left();
    void selecting(const sockeye::TimeRange &range);
    void selectionEnded();
    //! \brief The mouse was released over a chosen time that is long enough to be meant.
    void selected(const sockeye::TimeRange &range);

protected:
    explicit PlotSurface(const Theme &theme, QWidget *parent = nullptr);

    virtual void paintContent(QPainter &painter) = 0;
    //! \brief Has the content painted anew.
    void invalidate();
    //! \brief Without data a crosshair would only cross out the sentence that says why.
    void setCrosshairAllowed(bool allowed);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] TimeRange dragged(double x) const;
    void updateStrip(std::optional<Timestamp> time);

    const Theme &m_theme;
    TimeRange m_range;
    QPixmap m_cache; //!< null when it has to be painted anew
    std::optional<Timestamp> m_crosshair;
    bool m_crosshairAllowed = true;
    std::optional<TimeRange> m_selection;
    std::optional<double> m_pressedAt;
};

} // namespace sockeye
