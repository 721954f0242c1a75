// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/valueformatter.h"

namespace sockeye {

//! \brief A number on an axis or in a legend: "450 ms", "30/s", a bare "0".
[[nodiscard]] QString axisText(double value, Unit unit, const ValueFormatter &values);

} // namespace sockeye
