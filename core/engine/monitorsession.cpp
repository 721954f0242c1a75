// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/monitorsession.h"

#include "core/engine/sessioncore.h"
#include "core/engine/sessionfeed.h"

#include <QTimer>

namespace sockeye {

namespace {

constexpr std::chrono::milliseconds tickInterval{250};

} // namespace

class MonitorSession::Private {
public:
    Private(Services services, Workspace workspace)
        : core(std::move(services), std::move(workspace))
    {
    }

    //! Spreads the questions of panels that are opened together.
    std::chrono::milliseconds jitter()
    {
        const double tenth = static_cast<double>(core.workspace().refreshInterval.count()) / 10.0;
        return std::chrono::milliseconds{
            static_cast<std::int64_t>(core.services().random.fraction() * tenth)};
    }

    SessionCore core;
    QTimer timer;
};

MonitorSession::MonitorSession(Services services, Workspace workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(services), std::move(workspace)))
{
    connect(&d->timer, &QTimer::timeout, this, &MonitorSession::tick);
    connect(&d->core, &SessionCore::overallChanged, this, &MonitorSession::overallChanged);
    connect(&d->core, &SessionCore::endpointsChanged, this, &MonitorSession::endpointsChanged);
    connect(&d->core, &SessionCore::servicesChanged, this, &MonitorSession::servicesChanged);
    connect(&d->core, &SessionCore::targetsChanged, this, &MonitorSession::targetsChanged);
    connect(&d->core, &SessionCore::alertsChanged, this, &MonitorSession::alertsChanged);
    connect(&d->core, &SessionCore::historyChanged, this, &MonitorSession::historyChanged);
    connect(&d->core, &SessionCore::workspaceChanged, this, &MonitorSession::workspaceChanged);
}

MonitorSession::~MonitorSession()
{
    // Whoever listens may be half gone already.
    d->core.disconnect(this);
}

void MonitorSession::start(Drive drive)
{
    d->core.start();
    if (drive == Drive::Timer)
        d->timer.start(tickInterval);
    tick();
}

void MonitorSession::shutDown()
{
    d->timer.stop();
    d->core.stop();
}

void MonitorSession::tick()
{
    d->core.tick();
}

const Workspace &MonitorSession::workspace() const
{
    return d->core.workspace();
}

void MonitorSession::setWorkspace(const Workspace &workspace)
{
    d->core.setWorkspace(workspace);
}

void MonitorSession::setNotificationSettings(const NotificationSettings &settings)
{
    d->core.desk().setSettings(settings);
}

void MonitorSession::setPaused(bool paused)
{
    d->core.setPaused(paused);
}

bool MonitorSession::isPaused() const
{
    return d->core.isPaused();
}

const OverallStatus &MonitorSession::overall() const
{
    return d->core.overall();
}

const SeriesStore &MonitorSession::store() const
{
    return d->core.store();
}

std::vector<EndpointStatus> MonitorSession::endpoints() const
{
    return d->core.endpointStatuses();
}

std::vector<ServiceStatus> MonitorSession::services() const
{
    return d->core.serviceStatuses();
}

std::vector<TargetStatus> MonitorSession::targets() const
{
    return d->core.targetStatuses();
}

std::vector<ActiveAlert> MonitorSession::alerts() const
{
    return d->core.rules().alerts();
}

std::vector<RuleStatus> MonitorSession::ruleStatuses() const
{
    return d->core.rules().statuses();
}

const std::vector<MetricProfile> &MonitorSession::profiles() const
{
    return d->core.services().profiles;
}

std::unique_ptr<PanelFeed> MonitorSession::openPanel(const PanelSpec &spec, const ServiceId &service)
{
    return std::make_unique<SessionFeed>(d->core, spec, SessionFeed::Subject{service, {}}, d->jitter());
}

std::unique_ptr<PanelFeed> MonitorSession::openTargetPanel(const PanelSpec &spec, const TargetId &target)
{
    ServiceId owner;
    for (const ServiceConfig &service : d->core.workspace().services) {
        if (std::find(service.targets.begin(), service.targets.end(), target) != service.targets.end())
            owner = service.id;
    }
    return std::make_unique<SessionFeed>(d->core, spec, SessionFeed::Subject{owner, target}, d->jitter());
}

HistoryDatabase &MonitorSession::history()
{
    return d->core.services().history;
}

void MonitorSession::hangProbesForTest(std::chrono::milliseconds duration)
{
    d->core.hangProbes(duration);
}

} // namespace sockeye
