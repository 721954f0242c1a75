// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/exporter.h"

#include "ui/text/errors.h"

#include "app/probe/oneshot.h"
#include "app/probe/probemetrics.h"

#include <QCoreApplication>

#include <algorithm>

namespace sockeye::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using service::HttpRequest;
using service::HttpResponse;
using std::chrono::milliseconds;

namespace {

// What asks for more at once than this is no Prometheus.
constexpr int mostProbes = 64;
constexpr milliseconds pingInterval = 200ms; //!< of a probe that waits for it to end
// An answer that comes at the end of Prometheus' patience comes too late.
constexpr milliseconds scrapeMargin = 500ms;
constexpr auto expositionType = "text/plain; version=0.0.4; charset=utf-8";
constexpr auto usage =
    "sockeye-probe\n\n/metrics\n/probe?target=wss://example.org/ws&module=websocket\n/-/healthy\n";

HttpResponse refusal(int status, const QString &text)
{
    return {.status = status, .body = QString(text % u'\n').toUtf8()};
}

HttpResponse exposed(const QByteArray &text)
{
    return {.contentType = expositionType, .body = text};
}

// As blackbox_exporter: no longer than Prometheus waits.
milliseconds limitFor(const HttpRequest &request, milliseconds limit)
{
    bool isNumber = false;
    const double seconds = request.header("x-prometheus-scrape-timeout-seconds").toDouble(&isNumber);
    if (!isNumber || !(seconds > 0.0) || seconds > 3'600.0)
        return limit;
    const milliseconds patience{static_cast<qint64>(seconds * 1'000.0)};
    return std::min(limit, patience > 2 * scrapeMargin ? patience - scrapeMargin : patience / 2);
}

// No phase may last longer than the whole, and which one it was that did is to be told.
ProbeModule within(ProbeModule module, milliseconds limit)
{
    for (auto phase : {&ProbeModule::resolveTimeout, &ProbeModule::connectTimeout, &ProbeModule::tlsTimeout,
             &ProbeModule::upgradeTimeout, &ProbeModule::pongTimeout})
        module.*phase = std::min(module.*phase, limit);
    module.pingInterval = std::min(module.pingInterval, pingInterval);
    return module;
}

} // namespace

Exporter::Exporter(ServeConfig config, Surroundings surroundings)
    : m_config(std::move(config))
    , m_secrets(surroundings.secrets)
    , m_clock(surroundings.clock)
    , m_fleet(m_clock, m_secrets, std::move(surroundings.transports), RandomSource::fromSystem())
    , m_server(
          m_clock, [this](const HttpRequest &request, const Reply &reply) { answer(request, reply); }, {})
{
    for (const ProbeTarget &target : m_config.targets)
        m_tallies.try_emplace(target.id);
    connect(&m_fleet, &ProbeFleet::reported, this, &Exporter::take);
}

Exporter::~Exporter() = default;

Expected<quint16, QString> Exporter::start(const QHostAddress &host, quint16 port)
{
    auto listening = m_server.listen(host, port);
    if (listening)
        m_fleet.setTargets(m_config.targets);
    return listening;
}

void Exporter::stop()
{
    m_fleet.shutDown();
}

void Exporter::take(const std::vector<ProbeReport> &reports)
{
    for (const ProbeReport &report : reports) {
        const auto tally = m_tallies.find(report.target);
        if (tally != m_tallies.end())
            tally->second.take(report.event);
    }
}

void Exporter::answer(const HttpRequest &request, const Reply &reply)
{
    if (request.method != "GET")
        reply({.status = 405, .body = "GET only\n", .allow = "GET"});
    else if (request.path == "/probe"_L1)
        probe(request, reply);
    else if (request.path == "/metrics"_L1)
        reply(exposed(metrics()));
    else if (request.path == "/-/healthy"_L1)
        reply({.body = "OK\n"});
    else if (request.path == "/"_L1)
        reply({.body = usage});
    else
        reply(refusal(404, u"there is no such page"_s));
}

QByteArray Exporter::metrics() const
{
    Exposition exposition;
    exposition.gauge({"sockeye_probe_build_info", "The version of sockeye-probe, in the label."},
        {{"version", QCoreApplication::applicationVersion()}}, 1.0);
    const auto silence = std::chrono::duration<double>(m_clock.monotonic() - m_fleet.lastHeartbeat());
    exposition.gauge({"sockeye_probe_heartbeat_age_seconds",
                         "Since the thread of the probes last said that it is alive, four times a second."},
        {}, silence.count());
    for (const ProbeTarget &target : m_config.targets)
        addTarget(exposition, target.name, m_tallies.at(target.id));
    return exposition.text();
}

void Exporter::probe(const HttpRequest &request, const Reply &reply)
{
    const auto parameter = [&request](const QString &name) {
        return request.query.queryItemValue(name, QUrl::FullyDecoded);
    };
    const auto url = parseProbeUrl(parameter(u"target"_s));
    if (!url) {
        reply(refusal(400, u"target: "_s % describe(url.error(), {u"ws"_s, u"wss"_s}).joined()));
        return;
    }
    const QString name = request.query.hasQueryItem(u"module"_s) ? parameter(u"module"_s) : u"websocket"_s;
    const auto module = m_config.modules.find(name);
    if (module == m_config.modules.end()) {
        reply(refusal(400, u"there is no module \"%1\""_s.arg(name)));
        return;
    }
    if (m_running >= mostProbes) {
        reply(refusal(503, u"%1 probes run already"_s.arg(m_running)));
        return;
    }
    ServeModule bounded = module->second;
    bounded.timeout = limitFor(request, bounded.timeout);
    bounded.probe = within(bounded.probe, bounded.timeout);
    launch({TargetId{name}, name, *url, bounded.probe}, bounded, reply);
}

void Exporter::launch(const ProbeTarget &target, const ServeModule &module, const Reply &reply)
{
    Options options;
    options.target = target;
    options.pings = module.pings;
    auto *const probe = new OneShot(options, m_secrets, m_clock);
    probe->setParent(this);
    auto *const limit = new QTimer(probe);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, probe, &OneShot::stop);
    ++m_running;
    connect(probe, &OneShot::finished, this,
        [this, probe, limit, reply, start = m_clock.monotonic()](const Summary &summary) {
            --m_running;
            Exposition exposition;
            const bool isInTime = limit->isActive();
            addProbe(exposition, {summary, isInTime, m_clock.monotonic() - start});
            reply(exposed(exposition.text()));
            probe->deleteLater();
        });
    limit->start(module.timeout);
    probe->start();
}

} // namespace sockeye::cli
