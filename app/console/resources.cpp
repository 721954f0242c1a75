// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/resources.h"

#include <QFile>

namespace sockeye {

using namespace Qt::StringLiterals;

// What is read here is compiled in and tested on its own: a failure is a broken build, not a case for the
// user.

std::vector<MetricProfile> shippedProfiles()
{
    auto profiles = loadProfiles(u":/sockeye/profiles"_s);
    Q_ASSERT(profiles);
    return profiles.value_or(std::vector<MetricProfile>{});
}

Dashboard shippedOverview()
{
    QFile file(u":/sockeye/dashboards/overview.json"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    auto dashboard = isOpen ? parseDashboard(file.readAll()) : unexpected(JsonError{});
    Q_ASSERT(dashboard);
    return dashboard.value_or(Dashboard{});
}

} // namespace sockeye
