// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoroutes.h"

#include "app/demo/faultrequest.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace sockeye::demo {

namespace {

constexpr auto faultPrefix = "/faults/"_L1;
constexpr char jsonType[] = "application/json";

service::HttpResponse methodNotAllowed(const QByteArray &allow)
{
    return {.status = 405, .body = "use " + allow + '\n', .allow = allow};
}

} // namespace

DemoRoutes::DemoRoutes(FaultBoard &faults, DemoMetrics &metrics)
    : m_faults(faults)
    , m_metrics(metrics)
{
}

QString DemoRoutes::pathLabel(const QString &path)
{
    static const QStringList known{u"/metrics"_s, u"/healthz"_s, u"/readyz"_s, u"/faults"_s};
    if (known.contains(path))
        return path;
    return path.startsWith(faultPrefix) ? u"/faults/:name"_s : u"other"_s;
}

service::HttpResponse DemoRoutes::answer(const service::HttpRequest &request)
{
    if (request.path.startsWith(faultPrefix)) {
        if (request.method != "POST")
            return methodNotAllowed("POST");
        return switchFault(request.path.sliced(faultPrefix.size()), request.query);
    }
    if (pathLabel(request.path) == "other"_L1)
        return {.status = 404, .body = "not here; try /metrics, /healthz, /readyz or /faults\n"};
    if (request.method != "GET")
        return methodNotAllowed("GET");
    if (request.path == "/metrics"_L1)
        return metrics();
    if (request.path == "/faults"_L1)
        return listFaults();
    return request.path == "/readyz"_L1 ? ready() : service::HttpResponse{.body = "ok\n"};
}

service::HttpResponse DemoRoutes::metrics()
{
    if (m_faults.isActive(Fault::MetricsOff))
        return {.status = 503, .body = "the fault metrics_off is on\n"};
    return {
        .contentType = "text/plain; version=0.0.4; charset=utf-8", .body = m_metrics.exposition(m_faults)};
}

service::HttpResponse DemoRoutes::ready() const
{
    if (m_faults.isActive(Fault::Refuse))
        return {.status = 503, .body = "refusing upgrades\n"};
    if (m_faults.isActive(Fault::Stall))
        return {.status = 503, .body = "the WebSocket thread hangs\n"};
    return {.body = "ready\n"};
}

service::HttpResponse DemoRoutes::switchFault(const QString &name, const QUrlQuery &query)
{
    if (name == "clear"_L1) {
        m_faults.clear();
        return listFaults();
    }
    const auto order = parseFaultRequest(name, query);
    if (!order) {
        const bool unknown = order.error().kind == FaultRequestError::Kind::UnknownFault;
        return {.status = unknown ? 404 : 400, .contentType = jsonType, .body = toJson(order.error())};
    }
    m_faults.activate(*order);
    return listFaults();
}

service::HttpResponse DemoRoutes::listFaults() const
{
    return {.contentType = jsonType, .body = toJson(m_faults.active())};
}

} // namespace sockeye::demo
