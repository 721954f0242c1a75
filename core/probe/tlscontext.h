// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/tlsconfig.h"

#include <memory>

struct ssl_ctx_st;

namespace sockeye {

//! \brief What is trusted and shown in handshakes, as OpenSSL wants it. To be shared between the sessions of
//! one thread: the certificates of a system take a megabyte.
class TlsContext final {
public:
    //! \brief \a key is the PEM of the client's private key, or empty. Else says in words what is wrong with
    //! \a config, with the path of the file.
    [[nodiscard]] static Expected<std::shared_ptr<const TlsContext>, QString> create(
        const TlsConfig &config, const QByteArray &key);

    [[nodiscard]] ssl_ctx_st *get() const { return m_context.get(); }
    [[nodiscard]] bool isVerifying() const { return m_isVerifying; }

private:
    struct Free {
        void operator()(ssl_ctx_st *context) const;
    };

    explicit TlsContext(bool isVerifying);

    std::unique_ptr<ssl_ctx_st, Free> m_context;
    bool m_isVerifying;
};

} // namespace sockeye
