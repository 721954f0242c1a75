// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/prometheusclient.h"

#include "ui/settings/probetest.h"
#include "ui/settings/resultcard.h"
#include "ui/text/formatting.h"

namespace sockeye {

//! \brief What *Test* found at a Prometheus server.
struct FoundServer {
    ServerFacts facts;
    QStringList services; //!< the jobs that speak WebSocket
    QString tenant; //!< that it was asked for
};
[[nodiscard]] ResultCard::Content serverFound(const FoundServer &found, const Formatting &formatting);
//! \brief Why there is none, or none that answers. A test is not repeated by itself.
[[nodiscard]] ResultCard::Content serverFailed(const QueryError &error);

//! \brief How the attempt at a probe endpoint went, phase by phase.
[[nodiscard]] ResultCard::Content probeFound(const ProbeTestResult &result, const Formatting &formatting);

} // namespace sockeye
