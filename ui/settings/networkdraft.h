// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpconfig.h"

#include "ui/settings/fieldproblem.h"
#include "ui/settings/secretdraft.h"

namespace sockeye {

//! \brief The way to a server and what goes along it, while the user edits it.
struct NetworkDraft {
    QString headers; //!< "Name: value", one a line
    ProxyConfig::Mode proxy = ProxyConfig::Mode::Environment;
    QString proxyUrl;
    QString proxyScript;
    QString noProxy;
    QString proxyUser;
    SecretDraft proxySecret;
    bool followRedirects = true;
    Compression compression = Compression::Automatic;
    ProxyConfig loaded; //!< what the form has no field for is taken from here

    friend bool operator==(const NetworkDraft &, const NetworkDraft &) = default;
};

[[nodiscard]] NetworkDraft networkDraft(const HttpConfig &config);
//! \brief Writes what the draft says into \a config. \a sessionKey is that of the server's secret.
void apply(const NetworkDraft &draft, const QString &sessionKey, HttpConfig &config);
//! \brief What is wrong, in the order of the form.
[[nodiscard]] std::vector<FieldProblem> problemsOf(const NetworkDraft &draft);

[[nodiscard]] QString headerLines(const std::vector<HttpHeader> &headers);
//! \brief The headers of the lines that are right.
[[nodiscard]] std::vector<HttpHeader> headersOf(const QString &lines);
[[nodiscard]] bool areHeaders(const QString &lines);

//! \brief Names the proxy's password among the secrets of the session.
[[nodiscard]] QString proxySessionKey(const QString &sessionKey);

} // namespace sockeye
