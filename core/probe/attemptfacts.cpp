// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/attemptfacts.h"

#include <algorithm>

namespace sockeye {

std::optional<Timestamp> earliestExpiry(const TlsFacts &tls)
{
    if (tls.chain.empty())
        return std::nullopt;
    return std::ranges::min(tls.chain, {}, &CertificateFacts::notAfter).notAfter;
}

} // namespace sockeye
