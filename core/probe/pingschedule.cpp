// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/pingschedule.h"

#include <QtEndian>

#include <algorithm>

namespace sockeye {

namespace {

constexpr qsizetype payloadSize = 16;

// A thread that ran this late has left pongs unread: what it then measures is its own delay.
constexpr std::chrono::seconds stall{1};

QByteArray encode(std::uint64_t sequence, MonotonicTime sent)
{
    QByteArray payload(payloadSize, Qt::Uninitialized);
    qToBigEndian(sequence, payload.data());
    qToBigEndian(static_cast<std::int64_t>(sent.time_since_epoch().count()), payload.data() + 8);
    return payload;
}

} // namespace

PingSchedule::PingSchedule(std::chrono::milliseconds interval, std::chrono::milliseconds pongTimeout)
    : m_interval(std::max(interval, std::chrono::milliseconds{1}))
    , m_pongTimeout(pongTimeout)
{
}

void PingSchedule::start(MonotonicTime now)
{
    m_nextPing = now;
    m_nextSequence = 1;
    m_outstanding.clear();
    m_unanswered = 0;
}

bool PingSchedule::isOurOwnStall(MonotonicTime now) const
{
    return now - nextDue() > stall;
}

std::optional<QByteArray> PingSchedule::takeDue(const Clock &clock)
{
    const MonotonicTime now = clock.monotonic();
    if (now < m_nextPing)
        return std::nullopt;
    const Ping ping{m_nextSequence, clock.now(), m_nextPing, now};
    ++m_nextSequence;
    m_nextPing += ((now - m_nextPing) / m_interval + 1) * m_interval;
    m_outstanding.push_back(ping);
    return encode(ping.sequence, ping.sent);
}

std::vector<RttMeasured> PingSchedule::settle(const QByteArray &payload, MonotonicTime received)
{
    std::vector<RttMeasured> settled;
    if (payload.size() != payloadSize)
        return settled;
    const auto sequence = qFromBigEndian<std::uint64_t>(payload.constData());
    if (sequence == 0 || sequence >= m_nextSequence)
        return settled;
    const auto own = std::ranges::find(m_outstanding, sequence, &Ping::sequence);
    if (own != m_outstanding.end() && encode(own->sequence, own->sent) != payload)
        return settled;
    // A pong that comes after its time limit was counted as unanswered, but it is a sign of life.
    m_unanswered = 0;
    if (own == m_outstanding.end())
        return settled;
    const auto end = std::next(own);
    if (!isOurOwnStall(received)) {
        std::transform(m_outstanding.begin(), end, std::back_inserter(settled), [&](const Ping &ping) {
            return RttMeasured{ping.sequence, ping.at, received - ping.sent, ping.sent - ping.due,
                ping.sequence != sequence};
        });
    }
    m_outstanding.erase(m_outstanding.begin(), end);
    return settled;
}

std::vector<PingUnanswered> PingSchedule::expire(MonotonicTime now)
{
    std::vector<PingUnanswered> expired;
    if (isOurOwnStall(now)) {
        m_outstanding.clear();
        return expired;
    }
    while (!m_outstanding.empty() && now - m_outstanding.front().sent >= m_pongTimeout) {
        const Ping &ping = m_outstanding.front();
        expired.push_back({ping.sequence, ping.at, m_pongTimeout});
        m_outstanding.pop_front();
        ++m_unanswered;
    }
    return expired;
}

MonotonicTime PingSchedule::nextDue() const
{
    if (m_outstanding.empty())
        return m_nextPing;
    return std::min(m_nextPing, m_outstanding.front().sent + m_pongTimeout);
}

} // namespace sockeye
