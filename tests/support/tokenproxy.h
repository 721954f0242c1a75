// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QUrl>

namespace sockeye::test {

//! \brief A proxy on a free port of 127.0.0.1 that lets a request through to a server behind it when it
//! carries the bearer token, and answers 401 otherwise: Prometheus itself knows only user names and
//! passwords.
class TokenProxy final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenProxy)

public:
    TokenProxy(const QUrl &behind, QByteArray token, QObject *parent = nullptr);
    ~TokenProxy() override;

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int refusals() const { return m_refusals; }
    [[nodiscard]] int passes() const { return m_passes; }

private:
    void takeConnection();
    void takeRequests(QTcpSocket *client, QTcpSocket *server);

    QUrl m_behind;
    QByteArray m_token;
    QTcpServer m_listener;
    int m_refusals = 0;
    int m_passes = 0;
};

} // namespace sockeye::test
