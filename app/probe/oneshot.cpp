// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/oneshot.h"

#include "core/probe/transportfactory.h"

#include "ui/text/errors.h"

namespace sockeye::cli {

using namespace std::chrono_literals;

OneShot::OneShot(const Options &options, const SecretSource &secrets, const Clock &clock)
    : m_clock(clock)
    , m_pings(options.pings)
    , m_target(options.target)
    , m_access(m_target, secrets, clock)
    , m_timer(this)
{
    m_summary.url = options.target.url;
    m_summary.at = clock.now();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &OneShot::wake);
}

OneShot::~OneShot() = default;

void OneShot::start()
{
    m_access.fetch([this](const ProbeAccess &access) { probe(access); });
}

void OneShot::stop()
{
    if (m_over)
        return;
    if (m_prober)
        m_prober->stop();
    else
        m_summary.attempt.outcome = ProbeOutcome::SecretMissing; // it was still awaited
    m_over = true;
    m_timer.start(0ms);
}

void OneShot::probe(const ProbeAccess &access)
{
    if (m_over)
        return;
    m_prober = std::make_unique<Prober>(Prober::Config{m_target, access},
        Prober::Surroundings{m_clock, transportFactory(m_clock, RandomSource::fromSystem()),
            Backoff({}, RandomSource::fromSystem()),
            [this](const ProbeReport &report) { receive(report.event); }});
    m_prober->start();
    m_timer.start(0ms);
}

void OneShot::note(const AttemptFinished &attempt)
{
    m_summary.attempt = attempt;
    if (attempt.problem)
        m_summary.attempt.detail = describe(*attempt.problem).summary;
    m_enough = m_pings == 0;
    m_over = attempt.outcome != ProbeOutcome::Open;
}

void OneShot::note(const StateChanged &step)
{
    if (step.transition.to != ReadyState::Closed || m_over)
        return;
    m_summary.end = step;
    m_over = true;
}

void OneShot::receive(const ProbeEvent &event)
{
    if (const auto *attempt = std::get_if<AttemptFinished>(&event)) {
        note(*attempt);
    } else if (const auto *step = std::get_if<StateChanged>(&event)) {
        note(*step);
    } else if (const auto *measured = std::get_if<RttMeasured>(&event); measured && !m_enough) {
        if (measured->coalesced)
            ++m_summary.coalesced;
        else
            m_summary.rtts.push_back(measured->rtt);
        m_summary.pathRtt = measured->pathRtt;
    } else if (std::holds_alternative<PingUnanswered>(event) && !m_enough) {
        ++m_summary.unanswered;
    }
    const auto settled = static_cast<int>(m_summary.rtts.size()) + m_summary.coalesced + m_summary.unanswered;
    m_enough = m_enough || (m_pings > 0 && settled >= m_pings);
    // The prober is in the middle of a step, and finished() may end us.
    m_timer.start(0ms);
}

void OneShot::wake()
{
    if (m_over) {
        m_timer.stop();
        if (m_prober)
            m_prober->stop();
        Q_EMIT finished(m_summary);
        return;
    }
    if (m_enough && m_prober->state() == ReadyState::Open)
        m_prober->stop();
    m_prober->tick();
    const auto wait =
        std::clamp<std::chrono::nanoseconds>(m_prober->nextDue() - m_clock.monotonic(), 0ns, 1s);
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

} // namespace sockeye::cli
