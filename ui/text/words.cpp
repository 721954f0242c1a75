// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/words.h"

#include <QCoreApplication>

#include <span>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Entry {
    const char *key;
    const char *text;
};

// Keys stay in files for ever; texts are translated when they are asked for, not when the table is made.
constexpr std::array dashboardWords{
    Entry{"overview", QT_TRANSLATE_NOOP("Words", "Overview")},
    Entry{"connections", QT_TRANSLATE_NOOP("Words", "Connections")},
    Entry{"opened", QT_TRANSLATE_NOOP("Words", "Opened")},
    Entry{"messages", QT_TRANSLATE_NOOP("Words", "Messages")},
    Entry{"messages-in", QT_TRANSLATE_NOOP("Words", "Messages in")},
    Entry{"messages-out", QT_TRANSLATE_NOOP("Words", "Messages out")},
    Entry{"bytes-in", QT_TRANSLATE_NOOP("Words", "Bytes in")},
    Entry{"bytes-out", QT_TRANSLATE_NOOP("Words", "Bytes out")},
    Entry{"latency", QT_TRANSLATE_NOOP("Words", "Latency")},
    Entry{"inside-p50", QT_TRANSLATE_NOOP("Words", "Inside P50")},
    Entry{"inside-p95", QT_TRANSLATE_NOOP("Words", "Inside P95")},
    Entry{"inside-p99", QT_TRANSLATE_NOOP("Words", "Inside P99")},
    Entry{"outside-rtt", QT_TRANSLATE_NOOP("Words", "Outside RTT")},
    Entry{"rtt", QT_TRANSLATE_NOOP("Words", "RTT")},
    Entry{"closes", QT_TRANSLATE_NOOP("Words", "Closes by code")},
    Entry{"errors", QT_TRANSLATE_NOOP("Words", "Errors")},
    Entry{"error-rate", QT_TRANSLATE_NOOP("Words", "Error rate")},
    Entry{"resources", QT_TRANSLATE_NOOP("Words", "Resources")},
    Entry{"cpu", QT_TRANSLATE_NOOP("Words", "CPU")},
    Entry{"memory", QT_TRANSLATE_NOOP("Words", "Memory")},
    Entry{"memory-ratio", QT_TRANSLATE_NOOP("Words", "Memory")},
    Entry{"probes", QT_TRANSLATE_NOOP("Words", "Probes")},
    Entry{"tile-connections", QT_TRANSLATE_NOOP("Words", "Connections")},
    Entry{"tile-messages", QT_TRANSLATE_NOOP("Words", "Messages out")},
    Entry{"tile-messages-in", QT_TRANSLATE_NOOP("Words", "Messages in")},
    Entry{"tile-messages-out", QT_TRANSLATE_NOOP("Words", "Messages out")},
    Entry{"tile-latency", QT_TRANSLATE_NOOP("Words", "P99 inside")},
    Entry{"tile-p99", QT_TRANSLATE_NOOP("Words", "P99 inside")},
    Entry{"tile-rtt", QT_TRANSLATE_NOOP("Words", "RTT from here")},
    Entry{"tile-errors", QT_TRANSLATE_NOOP("Words", "Error rate")},
    Entry{"tile-error-rate", QT_TRANSLATE_NOOP("Words", "Error rate")},
};

constexpr std::array ruleWords{
    Entry{"p99-latency", QT_TRANSLATE_NOOP("Words", "P99 latency")},
    Entry{"error-rate", QT_TRANSLATE_NOOP("Words", "Error rate")},
    Entry{"connections-halved", QT_TRANSLATE_NOOP("Words", "Connections halved")},
    Entry{"probe-down", QT_TRANSLATE_NOOP("Words", "Probe down")},
    Entry{"target-down", QT_TRANSLATE_NOOP("Words", "Scrape target down")},
    Entry{"cpu", QT_TRANSLATE_NOOP("Words", "CPU")},
    Entry{"memory", QT_TRANSLATE_NOOP("Words", "Memory")},
};

QString lookUp(std::span<const Entry> entries, const QString &key)
{
    const auto found = std::ranges::find_if(
        entries, [&key](const Entry &entry) { return key == QLatin1StringView(entry.key); });
    return found == entries.end() ? key : Words::tr(found->text);
}

QString conditionText(const AlertRule &rule, const Formatting &formatting)
{
    // These three compare with a bare 0 or ½, which says nothing to a reader.
    if (rule.key == "probe-down"_L1)
        return Words::tr("No probe connection open");
    if (rule.key == "target-down"_L1)
        return Words::tr("Prometheus cannot scrape the service");
    const QString threshold = formatting.values.text(rule.condition.threshold, rule.condition.unit);
    if (rule.key == "connections-halved"_L1)
        return Words::tr("Connections %1 of their highest in the last %2",
            "%1: comparison with a percentage, such as below 50 %; %2: duration")
            .arg(comparisonText(rule.condition.comparison, threshold), formatting.duration(rule.window));
    return Words::tr("%1 %2", "rule and comparison, such as: P99 latency above 1 s")
        .arg(ruleName(rule), comparisonText(rule.condition.comparison, threshold));
}

} // namespace

