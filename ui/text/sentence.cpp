// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/sentence.h"

#include "ui/text/panelwords.h"
#include "ui/text/words.h"

#include <QCoreApplication>

namespace sockeye {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TopSentence)
};

QString heardText(WatchedCounts counts)
{
    const QString services = Words::tr("%n service(s)", nullptr, counts.services);
    const QString probes = Words::tr("%n probe(s)", nullptr, counts.probes);
    if (counts.services == 0 && counts.probes == 0)
        return Words::tr("Everything was heard.");
    if (counts.probes == 0)
        return Words::tr("%1, all heard.", "%1: number of services or of probes").arg(services);
    if (counts.services == 0)
        return Words::tr("%1, all heard.", "%1: number of services or of probes").arg(probes);
    return Words::tr("%1, %2, all heard.", "numbers of services and of probes").arg(services, probes);
}

QString sinceText(std::optional<Timestamp> since, const Formatting &formatting, Timestamp now)
{
    return since ? Words::tr("since %1").arg(formatting.sinceTime(*since, now)) : QString();
}

//! Several facts as one sentence: "410 ms, above 1 s, since 14:02:00."
QString listed(std::initializer_list<QString> facts)
{
    QStringList present;
    for (const QString &fact : facts) {
        if (!fact.isEmpty())
            present.append(fact);
    }
    if (present.isEmpty())
        return {};
    const QString list = present.join(Words::tr(", ", "between the facts of a sentence"));
    return Words::tr("%1.", "ends a sentence").arg(QString(list.left(1).toUpper() % list.mid(1)));
}

//! A ratio or a duration is worth reading; the 0 of "probe down" is not.
bool isTellingValue(Unit unit)
{
    return unit != Unit::None && unit != Unit::Count;
}

QString measured(double value, double threshold, const AlertRule &rule, const Formatting &formatting)
{
    const Unit unit = rule.condition.unit;
    if (!isTellingValue(unit))
        return {};
    return Words::tr("%1, %2", "a value, and how it stands to the threshold: 1.2 s, above 1 s")
        .arg(formatting.values.text(value, unit),
            comparisonText(rule.condition.comparison, formatting.values.text(threshold, unit)));
}

QString othersText(const OverallStatus &status)
{
    const int others = status.kind == OverallStatus::Kind::Firing ? status.firing - 1 : status.pending - 1;
    return others > 0 ? Words::tr("%n more", nullptr, others) : QString();
}

TopSentence alertSentence(const OverallStatus &status, const Formatting &formatting, Timestamp now)
{
    const QString subject = status.alert ? status.alert->serviceName : status.subject;
    const QString rule = status.alert ? ruleName(status.alert->rule) : Words::tr("an alert");
    const bool firing = status.kind == OverallStatus::Kind::Firing;
    const QString lead = firing
        ? Words::tr("%1: %2.", "a service, and the rule that fires").arg(subject, rule)
        : Words::tr("%1: %2 is pending.", "a service, and the rule whose condition holds").arg(subject, rule);
    const QString value = status.alert ? measured(status.alert->alert.value,
                              status.alert->rule.condition.threshold, status.alert->rule, formatting)
                                       : QString();
    const QString unseen = status.alert && !status.alert->seen ? Words::tr("as last seen") : QString();
    return {lead, listed({value, unseen, sinceText(status.since, formatting, now), othersText(status)}),
        status.health};
}

TopSentence blindSentenceOf(const OverallStatus &status, const Formatting &formatting, Timestamp now)
{
    const BlindFacts facts{status.blind, status.subject, status.lastSeen ? status.lastSeen : status.since,
        status.lastConnections};
    const QString whole = blindSentence(facts, formatting, now);
    if (status.blindCount < 2)
        return {whole, {}, status.health};
    return {whole, Words::tr("%n service(s) cannot be seen.", nullptr, status.blindCount), status.health};
}

QString subjectOrUnnamed(const QString &subject)
{
    return subject.isEmpty() ? Words::tr("a service without a name") : subject;
}

} // namespace

TopSentence topSentence(
    const OverallStatus &status, const Formatting &formatting, Timestamp now, WatchedCounts counts)
{
    switch (status.kind) {
    case OverallStatus::Kind::NothingConfigured:
        return {Words::tr("Nothing is watched yet."),
            Words::tr("Add a Prometheus server or a WebSocket endpoint, or try the demo."), status.health};
    case OverallStatus::Kind::Waiting:
        return {Words::tr("Waiting for the first answers."), {}, status.health};
    case OverallStatus::Kind::Well:
        return {Words::tr("All is well."), heardText(counts), status.health};
    case OverallStatus::Kind::Pending:
    case OverallStatus::Kind::Firing:
        return alertSentence(status, formatting, now);
    case OverallStatus::Kind::Blind:
        return blindSentenceOf(status, formatting, now);
    case OverallStatus::Kind::ProbeDown:
        return {Words::tr("%1: no connection from here.", "%1: a probe endpoint").arg(status.subject),
            listed({sinceText(status.since, formatting, now)}), status.health};
    case OverallStatus::Kind::Paused:
        return {Words::tr("Watching is paused."), listed({sinceText(status.since, formatting, now)}),
            status.health};
    }
    return {};
}

QString noticeSummary(const Notice &notice, const Formatting &)
{
    const QString subject = subjectOrUnnamed(notice.subject);
    const QString rule = ruleKeyName(notice.ruleKey);
    switch (notice.kind) {
    case Notice::Kind::Firing:
        return Words::tr("%1: %2", "a service, and the rule that fires").arg(subject, rule);
    case Notice::Kind::Resolved:
        return Words::tr("%1: %2 resolved", "a service, and the rule that fired").arg(subject, rule);
    case Notice::Kind::Blind:
        return Words::tr("Cannot see %1").arg(subject);
    case Notice::Kind::Seeing:
        return Words::tr("%1 can be seen again").arg(subject);
    case Notice::Kind::Trial:
        return Words::tr("Notifications work");
    }
    return {};
}

QString noticeBody(const Notice &notice, const Formatting &formatting)
{
    const QString value = formatting.values.text(notice.value, notice.unit);
    const QString threshold = formatting.values.text(notice.threshold, notice.unit);
    const QString since = formatting.sinceTime(notice.since, notice.at);
    switch (notice.kind) {
    case Notice::Kind::Firing:
        return isTellingValue(notice.unit)
            ? Words::tr("%1, threshold %2, since %3.", "value, threshold, time").arg(value, threshold, since)
            : Words::tr("Since %1.").arg(since);
    case Notice::Kind::Resolved:
        return isTellingValue(notice.unit)
            ? Words::tr("Now %1, threshold %2. It fired since %3.", "value, threshold, time")
                  .arg(value, threshold, since)
            : Words::tr("It fired since %1.").arg(since);
    case Notice::Kind::Blind:
        return Words::tr("Nothing of %1 was seen since %2. Alerts stand as they were last seen.",
            "%1: a service, %2: time")
            .arg(subjectOrUnnamed(notice.subject), since);
    case Notice::Kind::Seeing:
        return Words::tr("It could not be seen since %1.").arg(since);
    case Notice::Kind::Trial:
        return Words::tr("An alert will look like this.");
    }
    return {};
}

} // namespace sockeye
