// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretstore.h"

#include "core/settings/keychain.h"

#include <QFile>

#include <cerrno>

namespace sockeye {

namespace {

// No token is longer, and a path that was mistyped may name a film or /dev/zero.
constexpr qsizetype maxSecretSize = 64 * 1024;

void chopLineBreak(QByteArray &secret)
{
    if (!secret.endsWith('\n'))
        return;
    secret.chop(1);
    if (secret.endsWith('\r'))
        secret.chop(1);
}

Expected<QByteArray, SecretError> readSecretFile(const QString &path)
{
    const auto unreadable = [&path](const QString &detail) {
        return unexpected(SecretError{SecretError::Kind::FileUnreadable, path, detail});
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QByteArray secret = file.read(maxSecretSize + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(file.errorString());
    if (secret.size() > maxSecretSize)
        return unreadable(qt_error_string(EFBIG));
    chopLineBreak(secret);
    if (secret.isEmpty())
        return unexpected(SecretError{SecretError::Kind::Empty, path, {}});
    return secret;
}

} // namespace

Expected<QByteArray, SecretError> SessionSecrets::read(const SecretRef &ref) const
{
    switch (ref.kind) {
    case SecretRef::Kind::None:
        return QByteArray();
    case SecretRef::Kind::File:
        return readSecretFile(ref.key);
    case SecretRef::Kind::Keychain:
        if (m_keychain)
            return m_keychain->read(ref.key);
        return unexpected(SecretError{SecretError::Kind::KeychainUnavailable, ref.key, {}});
    case SecretRef::Kind::Session:
        break;
    }
    const auto found = m_secrets.constFind(ref.key);
    if (found == m_secrets.constEnd())
        return unexpected(SecretError{SecretError::Kind::NotGiven, {}, {}});
    if (found->isEmpty())
        return unexpected(SecretError{SecretError::Kind::Empty, {}, {}});
    return *found;
}

void SessionSecrets::prepare(
    const std::vector<SecretRef> &refs, QObject *context, std::function<void()> ready) const
{
    std::vector<QString> names;
    for (const SecretRef &ref : refs) {
        if (ref.kind == SecretRef::Kind::Keychain)
            names.push_back(ref.key);
    }
    if (m_keychain && !names.empty())
        m_keychain->load(names, context, std::move(ready));
    else
        ready();
}

} // namespace sockeye
