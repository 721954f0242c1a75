// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/base/jsonreader.h"
#include "core/metrics/threshold.h"
#include "core/metrics/unit.h"

#include <chrono>

namespace sockeye {

//! \brief What is compared with the threshold.
//!
//! Query: a PromQL expression that gives values, with placeholders ${role} (a role of the catalogue, resolved
//! for each service), ${window} (the rule's window) and ${resolution} (a twentieth of it, for subqueries).
//! Probe: reducer_over_time(metric{matchers}[window]), a subset of PromQL over the names that sockeye-probe
//! exports, see parseProbeExpression().
struct AlertCondition {
    enum class Source { Query, Probe };

    Source source = Source::Query;
    QString expression;
    Comparison comparison = Comparison::Greater;
    double threshold = 0.0;
    Unit unit = Unit::None; //!< of the threshold

    friend bool operator==(const AlertCondition &, const AlertCondition &) = default;
};

//! \brief A rule with Prometheus' semantics. Built-in rules keep their key for ever, so that a user's change
//! of threshold survives an update of the program.
struct AlertRule {
    RuleId id;
    QString key; //!< of a built-in rule, such as "p99-latency"; empty for a user's own
    QString name; //!< alertname; built-in rules are named by their key in ui/text
    AlertCondition condition;
    std::chrono::milliseconds holdFor{0}; //!< Prometheus' "for"
    std::chrono::milliseconds window{300'000}; //!< what ${window} stands for
    Severity severity = Severity::Critical;
    QString panel; //!< the panel key that explains the alert
    bool enabled = true;

    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

//! \brief A rule as JSON; durations are milliseconds. A word that is none of an enumeration's, or a negative
//! duration, is a JsonError::Kind::BadValue.
[[nodiscard]] QJsonObject toJson(const AlertRule &rule);
[[nodiscard]] AlertRule readAlertRule(JsonReader &reader);

} // namespace sockeye
