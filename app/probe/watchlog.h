// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/probe/targettally.h"

#include <QUrl>

namespace sockeye::cli {

//! \brief Writes what happens to one held connection, a line for each event, and sums up: what ping does for
//! hosts.
class WatchLog final {
public:
    enum class Style { Text, Json };

    WatchLog(QUrl url, Style style, const Clock &clock);

    //! \brief The line for \a event with the line break, or nothing for one that nobody waits for.
    [[nodiscard]] QString take(const ProbeEvent &event);
    //! \brief A line to show that one is still there, for a second in which nothing happened.
    [[nodiscard]] QString idle() const;
    [[nodiscard]] QString summary() const;

    [[nodiscard]] const TargetTally &tally() const { return m_tally; }
    //! \brief Every ping was answered, and the connection was open from the first attempt on.
    [[nodiscard]] bool isOk() const;

private:
    QUrl m_url;
    Style m_style;
    const Clock &m_clock;
    MonotonicTime m_start;
    TargetTally m_tally;
};

} // namespace sockeye::cli
