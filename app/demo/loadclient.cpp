// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/loadclient.h"

#include <QNetworkProxy>
#include <QWebSocket>

namespace sockeye::demo {

LoadClient::LoadClient(QUrl url, QObject *parent)
    : QObject(parent)
    , m_url(std::move(url))
{
}

LoadClient::~LoadClient() = default;

void LoadClient::come()
{
    if (m_state != State::Away)
        return;
    m_state = State::Connecting;
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_state = State::Online;
        Q_EMIT arrived();
    });
    connect(m_socket, &QWebSocket::disconnected, this, &LoadClient::discard);
    connect(
        m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &LoadClient::discard);
    m_socket->open(m_url);
}

void LoadClient::leave(int code)
{
    if (m_state == State::Online)
        m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code));
}

void LoadClient::vanish()
{
    if (m_state != State::Away)
        discard();
}

void LoadClient::say(const QString &text)
{
    if (m_state == State::Online)
        m_socket->sendTextMessage(text);
}

void LoadClient::discard()
{
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    disconnect(socket, nullptr, this, nullptr);
    // QWebSocket keeps the inner socket of a failed attempt open unless it is told to give up.
    socket->abort();
    socket->deleteLater();
    m_state = State::Away;
    Q_EMIT gone();
}

} // namespace sockeye::demo
