// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/frameerror.h"

namespace sockeye {

std::uint16_t closeCodeFor(FrameError::Kind kind)
{
    switch (kind) {
    case FrameError::Kind::InvalidUtf8:
    case FrameError::Kind::BadCompression:
        return 1007;
    case FrameError::Kind::MessageTooBig:
        return 1009;
    case FrameError::Kind::MaskedFrame:
    case FrameError::Kind::ReservedBits:
    case FrameError::Kind::ReservedOpcode:
    case FrameError::Kind::FragmentedControl:
    case FrameError::Kind::ControlTooLong:
    case FrameError::Kind::LengthNotMinimal:
    case FrameError::Kind::LengthOutOfRange:
    case FrameError::Kind::ContinuationWithoutStart:
    case FrameError::Kind::MessageInterrupted:
    case FrameError::Kind::AfterClose:
        break;
    }
    return 1002;
}

} // namespace sockeye
