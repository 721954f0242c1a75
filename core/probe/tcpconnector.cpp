// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/tcpconnector.h"

#include <algorithm>
#include <array>
#include <asio/post.hpp>
#include <thread>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

constexpr auto stagger = 250ms; //!< RFC 8305 section 5

asio::ip::tcp::endpoint endpoint(const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return {asio::ip::address_v4(address.toIPv4Address()), port};
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    asio::ip::address_v6::bytes_type copy{};
    std::ranges::copy(bytes.c, copy.begin());
    return {asio::ip::address_v6(copy, address.scopeId().toUInt()), port};
}

ProbeOutcome outcomeOf(const asio::error_code &error)
{
    if (error == asio::error::connection_refused)
        return ProbeOutcome::ConnectRefused;
    if (error == asio::error::timed_out)
        return ProbeOutcome::ConnectTimeout;
    if (error == asio::error::network_unreachable || error == asio::error::host_unreachable)
        return ProbeOutcome::NetworkUnreachable;
    return ProbeOutcome::ConnectFailed;
}

//! An answer tells more than none, and a way that is missing for one family tells nothing.
int weight(ProbeOutcome outcome)
{
    static constexpr std::array byWeight{ProbeOutcome::NetworkUnreachable, ProbeOutcome::ConnectFailed,
        ProbeOutcome::ConnectTimeout, ProbeOutcome::ConnectRefused};
    return static_cast<int>(std::ranges::find(byWeight, outcome) - byWeight.begin());
}

} // namespace

TcpConnector::TcpConnector(std::shared_ptr<AsioLoop> loop, const Clock &clock, Listener listener)
    : m_loop(std::move(loop))
    , m_clock(clock)
    , m_listener(std::move(listener))
    , m_stagger(m_loop->context)
{
}

void TcpConnector::start(const QString &host, quint16 port, const NameLookup &lookup)
{
    m_port = port;
    if (const QHostAddress literal(host); !literal.isNull())
        onAddresses(std::vector{literal});
    else
        lookUp(host, lookup);
}

// A thread for each lookup, which nobody waits for: getaddrinfo() cannot be called off, and one slow name
// must hold up neither the others nor the end of the program.
void TcpConnector::lookUp(const QString &host, const NameLookup &lookup)
{
    const auto work = [weak = weak_from_this(), loop = m_loop, name = host.toLatin1(), lookup] {
        asio::post(loop->context, [weak, found = lookup(name)] {
            const auto self = weak.lock();
            if (!self || self->m_isOver)
                return;
            if (found)
                self->m_listener.resolved();
            if (!self->m_isOver)
                self->onAddresses(found);
        });
    };
    std::thread(work).detach();
}

void TcpConnector::onAddresses(const Expected<std::vector<QHostAddress>, QString> &found)
{
    if (!found || found->empty()) {
        m_isOver = true;
        m_listener.failed(ProbeOutcome::ResolveFailed, found ? QString() : found.error());
        return;
    }
    for (const QHostAddress &address : *found)
        m_addresses.append(address.toString());
    m_waiting = interleaved(*found);
    std::ranges::reverse(m_waiting);
    tryNext();
}

void TcpConnector::tryNext()
{
    if (m_waiting.empty())
        return;
    const QHostAddress address = m_waiting.back();
    m_waiting.pop_back();
    m_attempts.push_back(std::make_unique<Attempt>(
        Attempt{address, TcpSocket(m_loop->context), m_clock.monotonic(), {address.toString(), {}, {}}}));
    m_attempts.back()->socket.async_connect(endpoint(address, m_port),
        [weak = weak_from_this(), index = m_attempts.size() - 1](const asio::error_code &error) {
            if (const auto self = weak.lock(); self && !self->m_isOver)
                self->onConnected(index, error);
        });
    if (m_waiting.empty())
        return;
    m_stagger.expires_after(stagger);
    m_stagger.async_wait([weak = weak_from_this()](const asio::error_code &error) {
        if (const auto self = weak.lock(); self && !error && !self->m_isOver)
            self->tryNext();
    });
}

void TcpConnector::onConnected(std::size_t index, const asio::error_code &error)
{
    Attempt &attempt = *m_attempts[index];
    attempt.result.duration = m_clock.monotonic() - attempt.started;
    attempt.isOver = true;
    if (!error) {
        TcpSocket socket = std::move(attempt.socket);
        cancel();
        m_listener.connected(std::move(socket));
        return;
    }
    attempt.error = error;
    attempt.result.error = QString::fromStdString(error.message());
    attempt.socket.close();
    if (!m_waiting.empty()) {
        m_stagger.cancel();
        tryNext();
    } else if (std::ranges::all_of(m_attempts, [](const auto &one) { return one->isOver; })) {
        giveUp();
    }
}

void TcpConnector::giveUp()
{
    m_isOver = true;
    const auto &worst = *std::ranges::max_element(m_attempts, {},
        [](const std::unique_ptr<Attempt> &attempt) { return weight(outcomeOf(attempt->error)); });
    m_listener.failed(outcomeOf(worst->error), worst->result.error);
}

void TcpConnector::cancel()
{
    m_isOver = true;
    m_stagger.cancel();
    asio::error_code ignored; // closing is all that is left to do
    for (const auto &attempt : m_attempts)
        attempt->socket.close(ignored);
}

std::vector<AddressAttempt> TcpConnector::attempts() const
{
    std::vector<AddressAttempt> results;
    std::ranges::transform(
        m_attempts, std::back_inserter(results), [](const auto &attempt) { return attempt->result; });
    return results;
}

} // namespace sockeye
