// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alertrule.h"
#include "core/base/clock.h"
#include "core/metrics/labelset.h"

#include <optional>
#include <variant>
#include <vector>

namespace sockeye {

//! \brief Where an alert stands, https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
enum class AlertPhase { Inactive, Pending, Firing, Resolved };

//! \brief The phase's word in files: "inactive", "pending", "firing", "resolved".
[[nodiscard]] QLatin1StringView alertPhaseName(AlertPhase phase);
[[nodiscard]] std::optional<AlertPhase> alertPhaseFromName(const QString &name);

//! \brief One element of a rule: identified by rule and labels.
struct Alert {
    RuleId rule;
    LabelSet labels;
    AlertPhase phase = AlertPhase::Inactive;
    double value = 0.0; //!< of the last evaluation that saw it
    Timestamp activeAt; //!< since when the condition holds
    std::optional<Timestamp> firedAt;
    std::optional<Timestamp> resolvedAt;

    friend bool operator==(const Alert &, const Alert &) = default;
};

//! \brief How the evaluation of a rule itself fares. Anything but Ok is shown and resolves nothing.
enum class RuleHealth {
    Unknown, //!< not evaluated yet
    Ok,
    NoData, //!< the expression gives nothing
    Error, //!< the query failed
    CannotEvaluate //!< the service does not export what the rule needs
};

//! \brief One value of an evaluation.
struct ObservedValue {
    LabelSet labels;
    double value = 0.0;
};

//! \brief What an evaluation found, one of the RuleHealth kinds.
struct Observation {
    RuleHealth health = RuleHealth::Ok; //!< Ok: see values; otherwise values are empty
    std::vector<ObservedValue> values;
    bool isPartial = false; //!< a part of the server's storage did not answer: values may be missing or low
};

//! \brief All that has to be remembered between two evaluations of a rule for one service.
struct RuleState {
    RuleHealth health = RuleHealth::Unknown;
    int misses = 0; //!< evaluations in a row that were not Ok
    Timestamp evaluatedAt;
    std::vector<Alert> alerts; //!< Pending, Firing and recently Resolved

    friend bool operator==(const RuleState &, const RuleState &) = default;
};

//! \brief An alert changed its phase. To Inactive: a pending alert was dropped, or the rule was switched off.
struct AlertTransition {
    AlertPhase from = AlertPhase::Inactive;
    Alert alert; //!< as it stands now

    friend bool operator==(const AlertTransition &, const AlertTransition &) = default;
};

} // namespace sockeye
