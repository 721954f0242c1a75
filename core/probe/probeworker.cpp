// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/probeworker.h"

#include <algorithm>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

// Each wake-up polls all sockets, so there is a shortest sleep; the longest keeps the heartbeat going.
constexpr std::chrono::nanoseconds shortestSleep = 5ms;
constexpr std::chrono::nanoseconds longestSleep = 250ms;

} // namespace

ProbeWorker::ProbeWorker(
    const Clock &clock, TransportFactory factory, RandomSource random, std::shared_ptr<FleetShared> shared)
    : m_clock(clock)
    , m_factory(std::move(factory))
    , m_random(random)
    , m_shared(std::move(shared))
    , m_timer(this)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ProbeWorker::wake);
}

ProbeWorker::~ProbeWorker() = default;

void ProbeWorker::start()
{
    wake();
}

void ProbeWorker::obey()
{
    for (const CommandQueue::Command &command : m_shared->commands.takeAll())
        command(*this);
}

void ProbeWorker::apply(const Change &change)
{
    for (const TargetId &id : change.removed) {
        const auto it = m_slots.find(id);
        if (it == m_slots.end())
            continue;
        it->second.successor.reset();
        dismiss(it->second);
    }
    for (const Prober::Config &config : change.started) {
        Slot &slot = m_slots[config.target.id];
        if (!slot.prober) {
            launch(slot, config);
            continue;
        }
        slot.successor = config;
        dismiss(slot);
    }
    wake();
}

void ProbeWorker::launch(Slot &slot, const Prober::Config &config)
{
    slot.leaving = false;
    slot.prober = std::make_unique<Prober>(config,
        Prober::Surroundings{m_clock, m_factory, Backoff({}, RandomSource(m_random.bits())),
            [this](const ProbeReport &report) { receive(report); }});
    slot.prober->start();
}

void ProbeWorker::dismiss(Slot &slot)
{
    if (slot.leaving)
        return;
    slot.leaving = true;
    slot.prober->stop();
}

void ProbeWorker::setAccess(const TargetId &target, const ProbeAccess &access)
{
    const auto it = m_slots.find(target);
    if (it != m_slots.end() && it->second.prober)
        it->second.prober->setAccess(access);
}

void ProbeWorker::stop()
{
    m_stopping = true;
    for (auto &[id, slot] : m_slots) {
        slot.successor.reset();
        dismiss(slot);
    }
    wake();
}

void ProbeWorker::receive(ProbeReport report)
{
    // A step of a prober changes when it is next due, but it is still in the middle of that step.
    const bool changesSchedule = std::holds_alternative<StateChanged>(report.event);
    if (m_shared->mailbox.put(std::move(report)))
        Q_EMIT reportsWaiting();
    if (!changesSchedule || m_wakeQueued)
        return;
    m_wakeQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_wakeQueued = false;
            wake();
        },
        Qt::QueuedConnection);
}

void ProbeWorker::wake()
{
    m_shared->heartbeat.store(m_clock.monotonic().time_since_epoch().count());
    for (auto &[id, slot] : m_slots) {
        if (slot.prober->nextDue() <= m_clock.monotonic())
            slot.prober->tick();
    }
    sweep();
    rearm();
}

void ProbeWorker::sweep()
{
    for (auto &[id, slot] : m_slots) {
        if (!slot.leaving || slot.prober->state() != ReadyState::Closed)
            continue;
        slot.prober.reset();
        if (const auto successor = std::exchange(slot.successor, std::nullopt))
            launch(slot, *successor);
    }
    std::erase_if(m_slots, [](const auto &entry) { return !entry.second.prober; });
    if (m_stopping && m_slots.empty())
        Q_EMIT stopped();
}

void ProbeWorker::rearm()
{
    const MonotonicTime now = m_clock.monotonic();
    MonotonicTime due = now + longestSleep;
    for (const auto &[id, slot] : m_slots)
        due = std::min(due, slot.prober->nextDue());
    const auto sleep = std::clamp<std::chrono::nanoseconds>(due - now, shortestSleep, longestSleep);
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(sleep));
}

} // namespace sockeye
