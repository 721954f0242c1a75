// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <span>

namespace sockeye {

//! \brief The \a q-quantile (0..1) by linear interpolation between the closest ranks; NaN and absent values
//! are left out. Next to an infinity it is the closest rank itself. Nothing when no value is left, or when \a
//! q is NaN.
[[nodiscard]] std::optional<double> quantile(double q, std::span<const double> values);

} // namespace sockeye
