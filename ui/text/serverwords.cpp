// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/serverwords.h"

#include "ui/text/errors.h"
#include "ui/text/formatting.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ServerWords)
};

QString product(ServerFlavour flavour)
{
    switch (flavour) {
    case ServerFlavour::Prometheus:
        return u"Prometheus"_s;
    case ServerFlavour::Thanos:
        return u"Thanos Query"_s;
    case ServerFlavour::Cortex:
        return Words::tr("Cortex or Mimir", "two programs that cannot be told apart");
    case ServerFlavour::VictoriaMetrics:
        return u"VictoriaMetrics"_s;
    case ServerFlavour::Compatible:
        break;
    }
    return Words::tr("a server with Prometheus' API");
}

QString featureWord(ServerFeature feature)
{
    switch (feature) {
    case ServerFeature::BuildInformation:
        return Words::tr("its version");
    case ServerFeature::RuntimeInformation:
        return Words::tr("runtime information");
    case ServerFeature::Flags:
        return Words::tr("its flags", "of the command line");
    case ServerFeature::TsdbStatus:
        return Words::tr("the size of its database");
    case ServerFeature::Targets:
        return Words::tr("scrape targets");
    case ServerFeature::Metadata:
        return Words::tr("types of metrics");
    case ServerFeature::Rules:
        return Words::tr("rules and alerts");
    case ServerFeature::Exemplars:
        return Words::tr("exemplars");
    case ServerFeature::FormatQuery:
        return Words::tr("formatting of queries");
    case ServerFeature::Notifications:
        return Words::tr("notifications");
    case ServerFeature::Statistics:
        return Words::tr("statistics of queries");
    case ServerFeature::Limits:
        return Words::tr("limits of lists");
    case ServerFeature::Utf8Names:
        return Words::tr("names in UTF-8");
    case ServerFeature::NativeHistograms:
        return Words::tr("native histograms");
    }
    return {};
}

} // namespace

QString serverName(const ServerProfile &profile)
{
    const QString name = profile.version.isEmpty()
        ? product(profile.flavour)
        : QString(product(profile.flavour) % u' ' % profile.version);
    return profile.throughGrafana ? Words::tr("%1 through Grafana", "%1: a program and its version").arg(name)
                                  : name;
}

QStringList missingFeatures(const ServerProfile &profile)
{
    QStringList missing;
    const QList<ServerFeature> features = missingFrom(profile.features);
    for (const ServerFeature feature : features)
        missing.append(featureWord(feature));
    return missing;
}

QString listed(const QStringList &items)
{
    return items.join(Words::tr(", ", "between the items of a list"));
}

QString clockOffsetText(std::chrono::milliseconds offset, const Formatting &formatting)
{
    // Less is the noise of measuring.
    if (std::chrono::abs(offset) < std::chrono::milliseconds{50})
        return Words::tr("in step with ours");
    const QString size = formatting.values.text(
        std::chrono::duration<double>(std::chrono::abs(offset)).count(), Unit::Seconds);
    return offset.count() < 0 ? Words::tr("%1 behind ours").arg(size)
                              : Words::tr("%1 ahead of ours").arg(size);
}

QString clockCaution(std::chrono::milliseconds offset, const Formatting &formatting)
{
    // What a machine without time service drifts in weeks, and more than any round trip.
    constexpr std::chrono::seconds tolerable{10};
    if (std::chrono::abs(offset) < tolerable)
        return {};
    const QString size =
        formatting.duration(std::chrono::round<std::chrono::seconds>(std::chrono::abs(offset)));
    const QString lead = offset.count() < 0
        ? Words::tr("The clock of the server is %1 behind that of this machine.").arg(size)
        : Words::tr("The clock of the server is %1 ahead of that of this machine.").arg(size);
    return sentences(lead,
        Words::tr("Charts make up for it, the server's own alerts and logs do not: let both machines keep "
                  "their time by NTP."));
}

} // namespace sockeye
