// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/testwords.h"

#include "ui/text/errors.h"
#include "ui/text/serverwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TestResult)
};

constexpr QStringView separator = u" · ";

QString seconds(std::chrono::nanoseconds duration, const Formatting &formatting)
{
    return formatting.values.text(std::chrono::duration<double>(duration).count(), Unit::Seconds);
}

//! Whether nothing is wrong but the moment.
bool isPassing(const QueryError &error)
{
    using Kind = QueryError::Kind;
    constexpr std::array passing{
        Kind::TooManyRequests, Kind::Starting, Kind::Stopping, Kind::Canceled, Kind::Unavailable};
    return std::ranges::find(passing, error.kind) != passing.end()
        || (error.http && error.http->kind == HttpError::Kind::ConnectionLost);
}

QString servicesText(const QStringList &services)
{
    return services.isEmpty() ? Words::tr("no WebSocket service found")
                              : Words::tr("WebSocket services found: %1").arg(services.join(u", "_s));
}

} // namespace

ResultCard::Content serverFound(const FoundServer &found, const Formatting &formatting)
{
    const ServerFacts &facts = found.facts;
    QStringList details;
    if (!found.tenant.isEmpty())
        details.append(Words::tr("tenant %1").arg(found.tenant));
    details.append(Words::tr("clock %1", "how far the server's clock is from ours")
                       .arg(clockOffsetText(facts.clockOffset, formatting)));
    if (facts.scrapeInterval.count() > 0)
        details.append(Words::tr("scrapes every %1").arg(formatting.duration(facts.scrapeInterval)));
    if (facts.seriesCount >= 0)
        details.append(Words::tr("%1 series")
                           .arg(formatting.locale.toString(static_cast<qlonglong>(facts.seriesCount))));
    if (facts.activeTargets > 0)
        details.append(Words::tr("%1 of %2 scrape targets up").arg(facts.targetsUp).arg(facts.activeTargets));
    details.append(servicesText(found.services));
    // Cortex and Mimir answer for a tenant that they do not know as for one without data.
    if (found.services.isEmpty() && facts.profile.flavour == ServerFlavour::Cortex)
        details.append(Words::tr("if you expected data: an unknown tenant looks like this too"));
    QStringList lines{details.join(separator)};
    if (const QStringList missing = missingFeatures(facts.profile); !missing.isEmpty())
        lines.append(Words::tr("It does not offer: %1", "%1: what other servers have").arg(listed(missing)));
    return {.kind = ResultCard::Kind::Good,
        .headline = Words::tr("Connected."),
        .lead = Words::tr("%1, answered in %2", "%1: the server's program")
                    .arg(serverName(facts.profile), seconds(facts.roundTrip, formatting)),
        .detail = lines.join(u'\n'),
        .caution = clockCaution(facts.clockOffset, formatting)};
}

ResultCard::Content serverFailed(const QueryError &error)
{
    const ErrorText text = describe(error);
    QString remedy = text.remedy;
    if (isPassing(error)) {
        remedy = error.retryAfter.count() > 0
            ? Words::tr("Test again in %1.").arg(Formatting{}.duration(error.retryAfter))
            : Words::tr("Test again in a moment. If this stays, look into the log of the server.");
    }
    return {.kind = ResultCard::Kind::Bad,
        .headline = Words::tr("Not connected."),
        .lead = text.summary,
        .detail = remedy};
}

ResultCard::Content probeFound(const ProbeTestResult &result, const Formatting &formatting)
{
    if (result.attempt.outcome != ProbeOutcome::Open) {
        const ErrorText text = describe(result.attempt);
        return {ResultCard::Kind::Bad, Words::tr("Not connected."), text.summary, text.remedy};
    }
    const PhaseDurations &phases = result.attempt.phases;
    QStringList details;
    const auto add = [&details, &formatting](
                         const QString &phase, const std::optional<std::chrono::nanoseconds> &took) {
        if (took)
            details.append(QString(phase % u' ' % seconds(*took, formatting)));
    };
    add(Words::tr("DNS"), phases.resolve);
    add(Words::tr("TCP"), phases.connect);
    add(Words::tr("TLS"), phases.tls);
    add(Words::tr("upgrade"), phases.upgrade);
    const QString opened =
        phases.total ? Words::tr("Open in %1.").arg(seconds(*phases.total, formatting)) : QString();
    const QString rtt = result.rtt ? Words::tr("RTT %1.").arg(seconds(*result.rtt, formatting))
                                   : Words::tr("The server did not answer to a ping.");
    return {ResultCard::Kind::Good, Words::tr("Connected."), sentences(opened, rtt), details.join(separator)};
}

} // namespace sockeye
