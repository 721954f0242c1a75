// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/testwords.h"

#include "ui/text/errors.h"
#include "ui/text/serverwords.h"

#include <QCoreApplication>

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

QString signedSeconds(std::chrono::nanoseconds duration, const Formatting &formatting)
{
    const QString sign = duration.count() < 0 ? u"−"_s : u"+"_s;
    return QString(sign % seconds(std::chrono::abs(duration), formatting));
}

} // namespace

ResultCard::Content serverFound(
    const ServerFacts &facts, const QStringList &services, const Formatting &formatting)
{
    QStringList details{Words::tr("clock %1", "how far the server's clock is from ours")
                            .arg(signedSeconds(facts.clockOffset, formatting))};
    if (facts.scrapeInterval.count() > 0)
        details.append(Words::tr("scrapes every %1").arg(formatting.duration(facts.scrapeInterval)));
    if (facts.seriesCount >= 0)
        details.append(Words::tr("%1 series")
                           .arg(formatting.locale.toString(static_cast<qlonglong>(facts.seriesCount))));
    if (facts.activeTargets > 0)
        details.append(Words::tr("%1 of %2 scrape targets up").arg(facts.targetsUp).arg(facts.activeTargets));
    details.append(services.isEmpty()
            ? Words::tr("no WebSocket service found")
            : Words::tr("WebSocket services found: %1").arg(services.join(u", "_s)));
    // Cortex and Mimir answer for a tenant that they do not know as for one without data.
    if (services.isEmpty() && facts.profile.flavour == ServerFlavour::Cortex)
        details.append(Words::tr("if you expected data: an unknown tenant looks like this too"));
    return {ResultCard::Kind::Good, Words::tr("Connected."),
        Words::tr("%1, answered in %2", "%1: the server's program")
            .arg(serverName(facts.profile), seconds(facts.roundTrip, formatting)),
        details.join(separator)};
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
