// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sockeye {

//! \brief What both sides agreed on for permessage-deflate (RFC 7692).
struct DeflateParameters {
    bool serverKeepsNoContext = false; //!< server_no_context_takeover
    bool clientKeepsNoContext = false; //!< client_no_context_takeover
    int serverWindowBits = 15; //!< server_max_window_bits
    int clientWindowBits = 15; //!< client_max_window_bits

    friend bool operator==(const DeflateParameters &, const DeflateParameters &) = default;
};

//! \brief Unpacks the messages of a server. Its memory, some 45 KB, is taken with the first message.
class MessageInflater final {
public:
    enum class Result { Done, Corrupt, TooBig };

    explicit MessageInflater(const DeflateParameters &parameters);
    ~MessageInflater();
    MessageInflater(MessageInflater &&) noexcept;
    MessageInflater &operator=(MessageInflater &&) noexcept;

    //! \brief Appends what \a bytes of a message unpack to. \a out may never hold more than \a maximum bytes:
    //! a few bytes can unpack to gigabytes.
    [[nodiscard]] Result append(
        std::span<const std::byte> bytes, std::vector<std::byte> &out, std::size_t maximum);
    //! \brief The message is whole: unpacks the rest, and refuses one that is cut.
    [[nodiscard]] Result finish(std::vector<std::byte> &out, std::size_t maximum);

private:
    class Stream;

    DeflateParameters m_parameters;
    std::unique_ptr<Stream> m_stream;
};

//! \brief Packs the messages of a client. Its memory, up to 270 KB, is taken with the first message.
class MessageDeflater final {
public:
    explicit MessageDeflater(const DeflateParameters &parameters);
    ~MessageDeflater();
    MessageDeflater(MessageDeflater &&) noexcept;
    MessageDeflater &operator=(MessageDeflater &&) noexcept;

    //! \brief False when messages have to go out as they are, which is always allowed: zlib cannot keep to a
    //! window of 8 bits.
    [[nodiscard]] bool canCompress() const;
    //! \brief A whole message, packed; valid until the next call.
    [[nodiscard]] std::span<const std::byte> compress(std::span<const std::byte> message);

private:
    class Stream;

    DeflateParameters m_parameters;
    std::unique_ptr<Stream> m_stream;
    std::vector<std::byte> m_out;
};

} // namespace sockeye
