// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/tcpconnector.h"
#include "core/probe/tlssession.h"
#include "core/probe/websockettransport.h"

namespace sockeye {

//! \brief How the bytes ended.
struct WireEnd {
    enum class Kind {
        Finished, //!< by FIN, or by TLS' own close
        Reset, //!< by RST
        PathDead, //!< the network gave up
        TlsFailed
    };

    Kind kind = Kind::Finished;
    TlsError tls{}; //!< with TlsFailed
    QString detail{}; //!< the operating system's words
};

//! \brief The bytes of one connection, over TLS if wanted. Reads through buffers that all streams of a thread
//! share, so that a quiet connection holds none. For the sources that use Asio.
class WireStream final : public std::enable_shared_from_this<WireStream> {
public:
    //! \brief What streams of one thread lend each other.
    struct Buffers {
        std::vector<std::byte> wire;
        std::vector<std::byte> plain;
    };
    //! \brief Nothing comes after ended(), close() or abort().
    struct Listener {
        std::function<void()> encrypted;
        std::function<void(std::span<const std::byte> bytes, MonotonicTime received)> received;
        std::function<void(const WireEnd &end)> ended;
    };
    struct Surroundings {
        std::shared_ptr<AsioLoop> loop;
        const Clock &clock;
        std::shared_ptr<Buffers> buffers;
    };

    //! \a tls is null for a plain connection. \a patience is how long sent bytes may stay unacknowledged.
    WireStream(Surroundings surroundings, TcpSocket socket, std::unique_ptr<TlsSession> tls,
        std::chrono::milliseconds patience);

    void start(Listener listener);
    //! \brief Writes at once what the system takes, and the rest when it takes more.
    void send(std::span<const std::byte> bytes);
    //! \brief Sends what waits, says goodbye, and closes, without waiting for the peer.
    void close();
    void abort();

    [[nodiscard]] WireBytes bytes() const { return m_bytes; }
    [[nodiscard]] const TlsSession *tls() const { return m_tls.get(); }
    //! \brief The kernel's smoothed round trip of TCP.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> roundTrip();
    //! \brief Whether sent bytes are unacknowledged although they were sent again.
    [[nodiscard]] bool isPathSilent();

private:
    void awaitBytes();
    void read();
    [[nodiscard]] bool readOnce(std::span<std::byte> buffer);
    void take(std::span<const std::byte> bytes, MonotonicTime received);
    void takeEncrypted(std::span<const std::byte> bytes, MonotonicTime received);
    void flush();
    void write();
    void end(const WireEnd &end);

    Surroundings m_with;
    TcpSocket m_socket;
    std::unique_ptr<TlsSession> m_tls;
    Listener m_listener;
    std::vector<std::byte> m_out; //!< that the system did not take yet
    WireBytes m_bytes;
    bool m_isReading = false; //!< a wait for bytes is under way
    bool m_isWriting = false; //!< a wait for room is under way
    bool m_isOver = false;
};

} // namespace sockeye
