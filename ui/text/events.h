// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/eventrecord.h"

#include "ui/text/formatting.h"

namespace sockeye {

//! \brief A line of the history without its time. Made of EventRecord::facts: "rule" (name) and "ruleKey",
//! "serviceName", "value" and "threshold" (numbers), "unit" (0 none, else the number of the Unit),
//! "cause" (the number of the BlindCause) and "detail". A fact that is missing is left out of the sentence.
[[nodiscard]] QString eventLine(const EventRecord &event, const Formatting &formatting);

} // namespace sockeye
