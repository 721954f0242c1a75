// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/singleinstance.h"

#include <QLocalSocket>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int answerTimeout = 2'000;

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QString &workspace, QObject *parent)
    : QObject(parent)
    , m_socket(QString(folder % u"/sockeye-"_s % workspace % u".socket"_s))
    , m_lock(QString(folder % u"/sockeye-"_s % workspace % u".lock"_s))
{
    // The lock holds as long as its process lives, however long that is.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::readToken);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::acquire()
{
    if (!m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError) {
        tellOther();
        return false;
    }
    // A folder that takes no lock says nothing about others: better two windows than none.
    // A socket file without its process is left by a crash; the lock says that nobody listens.
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
    return true;
}

void SingleInstance::tellOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(answerTimeout))
        return;
    socket.write(qgetenv("XDG_ACTIVATION_TOKEN") + '\n');
    socket.waitForBytesWritten(answerTimeout);
}

void SingleInstance::readToken()
{
    QLocalSocket *socket = m_server.nextPendingConnection();
    if (!socket)
        return;
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto read = [this, socket] {
        if (socket->canReadLine())
            Q_EMIT activationRequested(QString::fromUtf8(socket->readLine()).trimmed());
    };
    connect(socket, &QLocalSocket::readyRead, this, read);
    read();
}

} // namespace sockeye
