// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connections/connectionspage.h"

#include "ui/connections/connectioncolumns.h"
#include "ui/connections/connectiondetail.h"
#include "ui/models/tablemodel.h"
#include "ui/theme/healthtable.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int roomyWidth = 1'000;
constexpr int mostRows = 6; //!< that stand above the card without scrolling

} // namespace

ConnectionsPage::ConnectionsPage(const MonitorSession &session, const Clock &clock, const Theme &theme,
    const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_model(new TableModel<Connection>(connectionColumns(formatting), connectionKey, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_detail(new ConnectionDetail(theme, formatting))
    , m_content(makeContent())
    , m_empty(makeEmpty())
    , m_timer(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_content);
    layout->addWidget(m_empty);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ConnectionsPage::updateDetail);
    connect(m_detail, &ConnectionDetail::settingsRequested, this, &ConnectionsPage::settingsRequested);
    connect(m_detail, &ConnectionDetail::copied, this, [this] {
        Q_EMIT messageRequested(
            tr("The command is on the clipboard. Where it has a $NAME, set that variable first."));
    });
    m_timer->setInterval(1s);
    connect(m_timer, &QTimer::timeout, this, &ConnectionsPage::update);
    update();
}

ConnectionsPage::~ConnectionsPage() = default;

QWidget *ConnectionsPage::makeContent()
{
    makeTable();
    auto *column = new QWidget;
    auto *cards = new QVBoxLayout(column);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->addWidget(m_detail);
    cards->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // In a small window the keys scroll it.
    scroll->setFocusPolicy(Qt::TabFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    rows->addWidget(m_table);
    rows->addWidget(scroll, 1);
    return content;
}

void ConnectionsPage::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TableModel<Connection>::sortRole);
    const auto healthOf = [model = m_model, sorted = m_sorted](const QModelIndex &index) {
        return model->at(sorted->mapToSource(index).row()).status.health;
    };
    m_table->setObjectName(u"connectionTable"_s);
    m_table->setAccessibleName(tr("Prometheus servers"));
    m_table->setModel(m_sorted);
    styleCardTable(*m_table);
    m_table->setItemDelegateForColumn(
        ConnectionColumn::State, new HealthDelegate(m_theme, healthOf, m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ConnectionColumn::State, Qt::DescendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(ConnectionColumn::Name, QHeaderView::Stretch);
    header->setSectionResizeMode(ConnectionColumn::Server, QHeaderView::Stretch);
}

QWidget *ConnectionsPage::makeEmpty()
{
    auto *empty = new QWidget;
    auto *text = new QLabel(tr("No Prometheus server yet. Add one to see a service from inside."));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    m_add = new QPushButton(tr("Add a Prometheus server…"));
    m_add->setObjectName(u"connectionAdd"_s);
    connect(m_add, &QPushButton::clicked, this, &ConnectionsPage::addRequested);
    auto *column = new QVBoxLayout(empty);
    column->addStretch(1);
    column->addWidget(text);
    column->addWidget(m_add, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return empty;
}

std::vector<Connection> ConnectionsPage::connections() const
{
    std::vector<Connection> connections;
    for (EndpointStatus &status : m_session.endpoints()) {
        if (const EndpointConfig *config = m_session.workspace().endpoint(status.id))
            connections.push_back({*config, std::move(status)});
    }
    return connections;
}

void ConnectionsPage::update()
{
    m_model->setRows(connections());
    const bool isEmpty = m_model->rowCount() == 0;
    showContent(!isEmpty);
    if (isEmpty)
        return;
    fitTable();
    // A table that gets the focus has a current row, which is not selected by that.
    if (!m_table->selectionModel()->hasSelection()) {
        const QModelIndex current = m_table->currentIndex();
        m_table->setCurrentIndex(current.isValid() ? current : m_sorted->index(0, 0));
    }
    updateDetail();
}

void ConnectionsPage::showContent(bool isThere)
{
    // The keys stay on the page when what had them goes.
    const QWidget *focus = window()->focusWidget();
    const bool hadFocus = focus && (focus == m_table || focus == m_add);
    setFocusProxy(isThere ? static_cast<QWidget *>(m_table) : m_add);
    (isThere ? m_content : m_empty)->show();
    if (hadFocus)
        setFocus();
    (isThere ? m_empty : m_content)->hide();
}

void ConnectionsPage::updateDetail()
{
    const QModelIndex current = m_sorted->mapToSource(m_table->currentIndex());
    if (!current.isValid())
        return;
    const SeriesStore &store = m_session.store();
    m_detail->showConnection(
        m_model->at(current.row()), {store.usage(), store.limits().maxBytes}, m_clock.now());
}

void ConnectionsPage::fitTable()
{
    // Mostly there are one or two servers: the room below belongs to the card.
    const int rows = std::min(m_model->rowCount(), mostRows);
    const int frame =
        m_table->height() - m_table->viewport()->height() - m_table->horizontalHeader()->height();
    const int height = m_table->horizontalHeader()->sizeHint().height() + rows * cardTableRowHeight
        + std::clamp(frame, 8, 16);
    if (m_table->maximumHeight() != height)
        m_table->setFixedHeight(height);
}

void ConnectionsPage::formattingChanged()
{
    m_model->setColumns(connectionColumns(m_formatting));
    update();
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    update();
    m_timer->start();
}

void ConnectionsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer->stop();
}

void ConnectionsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Names need room; the card has these numbers too.
    for (const int column : {ConnectionColumn::Reused, ConnectionColumn::P50, ConnectionColumn::Received})
        m_table->setColumnHidden(column, width() < roomyWidth);
}

QJsonObject ConnectionsPage::describe() const
{
    QJsonArray rows;
    for (const Connection &connection : connections())
        rows.append(sockeye::describe(connection));
    const SeriesStore &store = m_session.store();
    const SeriesStore::Usage held = store.usage();
    return {{u"connections"_s, rows}, {u"samplesHeld"_s, static_cast<qint64>(held.samples)},
        {u"bytesHeld"_s, static_cast<qint64>(held.bytes)},
        {u"bytesAllowed"_s, static_cast<qint64>(store.limits().maxBytes)}};
}

} // namespace sockeye
