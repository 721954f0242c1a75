// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/tlssetup.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Kind = TlsSetupError::Kind;

TlsSetupError problem(Kind kind, const QString &path, const QString &detail = {})
{
    return {.kind = kind, .path = path, .detail = detail, .secret = {}};
}

Expected<QList<QSslCertificate>, TlsSetupError> certificates(const QString &path, QByteArray pem)
{
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return unexpected(problem(Kind::Unreadable, path, file.errorString()));
        pem = file.readAll();
    }
    const QList<QSslCertificate> found = QSslCertificate::fromData(pem, QSsl::Pem);
    if (found.isEmpty())
        return unexpected(problem(Kind::NoCertificate, path));
    return found;
}

Expected<QSslKey, TlsSetupError> privateKey(const SecretRef &ref, const SecretSource &secrets)
{
    const QString path = ref.kind == SecretRef::Kind::File ? ref.key : QString();
    const auto pem = secrets.read(ref);
    if (!pem) {
        TlsSetupError missing = problem(Kind::KeyMissing, path);
        missing.secret = pem.error();
        return unexpected(missing);
    }
    // "BEGIN ENCRYPTED PRIVATE KEY" of PKCS #8, "Proc-Type: 4,ENCRYPTED" before it.
    if (pem->contains("ENCRYPTED"))
        return unexpected(problem(Kind::KeyEncrypted, path));
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return unexpected(problem(Kind::NoKey, path));
}

// Qt notices a foreign key only in the middle of a handshake, and then in words alone. The public key ends
// in modulus and exponent, or in the point of the curve, and the private key holds the same bytes.
bool isPair(const QSslCertificate &certificate, const QSslKey &key)
{
    constexpr qsizetype tail = 64;
    const QSslKey publicKey = certificate.publicKey();
    return publicKey.algorithm() == key.algorithm() && key.toDer().contains(publicKey.toDer().right(tail));
}

Expected<void, TlsSetupError> showCertificate(
    QSslConfiguration &tls, const TlsConfig &config, const SecretSource &secrets)
{
    const auto chain = certificates(config.certFile, config.cert);
    if (!chain)
        return unexpected(chain.error());
    const auto key = privateKey(config.key, secrets);
    if (!key)
        return unexpected(key.error());
    if (!isPair(chain->constFirst(), *key)) {
        const bool isFile = config.key.kind == SecretRef::Kind::File;
        return unexpected(problem(Kind::KeyMismatch, isFile ? config.key.key : QString()));
    }
    tls.setLocalCertificateChain(*chain);
    tls.setPrivateKey(*key);
    return {};
}

bool isSpoken(TlsVersion version)
{
    return version != TlsVersion::Tls10 && version != TlsVersion::Tls11;
}

QSsl::SslProtocol protocolBetween(TlsVersion min, TlsVersion max)
{
    if (min == TlsVersion::Tls13)
        return QSsl::TlsV1_3OrLater;
    return max == TlsVersion::Tls12 ? QSsl::TlsV1_2 : QSsl::TlsV1_2OrLater;
}

} // namespace

Expected<QSslConfiguration, TlsSetupError> tlsConfiguration(
    const TlsConfig &config, const SecretSource &secrets)
{
    if (!isSpoken(config.minVersion) || !isSpoken(config.maxVersion))
        return unexpected(problem(Kind::VersionUnsupported, {}));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(protocolBetween(config.minVersion, config.maxVersion));
    if (config.insecureSkipVerify)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!config.caFile.isEmpty() || !config.ca.isEmpty()) {
        const auto authorities = certificates(config.caFile, config.ca);
        if (!authorities)
            return unexpected(authorities.error());
        tls.setCaCertificates(*authorities);
    }
    if (!config.certFile.isEmpty() || !config.cert.isEmpty()) {
        if (const auto shown = showCertificate(tls, config, secrets); !shown)
            return unexpected(shown.error());
    }
    return tls;
}

} // namespace sockeye
