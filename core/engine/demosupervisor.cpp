// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/demosupervisor.h"

#include "core/alerting/builtinrules.h"
#include "core/base/logging.h"
#include "core/catalogue/metricprofile.h"
#include "core/engine/childprocess.h"
#include "core/http/httpclient.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTimer>
#include <QUrlQuery>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr auto demoName = "sockeye-demo"_L1;
constexpr auto prometheusName = "prometheus"_L1;
constexpr auto loopback = "127.0.0.1"_L1;
constexpr std::chrono::milliseconds readyPoll{150};
constexpr std::chrono::seconds readyDeadline{30};
constexpr std::chrono::seconds endPatience{3};
constexpr std::chrono::seconds demoRefresh{2};

//! Loopback needs no secret.
class NoSecrets final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &ref) const override
    {
        if (ref.kind == SecretRef::Kind::None)
            return QByteArray();
        return unexpected(SecretError{SecretError::Kind::NotGiven, {}, {}});
    }
};

QString faultName(DemoFault::Kind kind)
{
    switch (kind) {
    case DemoFault::Kind::Slow:
        return u"slow"_s;
    case DemoFault::Kind::Drop:
        return u"drop"_s;
    case DemoFault::Kind::Close:
        return u"close"_s;
    case DemoFault::Kind::Refuse:
        return u"refuse"_s;
    case DemoFault::Kind::Stall:
        return u"stall"_s;
    case DemoFault::Kind::Storm:
        return u"storm"_s;
    case DemoFault::Kind::MetricsOff:
        return u"metrics_off"_s;
    case DemoFault::Kind::Errors:
        return u"errors"_s;
    case DemoFault::Kind::Busy:
        return u"busy"_s;
    case DemoFault::Kind::Leak:
        return u"leak"_s;
    }
    return {};
}

//! The name of the parameter that only some faults have.
QString parameterName(DemoFault::Kind kind)
{
    switch (kind) {
    case DemoFault::Kind::Slow:
        return u"ms"_s;
    case DemoFault::Kind::Close:
        return u"code"_s;
    case DemoFault::Kind::Refuse:
        return u"status"_s;
    case DemoFault::Kind::Errors:
    case DemoFault::Kind::Busy:
        return u"percent"_s;
    case DemoFault::Kind::Leak:
        return u"mb"_s;
    case DemoFault::Kind::Drop:
    case DemoFault::Kind::Stall:
    case DemoFault::Kind::Storm:
    case DemoFault::Kind::MetricsOff:
        break;
    }
    return {};
}

ProbeTarget targetAt(const QUrl &base, const QString &name, const QString &path)
{
    ProbeTarget target;
    target.id = TargetId{u"demo-"_s % name};
    target.name = name;
    target.url = base;
    target.url.setPath(path);
    return target;
}

} // namespace

class DemoSupervisor::Private {
public:
    Private(DemoSupervisor *supervisor, Config configuration);

    void startDemo();
    void takeDemoLine(const QString &line);
    void startPrometheus();
    void takePrometheusLine(const QString &line);
    void awaitReady();
    void askReady();
    void end();
    void fail(DemoError::Kind kind, QLatin1StringView program, const QString &detail);
    [[nodiscard]] bool writeConfiguration();
    void post(const QString &path, const QUrlQuery &query);
    [[nodiscard]] HttpConfig httpFor(const QUrl &url) const;

    DemoSupervisor *q;
    Config config;
    SystemClock clock;
    NoSecrets secrets;
    ChildProcess demo;
    ChildProcess prometheus;
    QTimer poll;
    std::unique_ptr<HttpClient> readyClient;
    std::optional<MonotonicTime> deadline;
    QUrl webSocket;
    QUrl metrics;
    QUrl server;
    bool isReady = false;
};

