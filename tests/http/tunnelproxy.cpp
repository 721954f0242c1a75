// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/tunnelproxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QtEndian>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr char socks5 = 5;

void pipe(QTcpSocket &from, QTcpSocket &to)
{
    QObject::connect(&from, &QTcpSocket::readyRead, &to, [&from, &to] { to.write(from.readAll()); });
    QObject::connect(&from, &QTcpSocket::disconnected, &to, [&to] { to.disconnectFromHost(); });
}

} // namespace

TunnelProxy::TunnelProxy(quint16 serverPort, QObject *parent)
    : QTcpServer(parent)
    , m_serverPort(serverPort)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            connect(client, &QTcpSocket::readyRead, this, [this, client] { onReadyRead(*client); });
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on the loopback");
}

void TunnelProxy::onReadyRead(QTcpSocket &client)
{
    if (client.peek(1).startsWith(socks5))
        takeSocks(client);
    else
        takeConnect(client);
}

void TunnelProxy::takeConnect(QTcpSocket &client)
{
    const QByteArray head = client.peek(client.bytesAvailable());
    if (!head.endsWith("\r\n\r\n"))
        return;
    client.skip(head.size());
    m_heads.append(head);
    m_asked.append(QString::fromLatin1(head.split(' ').value(1)));
    join(client, "HTTP/1.1 200 Connection established\r\n\r\n");
}

// https://www.rfc-editor.org/rfc/rfc1928, of which clients send each message at once here.
void TunnelProxy::takeSocks(QTcpSocket &client)
{
    const QByteArray message = client.readAll();
    constexpr qsizetype nameAt = 5;
    constexpr char byName = 3;
    const bool isGreeting = message.size() == 2 + message.at(1);
    if (isGreeting) {
        client.write(QByteArray("\x05\x00", 2));
        return;
    }
    if (message.size() < nameAt || message.at(3) != byName)
        qFatal("the host was looked up on this side of the proxy");
    const QByteArray host = message.mid(nameAt, message.at(4));
    const auto port = qFromBigEndian<quint16>(message.constData() + nameAt + host.size());
    m_asked.append(QString(QString::fromLatin1(host) % u':' % QString::number(port)));
    join(client, QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
}

void TunnelProxy::join(QTcpSocket &client, const QByteArray &greeting)
{
    client.disconnect(this);
    auto *server = new QTcpSocket(&client);
    server->setProxy(QNetworkProxy::NoProxy);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
    pipe(client, *server);
    pipe(*server, client);
    client.write(greeting);
}

} // namespace sockeye::test
