// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpconfig.h"

namespace sockeye {

//! \brief Sign-in, headers and TLS of a server while the user edits them: whatever is typed has a place here,
//! right or wrong.
struct AccessDraft {
    enum class SignIn { None, Basic, Bearer };
    enum class SecretPlace { Session, File };
    enum class Verify { System, CaFile, Nothing };

    SignIn signIn = SignIn::None;
    QString username;
    SecretPlace place = SecretPlace::Session;
    QString secretFile;
    QString headers; //!< "Name: value", one a line
    Verify verify = Verify::System;
    QString caFile;
    //! What the form cannot show, and hands back as it came while the user chooses nothing else.
    HttpAuth otherAuth;
    TlsConfig otherTls;

    friend bool operator==(const AccessDraft &, const AccessDraft &) = default;
};

enum class AccessProblem { None, UsernameMissing, SecretFileMissing, HeaderMalformed, CaFileMissing };

[[nodiscard]] AccessDraft accessDraft(
    const HttpAuth &auth, const std::vector<HttpHeader> &headers, const TlsConfig &tls);

//! \brief The first problem of a draft, in the order of the form.
[[nodiscard]] AccessProblem problemOf(const AccessDraft &draft);

//! \a sessionKey names the secret of this entry among those that live for the session.
[[nodiscard]] HttpAuth authOf(const AccessDraft &draft, const QString &sessionKey);
//! \brief The headers of the lines that are right.
[[nodiscard]] std::vector<HttpHeader> headersOf(const AccessDraft &draft);
[[nodiscard]] TlsConfig tlsOf(const AccessDraft &draft);

} // namespace sockeye