DemoSupervisor::Private::Private(DemoSupervisor *supervisor, Config configuration)
    : q(supervisor)
    , config(std::move(configuration))
{
    poll.setInterval(readyPoll);
    connect(&poll, &QTimer::timeout, q, [this] { askReady(); });
    connect(&demo, &ChildProcess::lineRead, q, [this](const QString &line) { takeDemoLine(line); });
    connect(&demo, &ChildProcess::startFailed, q,
        [this](const QString &detail) { fail(DemoError::Kind::StartFailed, demoName, detail); });
    connect(&demo, &ChildProcess::ended, q,
        [this] { fail(DemoError::Kind::DiedEarly, demoName, demo.logTail()); });
    connect(
        &prometheus, &ChildProcess::lineRead, q, [this](const QString &line) { takePrometheusLine(line); });
    connect(&prometheus, &ChildProcess::startFailed, q,
        [this](const QString &detail) { fail(DemoError::Kind::StartFailed, prometheusName, detail); });
    connect(&prometheus, &ChildProcess::ended, q,
        [this] { fail(DemoError::Kind::DiedEarly, prometheusName, prometheus.logTail()); });
}

void DemoSupervisor::Private::startDemo()
{
    demo.start(config.demoProgram,
        {u"--port"_s, u"0"_s, u"--metrics-port"_s, u"0"_s, u"--clients"_s, QString::number(config.clients),
            u"--seed"_s, u"1"_s});
}

void DemoSupervisor::Private::takeDemoLine(const QString &line)
{
    const qsizetype space = line.indexOf(u' ');
    const QString key = line.left(space);
    if (key == "websocket"_L1)
        webSocket = QUrl(line.mid(space + 1), QUrl::StrictMode);
    else if (key == "metrics"_L1)
        metrics = QUrl(line.mid(space + 1), QUrl::StrictMode).adjusted(QUrl::RemovePath);
    const bool isListening = webSocket.isValid() && metrics.isValid();
    if (isListening && !prometheus.isRunning() && !isReady && !deadline)
        startPrometheus();
}

bool DemoSupervisor::Private::writeConfiguration()
{
    const QString interval = promDuration(config.scrapeInterval);
    const QString text = u"global:\n"
                         "  scrape_interval: %1\n"
                         "  evaluation_interval: %1\n"
                         "scrape_configs:\n"
                         "  - job_name: sockeye-demo\n"
                         "    static_configs:\n"
                         "      - targets: [\"%2:%3\"]\n"_s.arg(interval, metrics.host())
                             .arg(metrics.port());
    QSaveFile file(config.dataFolder + "/prometheus.yml"_L1);
    if (file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit())
        return true;
    fail(DemoError::Kind::ConfigUnwritable, prometheusName, file.errorString());
    return false;
}

void DemoSupervisor::Private::startPrometheus()
{
    if (!writeConfiguration())
        return;
    deadline = clock.monotonic() + readyDeadline;
    // After a restart the same port, so that whoever watches finds it again.
    prometheus.start(config.prometheusProgram,
        {u"--config.file="_s % config.dataFolder % "/prometheus.yml"_L1,
            u"--storage.tsdb.path="_s % config.dataFolder % "/prometheus"_L1,
            u"--storage.tsdb.retention.time=24h"_s,
            u"--web.listen-address=%1:%2"_s.arg(loopback).arg(server.port(0))});
}

void DemoSupervisor::Private::takePrometheusLine(const QString &line)
{
    static const QRegularExpression listening(u"msg=\"Listening on\".*address=\\S*:(\\d+)"_s);
    const QRegularExpressionMatch match = listening.match(line);
    if (!match.hasMatch())
        return;
    server = QUrl(u"http://%1:%2"_s.arg(loopback, match.captured(1)));
    awaitReady();
}

HttpConfig DemoSupervisor::Private::httpFor(const QUrl &url) const
{
    HttpConfig http;
    http.baseUrl = url;
    return http;
}

void DemoSupervisor::Private::awaitReady()
{
    readyClient = std::make_unique<HttpClient>(httpFor(server), secrets, clock);
    poll.start();
}

void DemoSupervisor::Private::askReady()
{
    if (deadline && clock.monotonic() > *deadline) {
        fail(DemoError::Kind::NotReady, prometheusName, prometheus.logTail());
        return;
    }
    connect(readyClient->get("-/ready"), &HttpJob::finished, q, [this](const HttpOutcome &outcome) {
        if (!outcome || outcome->status != 200 || !poll.isActive())
            return;
        poll.stop();
        if (std::exchange(isReady, true))
            return; // it was restarted: nothing new to tell
        Q_EMIT q->ready();
    });
}

