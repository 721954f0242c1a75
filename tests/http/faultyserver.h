// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <vector>

class QTcpSocket;

namespace sockeye::test {

//! \brief A request as it came over the wire.
struct WireRequest {
    QByteArray method;
    QByteArray target; //!< path and query, still encoded
    QByteArray body;
    QByteArray head;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

//! \brief An HTTP server for tests that answers exactly what it is told, right or wrong, on a port of
//! 127.0.0.1.
class FaultyServer final : public QTcpServer {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultyServer)

public:
    using Handler = std::function<void(const WireRequest &request, QTcpSocket &socket)>;

    explicit FaultyServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const std::vector<WireRequest> &requests() const { return m_requests; }

    //! \brief A handler that answers each request alike and keeps the connection.
    [[nodiscard]] static Handler answer(
        const QByteArray &statusLine, const QByteArray &headers, const QByteArray &body);

private:
    void onReadyRead(QTcpSocket &socket);

    Handler m_handler;
    std::vector<WireRequest> m_requests;
};

} // namespace sockeye::test
