// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/panelfeed.h"

#include "ui/text/formatting.h"

namespace sockeye {

//! \brief What is known about something that cannot be seen.
struct BlindFacts {
    BlindCause cause = BlindCause::None;
    QString subject; //!< a service's or target's name; may be empty
    std::optional<Timestamp> since;
    std::optional<double> lastConnections;
};

//! \brief Why, as the end of a sentence: "its scrape target is down, Prometheus answers".
[[nodiscard]] QString blindCauseWords(BlindCause cause);
//! \brief "Cannot see api since 14:02:00: its scrape target is down, Prometheus answers. Last 12,480."
[[nodiscard]] QString blindSentence(const BlindFacts &facts, const Formatting &formatting, Timestamp now);

//! \brief One sentence on why a panel shows nothing, or nothing new. Empty while there is no problem.
[[nodiscard]] QString panelProblem(const PanelSnapshot &snapshot, const Formatting &formatting);

//! \brief What has to be known of an answer that was given all the same.
struct AnswerNotes {
    QString badge; //!< "incomplete", "2 warnings", "+120 more series"; empty when there is nothing to tell
    QString explanation; //!< a line each, most of them the server's own words

    friend bool operator==(const AnswerNotes &, const AnswerNotes &) = default;
};

[[nodiscard]] AnswerNotes answerNotes(const PanelSnapshot &snapshot);

} // namespace sockeye
