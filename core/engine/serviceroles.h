// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue/metricprofile.h"
#include "core/engine/workspace.h"

namespace sockeye {

//! \brief How one service turns roles and rules into PromQL. A value.
class ServiceRoles final {
public:
    ServiceRoles(const ServiceConfig &service, const std::vector<MetricProfile> &profiles);

    //! \brief The expression of \a role, or nothing when the service does not export it. Prometheus makes up
    //! for every service, so that Role::TargetUp is always there.
    [[nodiscard]] std::optional<QString> resolve(Role role, std::chrono::milliseconds rateWindow) const;
    //! \brief Replaces the placeholders of \a expression; the error is the role that is missing.
    [[nodiscard]] Expected<QString, QString> expand(const QString &expression,
        std::chrono::milliseconds window, std::chrono::milliseconds rateWindow) const;

private:
    [[nodiscard]] RoleContext contextFor(std::chrono::milliseconds rateWindow) const;

    MetricProfile m_profile;
    RoleContext m_context;
};

} // namespace sockeye
