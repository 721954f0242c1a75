// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/framereader.h"

#include <algorithm>

namespace sockeye {

FrameReader::FrameReader(const FrameLimits &limits, const std::optional<DeflateParameters> &deflate)
    : m_messages(limits, deflate)
{
}

void FrameReader::feed(std::span<const std::byte> bytes)
{
    m_input = bytes;
}

FrameEvent FrameReader::next()
{
    m_messages.release();
    FrameEvent event = m_hasFailed ? FrameEvent{} : readFrames();
    m_hasFailed = m_hasFailed || std::holds_alternative<FrameError>(event);
    return event;
}

FrameEvent FrameReader::readFrames()
{
    for (;;) {
        if (!m_frame) {
            if (const auto error = beginFrame())
                return *error;
            if (!m_frame)
                return NeedMoreBytes{};
        }
        FrameEvent event = isControl(m_frame->opcode) ? readControl() : readData();
        // The end of a fragment is no event.
        if (!isNeedMore(event) || m_frame)
            return event;
    }
}

// Leaves no frame when its header is not whole.
std::optional<FrameError> FrameReader::beginFrame()
{
    auto header = m_headers.take(m_input);
    if (!header) {
        if (m_isClosed)
            header.error().kind = FrameError::Kind::AfterClose;
        return header.error();
    }
    if (!*header)
        return std::nullopt;
    m_frame = **header;
    m_remaining = m_frame->length;
    m_controlSize = 0;
    if (m_isClosed)
        return error(FrameError::Kind::AfterClose);
    if (isControl(m_frame->opcode)) {
        if (m_frame->reservedBits != 0)
            return error(FrameError::Kind::ReservedBits);
        return std::nullopt;
    }
    if (const auto kind = m_messages.begin(*m_frame))
        return error(*kind);
    return std::nullopt;
}

std::span<const std::byte> FrameReader::takePayload()
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, m_input.size()));
    const std::span<const std::byte> payload = m_input.first(size);
    m_input = m_input.subspan(size);
    m_remaining -= size;
    m_headers.skipPayload(size);
    return payload;
}

FrameEvent FrameReader::readControl()
{
    const std::span<const std::byte> payload = takePayload();
    if (m_remaining == 0 && m_controlSize == 0)
        return finishControl(payload);
    std::ranges::copy(payload, m_control.begin() + static_cast<std::ptrdiff_t>(m_controlSize));
    m_controlSize += payload.size();
    if (m_remaining > 0)
        return NeedMoreBytes{};
    return finishControl(std::span(m_control).first(m_controlSize));
}

FrameEvent FrameReader::finishControl(std::span<const std::byte> payload)
{
    const Opcode opcode = m_frame->opcode;
    m_frame.reset();
    if (opcode == Opcode::Ping)
        return PingFrame{payload};
    if (opcode == Opcode::Pong)
        return PongFrame{payload};
    m_isClosed = true;
    return readClosePayload(payload);
}

FrameEvent FrameReader::readData()
{
    const std::span<const std::byte> payload = takePayload();
    if (const auto kind = m_messages.append(payload, m_remaining))
        return error(*kind);
    if (m_remaining > 0)
        return NeedMoreBytes{};
    auto message = m_messages.finishFrame();
    if (!message)
        return error(message.error());
    m_frame.reset();
    if (!*message)
        return NeedMoreBytes{};
    return **message;
}

bool FrameReader::isMidMessage() const
{
    return m_frame || m_headers.isMidHeader() || m_messages.isMidMessage();
}

FrameError FrameReader::error(FrameError::Kind kind) const
{
    const bool isAboutMessage = kind == FrameError::Kind::InvalidUtf8
        || kind == FrameError::Kind::MessageTooBig || kind == FrameError::Kind::BadCompression;
    return {.kind = kind,
        .frameOffset = m_frame->offset,
        .length = m_frame->length,
        .messageOffset = isAboutMessage ? m_messages.goodBytes() : 0,
        .opcode = static_cast<std::uint8_t>(m_frame->opcode),
        .reservedBits = m_frame->reservedBits};
}

} // namespace sockeye
