// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alertevaluator.h"

#include <QString>

namespace sockeye::test {

//! \brief A rule that compares with \a threshold by > and holds for \a holdFor.
[[nodiscard]] AlertRule ruleAbove(double threshold, std::chrono::seconds holdFor);

//! \brief {instance="NAME"}.
[[nodiscard]] LabelSet instance(const QString &name);

//! \brief "a=2 b=0.5" as values of the instances a and b; "error", "no data", "cannot evaluate".
[[nodiscard]] Observation observation(const QString &text);

//! \brief The alerts as "a pending@15=2, b firing@0=3": instance, phase, seconds of activeAt, value. "-" for
//! none.
[[nodiscard]] QString describe(const std::vector<Alert> &alerts);

//! \brief The transitions as "a inactive>pending, b firing>resolved"; "-" for none.
[[nodiscard]] QString describe(const std::vector<AlertTransition> &transitions);

} // namespace sockeye::test
