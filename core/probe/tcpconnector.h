// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/asioloop.h"
#include "core/probe/attemptfacts.h"
#include "core/probe/hostaddresses.h"
#include "core/probe/proberesult.h"

#include <asio/basic_waitable_timer.hpp>
#include <asio/ip/tcp.hpp>

namespace sockeye {

using TcpSocket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using LoopTimer = asio::basic_waitable_timer<std::chrono::steady_clock,
    asio::wait_traits<std::chrono::steady_clock>, asio::io_context::executor_type>;

//! \brief Finds the addresses of a host and connects to the first that takes part: the next is tried when
//! one failed or has not answered within 250 ms, and the first to connect ends the others (RFC 8305). Has no
//! time limit. For the sources that use Asio.
class TcpConnector final : public std::enable_shared_from_this<TcpConnector> {
public:
    //! \brief One of connected and failed comes, once; nothing after cancel().
    struct Listener {
        std::function<void()> resolved; //!< not for an address in digits
        std::function<void(TcpSocket socket)> connected;
        std::function<void(ProbeOutcome outcome, const QString &detail)> failed;
    };

    TcpConnector(std::shared_ptr<AsioLoop> loop, const Clock &clock, Listener listener);

    void start(const QString &host, quint16 port, const NameLookup &lookup);
    void cancel();

    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }
    [[nodiscard]] std::vector<AddressAttempt> attempts() const;

private:
    struct Attempt {
        QHostAddress address;
        TcpSocket socket;
        MonotonicTime started;
        AddressAttempt result;
        asio::error_code error{};
        bool isOver = false;
    };

    void lookUp(const QString &host, const NameLookup &lookup);
    void onAddresses(const Expected<std::vector<QHostAddress>, QString> &found);
    void tryNext();
    void onConnected(std::size_t index, const asio::error_code &error);
    void giveUp();

    std::shared_ptr<AsioLoop> m_loop;
    const Clock &m_clock;
    Listener m_listener;
    quint16 m_port = 0;
    QStringList m_addresses;
    std::vector<QHostAddress> m_waiting; //!< to be tried, the next one last
    std::vector<std::unique_ptr<Attempt>> m_attempts;
    LoopTimer m_stagger;
    bool m_isOver = false;
};

} // namespace sockeye
