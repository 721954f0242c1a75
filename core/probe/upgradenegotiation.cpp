// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgradenegotiation.h"

#include "core/probe/extensionheader.h"

#include <algorithm>

namespace sockeye {

namespace {

using Kind = UpgradeProblem::Kind;
using Check = std::optional<UpgradeProblem>;

constexpr qsizetype shownBytes = 256;
constexpr int smallestWindowBits = 8;
constexpr int largestWindowBits = 15;

UpgradeProblem problem(Kind kind, const QByteArray &found = {}, const QByteArray &expected = {})
{
    return {.kind = kind, .found = found.left(shownBytes), .expected = expected};
}

bool equalsIgnoringCase(QByteArrayView one, QByteArrayView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

// Whether \a token is in a list such as "keep-alive, Upgrade".
bool hasToken(const QByteArray &list, QByteArrayView token)
{
    const QByteArrayList tokens = list.split(',');
    return std::ranges::any_of(
        tokens, [token](const QByteArray &one) { return equalsIgnoringCase(one.trimmed(), token); });
}

// Connection and Upgrade are lists, and may come in several headers.
Check checkSwitch(const UpgradeResponse &response)
{
    if (response.status != 101)
        return problem(Kind::Refused, response.reason);
    if (response.minorVersion < 1)
        return problem(Kind::OldHttp);
    const QByteArrayList upgrade = response.allOf("Upgrade");
    if (upgrade.isEmpty())
        return problem(Kind::NoUpgradeHeader);
    if (!equalsIgnoringCase(upgrade.join(", "), "websocket"))
        return problem(Kind::WrongUpgradeHeader, upgrade.join(", "), "websocket");
    const QByteArrayList connection = response.allOf("Connection");
    if (connection.isEmpty())
        return problem(Kind::NoConnectionHeader);
    if (!hasToken(connection.join(','), "upgrade"))
        return problem(Kind::WrongConnectionHeader, connection.join(", "), "Upgrade");
    return std::nullopt;
}

Check checkAccept(const UpgradeResponse &response, const QByteArray &key)
{
    const QByteArrayList accepts = response.allOf("Sec-WebSocket-Accept");
    const QByteArray expected = acceptFor(key);
    if (accepts.isEmpty())
        return problem(Kind::NoAcceptHeader, {}, expected);
    if (accepts.size() > 1)
        return problem(Kind::RepeatedHeader, accepts.join(", "), "Sec-WebSocket-Accept");
    if (accepts.first() != expected)
        return problem(Kind::WrongAccept, accepts.first(), expected);
    return std::nullopt;
}

Check checkSubprotocol(const UpgradeResponse &response, const QByteArrayList &offered)
{
    const QByteArrayList chosen = response.allOf("Sec-WebSocket-Protocol");
    if (chosen.size() > 1)
        return problem(Kind::RepeatedHeader, chosen.join(", "), "Sec-WebSocket-Protocol");
    if (chosen.isEmpty())
        return offered.isEmpty() ? Check() : problem(Kind::NoSubprotocol, {}, offered.join(", "));
    if (!offered.contains(chosen.first()))
        return problem(Kind::WrongSubprotocol, chosen.first(), offered.join(", "));
    return std::nullopt;
}

// A number of 8 to 15 without leading zeros.
std::optional<int> windowBits(const ExtensionParameter &parameter)
{
    if (!parameter.value || parameter.value->startsWith('0') || parameter.value->startsWith('+'))
        return std::nullopt;
    bool isNumber = false;
    const int bits = parameter.value->toInt(&isNumber);
    if (!isNumber || bits < smallestWindowBits || bits > largestWindowBits)
        return std::nullopt;
    return bits;
}

// Sets what \a parameter says, which may be more than was asked for (RFC 7692 section 7.1).
bool readParameter(const ExtensionParameter &parameter, const DeflateOffer &offer, DeflateParameters &agreed)
{
    if (parameter.name == "server_no_context_takeover") {
        agreed.serverKeepsNoContext = true;
        return !parameter.value;
    }
    if (parameter.name == "client_no_context_takeover") {
        agreed.clientKeepsNoContext = true;
        return !parameter.value;
    }
    const std::optional<int> bits = windowBits(parameter);
    if (!bits)
        return false;
    if (parameter.name == "server_max_window_bits") {
        agreed.serverWindowBits = *bits;
        return *bits <= offer.serverWindowBits.value_or(largestWindowBits);
    }
    agreed.clientWindowBits = *bits;
    return parameter.name == "client_max_window_bits" && offer.clientWindowMayShrink;
}

QByteArray toText(const ExtensionParameter &parameter)
{
    return parameter.value ? QByteArray(parameter.name + '=' + *parameter.value) : parameter.name;
}

Expected<DeflateParameters, UpgradeProblem> readDeflate(const Extension &extension, const DeflateOffer &offer)
{
    DeflateParameters agreed;
    QByteArrayList seen;
    for (const ExtensionParameter &parameter : extension.parameters) {
        if (seen.contains(parameter.name) || !readParameter(parameter, offer, agreed))
            return unexpected(problem(Kind::BadExtensionParameter, toText(parameter)));
        seen.append(parameter.name);
    }
    // These are conditions of ours, which a server that accepts repeats.
    if (offer.serverKeepsNoContext && !agreed.serverKeepsNoContext)
        return unexpected(problem(Kind::BadExtensionParameter, {}, "server_no_context_takeover"));
    if (offer.serverWindowBits && !seen.contains("server_max_window_bits"))
        return unexpected(problem(Kind::BadExtensionParameter, {}, "server_max_window_bits"));
    agreed.clientKeepsNoContext = agreed.clientKeepsNoContext || offer.clientKeepsNoContext;
    return agreed;
}

Expected<std::optional<DeflateParameters>, UpgradeProblem> readAgreedExtensions(
    const UpgradeResponse &response, const std::optional<DeflateOffer> &offer)
{
    const QByteArrayList headers = response.allOf("Sec-WebSocket-Extensions");
    if (headers.isEmpty())
        return std::nullopt;
    const QByteArray value = headers.join(", ");
    const auto extensions = readExtensions(value);
    if (!extensions)
        return unexpected(problem(Kind::WrongExtension, value));
    for (const Extension &extension : *extensions) {
        if (!offer || extension.name != "permessage-deflate")
            return unexpected(problem(Kind::WrongExtension, extension.name));
    }
    if (extensions->size() > 1)
        return unexpected(problem(Kind::WrongExtension, value, "permessage-deflate"));
    auto agreed = readDeflate(extensions->front(), *offer);
    if (!agreed)
        return unexpected(agreed.error());
    return *agreed;
}

} // namespace

Expected<Negotiated, UpgradeProblem> validateUpgrade(
    const UpgradeResponse &response, const UpgradeRequest &request)
{
    if (const Check check = checkSwitch(response))
        return unexpected(*check);
    if (const Check check = checkAccept(response, request.key))
        return unexpected(*check);
    if (const Check check = checkSubprotocol(response, request.subprotocols))
        return unexpected(*check);
    const auto deflate = readAgreedExtensions(response, request.deflate);
    if (!deflate)
        return unexpected(deflate.error());
    return Negotiated{.subprotocol = response.header("Sec-WebSocket-Protocol"), .deflate = *deflate};
}

} // namespace sockeye
