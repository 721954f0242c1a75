// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/proxyconfig.h"
#include "core/http/tlsconfig.h"

#include <QStringList>

#include <chrono>
#include <utility>
#include <variant>

namespace sockeye {

struct BasicAuth {
    QString username;
    SecretRef password{};
    QString usernameFile{}; //!< instead of username; read on each use

    friend bool operator==(const BasicAuth &, const BasicAuth &) = default;
};

//! \brief Prometheus' authorization: credentials that are sent as they are, behind their scheme.
struct Authorization {
    SecretRef credentials{};
    QByteArray type = "Bearer"; //!< any scheme but Basic

    friend bool operator==(const Authorization &, const Authorization &) = default;
};

//! \brief The client credentials grant. https://www.rfc-editor.org/rfc/rfc6749#section-4.4
struct OAuth2 {
    QString clientId;
    SecretRef clientSecret{};
    QUrl tokenUrl{};
    QStringList scopes{};
    std::vector<std::pair<QString, QString>> endpointParams{}; //!< further fields of the token request
    TlsConfig tls{}; //!< of the token endpoint, as is the proxy
    ProxyConfig proxy{};

    friend bool operator==(const OAuth2 &, const OAuth2 &) = default;
};

//! \brief A program that prints a token, as kubectl's exec plug-ins do: either the bare token, or an
//! ExecCredential in JSON. It is started without a shell.
struct TokenCommand {
    QStringList command; //!< the program and its arguments; no secret, since every user can list processes
    std::chrono::milliseconds timeout{10'000};
    QStringList environment{}; //!< names of the variables that it is given; empty for all of ours

    friend bool operator==(const TokenCommand &, const TokenCommand &) = default;
};

using HttpAuth = std::variant<std::monostate, BasicAuth, Authorization, OAuth2, TokenCommand>;

} // namespace sockeye
