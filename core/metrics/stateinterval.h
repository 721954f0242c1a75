// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/metrics/timerange.h"

#include <QString>

#include <optional>

namespace sockeye {

//! \brief What a swimlane shows: the four readyState values of a WebSocket, and the time nobody watched.
enum class LaneState { Connecting, Open, Closing, Closed, NotWatched };

//! \brief A stay of one target in one state. While it lasts, end is empty. Times are local wall time.
struct StateInterval {
    TargetId target;
    LaneState state = LaneState::NotWatched;
    Timestamp begin;
    std::optional<Timestamp> end;
    int closeCode = 0; //!< RFC 6455 section 7.4 code that led here; 0 when there is none
    QString reason; //!< the peer's close reason or the failure's fact, never a sentence of ours

    friend bool operator==(const StateInterval &, const StateInterval &) = default;
};

} // namespace sockeye
