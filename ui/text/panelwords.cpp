// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/panelwords.h"

#include "ui/text/errors.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PanelWords)
};

QString emptySentence(EmptyCause cause)
{
    switch (cause) {
    case EmptyCause::NotExported:
        return Words::tr("The service does not export the metric that this panel shows.");
    case EmptyCause::NoProbes:
        return Words::tr("No probe endpoint is assigned to this service.");
    case EmptyCause::NoEndpoint:
        return Words::tr("This service has no Prometheus server.");
    case EmptyCause::NoSeries:
    case EmptyCause::None:
        break;
    }
    return Words::tr("There is no data for this time.");
}

QString blindLead(const BlindFacts &facts, const Formatting &formatting, Timestamp now)
{
    if (!facts.since) {
        return facts.subject.isEmpty() ? Words::tr("Cannot see it")
                                       : Words::tr("Cannot see %1").arg(facts.subject);
    }
    const QString since = formatting.sinceTime(*facts.since, now);
    return facts.subject.isEmpty() ? Words::tr("Cannot see it since %1").arg(since)
                                   : Words::tr("Cannot see %1 since %2").arg(facts.subject, since);
}

} // namespace

QString blindCauseWords(BlindCause cause)
{
    switch (cause) {
    case BlindCause::NotYetHeard:
        return Words::tr("it was not heard yet");
    case BlindCause::EndpointFailed:
        return Words::tr("the query to Prometheus failed");
    case BlindCause::EndpointSilent:
        return Words::tr("Prometheus does not answer");
    case BlindCause::TargetDown:
        return Words::tr("its scrape target is down, Prometheus answers");
    case BlindCause::NoData:
        return Words::tr("Prometheus answers, but has no data of it");
    case BlindCause::ProbeSilent:
        return Words::tr("the probes do not report");
    case BlindCause::Paused:
        return Words::tr("watching is paused");
    case BlindCause::None:
        break;
    }
    return Words::tr("the cause is not known");
}

QString blindSentence(const BlindFacts &facts, const Formatting &formatting, Timestamp now)
{
    const QString sentence = Words::tr("%1: %2.", "what cannot be seen, and why")
                                 .arg(blindLead(facts, formatting, now), blindCauseWords(facts.cause));
    if (!facts.lastConnections)
        return sentence;
    return Words::tr("%1 Last %2.", "a sentence, and the last number of connections that was seen")
        .arg(sentence, formatting.values.text(*facts.lastConnections, Unit::Count));
}

QString panelProblem(const PanelSnapshot &snapshot, const Formatting &formatting)
{
    switch (snapshot.state) {
    case PanelState::Loading:
    case PanelState::Ready:
        return {};
    case PanelState::Empty:
        return emptySentence(snapshot.emptyCause);
    case PanelState::Stale:
        return snapshot.heardAt ? Words::tr("No news since %1.").arg(formatting.clockTime(*snapshot.heardAt))
                                : Words::tr("No news.");
    case PanelState::Error:
        return snapshot.error ? describe(*snapshot.error).joined() : Words::tr("The query failed.");
    case PanelState::Blind:
        return sentences(Words::tr("Cannot see it: %1.", "%1: why").arg(blindCauseWords(snapshot.blind)),
            snapshot.blind == BlindCause::EndpointFailed && snapshot.error
                ? describe(*snapshot.error).joined()
                : QString());
    }
    return {};
}

AnswerNotes answerNotes(const PanelSnapshot &snapshot)
{
    constexpr auto most = std::size_t{std::numeric_limits<int>::max()};
    QStringList badges;
    QStringList lines;
    if (snapshot.isPartial) {
        badges.append(Words::tr("incomplete", "an answer that lacks some series"));
        lines.append(
            Words::tr("A part of the server's storage did not answer: series and points are missing. "
                      "They are asked for again when it does."));
    }
    if (!snapshot.warnings.isEmpty()) {
        if (!snapshot.isPartial)
            badges.append(Words::tr("%n warning(s)", nullptr, static_cast<int>(snapshot.warnings.size())));
        lines.append(Words::tr("The server warns:"));
        lines += snapshot.warnings;
    }
    if (snapshot.droppedSeries > 0) {
        const int dropped = static_cast<int>(std::min(snapshot.droppedSeries, most));
        badges.append(Words::tr("+%n more series", nullptr, dropped));
        lines.append(
            Words::tr("The answer has more series than Sockeye keeps: %n are not shown. Sum them up, or add "
                      "a matcher.",
                nullptr, dropped));
    }
    if (snapshot.lateSamples > 0) {
        const int late = static_cast<int>(std::min(snapshot.lateSamples, most));
        badges.append(Words::tr("%n late sample(s)", nullptr, late));
        lines.append(Words::tr("%n point(s) changed after they were shown, because samples came late. Older "
                               "points may have changed as well: press F5 to ask for all of them again.",
            nullptr, late));
    }
    if (!snapshot.infos.isEmpty()) {
        badges.append(Words::tr("%n note(s)", nullptr, static_cast<int>(snapshot.infos.size())));
        lines.append(Words::tr("The server notes:"));
        lines += snapshot.infos;
    }
    return {badges.join(u" · "_s), lines.join(u'\n')};
}

} // namespace sockeye
