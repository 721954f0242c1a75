// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/credentialerror.h"
#include "core/http/proxychoice.h"
#include "core/http/tlsfailure.h"
#include "core/http/tlssetup.h"

#include <QUrl>

#include <optional>

namespace sockeye {

//! \brief Why a request got no complete answer. An answer with a status of 400 or more is an answer, not an
//! HttpError.
struct HttpError {
    enum class Kind {
        HostNotFound,
        ConnectionRefused,
        ConnectionLost,
        NetworkUnreachable,
        ProxyFailed,
        TlsFailed,
        Redirected, //!< to another origin, which is not followed: credentials would go along; detail names it
        RedirectLoop,
        TimedOut,
        TooLarge,
        SecretMissing,
        CredentialsFailed, //!< a token could not be fetched
        TlsSetup, //!< our own certificates or versions cannot be used
        ProxyUnusable, //!< the configured proxy cannot be used; ProxyFailed is a proxy that was tried
        Aborted,
        Protocol
    };

    Kind kind = Kind::Protocol;
    QUrl url; //!< without user information and query
    QString detail; //!< the library's words, for a tooltip
    std::optional<SecretError> secret; //!< with SecretMissing
    std::optional<TlsSetupError> tlsSetup; //!< with TlsSetup
    std::optional<ProxyError> proxy; //!< with ProxyUnusable, and with ProxyFailed where it is known
    std::optional<CredentialError> credentials; //!< with CredentialsFailed
    TlsFailure tls = TlsFailure::Other; //!< with TlsFailed
    std::optional<CertificateLapse> lapse; //!< with TlsFailed and Expired
    ProxyConfig::Mode proxyMode = ProxyConfig::Mode::Environment; //!< with ProxyFailed: who named the proxy
    QString proxyPlace; //!< with ProxyFailed: host:port
    qint64 limit = 0; //!< bytes with TooLarge, milliseconds with TimedOut

    friend bool operator==(const HttpError &, const HttpError &) = default;
};

} // namespace sockeye
