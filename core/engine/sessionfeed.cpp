// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/sessionfeed.h"

#include "core/engine/panelparts.h"
#include "core/prometheus/stepcalculator.h"

#include <algorithm>

namespace sockeye {

namespace {

constexpr std::chrono::minutes usualRange{15};
constexpr std::chrono::seconds rebuildInterval{1};
constexpr std::chrono::milliseconds probeStep{1'000};
constexpr int upPoints = 300; // enough for a hatching, and the same for every panel, so it is asked once
constexpr int staleIntervals = 3;
constexpr int missesUntilBlind = 3;

TimeRange floored(const TimeRange &range, std::chrono::milliseconds step)
{
    const Timestamp end = range.end - range.end.time_since_epoch() % step;
    return {end - range.length(), end};
}

template <typename Binding>
bool is(const PanelLayer &layer)
{
    return std::holds_alternative<Binding>(layer.binding);
}

} // namespace

SessionFeed::SessionFeed(SessionView &view, PanelSpec spec, Subject subject, std::chrono::milliseconds jitter)
    : m_view(&view)
    , m_spec(std::move(spec))
    , m_subject(std::move(subject))
    , m_jitter(jitter)
    , m_layers(m_spec.layers.size())
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (is<ProbeBinding>(m_spec.layers[i]))
            m_layers[i].source = Source::Probe;
        else if (is<LaneBinding>(m_spec.layers[i]))
            m_layers[i].source = Source::Lanes;
    }
    const Timestamp now = view.clock().now();
    m_range = {now - usualRange, now};
    connect(&view, &SessionView::ticked, this, &SessionFeed::tick);
    rebuild();
}

SessionFeed::~SessionFeed() = default;

void SessionFeed::setRange(const TimeRange &range, bool live)
{
    if (range == m_range && live == m_isLive)
        return;
    const bool isSameView = live && m_isLive && range.length() == m_range.length();
    m_range = range;
    m_isLive = live;
    if (isSameView)
        return;
    cancelAsking();
    m_isAskDue = true;
    m_isDirty = true;
}

void SessionFeed::setPixelWidth(int width)
{
    m_width = std::max(1, width); // the step follows with the next question
}

void SessionFeed::setVisible(bool visible)
{
    m_isVisible = visible;
    if (visible) {
        m_isDirty = true;
    } else if (isAnyAsking()) {
        cancelAsking();
        m_isAskDue = true; // when it is shown again
    }
}

void SessionFeed::refresh()
{
    m_depth = RangeWish::Depth::Everything;
    m_isAskDue = true;
    m_isDirty = true;
}

std::chrono::milliseconds SessionFeed::interval() const
{
    return std::max(m_view->workspace().refreshInterval, m_step);
}

void SessionFeed::tick()
{
    if (!m_isVisible)
        return;
    const MonotonicTime now = m_view->clock().monotonic();
    chooseRange();
    const bool isWanted = m_isLive || m_snapshot.error; // a past that was answered does not change
    // From the interval as it is now: the step shrinks when the scrape interval becomes known.
    const bool isTime = isWanted && (!m_askedAt || now >= *m_askedAt + interval() + m_spread);
    if ((m_isAskDue || isTime) && !isAnyAsking()) {
        ask();
    } else if (isTime && m_scheduler) {
        m_askedAt = now; // due again after the next interval
        m_scheduler->countSkipped();
    }
    if (m_isDirty || !m_nextRebuild || now >= *m_nextRebuild)
        rebuild();
}

void SessionFeed::chooseRange()
{
    const EndpointMonitor *source = endpoint();
    const bool asks = has(Source::Query) && source;
    m_step = asks ? stepFor(m_range.length(), m_width, source->scrapeInterval()) : probeStep;
    m_upStep = asks ? stepFor(m_range.length(), upPoints, source->scrapeInterval()) : probeStep;
    if (m_isLive) {
        const Timestamp now = m_view->clock().now();
        m_range = floored({now - m_range.length(), now}, m_step);
    }
}

void SessionFeed::ask()
{
    // The first question goes at once; the next ones spread, so that panels do not march in step.
    m_spread = m_askedAt ? std::chrono::milliseconds{0} : m_jitter;
    m_askedAt = m_view->clock().monotonic();
    m_isAskDue = false;
    EndpointMonitor *source = endpoint();
    const ServiceRoles *roles = m_view->roles(m_subject.service);
    if (!source || !roles || !has(Source::Query))
        return;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        if (m_layers[i].source == Source::Query)
            askLayer(i, *source, *roles);
    }
    if (const std::optional<QString> up = roles->resolve(Role::TargetUp, {}))
        send(m_up, *source, {*up, m_range, m_upStep});
    m_depth = RangeWish::Depth::News;
}

