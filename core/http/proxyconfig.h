// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpheader.h"

#include <QUrl>

#include <vector>

namespace sockeye {

//! \brief Which proxy leads to a server. The loopback is never reached through one.
struct ProxyConfig {
    enum class Mode {
        Environment, //!< HTTP_PROXY, HTTPS_PROXY, NO_PROXY: what every program of a desktop does
        None,
        Url,
        Pac
    };

    Mode mode = Mode::Environment;
    QUrl url{}; //!< with Mode::Url: http, https, socks5 or socks5h; with Mode::Pac: http, https or file
    QString noProxy{}; //!< with Mode::Url: hosts, suffixes, addresses and networks, separated by commas
    QString username{}; //!< with Mode::Url; empty for no sign-in at the proxy
    SecretRef password{};
    std::vector<HttpHeader> connectHeaders{}; //!< of CONNECT, with Mode::Environment and Mode::Url
    std::vector<SecretHeader> secretConnectHeaders{};

    friend bool operator==(const ProxyConfig &, const ProxyConfig &) = default;
};

} // namespace sockeye
