// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include "app/demo/route.h"
#include "app/demo/servicecontext.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>

#include <optional>
#include <utility>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
class QWebSocketServer;
QT_END_NAMESPACE

namespace sockeye::service {
struct HttpRequest;
}

namespace sockeye::demo {

class Hub;

//! \brief The door of the service: accepts TCP, reads the head of the request without taking it off the
//! socket, then refuses it or hands the socket to QWebSocketServer, and the result to the hub.
//!
//! Lives in a thread of its own. That thread is what the fault "stall" hangs: to the outside this is a
//! process that hangs, with TCP accepted by the kernel and nothing read, while /metrics is still alive.
class WebSocketFront final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketFront)

public:
    struct Config {
        QHostAddress host = QHostAddress::LocalHost;
        quint16 port = 0;
        std::uint64_t seed = 1;
        std::chrono::milliseconds handshakeTimeout{5'000};
    };

    WebSocketFront(ServiceContext context, Config config);
    ~WebSocketFront() override;

    //! \brief Starts to listen, in the thread it is called from, which must be the object's. Returns the
    //! port, or the system's words.
    [[nodiscard]] Expected<quint16, QString> listen();

private:
    //! Who is at the other end: all that a QWebSocket and the QTcpSocket it was made from have in common.
    using Peer = std::pair<QHostAddress, quint16>;

    struct Pending {
        QTcpSocket *socket = nullptr;
        MonotonicTime acceptedAt;
        std::optional<Route> route; // set once the socket was handed over for the upgrade
    };

    void acceptPending();
    void readHead(const Peer &peer);
    void decide(const Peer &peer, const service::HttpRequest &request);
    void refuse(const Peer &peer, int status, ServiceError why);
    void adoptUpgraded();
    void onClosedEarly(const Peer &peer);
    void enforceFaults();
    void dropSilent();

    ServiceContext m_context;
    Config m_config;
    QTcpServer *m_listener = nullptr;
    QWebSocketServer *m_upgrader = nullptr;
    Hub *m_hub = nullptr;
    QHash<Peer, Pending> m_pending; // accepted, not upgraded yet
};

} // namespace sockeye::demo
