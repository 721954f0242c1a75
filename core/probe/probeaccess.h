// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace sockeye {

//! \brief What the attempts at a target need and only the main thread can get: credentials, certificates, the
//! way. Held in memory only.
struct ProbeAccess {
    QByteArray authorization{}; //!< the value of the header, or empty
    QSslConfiguration tls{}; //!< for wss; the name to verify stands in the target
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    std::optional<ProbeSetupError> problem{}; //!< why there can be no attempt

    friend bool operator==(const ProbeAccess &, const ProbeAccess &) = default;
};

} // namespace sockeye
