// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sockeye {

//! \brief What is wrong with a close frame as it came. The code and the reason are kept in any case: what a
//! broken server meant to say is worth more to its operator than that it must not be said.
enum class CloseFault {
    None,
    OneByte, //!< a payload of one byte, which holds no code
    OutOfRange, //!< below 1000 or above 4999
    NeverSent, //!< 1005, 1006 and 1015 tell of the lack of a close frame and have no place in one
    Reserved, //!< 1004 and 1016 to 2999: nobody has said what they mean
    ReasonNotUtf8,
};

//! \brief A close frame of the peer.
struct CloseFrame {
    std::optional<std::uint16_t> code; //!< as it came, never made up: without one it is what 1005 stands for
    std::string_view reason; //!< valid until the reader is called again; UTF-8 unless fault says otherwise
    CloseFault fault = CloseFault::None;
};

//! \brief Whether \a code may stand in a close frame (RFC 6455 section 7.4, and the codes registered since).
[[nodiscard]] CloseFault judgeCloseCode(std::uint16_t code);

//! \brief Reads the payload of a close frame.
[[nodiscard]] CloseFrame readClosePayload(std::span<const std::byte> payload);

} // namespace sockeye
