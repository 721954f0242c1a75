// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/latencyhistogram.h"
#include "core/probe/proberesult.h"

#include <map>

namespace sockeye::cli {

//! \brief How a connection that was open ended.
struct Closing {
    int code = 0; //!< 0 when it is not known, or when too many different ones came
    bool byPeer = false;

    friend auto operator<=>(const Closing &, const Closing &) = default;
};

//! \brief What has happened to one target since the start. It only grows, but for what is said to be now.
struct TargetTally {
    //! \brief A server may send any of thousands of codes, and each is a series in Prometheus.
    static constexpr std::size_t mostClosings = 32;

    ReadyState state = ReadyState::Closed; //!< now
    bool isSuspect = false; //!< open, and the last ping to be settled was not answered
    std::optional<AttemptFinished> lastAttempt; //!< with the first message, as soon as that came
    std::map<ProbeOutcome, quint64> attempts;
    std::map<Closing, quint64> closings;
    LatencyHistogram rtts; //!< of all pings, the coalesced too: somebody waited that long for each
    quint64 coalesced = 0;
    quint64 messages = 0;
    quint64 bytes = 0; //!< of messages

    void take(const ProbeEvent &event);

    [[nodiscard]] quint64 opened() const;
    [[nodiscard]] quint64 answered() const { return rtts.count() - rtts.unansweredCount(); }
};

} // namespace sockeye::cli
