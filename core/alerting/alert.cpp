// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/alerting/alert.h"

#include "core/base/enumname.h"

namespace sockeye {

using namespace Qt::StringLiterals;

QLatin1StringView alertPhaseName(AlertPhase phase)
{
    switch (phase) {
    case AlertPhase::Inactive:
        return "inactive"_L1;
    case AlertPhase::Pending:
        return "pending"_L1;
    case AlertPhase::Firing:
        return "firing"_L1;
    case AlertPhase::Resolved:
        return "resolved"_L1;
    }
    return {};
}

std::optional<AlertPhase> alertPhaseFromName(const QString &name)
{
    return enumFromName(name, AlertPhase::Resolved, alertPhaseName);
}

} // namespace sockeye
