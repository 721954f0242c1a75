// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/valueformatter.h"

#include <QTimeZone>

namespace sockeye {

//! \brief How times and numbers are written for this person: one language, one zone. Times are ISO 8601 in
//! order and 24 hours, because logs and Prometheus are.
struct Formatting {
    QLocale locale = QLocale::c();
    QTimeZone zone = QTimeZone::utc();
    ValueFormatter values{locale};

    [[nodiscard]] QString clockTime(Timestamp time) const; //!< 14:03:06
    //! \brief As much of the time as an axis of that length needs: seconds up to ten minutes, the day from a
    //! day on.
    [[nodiscard]] QString axisTime(Timestamp time, std::chrono::milliseconds range) const;
    [[nodiscard]] QString dateTime(Timestamp time) const; //!< 2026-01-31 14:03:06
    //! \brief The clock time on the same day as \a now, else with the date.
    [[nodiscard]] QString sinceTime(Timestamp time, Timestamp now) const;
    //! \brief "3 s ago"; "now" under a second.
    [[nodiscard]] QString ago(std::chrono::milliseconds age) const;
    //! \brief One or two units, coarsest first, in the language of the program: "3 min", "2 h 5 min".
    [[nodiscard]] QString duration(std::chrono::milliseconds duration) const;
    [[nodiscard]] QString zoneName() const; //!< Europe/Berlin, UTC
};

} // namespace sockeye
