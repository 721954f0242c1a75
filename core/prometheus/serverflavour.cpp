// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/serverflavour.h"

#include <QVersionNumber>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Since {
    ServerFeature feature;
    int major;
    int minor;
};

// https://github.com/prometheus/prometheus/blob/main/CHANGELOG.md
constexpr std::array<Since, 14> prometheusFeatures{{{ServerFeature::BuildInformation, 2, 14},
    {ServerFeature::RuntimeInformation, 2, 14}, {ServerFeature::Flags, 2, 0},
    {ServerFeature::TsdbStatus, 2, 15}, {ServerFeature::Targets, 2, 0}, {ServerFeature::Metadata, 2, 15},
    {ServerFeature::Rules, 2, 2}, {ServerFeature::Exemplars, 2, 26}, {ServerFeature::FormatQuery, 2, 38},
    {ServerFeature::Notifications, 3, 0}, {ServerFeature::Statistics, 2, 0}, {ServerFeature::Limits, 2, 51},
    {ServerFeature::Utf8Names, 3, 0}, {ServerFeature::NativeHistograms, 2, 40}}};

struct FeatureName {
    ServerFeature feature;
    QLatin1StringView name;
};

constexpr std::array<FeatureName, 14> featureNames{{{ServerFeature::BuildInformation, "buildinfo"_L1},
    {ServerFeature::RuntimeInformation, "runtimeinfo"_L1}, {ServerFeature::Flags, "flags"_L1},
    {ServerFeature::TsdbStatus, "tsdb-status"_L1}, {ServerFeature::Targets, "targets"_L1},
    {ServerFeature::Metadata, "metadata"_L1}, {ServerFeature::Rules, "rules"_L1},
    {ServerFeature::Exemplars, "exemplars"_L1}, {ServerFeature::FormatQuery, "format-query"_L1},
    {ServerFeature::Notifications, "notifications"_L1}, {ServerFeature::Statistics, "statistics"_L1},
    {ServerFeature::Limits, "limits"_L1}, {ServerFeature::Utf8Names, "utf8-names"_L1},
    {ServerFeature::NativeHistograms, "native-histograms"_L1}}};

ServerFeatures featuresOfPrometheus(const QString &version)
{
    const QVersionNumber number = QVersionNumber::fromString(version);
    ServerFeatures features;
    for (const Since &since : prometheusFeatures) {
        if (number >= QVersionNumber(since.major, since.minor))
            features |= since.feature;
    }
    return features;
}

ServerFeatures featuresOf(ServerFlavour flavour, const ServerTraits &traits)
{
    using enum ServerFeature;
    switch (flavour) {
    case ServerFlavour::Prometheus:
        return featuresOfPrometheus(traits.build->version);
    case ServerFlavour::Thanos:
        return BuildInformation | RuntimeInformation | Flags | Targets | Metadata | Rules | Exemplars
            | Statistics | NativeHistograms;
    case ServerFlavour::Cortex:
        // Only Mimir tells what it is, and it has what Cortex has not.
        return traits.build
            ? BuildInformation | Metadata | Rules | Exemplars | FormatQuery | Limits | NativeHistograms
            : Metadata | Rules | Exemplars;
    case ServerFlavour::VictoriaMetrics:
        return BuildInformation | TsdbStatus | Targets | Metadata | Rules | Limits | Utf8Names;
    case ServerFlavour::Compatible:
        break;
    }
    // Nobody knows: everything is worth a question.
    return ServerFeatures(0x3fff);
}

bool isMimir(const BuildInformation &build)
{
    return build.application.contains("Mimir"_L1) || build.application.contains("Cortex"_L1);
}

ServerFlavour flavourOf(const ServerTraits &traits)
{
    if (traits.namesItsHost)
        return ServerFlavour::VictoriaMetrics;
    if (!traits.build)
        return traits.sentTenant ? ServerFlavour::Cortex : ServerFlavour::Compatible;
    const BuildInformation &build = *traits.build;
    if (isMimir(build))
        return ServerFlavour::Cortex;
    if (traits.listsStores || build.version.startsWith("0."_L1))
        return ServerFlavour::Thanos;
    // VictoriaMetrics tells nothing, or, for Grafana's sake, the version of a Prometheus and no more.
    if (build.goVersion.isEmpty() && build.revision.isEmpty())
        return ServerFlavour::VictoriaMetrics;
    return build.version.isEmpty() ? ServerFlavour::Compatible : ServerFlavour::Prometheus;
}

} // namespace

QLatin1StringView flavourName(ServerFlavour flavour)
{
    switch (flavour) {
    case ServerFlavour::Compatible:
        return "compatible"_L1;
    case ServerFlavour::Prometheus:
        return "prometheus"_L1;
    case ServerFlavour::Thanos:
        return "thanos"_L1;
    case ServerFlavour::Cortex:
        return "cortex"_L1;
    case ServerFlavour::VictoriaMetrics:
        return "victoriametrics"_L1;
    }
    return {};
}

QLatin1StringView featureName(ServerFeature feature)
{
    const auto found = std::ranges::find(featureNames, feature, &FeatureName::feature);
    return found == featureNames.end() ? QLatin1StringView() : found->name;
}

QList<ServerFeature> missingFrom(ServerFeatures features)
{
    QList<ServerFeature> missing;
    for (const FeatureName &known : featureNames) {
        if (!features.testFlag(known.feature))
            missing.append(known.feature);
    }
    return missing;
}

ServerProfile identify(const ServerTraits &traits)
{
    ServerProfile profile;
    profile.flavour = flavourOf(traits);
    if (profile.flavour == ServerFlavour::VictoriaMetrics)
        profile.maximumPoints = 30'000; // -search.maxPointsPerTimeseries
    else if (traits.build)
        profile.version = traits.build->version;
    profile.throughGrafana = traits.baseUrl.path().contains("/api/datasources/proxy/"_L1);
    profile.features = featuresOf(profile.flavour, traits);
    return profile;
}

} // namespace sockeye
