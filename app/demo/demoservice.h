// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>

namespace sockeye::demo {

//! \brief Which of the two ports could not be opened.
struct DemoStartError {
    enum class Port { WebSocket, Metrics };

    Port port = Port::WebSocket;
    QString detail; //!< the system's words
};

//! \brief A well-instrumented WebSocket service with its own visitors and with faults on demand. Main
//! thread; the WebSocket side runs in a thread of its own, which ends with this object.
class DemoService final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoService)

public:
    struct Config {
        QHostAddress host = QHostAddress::LocalHost;
        quint16 port = 0; //!< 0 picks a free one
        quint16 metricsPort = 0;
        int clients = 200; //!< the own visitors; 0 for none
        std::uint64_t seed = 1;
        QString version{};
        std::chrono::milliseconds handshakeTimeout{5'000};
    };

    //! \brief \a clock must be thread-safe and outlive the service.
    DemoService(const Clock &clock, Config config, QObject *parent = nullptr);
    ~DemoService() override;

    //! \brief Opens both ports and lets the visitors in. Once.
    [[nodiscard]] Expected<void, DemoStartError> start();

    [[nodiscard]] QUrl webSocketUrl() const; //!< ws://host:port
    [[nodiscard]] QUrl metricsUrl() const; //!< http://host:port

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye::demo
