// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtEndian>

#include <array>
#include <bit>
#include <cstdint>

//! \brief The numbers of an answer. Eight digits are read at once, so every function may look at up to
//! lookAhead bytes from where it starts: whoever calls sees to it that they may be read.
namespace sockeye::samplenumber {

inline constexpr std::ptrdiff_t lookAhead = 128;

//! \brief The powers of ten that a 64-bit integer holds.
inline constexpr std::array<std::uint64_t, 20> integerPowers = [] {
    std::array<std::uint64_t, 20> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10;
    return powers;
}();

//! \brief The eight bytes at \a text, the first of them lowest.
[[nodiscard]] inline std::uint64_t word(const char *text)
{
    return qFromLittleEndian<std::uint64_t>(text);
}

//! \brief Reads at most eight digits at \a text behind those that \a number holds already and returns how
//! many. Past nineteen significant digits the number wraps around.
inline std::size_t readEightDigits(const char *text, std::uint64_t &number)
{
    // What was a digit is below ten now; the rest carries into its top bit, and beyond it only upwards.
    std::uint64_t digits = word(text) ^ 0x3030'3030'3030'3030;
    const std::uint64_t others = ((digits + 0x7676'7676'7676'7676) | digits) & 0x8080'8080'8080'8080;
    const auto count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
    if (count == 0)
        return 0;
    // Fewer than eight move up, and zeros lead them.
    digits <<= 8 * (8 - count);
    // Pairs, then fours, then all eight: Lemire, "Quickly parsing eight digits", 2018.
    digits = digits * 10 + (digits >> 8);
    constexpr std::uint64_t pairs = 0x0000'00ff'0000'00ff;
    digits = ((digits & pairs) * (100 + (std::uint64_t{1'000'000} << 32))
                 + ((digits >> 16) & pairs) * (1 + (std::uint64_t{10'000} << 32)))
        >> 32;
    number = number * integerPowers[count] + (digits & 0xffff'ffff);
    return count;
}

//! \brief Reads a run of digits and returns how many; of more than 24 the rest is not read.
inline std::size_t readDigits(const char *text, std::uint64_t &number)
{
    std::size_t count = readEightDigits(text, number);
    if (count == 8)
        count += readEightDigits(text + 8, number);
    if (count == 16)
        count += readEightDigits(text + 16, number);
    return count;
}

//! \brief Reads seconds as Prometheus writes a time, with up to three decimals, into milliseconds. Returns
//! the end, or nullptr for anything else.
[[nodiscard]] const char *readTime(const char *text, std::int64_t &milliseconds);

//! \brief Reads the text of a value up to its closing quote, which must lie before \a end. Returns the place
//! of the quote, or nullptr for what is no number. Bit by bit what std::from_chars makes of it, except that
//! there is one NaN only, and that a plus may lead.
[[nodiscard]] const char *readValue(const char *text, const char *end, double &value);

//! \brief The same without looking ahead, and slowly.
[[nodiscard]] const char *readAnyValue(const char *text, const char *end, double &value);

} // namespace sockeye::samplenumber
