// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/keychain.h"
#include "core/settings/secretstore.h"

namespace sockeye {

//! \brief The secrets that were typed in the dialog, above those of the session: *Test* uses them before
//! *Apply* hands them over. \a session must outlive it.
class DraftSecrets final : public SecretSource {
public:
    explicit DraftSecrets(SessionSecrets &session)
        : m_session(session)
    {
    }

    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        const auto typed = m_typed.constFind(ref.key);
        const bool mayBeTyped = ref.kind == SecretRef::Kind::Session || ref.kind == SecretRef::Kind::Keychain;
        if (mayBeTyped && typed != m_typed.constEnd())
            return *typed;
        return m_session.read(ref);
    }

    void prepare(
        const std::vector<SecretRef> &refs, QObject *context, std::function<void()> ready) const override
    {
        m_session.prepare(refs, context, std::move(ready));
    }

    void set(const QString &key, const QByteArray &secret) { m_typed.insert(key, secret); }
    [[nodiscard]] QByteArray typed(const QString &key) const { return m_typed.value(key); }
    [[nodiscard]] bool isKnown(const QString &key) const
    {
        return m_typed.contains(key) || m_session.has(key) || (keychain() && keychain()->unstored(key));
    }
    [[nodiscard]] bool isChanged() const { return !m_typed.isEmpty(); }

    [[nodiscard]] Keychain *keychain() const { return m_session.keychain(); }

    //! \brief Gives those of \a kept to the keychain, also what the session held of them so far, and the
    //! others to the session. Calls \a done later for each of the former, whose number is returned, unless \a
    //! context has gone.
    int handOver(const QStringList &kept, QObject *context, const Keychain::Done &done)
    {
        for (auto it = m_typed.cbegin(); it != m_typed.cend(); ++it)
            m_session.set(it.key(), it.value());
        m_typed.clear();
        int storing = 0;
        for (const QString &name : kept) {
            if (!keychain() || !m_session.has(name))
                continue;
            ++storing;
            const auto secret = m_session.read({SecretRef::Kind::Session, name});
            m_session.remove(name);
            keychain()->store(name, secret.value_or(QByteArray()), context, done);
        }
        return storing;
    }

private:
    SessionSecrets &m_session;
    QHash<QString, QByteArray> m_typed;
};

} // namespace sockeye
