// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

#include <QHash>

namespace sockeye {

//! \brief Secrets that were typed for this session: in memory, in no file. Files are read on use.
class SessionSecrets final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override;

    void set(const QString &key, const QByteArray &secret) { m_secrets.insert(key, secret); }
    void remove(const QString &key) { m_secrets.remove(key); }
    [[nodiscard]] bool has(const QString &key) const { return m_secrets.contains(key); }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace sockeye
