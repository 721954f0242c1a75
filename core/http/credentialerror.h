// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

namespace sockeye {

//! \brief Why there are no credentials to send.
struct CredentialError {
    enum class Kind {
        SecretMissing,
        TokenServerUnreachable, //!< detail: the library's words
        TokenRefused, //!< code and detail: the endpoint's error and error_description
        TokenAnswerInvalid, //!< neither a token nor an error; detail: what is wrong
        CommandNotStarted,
        CommandFailed, //!< exitCode; detail: the first line of its stderr
        CommandTimedOut,
        CommandAnswerInvalid,
        TokenExpired //!< the token was no longer valid when it came
    };

    Kind kind = Kind::SecretMissing;
    SecretError secret{}; //!< with SecretMissing
    QString source{}; //!< the token endpoint without its query, or the program
    QString code{}; //!< such as invalid_client
    QString detail{};
    int exitCode = 0;

    friend bool operator==(const CredentialError &, const CredentialError &) = default;
};

} // namespace sockeye
