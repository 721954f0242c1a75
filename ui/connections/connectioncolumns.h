// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/connections/connectionfacts.h"
#include "ui/models/tablemodel.h"

namespace sockeye {

struct ConnectionColumn {
    enum Index { State, Name, Server, Queries, Failed, Reused, P50, P95, Received };
};

//! \brief The columns of the servers' table: state, name, program, queries, failures, memory, times, bytes.
[[nodiscard]] std::vector<TableColumn<Connection>> connectionColumns(const Formatting &formatting);

[[nodiscard]] QString connectionKey(const Connection &connection);

} // namespace sockeye
