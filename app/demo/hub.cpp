// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/hub.h"

#include <QWebSocket>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye::demo {

namespace {

constexpr auto quoteInterval = 250ms;
constexpr quint64 longestMessage = 64 * 1'024;
// A client this far behind will not catch up; keeping more for it would let one reader eat the memory.
constexpr qint64 longestBacklog = 1'024 * 1'024;
// The pretended look-up in a back-end: log-normal around this, so that the latency charts have a shape.
constexpr double typicalHandlingMs = 6;
constexpr double handlingSpread = 0.6;

//! A number of the standard normal distribution (Box and Muller).
double normal(RandomSource &random)
{
    constexpr double pi = 3.14159265358979323846;
    return std::sqrt(-2 * std::log(1 - random.fraction())) * std::cos(2 * pi * random.fraction());
}

constexpr auto errorText = "{\"error\":\"%1\"}"_L1;

} // namespace

Hub::Hub(ServiceContext context, std::uint64_t seed, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_random(seed)
{
    connect(&m_ticker, &QTimer::timeout, this, &Hub::pushQuote);
    m_ticker.start(quoteInterval);
}

Hub::~Hub() = default;

void Hub::adopt(QWebSocket *socket, Route route, MonotonicTime acceptedAt)
{
    socket->setMaxAllowedIncomingMessageSize(longestMessage);
    const MonotonicTime now = m_context.clock.monotonic();
    auto *session = new Session(socket, std::move(route), now, this);
    m_sessions.insert(session);
    connect(session, &Session::received, this, [this, session](const Message &m) { onMessage(session, m); });
    connect(session, &Session::ended, this, [this, session](int code) { onEnded(session, code); });
    m_context.metrics.clientConnected(now - acceptedAt);
}

void Hub::closeAll(int code)
{
    // A copy: ending a session takes it out of the set.
    const std::vector<Session *> all(m_sessions.begin(), m_sessions.end());
    for (Session *session : all)
        session->close(code);
}

void Hub::dropAll()
{
    const std::vector<Session *> all(m_sessions.begin(), m_sessions.end());
    for (Session *session : all)
        session->drop();
}

std::chrono::nanoseconds Hub::handlingTime()
{
    const std::chrono::duration<double, std::milli> usual{
        typicalHandlingMs * std::exp(handlingSpread * normal(m_random))};
    const std::chrono::milliseconds slow{m_context.faults.parameter(Fault::Slow).value_or(0)};
    return std::chrono::duration_cast<std::chrono::nanoseconds>(usual) + slow;
}

void Hub::onMessage(Session *session, const Message &message)
{
    m_context.metrics.messageReceived(payloadSize(message));
    const MonotonicTime now = m_context.clock.monotonic();
    const MonotonicTime due = session->promise(now + handlingTime());
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(due - now);
    // The session is the context: an answer to a client that has left is never made.
    QTimer::singleShot(wait, session, [this, session, message, now] { answer(session, message, now); });
}

void Hub::answer(Session *session, const Message &message, MonotonicTime receivedAt)
{
    m_context.metrics.messageHandled(roomLabel(session->route()), m_context.clock.monotonic() - receivedAt);
    if (payloadSize(message) == 0)
        return fail(session, ServiceError::BadMessage);
    if (m_random.fraction() * 100 < m_context.faults.parameter(Fault::Errors).value_or(0))
        return fail(session, ServiceError::HandlerFailed);
    switch (session->route().service) {
    case Route::Service::Echo:
        return send(session, message);
    case Route::Service::Chat:
        return broadcast(session->route(), message);
    case Route::Service::Ticker:
        return send(session, Message{u"{\"subscribed\":true}"_s});
    }
}

void Hub::fail(Session *session, ServiceError error)
{
    m_context.metrics.errorHappened(error);
    send(session,
        errorText.arg(error == ServiceError::BadMessage ? "empty message"_L1 : "failed on purpose"_L1));
}

void Hub::onEnded(Session *session, int code)
{
    m_context.metrics.clientDisconnected(code, m_context.clock.monotonic() - session->openedAt());
    m_context.metrics.tcpClosed();
    m_sessions.erase(session);
    session->deleteLater();
}

void Hub::send(Session *session, const Message &message)
{
    if (session->backlog() > longestBacklog) {
        m_context.metrics.errorHappened(ServiceError::SlowConsumer);
        session->drop();
        return;
    }
    session->send(message);
    m_context.metrics.messageSent(payloadSize(message));
}

std::vector<Session *> Hub::sessionsOf(const Route &route) const
{
    std::vector<Session *> found;
    for (Session *session : m_sessions) {
        if (session->route() == route)
            found.push_back(session);
    }
    return found;
}

void Hub::broadcast(const Route &route, const Message &message)
{
    for (Session *session : sessionsOf(route))
        send(session, message);
}

void Hub::pushQuote()
{
    m_price *= 1 + 0.001 * normal(m_random);
    ++m_sequence;
    const QString quote =
        u"{\"symbol\":\"SOCK\",\"price\":%1,\"sequence\":%2}"_s.arg(m_price, 0, 'f', 2).arg(m_sequence);
    broadcast(Route{Route::Service::Ticker, {}}, quote);
}

} // namespace sockeye::demo
