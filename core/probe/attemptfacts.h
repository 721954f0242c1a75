// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/http/httpheader.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace sockeye {

//! \brief One address that was tried, and what came of it.
struct AddressAttempt {
    QString address;
    std::optional<std::chrono::nanoseconds>
        duration; //!< until it connected or failed; nothing when overtaken
    QString error; //!< the operating system's words; empty when it connected or was overtaken

    friend bool operator==(const AddressAttempt &, const AddressAttempt &) = default;
};

struct CertificateFacts {
    QString subject; //!< the common name, or else the whole distinguished name
    QString issuer;
    Timestamp notBefore;
    Timestamp notAfter;
    QByteArray sha256; //!< of its DER form, in hex: shows a rotation

    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

struct TlsFacts {
    QByteArray version; //!< such as "TLSv1.3"; empty when the handshake failed
    QByteArray cipher;
    QByteArray alpn; //!< what the server chose, or empty
    bool resumed = false;
    std::vector<CertificateFacts> chain; //!< as the server sent it, its own first; also when not accepted
    QStringList problems; //!< all that the verification found

    friend bool operator==(const TlsFacts &, const TlsFacts &) = default;
};

//! \brief The answer to the upgrade request.
struct UpgradeFacts {
    int status = 0;
    QByteArray reason;
    std::vector<HttpHeader> headers; //!< in the order of the answer
    QByteArray body; //!< the first 4 KiB of a refusal's
    std::optional<std::chrono::seconds> retryAfter;

    friend bool operator==(const UpgradeFacts &, const UpgradeFacts &) = default;
};

//! \brief What was seen on the way to an open connection, or to the failure.
struct AttemptFacts {
    QStringList addresses; //!< of the name, in the order of the resolver
    std::vector<AddressAttempt> tried;
    QString peer; //!< the address that connected
    std::optional<TlsFacts> tls;
    std::optional<UpgradeFacts> upgrade;

    friend bool operator==(const AttemptFacts &, const AttemptFacts &) = default;
};

//! \brief The earliest end of validity in \a tls' chain: the day on which clients begin to refuse.
[[nodiscard]] std::optional<Timestamp> earliestExpiry(const TlsFacts &tls);

} // namespace sockeye
