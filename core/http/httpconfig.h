// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/base/jsonreader.h"
#include "core/http/httpauth.h"

namespace sockeye {

//! \brief Which encodings of the body a server is offered.
enum class Compression {
    Automatic, //!< none on the loopback and private networks, Qt's list elsewhere
    Identity,
    Compressed
};

//! \brief How to reach a server, in the words of Prometheus' http_config.
struct HttpConfig {
    QUrl baseUrl; //!< http or https, with the path prefix; no user information, no fragment
    HttpAuth auth;
    //! Acceptable ones, sent with each request, to this origin only. Of one name there may be several.
    std::vector<HttpHeader> headers;
    std::vector<SecretHeader> secretHeaders; //!< the same, read on each use
    QString tenant; //!< X-Scope-OrgID: one tenant, or several as a|b; empty for none
    TlsConfig tls;
    ProxyConfig proxy;
    bool followRedirects = true; //!< within the origin; never to another one
    bool enableHttp2 = false;
    Compression compression = Compression::Automatic;
    std::chrono::milliseconds timeout{10'000}; //!< from the request to the last byte of the answer
    qint64 maxBodyBytes = qint64{64} * 1024 * 1024; //!< of the decoded body

    friend bool operator==(const HttpConfig &, const HttpConfig &) = default;
};

//! \brief Why a text is no base URL.
enum class UrlProblem { Empty, Malformed, WrongScheme, NoHost, UserInfo, Fragment };

//! \brief Reads what a user typed as the address of a server. \a schemes are the accepted ones, such as http
//! and https. A trailing slash is dropped. Credentials in the URL are refused: they would end up in logs.
[[nodiscard]] Expected<QUrl, UrlProblem> parseServerUrl(const QString &text, const QStringList &schemes);

//! \brief Whether \a tenant may be sent as X-Scope-OrgID: printable ASCII without spaces, and no empty part
//! between bars.
[[nodiscard]] bool isTenant(const QString &tenant);

//! \brief The JSON form; holds references to secrets, never secrets.
[[nodiscard]] QJsonObject toJson(const HttpConfig &config);
//! \brief Reads the JSON form; all that is wrong is recorded in \a reader.
[[nodiscard]] HttpConfig readHttpConfig(JsonReader &reader);

} // namespace sockeye
