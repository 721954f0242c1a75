// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/websockettransport.h"

namespace sockeye {

//! \brief A connection over Qt WebSockets, with the faults of QWebSocket 6.4 mended as far as that goes.
//!
//! What it cannot tell: a close frame without a code (1005) is reported as 1000. The codes 1012 to 1014 and
//! the reserved ones are reported as 0, with a word on it for the reason. A compressed message is a protocol
//! error, because no extension is offered. A valid answer with "Connection: keep-alive, Upgrade" is refused
//! by QWebSocket; the detail of UpgradeInvalid then shows the header.
class QtWebSocketTransport final : public WebSocketTransport {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QtWebSocketTransport)

public:
    explicit QtWebSocketTransport(QObject *parent = nullptr);
    ~QtWebSocketTransport() override;

    void open(const ProbeTarget &target, const ProbeAccess &access) override;
    void ping(const QByteArray &payload) override;
    void sendText(const QString &message) override;
    void close(int code, const QString &reason) override;
    void abort() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

[[nodiscard]] TransportFactory qtWebSocketTransportFactory();

} // namespace sockeye
