// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerting/notifier.h"
#include "core/engine/status.h"

#include "ui/text/words.h"

namespace sockeye {

//! \brief The one sentence on how things are, for the top of the window and the tray.
struct TopSentence {
    QString lead; //!< set in bold
    QString rest; //!< may be empty
    Health health = Health::Unknown;

    [[nodiscard]] QString joined() const { return sentences(lead, rest); }
};

//! \brief How much is watched, to say so when all is well.
struct WatchedCounts {
    int services = 0;
    int probes = 0;
};

//! \brief Never says more than \a status knows.
[[nodiscard]] TopSentence topSentence(
    const OverallStatus &status, const Formatting &formatting, Timestamp now, WatchedCounts counts = {});

//! \brief The title of a desktop notification: what and where.
[[nodiscard]] QString noticeSummary(const Notice &notice, const Formatting &formatting);
//! \brief Its text: how bad and since when. Plain text, not markup.
[[nodiscard]] QString noticeBody(const Notice &notice, const Formatting &formatting);

} // namespace sockeye
