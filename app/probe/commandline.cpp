// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/commandline.h"

#include "ui/text/errors.h"

#include <QCommandLineParser>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto onceInterval = 200ms;
constexpr auto watchInterval = 1s;
constexpr int mostPings = 10'000;
constexpr int longestTimeout = 3'600;

Refusal misuse(const QString &text)
{
    return {QString("sockeye-probe: "_L1 % text % "\nTry sockeye-probe --help.\n"_L1), exitUsage};
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Opens WebSocket connections and measures them: one once, one until it is stopped, or many for "
        "Prometheus.\n"
        "Ends with 0 when every ping was answered, 1 when the probe failed, 2 when it was not understood."_s);
    parser.addPositionalArgument(
        u"serve"_s, u"Serve /metrics and /probe for Prometheus, as --config says."_s, u"[serve]"_s);
    parser.addOptions({
        {u"once"_s, u"Probe the ws:// or wss:// address once."_s, u"URL"_s},
        {u"watch"_s, u"Hold a connection to the address and print a line a second; a summary at the end."_s,
            u"URL"_s},
        {u"config"_s, u"Read modules and targets from this YAML file."_s, u"FILE"_s},
        {u"listen"_s, u"Serve on this address (127.0.0.1:9115); port 0 takes a free one."_s,
            u"ADDRESS:PORT"_s, u"127.0.0.1:9115"_s},
        {u"check"_s, u"Read the --config, tell what is wrong with it, and end."_s},
        {u"pings"_s, u"Send this many pings (5 with --once; with --watch 0, which is no end)."_s, u"N"_s},
        {u"timeout"_s, u"Wait this long in each phase of the handshake, and for each pong."_s, u"SECONDS"_s},
        {u"json"_s, u"Print the result as JSON; with --watch an object a line."_s},
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
    const QString option = parser.isSet(u"once"_s) ? u"once"_s : u"watch"_s;
    const auto url = parseProbeUrl(parser.value(option));
    if (!url)
        return unexpected(
            misuse(u"--%1: "_s.arg(option) + describe(url.error(), {u"ws"_s, u"wss"_s}).joined()));
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
    module.pingInterval = parser.isSet(u"once"_s) ? onceInterval : watchInterval;
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

Expected<Options::Command, Refusal> readCommand(const QCommandLineParser &parser)
{
    using Command = Options::Command;
    const QStringList words = parser.positionalArguments();
    const bool serves = words == QStringList{u"serve"_s};
    const bool once = parser.isSet(u"once"_s);
    const bool watch = parser.isSet(u"watch"_s);
    if (int{serves} + int{once} + int{watch} != 1 || (!serves && !words.isEmpty()))
        return unexpected(misuse(u"say what to do: --once URL, --watch URL, or serve"_s));
    if (serves)
        return parser.isSet(u"check"_s) ? Command::CheckConfig : Command::Serve;
    return once ? Command::Once : Command::Watch;
}

// What belongs to another command would look as if it had an effect.
Expected<void, Refusal> refuseOthers(const QCommandLineParser &parser, Options::Command command)
{
    static const QStringList serving{u"config"_s, u"listen"_s, u"check"_s};
    static const QStringList probing{u"pings"_s, u"timeout"_s, u"json"_s, u"header"_s, u"subprotocol"_s,
        u"bearer-token-file"_s, u"ca"_s, u"insecure"_s};
    const bool serves = command == Options::Command::Serve || command == Options::Command::CheckConfig;
    for (const QString &name : serves ? probing : serving) {
        if (parser.isSet(name))
            return unexpected(
                misuse(serves ? u"--%1 is not for serve: it belongs into the --config"_s.arg(name)
                              : u"--%1 is for serve only"_s.arg(name)));
    }
    return {};
}

Expected<void, Refusal> readServing(const QCommandLineParser &parser, Options &options)
{
    options.configFile = parser.value(u"config"_s);
    if (options.configFile.isEmpty())
        return unexpected(misuse(u"serve wants a --config FILE"_s));
    const QString text = parser.value(u"listen"_s);
    const QUrl url(QString("tcp://"_L1 % text), QUrl::StrictMode);
    options.host = QHostAddress(url.host());
    if (!url.isValid() || options.host.isNull() || url.port() < 0 || !url.path().isEmpty())
        return unexpected(
            misuse(u"--listen wants an IP address and a port, as 127.0.0.1:9115 or [::1]:9115"_s));
    options.port = static_cast<quint16>(url.port());
    return {};
}

Expected<void, Refusal> readProbing(const QCommandLineParser &parser, Options &options)
{
    options.json = parser.isSet(u"json"_s);
    options.pings = options.command == Options::Command::Once ? 5 : 0;
    if (parser.isSet(u"pings"_s)) {
        const auto pings = number(parser, u"pings"_s, 0, mostPings);
        if (!pings)
            return unexpected(pings.error());
        options.pings = *pings;
    }
    return readTarget(parser, options.target).and_then([&] {
        return readTimes(parser, options.target.module);
    });
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
    Options options;
    const auto command = readCommand(parser);
    if (!command)
        return unexpected(command.error());
    options.command = *command;
    const bool serves = *command == Options::Command::Serve || *command == Options::Command::CheckConfig;
    return refuseOthers(parser, *command)
        .and_then([&] { return serves ? readServing(parser, options) : readProbing(parser, options); })
        .map([&] { return options; });
}

} // namespace sockeye::cli
