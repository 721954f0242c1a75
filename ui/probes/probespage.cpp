// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/probes/probespage.h"

#include "ui/models/tablemodel.h"
#include "ui/models/visibleupdate.h"
#include "ui/panels/panelstack.h"
#include "ui/probes/probecolumns.h"
#include "ui/text/errors.h"
#include "ui/text/formatting.h"
#include "ui/text/statuswords.h"
#include "ui/text/words.h"
#include "ui/theme/healthtable.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestName = 240;

PanelSpec lanePanel()
{
    PanelLayer layer;
    layer.binding = LaneBinding{};
    return {u"target-lane"_s, PanelSpec::Kind::StateTimeline, u"probes"_s, {layer}, {}};
}

PanelSpec rttPanel()
{
    PanelLayer layer;
    layer.binding = ProbeBinding{u"rtt"_s};
    layer.label = u"outside-rtt"_s;
    layer.unit = Unit::Seconds;
    return {u"target-rtt"_s, PanelSpec::Kind::TimeSeries, u"outside-rtt"_s, {layer}, {}};
}

} // namespace

ProbesPage::ProbesPage(MonitorSession &session, const Clock &clock, const Theme &theme,
    const Formatting &formatting, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_model(new TableModel<TargetStatus>(
          probeColumns(clock, formatting), [](const TargetStatus &t) { return t.id.value; }, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TableModel<TargetStatus>::sortRole);
    m_table->setObjectName(u"probeTable"_s);
    m_table->setAccessibleName(tr("Probes"));
    m_table->setModel(m_sorted);
    styleCardTable(*m_table);
    const auto healthOf = [model = m_model, sorted = m_sorted](const QModelIndex &index) {
        return model->at(sorted->mapToSource(index).row()).health;
    };
    m_table->setItemDelegateForColumn(0, new HealthDelegate(theme, healthOf, m_table));
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(ProbeColumn::Name, QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(ProbeColumn::Address, QHeaderView::Stretch);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(makeDetail());
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    splitter->setSizes({220, 420});
    m_content = splitter;
    m_empty = makeEmpty();
    setFocusProxy(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_content);
    layout->addWidget(m_empty);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) {
            openTarget(TargetId{index.data(TableModel<TargetStatus>::keyRole).toString()});
        });
    auto *update = new VisibleUpdate(this, [this] { updateTargets(); });
    connect(&m_session, &MonitorSession::targetsChanged, update, &VisibleUpdate::request);
    updateTargets();
}

ProbesPage::~ProbesPage() = default;

QWidget *ProbesPage::makeDetail()
{
    auto *detail = new QWidget;
    m_title = new QLabel;
    m_title->setObjectName(u"probeTitle"_s);
    m_handshake = new QLabel;
    m_handshake->setObjectName(u"probeHandshake"_s);
    m_handshake->setWordWrap(true);
    m_handshake->setTextFormat(Qt::PlainText); // servers have their say in it
    m_handshake->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_panels = new PanelStack(m_theme, m_formatting, nullptr);
    m_panels->setObjectName(u"probePanels"_s);
    connect(m_panels, &PanelStack::rangeSelected, this, &ProbesPage::rangeSelected);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_handshake);
    column->addWidget(m_panels, 1);
    return detail;
}

QWidget *ProbesPage::makeEmpty()
{
    auto *empty = new QWidget;
    auto *text =
        new QLabel(tr("No probes yet. A probe holds one WebSocket connection open and measures it."));
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *add = new QPushButton(tr("Add a probe endpoint…"));
    connect(add, &QPushButton::clicked, this, &ProbesPage::addRequested);
    auto *column = new QVBoxLayout(empty);
    column->addStretch(1);
    column->addWidget(text);
    column->addWidget(add, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return empty;
}

void ProbesPage::setRange(const TimeRange &range, bool live)
{
    m_range = range;
    m_live = live;
    m_panels->setRange(range, live);
}

void ProbesPage::formattingChanged()
{
    m_panels->setFormatting(m_formatting);
    updateTargets();
}

void ProbesPage::refresh()
{
    m_panels->refresh();
}

void ProbesPage::select(const TargetId &id)
{
    const int row = m_model->rowOf(id.value);
    if (row >= 0)
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
}

void ProbesPage::updateTargets()
{
    const std::vector<TargetStatus> targets = m_session.targets();
    m_model->setRows(targets);
    fitNames();
    m_content->setVisible(!targets.empty());
    m_empty->setVisible(targets.empty());
    if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, 0));
    updateDetail();
}

void ProbesPage::fitNames()
{
    // One long name must not squeeze the addresses away; whole it stands above the charts.
    if (std::exchange(m_fittedRows, m_model->rowCount()) == m_model->rowCount())
        return;
    m_table->resizeColumnToContents(ProbeColumn::Name);
    m_table->setColumnWidth(ProbeColumn::Name, std::min(m_table->columnWidth(ProbeColumn::Name), widestName));
}

void ProbesPage::openTarget(const TargetId &id)
{
    if (id == m_target)
        return;
    m_target = id;
    std::vector<std::unique_ptr<PanelFeed>> feeds;
    if (!id.isNull()) {
        feeds.push_back(m_session.openTargetPanel(lanePanel(), id));
        feeds.push_back(m_session.openTargetPanel(rttPanel(), id));
    }
    m_panels->setPanels(std::move(feeds));
    m_panels->setRange(m_range, m_live);
    updateDetail();
}

void ProbesPage::updateDetail()
{
    const int row = m_model->rowOf(m_target.value);
    if (row < 0) {
        m_title->clear();
        m_handshake->clear();
        return;
    }
    const TargetStatus &target = m_model->at(row);
    m_title->setText(QString(u"<b>"_s % target.name.toHtmlEscaped() % u"</b>&nbsp; "_s
        % target.url.toDisplayString().toHtmlEscaped()));
    m_handshake->setText(handshakeText(target, m_formatting, m_clock.now()));
}

QJsonObject ProbesPage::describe() const
{
    QJsonArray rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        QJsonArray cells;
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells.append(m_sorted->index(row, column).data().toString());
        rows.append(cells);
    }
    return {{u"probes"_s, rows}, {u"panels"_s, m_panels->describe()}};
}

} // namespace sockeye
