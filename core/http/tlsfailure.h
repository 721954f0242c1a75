// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QList>

#include <optional>

class QSslError;

namespace sockeye {

//! \brief Why a TLS handshake failed, as far as it can be told.
enum class TlsFailure {
    Other,
    Untrusted, //!< signed by nobody whom we know
    WrongName, //!< a good certificate of another host
    Expired, //!< or not valid yet
    NotTls, //!< the other side speaks plain text, mostly http
    TlsWanted, //!< and we speak plain text
    ClientCertificateWanted,
    ClientCertificateRefused
};

//! \brief Which end of its validity a certificate is beyond.
struct CertificateLapse {
    enum class Kind { Ended, NotBegun };

    Kind kind = Kind::Ended;
    Timestamp at; //!< when it ended, or is to begin

    friend bool operator==(const CertificateLapse &, const CertificateLapse &) = default;
};

//! \brief What the verification of the server's certificate found wrong. Trust outranks all else: what an
//! untrusted certificate says of itself is worth nothing.
[[nodiscard]] TlsFailure tlsFailureOf(const QList<QSslError> &errors);
//! \brief When the certificate was valid, with TlsFailure::Expired.
[[nodiscard]] std::optional<CertificateLapse> lapseOf(const QList<QSslError> &errors);
//! \brief tlsFailureOf() of the words of OpenSSL, where no certificate was at fault: Qt passes on nothing
//! else.
[[nodiscard]] TlsFailure tlsFailureOf(const QString &words);

//! \brief The same of the page that a server shows instead of breaking off; nothing of any other page.
[[nodiscard]] std::optional<TlsFailure> tlsFailureOfPage(const QByteArray &body);

} // namespace sockeye
