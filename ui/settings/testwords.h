// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/prometheusclient.h"

#include "ui/settings/probetest.h"
#include "ui/settings/resultcard.h"
#include "ui/text/formatting.h"

namespace sockeye {

//! \brief What *Test* found at a Prometheus server. \a services are the jobs that speak WebSocket.
[[nodiscard]] ResultCard::Content serverFound(
    const ServerFacts &facts, const QStringList &services, const Formatting &formatting);

//! \brief How the attempt at a probe endpoint went, phase by phase.
[[nodiscard]] ResultCard::Content probeFound(const ProbeTestResult &result, const Formatting &formatting);

} // namespace sockeye
