// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panelcontent.h"

#include <QWidget>

namespace sockeye {

//! \brief The line above a plot: the title at the left, the legend at the right. What does not fit is
//! shortened name by name, and then counted.
class PanelHeader final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelHeader)

public:
    struct Content {
        QString title;
        QString note; //!< beside the title: how old the data are
        QString badge = {}; //!< behind the note, framed: what the server said about its answer
        std::vector<LegendItem> legend;
    };

    explicit PanelHeader(const Theme &theme, QWidget *parent = nullptr);
    ~PanelHeader() override;

    void setContent(Content content);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double paintTitle(QPainter &painter) const;
    //! \brief From \a left on; returns where the badge ends.
    [[nodiscard]] double paintBadge(QPainter &painter, double left) const;
    void paintItem(QPainter &painter, const LegendItem &item, const QRectF &place) const;

    const Theme &m_theme;
    Content m_content;
};

} // namespace sockeye
