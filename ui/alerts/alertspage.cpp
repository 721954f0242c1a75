// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/alertspage.h"

#include "core/engine/sessionstatus.h"

#include "ui/alerts/alertcolumns.h"
#include "ui/alerts/rulesmodel.h"
#include "ui/models/tablemodel.h"
#include "ui/models/visibleupdate.h"
#include "ui/text/formatting.h"
#include "ui/text/words.h"
#include "ui/theme/healthtable.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyLimit = 500;

QTableView *makeTable(QAbstractItemModel *model, int stretched)
{
    auto *table = new QTableView;
    table->setModel(model);
    styleCardTable(*table);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    return table;
}

//! A table, or a sentence while it has no row.
QWidget *withEmptyText(QTableView *table, const QString &sentence)
{
    auto *page = new QWidget;
    auto *stack = new QStackedLayout(page);
    auto *label = new QLabel(sentence);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    stack->addWidget(table);
    stack->addWidget(label);
    const auto update = [stack, table] { stack->setCurrentIndex(table->model()->rowCount() == 0 ? 1 : 0); };
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, page, update);
    QObject::connect(table->model(), &QAbstractItemModel::rowsRemoved, page, update);
    QObject::connect(table->model(), &QAbstractItemModel::modelReset, page, update);
    update();
    return page;
}

} // namespace

AlertsPage::AlertsPage(MonitorSession &session, const Clock &clock, const Theme &theme,
    const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_active(new TableModel<ActiveAlert>(activeColumns(clock, formatting), alertKey, this))
    , m_rules(new RulesModel(formatting, this))
    , m_history(new TableModel<EventRecord>(historyColumns(formatting), eventKey, this))
    , m_tabs(new QTabWidget)
{
    m_tabs->setObjectName(u"alertTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(makeActive(), tr("Active"));
    m_tabs->addTab(makeRules(), tr("Rules"));
    m_tabs->addTab(makeHistory(), tr("History"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_tabs);
    setFocusProxy(m_tabs);

    connect(m_rules, &RulesModel::ruleEdited, this, &AlertsPage::ruleEdited);
    auto *alerts = new VisibleUpdate(this, [this] {
        updateAlerts();
        updateRules();
    });
    auto *events = new VisibleUpdate(this, [this] { updateHistory(); });
    connect(&m_session, &MonitorSession::alertsChanged, alerts, &VisibleUpdate::request);
    connect(&m_session, &MonitorSession::historyChanged, events, &VisibleUpdate::request);
    updateAlerts();
    updateRules();
    updateHistory();
}

AlertsPage::~AlertsPage() = default;

QWidget *AlertsPage::makeActive()
{
    QTableView *table = makeTable(m_active, 1);
    table->setObjectName(u"activeAlerts"_s);
    table->setAccessibleName(tr("Active alerts"));
    const auto healthOfRow = [model = m_active](
                                 const QModelIndex &index) { return healthOf(model->at(index.row())); };
    table->setItemDelegateForColumn(0, new HealthDelegate(m_theme, healthOfRow, table));
    const auto open = [this](const QModelIndex &index) { Q_EMIT alertActivated(m_active->at(index.row())); };
    connect(table, &QTableView::activated, this, open);
    return withEmptyText(table, tr("Nothing is pending or firing."));
}

QWidget *AlertsPage::makeRules()
{
    QTableView *table = makeTable(m_rules, RulesModel::Name);
    table->setObjectName(u"rulesTable"_s);
    table->setAccessibleName(tr("Alert rules"));
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    return table;
}

QWidget *AlertsPage::makeHistory()
{
    QTableView *table = makeTable(m_history, 1);
    table->setObjectName(u"historyTable"_s);
    table->setAccessibleName(tr("What happened"));
    return withEmptyText(
        table, tr("Nothing has happened yet. Alerts and times of blindness will be listed here."));
}

void AlertsPage::formattingChanged()
{
    m_active->setColumns(activeColumns(m_clock, m_formatting));
    m_history->setColumns(historyColumns(m_formatting));
    updateRules();
}

void AlertsPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void AlertsPage::updateAlerts()
{
    std::vector<ActiveAlert> active = m_session.alerts();
    std::erase_if(active, [](const ActiveAlert &alert) {
        return alert.alert.phase != AlertPhase::Firing && alert.alert.phase != AlertPhase::Pending;
    });
    m_active->setRows(std::move(active));
}

void AlertsPage::updateRules()
{
    m_rules->setRules(m_session.workspace().rules, m_session.ruleStatuses());
}

void AlertsPage::updateHistory()
{
    m_session.history().readEvents(historyLimit, this,
        [this](std::vector<EventRecord> events) { m_history->setRows(std::move(events)); });
}

QJsonObject AlertsPage::describe() const
{
    const auto rowsOf = [](const QAbstractItemModel &model, int limit) {
        QJsonArray rows;
        for (int row = 0; row < std::min(model.rowCount(), limit); ++row) {
            QJsonArray cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
            rows.append(cells);
        }
        return rows;
    };
    constexpr int manyRows = 50;
    return {{u"active"_s, rowsOf(*m_active, manyRows)}, {u"rules"_s, rowsOf(*m_rules, manyRows)},
        {u"history"_s, rowsOf(*m_history, manyRows)}};
}

} // namespace sockeye
