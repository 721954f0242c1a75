// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/sessionstatus.h"

#include <algorithm>
#include <tuple>

namespace sockeye {

Health healthOf(BlindCause cause)
{
    switch (cause) {
    case BlindCause::None:
        return Health::Well;
    case BlindCause::NotYetHeard:
    case BlindCause::Paused:
        return Health::Unknown;
    case BlindCause::EndpointFailed:
    case BlindCause::EndpointSilent:
    case BlindCause::TargetDown:
    case BlindCause::NoData:
    case BlindCause::ProbeSilent:
        return Health::Blind;
    }
    return Health::Unknown;
}

Health healthOf(const ActiveAlert &alert)
{
    switch (alert.alert.phase) {
    case AlertPhase::Inactive:
    case AlertPhase::Resolved:
        return Health::Well;
    case AlertPhase::Pending:
        return Health::Warning;
    case AlertPhase::Firing:
        return alert.rule.severity == Severity::Critical ? Health::Critical : Health::Warning;
    }
    return Health::Unknown;
}

void addTarget(ServiceStatus &service, const TargetStatus &target)
{
    service.health = std::max(service.health, target.health);
    ++service.targets;
    if (target.blind != BlindCause::None || target.state != ReadyState::Open)
        return;
    ++service.openTargets;
    service.rttSeconds = std::max(service.rttSeconds, target.rttSeconds);
}

void sortWorstFirst(std::vector<ServiceStatus> &services)
{
    std::stable_sort(services.begin(), services.end(), [](const ServiceStatus &a, const ServiceStatus &b) {
        if (a.health != b.health)
            return a.health > b.health;
        return a.hasMetrics != b.hasMetrics ? a.hasMetrics : a.name.localeAwareCompare(b.name) < 0;
    });
}

bool saysSame(const OverallStatus &a, const OverallStatus &b)
{
    const auto facts = [](const OverallStatus &s) {
        return std::tie(s.kind, s.health, s.subject, s.blind, s.since, s.lastSeen, s.lastConnections,
            s.firing, s.pending, s.blindCount);
    };
    if (facts(a) != facts(b) || a.alert.has_value() != b.alert.has_value())
        return false;
    return !a.alert
        || (a.alert->alert == b.alert->alert && a.alert->rule == b.alert->rule
            && a.alert->seen == b.alert->seen && a.alert->serviceName == b.alert->serviceName);
}

} // namespace sockeye
