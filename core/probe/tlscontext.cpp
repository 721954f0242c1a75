// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/tlscontext.h"

#include <QFile>

#include <array>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <vector>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

template <auto function>
struct FreeBy {
    template <typename T>
    void operator()(T *object) const
    {
        function(object);
    }
};

using Bio = std::unique_ptr<BIO, FreeBy<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, FreeBy<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, FreeBy<EVP_PKEY_free>>;

Expected<QByteArray, QString> contents(const QString &path, const QByteArray &inlined)
{
    if (path.isEmpty())
        return inlined;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(QString(path % ": "_L1 % file.errorString()));
    return file.readAll();
}

Bio reading(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

Expected<std::vector<Certificate>, QString> certificates(const QString &path, const QByteArray &inlined)
{
    const auto pem = contents(path, inlined);
    if (!pem)
        return unexpected(pem.error());
    const Bio bio = reading(*pem);
    std::vector<Certificate> found;
    while (X509 *const next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        found.emplace_back(next);
    ERR_clear_error(); // the end of the file is one
    if (found.empty())
        return unexpected(QString(path % ": no PEM certificate"_L1));
    return found;
}

Expected<void, QString> trust(SSL_CTX *context, const TlsConfig &config)
{
    if (config.caFile.isEmpty() && config.ca.isEmpty()) {
        SSL_CTX_set_default_verify_paths(context);
        return {};
    }
    const auto authorities = certificates(config.caFile, config.ca);
    if (!authorities)
        return unexpected(authorities.error());
    X509_STORE *const store = SSL_CTX_get_cert_store(context);
    for (const Certificate &authority : *authorities)
        X509_STORE_add_cert(store, authority.get());
    // What is in the file is trusted as it is, also when somebody else has signed it, as Qt does.
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    return {};
}

Expected<void, QString> show(SSL_CTX *context, const TlsConfig &config, const QByteArray &keyPem)
{
    if (config.certFile.isEmpty() && config.cert.isEmpty())
        return {};
    const auto chain = certificates(config.certFile, config.cert);
    if (!chain)
        return unexpected(chain.error());
    const Bio bio = reading(keyPem);
    // Without a callback OpenSSL would ask for the password of a key at the terminal.
    const auto noPassword = [](char *, int, int, void *) { return -1; };
    const Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    ERR_clear_error();
    if (!key)
        return unexpected(u"no private key in PEM form without a password"_s);
    SSL_CTX_use_certificate(context, chain->front().get());
    for (auto one = std::next(chain->begin()); one != chain->end(); ++one)
        SSL_CTX_add1_chain_cert(context, one->get());
    if (SSL_CTX_use_PrivateKey(context, key.get()) != 1 || SSL_CTX_check_private_key(context) != 1) {
        ERR_clear_error();
        return unexpected(u"the private key is not the one of the client certificate"_s);
    }
    return {};
}

Expected<void, QString> limitVersions(SSL_CTX *context, const TlsConfig &config)
{
    const auto isSpoken = [](TlsVersion version) {
        return version != TlsVersion::Tls10 && version != TlsVersion::Tls11;
    };
    if (!isSpoken(config.minVersion) || !isSpoken(config.maxVersion))
        return unexpected(u"only TLS 1.2 and 1.3 are spoken"_s);
    SSL_CTX_set_min_proto_version(
        context, config.minVersion == TlsVersion::Tls13 ? TLS1_3_VERSION : TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(context, config.maxVersion == TlsVersion::Tls12 ? TLS1_2_VERSION : 0);
    return {};
}

} // namespace

void TlsContext::Free::operator()(ssl_ctx_st *context) const
{
    SSL_CTX_free(context);
}

TlsContext::TlsContext(bool isVerifying)
    : m_context(SSL_CTX_new(TLS_client_method()))
    , m_isVerifying(isVerifying)
{
    // An edge that would rather speak HTTP/2 must not be given the choice.
    static constexpr std::array<unsigned char, 9> http11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    SSL_CTX_set_alpn_protos(get(), http11.data(), http11.size());
    // An idle connection then holds no buffers, 34 KB each.
    SSL_CTX_set_mode(get(), SSL_MODE_RELEASE_BUFFERS);
}

Expected<std::shared_ptr<const TlsContext>, QString> TlsContext::create(
    const TlsConfig &config, const QByteArray &key)
{
    const std::shared_ptr<TlsContext> context(new TlsContext(!config.insecureSkipVerify));
    return limitVersions(context->get(), config)
        .and_then([&] { return trust(context->get(), config); })
        .and_then([&] { return show(context->get(), config, key); })
        .map([&] { return std::shared_ptr<const TlsContext>(context); });
}

} // namespace sockeye
