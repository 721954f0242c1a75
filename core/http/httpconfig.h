// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/base/jsonreader.h"
#include "core/http/secret.h"

#include <QUrl>

#include <chrono>
#include <variant>
#include <vector>

namespace sockeye {

struct BasicAuth {
    QString username;
    SecretRef password;

    friend bool operator==(const BasicAuth &, const BasicAuth &) = default;
};

struct BearerAuth {
    SecretRef credentials;

    friend bool operator==(const BearerAuth &, const BearerAuth &) = default;
};

using HttpAuth = std::variant<std::monostate, BasicAuth, BearerAuth>;

struct HttpHeader {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

struct TlsConfig {
    QString caFile; //!< PEM; empty for the system's certificates
    bool insecureSkipVerify = false;

    friend bool operator==(const TlsConfig &, const TlsConfig &) = default;
};

//! \brief How to reach a server, in the words of Prometheus' http_config.
struct HttpConfig {
    QUrl baseUrl; //!< http or https, with the path prefix; no user information, no fragment
    HttpAuth auth;
    std::vector<HttpHeader> headers; //!< acceptable ones, sent with each request, to this origin only
    TlsConfig tls;
    std::chrono::milliseconds timeout{10'000}; //!< from the request to the last byte of the answer
    qint64 maxBodyBytes = qint64{64} * 1024 * 1024; //!< of the decoded body

    friend bool operator==(const HttpConfig &, const HttpConfig &) = default;
};

//! \brief Why a text is no base URL.
enum class UrlProblem { Empty, Malformed, WrongScheme, NoHost, UserInfo, Fragment };

//! \brief Reads what a user typed as the address of a server. \a schemes are the accepted ones, such as http
//! and https. A trailing slash is dropped. Credentials in the URL are refused: they would end up in logs.
[[nodiscard]] Expected<QUrl, UrlProblem> parseServerUrl(const QString &text, const QStringList &schemes);

//! \brief Whether \a header may be added by the user: well-formed, not one that the client sets itself, and
//! not one that carries credentials, which belong into HttpAuth.
[[nodiscard]] bool isAcceptableHeader(const HttpHeader &header);

//! \brief The JSON form; holds references to secrets, never secrets.
[[nodiscard]] QJsonObject toJson(const HttpConfig &config);
//! \brief Reads the JSON form; what is wrong is recorded in \a reader.
[[nodiscard]] HttpConfig readHttpConfig(JsonReader &reader);

} // namespace sockeye
