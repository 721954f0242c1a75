// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/faults.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sockeye::demo {

namespace {

constexpr std::array kinds{
    FaultKind{Fault::Slow, "slow"_L1, "ms"_L1, 1, 60'000, 1'500},
    FaultKind{Fault::Drop, "drop"_L1, {}},
    FaultKind{Fault::Close, "close"_L1, "code"_L1, 1'000, 4'999, 1'012},
    FaultKind{Fault::Refuse, "refuse"_L1, "status"_L1, 400, 599, 503},
    FaultKind{Fault::Stall, "stall"_L1, {}},
    FaultKind{Fault::Storm, "storm"_L1, {}},
    FaultKind{Fault::MetricsOff, "metrics_off"_L1, {}},
    FaultKind{Fault::Errors, "errors"_L1, "percent"_L1, 1, 100, 30},
    FaultKind{Fault::Busy, "busy"_L1, "percent"_L1, 1, 100, 95},
    FaultKind{Fault::Leak, "leak"_L1, "mb"_L1, 1, 1'024, 220},
};

// The clock is injected and may be a fake one, so a wait cannot be computed from it once and for all.
constexpr std::chrono::milliseconds recheck{20};

} // namespace

std::span<const FaultKind> faultKinds()
{
    return kinds;
}

const FaultKind &faultKind(Fault fault)
{
    return *std::ranges::find(kinds, fault, &FaultKind::fault);
}

FaultBoard::FaultBoard(const Clock &clock)
    : m_clock(clock)
{
}

void FaultBoard::activate(const FaultOrder &order)
{
    const std::scoped_lock lock{m_mutex};
    m_switches[order.fault] = Switch{m_clock.monotonic() + order.duration, order.parameter};
}

void FaultBoard::clear()
{
    {
        const std::scoped_lock lock{m_mutex};
        m_switches.clear();
    }
    m_cleared.notify_all();
}

bool FaultBoard::isOn(Fault fault) const
{
    const auto found = m_switches.find(fault);
    return found != m_switches.end() && m_clock.monotonic() < found->second.until;
}

std::optional<int> FaultBoard::parameter(Fault fault) const
{
    const std::scoped_lock lock{m_mutex};
    if (!isOn(fault))
        return std::nullopt;
    return m_switches.at(fault).parameter;
}

std::vector<ActiveFault> FaultBoard::active() const
{
    const std::scoped_lock lock{m_mutex};
    std::vector<ActiveFault> result;
    for (const FaultKind &kind : kinds) {
        if (!isOn(kind.fault))
            continue;
        const Switch &entry = m_switches.at(kind.fault);
        const auto remaining =
            std::chrono::ceil<std::chrono::milliseconds>(entry.until - m_clock.monotonic());
        result.push_back({kind.fault, remaining, entry.parameter});
    }
    return result;
}

void FaultBoard::blockWhile(Fault fault) const
{
    std::unique_lock lock{m_mutex};
    while (isOn(fault))
        m_cleared.wait_for(lock, recheck);
}

} // namespace sockeye::demo
