// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

#include <QHash>

namespace sockeye {

class Keychain;

//! \brief Secrets that were typed for this session: in memory, in no file. Files are read on use; what the
//! keychain holds is asked for by prepare().
class SessionSecrets final : public SecretSource {
public:
    SessionSecrets() = default;
    //! \a keychain must outlive it.
    explicit SessionSecrets(Keychain *keychain)
        : m_keychain(keychain)
    {
    }

    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override;
    void prepare(
        const std::vector<SecretRef> &refs, QObject *context, std::function<void()> ready) const override;

    //! \brief nullptr for a session without.
    [[nodiscard]] Keychain *keychain() const { return m_keychain; }
    void set(const QString &key, const QByteArray &secret) { m_secrets.insert(key, secret); }
    void remove(const QString &key) { m_secrets.remove(key); }
    [[nodiscard]] bool has(const QString &key) const { return m_secrets.contains(key); }

private:
    Keychain *m_keychain = nullptr;
    QHash<QString, QByteArray> m_secrets;
};

} // namespace sockeye
