// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"
#include "core/catalogue/role.h"

#include <map>
#include <vector>

namespace sockeye {

//! \brief Which metrics of which server play which roles. Shipped as resources/profiles/NAME.json.
//!
//! The same name can be a gauge of one server and a counter of another (websocket_connections_total is), so a
//! profile can require declared types: a name alone decides nothing.
//!
//! Placeholders in expressions: {p} the prefix that detection captured, $sel the service's matchers, $w the
//! rate window.
struct MetricProfile {
    QString id;
    QString name;
    QString detect; //!< regular expression on a metric name; a group named p captures the prefix
    QStringList companions; //!< metrics that must exist too; may contain {p}
    std::map<QString, QString> types; //!< metric name, may contain {p}, to the type it must be declared with
    int priority = 0; //!< where several match, the greatest wins
    std::map<Role, QString> expressions;

    friend bool operator==(const MetricProfile &, const MetricProfile &) = default;
};

//! \brief Reads a profile of version 1. Unknown roles and a detect that is no regular expression are
//! BadValue.
[[nodiscard]] Expected<MetricProfile, JsonError> parseProfile(const QByteArray &json);

//! \brief A profile that could not be loaded. An unreadable file has JsonError::Kind::Missing.
struct ProfileError {
    QString file;
    JsonError error;

    friend bool operator==(const ProfileError &, const ProfileError &) = default;
};

//! \brief Every *.json of \a folder, which may be a resource, by name.
[[nodiscard]] Expected<std::vector<MetricProfile>, ProfileError> loadProfiles(const QString &folder);

//! \brief A service that detection found: one for each profile and job.
struct DetectedService {
    QString profileId;
    QString prefix;
    QByteArray job;

    friend bool operator==(const DetectedService &, const DetectedService &) = default;
};

//! \brief Finds services: \a typeOf maps metric names to declared types, \a jobsOf to the jobs that have
//! them. One profile a job, the one with the greatest priority; sorted by job. A type is looked up under the
//! name and under the name without _total, _bucket, _sum, _count, which is where OpenMetrics declares it.
[[nodiscard]] std::vector<DetectedService> detectServices(const std::vector<MetricProfile> &profiles,
    const QHash<QByteArray, QByteArray> &typeOf, const QHash<QByteArray, QList<QByteArray>> &jobsOf);

//! \brief An RE2 expression that matches every metric name that any profile may be detected by, companions
//! and names with a required type included. To be anchored and quoted by the caller, as a label matcher is.
[[nodiscard]] QByteArray detectionRegex(const std::vector<MetricProfile> &profiles);

//! \brief All that turns a role into PromQL.
struct RoleContext {
    QString prefix;
    QString matchers; //!< such as job="api", without braces
    std::chrono::milliseconds rateWindow{60'000};
    std::map<Role, QString> overrides; //!< the user's own expressions, same placeholders
};

//! \brief The expression of a role, or nothing when neither the profile nor the user has one.
[[nodiscard]] std::optional<QString> resolveRole(
    const MetricProfile &profile, Role role, const RoleContext &context);

//! \brief Replaces ${role}, ${window} and ${resolution} (a twentieth of the window, at least a second: for
//! subqueries) in an expression of a rule. A role comes in parentheses. An unknown or unresolved role is
//! given back as the error.
[[nodiscard]] Expected<QString, QString> expandExpression(const QString &expression,
    const MetricProfile &profile, const RoleContext &context, std::chrono::milliseconds window);

//! \brief A duration in Prometheus' notation: "90s", "1500ms", "5m".
[[nodiscard]] QString promDuration(std::chrono::milliseconds duration);

} // namespace sockeye