void DemoSupervisor::Private::end()
{
    poll.stop();
    readyClient.reset();
    isReady = false;
    deadline.reset();
    prometheus.terminate();
    demo.terminate();
    prometheus.waitForEnd(endPatience);
    demo.waitForEnd(endPatience);
}

void DemoSupervisor::Private::fail(DemoError::Kind kind, QLatin1StringView program, const QString &detail)
{
    qCWarning(lcEngine) << "the demo failed:" << program << detail;
    poll.stop();
    // Later, because the child that reports is in the middle of its own signal.
    QMetaObject::invokeMethod(
        q,
        [this, error = DemoError{kind, QString(program), detail}] {
            end();
            Q_EMIT q->failed(error);
        },
        Qt::QueuedConnection);
}

void DemoSupervisor::Private::post(const QString &path, const QUrlQuery &query)
{
    QUrl url = metrics;
    url.setQuery(query);
    auto *client = new HttpClient(httpFor(url), secrets, clock, q);
    HttpJob *job = client->post(path.toLatin1(), {});
    connect(job, &HttpJob::finished, q, [this, client](const HttpOutcome &outcome) {
        client->deleteLater();
        if (!outcome)
            Q_EMIT q->faultAnswered(false, outcome.error().detail);
        else
            Q_EMIT q->faultAnswered(outcome->status == 200, QString::fromUtf8(outcome->body).trimmed());
    });
}

DemoSupervisor::DemoSupervisor(Config config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(config)))
{
}

DemoSupervisor::~DemoSupervisor()
{
    d->end();
}

void DemoSupervisor::start()
{
    for (const auto &[name, path] : {std::pair{demoName, d->config.demoProgram},
             std::pair{prometheusName, d->config.prometheusProgram}}) {
        if (!QFileInfo(path).isExecutable()) {
            d->fail(DemoError::Kind::ProgramMissing, name, path);
            return;
        }
    }
    if (!QDir().mkpath(d->config.dataFolder)) {
        d->fail(DemoError::Kind::ConfigUnwritable, prometheusName, d->config.dataFolder);
        return;
    }
    d->startDemo();
}

void DemoSupervisor::stop()
{
    d->end();
}

Workspace DemoSupervisor::workspace() const
{
    Workspace workspace;
    workspace.name = u"demo"_s;
    workspace.refreshInterval = demoRefresh;
    EndpointConfig endpoint;
    endpoint.id = EndpointId{u"demo-prometheus"_s};
    endpoint.name = u"prometheus"_s;
    endpoint.http = d->httpFor(d->server);
    ServiceConfig service;
    service.id = ServiceId{u"demo-service"_s};
    service.name = u"demo"_s;
    service.endpoint = endpoint.id;
    service.matchers = u"job=\"sockeye-demo\""_s;
    service.profileId = u"demo"_s;
    workspace.targets = {
        targetAt(d->webSocket, u"echo"_s, u"/echo"_s), targetAt(d->webSocket, u"ticker"_s, u"/ticker"_s)};
    for (const ProbeTarget &target : workspace.targets)
        service.targets.push_back(target.id);
    workspace.endpoints = {std::move(endpoint)};
    workspace.services = {std::move(service)};
    workspace.rules = builtinRules(RuleTiming::demo());
    return workspace;
}

void DemoSupervisor::inject(const DemoFault &fault)
{
    QUrlQuery query;
    query.addQueryItem(u"for"_s, QString::number(fault.duration.count()));
    const QString parameter = parameterName(fault.kind);
    if (!parameter.isEmpty() && fault.parameter != 0)
        query.addQueryItem(parameter, QString::number(fault.parameter));
    d->post(u"faults/"_s % faultName(fault.kind), query);
}

void DemoSupervisor::clearFaults()
{
    d->post(u"faults/clear"_s, {});
}

void DemoSupervisor::killPrometheusForTest()
{
    d->prometheus.kill();
}

void DemoSupervisor::restartPrometheus()
{
    if (!d->prometheus.isRunning())
        d->startPrometheus();
}

QUrl DemoSupervisor::prometheusUrl() const
{
    return d->server;
}

QUrl DemoSupervisor::webSocketUrl() const
{
    return d->webSocket;
}

QUrl DemoSupervisor::metricsUrl() const
{
    return d->metrics;
}

} // namespace sockeye
