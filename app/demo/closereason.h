// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

namespace sockeye::demo {

//! \brief RFC 6455 gives this code to a connection that ended without a close frame. It is never sent.
inline constexpr int abnormalClosure = 1'006;

//! \brief The word that groups a close code, from a closed set: normal, going_away, abnormal,
//! protocol_error, server, app.
[[nodiscard]] QLatin1StringView closeReason(int code);

} // namespace sockeye::demo
