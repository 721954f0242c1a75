// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include <memory>

class QAbstractItemModel;

namespace sockeye {

//! \brief The numbers of a panel as they were when it was opened. Deletes itself when it is closed.
class DataTable final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataTable)

public:
    DataTable(const QString &title, std::unique_ptr<QAbstractItemModel> model, QWidget *parent);
    ~DataTable() override;

private:
    void copyAll() const;

    std::unique_ptr<QAbstractItemModel> m_model;
};

} // namespace sockeye
