// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace sockeye {

//! \brief What a metric means to an operator, whatever a server calls it.
enum class Role {
    ActiveConnections,
    ConnectionsOpened, //!< per second
    ClosesByCode, //!< per second, by a label that tells why
    MessagesIn, //!< per second
    MessagesOut, //!< per second
    BytesIn, //!< per second
    BytesOut, //!< per second
    LatencyP50, //!< seconds, inside
    LatencyP95,
    LatencyP99,
    ErrorRate, //!< ratio of failed to all
    Errors, //!< per second
    Cpu, //!< ratio of the machine or of one core
    Memory, //!< bytes
    MemoryRatio, //!< ratio of the limit or of the machine
    TargetUp //!< 1 when scraped, 0 when not
};

//! \brief The name in files and in ${...}: "active", "opened", "closes", "messages_in", "messages_out",
//! "bytes_in", "bytes_out", "latency_p50", "latency_p95", "latency_p99", "error_rate", "errors", "cpu",
//! "memory", "memory_ratio", "up".
[[nodiscard]] QString roleName(Role role);
[[nodiscard]] std::optional<Role> roleFromName(const QString &name);

} // namespace sockeye
