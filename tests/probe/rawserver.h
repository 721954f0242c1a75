// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace sockeye::test {

//! \brief A TCP server on loopback that calls back with each complete request header: to misbehave as no
//! WebSocket library would.
class RawServer final : public QTcpServer {
public:
    using Answer = std::function<void(QTcpSocket *client, const QByteArray &request)>;

    explicit RawServer(Answer answer)
        : m_answer(std::move(answer))
    {
        connect(this, &QTcpServer::newConnection, this, [this] { accept(); });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("ws")) const
    {
        QUrl url;
        url.setScheme(scheme);
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(serverPort());
        url.setPath(QStringLiteral("/"));
        return url;
    }

private:
    void accept()
    {
        QTcpSocket *const client = nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            m_request += client->readAll();
            if (m_request.endsWith("\r\n\r\n"))
                m_answer(client, std::exchange(m_request, {}));
        });
    }

    Answer m_answer;
    QByteArray m_request;
};

//! \brief What Sec-WebSocket-Accept has to be for \a request.
inline QByteArray acceptKey(const QByteArray &request)
{
    const QByteArray name = "sec-websocket-key: ";
    const qsizetype from = request.toLower().indexOf(name) + name.size();
    const QByteArray key = request.mid(from, request.indexOf('\r', from) - from);
    const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
}

//! \brief A right answer to \a request.
inline QByteArray upgradeAnswer(const QByteArray &request)
{
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: "
        + acceptKey(request) + "\r\n\r\n";
}

} // namespace sockeye::test
