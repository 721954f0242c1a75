// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/servicemonitor.h"

#include "core/prometheus/stepcalculator.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr std::chrono::minutes stripLength{15};
constexpr std::chrono::minutes changeSpan{5};
constexpr int stripPoints = 180;
constexpr int intervalsUntilNoData = 3;
constexpr std::chrono::seconds scrapeGrace{5};
constexpr std::chrono::seconds startGrace{35}; // Prometheus scrapes nothing in its first seconds

//! The newest value if it belongs to the end of \a range and not to a past that went stale.
std::optional<double> freshValue(const TimeSeries &series, const RangeQuery &query)
{
    if (series.isEmpty() || isAbsent(series.values.back()))
        return std::nullopt;
    if (series.times.back() < query.range.end - 2 * query.step)
        return std::nullopt;
    return series.values.back();
}

//! The ratio of the newest value to the one of five minutes ago.
std::optional<double> changeOf(const TimeSeries &series)
{
    if (series.isEmpty())
        return std::nullopt;
    const Timestamp then = series.times.back() - changeSpan;
    const auto next = std::upper_bound(series.times.begin(), series.times.end(), then);
    if (next == series.times.begin())
        return std::nullopt;
    const double before = series.values[static_cast<std::size_t>(next - series.times.begin()) - 1];
    const double now = series.values.back();
    if (isAbsent(before) || isAbsent(now) || !(before > 0.0))
        return std::nullopt;
    return now / before - 1.0;
}

} // namespace

ServiceMonitor::ServiceMonitor(ServiceId id, const SessionView &view, QObject *parent)
    : QObject(parent)
    , m_id(std::move(id))
    , m_view(view)
    , m_createdAt(view.clock().monotonic())
{
}

ServiceMonitor::~ServiceMonitor() = default;

void ServiceMonitor::tick()
{
    const MonotonicTime now = m_view.clock().monotonic();
    if (m_nextLook && now < *m_nextLook)
        return;
    m_nextLook = now + m_view.workspace().refreshInterval;
    if (m_partsUnderWay == 0)
        look();
    else
        finishLook(); // the server is slower than the interval: nothing was seen meanwhile
}

void ServiceMonitor::look()
{
    const ServiceConfig *config = m_view.workspace().service(m_id);
    EndpointMonitor *endpoint = config ? m_view.endpoint(config->endpoint) : nullptr;
    const ServiceRoles *roles = m_view.roles(m_id);
    if (!endpoint || !roles) {
        finishLook();
        return;
    }
    askUp(*endpoint, *roles);
    askStrip(*endpoint, *roles);
}

void ServiceMonitor::askUp(EndpointMonitor &endpoint, const ServiceRoles &roles)
{
    const std::optional<QString> expression = roles.resolve(Role::TargetUp, {});
    if (!expression)
        return;
    ++m_partsUnderWay;
    endpoint.scheduler().askInstant(*expression, this, [this](const QueryOutcome &outcome) {
        m_up = upStateOf(outcome);
        finishPart();
    });
}

ServiceMonitor::UpState ServiceMonitor::upStateOf(const QueryOutcome &outcome)
{
    if (!outcome)
        return UpState::Failed;
    const std::vector<TimeSeries> &all = outcome->result.series;
    if (all.empty())
        return UpState::Absent;
    const auto up = std::count_if(all.begin(), all.end(), [](const TimeSeries &series) {
        const double *value = series.lastValue();
        return value && *value > 0.0;
    });
    if (up == 0)
        return UpState::Down;
    return static_cast<std::size_t>(up) == all.size() ? UpState::Up : UpState::PartlyUp;
}

void ServiceMonitor::askStrip(EndpointMonitor &endpoint, const ServiceRoles &roles)
{
    const std::chrono::milliseconds scrape = endpoint.scrapeInterval();
    const std::chrono::milliseconds step = stepFor(stripLength, stripPoints, scrape);
    const std::optional<QString> expression =
        roles.resolve(Role::ActiveConnections, rateWindow(step, scrape));
    m_exportsConnections = expression.has_value();
    if (!expression)
        return;
    ++m_partsUnderWay;
    const Timestamp now = m_view.clock().now();
    const RangeQuery query{*expression, {now - stripLength, now}, step};
    endpoint.scheduler().askRange({query}, this, [this, query](const RangeOutcome &outcome) {
        takeStrip(outcome, query);
        finishPart();
    });
}

