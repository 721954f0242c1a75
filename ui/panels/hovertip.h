// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panelcontent.h"

#include <QWidget>

namespace sockeye {

//! \brief The small card beside the crosshair: a time and what was measured then. Floats over the panels and
//! lets the mouse through.
class HoverTip final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HoverTip)

public:
    HoverTip(const Theme &theme, QWidget *parent);
    ~HoverTip() override;

    //! \brief Shows itself beside \a anchor, a point in the parent, on the side where there is room.
    void showAt(const QPoint &anchor, QString title, std::vector<LegendItem> rows);

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] const std::vector<LegendItem> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QSize contentSize() const;

    const Theme &m_theme;
    QString m_title;
    std::vector<LegendItem> m_rows;
};

} // namespace sockeye
