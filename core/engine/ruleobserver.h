// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alert.h"
#include "core/engine/sessionview.h"

namespace sockeye {

//! \brief What an evaluation looked at, and the reason when it saw nothing.
struct Observed {
    Observation observation;
    QString detail; //!< the server's words, or what is wrong with the expression
};

//! \brief What the answer to a rule's query means. An empty answer is NoData, never "well".
[[nodiscard]] Observed observeAnswer(const QueryOutcome &outcome);

//! \brief Evaluates a rule over the samples of the service's probes. While one of them cannot be seen there
//! is no observation: that the others are well says nothing about it.
[[nodiscard]] Observed observeProbes(
    const AlertRule &rule, const ServiceConfig &service, const SessionView &view);

//! \brief The value furthest on the bad side, for display.
[[nodiscard]] std::optional<double> worstValue(const AlertRule &rule, const Observation &observation);

} // namespace sockeye
