// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpauth.h"

#include "ui/settings/fieldproblem.h"
#include "ui/settings/secretdraft.h"

namespace sockeye {

//! \brief How to sign in at a server while the user edits it.
struct SignInDraft {
    enum class Kind { None, Basic, Token, OAuth2, Command };

    Kind kind = Kind::None;
    QString username;
    QString tokenType = QStringLiteral("Bearer");
    SecretDraft secret;
    QString clientId;
    QString tokenUrl;
    QString scopes; //!< separated by spaces, as the token endpoint gets them
    QString parameters; //!< "name=value", one a line
    QString command; //!< as one would type it
    HttpAuth loaded; //!< what the form has no field for is taken from here

    friend bool operator==(const SignInDraft &, const SignInDraft &) = default;
};

[[nodiscard]] SignInDraft signInDraft(const HttpAuth &auth);
[[nodiscard]] HttpAuth authOf(const SignInDraft &draft, const QString &sessionKey);
//! \brief What is wrong, in the order of the form.
[[nodiscard]] std::vector<FieldProblem> problemsOf(const SignInDraft &draft);

//! \brief The program and its arguments of a command as one types it: there is no shell that could do more
//! with it than to split it at spaces outside of quotes.
[[nodiscard]] QStringList argumentsOf(const QString &command);

} // namespace sockeye
