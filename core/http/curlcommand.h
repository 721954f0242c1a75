// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpclient.h"

namespace sockeye {

//! \brief A request to HttpConfig::baseUrl/\a path as a command line of curl for a POSIX shell: with the
//! headers, the certificates and the proxy that go with each request of the console. A secret is never read:
//! in its place stands a variable that the user sets first, such as $PASSWORD or $TOKEN.
//!
//! What it cannot carry: a proxy script, the limit on the size of an answer, and redirects, which curl would
//! follow to other origins with all headers.
[[nodiscard]] QString curlCommand(
    const HttpConfig &config, const QByteArray &path, const HttpParameters &parameters);

//! \brief \a text as one word of a POSIX shell.
[[nodiscard]] QString shellQuoted(const QString &text);

} // namespace sockeye
