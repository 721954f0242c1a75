// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/plotmargins.h"
#include "ui/charts/plotsurface.h"
#include "ui/panels/panelcontent.h"
#include "ui/panels/panelheader.h"

#include <QPointer>

#include <memory>

class QAbstractItemModel;

namespace sockeye {

class PanelOutline;

//! \brief One feed with its title, legend and plot. It draws when the feed has news and is visible, and tells
//! the feed when it is not. The keyboard moves its crosshair and opens the numbers as a table.
class Panel : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Panel)

public:
    static constexpr int headerHeight = 26;

    ~Panel() override;

    [[nodiscard]] PanelFeed &feed() { return *m_feed; }
    [[nodiscard]] const PanelFeed &feed() const { return *m_feed; }
    [[nodiscard]] virtual PlotSurface &surface() = 0;
    //! \brief The space that the panel would like beside its plot.
    [[nodiscard]] virtual int gutter(ChartAxis side) const = 0;
    //! \brief What the tooltip says of \a time; \a position is on the surface.
    [[nodiscard]] virtual std::vector<LegendItem> rowsAt(Timestamp time, const QPoint &position) const = 0;

    void setGutters(int left, int right);
    //! \brief Outlines the panel in the accent colour: a notice led here.
    void setMarked(bool marked);
    [[nodiscard]] bool isMarked() const;
    //! \brief Takes the feed's snapshot, the theme and the formatting anew.
    void refresh();
    //! \brief The numbers as a table in a window of its own.
    void showData();

Q_SIGNALS:
    void refreshed();
    //! \brief The keyboard asks for another moment: so many steps from the present crosshair.
    void crosshairStepped(int steps);
    void escaped();

protected:
    Panel(std::unique_ptr<PanelFeed> feed, const PanelContext &context, QWidget *parent);

    [[nodiscard]] const PanelContext &context() const { return m_context; }
    [[nodiscard]] virtual PanelHeader::Content headerContent() const = 0;
    virtual void refreshPlot() = 0;
    virtual void layOutPlot(const QRect &area, const PlotMargins &margins) = 0;
    [[nodiscard]] virtual std::unique_ptr<QAbstractItemModel> dataModel() const = 0;
    //! \brief "stale, 45 s ago", or nothing.
    [[nodiscard]] QString ageNote() const;

    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    void openMenu(const QPoint &globalPosition);
    void describeToAssistants(const PanelHeader::Content &content);

    std::unique_ptr<PanelFeed> m_feed;
    PanelContext m_context;
    PlotMargins m_margins;
    PanelHeader *m_header;
    PanelOutline *m_outline;
    QPointer<QWidget> m_table;
};

} // namespace sockeye
