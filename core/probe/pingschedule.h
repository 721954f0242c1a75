// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

#include <deque>
#include <vector>

namespace sockeye {

//! \brief The pings of one open connection: when the next is due, which are on their way, and what a pong
//! settles. Sends nothing itself.
//!
//! The schedule is fixed: the n-th ping is due at start + n * interval whatever the pongs do. A probe that
//! waits for the pong before it pings again sends least just when the service is at its worst.
class PingSchedule final {
public:
    PingSchedule(std::chrono::milliseconds interval, std::chrono::milliseconds pongTimeout);

    //! \brief Forgets all pings; the first is due at once.
    void start(MonotonicTime now);

    //! \brief The payload of the ping to send now, or nothing when none is due. Stamps the ping as sent, so
    //! call it right before sending. Pings that were missed are left out, not sent in a burst.
    [[nodiscard]] std::optional<QByteArray> takeDue(const Clock &clock);

    //! \brief What a pong with \a payload settles: its own ping and, as coalesced, all older ones (a peer may
    //! answer the latest only, RFC 6455 section 5.5.3). A payload that is not ours settles nothing.
    [[nodiscard]] std::vector<RttMeasured> settle(const QByteArray &payload, MonotonicTime received);

    //! \brief The pings whose time limit has passed, each once.
    [[nodiscard]] std::vector<PingUnanswered> expire(MonotonicTime now);

    //! \brief How many pings in a row have expired since the last sign of life.
    [[nodiscard]] int unansweredInARow() const { return m_unanswered; }

    //! \brief When takeDue() or expire() next has something to give.
    [[nodiscard]] MonotonicTime nextDue() const;

private:
    struct Ping {
        std::uint64_t sequence = 0;
        Timestamp at;
        MonotonicTime due;
        MonotonicTime sent;
    };

    [[nodiscard]] bool isOurOwnStall(MonotonicTime now) const;

    std::chrono::nanoseconds m_interval;
    std::chrono::nanoseconds m_pongTimeout;
    MonotonicTime m_nextPing;
    std::uint64_t m_nextSequence = 1;
    std::deque<Ping> m_outstanding; //!< oldest first
    int m_unanswered = 0;
};

} // namespace sockeye
