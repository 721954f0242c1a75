// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alert.h"
#include "core/catalogue/role.h"
#include "core/metrics/stateinterval.h"

#include "ui/text/formatting.h"

namespace sockeye {

//! \brief Two sentences in the reader's language, which may put no space between them.
[[nodiscard]] QString sentences(const QString &first, const QString &second);

//! \brief The title or label behind a key of the shipped dashboards; an unknown key is a user's own text and
//! comes back as it is.
[[nodiscard]] QString word(const QString &key);

//! \brief "P99 latency" for a built-in rule's key, else the text itself, which is a user's name for a rule.
[[nodiscard]] QString ruleKeyName(const QString &keyOrName);
[[nodiscard]] QString ruleName(const AlertRule &rule);
//! \brief The rule in words: "P99 latency above 1 s for 5 min".
[[nodiscard]] QString ruleSentence(const AlertRule &rule, const Formatting &formatting);
//! \brief A value against the side of the threshold: "above 1 s".
[[nodiscard]] QString comparisonText(Comparison comparison, const QString &threshold);

[[nodiscard]] QString roleWord(Role role);
[[nodiscard]] QString healthWord(Health health);
[[nodiscard]] QString severityWord(Severity severity);
[[nodiscard]] QString alertPhaseWord(AlertPhase phase);
[[nodiscard]] QString ruleHealthWord(RuleHealth health);
[[nodiscard]] QString laneStateWord(LaneState state);

} // namespace sockeye
