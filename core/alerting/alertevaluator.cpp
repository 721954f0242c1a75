// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alertevaluator.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sockeye {

namespace {

using Values = std::map<LabelSet, double>;

//! The values by identity, or nothing when two of them would be the same alert.
std::optional<Values> byIdentity(const std::vector<ObservedValue> &observed)
{
    Values values;
    for (const ObservedValue &value : observed) {
        if (!values.emplace(value.labels.without("__name__"), value.value).second)
            return std::nullopt;
    }
    return values;
}

RuleHealth healthOf(const Observation &observation, const std::optional<Values> &values)
{
    if (observation.health != RuleHealth::Ok)
        return observation.health;
    if (!values)
        return RuleHealth::Error;
    return values->empty() ? RuleHealth::NoData : RuleHealth::Ok;
}

void moveBack(Alert &alert, std::chrono::milliseconds by, Timestamp now)
{
    // The clamp is for restored alerts, whose last evaluation is not known.
    const auto moved = [&](Timestamp stamp) { return std::min(stamp - by, now); };
    alert.activeAt = moved(alert.activeAt);
    if (alert.firedAt)
        alert.firedAt = moved(*alert.firedAt);
    if (alert.resolvedAt)
        alert.resolvedAt = moved(*alert.resolvedAt);
}

RuleState onClockOf(const RuleState &previous, Timestamp now)
{
    RuleState state = previous;
    const auto by = std::max(std::chrono::milliseconds{0}, previous.evaluatedAt - now);
    for (Alert &alert : state.alerts)
        moveBack(alert, by, now);
    state.evaluatedAt = now;
    return state;
}

Evaluation switchedOff(const RuleState &previous, Timestamp now)
{
    Evaluation result;
    result.next.evaluatedAt = now;
    for (const Alert &alert : previous.alerts) {
        if (alert.phase != AlertPhase::Pending && alert.phase != AlertPhase::Firing)
            continue;
        Alert ended = alert;
        ended.phase = AlertPhase::Inactive;
        result.transitions.push_back({alert.phase, ended});
    }
    return result;
}

//! One evaluation of a rule that is on and whose observation is Ok.
class Step final {
public:
    Step(const AlertRule &rule, Timestamp now, bool isPartial)
        : m_rule(rule)
        , m_now(now)
        , m_isPartial(isPartial)
    {
    }

    void begin(const LabelSet &labels, double value)
    {
        if (!isBreach(value))
            return;
        Alert alert{m_rule.id, labels, AlertPhase::Inactive, value, m_now, {}, {}};
        enter(alert, m_rule.holdFor.count() > 0 ? AlertPhase::Pending : AlertPhase::Firing);
        m_alerts.push_back(alert);
    }

    void see(Alert alert, double value)
    {
        if (std::isnan(value)) {
            keep(alert);
        } else if (alert.phase == AlertPhase::Resolved && isBreach(value)) {
            begin(alert.labels, value);
        } else if (isBreach(value)) {
            alert.value = value;
            if (alert.phase == AlertPhase::Pending && m_now - alert.activeAt >= m_rule.holdFor)
                enter(alert, AlertPhase::Firing);
            keep(alert);
        } else {
            if (alert.phase != AlertPhase::Resolved && !m_isPartial)
                alert.value = value;
            end(alert);
        }
    }

    void end(Alert alert)
    {
        // What is missing may be what is still wrong.
        if (m_isPartial) {
            keep(alert);
            return;
        }
        if (alert.phase == AlertPhase::Pending) {
            enter(alert, AlertPhase::Inactive);
            return;
        }
        if (alert.phase == AlertPhase::Firing)
            enter(alert, AlertPhase::Resolved);
        keep(alert);
    }

    [[nodiscard]] std::vector<Alert> takeAlerts() { return std::move(m_alerts); }
    [[nodiscard]] std::vector<AlertTransition> takeTransitions() { return std::move(m_transitions); }

private:
    [[nodiscard]] bool isBreach(double value) const
    {
        return isBreached(value, m_rule.condition.comparison, m_rule.condition.threshold);
    }

    void enter(Alert &alert, AlertPhase phase)
    {
        const AlertPhase from = std::exchange(alert.phase, phase);
        if (phase == AlertPhase::Firing)
            alert.firedAt = m_now;
        if (phase == AlertPhase::Resolved)
            alert.resolvedAt = m_now;
        m_transitions.push_back({from, alert});
    }

    void keep(const Alert &alert)
    {
        if (alert.phase == AlertPhase::Resolved
            && m_now - alert.resolvedAt.value_or(m_now) > resolvedRetention)
            return;
        m_alerts.push_back(alert);
    }

    const AlertRule &m_rule;
    Timestamp m_now;
    bool m_isPartial;
    std::vector<Alert> m_alerts;
    std::vector<AlertTransition> m_transitions;
};

} // namespace

Evaluation evaluate(
    const AlertRule &rule, const RuleState &previous, const Observation &observation, Timestamp now)
{
    if (!rule.enabled)
        return switchedOff(previous, now);

    Evaluation result{onClockOf(previous, now), {}};
    std::optional<Values> values = byIdentity(observation.values);
    result.next.health = healthOf(observation, values);
    if (result.next.health != RuleHealth::Ok) {
        ++result.next.misses;
        return result;
    }

    Step step(rule, now, observation.isPartial);
    for (const Alert &alert : result.next.alerts) {
        const auto seen = values->find(alert.labels);
        if (seen == values->end()) {
            step.end(alert);
            continue;
        }
        step.see(alert, seen->second);
        values->erase(seen);
    }
    for (const auto &[labels, value] : *values)
        step.begin(labels, value);

    result.next.misses = 0;
    result.next.alerts = step.takeAlerts();
    result.transitions = step.takeTransitions();
    return result;
}

} // namespace sockeye
