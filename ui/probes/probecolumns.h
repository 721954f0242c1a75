// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

#include "ui/models/tablemodel.h"

namespace sockeye {

struct Formatting;

//! The columns whose width is not left to their content.
struct ProbeColumn {
    enum Index { State, Name, Address };
};

//! \brief The columns of the probes' table: state, name, RTT and its quantiles, reconnects, last close code,
//! uptime.
[[nodiscard]] std::vector<TableColumn<TargetStatus>> probeColumns(
    const Clock &clock, const Formatting &formatting);

} // namespace sockeye
