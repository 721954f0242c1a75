// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/websocketfront.h"

#include "app/demo/hub.h"
#include "app/service/httpserver.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye::demo {

namespace {

constexpr auto enforceInterval = 100ms;
constexpr int listenBacklog = 512; // a reconnect storm comes all at once

bool asksForWebSocket(const service::HttpRequest &request)
{
    return request.header("upgrade").toLower() == "websocket";
}

} // namespace

WebSocketFront::WebSocketFront(ServiceContext context, Config config)
    : m_context(context)
    , m_config(std::move(config))
{
}

WebSocketFront::~WebSocketFront() = default;

Expected<quint16, QString> WebSocketFront::listen()
{
    m_hub = new Hub(m_context, m_config.seed, this);
    m_upgrader = new QWebSocketServer(u"sockeye-demo"_s, QWebSocketServer::NonSecureMode, this);
    connect(m_upgrader, &QWebSocketServer::newConnection, this, &WebSocketFront::adoptUpgraded);
    m_listener = new QTcpServer(this);
    m_listener->setProxy(QNetworkProxy::NoProxy);
    m_listener->setListenBacklogSize(listenBacklog);
    m_listener->setMaxPendingConnections(listenBacklog);
    connect(m_listener, &QTcpServer::newConnection, this, &WebSocketFront::acceptPending);
    if (!m_listener->listen(m_config.host, m_config.port))
        return unexpected(m_listener->errorString());

    auto *enforcer = new QTimer(this);
    connect(enforcer, &QTimer::timeout, this, &WebSocketFront::enforceFaults);
    connect(enforcer, &QTimer::timeout, this, &WebSocketFront::dropSilent);
    enforcer->start(enforceInterval);
    return m_listener->serverPort();
}

void WebSocketFront::acceptPending()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        m_context.metrics.tcpOpened();
        const Peer peer{socket->peerAddress(), socket->peerPort()};
        m_pending.insert(peer, {socket, m_context.clock.monotonic(), std::nullopt});
        connect(socket, &QTcpSocket::readyRead, this, [this, peer] { readHead(peer); });
        connect(socket, &QTcpSocket::disconnected, this, [this, peer] { onClosedEarly(peer); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void WebSocketFront::readHead(const Peer &peer)
{
    const Pending pending = m_pending.value(peer);
    if (!pending.socket || pending.route)
        return;
    const service::HttpLimits limits{.head = 8 * 1'024, .body = 0};
    const service::HttpParsed parsed =
        service::parseHttpRequest(pending.socket->peek(limits.head + 4), limits);
    if (std::holds_alternative<service::HttpIncomplete>(parsed))
        return;
    if (const auto *rejected = std::get_if<service::HttpRejected>(&parsed))
        return refuse(peer, rejected->status, ServiceError::HandshakeFailed);
    decide(peer, std::get<service::HttpRequest>(parsed));
}

void WebSocketFront::decide(const Peer &peer, const service::HttpRequest &request)
{
    if (const std::optional<int> status = m_context.faults.parameter(Fault::Refuse))
        return refuse(peer, *status, ServiceError::HandshakeRefused);
    const std::optional<Route> route = parseRoute(request.path);
    if (!route)
        return refuse(peer, 404, ServiceError::HandshakeFailed);
    if (request.method != "GET" || !asksForWebSocket(request))
        return refuse(peer, 426, ServiceError::HandshakeFailed);
    Pending &pending = m_pending[peer];
    pending.route = route;
    // The upgrade itself comes through the event loop; until then the socket is still watched here.
    m_upgrader->handleConnection(pending.socket);
}

void WebSocketFront::refuse(const Peer &peer, int status, ServiceError why)
{
    QTcpSocket *socket = m_pending.take(peer).socket;
    m_context.metrics.errorHappened(why);
    m_context.metrics.tcpClosed();
    socket->readAll(); // closing with unread bytes would reset the connection under the answer
    socket->write(service::serialized({.status = status, .body = service::httpReasonPhrase(status) + '\n'}));
    socket->disconnectFromHost();
}

void WebSocketFront::adoptUpgraded()
{
    while (QWebSocket *upgraded = m_upgrader->nextPendingConnection()) {
        const Pending pending = m_pending.take({upgraded->peerAddress(), upgraded->peerPort()});
        if (!pending.socket) { // it broke off while the upgrade was on its way
            upgraded->deleteLater();
            continue;
        }
        disconnect(pending.socket, nullptr, this, nullptr);
        disconnect(pending.socket, &QTcpSocket::disconnected, pending.socket, &QObject::deleteLater);
        m_hub->adopt(upgraded, *pending.route, pending.acceptedAt);
    }
}

void WebSocketFront::onClosedEarly(const Peer &peer)
{
    const Pending pending = m_pending.take(peer);
    if (!pending.socket)
        return;
    m_context.metrics.tcpClosed();
    if (pending.route)
        m_context.metrics.errorHappened(ServiceError::HandshakeFailed);
}

void WebSocketFront::enforceFaults()
{
    m_context.faults.blockWhile(Fault::Stall);
    if (m_context.faults.isActive(Fault::Drop))
        m_hub->dropAll();
    if (const std::optional<int> code = m_context.faults.parameter(Fault::Close))
        m_hub->closeAll(*code);
}

void WebSocketFront::dropSilent()
{
    const MonotonicTime limit = m_context.clock.monotonic() - m_config.handshakeTimeout;
    std::vector<QTcpSocket *> silent;
    for (const Pending &pending : std::as_const(m_pending)) {
        if (pending.acceptedAt < limit)
            silent.push_back(pending.socket);
    }
    // Aborting takes them out of the table.
    for (QTcpSocket *socket : silent) {
        m_context.metrics.errorHappened(ServiceError::HandshakeTimeout);
        socket->abort();
    }
}

} // namespace sockeye::demo
