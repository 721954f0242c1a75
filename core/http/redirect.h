// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

#include <optional>

class QNetworkReply;

namespace sockeye {

//! \brief Where an answer sends the client on; nothing when it is no redirect or names no place.
[[nodiscard]] std::optional<QUrl> redirectTarget(const QNetworkReply &reply);

//! \brief Whether scheme, host and port agree (RFC 6454): only then may credentials go along.
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace sockeye
