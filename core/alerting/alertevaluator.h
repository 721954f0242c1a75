// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alert.h"

namespace sockeye {

struct Evaluation {
    RuleState next;
    std::vector<AlertTransition> transitions;
};

//! \brief How long a resolved alert stays in RuleState, as in Prometheus.
inline constexpr std::chrono::minutes resolvedRetention{15};

//! \brief One step of a rule, pure: Prometheus' rules/alerting.go in small.
//!
//! An element over the threshold becomes Pending and fires once it has held for AlertRule::holdFor; with no
//! holdFor it goes from Inactive to Firing in one transition. It resolves when it is seen under the threshold
//! again or is gone while others are seen; a pending one is dropped instead. An element that comes back after
//! it resolved is a new alert. Elements are told apart by their labels without the metric's name.
//!
//! Where Prometheus would take "nothing" for "well", this fails closed. An observation that is not Ok, has no
//! value at all, or has two values for one label set (an Error) changes no alert. A NaN is no news about its
//! element: the alert stays as it is. A partial observation may begin alerts, but ends none.
//!
//! A rule that is switched off ends its alerts without resolving them, because nobody saw them recover: the
//! transitions lead to Inactive. When the clock was set back the stamps move along, so that what has been
//! held stays held and no duration is negative.
[[nodiscard]] Evaluation evaluate(
    const AlertRule &rule, const RuleState &previous, const Observation &observation, Timestamp now);

} // namespace sockeye
