// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/http/faultyserver.h"

#include <QTcpSocket>

namespace sockeye::test {

using namespace Qt::StringLiterals;

QByteArray WireRequest::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

FaultyServer::FaultyServer(Handler handler, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(*socket); });
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on the loopback");
}

QUrl FaultyServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path));
}

FaultyServer::Handler FaultyServer::answer(
    const QByteArray &statusLine, const QByteArray &headers, const QByteArray &body)
{
    return [=](const WireRequest &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 " + statusLine + "\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    };
}

void FaultyServer::onReadyRead(QTcpSocket &socket)
{
    const QByteArray seen = socket.peek(socket.bytesAvailable());
    const qsizetype headEnd = seen.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    WireRequest request;
    request.head = seen.left(headEnd);
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (seen.size() < headEnd + 4 + length)
        return;
    socket.skip(headEnd + 4 + length);
    request.body = seen.mid(headEnd + 4, length);
    const QList<QByteArray> line = request.head.left(request.head.indexOf('\r')).split(' ');
    request.method = line.value(0);
    request.target = line.value(1);
    m_requests.push_back(request);
    m_handler(request, socket);
}

} // namespace sockeye::test
