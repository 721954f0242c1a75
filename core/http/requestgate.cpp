// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/requestgate.h"

#include "core/http/gatedjob.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr std::size_t maxInFlight = 6; // QNetworkAccessManager queues more than six to one host anyway
constexpr std::size_t maxNotUrgent = 5;
constexpr std::size_t maxIdle = 2;

} // namespace

RequestGate::RequestGate(QObject *parent)
    : QObject(parent)
{
}

RequestGate::~RequestGate()
{
    // Nobody comes in any more while those inside go.
    m_waiting.clear();
    qDeleteAll(findChildren<GatedJob *>(QString(), Qt::FindDirectChildrenOnly));
}

HttpJob *RequestGate::pass(RequestRank rank, Send send)
{
    auto *job = new GatedJob(*this, rank, std::move(send));
    m_waiting.push_back(job);
    admit();
    return job;
}

void RequestGate::leave(GatedJob *job)
{
    std::erase(m_waiting, job);
    std::erase(m_inside, job);
    admit();
}

void RequestGate::admit()
{
    while (GatedJob *next = takeNext()) {
        m_inside.push_back(next);
        next->start();
    }
}

GatedJob *RequestGate::takeNext()
{
    for (const RequestRank rank : {RequestRank::Urgent, RequestRank::Usual, RequestRank::Idle}) {
        if (!hasRoomFor(rank))
            continue;
        const auto next = std::ranges::find(m_waiting, rank, &GatedJob::rank);
        if (next == m_waiting.end())
            continue;
        GatedJob *job = *next;
        m_waiting.erase(next);
        return job;
    }
    return nullptr;
}

bool RequestGate::hasRoomFor(RequestRank rank) const
{
    const auto count = [this](RequestRank wanted) {
        return static_cast<std::size_t>(std::ranges::count(m_inside, wanted, &GatedJob::rank));
    };
    if (m_inside.size() >= maxInFlight)
        return false;
    const std::size_t notUrgent = m_inside.size() - count(RequestRank::Urgent);
    switch (rank) {
    case RequestRank::Urgent:
        return true;
    case RequestRank::Usual:
        return notUrgent < maxNotUrgent;
    case RequestRank::Idle:
        return notUrgent < maxNotUrgent && count(RequestRank::Idle) < maxIdle;
    }
    return false;
}

} // namespace sockeye
