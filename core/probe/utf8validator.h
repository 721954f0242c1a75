// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sockeye {

//! \brief Tells whether a text that comes in pieces is UTF-8, at the first byte that cannot be: surrogates,
//! overlong forms and what is beyond U+10FFFF are none.
class Utf8Validator final {
public:
    //! \brief False from the first byte on that no UTF-8 has there.
    [[nodiscard]] bool append(std::span<const std::byte> bytes);
    //! \brief Whether no character is cut at the end.
    [[nodiscard]] bool isComplete() const { return m_missing == 0; }
    //! \brief How many bytes were good; after a failure the position of the bad one.
    [[nodiscard]] std::uint64_t goodBytes() const { return m_good; }
    void reset() { *this = {}; }

private:
    [[nodiscard]] bool appendByte(std::uint8_t byte);
    [[nodiscard]] bool beginCharacter(std::uint8_t lead);

    std::uint64_t m_good = 0;
    std::uint8_t m_missing = 0; //!< bytes that the character at hand still needs
    std::uint8_t m_lowest = 0x80; //!< what its next byte may be
    std::uint8_t m_highest = 0xBF;
};

[[nodiscard]] bool isUtf8(std::span<const std::byte> bytes);

} // namespace sockeye
