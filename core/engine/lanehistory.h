// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/stateinterval.h"
#include "core/metrics/timerange.h"
#include "core/storage/historydatabase.h"

#include <deque>
#include <map>

namespace sockeye {

//! \brief In which states each target was, and when nobody watched. Written to the history as it grows. Main
//! thread only.
class LaneHistory final {
public:
    //! How a target got into a state.
    struct Step {
        LaneState state = LaneState::NotWatched;
        Timestamp at;
        int closeCode = 0;
        QString reason;
    };

    //! \a history must outlive the lanes.
    explicit LaneHistory(HistoryDatabase &history);

    //! \brief Puts what an earlier run left before what this one has seen. Between them nobody watched.
    void restore(std::vector<StateInterval> intervals, Timestamp now);
    //! \brief Ends the present state and begins the next; the same state again goes on.
    void enter(const TargetId &target, const Step &step);
    //! \brief Writes down how far the present states have come, so that little is lost in a crash.
    void checkpoint(Timestamp now);
    void forget(const TargetId &target, Timestamp now);
    void trim(Timestamp before);

    //! \brief Ascending, without holes up to the present state, which has no end.
    [[nodiscard]] std::vector<StateInterval> intervals(const TargetId &target, const TimeRange &range) const;

private:
    HistoryDatabase &m_history;
    std::map<TargetId, std::deque<StateInterval>> m_lanes;
};

} // namespace sockeye
