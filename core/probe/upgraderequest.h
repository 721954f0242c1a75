// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpheader.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace sockeye {

class RandomSource;

//! \brief What a client asks for with permessage-deflate (RFC 7692 section 7.1).
struct DeflateOffer {
    bool serverKeepsNoContext = false; //!< server_no_context_takeover
    bool clientKeepsNoContext = false; //!< client_no_context_takeover
    std::optional<int> serverWindowBits{}; //!< server_max_window_bits, 8 to 15
    bool clientWindowMayShrink = true; //!< client_max_window_bits: the server may choose

    friend bool operator==(const DeflateOffer &, const DeflateOffer &) = default;
};

//! \brief The request that turns a connection into a WebSocket (RFC 6455 section 4.1).
struct UpgradeRequest {
    QByteArray target = "/"; //!< path and query, encoded
    QByteArray host; //!< with the port unless it is the scheme's own
    QByteArray key; //!< of makeUpgradeKey()
    QByteArray origin; //!< not sent when empty
    QByteArrayList subprotocols;
    std::optional<DeflateOffer> deflate;
    std::vector<HttpHeader> headers; //!< further ones, behind those above

    friend bool operator==(const UpgradeRequest &, const UpgradeRequest &) = default;
};

//! \brief A fresh Sec-WebSocket-Key: 16 random bytes in base64.
[[nodiscard]] QByteArray makeUpgradeKey(RandomSource &random);
//! \brief The Sec-WebSocket-Accept that answers \a key.
[[nodiscard]] QByteArray acceptFor(const QByteArray &key);

//! \brief The value of Sec-WebSocket-Extensions that makes \a offer.
[[nodiscard]] QByteArray toHeaderValue(const DeflateOffer &offer);
//! \brief The request as it is sent. No part of it may hold a control character.
[[nodiscard]] QByteArray toBytes(const UpgradeRequest &request);

} // namespace sockeye
