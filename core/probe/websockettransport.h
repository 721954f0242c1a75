// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/probe/proberesult.h"
#include "core/probe/probetarget.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sockeye {

//! \brief One attempt at one connection: never reused. All signals come on the thread that it lives on, and
//! never from within a call. After failed() or closed() nothing follows.
class WebSocketTransport : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

public:
    ~WebSocketTransport() override;

    //! \brief Starts the attempt. \a authorization is the value of the header, or empty.
    virtual void open(const ProbeTarget &target, const QByteArray &authorization) = 0;
    //! \brief Sends a ping whose payload is at most 125 bytes.
    virtual void ping(const QByteArray &payload) = 0;
    virtual void sendText(const QString &message) = 0;
    //! \brief Starts the closing handshake.
    virtual void close(int code, const QString &reason) = 0;
    //! \brief Drops the connection at once; no signal follows.
    virtual void abort() = 0;

Q_SIGNALS:
    void resolved();
    void connected(); //!< TCP
    void encrypted(); //!< TLS
    void opened(); //!< the upgrade is done
    void failed(sockeye::ProbeOutcome outcome, int httpStatus, const QString &detail);
    void pongReceived(const QByteArray &payload);
    void messageReceived(qint64 bytes);
    void closing(); //!< a close frame was sent or received
    //! \a closeCode is 0 for a close frame whose code the engine does not tell.
    void closed(sockeye::ProbeOutcome outcome, int closeCode, const QString &reason, bool byPeer);

protected:
    explicit WebSocketTransport(QObject *parent = nullptr);
};

//! \brief Makes a fresh transport; called on the probe thread.
using TransportFactory = std::function<std::unique_ptr<WebSocketTransport>()>;

} // namespace sockeye