QString sentences(const QString &first, const QString &second)
{
    return second.isEmpty() ? first
                            : Words::tr("%1 %2", "two sentences, one behind the other").arg(first, second);
}

QString word(const QString &key)
{
    return lookUp(dashboardWords, key);
}

QString ruleKeyName(const QString &keyOrName)
{
    return lookUp(ruleWords, keyOrName);
}

QString ruleName(const AlertRule &rule)
{
    return rule.key.isEmpty() ? rule.name : ruleKeyName(rule.key);
}

QString ruleSentence(const AlertRule &rule, const Formatting &formatting)
{
    const QString condition = conditionText(rule, formatting);
    if (rule.holdFor.count() == 0)
        return condition;
    return Words::tr("%1 for %2", "%1: condition, %2: duration")
        .arg(condition, formatting.duration(rule.holdFor));
}

QString comparisonText(Comparison comparison, const QString &threshold)
{
    switch (comparison) {
    case Comparison::Greater:
        return Words::tr("above %1").arg(threshold);
    case Comparison::GreaterOrEqual:
        return Words::tr("at or above %1").arg(threshold);
    case Comparison::Less:
        return Words::tr("below %1").arg(threshold);
    case Comparison::LessOrEqual:
        return Words::tr("at or below %1").arg(threshold);
    case Comparison::Equal:
        return Words::tr("equal to %1").arg(threshold);
    case Comparison::NotEqual:
        return Words::tr("other than %1").arg(threshold);
    }
    return threshold;
}

QString roleWord(Role role)
{
    switch (role) {
    case Role::ActiveConnections:
        return Words::tr("Connections");
    case Role::ConnectionsOpened:
        return Words::tr("Opened per second");
    case Role::ClosesByCode:
        return Words::tr("Closes per second, by code");
    case Role::MessagesIn:
        return Words::tr("Messages in per second");
    case Role::MessagesOut:
        return Words::tr("Messages out per second");
    case Role::BytesIn:
        return Words::tr("Bytes in per second");
    case Role::BytesOut:
        return Words::tr("Bytes out per second");
    case Role::LatencyP50:
        return Words::tr("Latency P50");
    case Role::LatencyP95:
        return Words::tr("Latency P95");
    case Role::LatencyP99:
        return Words::tr("Latency P99");
    case Role::ErrorRate:
        return Words::tr("Error rate");
    case Role::Errors:
        return Words::tr("Errors per second");
    case Role::Cpu:
        return Words::tr("CPU");
    case Role::Memory:
        return Words::tr("Memory");
    case Role::MemoryRatio:
        return Words::tr("Memory used, ratio");
    case Role::TargetUp:
        return Words::tr("Scrape target up");
    }
    return {};
}

QString healthWord(Health health)
{
    switch (health) {
    case Health::Well:
        return Words::tr("well");
    case Health::Unknown:
        return Words::tr("not known yet");
    case Health::Blind:
        return Words::tr("cannot see");
    case Health::Warning:
        return Words::tr("warning");
    case Health::Critical:
        return Words::tr("critical");
    }
    return {};
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Warning:
        return Words::tr("warning");
    case Severity::Critical:
        return Words::tr("critical");
    }
    return {};
}

QString alertPhaseWord(AlertPhase phase)
{
    switch (phase) {
    case AlertPhase::Inactive:
        return Words::tr("inactive");
    case AlertPhase::Pending:
        return Words::tr("pending");
    case AlertPhase::Firing:
        return Words::tr("firing");
    case AlertPhase::Resolved:
        return Words::tr("resolved");
    }
    return {};
}

QString ruleHealthWord(RuleHealth health)
{
    switch (health) {
    case RuleHealth::Unknown:
        return Words::tr("not evaluated yet");
    case RuleHealth::Ok:
        return Words::tr("OK", "the evaluation of a rule works");
    case RuleHealth::NoData:
        return Words::tr("no data");
    case RuleHealth::Error:
        return Words::tr("query failed");
    case RuleHealth::CannotEvaluate:
        return Words::tr("cannot evaluate");
    }
    return {};
}

QString laneStateWord(LaneState state)
{
    switch (state) {
    case LaneState::Connecting:
        return Words::tr("connecting");
    case LaneState::Open:
        return Words::tr("open");
    case LaneState::Closing:
        return Words::tr("closing");
    case LaneState::Closed:
        return Words::tr("closed");
    case LaneState::NotWatched:
        return Words::tr("not watched");
    }
    return {};
}

} // namespace sockeye
