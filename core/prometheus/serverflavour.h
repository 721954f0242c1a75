// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFlags>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace sockeye {

//! \brief Who speaks Prometheus' API.
enum class ServerFlavour {
    Compatible, //!< speaks it, and tells nothing about itself
    Prometheus,
    Thanos, //!< Thanos Query
    Cortex, //!< Cortex or Grafana Mimir, and so Grafana Cloud
    VictoriaMetrics //!< single node or cluster
};

//! \brief What a server offers beyond queries, series and labels, which all of them have.
enum class ServerFeature {
    BuildInformation = 0x1,
    RuntimeInformation = 0x2,
    Flags = 0x4,
    TsdbStatus = 0x8,
    Targets = 0x10,
    Metadata = 0x20,
    Rules = 0x40, //!< and alerts
    Exemplars = 0x80,
    FormatQuery = 0x100,
    Notifications = 0x200,
    Statistics = 0x400, //!< stats=all with a query
    Limits = 0x800, //!< limit= of series and labels; others ignore it in silence
    Utf8Names = 0x1000,
    NativeHistograms = 0x2000
};
Q_DECLARE_FLAGS(ServerFeatures, ServerFeature)

//! \brief For files and logs: "prometheus", "victoriametrics".
[[nodiscard]] QLatin1StringView flavourName(ServerFlavour flavour);
//! \brief The same of a feature: "exemplars", "native-histograms".
[[nodiscard]] QLatin1StringView featureName(ServerFeature feature);
//! \brief All of them that \a features lacks.
[[nodiscard]] QList<ServerFeature> missingFrom(ServerFeatures features);

//! \brief What /api/v1/status/buildinfo tells. Empty members are common.
struct BuildInformation {
    QString application; //!< only of Mimir: "Grafana Mimir"
    QString version;
    QString revision;
    QString branch;
    QString buildUser;
    QString buildDate;
    QString goVersion;

    friend bool operator==(const BuildInformation &, const BuildInformation &) = default;
};

//! \brief What gives a server away.
struct ServerTraits {
    QUrl baseUrl;
    std::optional<BuildInformation> build; //!< nothing where the server has no such page
    bool namesItsHost = false; //!< the header X-Server-Hostname: only VictoriaMetrics sends it
    bool listsStores = false; //!< /api/v1/stores answers: only Thanos has it
    bool sentTenant = false; //!< the endpoint is configured with X-Scope-OrgID

    friend bool operator==(const ServerTraits &, const ServerTraits &) = default;
};

//! \brief What a server is, as far as can be told, and what may be expected of it. Where it lacks something
//! all the same, the answer to the first question says so, and the client remembers.
struct ServerProfile {
    ServerFlavour flavour = ServerFlavour::Compatible;
    QString version; //!< of its own numbering; empty when it tells none
    bool throughGrafana = false; //!< reached through the data-source proxy of a Grafana
    ServerFeatures features;
    int maximumPoints = 11'000; //!< steps of a range query; one point more is accepted

    friend bool operator==(const ServerProfile &, const ServerProfile &) = default;
};

//! \brief Recognises a server. Pure.
[[nodiscard]] ServerProfile identify(const ServerTraits &traits);

} // namespace sockeye

// Not in the namespace: there it would hide the operators of Qt, such as that of key combinations.
Q_DECLARE_OPERATORS_FOR_FLAGS(sockeye::ServerFeatures)
