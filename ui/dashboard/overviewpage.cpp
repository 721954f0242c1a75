// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dashboard/overviewpage.h"

#include "ui/dashboard/alertchips.h"
#include "ui/dashboard/servicelist.h"
#include "ui/models/visibleupdate.h"
#include "ui/panels/panelstack.h"
#include "ui/panels/tile.h"
#include "ui/text/formatting.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QJsonArray>
#include <QSplitter>
#include <QVBoxLayout>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualTiles = 4;

bool asksOnlyPrometheus(const PanelSpec &spec)
{
    return std::none_of(spec.layers.begin(), spec.layers.end(), [](const PanelLayer &layer) {
        return std::holds_alternative<ProbeBinding>(layer.binding)
            || std::holds_alternative<LaneBinding>(layer.binding);
    });
}

} // namespace

OverviewPage::OverviewPage(MonitorSession &session, Dashboard dashboard, const Clock &clock,
    const Theme &theme, const Formatting &formatting)
    : m_session(session)
    , m_dashboard(std::move(dashboard))
    , m_clock(clock)
    , m_theme(theme)
    , m_formatting(formatting)
    , m_list(new ServiceList(theme, formatting))
    , m_chips(new AlertChips(theme, formatting))
    , m_tileRow(new QHBoxLayout)
    , m_panels(new PanelStack(theme, formatting, nullptr))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_panels->setObjectName(u"overviewPanels"_s);
    m_tileRow->setSpacing(8);
    m_tileRow->addStretch(usualTiles);
    auto *right = new QWidget;
    right->setObjectName(u"overviewRight"_s);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_chips);
    column->addLayout(m_tileRow);
    column->addWidget(m_panels, 1);

    m_list->setMinimumWidth(190);
    m_splitter->setObjectName(u"overviewSplitter"_s);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({232, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    connect(m_list, &ServiceList::currentChanged, this, &OverviewPage::openService);
    connect(m_panels, &PanelStack::rangeSelected, this, &OverviewPage::rangeSelected);
    connect(m_chips, &AlertChips::activated, this, &OverviewPage::alertActivated);
    m_services = new VisibleUpdate(this, [this] { updateServices(); });
    auto *alerts = new VisibleUpdate(this, [this] { updateAlerts(); });
    connect(&m_session, &MonitorSession::servicesChanged, m_services, &VisibleUpdate::request);
    connect(&m_session, &MonitorSession::alertsChanged, alerts, &VisibleUpdate::request);
    connect(&m_session, &MonitorSession::workspaceChanged, this, [this] {
        if (hasMetrics(m_service) != m_hasMetrics)
            openService(m_service);
    });
    setFocusProxy(m_list);
    updateServices();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::setRange(const TimeRange &range, bool live)
{
    m_range = range;
    m_live = live;
    m_panels->setRange(range, live);
    for (Tile *tile : m_tiles)
        tile->setRange(range, live);
}

void OverviewPage::formattingChanged()
{
    m_panels->setFormatting(m_formatting);
    openService(m_service);
    updateAlerts();
    m_list->update();
}

void OverviewPage::showMoment(const ServiceId &service, const QString &panelKey, Timestamp moment)
{
    selectService(service);
    m_panels->showMoment(panelKey, moment);
}

void OverviewPage::refresh()
{
    m_panels->refresh();
}

void OverviewPage::focusFilter()
{
    m_list->focusFilter();
}

ServiceId OverviewPage::currentService() const
{
    return m_service;
}

void OverviewPage::selectService(const ServiceId &id)
{
    m_services->run(); // it may have been found while nobody looked
    m_list->select(id);
}

QByteArray OverviewPage::splitterState() const
{
    return m_splitter->saveState();
}

void OverviewPage::restoreSplitter(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
}

void OverviewPage::updateServices()
{
    m_list->setServices(m_session.services());
}

void OverviewPage::updateAlerts()
{
    std::vector<ActiveAlert> mine;
    for (const ActiveAlert &alert : m_session.alerts()) {
        const bool active =
            alert.alert.phase == AlertPhase::Firing || alert.alert.phase == AlertPhase::Pending;
        if (active && alert.service == m_service)
            mine.push_back(alert);
    }
    m_chips->setAlerts(mine, m_clock.now());
}

void OverviewPage::clearTiles()
{
    for (Tile *tile : std::exchange(m_tiles, {}))
        delete tile;
}

void OverviewPage::addTile(std::unique_ptr<PanelFeed> feed)
{
    auto *tile = new Tile(std::move(feed), m_theme, m_formatting, nullptr);
    tile->setRange(m_range, m_live);
    m_tileRow->insertWidget(static_cast<int>(m_tiles.size()), tile, 1);
    m_tiles.push_back(tile);
    // A lone tile keeps the width that it has among the others.
    m_tileRow->setStretch(m_tileRow->count() - 1, std::max(0, usualTiles - static_cast<int>(m_tiles.size())));
}

bool OverviewPage::hasMetrics(const ServiceId &id) const
{
    const ServiceConfig *service = m_session.workspace().service(id);
    return service && !service->endpoint.isNull();
}

void OverviewPage::openService(const ServiceId &id)
{
    m_service = id;
    m_hasMetrics = hasMetrics(id);
    clearTiles();
    std::vector<std::unique_ptr<PanelFeed>> feeds;
    for (const PanelSpec &spec : m_dashboard.panels) {
        // Six times "this service has no Prometheus server" says less than once nothing.
        if (id.isNull() || (!m_hasMetrics && asksOnlyPrometheus(spec)))
            continue;
        auto feed = m_session.openPanel(spec, id);
        if (spec.kind == PanelSpec::Kind::Tile)
            addTile(std::move(feed));
        else
            feeds.push_back(std::move(feed));
    }
    m_panels->setPanels(std::move(feeds));
    m_panels->setRange(m_range, m_live);
    updateAlerts();
}

QJsonObject OverviewPage::describe() const
{
    QJsonArray tiles;
    for (const Tile *tile : m_tiles)
        tiles.append(tile->describe());
    return {{u"service"_s, m_service.value}, {u"tiles"_s, tiles}, {u"panels"_s, m_panels->describe()}};
}

} // namespace sockeye
