// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgraderequest.h"

#include "core/base/random.h"

#include <QCryptographicHash>

#include <array>
#include <bit>

namespace sockeye {

namespace {

void appendHeader(QByteArray &bytes, const QByteArray &name, const QByteArray &value)
{
    bytes += name;
    bytes += ": ";
    bytes += value;
    bytes += "\r\n";
}

} // namespace

QByteArray makeUpgradeKey(RandomSource &random)
{
    const auto nonce =
        std::bit_cast<std::array<char, 16>>(std::array<std::uint64_t, 2>{random.bits(), random.bits()});
    return QByteArray(nonce.data(), static_cast<qsizetype>(nonce.size())).toBase64();
}

QByteArray acceptFor(const QByteArray &key)
{
    static const QByteArray suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(QByteArray(key + suffix), QCryptographicHash::Sha1).toBase64();
}

QByteArray toHeaderValue(const DeflateOffer &offer)
{
    QByteArray value = "permessage-deflate";
    if (offer.serverKeepsNoContext)
        value += "; server_no_context_takeover";
    if (offer.clientKeepsNoContext)
        value += "; client_no_context_takeover";
    if (offer.serverWindowBits)
        value += QByteArray("; server_max_window_bits=" + QByteArray::number(*offer.serverWindowBits));
    if (offer.clientWindowMayShrink)
        value += "; client_max_window_bits";
    return value;
}

QByteArray toBytes(const UpgradeRequest &request)
{
    QByteArray bytes = QByteArray("GET " + request.target + " HTTP/1.1\r\n");
    appendHeader(bytes, "Host", request.host);
    appendHeader(bytes, "Upgrade", "websocket");
    appendHeader(bytes, "Connection", "Upgrade");
    appendHeader(bytes, "Sec-WebSocket-Key", request.key);
    appendHeader(bytes, "Sec-WebSocket-Version", "13");
    if (!request.subprotocols.isEmpty())
        appendHeader(bytes, "Sec-WebSocket-Protocol", request.subprotocols.join(", "));
    if (request.deflate)
        appendHeader(bytes, "Sec-WebSocket-Extensions", toHeaderValue(*request.deflate));
    if (!request.origin.isEmpty())
        appendHeader(bytes, "Origin", request.origin);
    for (const HttpHeader &header : request.headers)
        appendHeader(bytes, header.name, header.value);
    bytes += "\r\n";
    return bytes;
}

} // namespace sockeye
