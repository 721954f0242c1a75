// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

#include <QString>

namespace sockeye {

struct Formatting;

//! The short phrases of lists, chips and the status bar. Whole sentences are in sentence.h.

//! \brief "+2 % in 5 min", "steady", or nothing when it is not known.
[[nodiscard]] QString changeText(const ServiceStatus &status, const Formatting &formatting);
//! \brief "12,480" connections, the round trip of a service that has probes alone, or a dash.
[[nodiscard]] QString serviceNumber(const ServiceStatus &status, const Formatting &formatting);
//! \brief How the connections changed, or how many of its probes are open when it has nothing else.
[[nodiscard]] QString serviceNote(const ServiceStatus &status, const Formatting &formatting);
//! \brief "last 220 at 13:51", or "never seen".
[[nodiscard]] QString lastSeenText(const ServiceStatus &status, const Formatting &formatting);
//! \brief "cannot see: target down".
[[nodiscard]] QString blindShort(BlindCause cause);
//! \brief "firing 3 min · 1.4 s", with a word when it stands as it was last seen.
[[nodiscard]] QString alertSummary(const ActiveAlert &alert, const Formatting &formatting, Timestamp now);
//! \brief "prometheus · 3 s ago · 14 ms · clock +0.2 s", or what is wrong with it.
[[nodiscard]] QString endpointSummary(
    const EndpointStatus &status, const Formatting &formatting, Timestamp now);
//! \brief "probes 11 of 12 open".
[[nodiscard]] QString probeSummary(const std::vector<TargetStatus> &targets);
//! \brief "2 alerts, 1 pending", or "no alerts".
[[nodiscard]] QString alertCountSummary(const OverallStatus &status);
//! \brief "Open 3 min", the state of a held connection in words.
[[nodiscard]] QString targetStateText(
    const TargetStatus &status, const Formatting &formatting, Timestamp now);
//! \brief "resolve 0.5 ms · connect 0.8 ms · TLS 3.2 ms · upgrade 4.3 ms · total 8.9 ms".
[[nodiscard]] QString phasesText(const PhaseDurations &phases, const Formatting &formatting);

//! \brief What *Test* found out about a server, in one line.
[[nodiscard]] QString serverFactsText(const ServerFacts &facts, const Formatting &formatting);
//! \brief How the last attempt at a connection went, and when the next is due.
[[nodiscard]] QString handshakeText(const TargetStatus &status, const Formatting &formatting, Timestamp now);

} // namespace sockeye
