// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/httpserver.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace sockeye::demo {

namespace {

// The one timer of a connection: first for the reading, then for the writing.
constexpr auto timerName = QLatin1StringView("deadline");

} // namespace

QByteArray serialized(const HttpResponse &response)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + httpReasonPhrase(response.status) + "\r\nContent-Type: " + response.contentType
        + "\r\nContent-Length: " + QByteArray::number(response.body.size())
        + "\r\nCache-Control: no-store\r\nConnection: close\r\n";
    if (!response.allow.isEmpty())
        bytes += "Allow: " + response.allow + "\r\n";
    bytes += "\r\n" + response.body;
    return bytes;
}

HttpServer::HttpServer(const Clock &clock, Handler handler, Config config, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_handler(std::move(handler))
    , m_config(config)
    , m_listener(new QTcpServer(this))
{
    m_listener->setProxy(QNetworkProxy::NoProxy);
    connect(m_listener, &QTcpServer::newConnection, this, &HttpServer::acceptPending);
}

HttpServer::~HttpServer() = default;

Expected<quint16, QString> HttpServer::listen(const QHostAddress &host, quint16 port)
{
    if (!m_listener->listen(host, port))
        return unexpected(m_listener->errorString());
    return m_listener->serverPort();
}

void HttpServer::acceptPending()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection())
        serve(socket);
}

void HttpServer::serve(QTcpSocket *socket)
{
    Q_EMIT connectionOpened();
    const MonotonicTime since = m_clock.monotonic();

    auto *deadline = new QTimer(socket);
    deadline->setObjectName(timerName);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, socket, since] {
        answer(socket, {{}, {}, 408, m_clock.monotonic() - since}, {.status = 408, .body = "too slow\n"});
    });
    deadline->start(m_config.readTimeout);

    connect(socket, &QTcpSocket::readyRead, this, [this, socket, since] { readFrom(socket, since); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        Q_EMIT connectionClosed();
        socket->deleteLater();
    });
}

void HttpServer::readFrom(QTcpSocket *socket, MonotonicTime since)
{
    const qint64 bound = m_config.limits.head + m_config.limits.body + 4;
    const HttpParsed parsed = parseHttpRequest(socket->peek(bound), m_config.limits);
    if (std::holds_alternative<HttpIncomplete>(parsed))
        return;
    HttpExchange exchange;
    HttpResponse response;
    if (const auto *rejected = std::get_if<HttpRejected>(&parsed)) {
        response = {.status = rejected->status, .body = httpReasonPhrase(rejected->status) + '\n'};
    } else {
        const auto &request = std::get<HttpRequest>(parsed);
        response = m_handler(request);
        exchange.method = request.method;
        exchange.path = request.path;
    }
    exchange.status = response.status;
    exchange.duration = m_clock.monotonic() - since;
    answer(socket, std::move(exchange), response);
}

void HttpServer::answer(QTcpSocket *socket, HttpExchange exchange, const HttpResponse &response)
{
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    // What was received must be read: closing with unread bytes resets the connection under the answer.
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    socket->readAll();

    auto *deadline = socket->findChild<QTimer *>(timerName, Qt::FindDirectChildrenOnly);
    disconnect(deadline, &QTimer::timeout, this, nullptr);
    connect(deadline, &QTimer::timeout, socket, [socket] { socket->abort(); });
    deadline->start(m_config.writeTimeout);

    Q_EMIT answered(exchange);
    socket->write(serialized(response));
    socket->disconnectFromHost();
}

} // namespace sockeye::demo
