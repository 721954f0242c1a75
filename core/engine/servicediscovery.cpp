// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/servicediscovery.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds askInterval{60};
constexpr std::chrono::seconds emptyInterval{5}; // a server that has just started knows nothing yet

QString matcherFor(const QByteArray &job)
{
    QString escaped = QString::fromUtf8(job);
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u"job=\""_s % escaped % u'"';
}

} // namespace

ServiceDiscovery::ServiceDiscovery(EndpointMonitor &endpoint, const Clock &clock,
    const std::vector<MetricProfile> &profiles, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_clock(clock)
    , m_profiles(profiles)
{
}

ServiceDiscovery::~ServiceDiscovery() = default;

void ServiceDiscovery::tick()
{
    const MonotonicTime now = m_clock.monotonic();
    const bool isTime = !m_nextAsk || now >= *m_nextAsk;
    if (m_isAsking || !isTime || m_profiles.empty() || m_endpoint.blindCause() != BlindCause::None)
        return;
    m_isAsking = true;
    InventoryJob *job = m_endpoint.client().inventory(detectionRegex(m_profiles));
    connect(job, &InventoryJob::finished, this, [this](const InventoryOutcome &outcome) {
        m_isAsking = false;
        std::vector<DetectedService> services;
        if (outcome)
            services = detectServices(m_profiles, outcome->typeOf, outcome->jobsOf);
        m_nextAsk = m_clock.monotonic() + (services.empty() ? emptyInterval : askInterval);
        Q_EMIT found(services);
    });
}

bool addDetected(Workspace &workspace, const EndpointId &endpoint,
    const std::vector<DetectedService> &detected, RandomSource &random)
{
    bool changed = false;
    for (const DetectedService &found : detected) {
        const QString matcher = matcherFor(found.job);
        const auto known = std::find_if(
            workspace.services.begin(), workspace.services.end(), [&](const ServiceConfig &service) {
                return service.endpoint == endpoint && service.matchers.contains(matcher);
            });
        if (known == workspace.services.end()) {
            ServiceConfig service;
            service.id = ServiceId::create(random);
            service.name = QString::fromUtf8(found.job);
            service.endpoint = endpoint;
            service.matchers = matcher;
            service.profileId = found.profileId;
            service.prefix = found.prefix;
            workspace.services.push_back(std::move(service));
            changed = true;
        } else if (known->profileId.isEmpty()) {
            known->profileId = found.profileId;
            known->prefix = found.prefix;
            changed = true;
        }
    }
    return changed;
}

bool adoptTargets(Workspace &workspace, RandomSource &random)
{
    bool changed = false;
    for (const ProbeTarget &target : workspace.targets) {
        const bool isAssigned = std::any_of(
            workspace.services.begin(), workspace.services.end(), [&](const ServiceConfig &service) {
                return std::find(service.targets.begin(), service.targets.end(), target.id)
                    != service.targets.end();
            });
        if (isAssigned)
            continue;
        ServiceConfig service;
        service.id = ServiceId::create(random);
        service.name = target.name;
        service.targets = {target.id};
        workspace.services.push_back(std::move(service));
        changed = true;
    }
    return changed;
}

} // namespace sockeye
