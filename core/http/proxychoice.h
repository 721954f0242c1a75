// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/proxyconfig.h"

#include <optional>

class QNetworkProxy;
class QProcessEnvironment;

namespace sockeye {

//! \brief Why a ProxyConfig cannot be applied, or what the proxy itself says.
struct ProxyError {
    enum class Kind {
        BadUrl,
        UnsupportedScheme, //!< Qt speaks to a proxy in plain HTTP or SOCKS 5 only
        SignInWanted, //!< the proxy lets through only whom it knows: status 407
        SecretMissing, //!< see secret
        ScriptUnreachable, //!< it was never fetched; detail: why
        ScriptInvalid, //!< it is no script, or has no FindProxyForURL; detail: why
        ScriptThrew, //!< detail: its error
        ScriptTimedOut,
        ScriptMemory, //!< it took more memory than it may
        ScriptAnswerInvalid, //!< detail: the part of its answer that names no way
        ScriptProxyUnsupported, //!< it names only proxies that are not spoken to; detail: the first
        ScriptNotRun //!< the program that runs scripts, detail, is not there or ended
    };

    Kind kind = Kind::BadUrl;
    QString detail; //!< the proxy's address without credentials, if nothing else is said
    std::optional<SecretError> secret;

    friend bool operator==(const ProxyError &, const ProxyError &) = default;
};

//! \brief The variables that name proxies, in capitals or not; capitals win, as they do for Prometheus.
struct ProxyEnvironment {
    QString httpProxy;
    QString httpsProxy;
    QString noProxy;

    [[nodiscard]] static ProxyEnvironment from(const QProcessEnvironment &environment);
};

//! \brief The proxy that leads to \a url; QNetworkProxy::NoProxy for the direct way, which always leads to
//! the loopback. Not for Mode::Pac, where a script has to be asked: see ProxyResolver.
[[nodiscard]] Expected<QNetworkProxy, ProxyError> proxyFor(const QUrl &url, const ProxyConfig &config,
    const ProxyEnvironment &environment, const SecretSource &secrets);

} // namespace sockeye
