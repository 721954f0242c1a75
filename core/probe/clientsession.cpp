// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/clientsession.h"

#include "core/base/random.h"

#include <QtGlobal>

#include <algorithm>

namespace sockeye {

namespace {

// A peer that floods us with pings and reads nothing makes no more than this wait to be sent.
constexpr std::size_t pongBacklog = std::size_t{16} << 10U;
// What a quiet connection may keep for what it sends next.
constexpr std::size_t keptBuffer = 1024;

std::size_t fittingReason(std::string_view reason)
{
    if (reason.size() <= maximumCloseReason)
        return reason.size();
    std::size_t size = maximumCloseReason;
    while (size > 0 && (static_cast<unsigned char>(reason[size]) & 0xC0U) == 0x80U)
        --size;
    return size;
}

} // namespace

ClientSession::ClientSession(const Options &options, RandomSource &random)
    : m_reader(options.limits, options.deflate)
    , m_random(random)
{
    if (options.deflate)
        m_deflater.emplace(*options.deflate);
}

FrameEvent ClientSession::next()
{
    FrameEvent event = m_reader.next();
    if (const auto *ping = std::get_if<PingFrame>(&event))
        answerPing(ping->payload);
    else if (const auto *close = std::get_if<CloseFrame>(&event))
        answerClose(*close);
    else if (const auto *error = std::get_if<FrameError>(&event))
        answerError(*error);
    return event;
}

void ClientSession::ping(std::span<const std::byte> payload)
{
    Q_ASSERT(payload.size() <= maximumControlPayload);
    if (m_state == State::Open)
        appendControl(Opcode::Ping, payload);
}

void ClientSession::send(MessageKind kind, std::span<const std::byte> payload)
{
    if (m_state != State::Open)
        return;
    const bool compress = m_deflater && m_deflater->canCompress();
    appendFrame(m_out,
        {.opcode = kind == MessageKind::Text ? Opcode::Text : Opcode::Binary,
            .isFinal = true,
            .isCompressed = compress,
            .payload = compress ? m_deflater->compress(payload) : payload},
        randomMaskKey(m_random));
}

void ClientSession::close(std::optional<std::uint16_t> code, std::string_view reason)
{
    if (m_state != State::Open)
        return;
    appendClose(code, reason);
    m_state = State::Closing;
}

void ClientSession::takeOutput(std::vector<std::byte> &buffer)
{
    if (m_hasLatePong) {
        m_hasLatePong = false;
        if (m_state == State::Open)
            appendControl(Opcode::Pong, std::span(m_latePong).first(m_latePongSize));
    }
    buffer.clear();
    if (buffer.capacity() > keptBuffer)
        buffer.shrink_to_fit();
    m_out.swap(buffer);
}

// Of the pings that a slow line lets pile up, only the last needs its pong (RFC 6455 section 5.5.3).
void ClientSession::answerPing(std::span<const std::byte> payload)
{
    if (m_state != State::Open)
        return;
    if (m_out.size() < pongBacklog) {
        appendControl(Opcode::Pong, payload);
        return;
    }
    std::ranges::copy(payload, m_latePong.begin());
    m_latePongSize = payload.size();
    m_hasLatePong = true;
}

void ClientSession::answerClose(const CloseFrame &frame)
{
    m_close.received = true;
    m_close.byPeer = !m_close.sent;
    m_close.code = frame.code;
    m_close.reason = frame.reason;
    m_close.fault = frame.fault;
    if (!m_close.sent) {
        switch (frame.fault) {
        case CloseFault::None:
            appendClose(frame.code, {});
            break;
        case CloseFault::ReasonNotUtf8:
            appendClose(closeCodeFor(FrameError::Kind::InvalidUtf8), {});
            break;
        case CloseFault::OneByte:
        case CloseFault::OutOfRange:
        case CloseFault::NeverSent:
        case CloseFault::Reserved:
            appendClose(closeCodeFor(FrameError::Kind::ReservedOpcode), {});
            break;
        }
    }
    m_state = State::Closed;
}

void ClientSession::answerError(const FrameError &error)
{
    if (!m_close.sent)
        appendClose(closeCodeFor(error.kind), {});
    // What comes behind the close frame is worth telling, and undoes nothing.
    if (m_state != State::Closed)
        m_state = State::Failed;
}

void ClientSession::appendClose(std::optional<std::uint16_t> code, std::string_view reason)
{
    std::array<std::byte, maximumControlPayload> payload{};
    std::size_t size = 0;
    if (code) {
        payload[0] = static_cast<std::byte>(*code >> 8U);
        payload[1] = static_cast<std::byte>(*code & 0xFFU);
        const auto text = std::as_bytes(std::span(reason.data(), fittingReason(reason)));
        std::ranges::copy(text, payload.begin() + 2);
        size = 2 + text.size();
    }
    appendControl(Opcode::Close, std::span(payload).first(size));
    m_close.sent = true;
}

void ClientSession::appendControl(Opcode opcode, std::span<const std::byte> payload)
{
    appendFrame(m_out, {.opcode = opcode, .isFinal = true, .isCompressed = false, .payload = payload},
        randomMaskKey(m_random));
}

} // namespace sockeye
