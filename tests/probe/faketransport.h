// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/websockettransport.h"

#include <QPointer>

#include <vector>

namespace sockeye::test {

//! \brief A transport that does what the test says and keeps what it was asked for.
class FakeTransport final : public WebSocketTransport {
public:
    void open(const ProbeTarget &, const ProbeAccess &access) override
    {
        usedAuthorization = access.authorization;
    }
    void ping(const QByteArray &payload) override { pings.push_back(payload); }
    void sendText(const QString &) override { }
    void close(int code, const QString &) override { closeCode = code; }
    void abort() override { aborted = true; }
    [[nodiscard]] WireBytes wireBytes() const override { return wire; }
    [[nodiscard]] bool isPathSilent() const override { return pathSilent; }

    QByteArray usedAuthorization;
    std::vector<QByteArray> pings;
    int closeCode = 0;
    bool aborted = false;
    WireBytes wire;
    bool pathSilent = false;
};

//! \brief Makes fake transports and remembers them, the latest last; null once a prober has let go of one.
struct FakeNetwork {
    std::vector<QPointer<FakeTransport>> made;

    [[nodiscard]] TransportFactory factory()
    {
        return [this](const ProbeModule &, const ProbeAccess &) {
            auto transport = std::make_unique<FakeTransport>();
            made.emplace_back(transport.get());
            return transport;
        };
    }
    [[nodiscard]] FakeTransport *latest() const { return made.back(); }
};

} // namespace sockeye::test
