// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/websocketframe.h"

#include "core/base/random.h"

#include <bit>
#include <cstring>

namespace sockeye {

namespace {

constexpr unsigned finalBit = 0x80U;
constexpr unsigned compressedBit = 0x40U;
constexpr unsigned maskBit = 0x80U;

void appendNumber(std::vector<std::byte> &out, std::uint64_t number, unsigned bytes)
{
    for (unsigned shift = bytes * 8; shift > 0; shift -= 8)
        out.push_back(static_cast<std::byte>(number >> (shift - 8)));
}

void appendLength(std::vector<std::byte> &out, std::uint64_t length)
{
    if (length <= maximumControlPayload) {
        out.push_back(static_cast<std::byte>(maskBit | length));
    } else if (length <= 0xFFFFU) {
        out.push_back(static_cast<std::byte>(maskBit | 126U));
        appendNumber(out, length, 2);
    } else {
        out.push_back(static_cast<std::byte>(maskBit | 127U));
        appendNumber(out, length, 8);
    }
}

} // namespace

MaskKey randomMaskKey(RandomSource &random)
{
    return std::bit_cast<MaskKey>(static_cast<std::uint32_t>(random.bits()));
}

void applyMask(std::span<std::byte> bytes, MaskKey key)
{
    const auto half = std::bit_cast<std::uint32_t>(key);
    const std::uint64_t mask = (std::uint64_t{half} << 32U) | half; // the same in either byte order
    std::size_t at = 0;
    for (; bytes.size() - at >= sizeof mask; at += sizeof mask) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        word ^= mask;
        std::memcpy(bytes.data() + at, &word, sizeof word);
    }
    for (; at < bytes.size(); ++at)
        bytes[at] ^= key[at % key.size()];
}

void appendFrame(std::vector<std::byte> &out, const OutgoingFrame &frame, MaskKey key)
{
    const unsigned bits = (frame.isFinal ? finalBit : 0U) | (frame.isCompressed ? compressedBit : 0U);
    out.push_back(static_cast<std::byte>(bits | static_cast<unsigned>(frame.opcode)));
    appendLength(out, frame.payload.size());
    out.insert(out.end(), key.begin(), key.end());
    const std::size_t start = out.size();
    out.insert(out.end(), frame.payload.begin(), frame.payload.end());
    applyMask(std::span(out).subspan(start), key);
}

} // namespace sockeye
