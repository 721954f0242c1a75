// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/rangeledger.h"

#include "core/prometheus/stepcalculator.h"

#include <algorithm>

namespace sockeye {

using std::chrono::milliseconds;

namespace {

// A panel that has not asked for so long does not keep its part of a shared range.
constexpr milliseconds leastMemory = std::chrono::minutes{5};
constexpr int memorySteps = 4;

TimeRange moved(const TimeRange &range, milliseconds by)
{
    return {range.begin + by, range.end + by};
}

// Of histograms their quantiles: a chart of lines would be empty, as if there was no answer.
std::vector<TimeSeries> drawable(QueryResult result)
{
    std::vector<TimeSeries> series = std::move(result.series);
    std::ranges::move(result.quantiles, std::back_inserter(series));
    return series;
}

} // namespace

RangeLedger::RangeLedger(EndpointId endpoint, SeriesStore &store, const Clock &clock)
    : m_endpoint(std::move(endpoint))
    , m_store(store)
    , m_clock(clock)
{
}

RangeLedger::Entry RangeLedger::enter(const RangeQuery &query, RangeWish::Depth depth) const
{
    Entry entry;
    entry.expression = query.expression;
    entry.name = query.expression.toUtf8() + '@' + QByteArray::number(qint64{query.step.count()});
    entry.group = {m_endpoint.value, entry.name};
    entry.wish.range = alignedTo(moved(query.range, m_clockOffset), query.step);
    entry.wish.step = query.step;
    entry.wish.clockOffset = m_clockOffset;
    entry.wish.depth = depth;
    return entry;
}

RangePlan RangeLedger::plan(Entry &entry)
{
    forgetDropped();
    entry.wish.scrapeInterval = m_scrapeInterval;
    entry.wish.freshness = m_freshness;
    entry.group.name = entry.name;
    RangePlan plan = planFor(entry);
    if (plan.kind == RangePlan::Kind::Everything && isPast(entry.wish)) {
        entry.group.name += "@past";
        plan = planFor(entry);
    } else if (const auto record = m_records.find(entry.group); record != m_records.end()) {
        record->lengths[entry.wish.range.length()] = m_clock.monotonic();
    }
    return plan;
}

RangePlan RangeLedger::planFor(const Entry &entry) const
{
    const Record *record = find(entry.group);
    return planRange(
        record ? std::optional(record->held) : std::nullopt, entry.wish, m_limits, Moment::of(m_clock));
}

bool RangeLedger::isPast(const RangeWish &wish) const
{
    const milliseconds age = m_clock.now() + wish.clockOffset - wish.range.end;
    return age > std::max(overlapFor(wish.scrapeInterval), 2 * wish.step);
}

const RangeLedger::Record *RangeLedger::find(const SeriesGroup &group) const
{
    const auto record = m_records.constFind(group);
    return record != m_records.cend() && m_store.contains(group) ? &*record : nullptr;
}

RangeAnswer RangeLedger::take(
    const Entry &entry, const RangePlan &plan, std::vector<QueryAnswer> answers, const Moment &asked)
{
    Record &record = m_records[entry.group];
    record.held = heldAfter(plan, entry.wish, asked);
    if (!plan.held)
        record.lateSamples = 0;
    if (!isPast(entry.wish))
        record.lengths[entry.wish.range.length()] = asked.steady;
    record.warnings.clear();
    record.infos.clear();
    const bool hadHoles = plan.held && record.isPartial;
    const auto isPartial = [](const QueryAnswer &answer) { return answer.result.isPartial; };
    const bool hasHoles = std::ranges::any_of(answers, isPartial);
    record.isPartial = hadHoles || hasHoles;
    std::size_t dropped = 0;
    for (const QueryAnswer &answer : answers) {
        dropped = std::max(dropped, answer.result.droppedSeries);
        record.warnings += answer.result.warnings;
        record.infos += answer.result.infos;
        record.receivedAt = answer.receivedAt;
    }
    record.warnings.removeDuplicates();
    record.infos.removeDuplicates();
    store(entry, plan, std::move(answers), record);
    RangeAnswer answer = recall(entry);
    answer.droppedSeries = dropped;
    // The next answer may leave other series out, and what it does not have would look like a gap. And where
    // the server has all of its storage again, the holes of the answers before can be filled.
    if (dropped > 0 || (hadHoles && !hasHoles))
        m_records.remove(entry.group);
    return answer;
}

void RangeLedger::store(
    const Entry &entry, const RangePlan &plan, std::vector<QueryAnswer> answers, Record &record)
{
    const milliseconds toLocal = -record.held.clockOffset;
    const TimeRange kept = isPast(entry.wish) ? record.held.range : keptRange(record, entry.wish);
    record.held.range = kept;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        std::vector<TimeSeries> series = drawable(std::move(answers[i].result));
        shiftTimes(series, toLocal);
        if (!plan.held && i == 0) {
            m_store.replace(entry.group, std::move(series));
            continue;
        }
        // Of a range that is asked for anew nothing has settled yet.
        const Timestamp settled = plan.held ? plan.held->unsettledFrom + toLocal : Timestamp{};
        record.lateSamples += m_store.merge(entry.group,
            {moved(plan.parts[i], toLocal), moved(kept, toLocal), entry.wish.step, settled,
                std::move(series)});
    }
}

TimeRange RangeLedger::keptRange(Record &record, const RangeWish &wish) const
{
    const milliseconds memory = std::max(leastMemory, memorySteps * wish.step);
    const MonotonicTime now = m_clock.monotonic();
    std::erase_if(record.lengths, [&](const auto &length) { return now - length.second >= memory; });
    const milliseconds longest = std::max(wish.range.length(), record.lengths.rbegin()->first);
    const TimeRange &held = record.held.range;
    return {std::max(held.begin, held.end - longest), held.end};
}

RangeAnswer RangeLedger::recall(const Entry &entry) const
{
    const Record *record = find(entry.group);
    if (!record)
        return {};
    return {m_store.series(entry.group, moved(entry.wish.range, -record->held.clockOffset)), record->warnings,
        record->infos, record->receivedAt, record->lateSamples, record->isPartial};
}

bool RangeLedger::learn(const QueryError &error)
{
    const std::optional<RangeLimits> narrower = narrowerLimits(error, m_limits);
    if (narrower)
        m_limits = *narrower;
    return narrower.has_value();
}

void RangeLedger::forgetDropped()
{
    m_records.removeIf(
        [this](QHash<SeriesGroup, Record>::iterator record) { return !m_store.contains(record.key()); });
}

} // namespace sockeye
