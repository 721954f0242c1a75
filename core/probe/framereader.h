// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/closestatus.h"
#include "core/probe/messageassembler.h"

#include <variant>

namespace sockeye {

//! \brief All that was given is read.
struct NeedMoreBytes { };

//! \brief The payload is valid until the reader is called again.
struct PingFrame {
    std::span<const std::byte> payload;
};

struct PongFrame {
    std::span<const std::byte> payload;
};

//! \brief What a peer said. Fragments show as the message that they make.
using FrameEvent = std::variant<NeedMoreBytes, PingFrame, PongFrame, DataMessage, CloseFrame, FrameError>;

//! \brief Reads what a server sends behind the upgrade (RFC 6455), strictly and without input or output:
//! bytes in, events out. How the bytes were cut makes no difference to the events.
//!
//!     reader.feed(bytes);
//!     for (FrameEvent event = reader.next(); !isNeedMore(event); event = reader.next())
//!         ...
//!
//! Control frames take no memory, nor does a message that came whole and plain.
class FrameReader final {
public:
    explicit FrameReader(
        const FrameLimits &limits = {}, const std::optional<DeflateParameters> &deflate = std::nullopt);

    //! \brief Gives the next bytes, to be read by next() until it needs more. They must stay until then.
    void feed(std::span<const std::byte> bytes);
    //! \brief The next event; after a FrameError there are no more. Behind a CloseFrame only the first frame
    //! that should not be there is told.
    [[nodiscard]] FrameEvent next();

    //! \brief Whether a frame or a fragmented message has begun and is not whole.
    [[nodiscard]] bool isMidMessage() const;

private:
    [[nodiscard]] std::optional<FrameError> beginFrame();
    [[nodiscard]] FrameEvent readFrames();
    [[nodiscard]] FrameEvent readControl();
    [[nodiscard]] FrameEvent readData();
    [[nodiscard]] FrameEvent finishControl(std::span<const std::byte> payload);
    [[nodiscard]] std::span<const std::byte> takePayload();
    [[nodiscard]] FrameError error(FrameError::Kind kind) const;

    FrameHeaderReader m_headers;
    MessageAssembler m_messages;
    std::span<const std::byte> m_input;
    std::optional<FrameHeader> m_frame; //!< whose payload is being read
    std::uint64_t m_remaining = 0; //!< bytes of its payload still to come
    std::array<std::byte, maximumControlPayload> m_control{};
    std::size_t m_controlSize = 0;
    bool m_isClosed = false;
    bool m_hasFailed = false;
};

[[nodiscard]] inline bool isNeedMore(const FrameEvent &event)
{
    return std::holds_alternative<NeedMoreBytes>(event);
}

} // namespace sockeye
