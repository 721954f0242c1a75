// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/statuswords.h"

#include "ui/text/errors.h"
#include "ui/text/formatting.h"
#include "ui/text/probewords.h"
#include "ui/text/serverwords.h"
#include "ui/text/words.h"

#include <QCoreApplication>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr double steadyWithin = 0.005;

struct StatusWords {
    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

QString clockText(std::chrono::milliseconds offset, const Formatting &formatting)
{
    const QString size = formatting.locale.toString(std::abs(seconds(offset)), 'f', 1);
    // A sign before 0.0 says nothing.
    if (std::abs(seconds(offset)) < 0.05)
        return StatusWords::tr("clock in step");
    return StatusWords::tr("clock %1%2 s").arg(offset.count() < 0 ? u"−"_s : u"+"_s, size);
}

} // namespace

QString changeText(const ServiceStatus &status, const Formatting &formatting)
{
    if (!status.change)
        return {};
    if (std::abs(*status.change) < steadyWithin)
        return StatusWords::tr("steady");
    const QString percent = formatting.locale.toString(std::abs(*status.change) * 100.0, 'f', 0);
    //: The sign, and by how many percent the connections changed in the last five minutes
    return StatusWords::tr("%1%2 % in 5 min").arg(*status.change > 0 ? u"+"_s : u"−"_s, percent);
}

QString lastSeenText(const ServiceStatus &status, const Formatting &formatting)
{
    if (!status.lastConnections || !status.lastSeen)
        return StatusWords::tr("never seen");
    return StatusWords::tr("last %1 at %2")
        .arg(formatting.values.text(*status.lastConnections, Unit::Count),
            formatting.clockTime(*status.lastSeen));
}

QString blindShort(BlindCause cause)
{
    switch (cause) {
    case BlindCause::None:
        return {};
    case BlindCause::NotYetHeard:
        return StatusWords::tr("waiting for the first answer");
    case BlindCause::EndpointFailed:
        return StatusWords::tr("cannot see: Prometheus fails");
    case BlindCause::EndpointSilent:
        return StatusWords::tr("cannot see: Prometheus is silent");
    case BlindCause::TargetDown:
        return StatusWords::tr("cannot see: target down");
    case BlindCause::NoData:
        return StatusWords::tr("cannot see: no data");
    case BlindCause::ProbeSilent:
        return StatusWords::tr("cannot see: probes are silent");
    case BlindCause::Paused:
        return StatusWords::tr("paused");
    }
    return {};
}

QString alertSummary(const ActiveAlert &alert, const Formatting &formatting, Timestamp now)
{
    const Timestamp since = alert.alert.firedAt.value_or(alert.alert.activeAt);
    //: The phase of an alert, and for how long
    QString text =
        StatusWords::tr("%1 %2").arg(alertPhaseWord(alert.alert.phase), formatting.duration(now - since));
    text += u" · "_s % formatting.values.text(alert.alert.value, alert.rule.condition.unit);
    if (!alert.seen)
        text += u" · "_s % StatusWords::tr("as last seen");
    return text;
}

QString endpointSummary(const EndpointStatus &status, const Formatting &formatting, Timestamp now)
{
    if (status.error)
        return QString(status.name % u": "_s % describe(*status.error).summary);
    if (!status.heardAt)
        return StatusWords::tr("%1: waiting for the first answer").arg(status.name);
    QString text = QString(status.name % u" · "_s % formatting.ago(now - *status.heardAt) % u" · "_s
        % formatting.values.text(seconds(status.queryTime), Unit::Seconds));
    if (status.facts)
        text += u" · "_s % clockText(status.facts->clockOffset, formatting);
    return text;
}

namespace {

QString openProbes(qsizetype open, qsizetype all)
{
    return StatusWords::tr("probes %1 of %2 open").arg(open).arg(all);
}

} // namespace

QString serviceNumber(const ServiceStatus &status, const Formatting &formatting)
{
    if (!status.hasMetrics && status.rttSeconds)
        return formatting.values.text(*status.rttSeconds, Unit::Seconds);
    const bool isSeen = status.blind == BlindCause::None && status.connections;
    return isSeen ? formatting.values.text(*status.connections, Unit::Count) : u"—"_s;
}

QString serviceNote(const ServiceStatus &status, const Formatting &formatting)
{
    return status.hasMetrics ? changeText(status, formatting)
                             : openProbes(status.openTargets, status.targets);
}

QString probeSummary(const std::vector<TargetStatus> &targets)
{
    if (targets.empty())
        return StatusWords::tr("no probes");
    const auto open = std::count_if(targets.begin(), targets.end(), [](const TargetStatus &target) {
        return target.blind == BlindCause::None && target.state == ReadyState::Open;
    });
    return openProbes(open, std::ssize(targets));
}

