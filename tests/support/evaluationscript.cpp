// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/evaluationscript.h"

#include <QStringList>

namespace sockeye::test {

using namespace Qt::StringLiterals;

AlertRule ruleAbove(double threshold, std::chrono::seconds holdFor)
{
    AlertRule rule;
    rule.id = RuleId{u"rule"_s};
    rule.condition.expression = u"m"_s;
    rule.condition.threshold = threshold;
    rule.holdFor = holdFor;
    return rule;
}

LabelSet instance(const QString &name)
{
    return LabelSet{{"instance", name.toUtf8()}};
}

Observation observation(const QString &text)
{
    if (text == "error"_L1)
        return {RuleHealth::Error, {}};
    if (text == "no data"_L1)
        return {RuleHealth::NoData, {}};
    if (text == "cannot evaluate"_L1)
        return {RuleHealth::CannotEvaluate, {}};
    Observation result;
    const QStringList values = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &value : values) {
        if (value == "partial"_L1) {
            result.isPartial = true;
            continue;
        }
        result.values.push_back({instance(value.section(u'=', 0, 0)), value.section(u'=', 1).toDouble()});
    }
    return result;
}

QString describe(const std::vector<Alert> &alerts)
{
    QStringList words;
    for (const Alert &alert : alerts)
        words.append(u"%1 %2@%3=%4"_s.arg(QString::fromUtf8(alert.labels.value("instance")),
            QString(alertPhaseName(alert.phase)), QString::number(toMilliseconds(alert.activeAt) / 1000),
            QString::number(alert.value)));
    words.sort();
    return words.isEmpty() ? u"-"_s : words.join(u", "_s);
}

QString describe(const std::vector<AlertTransition> &transitions)
{
    QStringList words;
    for (const AlertTransition &transition : transitions)
        words.append(u"%1 %2>%3"_s.arg(QString::fromUtf8(transition.alert.labels.value("instance")),
            QString(alertPhaseName(transition.from)), QString(alertPhaseName(transition.alert.phase))));
    words.sort();
    return words.isEmpty() ? u"-"_s : words.join(u", "_s);
}

} // namespace sockeye::test
