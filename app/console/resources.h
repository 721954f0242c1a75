// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/catalogue/metricprofile.h"
#include "core/dashboard/dashboard.h"

#include <vector>

namespace sockeye {

//! \brief The metric profiles that come with the program.
[[nodiscard]] std::vector<MetricProfile> shippedProfiles();
//! \brief The Overview that comes with the program.
[[nodiscard]] Dashboard shippedOverview();

} // namespace sockeye
