// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/connectionstate.h"

namespace sockeye {

namespace {

constexpr std::size_t stateCount = 4;
using Row = std::array<bool, stateCount>;

// Rows are from, columns are to: Connecting, Open, Closing, Closed.
constexpr std::array<Row, stateCount> legalSteps{
    Row{false, true, false, true},
    Row{false, false, true, true},
    Row{false, false, false, true},
    Row{true, false, false, false},
};

} // namespace

bool ConnectionState::isLegal(ReadyState from, ReadyState to)
{
    return legalSteps[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
}

Expected<StateTransition, std::pair<ReadyState, ReadyState>> ConnectionState::enter(
    ReadyState to, const Clock &clock)
{
    if (!isLegal(m_state, to))
        return unexpected(std::pair{m_state, to});
    const bool abnormal = m_state == ReadyState::Open && to == ReadyState::Closed;
    const StateTransition transition{m_state, to, clock.now(), clock.monotonic(), abnormal};
    m_state = to;
    return transition;
}

} // namespace sockeye
