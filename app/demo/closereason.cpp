// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/closereason.h"

using namespace Qt::StringLiterals;

namespace sockeye::demo {

QLatin1StringView closeReason(int code)
{
    if (code >= 3'000)
        return "app"_L1;
    switch (code) {
    case 1'000:
        return "normal"_L1;
    case 1'001:
        return "going_away"_L1;
    case 1'005: // no code in the close frame
        return "normal"_L1;
    case abnormalClosure:
    case 1'015: // the TLS handshake failed
        return "abnormal"_L1;
    case 1'011: // internal error
    case 1'012: // restart
    case 1'013: // try again later
    case 1'014: // bad gateway
        return "server"_L1;
    default:
        return "protocol_error"_L1;
    }
}

} // namespace sockeye::demo
