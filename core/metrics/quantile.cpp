// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/quantile.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sockeye {

std::optional<double> quantile(double q, std::span<const double> values)
{
    std::vector<double> sorted;
    sorted.reserve(values.size());
    std::copy_if(
        values.begin(), values.end(), std::back_inserter(sorted), [](double v) { return !std::isnan(v); });
    if (sorted.empty() || std::isnan(q))
        return std::nullopt;
    std::sort(sorted.begin(), sorted.end());
    const double rank = std::clamp(q, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double weight = rank - static_cast<double>(below);
    // Infinity minus infinity, or times nought, would be NaN.
    if (std::isinf(sorted[below]) || std::isinf(sorted[above]))
        return weight < 0.5 ? sorted[below] : sorted[above];
    return std::lerp(sorted[below], sorted[above], weight);
}

} // namespace sockeye
