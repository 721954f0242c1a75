// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/targetmonitor.h"
#include "core/probe/probefleet.h"

#include <map>

namespace sockeye {

//! \brief The held connections of a session: the fleet that probes and what is known of each target. Main
//! thread only.
class ProbeWatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeWatch)

public:
    //! All references must outlive the watch.
    struct Surroundings {
        const Clock &clock;
        const SecretSource &secrets;
        TransportFactory transportFactory;
        SeriesStore &store;
        LaneHistory &lanes;
    };

    explicit ProbeWatch(Surroundings surroundings);
    ~ProbeWatch() override;

    //! \brief What did not change goes on undisturbed; what is gone takes its samples along.
    void setTargets(const std::vector<ProbeTarget> &targets);
    void start(RandomSource random);
    //! \brief Closes all connections and takes no more reports.
    void stop();
    void setPaused(bool paused);
    //! \brief Does what is due; true when a target's status has changed.
    [[nodiscard]] bool tick();
    void hangForTest(std::chrono::milliseconds duration);

    //! \brief Null for one that is not watched.
    [[nodiscard]] const TargetMonitor *target(const TargetId &id) const;
    //! \brief In the order of the targets.
    [[nodiscard]] std::vector<TargetStatus> statuses() const;

private:
    void removeAllBut(const std::vector<ProbeTarget> &targets);
    void probe();
    void take(const std::vector<ProbeReport> &reports);

    Surroundings m_with;
    std::vector<ProbeTarget> m_targets;
    std::map<TargetId, std::unique_ptr<TargetMonitor>> m_monitors;
    std::unique_ptr<ProbeFleet> m_fleet;
    MonotonicTime m_startedAt;
    bool m_isRunning = false;
    bool m_isPaused = false;
};

} // namespace sockeye
