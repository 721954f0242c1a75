// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

#include <functional>

class QTableView;

namespace sockeye {

//! \brief A cell with the mark of a health before its words.
class HealthDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HealthDelegate)

public:
    using HealthOf = std::function<Health(const QModelIndex &)>;

    //! \a healthOf must not use the page of the table, which goes before it: a table is laid out once more
    //! when its page goes. \a theme must outlive the delegate.
    HealthDelegate(const Theme &theme, HealthOf healthOf, QObject *parent);
    ~HealthDelegate() override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    HealthOf m_healthOf;
};

//! \brief The height of a row of what styleCardTable() was called for.
inline constexpr int cardTableRowHeight = 32;

//! \brief Makes \a table, which has its model, look like a card and read line by line: one row is chosen at a
//! time, none is edited, columns are as wide as what they show.
void styleCardTable(QTableView &table);

} // namespace sockeye
