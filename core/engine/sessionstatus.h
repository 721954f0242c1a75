// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/status.h"

namespace sockeye {

//! \brief What blindness alone says about health.
[[nodiscard]] Health healthOf(BlindCause cause);

//! \brief What an alert says about its service's health; a resolved one says nothing.
[[nodiscard]] Health healthOf(const ActiveAlert &alert);

//! \brief Adds what one of its probes says about a service.
void addTarget(ServiceStatus &service, const TargetStatus &target);

//! \brief Worst first, of equals those that have metrics first, then by name.
void sortWorstFirst(std::vector<ServiceStatus> &services);

//! \brief True when both are worded the same.
[[nodiscard]] bool saysSame(const OverallStatus &a, const OverallStatus &b);

} // namespace sockeye
