// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/samplenumber.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace sockeye::samplenumber {

namespace {

constexpr int mostDecimals = 27;
constexpr std::uint64_t largestExact = std::uint64_t{1} << 53;
constexpr std::size_t safeDigits = 19; // 10^19 - 1 fits into 64 bits

constexpr std::array<double, 23> exactPowers = [] {
    std::array<double, 23> powers{1.0};
    for (std::size_t i = 1; i < powers.size(); ++i)
        powers[i] = powers[i - 1] * 10.0;
    return powers;
}();

struct Wide {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

// 128 bits of 5^-n, the first of them set, and the last rounded up.
constexpr Wide reciprocalOfFive(int n)
{
    std::uint64_t power = 1;
    for (int i = 0; i < n; ++i)
        power *= 5;
    // The first step of the long division is known: 2^bits / power has the integer part one.
    const int bits = 64 - std::countl_zero(power);
    std::uint64_t rest = (bits == 64 ? 0 : std::uint64_t{1} << bits) - power;
    Wide quotient{0, 1};
    for (int i = 0; i < 127; ++i) {
        rest *= 2;
        const bool bit = rest >= power;
        rest -= bit ? power : 0;
        quotient.high = quotient.high << 1 | quotient.low >> 63;
        quotient.low = quotient.low << 1 | (bit ? 1U : 0U);
    }
    ++quotient.low;
    quotient.high += quotient.low == 0 ? 1 : 0;
    return quotient;
}

constexpr std::array<Wide, mostDecimals + 1> reciprocals = [] {
    std::array<Wide, mostDecimals + 1> all{};
    for (int n = 1; n <= mostDecimals; ++n)
        all[static_cast<std::size_t>(n)] = reciprocalOfFive(n);
    return all;
}();

Wide product(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Integer = unsigned __int128;
    const Integer wide = static_cast<Integer>(a) * b;
    return {static_cast<std::uint64_t>(wide >> 64), static_cast<std::uint64_t>(wide)};
}

// The double nearest to digits / 10^decimals, for digits != 0 and 1 <= decimals <= mostDecimals. Lemire,
// "Number parsing at a gigabyte per second", Software: Practice and Experience 51(8), 2021; that no digits
// need another way: Mushtak and Lemire, "Fast number parsing without fallback", 2023.
double nearestQuotient(std::uint64_t digits, int decimals)
{
    const int leading = std::countl_zero(digits);
    digits <<= leading;
    const Wide &factor = reciprocals[static_cast<std::size_t>(decimals)];
    Wide top = product(digits, factor.high);
    // 53 bits, one to round by and one that normalising may cost stand above nine. If those are all ones the
    // rest of the factor may carry into them.
    if ((top.high & 0x1ff) == 0x1ff) {
        const Wide rest = product(digits, factor.low);
        top.low += rest.high;
        top.high += top.low < rest.high ? 1 : 0;
    }
    const auto upper = static_cast<int>(top.high >> 63);
    const int shift = upper + 64 - 52 - 3;
    std::uint64_t mantissa = top.high >> shift;
    // floor(log2(10^-decimals)) + 63, and the bias.
    const int power = ((-decimals * 217'706) >> 16) + 63;
    int exponent = power + upper - leading + 1023;
    // Exactly between two doubles: only so small a power of five divides 64 bits.
    if (top.low <= 1 && decimals <= 4 && (mantissa & 3) == 1 && mantissa << shift == top.high)
        mantissa &= ~std::uint64_t{1};
    mantissa += mantissa & 1;
    mantissa >>= 1;
    if (mantissa >= largestExact) {
        mantissa = largestExact / 2;
        ++exponent;
    }
    mantissa &= ~(largestExact / 2);
    return std::bit_cast<double>(mantissa | static_cast<std::uint64_t>(exponent) << 52);
}

struct Decimal {
    std::uint64_t digits = 0;
    int exponent = 0; // of ten
};

// False where only std::from_chars knows.
bool convert(const Decimal &decimal, double &value)
{
    const auto [digits, exponent] = decimal;
    if (digits <= largestExact && exponent >= -22 && exponent <= 22) {
        // Both are exact, so one operation rounds once: Clinger, 1990.
        const double whole = static_cast<double>(digits);
        const auto power = exactPowers[static_cast<std::size_t>(std::abs(exponent))];
        value = exponent < 0 ? whole / power : whole * power;
        return true;
    }
    if (exponent == 0) {
        value = static_cast<double>(digits);
        return true;
    }
    if (exponent > 0 || exponent < -mostDecimals || digits == 0)
        return false;
    value = nearestQuotient(digits, -exponent);
    return true;
}

std::size_t leadingZeros(const char *text)
{
    std::size_t count = 0;
    for (; *text == '0' || *text == '.'; ++text)
        count += *text == '0' ? 1U : 0U;
    return count;
}

} // namespace

const char *readTime(const char *text, std::int64_t &milliseconds)
{
    std::uint64_t seconds = 0;
    const std::size_t places = readDigits(text, seconds);
    // 10^12 seconds are the furthest that an answer may speak of, and JSON knows no leading zeros.
    if (places == 0 || places > 12 || (places > 1 && *text == '0'))
        return nullptr;
    text += places;
    std::uint64_t fraction = 0;
    std::size_t decimals = 0;
    if (*text == '.') {
        decimals = readEightDigits(text + 1, fraction);
        if (decimals == 0 || decimals > 3)
            return nullptr;
        text += decimals + 1;
    }
    milliseconds = static_cast<std::int64_t>(seconds * 1000 + fraction * integerPowers[3 - decimals]);
    return text;
}

const char *readValue(const char *text, const char *end, double &value)
{
    const char *at = text;
    const bool isNegative = *at == '-';
    at += isNegative ? 1 : 0;
    const char *first = at;
    Decimal decimal;
    std::size_t places = readDigits(at, decimal.digits);
    if (places == 0 || places > safeDigits)
        return readAnyValue(text, end, value);
    at += places;
    if (*at == '.') {
        const std::size_t decimals = readDigits(at + 1, decimal.digits);
        // Of a longer run the quote does not follow.
        if (decimals == 0)
            return readAnyValue(text, end, value);
        at += decimals + 1;
        places += decimals;
        decimal.exponent = -static_cast<int>(decimals);
    }
    const bool isWhole = places <= safeDigits || places - leadingZeros(first) <= safeDigits;
    if (*at != '"' || at >= end || !isWhole || !convert(decimal, value))
        return readAnyValue(text, end, value);
    value = isNegative ? -value : value;
    return at;
}

const char *readAnyValue(const char *text, const char *end, double &value)
{
    // std::from_chars knows NaN, Inf and -Inf but no leading plus, and the API says "+Inf".
    if (end - text > 1 && *text == '+' && text[1] != '-')
        ++text;
    const auto [last, code] = std::from_chars(text, end, value);
    if (code != std::errc() || last == end || *last != '"')
        return nullptr;
    // One NaN for every spelling: the pattern of a gap must not come from a wire.
    if (std::isnan(value))
        value = std::numeric_limits<double>::quiet_NaN();
    return last;
}

} // namespace sockeye::samplenumber
