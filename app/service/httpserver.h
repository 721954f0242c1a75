// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"

#include "app/service/httprequest.h"

#include <QHostAddress>
#include <QObject>

#include <functional>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace sockeye::service {

struct HttpResponse {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("text/plain; charset=utf-8");
    QByteArray body{};
    QByteArray allow{}; //!< the methods of a 405
};

//! \brief The response as bytes, with its exact length and "Connection: close".
[[nodiscard]] QByteArray serialized(const HttpResponse &response);

//! \brief One answered request, for the metrics. Method and path are empty where nothing readable came.
struct HttpExchange {
    QByteArray method;
    QString path;
    int status = 0;
    std::chrono::nanoseconds duration{0}; //!< from the connection's start to the answer's writing
};

//! \brief A small HTTP/1.1 server: one request a connection, bounded in size and time. Lives in the thread
//! that made it, which also runs the handler.
class HttpServer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    using Handler = std::function<HttpResponse(const HttpRequest &)>;
    //! Called once, within the handler or later; without effect when the client has gone, or the server.
    using Reply = std::function<void(const HttpResponse &)>;
    //! For an answer that takes its time. How long is for the handler to bound.
    using DeferredHandler = std::function<void(const HttpRequest &, const Reply &)>;

    struct Config {
        HttpLimits limits{};
        std::chrono::milliseconds readTimeout{5'000}; //!< a request not complete by then gets 408
        std::chrono::milliseconds writeTimeout{10'000}; //!< a peer that does not read by then is dropped
    };

    HttpServer(const Clock &clock, Handler handler, Config config, QObject *parent = nullptr);
    HttpServer(const Clock &clock, DeferredHandler handler, Config config, QObject *parent = nullptr);
    ~HttpServer() override;

    //! \brief Starts to listen; port 0 picks a free one. Returns the port, or the system's words.
    [[nodiscard]] Expected<quint16, QString> listen(const QHostAddress &host, quint16 port);

Q_SIGNALS:
    void connectionOpened();
    void connectionClosed();
    void answered(const sockeye::service::HttpExchange &exchange);

private:
    void acceptPending();
    void serve(QTcpSocket *socket);
    void readFrom(QTcpSocket *socket, MonotonicTime since);
    void ask(QTcpSocket *socket, const HttpRequest &request, MonotonicTime since);
    void answer(QTcpSocket *socket, HttpExchange exchange, const HttpResponse &response);

    const Clock &m_clock;
    DeferredHandler m_handler;
    Config m_config;
    QTcpServer *m_listener; // a child, so that nothing is signalled while this object goes
};

} // namespace sockeye::service
