// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace sockeye::test {

//! \brief A proxy on a port of 127.0.0.1 that speaks CONNECT and SOCKS 5 and leads to one server, whatever
//! host it is asked for: so hosts can be named that no name server knows.
class TunnelProxy final : public QTcpServer {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TunnelProxy)

public:
    explicit TunnelProxy(quint16 serverPort, QObject *parent = nullptr);

    //! \brief What was asked for, as host:port.
    [[nodiscard]] const QStringList &asked() const { return m_asked; }
    //! \brief The heads of the CONNECT requests.
    [[nodiscard]] const QByteArrayList &heads() const { return m_heads; }

private:
    void onReadyRead(QTcpSocket &client);
    void takeConnect(QTcpSocket &client);
    void takeSocks(QTcpSocket &client);
    void join(QTcpSocket &client, const QByteArray &greeting);

    quint16 m_serverPort;
    QStringList m_asked;
    QByteArrayList m_heads;
};

} // namespace sockeye::test
