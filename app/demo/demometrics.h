// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/faults.h"
#include "app/service/httpserver.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace sockeye::demo {

//! \brief What went wrong, as the label "kind" of websocket_errors_total.
enum class ServiceError {
    BadMessage, //!< the client sent what the service cannot use
    HandlerFailed, //!< the service failed on a good message
    SlowConsumer, //!< the client reads too slowly and was cut off
    HandshakeFailed, //!< not a WebSocket upgrade, or a broken one
    HandshakeTimeout, //!< connected and stayed silent
    HandshakeRefused, //!< the fault "refuse"
};

//! \brief Everything the service counts, by Prometheus' conventions, and its exposition. Thread-safe.
class DemoMetrics final {
public:
    explicit DemoMetrics(const QString &version);
    ~DemoMetrics();
    Q_DISABLE_COPY_MOVE(DemoMetrics)

    void tcpOpened();
    void tcpClosed();

    void clientConnected(std::chrono::nanoseconds handshake);
    void clientDisconnected(int closeCode, std::chrono::nanoseconds lifetime);
    void messageReceived(qint64 payloadBytes);
    void messageSent(qint64 payloadBytes);
    //! \brief \a room must come from a small closed set: it is a label.
    void messageHandled(const QString &room, std::chrono::nanoseconds duration);
    void errorHappened(ServiceError error);

    //! \brief The path must come from a closed set; the method is folded into one here.
    void httpAnswered(const service::HttpExchange &exchange);

    //! \brief The text of /metrics, with the faults as they are now.
    [[nodiscard]] QByteArray exposition(const FaultBoard &faults);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye::demo
