// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errors.h"
#include "ui/text/formatting.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionErrors)
};

QString sourceName(const TlsSetupError &error)
{
    return error.path.isEmpty() ? Words::tr("What is set for the certificate") : error.path;
}

ErrorText describeLapse(const QString &server, const std::optional<CertificateLapse> &lapse)
{
    if (!lapse) {
        return {Words::tr("The certificate of %1 has expired, or is not valid yet.").arg(server),
            Words::tr("Renew the certificate, and check the clock of this machine.")};
    }
    const Formatting formatting;
    const QString time = QString(formatting.dateTime(lapse->at) % u' ' % formatting.zoneName());
    if (lapse->kind == CertificateLapse::Kind::NotBegun) {
        return {Words::tr("The certificate of %1 is not valid before %2.").arg(server, time),
            Words::tr("Check the clocks of both machines.")};
    }
    return {Words::tr("The certificate of %1 was valid until %2.").arg(server, time),
        Words::tr("Renew it on the server. If that was done, check the clock of this machine.")};
}

ErrorText describeScript(const ProxyError &error)
{
    const QString mend = Words::tr("Let whoever writes the script mend it, or enter the proxy itself.");
    switch (error.kind) {
    case ProxyError::Kind::ScriptUnreachable:
        return {Words::tr("The proxy script cannot be fetched: %1").arg(error.detail),
            Words::tr("Check the address of the script.")};
    case ProxyError::Kind::ScriptInvalid:
        return {Words::tr("This is no proxy script: %1").arg(error.detail),
            Words::tr("Check that the address leads to the script and not to a web page.")};
    case ProxyError::Kind::ScriptThrew:
        return {Words::tr("The proxy script failed: %1").arg(error.detail), mend};
    case ProxyError::Kind::ScriptTimedOut:
        return {Words::tr("The proxy script came to no end."),
            Words::tr("Check the name server, which it may have asked, and the script.")};
    case ProxyError::Kind::ScriptMemory:
        return {Words::tr("The proxy script takes too much memory."), mend};
    case ProxyError::Kind::ScriptAnswerInvalid:
        return {Words::tr("The proxy script gave an answer that names no proxy: %1").arg(error.detail), mend};
    case ProxyError::Kind::ScriptProxyUnsupported:
        return {
            Words::tr("The proxy script names a proxy of a kind that is not supported: %1").arg(error.detail),
            Words::tr("Enter another proxy, spoken to by http:// or socks5://.")};
    case ProxyError::Kind::ScriptNotRun:
    case ProxyError::Kind::BadUrl:
    case ProxyError::Kind::UnsupportedScheme:
    case ProxyError::Kind::SecretMissing:
    case ProxyError::Kind::SignInWanted:
        break;
    }
    return {Words::tr("The program that runs proxy scripts does not work: %1").arg(error.detail),
        Words::tr("Install Sockeye anew, or enter the proxy itself.")};
}

} // namespace

ErrorText describe(const TlsSetupError &error)
{
    switch (error.kind) {
    case TlsSetupError::Kind::Unreadable:
        return {Words::tr("%1 cannot be read: %2").arg(error.path, error.detail),
            Words::tr("Choose a readable PEM file.")};
    case TlsSetupError::Kind::NoCertificate:
        return {Words::tr("%1 holds no certificate in PEM form.").arg(sourceName(error)),
            Words::tr("Choose a file that begins with -----BEGIN CERTIFICATE-----.")};
    case TlsSetupError::Kind::NoKey:
        return {Words::tr("%1 holds no RSA or EC key in PEM form.").arg(sourceName(error)),
            Words::tr("Choose the file with the private key of the certificate.")};
    case TlsSetupError::Kind::KeyEncrypted:
        return {Words::tr("The private key is encrypted."),
            Words::tr("Decrypt it with openssl pkey, and let only yourself read the file.")};
    case TlsSetupError::Kind::KeyMismatch:
        return {Words::tr("The private key does not belong to the certificate."),
            Words::tr("Choose the key that was made with the certificate.")};
    case TlsSetupError::Kind::KeyMissing:
        return describe(error.secret.value_or(SecretError{}));
    case TlsSetupError::Kind::VersionUnsupported:
        return {Words::tr("Only TLS 1.2 and TLS 1.3 are spoken."),
            Words::tr("Choose one of them as the lowest and the highest version.")};
    }
    return {};
}

ErrorText describe(const ProxyError &error)
{
    switch (error.kind) {
    case ProxyError::Kind::BadUrl:
        return {Words::tr("The address of the proxy is not valid: %1").arg(error.detail),
            Words::tr("Enter one such as http://proxy.example.net:3128.")};
    case ProxyError::Kind::UnsupportedScheme:
        return {Words::tr("This kind of proxy is not supported: %1").arg(error.detail),
            Words::tr("Enter an address that begins with http:// or socks5://.")};
    case ProxyError::Kind::SecretMissing:
        return describe(error.secret.value_or(SecretError{}));
    case ProxyError::Kind::SignInWanted:
        return {
            Words::tr("407: the proxy lets nobody through without a user name and password that it knows."),
            Words::tr("Enter them in Settings, Network.")};
    case ProxyError::Kind::ScriptUnreachable:
    case ProxyError::Kind::ScriptInvalid:
    case ProxyError::Kind::ScriptThrew:
    case ProxyError::Kind::ScriptTimedOut:
    case ProxyError::Kind::ScriptMemory:
    case ProxyError::Kind::ScriptAnswerInvalid:
    case ProxyError::Kind::ScriptProxyUnsupported:
    case ProxyError::Kind::ScriptNotRun:
        break;
    }
    return describeScript(error);
}

ErrorText describe(TlsFailure failure, const QString &server, const std::optional<CertificateLapse> &lapse)
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
        return describeLapse(server, lapse);
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
