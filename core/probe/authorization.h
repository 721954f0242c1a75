// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpconfig.h"

namespace sockeye {

//! \brief The value of the Authorization header for \a auth; empty when none is wanted. Reads the secret, so
//! only where \a secrets may be used. Never log the result.
[[nodiscard]] Expected<QByteArray, SecretError> authorizationFor(
    const HttpAuth &auth, const SecretSource &secrets);

} // namespace sockeye
