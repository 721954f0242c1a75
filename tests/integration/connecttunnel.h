// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace sockeye::test {

//! \brief A forward proxy for tunnels (CONNECT), all of which lead to one port of this machine. It lets
//! through whom it knows.
class ConnectTunnel final {
    Q_DISABLE_COPY_MOVE(ConnectTunnel)

public:
    ConnectTunnel(quint16 target, QByteArray authorization)
        : m_target(target)
        , m_authorization(std::move(authorization))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    [[nodiscard]] bool open() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void accept()
    {
        QTcpSocket *client = m_server.nextPendingConnection();
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        const auto onRequest = [this, client] {
            const QByteArray head = client->peek(client->bytesAvailable());
            if (!head.contains("\r\n\r\n"))
                return;
            client->skip(head.size());
            QObject::disconnect(client, &QTcpSocket::readyRead, client, nullptr);
            answer(head, *client);
        };
        QObject::connect(client, &QTcpSocket::readyRead, client, onRequest);
    }

    void answer(const QByteArray &head, QTcpSocket &client)
    {
        const QByteArray known = "Proxy-Authorization: " + m_authorization + "\r\n";
        if (!head.contains(known)) {
            client.write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                         "realm=\"tunnel\"\r\nContent-Length: 0\r\n\r\n");
            client.disconnectFromHost();
            return;
        }
        auto *server = new QTcpSocket(&client);
        server->connectToHost(QHostAddress::LocalHost, m_target);
        pump(client, *server);
        pump(*server, client);
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    }

    static void pump(QTcpSocket &from, QTcpSocket &to)
    {
        QObject::connect(&from, &QTcpSocket::readyRead, &to, [&from, &to] { to.write(from.readAll()); });
        QObject::connect(&from, &QTcpSocket::disconnected, &to, [&to] { to.disconnectFromHost(); });
    }

    QTcpServer m_server;
    quint16 m_target;
    QByteArray m_authorization;
};

} // namespace sockeye::test
