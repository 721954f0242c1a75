// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/servicediscovery.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds askInterval{60};
constexpr std::chrono::seconds emptyInterval{5}; // a server that has just started knows nothing yet

QString matcherFor(const QString &job)
{
    QString escaped = job;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u"job=\""_s % escaped % u'"';
}

//! The job that \a matchers ask for by its name; empty when they ask for none.
QString jobOf(const QString &matchers)
{
    static const QRegularExpression byName(uR"re((?:^|[\s,])job\s*=\s*"((?:[^"\\]|\\.)*)")re"_s);
    QString job = byName.match(matchers).captured(1);
    static const QRegularExpression escape(uR"(\\(.))"_s);
    return job.replace(escape, uR"(\1)"_s);
}

QSet<QString> jobsOf(const Workspace &workspace, const EndpointId &endpoint)
{
    QSet<QString> jobs;
    for (const ServiceConfig &service : workspace.services) {
        if (service.endpoint == endpoint)
            jobs.insert(jobOf(service.matchers));
    }
    jobs.remove(QString());
    return jobs;
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
    const EndpointConfig *config = workspace.endpoint(endpoint);
    const QStringList ignored = config ? config->ignoredJobs : QStringList();
    bool changed = false;
    for (const DetectedService &found : detected) {
        const QString job = QString::fromUtf8(found.job);
        if (ignored.contains(job))
            continue;
        const auto known = std::find_if(
            workspace.services.begin(), workspace.services.end(), [&](const ServiceConfig &service) {
                return service.endpoint == endpoint && jobOf(service.matchers) == job;
            });
        if (known == workspace.services.end()) {
            ServiceConfig service;
            service.id = ServiceId::create(random);
            service.name = job;
            service.endpoint = endpoint;
            service.matchers = matcherFor(job);
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

bool ignoreRemoved(Workspace &workspace, const Workspace &before)
{
    bool changed = false;
    for (EndpointConfig &endpoint : workspace.endpoints) {
        const EndpointConfig *old = before.endpoint(endpoint.id);
        if (!old)
            continue;
        QSet<QString> ignored(old->ignoredJobs.begin(), old->ignoredJobs.end());
        ignored += jobsOf(before, endpoint.id);
        ignored -= jobsOf(workspace, endpoint.id);
        QStringList jobs = ignored.values();
        jobs.sort(); // a file that does not change for nothing
        changed = changed || jobs != endpoint.ignoredJobs;
        endpoint.ignoredJobs = std::move(jobs);
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
