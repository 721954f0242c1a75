// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/upgraderesponse.h"

#include <cstdint>
#include <optional>
#include <span>

namespace sockeye {

//! \brief Reads the front of the body of a refusal: by its length, in chunks, or until the stream ends
//! (RFC 9112 section 6.3). It is there to be shown, so a broken one ends it and is no error.
class RefusalBody final {
public:
    static constexpr std::size_t kept = std::size_t{4} << 10U;

    //! \brief Learns from the head how the body is framed.
    void begin(const UpgradeResponse &head);
    //! \brief Takes bytes off the front of \a input and appends what of them is body to \a response.
    void take(std::span<const std::byte> &input, UpgradeResponse &response);
    //! \brief Nothing more of it is wanted or comes.
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

private:
    enum class Framing { Length, Chunks, UntilEnd };
    enum class ChunkPart { Size, Data, End };

    void keep(std::span<const std::byte> bytes, UpgradeResponse &response);
    void takeData(std::span<const std::byte> &input, UpgradeResponse &response);
    void takeChunkByte(std::span<const std::byte> &input);
    void finishSizeLine();

    Framing m_framing = Framing::UntilEnd;
    ChunkPart m_chunkPart = ChunkPart::Size;
    QByteArray m_sizeLine;
    std::uint64_t m_remaining = 0; //!< of the body or of the chunk
    bool m_isComplete = false;
};

} // namespace sockeye
