// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/serverwords.h"

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
    for (const ServerFeature feature : {ServerFeature::BuildInformation, ServerFeature::RuntimeInformation,
             ServerFeature::Flags, ServerFeature::TsdbStatus, ServerFeature::Targets, ServerFeature::Metadata,
             ServerFeature::Rules, ServerFeature::Exemplars, ServerFeature::FormatQuery,
             ServerFeature::Notifications, ServerFeature::Statistics, ServerFeature::Limits,
             ServerFeature::Utf8Names, ServerFeature::NativeHistograms}) {
        if (!profile.features.testFlag(feature))
            missing.append(featureWord(feature));
    }
    return missing;
}

} // namespace sockeye
