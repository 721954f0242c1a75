// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/labelinterner.h"

#include <QChar>
#include <QString>

#include <charconv>
#include <optional>
#include <simdjson.h>

namespace sockeye {

namespace {

// More than any answer has: what is forgotten is read again.
constexpr std::size_t mostSets = 65'536;

// The place behind the closing quote of the string that opens at \a at; npos where there is none.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    if (at >= text.size() || text[at] != '"')
        return std::string_view::npos;
    for (++at; at < text.size(); ++at) {
        const char byte = text[at];
        if (byte == '"')
            return at + 1;
        if (byte == '\\')
            ++at;
        else if (static_cast<unsigned char>(byte) < 0x20)
            break;
    }
    return std::string_view::npos;
}

// The length of the object of strings at the front; 0 where there is none.
std::size_t lengthOfObject(std::string_view text)
{
    if (text.starts_with("{}"))
        return 2;
    if (!text.starts_with('{'))
        return 0;
    for (std::size_t at = 1;;) {
        const std::size_t colon = endOfString(text, at);
        if (colon == std::string_view::npos || colon >= text.size() || text[colon] != ':')
            return 0;
        const std::size_t end = endOfString(text, colon + 1);
        if (end == std::string_view::npos || end >= text.size())
            return 0;
        if (text[end] == '}')
            return end + 1;
        if (text[end] != ',')
            return 0;
        at = end + 1;
    }
}

// \uXXXX, except for the surrogates, which come in pairs or are errors.
std::optional<QByteArray> unescapedUnit(std::string_view digits)
{
    std::uint16_t unit = 0;
    const char *end = digits.data() + digits.size();
    if (digits.size() != 4 || std::from_chars(digits.data(), end, unit, 16).ptr != end
        || QChar::isSurrogate(unit))
        return std::nullopt;
    return QString(QChar(unit)).toUtf8();
}

// The content of a string from between its quotes.
std::optional<QByteArray> unescaped(std::string_view text)
{
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    QByteArray result;
    result.reserve(static_cast<qsizetype>(text.size()));
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            result += text[at];
            continue;
        }
        const char letter = text[++at];
        const std::size_t known = letters.find(letter);
        if (known != std::string_view::npos) {
            result += meanings[known];
            continue;
        }
        const auto unit = letter == 'u' ? unescapedUnit(text.substr(at + 1, 4)) : std::nullopt;
        if (!unit)
            return std::nullopt;
        result += *unit;
        at += 4;
    }
    return result;
}

// Reads the string at the front of \a text and drops it together with the byte behind it.
std::optional<QByteArray> takeString(std::string_view &text)
{
    const std::size_t end = endOfString(text, 0);
    auto result = unescaped(text.substr(1, end - 2));
    text.remove_prefix(end + 1);
    return result;
}

} // namespace

const LabelSet *LabelInterner::read(std::string_view text, std::size_t &length)
{
    length = lengthOfObject(text);
    text = text.substr(0, length);
    if (const auto known = m_known.find(text); known != m_known.end())
        return &known->second;
    if (length == 0 || !simdjson::validate_utf8(text.data(), text.size()))
        return nullptr;
    std::vector<Label> labels;
    std::string_view rest = text.substr(1);
    while (rest.size() > 1) {
        auto name = takeString(rest);
        auto value = takeString(rest);
        if (!name || !value)
            return nullptr;
        labels.push_back({*std::move(name), *std::move(value)});
    }
    if (m_known.size() >= mostSets)
        m_known.clear();
    return &m_known.emplace(text, LabelSet(std::move(labels))).first->second;
}

} // namespace sockeye
