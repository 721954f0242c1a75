// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/certificatefacts.h"

#include <array>
#include <ctime>
#include <openssl/x509.h>

namespace sockeye {

namespace {

QString nameText(const X509_NAME *name)
{
    std::array<char, 256> text{};
    // The last common name is the one that OpenSSL goes by; a name may have none.
    if (X509_NAME_get_text_by_NID(name, NID_commonName, text.data(), static_cast<int>(text.size())) > 0)
        return QString::fromUtf8(text.data());
    return QString::fromUtf8(X509_NAME_oneline(name, text.data(), static_cast<int>(text.size())));
}

Timestamp timeOf(const ASN1_TIME *time)
{
    std::tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return Timestamp{std::chrono::seconds{timegm(&parts)}};
}

CertificateFacts factsOf(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    X509_digest(certificate, EVP_sha256(), digest.data(), &length);
    return {nameText(X509_get_subject_name(certificate)), nameText(X509_get_issuer_name(certificate)),
        timeOf(X509_get0_notBefore(certificate)), timeOf(X509_get0_notAfter(certificate)),
        QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length)).toHex()};
}

} // namespace

std::vector<CertificateFacts> certificateFacts(const stack_st_X509 *chain)
{
    std::vector<CertificateFacts> facts;
    for (int i = 0; i < sk_X509_num(chain); ++i)
        facts.push_back(factsOf(sk_X509_value(chain, i)));
    return facts;
}

} // namespace sockeye
