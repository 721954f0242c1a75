// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/commandline.h"

#include "ui/text/errors.h"

#include <QCommandLineParser>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pingInterval = 200ms;
constexpr int mostPings = 10'000;
constexpr int longestTimeout = 3'600;

Refusal misuse(const QString &text)
{
    return {QString("sockeye-probe: "_L1 % text % "\nTry sockeye-probe --help.\n"_L1), exitUsage};
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Opens a WebSocket connection, measures it, and closes it again.\n"
        "Ends with 0 when every ping was answered, 1 when the probe failed, 2 when it was not understood."_s);
    parser.addOptions({
        {u"once"_s, u"Probe the ws:// or wss:// address once."_s, u"URL"_s},
        {u"pings"_s, u"Send this many pings (5)."_s, u"N"_s, u"5"_s},
        {u"timeout"_s, u"Wait this long in each phase of the handshake, and for each pong."_s, u"SECONDS"_s},
        {u"json"_s, u"Print the result as JSON."_s},
        {u"header"_s, u"Send a header with the upgrade; may be repeated."_s, u"NAME: VALUE"_s},
        {u"subprotocol"_s, u"Offer and require this subprotocol."_s, u"NAME"_s},
        {u"bearer-token-file"_s,
            u"Send the token in this file. There is no option for the token itself: a "
            "command line can be read by every user of the machine."_s,
            u"FILE"_s},
        {u"ca"_s, u"Trust the certificates in this PEM file, and no others."_s, u"FILE"_s},
        {u"insecure"_s, u"Accept any certificate."_s},
        {{u"h"_s, u"help"_s}, u"Show this help."_s},
        {u"version"_s, u"Show the version."_s},
    });
}

Expected<int, Refusal> number(const QCommandLineParser &parser, const QString &name, int least, int most)
{
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        return unexpected(misuse(u"--%1 wants a number from %2 to %3"_s.arg(name).arg(least).arg(most)));
    return value;
}

Expected<HttpHeader, Refusal> header(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const HttpHeader header{text.left(colon).trimmed().toUtf8(), text.mid(colon + 1).trimmed().toUtf8()};
    if (colon < 1 || !isAcceptableHeader(header))
        return unexpected(misuse(
            u"--header wants \"Name: value\", and neither credentials nor a header of the upgrade itself"_s));
    return header;
}

Expected<void, Refusal> readTarget(const QCommandLineParser &parser, ProbeTarget &target)
{
    const auto url = parseProbeUrl(parser.value(u"once"_s));
    if (!url)
        return unexpected(misuse(u"--once: "_s + describe(url.error(), {u"ws"_s, u"wss"_s}).joined()));
    target.url = *url;
    for (const QString &text : parser.values(u"header"_s)) {
        const auto parsed = header(text);
        if (!parsed)
            return unexpected(parsed.error());
        target.module.headers.push_back(*parsed);
    }
    target.module.subprotocol = parser.value(u"subprotocol"_s);
    target.module.tls = {.caFile = parser.value(u"ca"_s), .insecureSkipVerify = parser.isSet(u"insecure"_s)};
    if (parser.isSet(u"bearer-token-file"_s))
        target.module.auth = Authorization{{SecretRef::Kind::File, parser.value(u"bearer-token-file"_s)}};
    return {};
}

Expected<void, Refusal> readTimes(const QCommandLineParser &parser, ProbeModule &module)
{
    module.pingInterval = pingInterval;
    if (!parser.isSet(u"timeout"_s))
        return {};
    const auto seconds = number(parser, u"timeout"_s, 1, longestTimeout);
    if (!seconds)
        return unexpected(seconds.error());
    const std::chrono::seconds limit{*seconds};
    module.resolveTimeout = limit;
    module.connectTimeout = limit;
    module.tlsTimeout = limit;
    module.upgradeTimeout = limit;
    module.pongTimeout = limit;
    return {};
}

} // namespace

Expected<Options, Refusal> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return unexpected(misuse(parser.errorText()));
    if (parser.isSet(u"help"_s))
        return unexpected(Refusal{parser.helpText(), exitOk});
    if (parser.isSet(u"version"_s))
        return unexpected(
            Refusal{QString("sockeye-probe "_L1 % QCoreApplication::applicationVersion() % u'\n'), exitOk});
    if (!parser.isSet(u"once"_s) || !parser.positionalArguments().isEmpty())
        return unexpected(misuse(u"say what to probe with --once URL"_s));
    Options options;
    options.json = parser.isSet(u"json"_s);
    const auto pings = number(parser, u"pings"_s, 0, mostPings);
    if (!pings)
        return unexpected(pings.error());
    options.pings = *pings;
    return readTarget(parser, options.target)
        .and_then([&] { return readTimes(parser, options.target.module); })
        .map([&] { return options; });
}

} // namespace sockeye::cli
