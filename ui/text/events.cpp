// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/events.h"

#include "core/engine/status.h"

#include "ui/text/panelwords.h"
#include "ui/text/words.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventLine)
};

QString fact(const EventRecord &event, QLatin1StringView key)
{
    return event.facts.value(key).toString();
}

Unit unitOf(const EventRecord &event)
{
    const int number = event.facts.value("unit"_L1).toInt();
    const bool known = number >= static_cast<int>(Unit::None) && number <= static_cast<int>(Unit::Cores);
    return known ? static_cast<Unit>(number) : Unit::None;
}

BlindCause causeOf(const EventRecord &event)
{
    const int number = event.facts.value("cause"_L1).toInt();
    const bool known =
        number >= static_cast<int>(BlindCause::None) && number <= static_cast<int>(BlindCause::Paused);
    return known ? static_cast<BlindCause>(number) : BlindCause::None;
}

//! "api: P99 latency", or as much of it as is known.
QString subjectText(const EventRecord &event)
{
    const QString key = fact(event, "ruleKey"_L1);
    const QString rule = key.isEmpty() ? fact(event, "rule"_L1) : ruleKeyName(key);
    const QString service = fact(event, "serviceName"_L1);
    if (rule.isEmpty())
        return service.isEmpty() ? event.subject : service;
    return service.isEmpty() ? rule : Words::tr("%1: %2", "a service and a rule").arg(service, rule);
}

QString withDetail(const QString &sentence, const EventRecord &event)
{
    const QString detail = fact(event, "detail"_L1);
    return detail.isEmpty() ? sentence
                            : Words::tr("%1 (%2)", "a sentence and a detail").arg(sentence, detail);
}

QString withValue(const QString &sentence, const EventRecord &event, const Formatting &formatting)
{
    const Unit unit = unitOf(event);
    if (unit == Unit::None || !event.facts.contains("value"_L1))
        return sentence;
    const QString value = formatting.values.text(event.facts.value("value"_L1).toDouble(), unit);
    if (!event.facts.contains("threshold"_L1))
        return Words::tr("%1, %2", "a sentence and a value").arg(sentence, value);
    return Words::tr("%1, %2, threshold %3", "a sentence, a value and a threshold")
        .arg(sentence, value, formatting.values.text(event.facts.value("threshold"_L1).toDouble(), unit));
}

} // namespace

QString eventLine(const EventRecord &event, const Formatting &formatting)
{
    const QString subject = subjectText(event);
    switch (event.kind) {
    case EventRecord::Kind::AlertPending:
        return withValue(Words::tr("%1 pending").arg(subject), event, formatting);
    case EventRecord::Kind::AlertFiring:
        return withValue(Words::tr("%1 firing").arg(subject), event, formatting);
    case EventRecord::Kind::AlertResolved:
        return withValue(Words::tr("%1 resolved").arg(subject), event, formatting);
    case EventRecord::Kind::AlertNoData:
        return withDetail(Words::tr("%1 has no data to evaluate").arg(subject), event);
    case EventRecord::Kind::AlertError:
        return withDetail(Words::tr("%1 could not be evaluated").arg(subject), event);
    case EventRecord::Kind::Blind:
        return withDetail(Words::tr("Cannot see %1: %2", "a service, and why")
                              .arg(subject, blindCauseWords(causeOf(event))),
            event);
    case EventRecord::Kind::Seeing:
        return Words::tr("%1 can be seen again").arg(subject);
    case EventRecord::Kind::NotificationFailed:
        return withDetail(Words::tr("The notification about %1 was not shown").arg(subject), event);
    case EventRecord::Kind::DataDropped:
        return withDetail(Words::tr("Old data were dropped to stay within memory"), event);
    case EventRecord::Kind::ConfigurationReset:
        return withDetail(Words::tr("The configuration could not be read and was set aside"), event);
    }
    return {};
}

} // namespace sockeye
