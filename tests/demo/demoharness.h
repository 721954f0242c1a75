// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demoservice.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <chrono>
#include <optional>

namespace sockeye::test {

inline constexpr std::chrono::seconds patience{20};

//! \brief Lets the event loop run until \a condition holds or the patience ends; says whether it held.
template <typename Condition>
[[nodiscard]] bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, static_cast<int>(std::chrono::milliseconds(patience).count()));
}

struct Reply {
    int status = 0; //!< 0: no readable answer
    QByteArray head;
    QByteArray body;
};

[[nodiscard]] inline Reply parseReply(const QByteArray &raw)
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {raw.mid(9, 3).toInt(), raw.first(end), raw.sliced(end + 4)};
}

//! \brief Sends \a bytes to a port of this machine and returns everything that comes until the end of the
//! connection. The event loop runs meanwhile.
[[nodiscard]] inline QByteArray exchange(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    QSignalSpy over(&socket, &QTcpSocket::disconnected);
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    // A spy wakes at once, which the polling of eventually() does not: tests ask a hundred times.
    if (over.isEmpty() && !over.wait(static_cast<int>(std::chrono::milliseconds(patience).count())))
        return {};
    return received + socket.readAll();
}

[[nodiscard]] inline Reply request(quint16 port, const QByteArray &method, const QByteArray &target)
{
    return parseReply(exchange(port, method + " " + target + " HTTP/1.1\r\nHost: demo\r\n\r\n"));
}

//! \brief The value of one series of an exposition, named as there: name{label="value",...}.
[[nodiscard]] inline std::optional<double> sample(const QByteArray &exposition, const QByteArray &series)
{
    const QList<QByteArray> lines = exposition.split('\n');
    const QByteArray start = series + ' ';
    for (const QByteArray &line : lines) {
        if (line.startsWith(start))
            return line.sliced(start.size()).toDouble();
    }
    return std::nullopt;
}

//! \brief A demo service of this process, with few or no visitors of its own.
class Demo final {
public:
    explicit Demo(demo::DemoService::Config config = {.clients = 0, .version = QStringLiteral("test")})
        : m_service(m_clock, std::move(config))
        , m_started(m_service.start().has_value())
    {
    }

    [[nodiscard]] bool started() const { return m_started; }
    [[nodiscard]] quint16 webSocketPort() const
    {
        return static_cast<quint16>(m_service.webSocketUrl().port());
    }
    [[nodiscard]] Reply get(const QByteArray &path) const { return request(httpPort(), "GET", path); }
    [[nodiscard]] Reply post(const QByteArray &path) const { return request(httpPort(), "POST", path); }
    [[nodiscard]] quint16 httpPort() const { return static_cast<quint16>(m_service.metricsUrl().port()); }
    //! \brief The value of a series now; 0 for one that is not there.
    [[nodiscard]] double metric(const QByteArray &series) const
    {
        return sample(get("/metrics").body, series).value_or(0);
    }
    [[nodiscard]] QUrl url(const QString &path) const
    {
        QUrl result = m_service.webSocketUrl();
        result.setPath(path);
        return result;
    }

private:
    SystemClock m_clock;
    demo::DemoService m_service;
    bool m_started;
};

} // namespace sockeye::test
