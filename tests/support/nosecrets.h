// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

namespace sockeye::test {

//! \brief Has no secrets, for servers that want none.
class NoSecrets final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        if (ref.kind == SecretRef::Kind::None)
            return QByteArray();
        return unexpected(SecretError{SecretError::Kind::NotGiven, {}, {}});
    }
};

} // namespace sockeye::test
