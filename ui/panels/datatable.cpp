// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panels/datatable.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

DataTable::DataTable(const QString &title, std::unique_ptr<QAbstractItemModel> model, QWidget *parent)
    : QDialog(parent)
    , m_model(std::move(model))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *view = new QTableView(this);
    view->setModel(m_model.get());
    view->setAccessibleName(title);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setShowGrid(false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, &DataTable::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(view);
    layout->addWidget(buttons);
    resize(560, 480);
}

DataTable::~DataTable()
{
    // The view outlives this body as a child; its model does not.
    delete findChild<QTableView *>();
}

void DataTable::copyAll() const
{
    // Tabs and lines are what a spreadsheet takes.
    QString text;
    const int columns = m_model->columnCount();
    for (int column = 0; column < columns; ++column)
        text +=
            m_model->headerData(column, Qt::Horizontal).toString() % (column + 1 < columns ? u'\t' : u'\n');
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < columns; ++column)
            text += m_model->index(row, column).data().toString() % (column + 1 < columns ? u'\t' : u'\n');
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace sockeye
