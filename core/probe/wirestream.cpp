// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/wirestream.h"

#include <asio/buffer.hpp>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace sockeye {

namespace {

constexpr std::size_t bufferSize = 65'536;
constexpr int readsInARow = 16; //!< then the other connections have their turn
constexpr std::size_t backlog = 65'536; //!< unsent bytes with which nothing more is read

//! Takes a buffer from its place for a while: who reads in a nested loop finds none and makes another.
class Borrowed final {
public:
    explicit Borrowed(std::vector<std::byte> &place)
        : m_place(place)
        , m_buffer(std::exchange(place, {}))
    {
    }
    ~Borrowed() { m_place = std::move(m_buffer); }
    Q_DISABLE_COPY_MOVE(Borrowed)

    [[nodiscard]] std::vector<std::byte> &operator*() { return m_buffer; }

private:
    std::vector<std::byte> &m_place;
    std::vector<std::byte> m_buffer;
};

void setOption(TcpSocket &socket, int name, int value)
{
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, name, &value, sizeof value);
}

std::optional<tcp_info> tcpInfo(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return std::nullopt;
    return info;
}

WireEnd::Kind kindOf(const asio::error_code &error)
{
    if (error == asio::error::eof)
        return WireEnd::Kind::Finished;
    if (error == asio::error::timed_out || error == asio::error::host_unreachable
        || error == asio::error::network_unreachable || error == asio::error::network_down)
        return WireEnd::Kind::PathDead;
    return WireEnd::Kind::Reset;
}

} // namespace

WireStream::WireStream(Surroundings surroundings, TcpSocket socket, std::unique_ptr<TlsSession> tls,
    std::chrono::milliseconds patience)
    : m_with(std::move(surroundings))
    , m_socket(std::move(socket))
    , m_tls(std::move(tls))
{
    m_socket.non_blocking(true);
    setOption(m_socket, TCP_NODELAY, 1);
    setOption(m_socket, TCP_USER_TIMEOUT, static_cast<int>(patience.count()));
}

void WireStream::start(Listener listener)
{
    m_listener = std::move(listener);
    if (m_tls) {
        m_tls->start();
        flush();
    }
    awaitBytes();
}

void WireStream::awaitBytes()
{
    if (m_isOver || m_isReading || m_out.size() > backlog)
        return;
    m_isReading = true;
    m_socket.async_wait(TcpSocket::wait_read, [weak = weak_from_this()](const asio::error_code &error) {
        const auto self = weak.lock();
        if (!self || self->m_isOver || error == asio::error::operation_aborted)
            return;
        self->m_isReading = false;
        self->read();
    });
}

void WireStream::read()
{
    Borrowed buffer(m_with.buffers->wire);
    (*buffer).resize(bufferSize);
    for (int i = 0; i < readsInARow && readOnce(*buffer); ++i) { }
    awaitBytes();
}

// False when there is no more to read now.
bool WireStream::readOnce(std::span<std::byte> buffer)
{
    asio::error_code error;
    const std::size_t size = m_socket.read_some(asio::buffer(buffer.data(), buffer.size()), error);
    const MonotonicTime received = m_with.clock.monotonic();
    if (error == asio::error::would_block || error == asio::error::interrupted)
        return false;
    if (error) {
        const bool isPlainEnd = error == asio::error::eof;
        end({kindOf(error), {}, isPlainEnd ? QString() : QString::fromStdString(error.message())});
        return false;
    }
    m_bytes.received += size;
    take(buffer.first(size), received);
    return !m_isOver && size == buffer.size();
}

void WireStream::take(std::span<const std::byte> bytes, MonotonicTime received)
{
    if (m_tls)
        takeEncrypted(bytes, received);
    else
        m_listener.received(bytes, received);
}

void WireStream::takeEncrypted(std::span<const std::byte> bytes, MonotonicTime received)
{
    Borrowed plain(m_with.buffers->plain);
    (*plain).clear();
    const bool wasEstablished = m_tls->isEstablished();
    const auto done = m_tls->receive(bytes, *plain);
    flush();
    if (!m_isOver && !wasEstablished && m_tls->isEstablished())
        m_listener.encrypted();
    if (!m_isOver && !(*plain).empty())
        m_listener.received(*plain, received);
    if (!m_isOver && !done)
        end({WireEnd::Kind::TlsFailed, done.error(), {}});
    else if (!m_isOver && m_tls->isClosedByPeer())
        end({});
}

void WireStream::send(std::span<const std::byte> bytes)
{
    if (m_isOver)
        return;
    if (m_tls)
        m_tls->send(bytes);
    else
        m_out.insert(m_out.end(), bytes.begin(), bytes.end());
    flush();
}

void WireStream::flush()
{
    if (m_tls)
        m_tls->takeOutput(m_out);
    if (!m_isWriting)
        write();
}

// An error is not told here: the next read meets it too, and tells with it how the peer ended.
void WireStream::write()
{
    asio::error_code error;
    std::size_t written = 0;
    while (!error && written < m_out.size())
        written += m_socket.write_some(asio::buffer(m_out.data() + written, m_out.size() - written), error);
    m_bytes.sent += written;
    if (written == m_out.size() || error != asio::error::would_block) {
        m_out = {};
        return;
    }
    m_out.erase(m_out.begin(), m_out.begin() + static_cast<std::ptrdiff_t>(written));
    m_isWriting = true;
    m_socket.async_wait(TcpSocket::wait_write, [weak = weak_from_this()](const asio::error_code &failure) {
        const auto self = weak.lock();
        if (!self || self->m_isOver || failure == asio::error::operation_aborted)
            return;
        self->m_isWriting = false;
        self->write();
        self->awaitBytes();
    });
}

void WireStream::end(const WireEnd &end)
{
    const auto ended = std::exchange(m_listener, {}).ended;
    abort();
    ended(end);
}

void WireStream::close()
{
    if (m_isOver)
        return;
    if (m_tls && m_tls->isEstablished())
        m_tls->shutDown();
    flush();
    asio::error_code ignored; // the peer may have been faster
    m_socket.shutdown(TcpSocket::shutdown_send, ignored);
    abort();
}

void WireStream::abort()
{
    m_isOver = true;
    asio::error_code ignored;
    m_socket.close(ignored);
}

std::optional<std::chrono::nanoseconds> WireStream::roundTrip()
{
    const auto info = m_isOver ? std::nullopt : tcpInfo(m_socket.native_handle());
    if (!info)
        return std::nullopt;
    return std::chrono::microseconds{info->tcpi_rtt};
}

bool WireStream::isPathSilent()
{
    const auto info = m_isOver ? std::nullopt : tcpInfo(m_socket.native_handle());
    return info && info->tcpi_unacked > 0 && info->tcpi_backoff > 0;
}

} // namespace sockeye
