// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/proxychoice.h"

#include <vector>

class QNetworkProxy;

namespace sockeye {

//! \brief What a proxy script is told of \a url: of https nothing but the origin, as in browsers, because the
//! script may be somebody else's.
[[nodiscard]] QUrl urlForScript(const QUrl &url);

//! \brief The ways that FindProxyForURL named, as in "PROXY a:3128; SOCKS5 b; DIRECT"; an empty answer is the
//! direct way. Those of kinds that are not spoken (HTTPS, SOCKS4) are left out, unless there is no other.
[[nodiscard]] Expected<std::vector<QNetworkProxy>, ProxyError> waysOfScript(const QString &answer);

} // namespace sockeye
