// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace sockeye {

//! \brief Where a peer broke RFC 6455, and the facts of it. Nothing can be read behind it.
struct FrameError {
    enum class Kind {
        MaskedFrame, //!< a server masks nothing
        ReservedBits, //!< set without an extension that gives them a meaning
        ReservedOpcode,
        FragmentedControl,
        ControlTooLong,
        LengthNotMinimal, //!< more bytes for the length than it needs
        LengthOutOfRange, //!< the top bit of a length of 64 bits
        ContinuationWithoutStart,
        MessageInterrupted, //!< a new message in the middle of a fragmented one
        InvalidUtf8,
        MessageTooBig, //!< more than FrameLimits allows; no fault of the peer
        BadCompression, //!< what came is no DEFLATE data
        AfterClose, //!< a frame behind a close frame
    };

    Kind kind = Kind::ReservedOpcode;
    std::uint64_t frameOffset = 0; //!< where the frame began, in bytes since the upgrade
    std::uint64_t length = 0; //!< of the payload, as the frame said
    std::uint64_t messageOffset = 0; //!< good bytes of the message before what is wrong with it
    std::uint8_t opcode = 0; //!< the number on the wire
    std::uint8_t reservedBits = 0; //!< 4 is RSV1, 2 is RSV2, 1 is RSV3

    friend bool operator==(const FrameError &, const FrameError &) = default;
};

//! \brief The code to close with because of an error: 1002, 1007 or 1009.
[[nodiscard]] std::uint16_t closeCodeFor(FrameError::Kind kind);

} // namespace sockeye
