// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/tlsconfig.h"

#include <optional>

class QSslConfiguration;

namespace sockeye {

//! \brief Why a TlsConfig cannot be applied. What is wrong is wrong here, not at the server.
struct TlsSetupError {
    enum class Kind {
        Unreadable,
        NoCertificate, //!< no certificate in PEM form
        NoKey, //!< no RSA or EC private key in PEM form
        KeyEncrypted,
        KeyMismatch, //!< the key is not the one of the certificate
        KeyMissing, //!< see secret
        VersionUnsupported //!< only TLS 1.2 and 1.3 are spoken
    };

    Kind kind = Kind::Unreadable;
    QString path; //!< of the file; empty for what stands in the configuration itself
    QString detail; //!< the operating system's words
    std::optional<SecretError> secret; //!< with KeyMissing

    friend bool operator==(const TlsSetupError &, const TlsSetupError &) = default;
};

//! \brief Reads the files of \a config anew, so that a renewed certificate needs no restart. serverName is
//! not part of a QSslConfiguration: it belongs to the request.
[[nodiscard]] Expected<QSslConfiguration, TlsSetupError> tlsConfiguration(
    const TlsConfig &config, const SecretSource &secrets);

} // namespace sockeye
