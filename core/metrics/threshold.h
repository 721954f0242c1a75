// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/metrics/severity.h"

namespace sockeye {

//! \brief Which side of a threshold is bad. The words are PromQL's comparison operators.
enum class Comparison { Greater, GreaterOrEqual, Less, LessOrEqual, Equal, NotEqual };

//! \brief True when \a value stands on the bad side. A NaN is on no side.
[[nodiscard]] constexpr bool isBreached(double value, Comparison comparison, double threshold)
{
    switch (comparison) {
    case Comparison::Greater:
        return value > threshold;
    case Comparison::GreaterOrEqual:
        return value >= threshold;
    case Comparison::Less:
        return value < threshold;
    case Comparison::LessOrEqual:
        return value <= threshold;
    case Comparison::Equal:
        return value == threshold;
    case Comparison::NotEqual:
        return value < threshold || value > threshold;
    }
    return false;
}

//! \brief A line on a chart that is the very rule that fires.
struct Threshold {
    RuleId rule;
    double value = 0.0;
    Comparison comparison = Comparison::Greater;
    Severity severity = Severity::Critical;

    friend bool operator==(const Threshold &, const Threshold &) = default;
};

} // namespace sockeye
