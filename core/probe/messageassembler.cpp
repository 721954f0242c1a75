// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/messageassembler.h"

namespace sockeye {

namespace {

constexpr std::uint8_t compressedBit = 4;
// What a quiet connection may keep for its next message.
constexpr std::size_t keptBuffer = 1024;

} // namespace

MessageAssembler::MessageAssembler(const FrameLimits &limits, const std::optional<DeflateParameters> &deflate)
    : m_limits(limits)
{
    if (deflate)
        m_inflater.emplace(*deflate);
}

std::optional<FrameError::Kind> MessageAssembler::begin(const FrameHeader &header)
{
    const bool continues = header.opcode == Opcode::Continuation;
    const std::uint8_t allowed = m_inflater && !continues ? compressedBit : 0;
    if ((header.reservedBits & ~allowed) != 0)
        return FrameError::Kind::ReservedBits;
    if (continues != m_isOpen)
        return continues ? FrameError::Kind::ContinuationWithoutStart : FrameError::Kind::MessageInterrupted;
    if (!continues) {
        m_utf8.reset();
        m_message = {.kind = header.opcode == Opcode::Text ? MessageKind::Text : MessageKind::Binary,
            .payload = {},
            .wireBytes = 0,
            .frames = 0,
            .isCompressed = header.reservedBits != 0};
    }
    // What is packed is counted as it unpacks.
    if (!m_message.isCompressed && header.length > m_limits.maximumMessage - m_buffer.size())
        return FrameError::Kind::MessageTooBig;
    m_isOpen = true;
    m_isLastFrame = header.isFinal;
    ++m_message.frames;
    m_message.wireBytes += header.length;
    return std::nullopt;
}

std::optional<FrameError::Kind> MessageAssembler::append(
    std::span<const std::byte> bytes, std::uint64_t remaining)
{
    if (m_message.isCompressed)
        return unpack(bytes, false);
    if (const auto error = checkText(bytes))
        return error;
    if (m_buffer.empty() && m_isLastFrame && remaining == 0) {
        m_message.payload = bytes;
        return std::nullopt;
    }
    m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
    m_message.payload = m_buffer;
    return std::nullopt;
}

std::optional<FrameError::Kind> MessageAssembler::unpack(std::span<const std::byte> bytes, bool isEnd)
{
    const std::size_t before = m_buffer.size();
    const auto result = isEnd ? m_inflater->finish(m_buffer, m_limits.maximumMessage)
                              : m_inflater->append(bytes, m_buffer, m_limits.maximumMessage);
    m_message.payload = m_buffer;
    // Whatever came out before an error is looked at first, as it would be if it had come earlier.
    if (const auto error = checkText(std::span(m_buffer).subspan(before)))
        return error;
    switch (result) {
    case MessageInflater::Result::Done:
        return std::nullopt;
    case MessageInflater::Result::Corrupt:
        return FrameError::Kind::BadCompression;
    case MessageInflater::Result::TooBig:
        break;
    }
    return FrameError::Kind::MessageTooBig;
}

std::optional<FrameError::Kind> MessageAssembler::checkText(std::span<const std::byte> bytes)
{
    if (m_message.kind == MessageKind::Text && !m_utf8.append(bytes))
        return FrameError::Kind::InvalidUtf8;
    return std::nullopt;
}

Expected<std::optional<DataMessage>, FrameError::Kind> MessageAssembler::finishFrame()
{
    if (!m_isLastFrame)
        return std::nullopt;
    if (m_message.isCompressed) {
        if (const auto error = unpack({}, true))
            return unexpected(*error);
    }
    if (m_message.kind == MessageKind::Text && !m_utf8.isComplete())
        return unexpected(FrameError::Kind::InvalidUtf8);
    m_isOpen = false;
    return m_message;
}

void MessageAssembler::release()
{
    if (m_isOpen)
        return;
    m_buffer.clear();
    if (m_buffer.capacity() > keptBuffer)
        m_buffer.shrink_to_fit();
}

std::uint64_t MessageAssembler::goodBytes() const
{
    return m_message.kind == MessageKind::Text ? m_utf8.goodBytes() : m_buffer.size();
}

} // namespace sockeye
