// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

#include <QJsonObject>
#include <QUrl>

#include <vector>

namespace sockeye::cli {

//! \brief What one probe found.
struct Summary {
    QUrl url;
    AttemptFinished attempt;
    std::vector<std::chrono::nanoseconds> rtts; //!< of the pings answered by a pong of their own
    int coalesced = 0;
    int unanswered = 0;
    std::optional<StateChanged> end; //!< once it was open
    Timestamp at; //!< when it was probed
    std::optional<std::chrono::nanoseconds> pathRtt; //!< the last one that the kernel told, of TCP

    //! \brief Open when all went well, else what went wrong.
    [[nodiscard]] ProbeOutcome outcome() const;
    [[nodiscard]] bool isOk() const { return outcome() == ProbeOutcome::Open; }
};

//! \brief A stable name of \a outcome for programs, such as "upgrade_refused".
[[nodiscard]] QString outcomeKey(ProbeOutcome outcome);
[[nodiscard]] QJsonObject toJson(const Summary &summary);
//! \brief For people: a line for each fact.
[[nodiscard]] QString toText(const Summary &summary);

} // namespace sockeye::cli
