// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timeseries.h"
#include "core/metrics/valueformatter.h"

#include <QAbstractTableModel>

#include <functional>

namespace sockeye {

//! \brief The numbers behind a chart: one row for each time, newest first, one column for each series. A time
//! at which a series has no sample is an empty cell; a measured NaN is written as such.
class SeriesTableModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeriesTableModel)

public:
    struct Column {
        TimeSeriesPtr data; //!< never null
        QString name;
        Unit unit = Unit::None;
    };

    //! \brief How times and numbers become text.
    struct Wording {
        std::function<QString(Timestamp)> time;
        ValueFormatter values;
        QString timeHeader;
    };

    //! \brief The raw value for sorting and export: milliseconds in the first column, else a double.
    static constexpr int RawRole = Qt::UserRole;

    explicit SeriesTableModel(Wording wording, QObject *parent = nullptr);
    ~SeriesTableModel() override;

    void setColumns(std::vector<Column> columns);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant timeCell(Timestamp time, int role) const;
    [[nodiscard]] QVariant valueCell(const Column &column, Timestamp time, int role) const;

    Wording m_wording;
    std::vector<Column> m_columns;
    std::vector<Timestamp> m_times; //!< descending, each once
};

} // namespace sockeye
