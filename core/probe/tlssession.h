// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/attemptfacts.h"
#include "core/probe/proberesult.h"
#include "core/probe/tlscontext.h"

#include <cstddef>
#include <span>

namespace sockeye {

//! \brief Why there is no TLS, as the probe tells it, with all that was found in words.
struct TlsError {
    ProbeOutcome outcome = ProbeOutcome::TlsFailed;
    QString detail;

    friend bool operator==(const TlsError &, const TlsError &) = default;
};

//! \brief The client's side of one TLS connection, without input or output: bytes in, bytes out. Verifies as
//! its context says, and tells the chain and all that is wrong with it also when it is not accepted.
class TlsSession final {
public:
    //! \a host is what the certificate has to be for: a name, which is sent to the server too, or an address.
    TlsSession(std::shared_ptr<const TlsContext> context, const QString &host);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    //! \brief Begins the handshake.
    void start();
    //! \brief Takes bytes of the server and appends what they say to \a plain.
    [[nodiscard]] Expected<void, TlsError> receive(
        std::span<const std::byte> bytes, std::vector<std::byte> &plain);
    //! \brief Encrypts \a plain; only when established.
    void send(std::span<const std::byte> plain);
    //! \brief Appends what is to go to the server to \a out. Look after each other call, also after an error:
    //! the server is told why.
    void takeOutput(std::vector<std::byte> &out);
    //! \brief Tells the server that nothing more comes.
    void shutDown();

    [[nodiscard]] bool isEstablished() const;
    //! \brief The server has said that nothing more comes.
    [[nodiscard]] bool isClosedByPeer() const;
    [[nodiscard]] const TlsFacts &facts() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
