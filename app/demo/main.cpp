// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoservice.h"
#include "app/service/unixsignals.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace sockeye;

namespace {

constexpr int exitCannotStart = 1;
constexpr int exitUsage = 2;
constexpr int mostClients = 5'000;

struct Options {
    demo::DemoService::Config service;
    bool untilStdinCloses = false;
};

void print(std::FILE *stream, const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stream);
    std::fflush(stream);
}

//! The value of a numeric option, or nothing after saying what is wrong.
template <typename T>
std::optional<T> number(const QCommandLineParser &parser, const QString &option, T most)
{
    bool ok = false;
    const qulonglong value = parser.value(option).toULongLong(&ok);
    if (ok && value <= static_cast<qulonglong>(most))
        return static_cast<T>(value);
    print(stderr, u"sockeye-demo: --%1 wants a whole number from 0 to %2"_s.arg(option).arg(most));
    return std::nullopt;
}

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A well-instrumented WebSocket service with visitors of its own and faults on demand.\n"
        "WebSocket: /echo, /chat/ROOM, /ticker. HTTP: GET /metrics, /healthz, /readyz, /faults;\n"
        "POST /faults/{slow?ms=,drop,close?code=,refuse?status=,stall,storm,metrics_off,errors?percent=,\n"
        "busy?percent=,leak?mb=} with for=SECONDS each; POST /faults/clear."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"host"_s, u"Address to listen on."_s, u"address"_s, u"127.0.0.1"_s},
        {u"port"_s, u"WebSocket port, 0 for a free one."_s, u"port"_s, u"0"_s},
        {u"metrics-port"_s, u"HTTP port, 0 for a free one."_s, u"port"_s, u"0"_s},
        {u"clients"_s, u"Number of own visitors."_s, u"number"_s, u"200"_s},
        {u"seed"_s, u"Seed of everything random."_s, u"number"_s, u"1"_s},
        {u"until-stdin-closes"_s, u"End when standard input is closed."_s},
    });
}

std::optional<Options> readOptions(const QCommandLineParser &parser)
{
    const auto port = number<quint16>(parser, u"port"_s, std::numeric_limits<quint16>::max());
    const auto metricsPort = number<quint16>(parser, u"metrics-port"_s, std::numeric_limits<quint16>::max());
    const auto clients = number<int>(parser, u"clients"_s, mostClients);
    const auto seed = number<quint64>(parser, u"seed"_s, std::numeric_limits<quint64>::max());
    const QHostAddress host{parser.value(u"host"_s)};
    if (host.isNull())
        print(stderr, u"sockeye-demo: --host wants an IP address"_s);
    if (!port || !metricsPort || !clients || !seed || host.isNull())
        return std::nullopt;
    return Options{
        .service = {.host = host,
            .port = *port,
            .metricsPort = *metricsPort,
            .clients = *clients,
            .seed = *seed,
            .version = QCoreApplication::applicationVersion()},
        .untilStdinCloses = parser.isSet(u"until-stdin-closes"_s),
    };
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sockeye-demo"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SOCKEYE_VERSION));
    QCommandLineParser parser;
    declareOptions(parser);
    parser.process(application);
    const std::optional<Options> options = readOptions(parser);
    if (!options)
        return exitUsage;

    const service::UnixSignals endings;
    QObject::connect(&endings, &service::UnixSignals::endRequested, &application, &QCoreApplication::quit);
    const SystemClock clock;
    demo::DemoService service(clock, options->service);
    if (const auto started = service.start(); !started) {
        const bool metrics = started.error().port == demo::DemoStartError::Port::Metrics;
        print(stderr,
            u"sockeye-demo: cannot open the %1 port: %2"_s.arg(
                metrics ? u"metrics"_s : u"WebSocket"_s, started.error().detail));
        return exitCannotStart;
    }
    print(stdout, u"websocket "_s + service.webSocketUrl().toString());
    print(stdout, u"metrics "_s + service.metricsUrl().toString());

    std::optional<service::StandardInputWatch> input;
    if (options->untilStdinCloses) {
        input.emplace();
        QObject::connect(
            &*input, &service::StandardInputWatch::closed, &application, &QCoreApplication::quit);
    }
    return QCoreApplication::exec();
}
