// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/probe/frameerror.h"
#include "core/probe/websocketframe.h"

#include <optional>

namespace sockeye {

//! \brief The front of a frame that may come from a server.
struct FrameHeader {
    Opcode opcode = Opcode::Continuation;
    bool isFinal = false;
    std::uint8_t reservedBits = 0; //!< 4 is RSV1
    std::uint64_t length = 0; //!< of the payload
    std::uint64_t offset = 0; //!< of its first byte, since the upgrade
};

//! \brief Reads the fronts of frames, which may come in pieces. It refuses what no header may be; what is
//! allowed at the moment is for its caller to know.
class FrameHeaderReader final {
public:
    //! \brief Takes bytes off the front of \a input; nothing while the header is not whole.
    [[nodiscard]] Expected<std::optional<FrameHeader>, FrameError> take(std::span<const std::byte> &input);
    //! \brief Tells where the payload ended, so that the next header knows its offset.
    void skipPayload(std::uint64_t bytes) { m_offset += bytes; }
    [[nodiscard]] bool isMidHeader() const { return m_size > 0; }

private:
    [[nodiscard]] Expected<std::optional<FrameHeader>, FrameError> decode();
    [[nodiscard]] std::optional<FrameError::Kind> fault(std::uint64_t length) const;
    [[nodiscard]] std::uint64_t announcedLength() const;
    [[nodiscard]] FrameError error(FrameError::Kind kind, std::uint64_t length) const;

    std::array<std::byte, 10> m_bytes{};
    std::size_t m_size = 0;
    std::uint64_t m_offset = 0; //!< of the header being read
};

} // namespace sockeye
