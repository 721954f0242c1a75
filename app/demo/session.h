// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include "app/demo/route.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <variant>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace sockeye::demo {

//! \brief A text or a binary message.
using Message = std::variant<QString, QByteArray>;

//! \brief The size on the wire without framing: a text counts as UTF-8.
[[nodiscard]] qint64 payloadSize(const Message &message);

//! \brief One WebSocket connection on the server's side. Knows how it ended, which QWebSocket alone does
//! not: that reports 1000 also when no close frame came.
class Session final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    //! \brief Takes over \a socket, which must be open.
    Session(QWebSocket *socket, Route route, MonotonicTime openedAt, QObject *parent);
    ~Session() override;

    [[nodiscard]] const Route &route() const { return m_route; }
    [[nodiscard]] MonotonicTime openedAt() const { return m_openedAt; }
    //! \brief Bytes that the peer has not taken yet.
    [[nodiscard]] qint64 backlog() const;

    //! \brief When an answer may go out that would be ready at \a ready: never before one promised earlier,
    //! so that a client gets its answers in order.
    [[nodiscard]] MonotonicTime promise(MonotonicTime ready);

    void send(const Message &message);
    //! \brief Ends the connection with a close frame.
    void close(int code);
    //! \brief Ends the connection without one.
    void drop();

Q_SIGNALS:
    void received(const sockeye::demo::Message &message);
    //! \brief Once, with the close code, 1006 if there was no close frame.
    void ended(int code);

private:
    void finish();

    QWebSocket *m_socket;
    Route m_route;
    MonotonicTime m_openedAt;
    MonotonicTime m_lastPromise;
    int m_ownCode = 0; // the code this side closed with, 0 if it did not
    bool m_closeFrameSeen = false;
};

} // namespace sockeye::demo
