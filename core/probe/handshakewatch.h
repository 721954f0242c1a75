// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"
#include "core/probe/probetarget.h"

namespace sockeye {

//! \brief Follows one connection attempt through its phases: how long each took, and which time limit is
//! running. Knows no socket and no timer.
class HandshakeWatch final {
public:
    //! \brief The attempt at \a target starts now. An address in digits has no resolve phase.
    void start(const ProbeTarget &target, MonotonicTime now);
    void resolved(MonotonicTime now);
    void connected(MonotonicTime now);
    void encrypted(MonotonicTime now);
    void opened(MonotonicTime now);

    [[nodiscard]] const PhaseDurations &durations() const { return m_durations; }
    //! \brief When the present phase runs out of time.
    [[nodiscard]] MonotonicTime deadline() const { return m_phaseStart + m_limit; }
    //! \brief What the attempt has come to when it does.
    [[nodiscard]] ProbeOutcome outcomeOfTimeout() const;
    [[nodiscard]] std::chrono::milliseconds limit() const { return m_limit; }

private:
    enum class Phase { Resolve, Connect, Tls, Upgrade };

    void enter(Phase phase, MonotonicTime now);

    ProbeModule m_module;
    bool m_secure = false;
    Phase m_phase = Phase::Resolve;
    MonotonicTime m_start;
    MonotonicTime m_phaseStart;
    std::chrono::milliseconds m_limit{0};
    PhaseDurations m_durations;
};

} // namespace sockeye
