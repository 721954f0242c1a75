// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/probe/exposition.h"
#include "app/probe/summary.h"
#include "app/probe/targettally.h"

namespace sockeye::cli {

struct FinishedProbe {
    const Summary &summary;
    bool isInTime = true; //!< false when it was given up
    std::chrono::nanoseconds duration{0};
};

//! \brief Adds what one probe found, by the names of blackbox_exporter's websocket prober where it has one.
void addProbe(Exposition &exposition, const FinishedProbe &probe);

//! \brief Adds how one held connection stands and what has happened to it, under the label "target".
void addTarget(Exposition &exposition, const QString &name, const TargetTally &tally);

} // namespace sockeye::cli
