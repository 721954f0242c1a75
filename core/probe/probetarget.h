// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/http/httpconfig.h"

namespace sockeye {

//! \brief What speaks WebSocket for us: our own reading of RFC 6455, or Qt WebSockets, which tells less.
enum class ProbeEngine { Native, Qt };

//! \brief How a target is probed. Each phase has its own time limit; the sum of them is never waited for
//! silently.
struct ProbeModule {
    ProbeEngine engine = ProbeEngine::Native;
    std::vector<HttpHeader> headers; //!< of the upgrade request
    QString subprotocol; //!< offered and required; empty for none
    HttpAuth auth;
    TlsConfig tls;
    ProxyConfig proxy;
    std::chrono::milliseconds resolveTimeout{5'000};
    std::chrono::milliseconds connectTimeout{5'000};
    std::chrono::milliseconds tlsTimeout{5'000};
    std::chrono::milliseconds upgradeTimeout{10'000};
    std::chrono::milliseconds pingInterval{1'000}; //!< a fixed schedule, never ping-after-pong
    std::chrono::milliseconds pongTimeout{10'000};

    friend bool operator==(const ProbeModule &, const ProbeModule &) = default;
};

//! \brief One ws:// or wss:// address whose connection is held open.
struct ProbeTarget {
    TargetId id;
    QString name;
    QUrl url;
    ProbeModule module;

    friend bool operator==(const ProbeTarget &, const ProbeTarget &) = default;
};

//! \brief Reads what a user typed as the address of a target: ws or wss, without credentials. Keeps a slash
//! at the end, which many services insist on.
[[nodiscard]] Expected<QUrl, UrlProblem> parseProbeUrl(const QString &text);

//! \brief The secrets of \a module, other than files, which need no preparation.
[[nodiscard]] std::vector<SecretRef> secretsOf(const ProbeModule &module);

[[nodiscard]] QJsonObject toJson(const ProbeTarget &target);
[[nodiscard]] ProbeTarget readProbeTarget(JsonReader &reader);

} // namespace sockeye
