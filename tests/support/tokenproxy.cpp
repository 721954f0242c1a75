// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tokenproxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

//! The value of a header of \a head, the request up to and with its empty line.
QByteArray header(const QByteArray &head, const QByteArray &name)
{
    const QByteArray start = "\r\n" + name.toLower() + ':';
    const qsizetype at = head.toLower().indexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    return head.mid(from, head.indexOf("\r\n", from) - from).trimmed();
}

//! The first whole request of what was received so far; empty while it is not complete.
QByteArray firstRequest(const QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const qsizetype length = end + 4 + header(received.left(end + 4), "Content-Length").toLongLong();
    return received.size() < length ? QByteArray() : received.left(length);
}

} // namespace

TokenProxy::TokenProxy(const QUrl &behind, QByteArray token, QObject *parent)
    : QObject(parent)
    , m_behind(behind)
    , m_token(std::move(token))
{
    connect(&m_listener, &QTcpServer::newConnection, this, &TokenProxy::takeConnection);
    m_listener.listen(QHostAddress::LocalHost);
}

TokenProxy::~TokenProxy() = default;

QUrl TokenProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort()));
}

void TokenProxy::takeConnection()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection()) {
        auto *server = new QTcpSocket(client);
        server->setProxy(QNetworkProxy::NoProxy);
        server->connectToHost(m_behind.host(), static_cast<quint16>(m_behind.port()));
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(
            client, &QTcpSocket::readyRead, server, [this, client, server] { takeRequests(client, server); });
        connect(
            server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
        takeRequests(client, server);
    }
}

void TokenProxy::takeRequests(QTcpSocket *client, QTcpSocket *server)
{
    for (;;) {
        const QByteArray request = firstRequest(client->peek(client->bytesAvailable()));
        if (request.isEmpty())
            return;
        client->skip(request.size());
        if (header(request, "Authorization") != "Bearer " + m_token) {
            ++m_refusals;
            client->write("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\nContent-Length: 0\r\n"
                          "Connection: close\r\n\r\n");
            client->disconnectFromHost();
            return;
        }
        ++m_passes;
        server->write(request);
    }
}

} // namespace sockeye::test
