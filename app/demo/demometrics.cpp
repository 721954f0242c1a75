// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demometrics.h"

#include "app/demo/closereason.h"
#include "app/demo/processstats.h"

#include <array>
#include <iterator>
#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <set>
#include <string>

namespace sockeye::demo {

namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;
using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using Buckets = Histogram::BucketBoundaries;

// A handshake on a healthy machine takes less than a millisecond, on a hung one seconds.
const Buckets &handshakeBuckets()
{
    static const Buckets buckets{
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    return buckets;
}

// Finer than usual around one second: a threshold of 1 s must be readable from interpolated quantiles.
const Buckets &messageBuckets()
{
    static const Buckets buckets{
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10};
    return buckets;
}

const Buckets &lifetimeBuckets()
{
    static const Buckets buckets{1, 5, 15, 30, 60, 120, 300, 900, 1'800, 3'600, 14'400, 86'400};
    return buckets;
}

const Buckets &httpBuckets()
{
    static const Buckets buckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
    return buckets;
}

// Peers may send any of two thousand private codes; a label must not grow with what strangers do.
constexpr std::size_t maximumCodes = 32;

constexpr std::array errorKinds{"bad_message", "handler_failed", "slow_consumer", "handshake_failed",
    "handshake_timeout", "handshake_refused"};

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

class DemoMetrics::Private {
public:
    explicit Private(const QString &version);

    [[nodiscard]] std::string codeLabel(int code);

    prometheus::Registry registry;
    ProcessStats process;

    template <typename T>
    Family<T> &family(prometheus::detail::Builder<T> builder, const char *name, const char *help)
    {
        return builder.Name(name).Help(help).Register(registry);
    }

    Gauge &connectedClients =
        family(BuildGauge(), "websocket_connected_clients", "WebSocket clients connected now.").Add({});
    Gauge &activeConnections = family(BuildGauge(), "active_connections",
        "TCP connections open now: WebSocket, still in the handshake, and HTTP.")
                                   .Add({});
    Counter &connections =
        family(BuildCounter(), "websocket_connections_total", "WebSocket connections opened since the start.")
            .Add({});
    Family<Counter> &disconnections = family(BuildCounter(), "websocket_disconnections_total",
        "WebSocket connections ended, by close code (1006: no close frame) and group of codes.");
    Counter &received =
        family(BuildCounter(), "websocket_messages_received_total", "Messages received from clients.")
            .Add({});
    Counter &sent =
        family(BuildCounter(), "websocket_messages_sent_total", "Messages sent to clients.").Add({});
    Counter &receivedBytes =
        family(BuildCounter(), "websocket_received_bytes_total", "Payload bytes of the messages received.")
            .Add({});
    Counter &sentBytes =
        family(BuildCounter(), "websocket_sent_bytes_total", "Payload bytes of the messages sent.").Add({});
    Family<Counter> &errors =
        family(BuildCounter(), "websocket_errors_total", "Messages and handshakes that failed, by kind.");
    Histogram &handshake = family(BuildHistogram(), "websocket_handshake_duration_seconds",
        "Time from the accepted TCP connection to the finished WebSocket handshake.")
                               .Add({}, handshakeBuckets());
    Family<Histogram> &message = family(BuildHistogram(), "websocket_message_duration_seconds",
        "Time from the receipt of a message to its answer, by room.");
    Histogram &lifetime = family(BuildHistogram(), "websocket_connection_duration_seconds",
        "How long the WebSocket connections that ended had been open.")
                              .Add({}, lifetimeBuckets());
    Family<Counter> &httpRequests = family(BuildCounter(), "http_requests_total", "HTTP requests answered.");
    Family<Histogram> &httpDuration = family(BuildHistogram(), "http_request_duration_seconds",
        "Time from the accepted TCP connection to the HTTP answer.");
    Family<Gauge> &faultActive =
        family(BuildGauge(), "sockeye_demo_fault_active", "1 while the fault is switched on.");

private:
    std::mutex m_mutex;
    std::set<int> m_codes;
};

DemoMetrics::Private::Private(const QString &version)
{
    // Series that exist from the start make rate() right from the first event on.
    for (const int code : {1'000, 1'001, abnormalClosure})
        disconnections.Add({{"code", codeLabel(code)}, {"reason", closeReason(code).data()}});
    for (const char *kind : errorKinds)
        errors.Add({{"kind", kind}});
    family(BuildGauge(), "sockeye_demo_build_info", "The version of the demo service; always 1.")
        .Add({{"version", version.toStdString()}})
        .Set(1);
}

std::string DemoMetrics::Private::codeLabel(int code)
{
    const std::scoped_lock lock{m_mutex};
    if (!m_codes.contains(code) && m_codes.size() >= maximumCodes)
        return "other";
    m_codes.insert(code);
    return std::to_string(code);
}

DemoMetrics::DemoMetrics(const QString &version)
    : d(std::make_unique<Private>(version))
{
}

DemoMetrics::~DemoMetrics() = default;

void DemoMetrics::tcpOpened()
{
    d->activeConnections.Increment();
}

void DemoMetrics::tcpClosed()
{
    d->activeConnections.Decrement();
}

void DemoMetrics::clientConnected(std::chrono::nanoseconds handshake)
{
    d->connections.Increment();
    d->connectedClients.Increment();
    d->handshake.Observe(seconds(handshake));
}

void DemoMetrics::clientDisconnected(int closeCode, std::chrono::nanoseconds lifetime)
{
    d->connectedClients.Decrement();
    d->disconnections.Add({{"code", d->codeLabel(closeCode)}, {"reason", closeReason(closeCode).data()}})
        .Increment();
    d->lifetime.Observe(seconds(lifetime));
}

void DemoMetrics::messageReceived(qint64 payloadBytes)
{
    d->received.Increment();
    d->receivedBytes.Increment(static_cast<double>(payloadBytes));
}

void DemoMetrics::messageSent(qint64 payloadBytes)
{
    d->sent.Increment();
    d->sentBytes.Increment(static_cast<double>(payloadBytes));
}

void DemoMetrics::messageHandled(const QString &room, std::chrono::nanoseconds duration)
{
    d->message.Add({{"room", room.toStdString()}}, messageBuckets()).Observe(seconds(duration));
}

void DemoMetrics::errorHappened(ServiceError error)
{
    d->errors.Add({{"kind", errorKinds.at(static_cast<std::size_t>(error))}}).Increment();
}

void DemoMetrics::httpAnswered(const service::HttpExchange &exchange)
{
    const bool usual = exchange.method == "GET" || exchange.method == "POST";
    const prometheus::Labels labels{{"method", usual ? exchange.method.toStdString() : "other"},
        {"path", exchange.path.toStdString()}, {"code", std::to_string(exchange.status)}};
    d->httpRequests.Add(labels).Increment();
    d->httpDuration.Add(labels, httpBuckets()).Observe(seconds(exchange.duration));
}

QByteArray DemoMetrics::exposition(const FaultBoard &faults)
{
    for (const FaultKind &kind : faultKinds())
        d->faultActive.Add({{"fault", kind.name.data()}}).Set(faults.isActive(kind.fault) ? 1 : 0);
    std::vector<prometheus::MetricFamily> families = d->registry.Collect();
    std::erase_if(families, [](const prometheus::MetricFamily &family) { return family.metric.empty(); });
    std::ranges::move(d->process.Collect(), std::back_inserter(families));
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
}

} // namespace sockeye::demo
