// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/targetmonitor.h"

namespace sockeye {

namespace {

constexpr std::chrono::seconds quantileInterval{5};
constexpr std::chrono::seconds sampleInterval{1};
constexpr std::chrono::hours reconnectWindow{1};

LaneState laneOf(ReadyState state)
{
    switch (state) {
    case ReadyState::Connecting:
        return LaneState::Connecting;
    case ReadyState::Open:
        return LaneState::Open;
    case ReadyState::Closing:
        return LaneState::Closing;
    case ReadyState::Closed:
        return LaneState::Closed;
    }
    return LaneState::NotWatched;
}

double toSeconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

SeriesGroup probeGroup(const TargetId &target, const QByteArray &metric)
{
    return {target.value, metric};
}

TargetMonitor::TargetMonitor(ProbeTarget target, Surroundings surroundings)
    : m_target(std::move(target))
    , m_with(surroundings)
    , m_labels({{"target", m_target.name.toUtf8()}})
{
    m_status.id = m_target.id;
    m_status.name = m_target.name;
    m_status.url = m_target.url;
    m_status.stateSince = m_with.clock.now();
    m_lastHeard = m_status.stateSince;
    updateLane();
}

void TargetMonitor::take(const ProbeEvent &event)
{
    m_lastHeard = m_with.clock.now();
    std::visit([this](const auto &one) { takeEvent(one); }, event);
    updateHealth();
    m_isChanged = true;
}

void TargetMonitor::takeEvent(const AttemptFinished &event)
{
    m_status.lastAttempt = event;
    if (event.outcome != ProbeOutcome::Open) {
        m_hasFailed = true;
        m_status.lastReason = event.detail;
    }
}

void TargetMonitor::takeEvent(const FirstMessageReceived &event)
{
    if (m_status.lastAttempt)
        m_status.lastAttempt->phases.firstMessage = event.after;
}

void TargetMonitor::takeEvent(const StateChanged &event)
{
    const ReadyState to = event.transition.to;
    m_status.state = to;
    m_status.stateSince = event.transition.at;
    m_isSuspect = false;
    if (to == ReadyState::Open) {
        if (m_hasOpened)
            m_reconnects.push_back(event.transition.at);
        m_hasOpened = true;
        m_status.nextRetry.reset();
    } else if (to == ReadyState::Closed) {
        m_hasFailed = true;
        m_status.rttSeconds.reset();
        if (event.transition.from != ReadyState::Connecting)
            m_status.lastEnd = event;
        if (event.closeCode != 0) {
            m_status.lastCloseCode = event.closeCode;
            m_status.lastReason = event.closeReason;
        }
        m_with.store.markGap(probeGroup(m_target.id, "rtt"), m_labels, event.transition.at);
    }
    forgetOldReconnects(m_with.clock.now());
    if (m_isHeard && !m_isPaused)
        m_with.lanes.enter(
            m_target.id, {laneOf(to), event.transition.at, event.closeCode, event.closeReason});
}

void TargetMonitor::takeEvent(const RttMeasured &event)
{
    m_isSuspect = false;
    m_status.rttSeconds = toSeconds(event.rtt);
    m_rtts.record(m_with.clock.monotonic(), event.rtt);
    m_with.store.append(probeGroup(m_target.id, "rtt"), m_labels, {event.at, *m_status.rttSeconds});
}

void TargetMonitor::takeEvent(const PingUnanswered &event)
{
    m_isSuspect = true;
    m_rtts.recordUnanswered(m_with.clock.monotonic(), event.atLeast);
    // The least that the round trip took: leaving it out would make the worst moments look empty.
    m_with.store.append(probeGroup(m_target.id, "rtt"), m_labels, {event.at, toSeconds(event.atLeast)});
}

void TargetMonitor::takeEvent(const TrafficCounted &event)
{
    const double span = toSeconds(event.span);
    if (span <= 0.0)
        return;
    const double rate = static_cast<double>(event.messagesReceived) / span;
    m_with.store.append(probeGroup(m_target.id, "messages"), m_labels, {event.at, rate});
}

void TargetMonitor::takeEvent(const RetryScheduled &event)
{
    m_status.nextRetry = event.at;
}

void TargetMonitor::setHeard(bool heard)
{
    if (heard == m_isHeard)
        return;
    m_isHeard = heard;
    updateHealth();
    updateLane();
}

void TargetMonitor::setPaused(bool paused)
{
    if (paused == m_isPaused)
        return;
    m_isPaused = paused;
    if (paused) {
        m_status.state = ReadyState::Closed;
        m_status.stateSince = m_with.clock.now();
        m_status.rttSeconds.reset();
        m_status.nextRetry.reset();
        m_hasFailed = m_isSuspect = false;
    }
    updateHealth();
    updateLane();
}

void TargetMonitor::updateLane()
{
    const Timestamp now = m_with.clock.now();
    if (m_isPaused)
        m_with.lanes.enter(m_target.id, {LaneState::NotWatched, now, 0, {}});
    else if (!m_isHeard)
        m_with.lanes.enter(m_target.id, {LaneState::NotWatched, m_lastHeard, 0, {}});
    else if (m_hasOpened || m_hasFailed)
        m_with.lanes.enter(m_target.id, {laneOf(m_status.state), now, 0, {}});
}

Health TargetMonitor::liveHealth() const
{
    switch (m_status.state) {
    case ReadyState::Open:
        return m_isSuspect ? Health::Warning : Health::Well;
    case ReadyState::Closing:
        return Health::Warning;
    case ReadyState::Connecting:
    case ReadyState::Closed:
        return m_hasFailed ? Health::Critical : Health::Unknown;
    }
    return Health::Unknown;
}

void TargetMonitor::updateHealth()
{
    Health health = liveHealth();
    BlindCause blind = health == Health::Unknown ? BlindCause::NotYetHeard : BlindCause::None;
    if (m_isPaused) {
        health = Health::Unknown;
        blind = BlindCause::Paused;
    } else if (!m_isHeard) {
        health = Health::Blind;
        blind = BlindCause::ProbeSilent;
    }
    m_isChanged = m_isChanged || health != m_status.health || blind != m_status.blind;
    m_status.health = health;
    m_status.blind = blind;
}

void TargetMonitor::tick()
{
    const MonotonicTime now = m_with.clock.monotonic();
    const Timestamp wall = m_with.clock.now();
    const bool isSeen = m_status.blind == BlindCause::None;
    if (isSeen && (!m_nextSample || now >= *m_nextSample)) {
        m_nextSample = now + sampleInterval;
        const double success = m_status.state == ReadyState::Open ? 1.0 : 0.0;
        m_with.store.append(probeGroup(m_target.id, "probe_success"), m_labels, {wall, success});
    }
    if (!m_nextQuantiles || now >= *m_nextQuantiles) {
        m_nextQuantiles = now + quantileInterval;
        updateQuantiles(now);
        forgetOldReconnects(wall);
        m_isChanged = true;
    }
}

void TargetMonitor::updateQuantiles(MonotonicTime now)
{
    const LatencyHistogram recent = m_rtts.last(TargetStatus::quantileWindow, now);
    m_status.p50 = recent.quantile(0.50);
    m_status.p95 = recent.quantile(0.95);
    m_status.p99 = recent.quantile(0.99);
}

void TargetMonitor::forgetOldReconnects(Timestamp now)
{
    while (!m_reconnects.empty() && m_reconnects.front() < now - reconnectWindow)
        m_reconnects.pop_front();
    m_status.reconnectsLastHour = static_cast<int>(m_reconnects.size());
}

} // namespace sockeye
