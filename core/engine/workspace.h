// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alertrule.h"
#include "core/http/httpconfig.h"
#include "core/probe/probetarget.h"
#include "core/prometheus/endpointoptions.h"

#include <map>
#include <vector>

namespace sockeye {

//! \brief A Prometheus server as the user configured it.
struct EndpointConfig {
    EndpointId id;
    QString name;
    HttpConfig http;
    EndpointOptions options = {};
    QStringList ignoredJobs = {}; //!< found there, and removed by the user: not to be added again

    friend bool operator==(const EndpointConfig &, const EndpointConfig &) = default;
};

//! \brief What the operator thinks of as one thing: a job of the metrics and the probes assigned to it.
//! Either half may be missing: probes alone are a service too.
struct ServiceConfig {
    ServiceId id;
    QString name;
    EndpointId endpoint; //!< null for a service of probes alone
    QString matchers; //!< such as job="api"
    QString profileId;
    QString prefix; //!< captured by detection
    std::map<QString, QString> roleOverrides; //!< role name to the user's expression
    std::vector<TargetId> targets;

    friend bool operator==(const ServiceConfig &, const ServiceConfig &) = default;
};

//! \brief All that is watched, as one versioned document. Holds references to secrets, never secrets.
struct Workspace {
    static constexpr int currentVersion = 1;

    QString name;
    std::vector<EndpointConfig> endpoints;
    std::vector<ServiceConfig> services;
    std::vector<ProbeTarget> targets;
    std::vector<AlertRule> rules; //!< built-in ones as the user changed them, and the user's own
    std::chrono::milliseconds refreshInterval{5'000};

    [[nodiscard]] bool isEmpty() const { return endpoints.empty() && targets.empty(); }
    [[nodiscard]] const EndpointConfig *endpoint(const EndpointId &id) const;
    [[nodiscard]] const ServiceConfig *service(const ServiceId &id) const;
    [[nodiscard]] const ProbeTarget *target(const TargetId &id) const;
    [[nodiscard]] const AlertRule *rule(const RuleId &id) const;

    friend bool operator==(const Workspace &, const Workspace &) = default;
};

[[nodiscard]] QByteArray serializeWorkspace(const Workspace &workspace);
//! \brief Reads a workspace; JsonError::Kind::NewerVersion when another program version wrote it. Built-in
//! rules that the document lacks are added.
[[nodiscard]] Expected<Workspace, JsonError> parseWorkspace(const QByteArray &json);

//! \brief An empty workspace with the built-in rules.
[[nodiscard]] Workspace newWorkspace(const QString &name);

} // namespace sockeye
