// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/frameheader.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr unsigned finalBit = 0x80U;
constexpr unsigned maskBit = 0x80U;
constexpr unsigned twoByteLength = 126;
constexpr unsigned eightByteLength = 127;

std::size_t headerSize(unsigned shortLength)
{
    return shortLength == eightByteLength ? 10 : shortLength == twoByteLength ? 4 : 2;
}

std::optional<Opcode> knownOpcode(unsigned number)
{
    const auto opcode = static_cast<Opcode>(number);
    switch (opcode) {
    case Opcode::Continuation:
    case Opcode::Text:
    case Opcode::Binary:
    case Opcode::Close:
    case Opcode::Ping:
    case Opcode::Pong:
        return opcode;
    }
    return std::nullopt;
}

} // namespace

Expected<std::optional<FrameHeader>, FrameError> FrameHeaderReader::take(std::span<const std::byte> &input)
{
    // The first two bytes tell how many there are.
    while (!input.empty()) {
        const std::size_t wanted =
            m_size < 2 ? 2 : headerSize(std::to_integer<unsigned>(m_bytes[1]) & ~maskBit);
        const std::size_t taken = std::min(wanted - m_size, input.size());
        std::copy_n(input.begin(), taken, m_bytes.begin() + static_cast<std::ptrdiff_t>(m_size));
        m_size += taken;
        input = input.subspan(taken);
        if (m_size < 2)
            break;
        auto header = decode();
        if (!header || *header)
            return header;
    }
    return std::nullopt;
}

Expected<std::optional<FrameHeader>, FrameError> FrameHeaderReader::decode()
{
    const auto first = std::to_integer<unsigned>(m_bytes[0]);
    const auto second = std::to_integer<unsigned>(m_bytes[1]);
    const std::uint64_t length = announcedLength();
    if (const auto kind = fault(length))
        return unexpected(error(*kind, length));
    if (m_size < headerSize(second & ~maskBit))
        return std::nullopt;
    const FrameHeader header{.opcode = static_cast<Opcode>(first & 0x0FU),
        .isFinal = (first & finalBit) != 0,
        .reservedBits = static_cast<std::uint8_t>((first >> 4U) & 0x7U),
        .length = length,
        .offset = m_offset};
    m_offset += m_size;
    m_size = 0;
    return header;
}

// What is wrong with the header as far as it is there.
std::optional<FrameError::Kind> FrameHeaderReader::fault(std::uint64_t length) const
{
    const auto first = std::to_integer<unsigned>(m_bytes[0]);
    const auto second = std::to_integer<unsigned>(m_bytes[1]);
    const unsigned shortLength = second & ~maskBit;
    const std::optional<Opcode> opcode = knownOpcode(first & 0x0FU);
    if (!opcode)
        return FrameError::Kind::ReservedOpcode;
    if (isControl(*opcode) && (first & finalBit) == 0)
        return FrameError::Kind::FragmentedControl;
    if ((second & maskBit) != 0)
        return FrameError::Kind::MaskedFrame;
    if (isControl(*opcode) && shortLength > maximumControlPayload)
        return FrameError::Kind::ControlTooLong;
    if (m_size < headerSize(shortLength))
        return std::nullopt;
    if (length >> 63U != 0)
        return FrameError::Kind::LengthOutOfRange;
    if ((shortLength == twoByteLength && length < twoByteLength)
        || (shortLength == eightByteLength && length <= 0xFFFFU))
        return FrameError::Kind::LengthNotMinimal;
    return std::nullopt;
}

// Zero while a longer length is not whole.
std::uint64_t FrameHeaderReader::announcedLength() const
{
    const unsigned shortLength = std::to_integer<unsigned>(m_bytes[1]) & ~maskBit;
    if (shortLength < twoByteLength)
        return shortLength;
    if (m_size < headerSize(shortLength))
        return 0;
    std::uint64_t length = 0;
    for (std::size_t at = 2; at < m_size; ++at)
        length = (length << 8U) | std::to_integer<std::uint64_t>(m_bytes[at]);
    return length;
}

FrameError FrameHeaderReader::error(FrameError::Kind kind, std::uint64_t length) const
{
    const auto first = std::to_integer<unsigned>(m_bytes[0]);
    return {.kind = kind,
        .frameOffset = m_offset,
        .length = length,
        .messageOffset = 0,
        .opcode = static_cast<std::uint8_t>(first & 0x0FU),
        .reservedBits = static_cast<std::uint8_t>((first >> 4U) & 0x7U)};
}

} // namespace sockeye
