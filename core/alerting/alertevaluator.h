// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alert.h"

namespace sockeye {

struct Evaluation {
    RuleState next;
    std::vector<AlertTransition> transitions;
};

//! \brief One step of a rule, pure: Prometheus' rules/alerting.go in small. An element over the threshold
//! becomes pending, fires once it has held for AlertRule::holdFor, and resolves when it is seen under the
//! threshold again or is gone while others are seen. A pending element that is gone is dropped. An
//! observation that is not Ok changes no alert: a failed query never resolves one. Resolved alerts are kept
//! for 15 minutes.
[[nodiscard]] Evaluation evaluate(
    const AlertRule &rule, const RuleState &previous, const Observation &observation, Timestamp now);

} // namespace sockeye
