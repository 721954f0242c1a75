// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

namespace sockeye {

struct HttpHeader {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

//! \brief A header whose value is a secret, such as X-Api-Key.
struct SecretHeader {
    QByteArray name;
    SecretRef value;

    friend bool operator==(const SecretHeader &, const SecretHeader &) = default;
};

//! \brief Whether \a header may be added by the user: well-formed, not one that the client sets itself, and
//! not one that carries credentials, which belong into HttpAuth or into a SecretHeader.
[[nodiscard]] bool isAcceptableHeader(const HttpHeader &header);

//! \brief The same for a header whose value is a secret: it may carry credentials, but not Authorization.
[[nodiscard]] bool isAcceptableSecretHeader(const QByteArray &name);

//! \brief Whether \a value may stand in a header: no control character, which could smuggle further headers.
[[nodiscard]] bool isHeaderValue(const QByteArray &value);

} // namespace sockeye