void SessionFeed::askLayer(std::size_t index, EndpointMonitor &endpoint, const ServiceRoles &roles)
{
    Layer &layer = m_layers[index];
    const std::chrono::milliseconds window = rateWindow(m_step, endpoint.scrapeInterval());
    const std::optional<QString> expression = expressionOf(m_spec.layers[index].binding, roles, window);
    layer.isResolved = expression.has_value();
    if (expression)
        send(layer, endpoint, {*expression, m_range, m_step});
    else
        layer.answer = {};
}

void SessionFeed::send(Layer &layer, EndpointMonitor &endpoint, const RangeQuery &query)
{
    m_scheduler = &endpoint.scheduler();
    // Layers live as long as the feed and never move.
    layer.asking = m_scheduler->askRange({query, m_depth}, this, [this, &layer](const RangeOutcome &outcome) {
        layer.asking.reset();
        m_isDirty = true;
        if (!outcome) {
            layer.error = outcome.error();
            return;
        }
        layer.isAnswered = true;
        layer.error.reset();
        layer.answer = *outcome;
    });
}

void SessionFeed::cancelAsking()
{
    const auto cancel = [this](Layer &layer) {
        if (const auto ticket = std::exchange(layer.asking, std::nullopt); ticket && m_scheduler)
            m_scheduler->cancel(*ticket);
    };
    std::ranges::for_each(m_layers, cancel);
    cancel(m_up);
}

std::optional<QString> SessionFeed::expressionOf(
    const PanelBinding &binding, const ServiceRoles &roles, std::chrono::milliseconds window) const
{
    if (const auto *query = std::get_if<QueryBinding>(&binding))
        return query->expression;
    const auto *named = std::get_if<RoleBinding>(&binding);
    const std::optional<Role> role = named ? roleFromName(named->role) : std::nullopt;
    return role ? roles.resolve(*role, window) : std::nullopt;
}

void SessionFeed::rebuild()
{
    m_nextRebuild = m_view->clock().monotonic() + rebuildInterval;
    m_isDirty = false;
    PanelSnapshot fresh;
    fresh.range = m_range;
    fresh.step = m_step;
    fresh.lateSamples = lateSamples();
    addSeries(fresh);
    addLanes(fresh);
    addRules(fresh);
    addBlindRanges(fresh);
    judge(fresh);
    if (looksSame(fresh, m_snapshot))
        return;
    m_snapshot = std::move(fresh);
    Q_EMIT changed();
}

void SessionFeed::addSeries(PanelSnapshot &snapshot) const
{
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer &layer = m_layers[i];
        if (layer.source == Source::Query) {
            const bool isAlone = layer.answer.series.size() == 1;
            for (const TimeSeriesPtr &series : layer.answer.series)
                snapshot.series.push_back({series, i, legendFor(m_spec.layers[i], series->labels, isAlone)});
            if (layer.isAnswered)
                snapshot.heardAt = std::max(snapshot.heardAt, std::optional(layer.answer.receivedAt));
            snapshot.warnings += layer.answer.warnings;
            snapshot.infos += layer.answer.infos;
            snapshot.isPartial = snapshot.isPartial || layer.answer.isPartial;
            snapshot.droppedSeries += layer.answer.droppedSeries;
        } else if (const auto *probe = std::get_if<ProbeBinding>(&m_spec.layers[i].binding)) {
            for (const TargetId &id : targets()) {
                const TargetMonitor *target = m_view->target(id);
                for (const TimeSeriesPtr &series :
                    m_view->store().series(probeGroup(id, probe->metric.toUtf8()))) {
                    if (TimeSeriesPtr slice = sliceOf(*series, m_range); target && !slice->isEmpty())
                        snapshot.series.push_back({std::move(slice), i, target->target().name});
                }
            }
        }
    }
    snapshot.warnings.removeDuplicates();
    snapshot.infos.removeDuplicates();
}

std::vector<StateInterval> SessionFeed::lane(const TargetId &target) const
{
    return withUnwatchedStart(m_view->lanes().intervals(target, m_range), target, m_range);
}

void SessionFeed::addLanes(PanelSnapshot &snapshot) const
{
    if (!has(Source::Lanes))
        return;
    for (const TargetId &id : targets()) {
        if (const TargetMonitor *target = m_view->target(id))
            snapshot.lanes.push_back({id, target->target().name, lane(id), target->status().rttSeconds});
    }
}

void SessionFeed::addRules(PanelSnapshot &snapshot) const
{
    for (const AlertRule &rule : m_view->workspace().rules) {
        if (!rule.enabled || rule.key.isEmpty() || !m_spec.ruleKeys.contains(rule.key))
            continue;
        snapshot.thresholds.push_back(
            {rule.id, rule.condition.threshold, rule.condition.comparison, rule.severity});
        const std::vector<TimeRange> fired = m_view->firingTimes(rule.id, m_subject.service);
        snapshot.breachRanges.insert(snapshot.breachRanges.end(), fired.begin(), fired.end());
    }
    snapshot.breachRanges = mergedWithin(std::move(snapshot.breachRanges), m_range);
}

