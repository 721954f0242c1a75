// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/serviceroles.h"

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

ServiceRoles::ServiceRoles(const ServiceConfig &service, const std::vector<MetricProfile> &profiles)
{
    const auto profile = std::find_if(profiles.begin(), profiles.end(),
        [&](const MetricProfile &candidate) { return candidate.id == service.profileId; });
    if (profile != profiles.end())
        m_profile = *profile;
    m_context.prefix = service.prefix;
    m_context.matchers = service.matchers;
    m_profile.expressions.try_emplace(Role::TargetUp, u"up{$sel}"_s);
    for (const auto &[name, expression] : service.roleOverrides) {
        const std::optional<Role> role = roleFromName(name);
        if (role && !expression.isEmpty())
            m_context.overrides[*role] = expression;
    }
}

RoleContext ServiceRoles::contextFor(std::chrono::milliseconds rateWindow) const
{
    RoleContext context = m_context;
    context.rateWindow = rateWindow;
    return context;
}

std::optional<QString> ServiceRoles::resolve(Role role, std::chrono::milliseconds rateWindow) const
{
    return resolveRole(m_profile, role, contextFor(rateWindow));
}

Expected<QString, QString> ServiceRoles::expand(
    const QString &expression, std::chrono::milliseconds window, std::chrono::milliseconds rateWindow) const
{
    return expandExpression(expression, m_profile, contextFor(rateWindow), window);
}

} // namespace sockeye
