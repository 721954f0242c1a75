// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/overalljudge.h"

#include <algorithm>

namespace sockeye {

namespace {

bool isBlind(BlindCause cause)
{
    return cause != BlindCause::None && cause != BlindCause::NotYetHeard;
}

const ServiceStatus *serviceOf(const OverallInput &input, const ServiceId &id)
{
    const auto found = std::find_if(input.services.begin(), input.services.end(),
        [&](const ServiceStatus &service) { return service.id == id; });
    return found == input.services.end() ? nullptr : &*found;
}

//! An alert says something about now. One that fires in the dark stands as it was last seen.
bool isCurrent(const OverallInput &input, const ActiveAlert &active)
{
    if (active.rule.condition.source == AlertCondition::Source::Probe)
        return active.seen;
    const ServiceStatus *service = serviceOf(input, active.service);
    return !service || !isBlind(service->blind);
}

//! The worst alert of \a phase, the oldest of equally bad ones.
const ActiveAlert *worstAlert(const OverallInput &input, AlertPhase phase, bool isAnythingBlind)
{
    const ActiveAlert *worst = nullptr;
    for (const ActiveAlert &active : input.alerts) {
        if (active.alert.phase != phase || (isAnythingBlind && !isCurrent(input, active)))
            continue;
        const bool worse = !worst || active.rule.severity > worst->rule.severity
            || (active.rule.severity == worst->rule.severity
                && active.alert.activeAt < worst->alert.activeAt);
        if (worse)
            worst = &active;
    }
    return worst;
}

const TargetStatus *worstTarget(const OverallInput &input, Health atLeast)
{
    const TargetStatus *worst = nullptr;
    for (const TargetStatus &target : input.targets) {
        if (target.health >= atLeast && (!worst || target.health > worst->health))
            worst = &target;
    }
    return worst;
}

bool isHeard(const OverallInput &input, const EndpointStatus &endpoint)
{
    return !endpoint.error && endpoint.heardAt && input.now - *endpoint.heardAt <= input.staleAfter;
}

void tellAlert(OverallStatus &status, OverallStatus::Kind kind, const ActiveAlert &alert)
{
    status.kind = kind;
    status.alert = alert;
    status.subject = alert.serviceName;
    status.since = alert.alert.activeAt;
    const bool critical = kind == OverallStatus::Kind::Firing && alert.rule.severity == Severity::Critical;
    status.health = critical ? Health::Critical : Health::Warning;
}

void tellTarget(OverallStatus &status, const TargetStatus &target)
{
    status.kind = OverallStatus::Kind::ProbeDown;
    status.health = target.health;
    status.subject = target.name;
    status.since = target.stateSince;
}

//! The service that was lost first; else a target or an endpoint that no service speaks for.
bool tellBlindness(OverallStatus &status, const OverallInput &input)
{
    const ServiceStatus *first = nullptr;
    for (const ServiceStatus &service : input.services) {
        if (!isBlind(service.blind))
            continue;
        ++status.blindCount;
        if (!first || service.lastSeen.value_or(service.since) < first->lastSeen.value_or(first->since))
            first = &service;
    }
    status.kind = OverallStatus::Kind::Blind;
    status.health = Health::Blind;
    if (first) {
        status.subject = first->name;
        status.blind = first->blind;
        status.since = first->lastSeen.value_or(first->since);
        status.lastSeen = first->lastSeen;
        status.lastConnections = first->lastConnections;
        return true;
    }
    for (const TargetStatus &target : input.targets) {
        if (isBlind(target.blind)) {
            status.subject = target.name;
            status.blind = target.blind;
            return true;
        }
    }
    for (const EndpointStatus &endpoint : input.endpoints) {
        if (!isHeard(input, endpoint) && endpoint.health != Health::Unknown) {
            status.subject = endpoint.name;
            status.blind = endpoint.error ? BlindCause::EndpointFailed : BlindCause::EndpointSilent;
            status.since = status.lastSeen = endpoint.heardAt;
            return true;
        }
    }
    return false;
}

//! Something was not heard yet, or is not well without a reason of its own.
template <typename Status>
bool tellWaiting(OverallStatus &status, const std::vector<Status> &all)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [](const Status &one) { return one.health != Health::Well; });
    if (found == all.end())
        return false;
    status.kind = OverallStatus::Kind::Waiting;
    status.health = Health::Unknown;
    status.subject = found->name;
    status.blind = BlindCause::NotYetHeard;
    return true;
}

void countAlerts(OverallStatus &status, const std::vector<ActiveAlert> &alerts)
{
    for (const ActiveAlert &active : alerts) {
        status.firing += active.alert.phase == AlertPhase::Firing ? 1 : 0;
        status.pending += active.alert.phase == AlertPhase::Pending ? 1 : 0;
    }
}

OverallStatus plain(OverallStatus status, OverallStatus::Kind kind, Health health)
{
    status.kind = kind;
    status.health = health;
    status.blind = BlindCause::None;
    return status;
}

} // namespace

OverallStatus judgeOverall(const OverallInput &input)
{
    OverallStatus status;
    countAlerts(status, input.alerts);
    if (input.endpoints.empty() && input.targets.empty())
        return plain(status, OverallStatus::Kind::NothingConfigured, Health::Unknown);
    if (input.paused) {
        status = plain(status, OverallStatus::Kind::Paused, Health::Unknown);
        status.blind = BlindCause::Paused;
        return status;
    }
    OverallStatus blind = status;
    const bool isAnythingBlind = tellBlindness(blind, input);
    status.blindCount = blind.blindCount;

    const ActiveAlert *firing = worstAlert(input, AlertPhase::Firing, isAnythingBlind);
    const TargetStatus *down = worstTarget(input, Health::Critical);
    if (firing && (firing->rule.severity == Severity::Critical || (!down && !isAnythingBlind))) {
        tellAlert(status, OverallStatus::Kind::Firing, *firing);
        return status;
    }
    if (down) {
        tellTarget(status, *down);
        return status;
    }
    if (isAnythingBlind)
        return blind;
    if (const ActiveAlert *pending = worstAlert(input, AlertPhase::Pending, false)) {
        tellAlert(status, OverallStatus::Kind::Pending, *pending);
        return status;
    }
    if (const TargetStatus *suspect = worstTarget(input, Health::Warning)) {
        tellTarget(status, *suspect);
        return status;
    }
    const bool waiting = tellWaiting(status, input.endpoints) || tellWaiting(status, input.services)
        || tellWaiting(status, input.targets);
    return waiting ? status : plain(status, OverallStatus::Kind::Well, Health::Well);
}

} // namespace sockeye
