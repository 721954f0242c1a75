// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

#include <QJsonObject>

#include <utility>
#include <vector>

namespace sockeye::cli {

//! \brief The close code of a connection that sockeye-probe itself ended: going away.
constexpr int localClose = 1001;

//! \brief A stable name of \a state for programs: connecting, open, closing, closed.
[[nodiscard]] QString stateKey(ReadyState state);

using Phase = std::pair<QString, std::optional<std::chrono::nanoseconds>>;

//! \brief The phases in their order, by the names of JSON.
[[nodiscard]] std::vector<Phase> phases(const PhaseDurations &durations);
//! \brief In milliseconds; a phase that was not reached is absent.
[[nodiscard]] QJsonObject phasesJson(const PhaseDurations &durations);
//! \brief "1.52 ms (resolve 0.10, connect 0.20, upgrade 1.22)".
[[nodiscard]] QString phasesText(const PhaseDurations &durations);
//! \brief What the server said at the end, or how it broke the protocol.
[[nodiscard]] QString reasonOf(const StateChanged &end);
//! \brief How an open connection ended: its close code, reason, and who closed.
[[nodiscard]] QString endText(const StateChanged &end);

} // namespace sockeye::cli
