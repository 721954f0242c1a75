// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/tlsfailure.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslError>

#include <algorithm>
#include <array>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

TlsFailure failureOf(QSslError::SslError code)
{
    // Not a switch: of some fifty codes these are the ones that lead to different remedies.
    if (code == QSslError::HostNameMismatch)
        return TlsFailure::WrongName;
    if (code == QSslError::CertificateExpired || code == QSslError::CertificateNotYetValid)
        return TlsFailure::Expired;
    return TlsFailure::Untrusted;
}

} // namespace

TlsFailure tlsFailureOf(const QList<QSslError> &errors)
{
    constexpr std::array byWeight{TlsFailure::Untrusted, TlsFailure::Expired, TlsFailure::WrongName};
    for (const TlsFailure failure : byWeight) {
        const auto isIt = [failure](const QSslError &error) { return failureOf(error.error()) == failure; };
        if (std::ranges::any_of(errors, isIt))
            return failure;
    }
    return TlsFailure::Other;
}

std::optional<CertificateLapse> lapseOf(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        const QSslCertificate certificate = error.certificate();
        if (error.error() == QSslError::CertificateExpired)
            return CertificateLapse{CertificateLapse::Kind::Ended,
                fromMilliseconds(certificate.expiryDate().toMSecsSinceEpoch())};
        if (error.error() == QSslError::CertificateNotYetValid)
            return CertificateLapse{CertificateLapse::Kind::NotBegun,
                fromMilliseconds(certificate.effectiveDate().toMSecsSinceEpoch())};
    }
    return std::nullopt;
}

TlsFailure tlsFailureOf(const QString &words)
{
    // The alerts of RFC 8446, section 6.2, and what OpenSSL says of a record that is none.
    static constexpr std::array<std::pair<QLatin1StringView, TlsFailure>, 10> phrases{
        {{"wrong version number"_L1, TlsFailure::NotTls}, {"packet length too long"_L1, TlsFailure::NotTls},
            {"http request"_L1, TlsFailure::NotTls},
            {"certificate required"_L1, TlsFailure::ClientCertificateWanted},
            {"alert bad certificate"_L1, TlsFailure::ClientCertificateRefused},
            {"alert unknown ca"_L1, TlsFailure::ClientCertificateRefused},
            {"alert certificate unknown"_L1, TlsFailure::ClientCertificateRefused},
            {"alert certificate expired"_L1, TlsFailure::ClientCertificateRefused},
            {"alert certificate revoked"_L1, TlsFailure::ClientCertificateRefused},
            {"alert unsupported certificate"_L1, TlsFailure::ClientCertificateRefused}}};
    const auto found = std::ranges::find_if(
        phrases, [&words](const auto &phrase) { return words.contains(phrase.first, Qt::CaseInsensitive); });
    return found == phrases.end() ? TlsFailure::Other : found->second;
}

std::optional<TlsFailure> tlsFailureOfPage(const QByteArray &body)
{
    // nginx, Go's net/http (Prometheus itself among others) and Apache, in this order.
    static constexpr std::array<std::pair<const char *, TlsFailure>, 5> phrases{
        {{"plain HTTP request was sent to HTTPS port", TlsFailure::TlsWanted},
            {"Client sent an HTTP request to an HTTPS server", TlsFailure::TlsWanted},
            {"speaking plain HTTP to an SSL-enabled server port", TlsFailure::TlsWanted},
            {"No required SSL certificate was sent", TlsFailure::ClientCertificateWanted},
            {"The SSL certificate error", TlsFailure::ClientCertificateRefused}}};
    const auto found =
        std::ranges::find_if(phrases, [&body](const auto &phrase) { return body.contains(phrase.first); });
    return found == phrases.end() ? std::nullopt : std::optional(found->second);
}

} // namespace sockeye
