// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/servicelist.h"

#include "ui/dashboard/servicedelegate.h"
#include "ui/models/tablemodel.h"
#include "ui/text/words.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

ServiceList::ServiceList(const Theme &theme, const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
{
    TableColumn<ServiceStatus> name{
        tr("Service"), [](const ServiceStatus &s) { return QString(s.name); }, {}, {}};
    m_model = new TableModel<ServiceStatus>(
        {name}, [](const ServiceStatus &s) { return s.id.value; }, this);
    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"serviceFilter"_s);
    m_filter->setPlaceholderText(tr("Filter services"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->setClearButtonEnabled(true);
    m_view = new QListView(this);
    m_view->setObjectName(u"serviceList"_s);
    m_view->setAccessibleName(tr("Services, worst first"));
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new ServiceDelegate(
        theme, formatting,
        [this](const QModelIndex &index) -> const ServiceStatus & {
            return m_model->at(m_filtered->mapToSource(index).row());
        },
        m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(10);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(12, 0, 12, 0);
    filterRow->addWidget(m_filter);
    layout->addLayout(filterRow);
    layout->addWidget(m_view, 1);

    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusProxy(m_view);
    connect(m_filter, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_filtered->setFilterFixedString(text); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_isChosen = m_isChosen || !m_isFollowing;
        announce();
    });
}

ServiceList::~ServiceList() = default;

void ServiceList::setServices(const std::vector<ServiceStatus> &services)
{
    m_model->setRows(services);
    followWorst();
    ensureSelection();
}

ServiceId ServiceList::current() const
{
    return m_current;
}

void ServiceList::select(const ServiceId &id)
{
    const int row = m_model->rowOf(id.value);
    if (row < 0)
        return;
    const QModelIndex index = m_filtered->mapFromSource(m_model->index(row, 0));
    if (!index.isValid())
        m_filter->clear();
    m_isChosen = true;
    m_view->setCurrentIndex(m_filtered->mapFromSource(m_model->index(row, 0)));
}

void ServiceList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ServiceList::followWorst()
{
    // What is wrong is known only when all were heard once; then it stays, whatever becomes worse.
    if (m_isChosen || m_filtered->rowCount() == 0)
        return;
    m_isFollowing = true;
    m_view->setCurrentIndex(m_filtered->index(0, 0));
    m_isFollowing = false;
    bool isAllHeard = true;
    for (int row = 0; row < m_model->rowCount(); ++row)
        isAllHeard = isAllHeard && m_model->at(row).health != Health::Unknown;
    m_isChosen = isAllHeard;
}

void ServiceList::ensureSelection()
{
    if (!m_view->currentIndex().isValid() && m_filtered->rowCount() > 0)
        m_view->setCurrentIndex(m_filtered->index(0, 0));
    if (m_model->rowCount() == 0)
        announce();
}

void ServiceList::announce()
{
    const QModelIndex index = m_view->currentIndex();
    // A filter that hides the selected service does not close what is shown.
    if (!index.isValid() && m_model->rowCount() > 0)
        return;
    const ServiceId id{
        index.isValid() ? index.data(TableModel<ServiceStatus>::keyRole).toString() : QString()};
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT currentChanged(m_current);
}

} // namespace sockeye
