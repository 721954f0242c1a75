// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/endpointmonitor.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds factsInterval{60};
constexpr std::chrono::seconds factsRetry{5};
constexpr std::chrono::seconds firstRecheck{1};
constexpr int silentIntervals = 3;
constexpr std::chrono::seconds usualScrapeInterval{15};
constexpr std::chrono::seconds clockJump{2};

} // namespace

EndpointMonitor::EndpointMonitor(
    EndpointConfig config, Surroundings surroundings, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(surroundings.clock)
    , m_interval(interval)
    , m_client(std::make_unique<PrometheusClient>(m_config.http, surroundings.secrets, surroundings.clock))
    , m_scheduler(std::make_unique<QueryScheduler>(
          m_config.id, *m_client, surroundings.store, surroundings.clock, surroundings.random))
    , m_startedAt(m_clock.monotonic())
    , m_lastTick(Moment::of(m_clock))
    , m_recheck(firstRecheck)
{
    m_status.id = m_config.id;
    m_status.name = m_config.name;
    m_client->setOptions(m_config.options);
    setInterval(interval);
    connect(m_scheduler.get(), &QueryScheduler::answered, this, &EndpointMonitor::takeOutcome);
}

EndpointMonitor::~EndpointMonitor() = default;

void EndpointMonitor::tick()
{
    const MonotonicTime now = m_clock.monotonic();
    noticeClockJump();
    if (!m_isBeating && (!m_nextBeat || now >= *m_nextBeat)) {
        m_nextBeat = now + m_interval;
        beat();
    }
    if (!m_isAskingFacts && m_heard && (!m_nextFacts || now >= *m_nextFacts))
        askFacts();
    m_scheduler->tick();
    updateHealth();
}

void EndpointMonitor::noticeClockJump()
{
    const Moment before = std::exchange(m_lastTick, Moment::of(m_clock));
    const auto drift = (m_lastTick.wall - before.wall) - (m_lastTick.steady - before.steady);
    // The machine slept or its clock was corrected: how far it is from the server's has to be measured anew.
    if (std::chrono::abs(drift) > clockJump)
        m_nextFacts.reset();
}

void EndpointMonitor::beat()
{
    m_isBeating = true;
    m_scheduler->askInstant(u"time()"_s, this, [this](const QueryOutcome &outcome) {
        m_isBeating = false;
        // A beat is cheap, so that even its time limit is the server's fault.
        if (!outcome)
            fail(outcome.error());
    });
}

void EndpointMonitor::askFacts()
{
    m_isAskingFacts = true;
    ServerCheckJob *job = m_client->check();
    connect(job, &ServerCheckJob::finished, this, [this](const ServerCheckOutcome &outcome) {
        m_isAskingFacts = false;
        m_nextFacts = m_clock.monotonic() + untilNextFacts(outcome);
        // A server that answers queries may still keep its status pages to itself: no failure.
        if (!outcome)
            return;
        m_status.facts = *outcome;
        m_scheduler->setClockOffset(outcome->clockOffset);
        m_scheduler->setScrapeInterval(scrapeInterval());
        Q_EMIT changed();
    });
}

std::chrono::seconds EndpointMonitor::untilNextFacts(const ServerCheckOutcome &outcome)
{
    if (!outcome)
        return factsRetry;
    if (outcome->scrapeInterval.count() > 0)
        return factsInterval;
    // A server that has just started has no targets yet but will in a moment. Others never tell: they are
    // asked less and less often.
    const std::chrono::seconds wait = m_recheck;
    m_recheck = std::min(2 * m_recheck, factsInterval);
    return wait;
}

void EndpointMonitor::takeOutcome(const QueryOutcome &outcome)
{
    if (!outcome) {
        const QueryError &error = outcome.error();
        const bool timedOut = error.http && error.http->kind == HttpError::Kind::TimedOut;
        if (isServerFault(error) && !timedOut)
            fail(error);
        return;
    }
    m_heard = m_clock.monotonic();
    m_status.heardAt = m_clock.now();
    m_status.queryTime = outcome->elapsed;
    m_status.error.reset();
    updateHealth();
    Q_EMIT changed();
}

void EndpointMonitor::fail(const QueryError &error)
{
    if (m_status.error == error)
        return;
    m_status.error = error;
    updateHealth();
    Q_EMIT changed();
}

BlindCause EndpointMonitor::blindCause() const
{
    if (m_status.error)
        return BlindCause::EndpointFailed;
    const auto silence = m_clock.monotonic() - m_heard.value_or(m_startedAt);
    if (silence > silentIntervals * m_interval)
        return BlindCause::EndpointSilent;
    return m_heard ? BlindCause::None : BlindCause::NotYetHeard;
}

void EndpointMonitor::updateHealth()
{
    const BlindCause cause = blindCause();
    Health health = Health::Blind;
    if (cause == BlindCause::None)
        health = Health::Well;
    else if (cause == BlindCause::NotYetHeard)
        health = Health::Unknown;
    if (health == m_status.health)
        return;
    m_status.health = health;
    Q_EMIT changed();
}

EndpointStatus EndpointMonitor::statusWithTraffic() const
{
    EndpointStatus status = m_status;
    status.traffic = m_scheduler->traffic();
    return status;
}

std::chrono::milliseconds EndpointMonitor::scrapeInterval() const
{
    const bool isKnown = m_status.facts && m_status.facts->scrapeInterval.count() > 0;
    return isKnown ? m_status.facts->scrapeInterval : usualScrapeInterval;
}

void EndpointMonitor::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    m_scheduler->setFreshness(interval / 2);
}

void EndpointMonitor::retryNow()
{
    // The first answer ends the scheduler's back-off, too.
    if (m_status.error)
        m_nextBeat.reset();
}

void EndpointMonitor::setName(const QString &name)
{
    m_config.name = name;
    m_status.name = name;
    Q_EMIT changed();
}

} // namespace sockeye
