// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

namespace sockeye {

//! \brief The readyState as RFC 6455 names it, in the reader's language.
[[nodiscard]] QString readyStateWord(ReadyState state);
//! \brief How an attempt or a connection ended, in a few words for a table.
[[nodiscard]] QString probeOutcomeWord(ProbeOutcome outcome);
//! \brief How a peer broke the protocol, and where: "a masked frame, at byte 12".
[[nodiscard]] QString frameErrorText(const FrameError &error);
//! \brief A close code and its meaning: "1000 normal", "1006 dropped"; an em dash for 0.
[[nodiscard]] QString closeCodeWord(int code);

} // namespace sockeye
