// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/probe/probeaccess.h"
#include "core/probe/probetarget.h"

#include <QObject>

#include <functional>
#include <memory>

namespace sockeye {

//! \brief What came back for a ping.
struct Pong {
    QByteArray payload;
    std::optional<MonotonicTime> received; //!< right after it was read; nothing when the engine does not tell
    std::optional<std::chrono::nanoseconds> pathRtt; //!< the kernel's, of TCP

    friend bool operator==(const Pong &, const Pong &) = default;
};

//! \brief Bytes over TCP since the connection was opened.
struct WireBytes {
    quint64 received = 0;
    quint64 sent = 0;
};

//! \brief One attempt at one connection: never reused. All signals come on the thread that it lives on, and
//! never from within a call. After failed() or closed() nothing follows.
class WebSocketTransport : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketTransport)

public:
    ~WebSocketTransport() override;

    //! \brief Starts the attempt with \a access, in which there is no problem.
    virtual void open(const ProbeTarget &target, const ProbeAccess &access) = 0;
    //! \brief Sends a ping whose payload is at most 125 bytes.
    virtual void ping(const QByteArray &payload) = 0;
    virtual void sendText(const QString &message) = 0;
    //! \brief Starts the closing handshake.
    virtual void close(int code, const QString &reason) = 0;
    //! \brief Drops the connection at once; no signal follows.
    virtual void abort() = 0;

    //! \brief What is known of the attempt by now; null when the engine does not tell.
    [[nodiscard]] virtual std::shared_ptr<const AttemptFacts> facts() const { return {}; }
    [[nodiscard]] virtual WireBytes wireBytes() const { return {}; }
    //! \brief Whether bytes of ours wait for the peer's system to acknowledge them, though they were sent
    //! again: then the path is dead, and the service may be well.
    [[nodiscard]] virtual bool isPathSilent() const { return false; }
    //! \brief How the peer broke the protocol, if it did and the engine tells.
    [[nodiscard]] virtual std::optional<FrameError> frameError() const { return {}; }

Q_SIGNALS:
    void resolved();
    void connected(); //!< TCP
    void encrypted(); //!< TLS
    void opened(); //!< the upgrade is done
    void failed(sockeye::ProbeOutcome outcome, int httpStatus, const QString &detail);
    void pongReceived(const sockeye::Pong &pong);
    void messageReceived(qint64 bytes);
    void closing(); //!< a close frame was sent or received
    //! \a closeCode is as it was on the wire, 1005 for a close frame without one, 1006 when there was no
    //! close frame, and 0 for one whose code the engine does not tell.
    void closed(sockeye::ProbeOutcome outcome, int closeCode, const QString &reason, bool byPeer);

protected:
    explicit WebSocketTransport(QObject *parent = nullptr);
};

//! \brief Makes a fresh transport for a target that is probed so; called on the probe thread.
using TransportFactory =
    std::function<std::unique_ptr<WebSocketTransport>(const ProbeModule &module, const ProbeAccess &access)>;

} // namespace sockeye
