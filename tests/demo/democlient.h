// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/demo/demoharness.h"

#include <QNetworkProxy>
#include <QStringList>
#include <QWebSocket>

namespace sockeye::test {

//! \brief A client that notes what happens to it.
class Client final {
public:
    explicit Client(const QUrl &url)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket, [this] { m_opened = true; });
        QObject::connect(&m_socket, &QWebSocket::disconnected, &m_socket, [this] { m_ended = true; });
        QObject::connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &m_socket,
            [this] { m_failed = true; });
        QObject::connect(&m_socket, &QWebSocket::aboutToClose, &m_socket, [this] { m_closeFrame = true; });
        QObject::connect(&m_socket, &QWebSocket::pong, &m_socket, [this] { ++m_pongs; });
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
            [this](const QString &text) { m_texts << text; });
        QObject::connect(&m_socket, &QWebSocket::binaryMessageReceived, &m_socket,
            [this](const QByteArray &bytes) { m_binaries << bytes; });
        m_socket.open(url);
    }

    ~Client()
    {
        QObject::disconnect(&m_socket, nullptr, &m_socket, nullptr);
        m_socket.abort();
    }
    Q_DISABLE_COPY_MOVE(Client)

    [[nodiscard]] bool opens()
    {
        return eventually([this] { return m_opened || m_failed; }) && m_opened;
    }
    [[nodiscard]] bool ends()
    {
        return eventually([this] { return m_ended || m_failed; });
    }
    [[nodiscard]] bool receives(int texts)
    {
        return eventually([&] { return m_texts.size() >= texts; });
    }

    QWebSocket &socket() { return m_socket; }
    [[nodiscard]] bool isOpen() const { return m_opened && !m_ended && !m_failed; }
    //! \brief Whether the server said goodbye.
    [[nodiscard]] bool sawCloseFrame() const { return m_closeFrame; }
    [[nodiscard]] int pongs() const { return m_pongs; }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }
    [[nodiscard]] const QList<QByteArray> &binaries() const { return m_binaries; }

private:
    QWebSocket m_socket;
    bool m_opened = false;
    bool m_ended = false;
    bool m_failed = false;
    bool m_closeFrame = false;
    int m_pongs = 0;
    QStringList m_texts;
    QList<QByteArray> m_binaries;
};

} // namespace sockeye::test
