// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/builtinrules.h"

#include <algorithm>

namespace sockeye {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! What most built-in rules share: they ask Prometheus and hold for the usual time.
AlertRule query(const QString &key, AlertCondition condition, RuleTiming timing)
{
    AlertRule rule;
    rule.id = RuleId{key};
    rule.key = key;
    rule.condition = std::move(condition);
    rule.holdFor = timing.holdFor;
    rule.window = timing.window;
    return rule;
}

AlertRule p99Latency(RuleTiming timing)
{
    AlertRule rule = query(u"p99-latency"_s,
        {.expression = u"${latency_p99}"_s,
            .comparison = Comparison::Greater,
            .threshold = 1.0,
            .unit = Unit::Seconds},
        timing);
    rule.panel = u"latency"_s;
    return rule;
}

AlertRule errorRate(RuleTiming timing)
{
    AlertRule rule = query(u"error-rate"_s,
        {.expression = u"${error_rate}"_s,
            .comparison = Comparison::Greater,
            .threshold = 0.05,
            .unit = Unit::Ratio},
        timing);
    rule.panel = u"closes"_s;
    return rule;
}

AlertRule connectionsHalved(RuleTiming timing)
{
    // A resolution of its own: a subquery without one takes the server's evaluation interval, a minute unless
    // configured, and would see but a handful of points.
    AlertRule rule = query(u"connections-halved"_s,
        {.expression = u"${active} / max_over_time(${active}[${window}:${resolution}])"_s,
            .comparison = Comparison::Less,
            .threshold = 0.5,
            .unit = Unit::Ratio},
        timing);
    rule.holdFor = 0ms; // the window is the time that it looks at
    rule.severity = Severity::Warning;
    rule.panel = u"connections"_s;
    return rule;
}

AlertRule probeDown(RuleTiming timing)
{
    AlertRule rule = query(u"probe-down"_s,
        {.source = AlertCondition::Source::Probe,
            .expression = u"last_over_time(probe_success[${window}])"_s,
            .comparison = Comparison::Less,
            .threshold = 1.0},
        timing);
    // A probe looks every second: what it has missed for half a minute is no blip.
    rule.holdFor = std::min<std::chrono::milliseconds>(timing.holdFor, 30s);
    rule.window = std::min<std::chrono::milliseconds>(timing.window, 60s);
    rule.panel = u"probes"_s;
    return rule;
}

AlertRule targetDown(RuleTiming timing)
{
    AlertRule rule = query(u"target-down"_s,
        {.expression = u"${up}"_s, .comparison = Comparison::Less, .threshold = 1.0}, timing);
    // Sooner than the others, because while it lasts they see nothing.
    rule.holdFor = std::min<std::chrono::milliseconds>(timing.holdFor, 60s);
    rule.panel = u"connections"_s;
    return rule;
}

AlertRule cpu(RuleTiming timing)
{
    AlertRule rule = query(u"cpu"_s,
        {.expression = u"${cpu}"_s,
            .comparison = Comparison::Greater,
            .threshold = 0.85,
            .unit = Unit::Ratio},
        timing);
    rule.severity = Severity::Warning;
    rule.panel = u"resources"_s;
    return rule;
}

AlertRule memory(RuleTiming timing)
{
    AlertRule rule = query(u"memory"_s,
        {.expression = u"${memory_ratio}"_s,
            .comparison = Comparison::Greater,
            .threshold = 0.9,
            .unit = Unit::Ratio},
        timing);
    rule.severity = Severity::Warning;
    rule.panel = u"resources"_s;
    return rule;
}

} // namespace

std::vector<AlertRule> builtinRules(RuleTiming timing)
{
    return {p99Latency(timing), errorRate(timing), connectionsHalved(timing), probeDown(timing),
        targetDown(timing), cpu(timing), memory(timing)};
}

} // namespace sockeye
