// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/panelfeed.h"

#include "ui/text/formatting.h"

#include <QJsonArray>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace sockeye {

class HoverTip;
class Panel;
class Theme;
class TimeAxis;

//! \brief Panels one above the other on a card, on one time axis, with one crosshair and one tooltip. Scrolls
//! when they do not fit; the axis then stays.
class PanelStack : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelStack)

public:
    //! \brief \a theme outlives the stack; \a formatting is copied.
    PanelStack(const Theme &theme, const Formatting &formatting, QWidget *parent = nullptr);
    ~PanelStack() override;

    //! \brief Takes the feeds over; those before are gone.
    void setPanels(std::vector<std::unique_ptr<PanelFeed>> feeds);
    //! \brief The time to show, kept for panels that come later.
    void setRange(const sockeye::TimeRange &range, bool live);
    void setFormatting(const Formatting &formatting);
    //! \brief Asks for news at once.
    void refresh();
    //! \brief Outlines the panel and pins the crosshair, until Escape is pressed or other panels come. An
    //! unknown key pins the crosshair alone.
    void showMoment(const QString &panelKey, Timestamp time);

    //! \brief Of each panel: key, state, and series or lanes with their last values.
    [[nodiscard]] QJsonArray describe() const;
    [[nodiscard]] const std::vector<Panel *> &panels() const { return m_panels; }

Q_SIGNALS:
    //! \brief Chosen by dragging in a plot.
    void rangeSelected(const sockeye::TimeRange &range);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyTheme();
    void addPanel(std::unique_ptr<PanelFeed> feed);
    void connectPanel(Panel &panel);
    void alignPlots();
    void hover(Panel &panel, Timestamp time, const QPoint &globalPosition);
    void stepCrosshair(Panel &panel, int steps);
    void unpin();
    void endHover();
    void setCrosshair(std::optional<Timestamp> time);
    void setSelection(std::optional<TimeRange> selection);

    const Theme &m_theme;
    Formatting m_formatting;
    std::vector<Panel *> m_panels; //!< owned by the scroll area's widget
    TimeRange m_range;
    bool m_live = true;
    std::optional<Timestamp> m_crosshair;
    std::optional<Timestamp> m_pinned;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    TimeAxis *m_axis;
    HoverTip *m_tip;
};

} // namespace sockeye
