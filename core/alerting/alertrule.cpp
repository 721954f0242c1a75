// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alertrule.h"

#include "core/base/enumname.h"
#include "core/metrics/unitname.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView sourceName(AlertCondition::Source source)
{
    switch (source) {
    case AlertCondition::Source::Query:
        return "query"_L1;
    case AlertCondition::Source::Probe:
        return "probe"_L1;
    }
    return {};
}

QLatin1StringView comparisonName(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Greater:
        return ">"_L1;
    case Comparison::GreaterOrEqual:
        return ">="_L1;
    case Comparison::Less:
        return "<"_L1;
    case Comparison::LessOrEqual:
        return "<="_L1;
    case Comparison::Equal:
        return "=="_L1;
    case Comparison::NotEqual:
        return "!="_L1;
    }
    return {};
}

QLatin1StringView severityName(Severity severity)
{
    switch (severity) {
    case Severity::Warning:
        return "warning"_L1;
    case Severity::Critical:
        return "critical"_L1;
    }
    return {};
}

std::chrono::milliseconds readDuration(JsonReader &reader, QLatin1StringView key, qint64 fallback)
{
    const qint64 milliseconds = reader.integer(key, fallback);
    if (milliseconds < 0)
        reader.fail(JsonError::Kind::BadValue, key, u"milliseconds, 0 or more"_s);
    return std::chrono::milliseconds{std::max<qint64>(0, milliseconds)};
}

QJsonObject toJson(const AlertCondition &condition)
{
    return {
        {u"source"_s, sourceName(condition.source)},
        {u"expression"_s, condition.expression},
        {u"comparison"_s, comparisonName(condition.comparison)},
        {u"threshold"_s, condition.threshold},
        {u"unit"_s, unitName(condition.unit)},
    };
}

AlertCondition readCondition(JsonReader &reader)
{
    AlertCondition condition;
    condition.source = readEnum(reader, "source"_L1, AlertCondition::Source::Probe, sourceName);
    condition.expression = reader.requiredString("expression"_L1);
    condition.comparison = readEnum(reader, "comparison"_L1, Comparison::NotEqual, comparisonName);
    if (!reader.json().contains("threshold"_L1))
        reader.fail(JsonError::Kind::Missing, "threshold"_L1, u"a number"_s);
    condition.threshold = reader.number("threshold"_L1);
    condition.unit = readEnum(reader, "unit"_L1, lastUnit, unitName);
    return condition;
}

} // namespace

QJsonObject toJson(const AlertRule &rule)
{
    return {
        {u"id"_s, rule.id.value},
        {u"key"_s, rule.key},
        {u"name"_s, rule.name},
        {u"condition"_s, toJson(rule.condition)},
        {u"for_ms"_s, qint64{rule.holdFor.count()}},
        {u"window_ms"_s, qint64{rule.window.count()}},
        {u"severity"_s, severityName(rule.severity)},
        {u"panel"_s, rule.panel},
        {u"enabled"_s, rule.enabled},
    };
}

AlertRule readAlertRule(JsonReader &reader)
{
    AlertRule rule;
    rule.id = RuleId{reader.requiredString("id"_L1)};
    rule.key = reader.string("key"_L1);
    rule.name = reader.string("name"_L1);
    JsonReader condition = reader.object("condition"_L1);
    rule.condition = readCondition(condition);
    reader.absorb(condition);
    rule.holdFor = readDuration(reader, "for_ms"_L1, rule.holdFor.count());
    rule.window = readDuration(reader, "window_ms"_L1, rule.window.count());
    if (rule.window.count() == 0)
        reader.fail(JsonError::Kind::BadValue, "window_ms"_L1, u"milliseconds, 1 or more"_s);
    if (reader.json().contains("severity"_L1))
        rule.severity = readEnum(reader, "severity"_L1, Severity::Critical, severityName);
    rule.panel = reader.string("panel"_L1);
    rule.enabled = reader.boolean("enabled"_L1, rule.enabled);
    return rule;
}

} // namespace sockeye
