// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/secret.h"

namespace sockeye {

//! \brief A bound of the accepted versions of TLS.
enum class TlsVersion { Default, Tls10, Tls11, Tls12, Tls13 };

//! \brief How a server is verified and what it is shown of us, in the words of Prometheus' tls_config.
struct TlsConfig {
    QString caFile{}; //!< PEM; neither this nor ca: the system's certificates
    bool insecureSkipVerify = false;
    QByteArray ca{}; //!< PEM, instead of caFile
    QString certFile{}; //!< PEM; needs a key, as cert does
    QByteArray cert{}; //!< PEM, instead of certFile
    SecretRef key{}; //!< PEM
    QString serverName{}; //!< to verify instead of the host of the URL
    TlsVersion minVersion = TlsVersion::Default;
    TlsVersion maxVersion = TlsVersion::Default;

    friend bool operator==(const TlsConfig &, const TlsConfig &) = default;
};

} // namespace sockeye
