// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/lanehistory.h"

#include <algorithm>

namespace sockeye {

LaneHistory::LaneHistory(HistoryDatabase &history)
    : m_history(history)
{
}

void LaneHistory::restore(std::vector<StateInterval> intervals, Timestamp now)
{
    std::stable_sort(intervals.begin(), intervals.end(),
        [](const StateInterval &a, const StateInterval &b) { return a.begin < b.begin; });
    std::map<TargetId, std::deque<StateInterval>> restored;
    for (StateInterval &interval : intervals) {
        const auto lane = m_lanes.find(interval.target);
        const bool hasLive = lane != m_lanes.end() && !lane->second.empty();
        const Timestamp limit = hasLive ? lane->second.front().begin : now;
        if (interval.begin >= limit)
            continue;
        // One without an end was open when the program died: how long it lasted nobody saw.
        interval.end = std::min(interval.end.value_or(interval.begin), limit);
        std::deque<StateInterval> &earlier = restored[interval.target];
        if (!earlier.empty() && *earlier.back().end < interval.begin)
            earlier.push_back(
                {interval.target, LaneState::NotWatched, *earlier.back().end, interval.begin, 0, {}});
        earlier.push_back(interval);
    }
    for (auto &[target, earlier] : restored) {
        std::deque<StateInterval> &lane = m_lanes[target];
        const Timestamp until = lane.empty() ? now : lane.front().begin;
        if (*earlier.back().end < until)
            earlier.push_back({target, LaneState::NotWatched, *earlier.back().end, until, 0, {}});
        lane.insert(lane.begin(), earlier.begin(), earlier.end());
    }
}

void LaneHistory::enter(const TargetId &target, const Step &step)
{
    std::deque<StateInterval> &lane = m_lanes[target];
    StateInterval next{target, step.state, step.at, {}, step.closeCode, step.reason};
    if (!lane.empty() && !lane.back().end) {
        StateInterval &present = lane.back();
        if (present.state == step.state)
            return;
        next.begin = std::max(next.begin, present.begin); // the clock may have been set back
        if (next.begin == present.begin) { // shorter than the clock's grain: the key in the file is the begin
            present = next;
            m_history.saveInterval(next);
            return;
        }
        present.end = next.begin;
        m_history.saveInterval(present);
    }
    m_history.saveInterval(next);
    lane.push_back(std::move(next));
}

void LaneHistory::checkpoint(Timestamp now)
{
    for (auto &[target, lane] : m_lanes) {
        if (lane.empty() || lane.back().end)
            continue;
        StateInterval soFar = lane.back();
        soFar.end = std::max(now, soFar.begin);
        m_history.saveInterval(soFar);
    }
}

void LaneHistory::forget(const TargetId &target, Timestamp now)
{
    const auto lane = m_lanes.find(target);
    if (lane == m_lanes.end())
        return;
    if (!lane->second.empty() && !lane->second.back().end) {
        lane->second.back().end = std::max(now, lane->second.back().begin);
        m_history.saveInterval(lane->second.back());
    }
    m_lanes.erase(lane);
}

void LaneHistory::trim(Timestamp before)
{
    for (auto &[target, lane] : m_lanes) {
        while (!lane.empty() && lane.front().end && *lane.front().end < before)
            lane.pop_front();
    }
}

std::vector<StateInterval> LaneHistory::intervals(const TargetId &target, const TimeRange &range) const
{
    std::vector<StateInterval> result;
    const auto lane = m_lanes.find(target);
    if (lane == m_lanes.end())
        return result;
    for (const StateInterval &interval : lane->second) {
        if (interval.begin < range.end && (!interval.end || *interval.end > range.begin))
            result.push_back(interval);
    }
    return result;
}

} // namespace sockeye
