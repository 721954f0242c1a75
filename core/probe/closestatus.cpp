// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/closestatus.h"

#include "core/probe/utf8validator.h"

namespace sockeye {

CloseFault judgeCloseCode(std::uint16_t code)
{
    if (code < 1000 || code > 4999)
        return CloseFault::OutOfRange;
    if (code == 1005 || code == 1006 || code == 1015)
        return CloseFault::NeverSent;
    if (code == 1004 || (code > 1015 && code < 3000))
        return CloseFault::Reserved;
    return CloseFault::None;
}

CloseFrame readClosePayload(std::span<const std::byte> payload)
{
    if (payload.empty())
        return {};
    if (payload.size() == 1)
        return {.code = {}, .reason = {}, .fault = CloseFault::OneByte};
    const auto high = std::to_integer<unsigned>(payload[0]);
    const auto low = std::to_integer<unsigned>(payload[1]);
    const auto code = static_cast<std::uint16_t>((high << 8U) | low);
    const std::span<const std::byte> reason = payload.subspan(2);

    CloseFrame close{.code = code,
        .reason = {reinterpret_cast<const char *>(reason.data()), reason.size()},
        .fault = judgeCloseCode(code)};
    if (close.fault == CloseFault::None && !isUtf8(reason))
        close.fault = CloseFault::ReasonNotUtf8;
    return close;
}

} // namespace sockeye
