// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include "app/demo/demometrics.h"
#include "app/demo/faults.h"

namespace sockeye::demo {

//! \brief What every part of the service shares; all of it is thread-safe and outlives the parts.
struct ServiceContext {
    const Clock &clock;
    FaultBoard &faults;
    DemoMetrics &metrics;
};

} // namespace sockeye::demo
