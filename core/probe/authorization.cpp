// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/authorization.h"

namespace sockeye {

namespace {

Expected<QByteArray, SecretError> basic(const BasicAuth &auth, const SecretSource &secrets)
{
    return secrets.read(auth.password).map([&auth](const QByteArray &password) {
        const QByteArray pair = auth.username.toUtf8() + ':' + password;
        return QByteArray("Basic " + pair.toBase64());
    });
}

Expected<QByteArray, SecretError> bearer(const Authorization &auth, const SecretSource &secrets)
{
    const auto token = secrets.read(auth.credentials);
    if (!token)
        return unexpected(token.error());
    // A line break would let the rest of the file pass for further headers.
    if (token->isEmpty() || token->contains('\n') || token->contains('\r'))
        return unexpected(SecretError{SecretError::Kind::Empty, auth.credentials.key, {}});
    return QByteArray("Bearer " + *token);
}

} // namespace

Expected<QByteArray, SecretError> authorizationFor(const HttpAuth &auth, const SecretSource &secrets)
{
    if (const auto *asBasic = std::get_if<BasicAuth>(&auth))
        return basic(*asBasic, secrets);
    if (const auto *asBearer = std::get_if<Authorization>(&auth))
        return bearer(*asBearer, secrets);
    return QByteArray();
}

} // namespace sockeye
