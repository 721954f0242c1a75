// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/probe/exposition.h"

#include <algorithm>
#include <array>
#include <limits>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

namespace sockeye::cli {

using namespace std::chrono_literals;
using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using std::chrono::nanoseconds;

namespace {

// From within a rack to around the world, and up to the usual time limit of a pong.
constexpr std::array<nanoseconds, 14> bounds{
    500us, 1ms, 2'500us, 5ms, 10ms, 25ms, 50ms, 100ms, 250ms, 500ms, 1s, 2'500ms, 5s, 10s};

double seconds(nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

class Exposition::Private {
public:
    ClientMetric &add(const Metric &metric, MetricType type, const Labels &labels);

    std::vector<MetricFamily> families; //!< in the order of their first sample
};

ClientMetric &Exposition::Private::add(const Metric &metric, MetricType type, const Labels &labels)
{
    auto family = std::ranges::find(families, metric.name, &MetricFamily::name);
    if (family == families.end())
        family = families.insert(families.end(), MetricFamily{metric.name, metric.help, type, {}});
    ClientMetric &sample = family->metric.emplace_back();
    for (const auto &[name, value] : labels)
        sample.label.push_back({name, value.toStdString()});
    return sample;
}

Exposition::Exposition()
    : d(std::make_unique<Private>())
{
}

Exposition::~Exposition() = default;

void Exposition::gauge(const Metric &metric, const Labels &labels, double value)
{
    d->add(metric, MetricType::Gauge, labels).gauge.value = value;
}

void Exposition::counter(const Metric &metric, const Labels &labels, quint64 value)
{
    d->add(metric, MetricType::Counter, labels).counter.value = static_cast<double>(value);
}

void Exposition::histogram(const Metric &metric, const Labels &labels, const LatencyHistogram &latencies)
{
    ClientMetric::Histogram &histogram = d->add(metric, MetricType::Histogram, labels).histogram;
    histogram.sample_count = latencies.count();
    histogram.sample_sum = seconds(latencies.sum());
    const std::vector<std::uint64_t> counts = latencies.cumulative(bounds);
    for (std::size_t i = 0; i < bounds.size(); ++i)
        histogram.bucket.push_back({counts[i], seconds(bounds[i])});
    histogram.bucket.push_back({latencies.count(), std::numeric_limits<double>::infinity()});
}

QByteArray Exposition::text() const
{
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(d->families));
}

} // namespace sockeye::cli
