// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/tlssession.h"

#include "core/probe/certificatefacts.h"

#include <QHostAddress>

#include <array>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t chunk = 16'384; //!< a TLS record holds no more

struct FreeSsl {
    void operator()(SSL *ssl) const { SSL_free(ssl); }
};

// The place in an X509_STORE_CTX where the callbacks find the session.
int storeIndex()
{
    static const int index = X509_STORE_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

ProbeOutcome outcomeOf(int verifyError)
{
    switch (verifyError) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return ProbeOutcome::TlsExpired;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return ProbeOutcome::TlsWrongName;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
        return ProbeOutcome::TlsSelfSigned;
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_UNTRUSTED:
        return ProbeOutcome::TlsUnknownAuthority;
    default:
        return ProbeOutcome::TlsFailed;
    }
}

} // namespace

class TlsSession::Private {
public:
    Private(std::shared_ptr<const TlsContext> shared, const QString &host);

    void noteEstablished();
    [[nodiscard]] Expected<void, TlsError> advance(std::vector<std::byte> &plain);
    [[nodiscard]] bool looksLikeTls(std::span<const std::byte> bytes);
    [[nodiscard]] TlsError failure();
    [[nodiscard]] SSL *get() const { return m_ssl.get(); }

    TlsFacts facts;
    bool isEstablished = false;

private:
    static int verify(X509_STORE_CTX *store, void *argument);
    static int noteProblem(int isGood, X509_STORE_CTX *store);

    std::shared_ptr<const TlsContext> m_context;
    std::unique_ptr<SSL, FreeSsl> m_ssl;
    std::size_t m_received = 0;
    int m_firstProblem = X509_V_OK;
};

TlsSession::Private::Private(std::shared_ptr<const TlsContext> shared, const QString &host)
    : m_context(std::move(shared))
    , m_ssl(SSL_new(m_context->get()))
{
    SSL_set_bio(get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
    SSL_set_connect_state(get());
    SSL_set_app_data(get(), this);
    const QByteArray name = host.toLatin1();
    if (!QHostAddress(host).isNull()) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(get()), name.constData());
    } else {
        SSL_ctrl(get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
            const_cast<char *>(name.constData())); // NOLINT: OpenSSL only reads it
        SSL_set1_host(get(), name.constData());
    }
    SSL_set_verify(get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_cert_verify_callback(m_context->get(), &Private::verify, nullptr);
}

// Goes on after each problem, so that all of them are told, and then answers the server with the first.
int TlsSession::Private::verify(X509_STORE_CTX *store, void *)
{
    const auto *ssl =
        static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *const self = static_cast<Private *>(SSL_get_app_data(ssl));
    self->facts.chain = certificateFacts(X509_STORE_CTX_get0_untrusted(store));
    X509_STORE_CTX_set_ex_data(store, storeIndex(), self);
    X509_STORE_CTX_set_verify_cb(store, &Private::noteProblem);
    X509_verify_cert(store);
    X509_STORE_CTX_set_error(store, self->m_firstProblem);
    return self->m_firstProblem == X509_V_OK || !self->m_context->isVerifying() ? 1 : 0;
}

int TlsSession::Private::noteProblem(int isGood, X509_STORE_CTX *store)
{
    if (isGood == 1)
        return 1;
    auto *const self = static_cast<Private *>(X509_STORE_CTX_get_ex_data(store, storeIndex()));
    const int problem = X509_STORE_CTX_get_error(store);
    if (self->m_firstProblem == X509_V_OK)
        self->m_firstProblem = problem;
    const QString words = QString::fromUtf8(X509_verify_cert_error_string(problem));
    if (!self->facts.problems.contains(words))
        self->facts.problems.append(words);
    return 1;
}

