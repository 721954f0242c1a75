// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"
#include "core/engine/probewatch.h"
#include "core/engine/rulerunner.h"
#include "core/engine/servicediscovery.h"
#include "core/engine/servicemonitor.h"

#include <map>

namespace sockeye {

//! \brief The parts of a session and what drives them. MonitorSession is its face. Main thread only.
class SessionCore final : public SessionView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionCore)

public:
    SessionCore(MonitorSession::Services services, Workspace workspace);
    ~SessionCore() override;

    void start();
    void stop();
    void tick();
    void setWorkspace(Workspace workspace);
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    void hangProbes(std::chrono::milliseconds duration) { m_probes.hangForTest(duration); }

    [[nodiscard]] const Clock &clock() const override { return m_services.clock; }
    [[nodiscard]] const Workspace &workspace() const override { return m_workspace; }
    [[nodiscard]] const SeriesStore &store() const override { return m_store; }
    [[nodiscard]] const LaneHistory &lanes() const override { return m_lanes; }
    [[nodiscard]] EndpointMonitor *endpoint(const EndpointId &id) const override;
    [[nodiscard]] const TargetMonitor *target(const TargetId &id) const override
    {
        return m_probes.target(id);
    }
    [[nodiscard]] const ServiceRoles *roles(const ServiceId &id) const override;
    [[nodiscard]] ServiceSight sight(const ServiceId &id) const override;
    [[nodiscard]] std::vector<TimeRange> firingTimes(
        const RuleId &rule, const ServiceId &service) const override;

    [[nodiscard]] const OverallStatus &overall() const { return m_overall; }
    [[nodiscard]] std::vector<EndpointStatus> endpointStatuses() const;
    [[nodiscard]] const std::vector<ServiceStatus> &serviceStatuses() const { return m_serviceStatuses; }
    [[nodiscard]] std::vector<TargetStatus> targetStatuses() const { return m_probes.statuses(); }
    [[nodiscard]] const RuleRunner &rules() const { return m_rules; }
    [[nodiscard]] AlertDesk &desk() { return m_desk; }
    [[nodiscard]] MonitorSession::Services &services() { return m_services; }

Q_SIGNALS:
    void overallChanged();
    void endpointsChanged();
    void servicesChanged();
    void targetsChanged();
    void alertsChanged();
    void historyChanged();
    void workspaceChanged();

private:
    //! One server and what is asked of it.
    struct Endpoint {
        std::unique_ptr<EndpointMonitor> monitor;
        std::unique_ptr<ServiceDiscovery> discovery; //!< after the monitor that it asks
    };
    struct Service {
        ServiceConfig config;
        ServiceRoles roles;
        std::unique_ptr<ServiceMonitor> monitor;
        Health health = Health::Unknown;
        Timestamp since;
    };
    struct Dirty {
        bool endpoints = true;
        bool services = true;
        bool targets = true;
        bool alerts = true;
        bool history = false;
        bool workspace = false; //!< changed by the session itself
    };

    void restore();
    void syncEndpoints();
    void syncServices();
    void watch();
    void keepHouse();
    void takeDetected(const EndpointId &endpoint, const std::vector<DetectedService> &detected);
    void onLooked(const ServiceId &id);
    void refreshStatuses();
    void refreshServices(const std::vector<ActiveAlert> &alerts);
    void announce();
    [[nodiscard]] ServiceStatus describe(Service &service, const std::vector<ActiveAlert> &alerts) const;
    void judge(const std::vector<ActiveAlert> &alerts);

    MonitorSession::Services m_services;
    Workspace m_workspace;
    SeriesStore m_store;
    LaneHistory m_lanes;
    AlertDesk m_desk;
    ProbeWatch m_probes;
    std::map<EndpointId, Endpoint> m_endpoints;
    std::map<ServiceId, Service> m_watched;
    RuleRunner m_rules;
    OverallStatus m_overall;
    std::vector<ServiceStatus> m_serviceStatuses;
    Dirty m_dirty;
    std::optional<MonotonicTime> m_nextHousekeeping;
    bool m_isRestored = false;
    bool m_isRunning = false;
    bool m_isPaused = false;
};

} // namespace sockeye
