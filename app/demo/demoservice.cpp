// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoservice.h"

#include "app/demo/demoroutes.h"
#include "app/demo/loadgenerator.h"
#include "app/demo/resourcehog.h"
#include "app/demo/websocketfront.h"

#include <QThread>

#include <future>

using namespace Qt::StringLiterals;

namespace sockeye::demo {

namespace {

QUrl urlOf(const QString &scheme, const QHostAddress &host, quint16 port)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host.toString());
    url.setPort(port);
    return url;
}

//! Where the own visitors reach a service that listens on \a host.
QHostAddress reachable(const QHostAddress &host)
{
    if (host == QHostAddress(QHostAddress::AnyIPv4) || host == QHostAddress(QHostAddress::Any))
        return QHostAddress(QHostAddress::LocalHost);
    return host == QHostAddress(QHostAddress::AnyIPv6) ? QHostAddress(QHostAddress::LocalHostIPv6) : host;
}

} // namespace

class DemoService::Private {
public:
    Private(const Clock &systemClock, Config serviceConfig)
        : clock(systemClock)
        , config(std::move(serviceConfig))
        , faults(clock)
        , hog(faults)
        , metrics(config.version)
        , routes(faults, metrics)
        , http(clock, [this](const service::HttpRequest &request) { return routes.answer(request); }, {})
    {
    }

    [[nodiscard]] Expected<quint16, QString> listenForWebSockets();
    void countHttp();
    void letVisitorsIn();

    const Clock &clock;
    Config config;
    FaultBoard faults;
    ResourceHog hog;
    DemoMetrics metrics;
    DemoRoutes routes;
    service::HttpServer http;
    QThread thread;
    std::unique_ptr<LoadGenerator> load;
    quint16 webSocketPort = 0;
    quint16 metricsPort = 0;
};

Expected<quint16, QString> DemoService::Private::listenForWebSockets()
{
    auto *front = new WebSocketFront({clock, faults, metrics},
        {.host = config.host,
            .port = config.port,
            .seed = config.seed,
            .handshakeTimeout = config.handshakeTimeout});
    front->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, front, &QObject::deleteLater);
    thread.setObjectName(u"websocket"_s);
    // Posted before the thread starts, and answered through a future: both edges are then plain C++
    // synchronisation, which a thread sanitizer can follow without an instrumented Qt.
    auto port = std::make_shared<std::promise<Expected<quint16, QString>>>();
    std::future<Expected<quint16, QString>> answer = port->get_future();
    QMetaObject::invokeMethod(
        front, [port, front] { port->set_value(front->listen()); }, Qt::QueuedConnection);
    thread.start();
    return answer.get();
}

void DemoService::Private::countHttp()
{
    QObject::connect(&http, &service::HttpServer::connectionOpened, &http, [this] { metrics.tcpOpened(); });
    QObject::connect(&http, &service::HttpServer::connectionClosed, &http, [this] { metrics.tcpClosed(); });
    QObject::connect(&http, &service::HttpServer::answered, &http, [this](service::HttpExchange exchange) {
        exchange.path = DemoRoutes::pathLabel(exchange.path);
        metrics.httpAnswered(exchange);
    });
}

void DemoService::Private::letVisitorsIn()
{
    // Its own stream of numbers: what the visitors do must not hang on what the server draws.
    const std::uint64_t seed = config.seed + 1;
    const QUrl server = urlOf(u"ws"_s, reachable(config.host), webSocketPort);
    load =
        std::make_unique<LoadGenerator>(clock, faults, LoadGenerator::Config{server, config.clients, seed});
    load->start();
}

DemoService::DemoService(const Clock &clock, Config config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, std::move(config)))
{
}

DemoService::~DemoService()
{
    d->load.reset();
    // A thread that hangs on purpose would never end. Nobody can hang it again: the HTTP port is served by
    // this thread.
    d->faults.clear();
    d->thread.quit();
    d->thread.wait();
}

Expected<void, DemoStartError> DemoService::start()
{
    const auto webSocketPort = d->listenForWebSockets();
    if (!webSocketPort)
        return unexpected(DemoStartError{DemoStartError::Port::WebSocket, webSocketPort.error()});
    const auto metricsPort = d->http.listen(d->config.host, d->config.metricsPort);
    if (!metricsPort)
        return unexpected(DemoStartError{DemoStartError::Port::Metrics, metricsPort.error()});
    d->webSocketPort = *webSocketPort;
    d->metricsPort = *metricsPort;
    d->countHttp();
    d->letVisitorsIn();
    return {};
}

QUrl DemoService::webSocketUrl() const
{
    return urlOf(u"ws"_s, d->config.host, d->webSocketPort);
}

QUrl DemoService::metricsUrl() const
{
    return urlOf(u"http"_s, d->config.host, d->metricsPort);
}

} // namespace sockeye::demo
