// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/attemptfacts.h"
#include "core/probe/proberesult.h"
#include "core/probe/upgraderesponse.h"

namespace sockeye {

//! \brief The case that \a problem is for the user.
[[nodiscard]] ProbeOutcome outcomeOf(UpgradeProblem::Kind problem);
//! \brief What the server wrote that was wrong, and what would have been right.
[[nodiscard]] QString detailOf(const UpgradeProblem &problem);

//! \brief \a response as facts. \a now is what a Retry-After that names a date is counted from.
[[nodiscard]] UpgradeFacts factsOf(const UpgradeResponse &response, Timestamp now);

} // namespace sockeye
