// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/refusalbody.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr qsizetype longestSizeLine = 256;

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

// The length, if each header of it says the same.
std::optional<std::uint64_t> contentLength(const UpgradeResponse &head)
{
    std::optional<std::uint64_t> length;
    for (const QByteArray &value : head.allOf("Content-Length")) {
        bool isNumber = false;
        const std::uint64_t one = value.toULongLong(&isNumber);
        if (!isNumber || value.startsWith('+') || (length && *length != one))
            return std::nullopt;
        length = one;
    }
    return length;
}

} // namespace

void RefusalBody::begin(const UpgradeResponse &head)
{
    const QByteArray coding = head.allOf("Transfer-Encoding").join(',').trimmed().toLower();
    const std::optional<std::uint64_t> length = contentLength(head);
    if (hasNoBody(head.status)) {
        m_isComplete = true;
    } else if (!coding.isEmpty()) {
        m_framing = coding.endsWith("chunked") ? Framing::Chunks : Framing::UntilEnd;
    } else if (length) {
        m_framing = Framing::Length;
        m_remaining = *length;
        m_isComplete = m_remaining == 0;
    }
}

void RefusalBody::take(std::span<const std::byte> &input, UpgradeResponse &response)
{
    while (!input.empty() && !m_isComplete) {
        if (m_framing == Framing::Chunks && m_chunkPart != ChunkPart::Data)
            takeChunkByte(input);
        else
            takeData(input, response);
    }
}

void RefusalBody::takeData(std::span<const std::byte> &input, UpgradeResponse &response)
{
    const bool isBounded = m_framing != Framing::UntilEnd;
    const auto size = isBounded ? static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, input.size()))
                                : input.size();
    keep(input.first(size), response);
    input = input.subspan(size);
    if (!isBounded)
        return;
    m_remaining -= size;
    if (m_remaining > 0)
        return;
    if (m_framing == Framing::Length)
        m_isComplete = true;
    else
        m_chunkPart = ChunkPart::End;
}

void RefusalBody::keep(std::span<const std::byte> bytes, UpgradeResponse &response)
{
    const std::size_t room = kept - static_cast<std::size_t>(response.body.size());
    const std::span<const std::byte> front = bytes.first(std::min(room, bytes.size()));
    response.body.append(reinterpret_cast<const char *>(front.data()), static_cast<qsizetype>(front.size()));
    if (front.size() < bytes.size()) {
        response.isBodyCut = true;
        m_isComplete = true;
    }
}

// The line of a size, or the line end behind the data of a chunk.
void RefusalBody::takeChunkByte(std::span<const std::byte> &input)
{
    const auto byte = std::to_integer<char>(input.front());
    input = input.subspan(1);
    if (byte != '\n') {
        m_sizeLine.append(byte);
        m_isComplete = m_sizeLine.size() > longestSizeLine;
        return;
    }
    if (m_chunkPart == ChunkPart::Size)
        finishSizeLine();
    else if (m_sizeLine.trimmed().isEmpty())
        m_chunkPart = ChunkPart::Size;
    else
        m_isComplete = true;
    m_sizeLine.clear();
}

// What is no number reads as zero, which is the end as well.
void RefusalBody::finishSizeLine()
{
    m_remaining = m_sizeLine.split(';').constFirst().trimmed().toULongLong(nullptr, 16);
    m_chunkPart = ChunkPart::Data;
    m_isComplete = m_remaining == 0;
}

} // namespace sockeye
