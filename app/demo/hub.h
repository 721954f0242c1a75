// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"

#include "app/demo/servicecontext.h"
#include "app/demo/session.h"

#include <QObject>
#include <QTimer>

#include <unordered_set>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace sockeye::demo {

//! \brief The service behind the handshake: echo, chat rooms with broadcast, and a ticker. Lives in the
//! WebSocket thread.
class Hub final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Hub)

public:
    Hub(ServiceContext context, std::uint64_t seed, QObject *parent);
    ~Hub() override;

    //! \brief Takes over an open socket whose TCP connection was accepted at \a acceptedAt.
    void adopt(QWebSocket *socket, Route route, MonotonicTime acceptedAt);

    void closeAll(int code);
    void dropAll();

private:
    void onMessage(Session *session, const Message &message);
    void answer(Session *session, const Message &message, MonotonicTime receivedAt);
    void fail(Session *session, ServiceError error);
    void onEnded(Session *session, int code);
    void send(Session *session, const Message &message);
    void broadcast(const Route &route, const Message &message);
    void pushQuote();
    [[nodiscard]] std::chrono::nanoseconds handlingTime();
    [[nodiscard]] std::vector<Session *> sessionsOf(const Route &route) const;

    ServiceContext m_context;
    RandomSource m_random;
    std::unordered_set<Session *> m_sessions; // children
    QTimer m_ticker;
    double m_price = 100;
    qint64 m_sequence = 0;
};

} // namespace sockeye::demo
