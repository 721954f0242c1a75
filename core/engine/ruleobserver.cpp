// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/ruleobserver.h"

#include "core/alerting/probeexpression.h"

#include <algorithm>
#include <cmath>

namespace sockeye {

namespace {

Observed missing(RuleHealth health, const QString &detail)
{
    return {{health, {}}, detail};
}

//! The samples of the last \a window.
std::span<const double> recentValues(const TimeSeries &series, Timestamp since)
{
    const auto first = std::lower_bound(series.times.begin(), series.times.end(), since);
    return std::span(series.values).subspan(static_cast<std::size_t>(first - series.times.begin()));
}

} // namespace

Observed observeAnswer(const QueryOutcome &outcome)
{
    if (!outcome)
        return missing(RuleHealth::Error, outcome.error().message);
    if (outcome->result.type == QueryResult::Type::String)
        return missing(RuleHealth::Error, outcome->result.string);
    // No threshold can be held against a histogram, which is not to have nothing to hold against it.
    if (outcome->result.series.empty() && !outcome->result.histograms.empty())
        return missing(RuleHealth::CannotEvaluate, QString());
    Observed observed;
    observed.observation.isPartial = outcome->result.isPartial;
    for (const TimeSeries &series : outcome->result.series) {
        if (const double *value = series.lastValue())
            observed.observation.values.push_back({series.labels, *value});
    }
    if (observed.observation.values.empty())
        observed.observation.health = RuleHealth::NoData;
    return observed;
}

Observed observeProbes(const AlertRule &rule, const ServiceConfig &service, const SessionView &view)
{
    const auto expression = parseProbeExpression(rule.condition.expression, rule.window);
    if (!expression)
        return missing(RuleHealth::CannotEvaluate, expression.error().expected);
    const Timestamp since = view.clock().now() - expression->window;
    Observed observed;
    for (const TargetId &id : service.targets) {
        const TargetMonitor *target = view.target(id);
        if (!target)
            continue;
        const BlindCause cause = target->status().blind;
        if (cause != BlindCause::None)
            return missing(cause == BlindCause::NotYetHeard ? RuleHealth::NoData : RuleHealth::Error, {});
        if (!matches(*expression, target->labels()))
            continue;
        for (const TimeSeriesPtr &series : view.store().series(probeGroup(id, expression->metric))) {
            const std::optional<double> value = reduce(*expression, recentValues(*series, since));
            if (value && series->labels == target->labels())
                observed.observation.values.push_back({series->labels, *value});
        }
    }
    if (observed.observation.values.empty())
        observed.observation.health = RuleHealth::NoData;
    return observed;
}

std::optional<double> worstValue(const AlertRule &rule, const Observation &observation)
{
    const Comparison comparison = rule.condition.comparison;
    const bool smallIsBad = comparison == Comparison::Less || comparison == Comparison::LessOrEqual;
    std::optional<double> worst;
    for (const ObservedValue &value : observation.values) {
        if (std::isnan(value.value))
            continue;
        if (!worst)
            worst = value.value;
        worst = smallIsBad ? std::min(*worst, value.value) : std::max(*worst, value.value);
    }
    return worst;
}

} // namespace sockeye