void TlsSession::Private::noteEstablished()
{
    isEstablished = true;
    facts.version = SSL_get_version(get());
    facts.cipher = SSL_CIPHER_get_name(SSL_get_current_cipher(get()));
    facts.resumed = SSL_session_reused(get()) == 1;
    const unsigned char *name = nullptr;
    unsigned length = 0;
    SSL_get0_alpn_selected(get(), &name, &length);
    facts.alpn = QByteArray(reinterpret_cast<const char *>(name), static_cast<qsizetype>(length));
}

// The first record of a server is a handshake or an alert, of version 3.
bool TlsSession::Private::looksLikeTls(std::span<const std::byte> bytes)
{
    constexpr std::byte alert{21};
    constexpr std::byte handshake{22};
    constexpr std::byte major{3};
    for (const std::byte byte : bytes.first(std::min<std::size_t>(bytes.size(), 2))) {
        if (m_received == 0 && byte != alert && byte != handshake)
            return false;
        if (m_received == 1 && byte != major)
            return false;
        ++m_received;
    }
    return true;
}

Expected<void, TlsError> TlsSession::Private::advance(std::vector<std::byte> &plain)
{
    ERR_clear_error();
    if (!isEstablished) {
        const int done = SSL_do_handshake(get());
        if (done != 1)
            return SSL_get_error(get(), done) == SSL_ERROR_WANT_READ ? Expected<void, TlsError>()
                                                                     : unexpected(failure());
        noteEstablished();
    }
    for (;;) {
        const std::size_t before = plain.size();
        plain.resize(before + chunk);
        std::size_t read = 0;
        const int done = SSL_read_ex(get(), &plain[before], chunk, &read);
        plain.resize(before + read);
        if (done == 1)
            continue;
        const int error = SSL_get_error(get(), done);
        if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_ZERO_RETURN)
            return {};
        return unexpected(failure());
    }
}

TlsError TlsSession::Private::failure()
{
    const unsigned long error = ERR_get_error();
    ERR_clear_error();
    if (m_firstProblem != X509_V_OK && m_context->isVerifying())
        return {outcomeOf(m_firstProblem), facts.problems.join("; "_L1)};
    const char *reason = ERR_reason_error_string(error);
    return {ProbeOutcome::TlsProtocol, QString::fromUtf8(reason ? reason : "unexpected end")};
}

TlsSession::TlsSession(std::shared_ptr<const TlsContext> context, const QString &host)
    : d(std::make_unique<Private>(std::move(context), host))
{
}

TlsSession::~TlsSession() = default;

void TlsSession::start()
{
    ERR_clear_error();
    SSL_do_handshake(d->get());
}

Expected<void, TlsError> TlsSession::receive(std::span<const std::byte> bytes, std::vector<std::byte> &plain)
{
    if (!d->looksLikeTls(bytes))
        return unexpected(TlsError{ProbeOutcome::TlsNotSpoken, {}});
    BIO_write(SSL_get_rbio(d->get()), bytes.data(), static_cast<int>(bytes.size()));
    return d->advance(plain);
}

void TlsSession::send(std::span<const std::byte> plain)
{
    std::size_t written = 0;
    SSL_write_ex(d->get(), plain.data(), plain.size(), &written);
}

void TlsSession::takeOutput(std::vector<std::byte> &out)
{
    BIO *const bio = SSL_get_wbio(d->get());
    while (BIO_ctrl_pending(bio) > 0) {
        const std::size_t before = out.size();
        const std::size_t pending = BIO_ctrl_pending(bio);
        out.resize(before + pending);
        const int read = BIO_read(bio, &out[before], static_cast<int>(pending));
        out.resize(before + static_cast<std::size_t>(std::max(read, 0)));
    }
}

void TlsSession::shutDown()
{
    ERR_clear_error();
    SSL_shutdown(d->get());
}

bool TlsSession::isEstablished() const
{
    return d->isEstablished;
}

bool TlsSession::isClosedByPeer() const
{
    return (SSL_get_shutdown(d->get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

const TlsFacts &TlsSession::facts() const
{
    return d->facts;
}

} // namespace sockeye
