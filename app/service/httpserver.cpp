// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/httpserver.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace sockeye::service {

namespace {

// The one timer of a connection: first for the reading, then for the writing.
constexpr auto timerName = QLatin1StringView("deadline");

// What was received must be read: closing with unread bytes resets the connection under the answer.
void ignoreInput(QTcpSocket *socket)
{
    QObject::disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    socket->readAll();
}

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
    : HttpServer(
        clock,
        [handler = std::move(handler)](
            const HttpRequest &request, const Reply &reply) { reply(handler(request)); },
        config, parent)
{
}

HttpServer::HttpServer(const Clock &clock, DeferredHandler handler, Config config, QObject *parent)
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
    if (const auto *rejected = std::get_if<HttpRejected>(&parsed)) {
        answer(socket, {{}, {}, rejected->status, m_clock.monotonic() - since},
            {.status = rejected->status, .body = httpReasonPhrase(rejected->status) + '\n'});
        return;
    }
    ask(socket, std::get<HttpRequest>(parsed), since);
}

void HttpServer::ask(QTcpSocket *socket, const HttpRequest &request, MonotonicTime since)
{
    ignoreInput(socket);
    // The request is here, so the time for reading it no longer counts.
    socket->findChild<QTimer *>(timerName, Qt::FindDirectChildrenOnly)->stop();
    // A socket is part of its server, so where it is the server is too.
    m_handler(request,
        [this, socket = QPointer(socket), method = request.method, path = request.path, since](
            const HttpResponse &response) {
            if (socket && socket->state() == QAbstractSocket::ConnectedState)
                answer(socket, {method, path, response.status, m_clock.monotonic() - since}, response);
        });
}

void HttpServer::answer(QTcpSocket *socket, HttpExchange exchange, const HttpResponse &response)
{
    ignoreInput(socket);
    auto *deadline = socket->findChild<QTimer *>(timerName, Qt::FindDirectChildrenOnly);
    disconnect(deadline, &QTimer::timeout, this, nullptr);
    connect(deadline, &QTimer::timeout, socket, [socket] { socket->abort(); });
    deadline->start(m_config.writeTimeout);

    Q_EMIT answered(exchange);
    socket->write(serialized(response));
    socket->disconnectFromHost();
}

} // namespace sockeye::service
