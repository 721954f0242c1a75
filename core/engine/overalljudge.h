// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

namespace sockeye {

//! \brief All that the one sentence is judged by.
struct OverallInput {
    bool paused = false;
    Timestamp now;
    std::chrono::milliseconds staleAfter{15'000}; //!< a source not heard for longer is not heard
    std::vector<EndpointStatus> endpoints;
    std::vector<ServiceStatus> services;
    std::vector<TargetStatus> targets;
    std::vector<ActiveAlert> alerts;
};

//! \brief The worst thing, pure: a firing alert that can still be seen, a probe that is down, blindness, what
//! is pending, what was not heard yet; Well only when nothing of these is left. An alert that fires in the
//! dark (its service cannot be seen) is old news, so blindness comes before it.
[[nodiscard]] OverallStatus judgeOverall(const OverallInput &input);

} // namespace sockeye
