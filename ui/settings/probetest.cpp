// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/probetest.h"

namespace sockeye {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds tickInterval = 20ms;

//! Somebody waits for the answer, so the first ping comes sooner than while watching.
ProbeTarget hurried(ProbeTarget target)
{
    ProbeModule &module = target.module;
    module.pingInterval = std::min<std::chrono::milliseconds>(module.pingInterval, 100ms);
    module.pongTimeout = std::min<std::chrono::milliseconds>(module.pongTimeout, 5s);
    return target;
}

} // namespace

ProbeTest::ProbeTest(ProbeTarget target, Surroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_target(hurried(std::move(target)))
    , m_with(std::move(surroundings))
    , m_access(m_target, m_with.secrets, m_with.clock)
{
    m_timer.setInterval(tickInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_prober->tick();
        if (m_done)
            finish();
    });
}

ProbeTest::~ProbeTest() = default;

void ProbeTest::start()
{
    m_access.fetch([this](const ProbeAccess &access) { probe(access); });
}

void ProbeTest::probe(const ProbeAccess &access)
{
    const Backoff once{Backoff::Config{}, RandomSource{0}};
    m_prober = std::make_unique<Prober>(Prober::Config{m_target, access},
        Prober::Surroundings{
            m_with.clock, m_with.factory, once, [this](const ProbeReport &report) { take(report.event); }});
    m_prober->start();
    m_timer.start();
}

void ProbeTest::take(const ProbeEvent &event)
{
    if (m_done)
        return;
    if (const auto *attempt = std::get_if<AttemptFinished>(&event)) {
        m_result.attempt = *attempt;
        m_done = attempt->outcome != ProbeOutcome::Open;
        if (!m_done)
            Q_EMIT pinging();
    } else if (const auto *rtt = std::get_if<RttMeasured>(&event)) {
        m_result.rtt = rtt->rtt;
        m_done = true;
    } else if (std::holds_alternative<PingUnanswered>(event)) {
        m_done = true;
    } else if (const auto *state = std::get_if<StateChanged>(&event)) {
        // Closed again before the ping was answered: say so, not that it is open.
        if (state->transition.to == ReadyState::Closed && state->transition.from != ReadyState::Connecting) {
            m_result.attempt.outcome = state->outcome;
            m_result.attempt.detail = state->closeReason;
            m_done = true;
        }
    }
}

void ProbeTest::finish()
{
    m_timer.stop();
    m_prober->stop();
    Q_EMIT finished(m_result);
}

} // namespace sockeye
