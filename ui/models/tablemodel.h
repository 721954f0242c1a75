// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <vector>

namespace sockeye {

//! \brief One column of a TableModel: its title and how a row fills it.
template <typename Row>
struct TableColumn {
    QString header;
    std::function<QString(const Row &)> text;
    std::function<QVariant(const Row &)> sortKey = {}; //!< a raw value; without one the text sorts
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    QString toolTip = {}; //!< of the title
};

//! \brief A table over values: one setRows() as the only source. Rows are known by a key, so that a selection
//! stays on its row when others come, go or change places.
template <typename Row>
class TableModel : public QAbstractTableModel {
public:
    //! The role of the raw value, for sorting.
    static constexpr int sortRole = Qt::UserRole;
    //! The role of the row's key.
    static constexpr int keyRole = Qt::UserRole + 1;

    using KeyOf = std::function<QString(const Row &)>;

    TableModel(std::vector<TableColumn<Row>> columns, KeyOf keyOf, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_keyOf(std::move(keyOf))
    {
    }

    void setRows(std::vector<Row> rows)
    {
        removeAbsent(rows);
        appendNew(rows);
        reorder(rows);
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(lastRow(), lastColumn()));
    }

    void setColumns(std::vector<TableColumn<Row>> columns)
    {
        beginResetModel();
        m_columns = std::move(columns);
        endResetModel();
    }

    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const QString &key) const
    {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_keyOf(m_rows[i]) == key)
                return static_cast<int>(i);
        }
        return -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column(section).alignment);
        if (role == Qt::ToolTipRole && !column(section).toolTip.isEmpty())
            return column(section).toolTip;
        return role == Qt::DisplayRole ? column(section).header : QVariant();
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = at(index.row());
        const TableColumn<Row> &col = column(index.column());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return col.text(row);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(col.alignment);
        case sortRole:
            return col.sortKey ? col.sortKey(row) : QVariant(col.text(row));
        case keyRole:
            return m_keyOf(row);
        default:
            return {};
        }
    }

private:
    [[nodiscard]] int lastRow() const { return static_cast<int>(m_rows.size()) - 1; }
    [[nodiscard]] int lastColumn() const { return static_cast<int>(m_columns.size()) - 1; }
    [[nodiscard]] const TableColumn<Row> &column(int i) const
    {
        return m_columns[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] bool holds(const std::vector<Row> &rows, const QString &key) const
    {
        return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return m_keyOf(row) == key; });
    }

    void removeAbsent(const std::vector<Row> &wanted)
    {
        for (int i = lastRow(); i >= 0; --i) {
            if (holds(wanted, m_keyOf(at(i))))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.erase(m_rows.begin() + i);
            endRemoveRows();
        }
    }

    void appendNew(const std::vector<Row> &wanted)
    {
        for (const Row &row : wanted) {
            if (holds(m_rows, m_keyOf(row)))
                continue;
            beginInsertRows({}, rowCount(), rowCount());
            m_rows.push_back(row);
            endInsertRows();
        }
    }

    void reorder(const std::vector<Row> &wanted)
    {
        const auto sameKey = [this](const Row &a, const Row &b) { return m_keyOf(a) == m_keyOf(b); };
        if (std::equal(m_rows.begin(), m_rows.end(), wanted.begin(), wanted.end(), sameKey))
            return;
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before) {
            const QString key = m_keyOf(at(old.row()));
            const auto found = std::find_if(
                wanted.begin(), wanted.end(), [&](const Row &row) { return m_keyOf(row) == key; });
            after.append(index(static_cast<int>(found - wanted.begin()), old.column()));
        }
        m_rows = wanted;
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }

    std::vector<TableColumn<Row>> m_columns;
    KeyOf m_keyOf;
    std::vector<Row> m_rows;
};

} // namespace sockeye
