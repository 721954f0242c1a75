// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/sessioncore.h"

#include "core/engine/overalljudge.h"
#include "core/engine/sessionstatus.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr std::chrono::hours keptHistory{25};
constexpr std::chrono::hours keptOnDisk{24 * 30};
constexpr int restoredEvents = 2'000;
constexpr std::chrono::minutes housekeepingInterval{1};
constexpr int staleIntervals = 3;

//! True when the looks at a service go on: its name and its targets may change under them.
bool asksSame(const ServiceConfig &a, const ServiceConfig &b)
{
    return a.endpoint == b.endpoint && a.matchers == b.matchers && a.profileId == b.profileId
        && a.prefix == b.prefix && a.roleOverrides == b.roleOverrides;
}

} // namespace

SessionCore::SessionCore(MonitorSession::Services services, Workspace workspace)
    : m_services(std::move(services))
    , m_workspace(std::move(workspace))
    , m_store(SeriesStore::Limits{})
    , m_lanes(m_services.history)
    , m_desk(m_services.clock, m_services.history, m_services.notifier)
    , m_probes({m_services.clock, m_services.secrets, m_services.transportFactory, m_store, m_lanes})
    , m_rules(*this, m_desk, m_services.history)
{
    connect(&m_desk, &AlertDesk::recorded, this, [this] { m_dirty.history = true; });
    connect(&m_rules, &RuleRunner::changed, this, [this] { m_dirty.alerts = true; });
    setWorkspace(m_workspace);
    refreshStatuses();
}

SessionCore::~SessionCore()
{
    stop();
}

void SessionCore::start()
{
    m_isRunning = true;
    m_probes.start(RandomSource(m_services.random.bits()));
    restore();
}

void SessionCore::restore()
{
    HistoryDatabase &history = m_services.history;
    history.readAlerts(this, [this](const std::vector<StoredAlert> &alerts) {
        m_rules.restore(alerts);
        m_isRestored = true;
    });
    history.readEvents(
        restoredEvents, this, [this](const std::vector<EventRecord> &events) { m_desk.restore(events); });
    const Timestamp now = clock().now();
    history.readIntervals({now - keptHistory, now}, this, [this](std::vector<StateInterval> intervals) {
        std::erase_if(intervals,
            [this](const StateInterval &interval) { return !m_workspace.target(interval.target); });
        m_lanes.restore(std::move(intervals), clock().now());
    });
}

void SessionCore::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_probes.stop();
    m_lanes.checkpoint(clock().now());
    m_watched.clear();
    m_endpoints.clear();
    m_services.history.sync();
}

void SessionCore::setWorkspace(Workspace workspace)
{
    const Workspace before = std::exchange(m_workspace, std::move(workspace));
    const bool ignoresMore = ignoreRemoved(m_workspace, before);
    const bool isMine = adoptTargets(m_workspace, m_services.random) || ignoresMore;
    syncEndpoints();
    m_probes.setTargets(m_workspace.targets);
    syncServices();
    m_rules.sync();
    m_dirty = {true, true, true, true, m_dirty.history, m_dirty.workspace || isMine};
}

void SessionCore::syncEndpoints()
{
    for (auto it = m_endpoints.begin(); it != m_endpoints.end();) {
        const EndpointConfig *config = m_workspace.endpoint(it->first);
        const EndpointConfig &known = it->second.monitor->config();
        if (config && config->http == known.http && config->options == known.options) {
            ++it;
            continue;
        }
        it->second.monitor->scheduler().abandon();
        it = m_endpoints.erase(it);
    }
    for (const EndpointConfig &config : m_workspace.endpoints) {
        Endpoint &endpoint = m_endpoints[config.id];
        if (endpoint.monitor) {
            endpoint.monitor->setName(config.name);
            endpoint.monitor->setInterval(m_workspace.refreshInterval);
            // Its secret is not part of its configuration, but may be why the workspace is set again.
            endpoint.monitor->retryNow();
            continue;
        }
        endpoint.monitor = std::make_unique<EndpointMonitor>(config,
            EndpointMonitor::Surroundings{
                clock(), m_services.secrets, m_store, RandomSource(m_services.random.bits())},
            m_workspace.refreshInterval);
        endpoint.discovery =
            std::make_unique<ServiceDiscovery>(*endpoint.monitor, clock(), m_services.profiles);
        connect(endpoint.monitor.get(), &EndpointMonitor::changed, this,
            [this] { m_dirty.endpoints = m_dirty.services = true; });
        connect(endpoint.discovery.get(), &ServiceDiscovery::found, this,
            [this, id = config.id](const std::vector<DetectedService> &found) { takeDetected(id, found); });
    }
}

void SessionCore::syncServices()
{
    for (auto it = m_watched.begin(); it != m_watched.end();) {
        if (m_workspace.service(it->first)) {
            ++it;
            continue;
        }
        m_desk.forget(it->first);
        it = m_watched.erase(it);
    }
    for (const ServiceConfig &config : m_workspace.services) {
        const auto known = m_watched.find(config.id);
        if (known != m_watched.end() && asksSame(known->second.config, config)) {
            known->second.config = config;
            continue;
        }
        auto monitor = std::make_unique<ServiceMonitor>(config.id, *this);
        connect(monitor.get(), &ServiceMonitor::looked, this, [this, id = config.id] { onLooked(id); });
        m_watched.insert_or_assign(config.id,
            Service{config, ServiceRoles(config, m_services.profiles), std::move(monitor), Health::Unknown,
                clock().now()});
    }
}

void SessionCore::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_isPaused = paused;
    m_probes.setPaused(paused);
    m_dirty = {true, true, true, true, m_dirty.history, m_dirty.workspace};
    refreshStatuses();
    announce();
}

