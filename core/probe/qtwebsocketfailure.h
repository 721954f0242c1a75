// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

#include <QAbstractSocket>

namespace sockeye {

//! \brief What was known of a Qt WebSocket when it reported an error before it was open.
struct QtHandshakeError {
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString text; //!< QWebSocket's own
    bool secure = false;
    bool connected = false; //!< TCP
    bool encrypted = false;
};

struct HandshakeFailure {
    ProbeOutcome outcome = ProbeOutcome::ConnectFailed;
    int httpStatus = 0;

    friend bool operator==(const HandshakeFailure &, const HandshakeFailure &) = default;
};

//! \brief Why the attempt failed. QWebSocket 6.4 reports every refused upgrade as ConnectionRefusedError; the
//! status is in the text alone.
[[nodiscard]] HandshakeFailure classify(const QtHandshakeError &error);

//! \brief What was known of a Qt WebSocket when an open one was disconnected.
struct QtClosure {
    int code = 0;
    QString reason;
    bool closeFrame = false; //!< one was sent or received
    bool requested = false; //!< we asked for it
};

//! \brief How the connection ended. QWebSocket 6.4 closes by itself when the peer breaks the protocol, which
//! only the text of the reason tells from the peer's own close frame, and it reports a drop as 1000.
[[nodiscard]] ProbeOutcome classify(const QtClosure &closure);

//! \brief Whether \a reason is QWebSocket's complaint about a close code that it does not know: 1012, 1013,
//! 1014, or a reserved one. It has overwritten the code.
[[nodiscard]] bool isUnknownCloseCode(const QString &reason);

} // namespace sockeye