QString alertCountSummary(const OverallStatus &status)
{
    if (status.firing == 0 && status.pending == 0)
        return StatusWords::tr("no alerts");
    if (status.pending == 0)
        return StatusWords::tr("%n alert(s) firing", nullptr, status.firing);
    if (status.firing == 0)
        return StatusWords::tr("%n alert(s) pending", nullptr, status.pending);
    return StatusWords::tr("%n alert(s) firing", nullptr, status.firing) % u", "_s
        % StatusWords::tr("%1 pending").arg(status.pending);
}

QString targetStateText(const TargetStatus &status, const Formatting &formatting, Timestamp now)
{
    if (status.blind != BlindCause::None)
        return blindShort(status.blind);
    //: The state of a connection, and for how long
    return StatusWords::tr("%1 for %2")
        .arg(readyStateWord(status.state), formatting.duration(now - status.stateSince));
}

QString phasesText(const PhaseDurations &phases, const Formatting &formatting)
{
    QStringList parts;
    const auto add = [&](const QString &name, const std::optional<std::chrono::nanoseconds> &duration) {
        if (duration)
            parts.append(QString(name % u' ' % formatting.values.text(seconds(*duration), Unit::Seconds)));
    };
    add(StatusWords::tr("resolve"), phases.resolve);
    add(StatusWords::tr("connect"), phases.connect);
    add(StatusWords::tr("TLS"), phases.tls);
    add(StatusWords::tr("upgrade"), phases.upgrade);
    add(StatusWords::tr("total"), phases.total);
    add(StatusWords::tr("first message"), phases.firstMessage);
    return parts.join(u" · "_s);
}

QString serverFactsText(const ServerFacts &facts, const Formatting &formatting)
{
    const QString connected =
        StatusWords::tr("Connected: %1.", "%1: the server's program").arg(serverName(facts.profile));
    QStringList parts{StatusWords::tr("answered in %1")
                          .arg(formatting.values.text(seconds(facts.roundTrip), Unit::Seconds)),
        clockText(facts.clockOffset, formatting)};
    if (facts.scrapeInterval.count() > 0)
        parts.append(StatusWords::tr("scrapes every %1").arg(formatting.duration(facts.scrapeInterval)));
    if (facts.seriesCount >= 0)
        parts.append(StatusWords::tr("%1 series").arg(formatting.locale.toString(facts.seriesCount)));
    return sentences(connected, parts.join(u" · "_s));
}

namespace {

// The outcome, the code and the server's words, or what was wrong with its frame.
QString endText(const StateChanged &end)
{
    QStringList parts{probeOutcomeWord(end.outcome)};
    if (end.closeCode != 0)
        parts.append(closeCodeWord(end.closeCode));
    const QString said = end.frameError ? frameErrorText(*end.frameError) : end.closeReason;
    if (!said.isEmpty())
        parts.append(said);
    return parts.join(u" · "_s);
}

QString certificateText(const AttemptFinished &attempt, Timestamp now)
{
    const auto expiry =
        attempt.facts && attempt.facts->tls ? earliestExpiry(*attempt.facts->tls) : std::nullopt;
    if (!expiry)
        return {};
    const auto days = static_cast<int>(std::chrono::floor<std::chrono::days>(*expiry - now).count());
    return days >= 0 ? StatusWords::tr("The certificate is valid for %n more day(s).", nullptr, days)
                     : StatusWords::tr("The certificate ended %n day(s) ago.", nullptr, -days);
}

} // namespace

QString handshakeText(const TargetStatus &status, const Formatting &formatting, Timestamp now)
{
    if (!status.lastAttempt)
        return StatusWords::tr("No attempt has ended yet.");
    const AttemptFinished &attempt = *status.lastAttempt;
    const QString phases = phasesText(attempt.phases, formatting);
    if (attempt.outcome == ProbeOutcome::Open) {
        QString text = StatusWords::tr("Last handshake: %1").arg(phases);
        if (const QString certificate = certificateText(attempt, now); !certificate.isEmpty())
            text = QString(text % u" · "_s % certificate);
        if (status.lastEnd)
            text = QString(text % u'\n' % StatusWords::tr("Last end: %1").arg(endText(*status.lastEnd)));
        return text;
    }
    const ErrorText error = describe(attempt);
    QString text = StatusWords::tr("Last attempt: %1").arg(error.joined());
    if (!phases.isEmpty())
        text = sentences(text, StatusWords::tr("Phases: %1.").arg(phases));
    if (const QString certificate = certificateText(attempt, now); !certificate.isEmpty())
        text = sentences(text, certificate);
    if (status.nextRetry && *status.nextRetry > now)
        text = sentences(
            text, StatusWords::tr("Next attempt in %1.").arg(formatting.duration(*status.nextRetry - now)));
    return text;
}

} // namespace sockeye
