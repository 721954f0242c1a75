// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/session.h"

#include "app/demo/closereason.h"

#include <QWebSocket>

#include <algorithm>

namespace sockeye::demo {

qint64 payloadSize(const Message &message)
{
    if (const auto *text = std::get_if<QString>(&message))
        return text->toUtf8().size();
    return std::get<QByteArray>(message).size();
}

Session::Session(QWebSocket *socket, Route route, MonotonicTime openedAt, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_route(std::move(route))
    , m_openedAt(openedAt)
{
    m_socket->setParent(this);
    connect(m_socket, &QWebSocket::textMessageReceived, this,
        [this](const QString &text) { Q_EMIT received(text); });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
        [this](const QByteArray &bytes) { Q_EMIT received(bytes); });
    // Emitted when a close frame is sent, which also answers one that came; a lost connection skips it.
    connect(m_socket, &QWebSocket::aboutToClose, this, [this] { m_closeFrameSeen = true; });
    connect(m_socket, &QWebSocket::disconnected, this, &Session::finish);
}

Session::~Session() = default;

qint64 Session::backlog() const
{
    return m_socket->bytesToWrite();
}

MonotonicTime Session::promise(MonotonicTime ready)
{
    m_lastPromise = std::max(m_lastPromise, ready);
    return m_lastPromise;
}

void Session::send(const Message &message)
{
    if (const auto *text = std::get_if<QString>(&message))
        m_socket->sendTextMessage(*text);
    else
        m_socket->sendBinaryMessage(std::get<QByteArray>(message));
}

void Session::close(int code)
{
    if (m_ownCode == 0)
        m_ownCode = code;
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code));
}

void Session::drop()
{
    if (m_ownCode == 0)
        m_ownCode = abnormalClosure;
    m_socket->abort();
}

void Session::finish()
{
    disconnect(m_socket, nullptr, this, nullptr);
    if (m_ownCode != 0)
        Q_EMIT ended(m_ownCode);
    else
        Q_EMIT ended(m_closeFrameSeen ? static_cast<int>(m_socket->closeCode()) : abnormalClosure);
}

} // namespace sockeye::demo
