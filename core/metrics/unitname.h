// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/unit.h"

#include <QLatin1StringView>

namespace sockeye {

//! \brief The unit's word in files: "none", "count", "seconds", "bytes", "ratio", "per-second",
//! "bytes-per-second", "cores".
[[nodiscard]] QLatin1StringView unitName(Unit unit);

//! \brief The last enumerator, for enumFromName() and readEnum().
inline constexpr Unit lastUnit = Unit::Cores;

} // namespace sockeye
