// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"
#include "core/catalogue/role.h"

#include <map>
#include <vector>

namespace sockeye {

//! \brief Which metrics of which server play which roles. Shipped as resources/profiles/NAME.json.
//! Placeholders in expressions: {p} the prefix that detection captured, $sel the service's matchers, $w the
//! rate window.
struct MetricProfile {
    QString id;
    QString name;
    QString detect; //!< regular expression on a metric name; a group named p captures the prefix
    QStringList companions; //!< metrics that must exist too; may contain {p}
    int priority = 0; //!< where several match, the greatest wins
    std::map<Role, QString> expressions;

    friend bool operator==(const MetricProfile &, const MetricProfile &) = default;
};

[[nodiscard]] Expected<MetricProfile, JsonError> parseProfile(const QByteArray &json);

//! \brief A service that detection found: one for each profile and job.
struct DetectedService {
    QString profileId;
    QString prefix;
    QByteArray job;

    friend bool operator==(const DetectedService &, const DetectedService &) = default;
};

//! \brief Finds services: \a typeOf maps metric names to declared types, \a jobsOf to the jobs that have
//! them. One profile a job, the one with the greatest priority.
[[nodiscard]] std::vector<DetectedService> detectServices(const std::vector<MetricProfile> &profiles,
    const QHash<QByteArray, QByteArray> &typeOf, const QHash<QByteArray, QList<QByteArray>> &jobsOf);

//! \brief An RE2 expression that matches every metric name that any profile may be detected by.
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

//! \brief Replaces ${role} and ${window} in an expression of a rule. An unknown or unresolved role is given
//! back as the error.
[[nodiscard]] Expected<QString, QString> expandExpression(const QString &expression,
    const MetricProfile &profile, const RoleContext &context, std::chrono::milliseconds window);

//! \brief A duration in Prometheus' notation: "90s", "1500ms", "5m".
[[nodiscard]] QString promDuration(std::chrono::milliseconds duration);

} // namespace sockeye
