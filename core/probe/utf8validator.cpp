// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/utf8validator.h"

#include <algorithm>
#include <cstring>

namespace sockeye {

namespace {

// The bytes at the front that are ASCII, eight at a time: most of what services send is JSON.
std::size_t asciiPrefix(std::span<const std::byte> bytes)
{
    constexpr std::uint64_t highBits = 0x8080808080808080U;
    std::size_t at = 0;
    while (bytes.size() - at >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & highBits) != 0)
            break;
        at += sizeof word;
    }
    return at;
}

} // namespace

bool Utf8Validator::append(std::span<const std::byte> bytes)
{
    std::size_t at = 0;
    bool isGood = true;
    while (isGood && at < bytes.size()) {
        const auto byte = std::to_integer<std::uint8_t>(bytes[at]);
        if (m_missing == 0 && byte < 0x80) {
            at += std::max<std::size_t>(1, asciiPrefix(bytes.subspan(at)));
            continue;
        }
        isGood = appendByte(byte);
        at += isGood ? 1 : 0;
    }
    m_good += at;
    return isGood;
}

bool Utf8Validator::appendByte(std::uint8_t byte)
{
    if (m_missing == 0)
        return beginCharacter(byte);
    if (byte < m_lowest || byte > m_highest)
        return false;
    --m_missing;
    m_lowest = 0x80;
    m_highest = 0xBF;
    return true;
}

// Table 3-7 of the Unicode standard: only the second byte has bounds of its own.
bool Utf8Validator::beginCharacter(std::uint8_t lead)
{
    if (lead < 0xC2 || lead > 0xF4)
        return false;
    m_missing = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    if (lead == 0xE0)
        m_lowest = 0xA0;
    else if (lead == 0xED)
        m_highest = 0x9F;
    else if (lead == 0xF0)
        m_lowest = 0x90;
    else if (lead == 0xF4)
        m_highest = 0x8F;
    return true;
}

bool isUtf8(std::span<const std::byte> bytes)
{
    Utf8Validator validator;
    return validator.append(bytes) && validator.isComplete();
}

} // namespace sockeye
