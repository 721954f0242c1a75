// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/probewatch.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr std::chrono::seconds longestSilence{3}; // of the probe thread

} // namespace

ProbeWatch::ProbeWatch(Surroundings surroundings)
    : m_with(std::move(surroundings))
{
}

ProbeWatch::~ProbeWatch() = default;

void ProbeWatch::setTargets(const std::vector<ProbeTarget> &targets)
{
    removeAllBut(targets);
    m_targets = targets;
    for (const ProbeTarget &target : m_targets) {
        std::unique_ptr<TargetMonitor> &monitor = m_monitors[target.id];
        if (!monitor) {
            monitor = std::make_unique<TargetMonitor>(
                target, TargetMonitor::Surroundings{m_with.clock, m_with.store, m_with.lanes});
            monitor->setPaused(m_isPaused);
        }
    }
    probe();
}

void ProbeWatch::removeAllBut(const std::vector<ProbeTarget> &targets)
{
    for (auto it = m_monitors.begin(); it != m_monitors.end();) {
        const auto kept = std::ranges::find(targets, it->first, &ProbeTarget::id);
        if (kept != targets.end() && *kept == it->second->target()) {
            ++it;
            continue;
        }
        for (const char *metric : {"rtt", "messages", "probe_success"})
            m_with.store.remove(probeGroup(it->first, metric));
        if (kept == targets.end())
            m_with.lanes.forget(it->first, m_with.clock.now());
        it = m_monitors.erase(it);
    }
}

void ProbeWatch::probe()
{
    if (m_fleet)
        m_fleet->setTargets(m_isPaused ? std::vector<ProbeTarget>() : m_targets);
}

void ProbeWatch::start(RandomSource random)
{
    m_isRunning = true;
    m_startedAt = m_with.clock.monotonic();
    m_fleet = std::make_unique<ProbeFleet>(m_with.clock, m_with.secrets, m_with.transportFactory, random);
    connect(m_fleet.get(), &ProbeFleet::reported, this, &ProbeWatch::take);
    probe();
}

void ProbeWatch::stop()
{
    m_isRunning = false;
    if (m_fleet)
        m_fleet->shutDown();
}

void ProbeWatch::setPaused(bool paused)
{
    m_isPaused = paused;
    for (const auto &[id, monitor] : m_monitors)
        monitor->setPaused(paused);
    probe();
}

bool ProbeWatch::tick()
{
    const MonotonicTime heard = m_fleet ? std::max(m_fleet->lastHeartbeat(), m_startedAt) : m_startedAt;
    const bool isHeard = m_with.clock.monotonic() - heard <= longestSilence;
    bool isChanged = false;
    for (const auto &[id, monitor] : m_monitors) {
        monitor->setHeard(isHeard);
        monitor->tick();
        isChanged = monitor->takeChanged() || isChanged;
    }
    return isChanged;
}

void ProbeWatch::hangForTest(std::chrono::milliseconds duration)
{
    if (m_fleet)
        m_fleet->hangForTest(duration);
}

void ProbeWatch::take(const std::vector<ProbeReport> &reports)
{
    if (m_isPaused || !m_isRunning)
        return;
    for (const ProbeReport &report : reports) {
        const auto monitor = m_monitors.find(report.target);
        if (monitor != m_monitors.end())
            monitor->second->take(report.event);
    }
}

const TargetMonitor *ProbeWatch::target(const TargetId &id) const
{
    const auto found = m_monitors.find(id);
    return found == m_monitors.end() ? nullptr : found->second.get();
}

std::vector<TargetStatus> ProbeWatch::statuses() const
{
    std::vector<TargetStatus> statuses;
    for (const ProbeTarget &one : m_targets) {
        if (const TargetMonitor *monitor = target(one.id))
            statuses.push_back(monitor->status());
    }
    return statuses;
}

} // namespace sockeye
