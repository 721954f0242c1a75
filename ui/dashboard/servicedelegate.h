// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

#include <QStyledItemDelegate>

#include <functional>

namespace sockeye {

class Theme;
struct Formatting;

//! \brief Paints one service: its state's mark, name and connections, and below the change or the reason why
//! it cannot be seen, with a strip of the last 15 minutes.
class ServiceDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceDelegate)

public:
    using StatusOf = std::function<const ServiceStatus &(const QModelIndex &)>;

    ServiceDelegate(
        const Theme &theme, const Formatting &formatting, StatusOf statusOf, QObject *parent = nullptr);
    ~ServiceDelegate() override;

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeadline(QPainter &painter, const QRect &row, const ServiceStatus &status) const;
    void paintSecondLine(QPainter &painter, const QRect &row, const ServiceStatus &status) const;

    const Theme &m_theme;
    const Formatting &m_formatting;
    StatusOf m_statusOf;
};

} // namespace sockeye
