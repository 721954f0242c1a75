// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/panels/panelcontent.h"

#include <QWidget>

#include <memory>

namespace sockeye {

//! \brief One number: what it is, its last value, and where that stands to its limit or to its past. When it
//! cannot be seen it is a dash with the reason, never the last number that was.
class Tile final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tile)

public:
    //! \brief \a theme and \a formatting outlive the tile.
    Tile(std::unique_ptr<PanelFeed> feed, const Theme &theme, const Formatting &formatting,
        QWidget *parent = nullptr);
    ~Tile() override;

    void setRange(const sockeye::TimeRange &range, bool live);
    //! \brief Key, state, series, and the words that are shown.
    [[nodiscard]] QJsonObject describe() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    //! What the tile says, made anew on each change.
    struct Content {
        QString label;
        FormattedValue value;
        QString note;
        std::optional<Severity> breach;
        bool seen = false; //!< false: the value is a dash
        QColor noteColor;
    };

    void refresh();
    [[nodiscard]] Content content() const;
    [[nodiscard]] const Threshold *thresholdFor(double value) const;
    [[nodiscard]] QString limitNote(const Threshold &threshold, bool breached) const;
    void paintCard(QPainter &painter) const;

    std::unique_ptr<PanelFeed> m_feed;
    PanelContext m_context;
    Content m_content;
};

} // namespace sockeye
