// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/http/tlssetup.h"

#include "tests/support/privateauthority.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTest>

Q_DECLARE_METATYPE(sockeye::TlsConfig)
Q_DECLARE_METATYPE(sockeye::TlsSetupError::Kind)
Q_DECLARE_METATYPE(sockeye::TlsVersion)
Q_DECLARE_METATYPE(QSsl::SslProtocol)

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = TlsSetupError::Kind;
using KeyType = test::PrivateAuthority::KeyType;
using test::PrivateAuthority;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class FileSecrets final : public SecretSource {
public:
    Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        const QByteArray content = contentOf(ref.key);
        if (content.isEmpty())
            return unexpected(SecretError{SecretError::Kind::FileUnreadable, ref.key, {}});
        return content;
    }
};

} // namespace

class TestTlsSetup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesKeysOfEachForm_data();
    void takesKeysOfEachForm();
    void takesCertificatesOfTheConfiguration();
    void limitsTheVersions_data();
    void limitsTheVersions();
    void namesTheFileThatIsWrong_data();
    void namesTheFileThatIsWrong();
    void tellsWhyTheKeyIsMissing();

private:
    [[nodiscard]] QString derived(const QString &name, const QStringList &openssl) const;
    [[nodiscard]] TlsConfig shown(const QString &certificateFile, const QString &keyFile) const;

    std::unique_ptr<PrivateAuthority> m_authority;
    PrivateAuthority::Issued m_rsa;
    PrivateAuthority::Issued m_ec;
    FileSecrets m_secrets;
};

void TestTlsSetup::initTestCase()
{
    auto authority = PrivateAuthority::create();
    QVERIFY2(authority, authority ? "" : qPrintable(authority.error()));
    m_authority = std::move(*authority);
    const auto rsa = m_authority->issue(u"rsa"_s, KeyType::Rsa);
    const auto ec = m_authority->issue(u"ec"_s, KeyType::Ec);
    QVERIFY(rsa && ec);
    m_rsa = *rsa;
    m_ec = *ec;
}

// A file that openssl makes of another one.
QString TestTlsSetup::derived(const QString &name, const QStringList &openssl) const
{
    const QString path = m_authority->filePath(name);
    if (!PrivateAuthority::openssl(openssl + QStringList{u"-out"_s, path}))
        qFatal("openssl cannot make a file");
    return path;
}

TlsConfig TestTlsSetup::shown(const QString &certificateFile, const QString &keyFile) const
{
    TlsConfig config;
    config.certFile = certificateFile;
    config.key = {SecretRef::Kind::File, keyFile};
    return config;
}

void TestTlsSetup::takesKeysOfEachForm_data()
{
    QTest::addColumn<TlsConfig>("config");
    const QString oldRsa = derived(u"old-rsa.key"_s, {u"rsa"_s, u"-traditional"_s, u"-in"_s, m_rsa.keyFile});
    const QString oldEc = derived(u"old-ec.key"_s, {u"ec"_s, u"-in"_s, m_ec.keyFile});

    QTest::newRow("RSA in PKCS #8") << shown(m_rsa.certificateFile, m_rsa.keyFile);
    QTest::newRow("RSA in PKCS #1") << shown(m_rsa.certificateFile, oldRsa);
    QTest::newRow("EC in PKCS #8") << shown(m_ec.certificateFile, m_ec.keyFile);
    QTest::newRow("EC in SEC 1") << shown(m_ec.certificateFile, oldEc);
}

void TestTlsSetup::takesKeysOfEachForm()
{
    QFETCH(TlsConfig, config);

    const auto tls = tlsConfiguration(config, m_secrets);

    QVERIFY2(tls, tls ? "" : qPrintable(tls.error().path));
    QVERIFY(!tls->privateKey().isNull());
    QVERIFY(!tls->localCertificate().isNull());
}

void TestTlsSetup::takesCertificatesOfTheConfiguration()
{
    TlsConfig config;
    config.ca = contentOf(m_authority->certificateFile());
    config.cert = contentOf(m_ec.certificateFile) + config.ca;
    config.key = {SecretRef::Kind::File, m_ec.keyFile};

    const auto tls = tlsConfiguration(config, m_secrets);

    QVERIFY(tls.has_value());
    QCOMPARE(tls->caCertificates(), QSslCertificate::fromData(config.ca));
    QCOMPARE(tls->localCertificateChain().size(), 2);
}

