// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"
#include "core/metrics/eventrecord.h"

#include "ui/models/tablemodel.h"

namespace sockeye {

struct Formatting;

[[nodiscard]] std::vector<TableColumn<ActiveAlert>> activeColumns(
    const Clock &clock, const Formatting &formatting);
[[nodiscard]] std::vector<TableColumn<EventRecord>> historyColumns(const Formatting &formatting);

//! \brief What makes a row of the active alerts that row.
[[nodiscard]] QString alertKey(const ActiveAlert &alert);
[[nodiscard]] QString eventKey(const EventRecord &event);

} // namespace sockeye
