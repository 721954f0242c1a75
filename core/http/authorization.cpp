// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/authorization.h"

namespace sockeye {

namespace {

Expected<QByteArray, SecretError> usernameOf(const BasicAuth &auth, const SecretSource &secrets)
{
    if (auth.usernameFile.isEmpty())
        return auth.username.toUtf8();
    return secrets.read({SecretRef::Kind::File, auth.usernameFile});
}

Expected<QByteArray, SecretError> basic(const BasicAuth &auth, const SecretSource &secrets)
{
    const auto username = usernameOf(auth, secrets);
    if (!username)
        return unexpected(username.error());
    return secrets.read(auth.password).map([&username](const QByteArray &password) {
        const QByteArray pair = *username + ':' + password;
        return QByteArray("Basic " + pair.toBase64());
    });
}

Expected<QByteArray, SecretError> asIs(const Authorization &auth, const SecretSource &secrets)
{
    return readHeaderSecret(auth.credentials, secrets).map([&auth](const QByteArray &credentials) {
        return QByteArray(auth.type + ' ' + credentials);
    });
}

void append(std::vector<SecretRef> &refs, const SecretRef &ref)
{
    if (ref.kind != SecretRef::Kind::None && ref.kind != SecretRef::Kind::File)
        refs.push_back(ref);
}

} // namespace

Expected<QByteArray, SecretError> readHeaderSecret(const SecretRef &ref, const SecretSource &secrets)
{
    auto secret = secrets.read(ref);
    if (!secret)
        return secret;
    if (secret->isEmpty())
        return unexpected(SecretError{SecretError::Kind::Empty, ref.key, {}});
    // A line break would let the rest of the file pass for further headers.
    if (!isHeaderValue(*secret))
        return unexpected(SecretError{SecretError::Kind::Malformed, ref.key, {}});
    return secret;
}

Expected<QByteArray, SecretError> authorizationFor(const HttpAuth &auth, const SecretSource &secrets)
{
    if (const auto *asBasic = std::get_if<BasicAuth>(&auth))
        return basic(*asBasic, secrets);
    if (const auto *asAuthorization = std::get_if<Authorization>(&auth))
        return asIs(*asAuthorization, secrets);
    return QByteArray();
}

std::vector<SecretRef> secretsOf(const HttpAuth &auth)
{
    std::vector<SecretRef> refs;
    if (const auto *asBasic = std::get_if<BasicAuth>(&auth))
        append(refs, asBasic->password);
    else if (const auto *asAuthorization = std::get_if<Authorization>(&auth))
        append(refs, asAuthorization->credentials);
    else if (const auto *asOAuth2 = std::get_if<OAuth2>(&auth))
        append(refs, asOAuth2->clientSecret);
    return refs;
}

std::vector<SecretRef> secretsOf(const HttpConfig &config)
{
    std::vector<SecretRef> refs = secretsOf(config.auth);
    append(refs, config.tls.key);
    append(refs, config.proxy.password);
    for (const SecretHeader &header : config.secretHeaders)
        append(refs, header.value);
    for (const SecretHeader &header : config.proxy.secretConnectHeaders)
        append(refs, header.value);
    return refs;
}

} // namespace sockeye
