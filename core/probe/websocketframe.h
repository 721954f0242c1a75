// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sockeye {

class RandomSource;

//! \brief What a frame is (RFC 6455 section 5.2). Another number on the wire is an error, not an enumerator.
enum class Opcode : std::uint8_t {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

[[nodiscard]] constexpr bool isControl(Opcode opcode)
{
    return (static_cast<unsigned>(opcode) & 0x8U) != 0;
}

//! \brief The longest payload of a control frame, and the longest reason behind a close code.
inline constexpr std::size_t maximumControlPayload = 125;
inline constexpr std::size_t maximumCloseReason = maximumControlPayload - 2;

using MaskKey = std::array<std::byte, 4>;

[[nodiscard]] MaskKey randomMaskKey(RandomSource &random);

//! \brief Masks \a bytes in place, or takes the mask off: the two are the same.
void applyMask(std::span<std::byte> bytes, MaskKey key);

//! \brief A frame to be written.
struct OutgoingFrame {
    Opcode opcode = Opcode::Text;
    bool isFinal = true;
    bool isCompressed = false; //!< RSV1 of permessage-deflate
    std::span<const std::byte> payload;
};

//! \brief Appends \a frame to \a out as a client sends it: masked, its length in the shortest form.
void appendFrame(std::vector<std::byte> &out, const OutgoingFrame &frame, MaskKey key);

} // namespace sockeye