void TestTlsSetup::limitsTheVersions_data()
{
    QTest::addColumn<TlsVersion>("min");
    QTest::addColumn<TlsVersion>("max");
    QTest::addColumn<QSsl::SslProtocol>("protocol");

    QTest::newRow("no limits") << TlsVersion::Default << TlsVersion::Default << QSsl::TlsV1_2OrLater;
    QTest::newRow("from 1.2") << TlsVersion::Tls12 << TlsVersion::Default << QSsl::TlsV1_2OrLater;
    QTest::newRow("from 1.3") << TlsVersion::Tls13 << TlsVersion::Default << QSsl::TlsV1_3OrLater;
    QTest::newRow("up to 1.2") << TlsVersion::Default << TlsVersion::Tls12 << QSsl::TlsV1_2;
    QTest::newRow("1.2 to 1.3") << TlsVersion::Tls12 << TlsVersion::Tls13 << QSsl::TlsV1_2OrLater;
}

void TestTlsSetup::limitsTheVersions()
{
    QFETCH(TlsVersion, min);
    QFETCH(TlsVersion, max);
    QFETCH(QSsl::SslProtocol, protocol);
    TlsConfig config;
    config.minVersion = min;
    config.maxVersion = max;

    const auto tls = tlsConfiguration(config, m_secrets);

    QVERIFY(tls.has_value());
    QCOMPARE(tls->protocol(), protocol);
}

void TestTlsSetup::namesTheFileThatIsWrong_data()
{
    QTest::addColumn<TlsConfig>("config");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("path");
    const QString nowhere = u"/nowhere/file.pem"_s;
    const QString encrypted = derived(u"encrypted.key"_s,
        {u"pkey"_s, u"-in"_s, m_ec.keyFile, u"-aes256"_s, u"-passout"_s, u"pass:secret"_s});
    const auto other = m_authority->issue(u"other"_s, KeyType::Ec);
    TlsConfig noCa;
    noCa.caFile = nowhere;
    TlsConfig keyForCa;
    keyForCa.caFile = m_ec.keyFile;
    TlsConfig nonsense;
    nonsense.ca = "-----BEGIN CERTIFICATE-----";
    TlsConfig old;
    old.minVersion = TlsVersion::Tls10;

    QTest::newRow("a CA file that is not there") << noCa << Kind::Unreadable << nowhere;
    QTest::newRow("a key for the CA") << keyForCa << Kind::NoCertificate << m_ec.keyFile;
    QTest::newRow("nonsense for the CA") << nonsense << Kind::NoCertificate << QString();
    QTest::newRow("a certificate that is not there")
        << shown(nowhere, m_ec.keyFile) << Kind::Unreadable << nowhere;
    QTest::newRow("a key for the certificate")
        << shown(m_ec.keyFile, m_ec.keyFile) << Kind::NoCertificate << m_ec.keyFile;
    QTest::newRow("a certificate for the key")
        << shown(m_ec.certificateFile, m_ec.certificateFile) << Kind::NoKey << m_ec.certificateFile;
    QTest::newRow("an encrypted key")
        << shown(m_ec.certificateFile, encrypted) << Kind::KeyEncrypted << encrypted;
    QTest::newRow("the key of another certificate")
        << shown(m_ec.certificateFile, other->keyFile) << Kind::KeyMismatch << other->keyFile;
    QTest::newRow("a key of another kind")
        << shown(m_rsa.certificateFile, m_ec.keyFile) << Kind::KeyMismatch << m_ec.keyFile;
    QTest::newRow("TLS 1.0") << old << Kind::VersionUnsupported << QString();
}

void TestTlsSetup::namesTheFileThatIsWrong()
{
    QFETCH(TlsConfig, config);
    QFETCH(Kind, kind);
    QFETCH(QString, path);

    const auto tls = tlsConfiguration(config, m_secrets);

    QVERIFY(!tls.has_value());
    QCOMPARE(tls.error().kind, kind);
    QCOMPARE(tls.error().path, path);
}

void TestTlsSetup::tellsWhyTheKeyIsMissing()
{
    const auto tls = tlsConfiguration(shown(m_ec.certificateFile, u"/nowhere/key"_s), m_secrets);

    QVERIFY(!tls.has_value());
    QCOMPARE(tls.error().kind, Kind::KeyMissing);
    QVERIFY(tls.error().secret->kind == SecretError::Kind::FileUnreadable);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestTlsSetup)

#include "tst_tlssetup.moc"
