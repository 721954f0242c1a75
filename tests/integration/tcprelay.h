// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace sockeye::test {

//! \brief A port that leads to another one, until it is closed: then connections end and new ones are
//! refused, as when the service behind it is gone.
class TcpRelay final {
    Q_DISABLE_COPY_MOVE(TcpRelay)

public:
    explicit TcpRelay(quint16 target)
        : m_target(target)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    //! \brief Listens, the second time at the port of the first.
    [[nodiscard]] bool open()
    {
        const bool listens = m_server.listen(QHostAddress::LocalHost, m_port);
        m_port = m_server.serverPort();
        return listens;
    }

    void close()
    {
        m_server.close();
        for (const QPointer<QTcpSocket> &socket : std::exchange(m_inner, {})) {
            if (socket)
                socket->abort();
        }
    }

    [[nodiscard]] bool isOpen() const { return m_server.isListening(); }
    [[nodiscard]] quint16 port() const { return m_port; }
    //! \brief What went through, both ways together.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    void accept()
    {
        QTcpSocket *outer = m_server.nextPendingConnection();
        auto *inner = new QTcpSocket(&m_server);
        inner->connectToHost(QHostAddress::LocalHost, m_target);
        pump(*outer, *inner);
        pump(*inner, *outer);
        m_inner.append(inner);
    }

    //! The one that ends takes the other along.
    void pump(QTcpSocket &from, QTcpSocket &to)
    {
        QObject::connect(&from, &QTcpSocket::readyRead, &to, [this, &from, &to] {
            const QByteArray data = from.readAll();
            m_bytes += data.size();
            to.write(data);
        });
        QObject::connect(&from, &QTcpSocket::disconnected, &to, [&from, &to] {
            to.disconnectFromHost();
            from.deleteLater();
        });
    }

    QTcpServer m_server;
    quint16 m_target;
    quint16 m_port = 0;
    qint64 m_bytes = 0;
    QList<QPointer<QTcpSocket>> m_inner;
};

} // namespace sockeye::test