void ServiceMonitor::takeStrip(const RangeOutcome &outcome, const RangeQuery &query)
{
    m_connections.reset();
    m_change.reset();
    if (!outcome)
        return;
    m_strip = outcome->series.empty() ? nullptr : outcome->series.front();
    if (!m_strip)
        return;
    m_connections = freshValue(*m_strip, query);
    if (m_connections) {
        m_lastConnections = m_connections;
        m_change = changeOf(*m_strip);
    }
}

void ServiceMonitor::finishPart()
{
    if (--m_partsUnderWay == 0)
        finishLook();
}

void ServiceMonitor::finishLook()
{
    m_hasLooked = true;
    const bool isLate = m_partsUnderWay > 0;
    if (blindCause() == BlindCause::None && !isLate) {
        m_misses = 0;
        m_lastSeen = m_view.clock().now();
    } else {
        ++m_misses;
    }
    Q_EMIT looked();
}

BlindCause ServiceMonitor::blindCause() const
{
    const BlindCause metrics = metricsCause();
    return metrics != BlindCause::None ? metrics : probesCause();
}

BlindCause ServiceMonitor::unseen(const EndpointMonitor &endpoint) const
{
    // A server that has just started, or a job that was just added, has had no scrape yet.
    const std::chrono::milliseconds patience =
        std::max<std::chrono::milliseconds>({intervalsUntilNoData * m_view.workspace().refreshInterval,
            2 * endpoint.scrapeInterval() + scrapeGrace, startGrace});
    const bool isNew = m_view.clock().monotonic() - m_createdAt <= patience;
    return isNew && !m_lastSeen ? BlindCause::NotYetHeard : BlindCause::NoData;
}

BlindCause ServiceMonitor::metricsCause() const
{
    const ServiceConfig *config = m_view.workspace().service(m_id);
    const EndpointMonitor *endpoint = config ? m_view.endpoint(config->endpoint) : nullptr;
    if (!endpoint)
        return BlindCause::None;
    if (const BlindCause cause = endpoint->blindCause(); cause != BlindCause::None)
        return cause;
    switch (m_up) {
    case UpState::Unknown:
        return BlindCause::NotYetHeard;
    case UpState::PartlyUp: // what is missing may be the worst
    case UpState::Down:
        return BlindCause::TargetDown;
    case UpState::Failed:
        return BlindCause::NoData;
    case UpState::Absent: // pushed metrics have no up
        return m_connections ? BlindCause::None : unseen(*endpoint);
    case UpState::Up:
        return m_connections || !m_exportsConnections ? BlindCause::None : unseen(*endpoint);
    }
    return BlindCause::None;
}

BlindCause ServiceMonitor::probesCause() const
{
    const ServiceConfig *config = m_view.workspace().service(m_id);
    if (!config)
        return BlindCause::None;
    BlindCause cause = BlindCause::None;
    for (const TargetId &id : config->targets) {
        const TargetMonitor *target = m_view.target(id);
        const BlindCause one = target ? target->status().blind : BlindCause::None;
        if (one == BlindCause::ProbeSilent || one == BlindCause::Paused)
            return one;
        if (one != BlindCause::None)
            cause = one;
    }
    return cause;
}

void ServiceMonitor::describe(ServiceStatus &status) const
{
    status.blind = blindCause();
    const bool isSeen = status.blind == BlindCause::None;
    const bool isPartlySeen = status.blind == BlindCause::ProbeSilent
        || (status.blind == BlindCause::TargetDown && m_up == UpState::PartlyUp);
    status.connections = isSeen || isPartlySeen ? m_connections : std::nullopt;
    status.change = status.connections ? m_change : std::nullopt;
    status.lastConnections = m_lastConnections;
    status.lastSeen = m_lastSeen;
    status.strip = m_strip;
}

} // namespace sockeye
