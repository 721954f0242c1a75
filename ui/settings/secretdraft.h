// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

namespace sockeye {

//! \brief Where a secret is kept, while the user edits that; never the secret itself.
struct SecretDraft {
    enum class Place { Session, File, Keychain };

    Place place = Place::Session;
    QString path; //!< of the file, or the name within the keychain; there empty for that of the session

    friend bool operator==(const SecretDraft &, const SecretDraft &) = default;
};

[[nodiscard]] inline SecretDraft secretDraft(const SecretRef &ref)
{
    switch (ref.kind) {
    case SecretRef::Kind::None:
    case SecretRef::Kind::Session:
        break;
    case SecretRef::Kind::File:
        return {SecretDraft::Place::File, ref.key};
    case SecretRef::Kind::Keychain:
        return {SecretDraft::Place::Keychain, ref.key};
    }
    return {};
}

//! \brief \a sessionKey names the secret among those that live for the session.
[[nodiscard]] inline SecretRef secretOf(const SecretDraft &draft, const QString &sessionKey)
{
    switch (draft.place) {
    case SecretDraft::Place::Session:
        break;
    case SecretDraft::Place::File:
        return {SecretRef::Kind::File, draft.path.trimmed()};
    case SecretDraft::Place::Keychain:
        return {SecretRef::Kind::Keychain, draft.path.isEmpty() ? sessionKey : draft.path};
    }
    return {SecretRef::Kind::Session, sessionKey};
}

} // namespace sockeye