void SessionCore::tick()
{
    if (!m_isRunning)
        return;
    if (!m_isPaused)
        watch();
    m_desk.tick();
    keepHouse();
    refreshStatuses();
    announce();
    Q_EMIT ticked();
    m_store.flush();
}

void SessionCore::watch()
{
    for (const auto &[id, endpoint] : m_endpoints) {
        endpoint.monitor->tick();
        endpoint.discovery->tick();
    }
    if (m_probes.tick())
        m_dirty.targets = m_dirty.services = true;
    for (const auto &[id, service] : m_watched)
        service.monitor->tick();
    if (m_isRestored)
        m_rules.tick();
}

void SessionCore::keepHouse()
{
    const MonotonicTime now = clock().monotonic();
    if (m_nextHousekeeping && now < *m_nextHousekeeping)
        return;
    m_nextHousekeeping = now + housekeepingInterval;
    const Timestamp wall = clock().now();
    m_store.trim(wall);
    m_lanes.checkpoint(wall);
    m_lanes.trim(wall - keptHistory);
    m_services.history.prune(wall - keptOnDisk);
}

void SessionCore::takeDetected(const EndpointId &endpoint, const std::vector<DetectedService> &detected)
{
    if (!addDetected(m_workspace, endpoint, detected, m_services.random))
        return;
    syncServices();
    m_rules.sync();
    m_dirty.services = m_dirty.alerts = true;
    // At once: who edits the workspace must know of it, or would remove what was found just now.
    Q_EMIT workspaceChanged();
}

void SessionCore::onLooked(const ServiceId &id)
{
    m_dirty.services = true;
    const auto found = m_watched.find(id);
    if (found == m_watched.end() || m_isPaused)
        return;
    const ServiceStatus status = describe(found->second, {});
    // What was never seen has not been lost.
    if (status.blind != BlindCause::NotYetHeard)
        m_desk.onSight(status, found->second.monitor->misses());
}

ServiceStatus SessionCore::describe(Service &service, const std::vector<ActiveAlert> &alerts) const
{
    ServiceStatus status;
    status.id = service.config.id;
    status.name = service.config.name;
    status.hasMetrics = !service.config.endpoint.isNull();
    service.monitor->describe(status);
    if (m_isPaused)
        status.blind = BlindCause::Paused;
    status.health = healthOf(status.blind);
    for (const TargetId &id : service.config.targets) {
        if (const TargetMonitor *one = target(id); one && !m_isPaused)
            addTarget(status, one->status());
    }
    for (const ActiveAlert &alert : alerts) {
        if (alert.service == status.id)
            status.health = std::max(status.health, healthOf(alert));
    }
    status.since = service.since;
    return status;
}

void SessionCore::refreshStatuses()
{
    const std::vector<ActiveAlert> alerts = m_rules.alerts();
    if (m_dirty.services || m_dirty.alerts || m_dirty.targets || m_dirty.endpoints)
        refreshServices(alerts);
    judge(alerts);
}

void SessionCore::refreshServices(const std::vector<ActiveAlert> &alerts)
{
    m_serviceStatuses.clear();
    for (auto &[id, service] : m_watched) {
        ServiceStatus status = describe(service, alerts);
        if (status.health != service.health) {
            service.health = status.health;
            service.since = status.since = clock().now();
        }
        m_serviceStatuses.push_back(std::move(status));
    }
    sortWorstFirst(m_serviceStatuses);
}

void SessionCore::judge(const std::vector<ActiveAlert> &alerts)
{
    const OverallStatus status =
        judgeOverall({m_isPaused, clock().now(), staleIntervals * m_workspace.refreshInterval,
            endpointStatuses(), m_serviceStatuses, targetStatuses(), alerts});
    if (saysSame(status, m_overall))
        return;
    m_overall = status;
    Q_EMIT overallChanged();
}

void SessionCore::announce()
{
    const Dirty dirty = std::exchange(m_dirty, Dirty{false, false, false, false, false, false});
    if (dirty.workspace)
        Q_EMIT workspaceChanged();
    if (dirty.endpoints)
        Q_EMIT endpointsChanged();
    if (dirty.services || dirty.alerts || dirty.targets || dirty.endpoints)
        Q_EMIT servicesChanged();
    if (dirty.targets)
        Q_EMIT targetsChanged();
    if (dirty.alerts)
        Q_EMIT alertsChanged();
    if (dirty.history)
        Q_EMIT historyChanged();
}

EndpointMonitor *SessionCore::endpoint(const EndpointId &id) const
{
    const auto found = m_endpoints.find(id);
    return found == m_endpoints.end() ? nullptr : found->second.monitor.get();
}

const ServiceRoles *SessionCore::roles(const ServiceId &id) const
{
    const auto found = m_watched.find(id);
    return found == m_watched.end() ? nullptr : &found->second.roles;
}

ServiceSight SessionCore::sight(const ServiceId &id) const
{
    const auto found = m_watched.find(id);
    if (m_isPaused)
        return {BlindCause::Paused, BlindCause::Paused, 0};
    if (found == m_watched.end())
        return {};
    const ServiceMonitor &monitor = *found->second.monitor;
    return {monitor.metricsCause(), monitor.probesCause(), monitor.misses()};
}

std::vector<TimeRange> SessionCore::firingTimes(const RuleId &rule, const ServiceId &service) const
{
    return m_desk.firingTimes(rule, service);
}

std::vector<EndpointStatus> SessionCore::endpointStatuses() const
{
    std::vector<EndpointStatus> statuses;
    for (const EndpointConfig &config : m_workspace.endpoints) {
        if (const EndpointMonitor *monitor = endpoint(config.id))
            statuses.push_back(monitor->statusWithTraffic());
    }
    return statuses;
}

} // namespace sockeye
