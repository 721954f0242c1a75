// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/jsonreader.h"
#include "core/http/httpauth.h"

#include <span>

//! \brief The parts of HttpConfig's JSON form. Each reader records what is wrong in its JsonReader.
namespace sockeye::configjson {

//! \brief Prometheus' own scheme: X_file names a file. X_session names what the user types once a session,
//! and X_keychain what the keychain holds.
void insertSecret(QJsonObject &object, QLatin1StringView key, const SecretRef &ref);
[[nodiscard]] SecretRef readSecret(JsonReader &reader, QLatin1StringView key);

//! \brief A duration in milliseconds, from 1 ms to one hour.
[[nodiscard]] std::chrono::milliseconds readTimeout(JsonReader &reader, std::chrono::milliseconds fallback);

//! \brief The headers of one JSON object, in the order of their names.
struct Headers {
    std::vector<HttpHeader> plain;
    std::vector<SecretHeader> secret;
};

[[nodiscard]] QJsonObject headersToJson(
    std::span<const HttpHeader> plain, std::span<const SecretHeader> secret);
[[nodiscard]] Headers readHeaders(JsonReader &reader, QLatin1StringView key);

[[nodiscard]] QJsonObject tlsToJson(const TlsConfig &tls);
[[nodiscard]] TlsConfig readTls(JsonReader &reader, QLatin1StringView key);

//! \brief The proxy's keys stand among those of the server.
void insertProxy(QJsonObject &object, const ProxyConfig &proxy);
[[nodiscard]] ProxyConfig readProxy(JsonReader &reader);

void insertAuth(QJsonObject &object, const HttpAuth &auth);
[[nodiscard]] HttpAuth readAuth(JsonReader &reader);

} // namespace sockeye::configjson
