// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/lanehistory.h"
#include "core/engine/status.h"
#include "core/metrics/windowedhistogram.h"
#include "core/probe/probetarget.h"
#include "core/storage/seriesstore.h"

#include <deque>

namespace sockeye {

//! \brief The metrics of a probe in the store, by the names of sockeye-probe's exporter.
[[nodiscard]] SeriesGroup probeGroup(const TargetId &target, const QByteArray &metric);

//! \brief Folds the reports of one target into its status, its samples and its lane. Main thread only.
class TargetMonitor final {
public:
    //! All references must outlive the monitor.
    struct Surroundings {
        const Clock &clock;
        SeriesStore &store;
        LaneHistory &lanes;
    };

    TargetMonitor(ProbeTarget target, Surroundings surroundings);

    void take(const ProbeEvent &event);
    //! \brief Whether the probe thread was heard lately; while it was not, the target is blind.
    void setHeard(bool heard);
    void setPaused(bool paused);
    //! \brief Samples the state once a second for rules, and renews the quantiles.
    void tick();

    [[nodiscard]] const ProbeTarget &target() const { return m_target; }
    [[nodiscard]] const TargetStatus &status() const { return m_status; }
    [[nodiscard]] LabelSet labels() const { return m_labels; }
    //! \brief True once after each change of the status.
    [[nodiscard]] bool takeChanged() { return std::exchange(m_isChanged, false); }

private:
    void takeEvent(const AttemptFinished &event);
    void takeEvent(const FirstMessageReceived &event);
    void takeEvent(const StateChanged &event);
    void takeEvent(const RttMeasured &event);
    void takeEvent(const PingUnanswered &event);
    void takeEvent(const TrafficCounted &event);
    void takeEvent(const RetryScheduled &event);
    void updateHealth();
    void updateLane();
    void updateQuantiles(MonotonicTime now);
    void forgetOldReconnects(Timestamp now);
    [[nodiscard]] Health liveHealth() const;

    ProbeTarget m_target;
    Surroundings m_with;
    LabelSet m_labels;
    TargetStatus m_status;
    WindowedHistogram m_rtts{TargetStatus::quantileWindow};
    std::deque<Timestamp> m_reconnects;
    std::optional<MonotonicTime> m_nextSample;
    std::optional<MonotonicTime> m_nextQuantiles;
    Timestamp m_lastHeard;
    bool m_hasOpened = false;
    bool m_hasFailed = false;
    bool m_isSuspect = false; //!< a ping went unanswered
    bool m_isHeard = true;
    bool m_isPaused = false;
    bool m_isChanged = true;
};

} // namespace sockeye
