// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpconfig.h"

namespace sockeye {

//! \brief The value of the Authorization header for credentials that only have to be read; empty for none,
//! and for those that have to be fetched, for which there is CredentialSource. Never log the result.
[[nodiscard]] Expected<QByteArray, SecretError> authorizationFor(
    const HttpAuth &auth, const SecretSource &secrets);

//! \brief Reads a secret that is to stand in a header. https://www.rfc-editor.org/rfc/rfc9110#section-5.5
[[nodiscard]] Expected<QByteArray, SecretError> readHeaderSecret(
    const SecretRef &ref, const SecretSource &secrets);

//! \brief The secrets that \a auth has to read, other than files, which need no preparation.
[[nodiscard]] std::vector<SecretRef> secretsOf(const HttpAuth &auth);
//! \brief Those of the whole configuration.
[[nodiscard]] std::vector<SecretRef> secretsOf(const HttpConfig &config);

} // namespace sockeye
