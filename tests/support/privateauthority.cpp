// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/privateauthority.h"

#include <QFile>
#include <QProcess>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

QStringList newKey(PrivateAuthority::KeyType type, const QString &file)
{
    const QStringList kind = type == PrivateAuthority::KeyType::Rsa
        ? QStringList{u"-newkey"_s, u"rsa:2048"_s}
        : QStringList{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    return kind + QStringList{u"-nodes"_s, u"-keyout"_s, file};
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
}

} // namespace

Expected<std::unique_ptr<PrivateAuthority>, QString> PrivateAuthority::create()
{
    std::unique_ptr<PrivateAuthority> authority(new PrivateAuthority);
    if (!authority->m_folder.isValid())
        return unexpected(authority->m_folder.errorString());
    const QStringList made{u"req"_s, u"-x509"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Test authority"_s,
        u"-out"_s, authority->certificateFile()};
    const auto done = openssl(made + newKey(KeyType::Ec, authority->filePath(u"ca.key"_s)));
    if (!done)
        return unexpected(done.error());
    return authority;
}

QString PrivateAuthority::certificateFile() const
{
    return filePath(u"ca.pem"_s);
}

Expected<PrivateAuthority::Issued, QString> PrivateAuthority::issue(
    const QString &name, KeyType type, const QString &alternative) const
{
    const Issued issued{filePath(QString(name % u".pem"_s)), filePath(QString(name % u".key"_s))};
    QStringList arguments{u"req"_s, u"-x509"_s, u"-days"_s, u"2"_s, u"-CA"_s, certificateFile(), u"-CAkey"_s,
        filePath(u"ca.key"_s), u"-subj"_s, QString(u"/CN="_s % name), u"-addext"_s,
        u"basicConstraints=critical,CA:FALSE"_s, u"-out"_s, issued.certificateFile};
    if (!alternative.isEmpty())
        arguments += {u"-addext"_s, QString(u"subjectAltName="_s % alternative)};
    const auto done = openssl(arguments + newKey(type, issued.keyFile));
    if (!done)
        return unexpected(done.error());
    return issued;
}

// "openssl req" issues nothing that has expired, and "openssl ca" wants files of its own.
Expected<PrivateAuthority::Issued, QString> PrivateAuthority::issueExpired(
    const QString &name, const QString &alternative) const
{
    const Issued issued{filePath(QString(name % u".pem"_s)), filePath(QString(name % u".key"_s))};
    const QString request = filePath(QString(name % u".csr"_s));
    const QString configuration = filePath(u"ca.conf"_s);
    const QString text = u"[ca]\ndefault_ca=d\n[d]\ndatabase=%1/index\nnew_certs_dir=%1\nrand_serial=yes\n"
                         "default_md=sha256\npolicy=p\nx509_extensions=e\n[p]\ncommonName=supplied\n"
                         "[e]\nbasicConstraints=critical,CA:FALSE\nsubjectAltName=%2\n"_s;
    if (!write(filePath(u"index"_s), {}) || !write(configuration, text.arg(m_folder.path(), alternative)))
        return unexpected(u"the authority's folder cannot be written"_s);
    const auto asked =
        openssl(QStringList{u"req"_s, u"-new"_s, u"-subj"_s, QString(u"/CN="_s % name), u"-out"_s, request}
            + newKey(KeyType::Ec, issued.keyFile));
    if (!asked)
        return unexpected(asked.error());
    const auto done = openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, configuration, u"-cert"_s,
        certificateFile(), u"-keyfile"_s, filePath(u"ca.key"_s), u"-startdate"_s, u"20200101000000Z"_s,
        u"-enddate"_s, u"20200102000000Z"_s, u"-in"_s, request, u"-out"_s, issued.certificateFile});
    if (!done)
        return unexpected(done.error());
    return issued;
}

Expected<void, QString> PrivateAuthority::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return unexpected(QString(u"openssl: "_s % QString::fromUtf8(process.readAll())));
    return {};
}

} // namespace sockeye::test
