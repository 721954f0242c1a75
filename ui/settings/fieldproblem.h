// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace sockeye {

//! \brief A field of the forms for servers and probe endpoints, to mark it or to lead the user there.
enum class FormField {
    None,
    Name,
    Url,
    SignIn,
    Username,
    TokenType,
    ClientId,
    Secret,
    SecretFile,
    TokenUrl,
    Scopes,
    TokenParameters,
    Command,
    Tenant,
    Verify,
    CaFile,
    CertFile,
    KeyFile,
    ServerName,
    LeastTls,
    Headers,
    Proxy,
    ProxyUrl,
    ProxyScript,
    NoProxy,
    ProxyUser,
    ProxySecret,
    ProxySecretFile,
    FollowRedirects,
    Compression,
    Deduplicate,
    PartialResponse,
    MaxResolution,
    ReplicaLabels,
    NoCache,
    ExtraLabels,
    ExtraFilters,
    RoundDigits,
    TimeLimit,
    SizeLimit
};

//! \brief What is wrong with a field while the user edits it.
struct FieldProblem {
    enum class Kind {
        Missing, //!< not yet filled in: told when the user wants to go on
        Malformed,
        Ambiguous, //!< said in another place too
        Refused //!< by the core, in the words of \a reason
    };

    FormField field = FormField::None;
    Kind kind = Kind::Missing;
    QString reason{};

    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

//! \brief The sentence that stands at the field.
[[nodiscard]] QString describe(const FieldProblem &problem);

} // namespace sockeye
