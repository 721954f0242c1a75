// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/alertrule.h"

#include <vector>

namespace sockeye {

//! \brief How long the built-in rules look and hold: the usual minutes, or seconds for the demo.
struct RuleTiming {
    std::chrono::milliseconds holdFor{300'000};
    std::chrono::milliseconds window{300'000};

    [[nodiscard]] static RuleTiming usual() { return {}; }
    [[nodiscard]] static RuleTiming demo()
    {
        return {std::chrono::milliseconds{15'000}, std::chrono::milliseconds{60'000}};
    }
};

//! \brief The rules that every workspace starts with, bound to roles: p99-latency, error-rate,
//! connections-halved, probe-down, target-down, cpu, memory. Their ids equal their keys.
[[nodiscard]] std::vector<AlertRule> builtinRules(RuleTiming timing);

} // namespace sockeye
