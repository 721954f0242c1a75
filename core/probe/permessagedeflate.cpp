// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/permessagedeflate.h"

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <zlib.h>

namespace sockeye {

namespace {

// What a sender takes off the end of each message, and a receiver puts there again (RFC 7692 section 7.2).
constexpr std::array tail{std::byte{0x00}, std::byte{0x00}, std::byte{0xFF}, std::byte{0xFF}};
constexpr std::size_t chunk = 4096;
constexpr int smallestWindowBits = 9;
constexpr int usualMemoryLevel = 8;

const Bytef *toZlib(const std::byte *bytes)
{
    return reinterpret_cast<const Bytef *>(bytes);
}

Bytef *toZlib(std::byte *bytes)
{
    return reinterpret_cast<Bytef *>(bytes);
}

// zlib counts in 32 bits; what is longer goes in pieces.
uInt piece(std::size_t size)
{
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

} // namespace

class MessageInflater::Stream final {
public:
    explicit Stream(int windowBits)
    {
        // Negative bits: no zlib header. It fails for lack of memory alone.
        if (inflateInit2(&m_zlib, -windowBits) != Z_OK)
            throw std::bad_alloc();
    }
    ~Stream() { inflateEnd(&m_zlib); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    Result append(std::span<const std::byte> bytes, std::vector<std::byte> &out, std::size_t maximum);
    //! Between two blocks, where alone a message may end.
    [[nodiscard]] bool isBetweenBlocks() const { return (m_zlib.data_type & 128) != 0; }
    void forget() { inflateReset(&m_zlib); }

private:
    int step(std::vector<std::byte> &out, std::size_t maximum);
    [[nodiscard]] bool startAgain();

    z_stream m_zlib{};
};

// Room for a byte too much shows that the message is too big.
int MessageInflater::Stream::step(std::vector<std::byte> &out, std::size_t maximum)
{
    const std::size_t before = out.size();
    const std::size_t room = std::min(chunk, maximum - before + 1);
    out.resize(before + room);
    m_zlib.next_out = toZlib(out.data() + before);
    m_zlib.avail_out = piece(room);
    const int result = inflate(&m_zlib, Z_SYNC_FLUSH);
    out.resize(before + room - m_zlib.avail_out);
    return result;
}

MessageInflater::Result MessageInflater::Stream::append(
    std::span<const std::byte> bytes, std::vector<std::byte> &out, std::size_t maximum)
{
    while (!bytes.empty()) {
        // zlib reads only: its interface is older than const.
        m_zlib.next_in = const_cast<Bytef *>(toZlib(bytes.data()));
        m_zlib.avail_in = piece(bytes.size());
        bytes = bytes.subspan(m_zlib.avail_in);
        // Output that fills its room may go on, though all input is taken.
        do {
            const int result = step(out, maximum);
            if (out.size() > maximum)
                return Result::TooBig;
            const bool isSound =
                result == Z_OK || result == Z_BUF_ERROR || (result == Z_STREAM_END && startAgain());
            if (!isSound)
                return Result::Corrupt;
        } while (m_zlib.avail_in > 0 || m_zlib.avail_out == 0);
    }
    return Result::Done;
}

// A sender may end the DEFLATE stream within a message and begin another (RFC 7692 section 7.2.3.4), which
// may still refer to what was before.
bool MessageInflater::Stream::startAgain()
{
    std::array<Bytef, 32768> window;
    uInt size = 0;
    return inflateGetDictionary(&m_zlib, window.data(), &size) == Z_OK && inflateReset(&m_zlib) == Z_OK
        && (size == 0 || inflateSetDictionary(&m_zlib, window.data(), size) == Z_OK);
}

MessageInflater::MessageInflater(const DeflateParameters &parameters)
    : m_parameters(parameters)
{
}

MessageInflater::~MessageInflater() = default;
MessageInflater::MessageInflater(MessageInflater &&) noexcept = default;
MessageInflater &MessageInflater::operator=(MessageInflater &&) noexcept = default;

MessageInflater::Result MessageInflater::append(
    std::span<const std::byte> bytes, std::vector<std::byte> &out, std::size_t maximum)
{
    if (!m_stream)
        m_stream = std::make_unique<Stream>(m_parameters.serverWindowBits);
    return m_stream->append(bytes, out, maximum);
}

MessageInflater::Result MessageInflater::finish(std::vector<std::byte> &out, std::size_t maximum)
{
    const Result result = append(tail, out, maximum);
    if (result != Result::Done)
        return result;
    if (!m_stream->isBetweenBlocks())
        return Result::Corrupt;
    if (m_parameters.serverKeepsNoContext)
        m_stream->forget();
    return Result::Done;
}

class MessageDeflater::Stream final {
public:
    explicit Stream(int windowBits)
    {
        if (deflateInit2(
                &m_zlib, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -windowBits, usualMemoryLevel, Z_DEFAULT_STRATEGY)
            != Z_OK)
            throw std::bad_alloc();
    }
    ~Stream() { deflateEnd(&m_zlib); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    void compress(std::span<const std::byte> message, std::vector<std::byte> &out);
    void forget() { deflateReset(&m_zlib); }

private:
    z_stream m_zlib{};
};

void MessageDeflater::Stream::compress(std::span<const std::byte> message, std::vector<std::byte> &out)
{
    out.clear();
    do {
        m_zlib.next_in = const_cast<Bytef *>(toZlib(message.data()));
        m_zlib.avail_in = piece(message.size());
        message = message.subspan(m_zlib.avail_in);
        do {
            const std::size_t before = out.size();
            out.resize(before + chunk);
            m_zlib.next_out = toZlib(out.data() + before);
            m_zlib.avail_out = piece(chunk);
            deflate(&m_zlib, message.empty() ? Z_SYNC_FLUSH : Z_NO_FLUSH);
            out.resize(before + chunk - m_zlib.avail_out);
        } while (m_zlib.avail_out == 0);
    } while (!message.empty());
}

MessageDeflater::MessageDeflater(const DeflateParameters &parameters)
    : m_parameters(parameters)
{
}

MessageDeflater::~MessageDeflater() = default;
MessageDeflater::MessageDeflater(MessageDeflater &&) noexcept = default;
MessageDeflater &MessageDeflater::operator=(MessageDeflater &&) noexcept = default;

bool MessageDeflater::canCompress() const
{
    return m_parameters.clientWindowBits >= smallestWindowBits;
}

std::span<const std::byte> MessageDeflater::compress(std::span<const std::byte> message)
{
    // The empty message has no data to flush; this is what the standard has it become (section 7.2.3.6).
    static constexpr std::array emptyMessage{std::byte{0x00}};
    if (message.empty())
        return emptyMessage;
    if (!m_stream)
        m_stream = std::make_unique<Stream>(m_parameters.clientWindowBits);
    m_stream->compress(message, m_out);
    if (m_parameters.clientKeepsNoContext)
        m_stream->forget();
    return std::span(m_out).first(m_out.size() - tail.size());
}

} // namespace sockeye
