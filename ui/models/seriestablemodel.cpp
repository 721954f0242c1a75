// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/seriestablemodel.h"

#include <algorithm>

namespace sockeye {

namespace {

std::vector<Timestamp> sampleTimes(const std::vector<SeriesTableModel::Column> &columns)
{
    std::vector<Timestamp> times;
    for (const auto &column : columns) {
        for (std::size_t i = 0; i < column.data->size(); ++i) {
            if (!isAbsent(column.data->values[i]))
                times.push_back(column.data->times[i]);
        }
    }
    std::sort(times.begin(), times.end(), std::greater<>());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

double valueAt(const TimeSeries &series, Timestamp time)
{
    const auto found = std::lower_bound(series.times.begin(), series.times.end(), time);
    if (found == series.times.end() || *found != time)
        return absentValue();
    return series.values[static_cast<std::size_t>(found - series.times.begin())];
}

} // namespace

SeriesTableModel::SeriesTableModel(Wording wording, QObject *parent)
    : QAbstractTableModel(parent)
    , m_wording(std::move(wording))
{
}

SeriesTableModel::~SeriesTableModel() = default;

void SeriesTableModel::setColumns(std::vector<Column> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_times = sampleTimes(m_columns);
    endResetModel();
}

int SeriesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_times.size());
}

int SeriesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant SeriesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Timestamp time = m_times[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != RawRole)
        return {};
    if (index.column() == 0)
        return timeCell(time, role);
    return valueCell(m_columns[static_cast<std::size_t>(index.column() - 1)], time, role);
}

QVariant SeriesTableModel::timeCell(Timestamp time, int role) const
{
    if (role == RawRole)
        return QVariant::fromValue<qlonglong>(toMilliseconds(time));
    return m_wording.time(time);
}

QVariant SeriesTableModel::valueCell(const Column &column, Timestamp time, int role) const
{
    const double value = valueAt(*column.data, time);
    if (isAbsent(value))
        return {};
    if (role == RawRole)
        return value;
    return m_wording.values.text(value, column.unit);
}

QVariant SeriesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    return section == 0 ? m_wording.timeHeader : m_columns[static_cast<std::size_t>(section - 1)].name;
}

} // namespace sockeye
