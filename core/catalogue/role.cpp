// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/role.h"

#include "core/base/enumname.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView nameOf(Role role)
{
    switch (role) {
    case Role::ActiveConnections:
        return "active"_L1;
    case Role::ConnectionsOpened:
        return "opened"_L1;
    case Role::ClosesByCode:
        return "closes"_L1;
    case Role::MessagesIn:
        return "messages_in"_L1;
    case Role::MessagesOut:
        return "messages_out"_L1;
    case Role::BytesIn:
        return "bytes_in"_L1;
    case Role::BytesOut:
        return "bytes_out"_L1;
    case Role::LatencyP50:
        return "latency_p50"_L1;
    case Role::LatencyP95:
        return "latency_p95"_L1;
    case Role::LatencyP99:
        return "latency_p99"_L1;
    case Role::ErrorRate:
        return "error_rate"_L1;
    case Role::Errors:
        return "errors"_L1;
    case Role::Cpu:
        return "cpu"_L1;
    case Role::Memory:
        return "memory"_L1;
    case Role::MemoryRatio:
        return "memory_ratio"_L1;
    case Role::TargetUp:
        return "up"_L1;
    }
    return {};
}

} // namespace

QString roleName(Role role)
{
    return nameOf(role);
}

std::optional<Role> roleFromName(const QString &name)
{
    return enumFromName(name, Role::TargetUp, nameOf);
}

} // namespace sockeye
