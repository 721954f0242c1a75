// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/attemptfacts.h"

struct stack_st_X509;

namespace sockeye {

//! \brief What OpenSSL's \a chain says, in its order; null is an empty one.
[[nodiscard]] std::vector<CertificateFacts> certificateFacts(const stack_st_X509 *chain);

} // namespace sockeye
