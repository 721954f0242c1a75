// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errors.h"

#include <QCoreApplication>

namespace sockeye {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TlsErrors)
};

} // namespace

ErrorText describe(TlsFailure failure, const QString &server)
{
    switch (failure) {
    case TlsFailure::Other:
        return {Words::tr("No secure connection to %1 came about.").arg(server),
            Words::tr("Check which versions of TLS the server offers.")};
    case TlsFailure::Untrusted:
        return {Words::tr("The certificate of %1 is signed by nobody whom this machine trusts.").arg(server),
            Words::tr("Choose the CA file that belongs to the server.")};
    case TlsFailure::WrongName:
        return {Words::tr("The certificate that %1 shows is that of another host.").arg(server),
            Words::tr("Enter the name that stands in the certificate, in the URL or as server name.")};
    case TlsFailure::Expired:
        return {Words::tr("The certificate of %1 has expired, or is not valid yet.").arg(server),
            Words::tr("Renew the certificate, and check the clock of this machine.")};
    case TlsFailure::NotTls:
        return {Words::tr("%1 does not speak TLS.").arg(server),
            Words::tr("Write http:// for https:// in the URL, or check the port.")};
    case TlsFailure::TlsWanted:
        return {Words::tr("%1 speaks only TLS.").arg(server),
            Words::tr("Write https:// for http:// in the URL.")};
    case TlsFailure::ClientCertificateWanted:
        return {Words::tr("%1 wants to see a client certificate.").arg(server),
            Words::tr("Choose a certificate and its key.")};
    case TlsFailure::ClientCertificateRefused:
        return {Words::tr("%1 did not accept the client certificate.").arg(server),
            Words::tr("Choose one that the server's CA has signed and that has not expired.")};
    }
    return {};
}

} // namespace sockeye