void SessionFeed::addBlindRanges(PanelSnapshot &snapshot) const
{
    // Pushed metrics have no up: their data speak for themselves.
    const bool isPushed = m_up.answer.series.empty() && !snapshot.series.empty();
    if (has(Source::Query) && m_up.isAnswered && !isPushed)
        snapshot.blindRanges = unseenRanges(m_up.answer.series, m_range, m_upStep);
    if (!has(Source::Probe) && !has(Source::Lanes))
        return;
    for (const TargetId &id : targets()) {
        for (const StateInterval &interval : lane(id)) {
            if (interval.state == LaneState::NotWatched)
                snapshot.blindRanges.push_back({interval.begin, interval.end.value_or(m_range.end)});
        }
    }
    snapshot.blindRanges = mergedWithin(std::move(snapshot.blindRanges), m_range);
}

void SessionFeed::judge(PanelSnapshot &snapshot) const
{
    snapshot.emptyCause = structuralEmptiness();
    if (snapshot.emptyCause != EmptyCause::None) {
        snapshot.state = PanelState::Empty;
        return;
    }
    snapshot.blind = m_isLive ? confirmedBlindness() : BlindCause::None;
    if (snapshot.blind != BlindCause::None) {
        snapshot.state = PanelState::Blind;
        // What failed tells what to do, such as to enter a token.
        if (const EndpointMonitor *source = endpoint();
            source && snapshot.blind == BlindCause::EndpointFailed)
            snapshot.error = source->status().error;
        return;
    }
    snapshot.state = stateOfData(snapshot);
}

EmptyCause SessionFeed::structuralEmptiness() const
{
    const bool hasLocal = (has(Source::Probe) || has(Source::Lanes)) && !targets().empty();
    if (hasLocal)
        return EmptyCause::None;
    if (!has(Source::Query))
        return EmptyCause::NoProbes;
    if (!endpoint())
        return EmptyCause::NoEndpoint;
    const bool isExported = std::any_of(m_layers.begin(), m_layers.end(),
        [](const Layer &layer) { return layer.source == Source::Query && layer.isResolved; });
    return isExported ? EmptyCause::None : EmptyCause::NotExported;
}

BlindCause SessionFeed::confirmedBlindness() const
{
    const ServiceSight sight = m_view->sight(m_subject.service);
    if (has(Source::Query) && endpoint()) {
        const bool isFirstFailure =
            sight.metrics == BlindCause::EndpointFailed && sight.misses < missesUntilBlind;
        return sight.metrics == BlindCause::NotYetHeard || isFirstFailure ? BlindCause::None : sight.metrics;
    }
    return sight.probes == BlindCause::NotYetHeard ? BlindCause::None : sight.probes;
}

PanelState SessionFeed::stateOfData(PanelSnapshot &snapshot) const
{
    bool isWaiting = false;
    for (const Layer &layer : m_layers) {
        if (layer.source != Source::Query || !layer.isResolved || !endpoint())
            continue;
        if (layer.error)
            snapshot.error = layer.error;
        isWaiting = isWaiting || !layer.isAnswered;
    }
    if (snapshot.error)
        return PanelState::Error;
    if (isWaiting)
        return PanelState::Loading;
    const auto age = m_view->clock().now() - snapshot.heardAt.value_or(m_view->clock().now());
    if (m_isLive && age > staleIntervals * interval())
        return PanelState::Stale;
    if (!snapshot.series.empty() || !snapshot.lanes.empty())
        return PanelState::Ready;
    const bool isProbeStarting =
        !has(Source::Query) && m_view->sight(m_subject.service).probes == BlindCause::NotYetHeard;
    if (isProbeStarting)
        return PanelState::Loading;
    snapshot.emptyCause = EmptyCause::NoSeries;
    return PanelState::Empty;
}

bool SessionFeed::has(Source source) const
{
    return std::any_of(
        m_layers.begin(), m_layers.end(), [source](const Layer &layer) { return layer.source == source; });
}

bool SessionFeed::isAnyAsking() const
{
    return m_up.asking || std::any_of(m_layers.begin(), m_layers.end(), [](const Layer &layer) {
        return layer.asking.has_value();
    });
}

std::size_t SessionFeed::lateSamples() const
{
    std::size_t sum = 0;
    for (const Layer &layer : m_layers)
        sum += layer.answer.lateSamples;
    return sum;
}

EndpointMonitor *SessionFeed::endpoint() const
{
    const ServiceConfig *service = m_view->workspace().service(m_subject.service);
    return service ? m_view->endpoint(service->endpoint) : nullptr;
}

std::vector<TargetId> SessionFeed::targets() const
{
    if (m_subject.target)
        return {*m_subject.target};
    const ServiceConfig *service = m_view->workspace().service(m_subject.service);
    return service ? service->targets : std::vector<TargetId>();
}

} // namespace sockeye
