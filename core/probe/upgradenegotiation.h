// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/permessagedeflate.h"
#include "core/probe/upgraderequest.h"
#include "core/probe/upgraderesponse.h"

namespace sockeye {

//! \brief What an upgrade settled.
struct Negotiated {
    QByteArray subprotocol; //!< empty when none was offered
    std::optional<DeflateParameters> deflate;

    friend bool operator==(const Negotiated &, const Negotiated &) = default;
};

//! \brief Whether \a response makes a WebSocket of the connection that \a request was sent on (RFC 6455
//! section 4.1, RFC 7692), and what was agreed on.
[[nodiscard]] Expected<Negotiated, UpgradeProblem> validateUpgrade(
    const UpgradeResponse &response, const UpgradeRequest &request);

} // namespace sockeye
