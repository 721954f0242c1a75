// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/rangecache.h"

#include "core/prometheus/stepcalculator.h"

#include <algorithm>

namespace sockeye {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds leastOverlap = 60s;
constexpr int overlapScrapes = 4;
constexpr milliseconds reconcileInterval = 2min;
constexpr milliseconds reconcileDepth = 10min;
// A measured offset wanders with the round trip. Stamps that are this little off are not worth asking again.
constexpr milliseconds offsetTolerance = 500ms;
// Two clocks that are read one after the other never agree to the millisecond.
constexpr milliseconds driftTolerance = 2s;

Timestamp floorTo(Timestamp time, milliseconds step)
{
    return alignedTo({time, time}, step).begin;
}

//! How far the wall clock went ahead of the steady one: sleep, or a correction.
milliseconds driftBetween(const Moment &then, const Moment &now)
{
    const auto steady = std::chrono::duration_cast<milliseconds>(now.steady - then.steady);
    return (now.wall - then.wall) - steady;
}

bool isUsable(const HeldRange &held, const RangeWish &wish, const Moment &now)
{
    const TimeRange &wanted = wish.range;
    const bool isSameGrid = held.step == wish.step;
    const bool isSameClock = std::chrono::abs(held.clockOffset - wish.clockOffset) <= offsetTolerance
        && driftBetween(held.answeredAt, now) >= -driftTolerance;
    // Neighbours that miss no point between them join as well.
    const bool isTouching =
        wanted.begin <= held.range.end + wish.step && held.range.begin <= wanted.end + wish.step;
    return wish.depth == RangeWish::Depth::News && isSameGrid && isSameClock && isTouching;
}

//! The first point that has to be asked again at the right end, or nothing when all of it is good.
std::optional<Timestamp> tailBegin(const HeldRange &held, const RangeWish &wish, const Moment &now)
{
    const bool hasSlept = driftBetween(held.answeredAt, now) > driftTolerance;
    const bool isFresh = !hasSlept && now.steady - held.answeredAt.steady < wish.freshness;
    const bool isLonger = wish.range.end > held.range.end;
    const bool isUnsettled = wish.range.end >= held.unsettledFrom && held.unsettledFrom <= held.range.end;
    if (!isLonger && (isFresh || !isUnsettled))
        return std::nullopt;
    return held.unsettledFrom;
}

//! Where the tail begins when samples that came late are to be found as well; nothing when it is not due.
std::optional<Timestamp> reconcileBegin(const HeldRange &held, const RangeWish &wish, const Moment &now)
{
    const bool hasSlept = driftBetween(held.answeredAt, now) > driftTolerance;
    if (!hasSlept && now.steady - held.reconciledAt < reconcileInterval)
        return std::nullopt;
    return floorTo(std::max(held.range.end, wish.range.end) - reconcileDepth, wish.step);
}

void appendTo(std::vector<TimeRange> &parts, const std::vector<TimeRange> &more)
{
    parts.insert(parts.end(), more.begin(), more.end());
}

} // namespace

milliseconds overlapFor(milliseconds scrapeInterval)
{
    return std::max(leastOverlap, overlapScrapes * scrapeInterval);
}

RangePlan planRange(
    const std::optional<HeldRange> &held, const RangeWish &wish, const RangeLimits &limits, const Moment &now)
{
    RangePlan plan;
    plan.wanted = wish.range;
    if (!held || !isUsable(*held, wish, now)) {
        plan.kind = RangePlan::Kind::Everything;
        plan.parts = splitRange(wish.range, wish.step, limits);
        return plan;
    }
    plan.held = held;
    if (wish.range.begin < held->range.begin) {
        plan.kind = RangePlan::Kind::Extension;
        appendTo(
            plan.parts, splitRange({wish.range.begin, held->range.begin - wish.step}, wish.step, limits));
    }
    std::optional<Timestamp> begin = tailBegin(*held, wish, now);
    if (!begin)
        return plan;
    if (plan.kind == RangePlan::Kind::Nothing) {
        const std::optional<Timestamp> deeper = reconcileBegin(*held, wish, now);
        plan.kind = deeper ? RangePlan::Kind::Reconcile : RangePlan::Kind::Tail;
        begin = std::min(*begin, deeper.value_or(*begin));
    }
    begin = std::max(*begin, held->range.begin);
    const Timestamp end = std::max(wish.range.end, held->range.end);
    appendTo(plan.parts, splitRange({*begin, end}, wish.step, limits));
    return plan;
}

HeldRange heldAfter(const RangePlan &plan, const RangeWish &wish, const Moment &asked)
{
    HeldRange after = plan.held.value_or(HeldRange());
    after.step = wish.step;
    if (plan.held) {
        after.range.begin = std::min(plan.held->range.begin, plan.wanted.begin);
        after.range.end = std::max(plan.held->range.end, plan.wanted.end);
    } else {
        after.range = plan.wanted;
        after.clockOffset = wish.clockOffset;
        after.reconciledAt = asked.steady;
    }
    if (plan.kind == RangePlan::Kind::Reconcile)
        after.reconciledAt = asked.steady;
    const bool hasTail = !plan.held || (!plan.parts.empty() && plan.parts.back().end == after.range.end);
    if (!hasTail)
        return after;
    after.answeredAt = asked;
    const milliseconds overlap = overlapFor(wish.scrapeInterval);
    const Timestamp serverNow = asked.wall + after.clockOffset;
    const bool isPast = serverNow - after.range.end >= overlap;
    after.unsettledFrom =
        isPast ? after.range.end + wish.step : floorTo(after.range.end - overlap, wish.step);
    return after;
}

std::vector<TimeRange> splitRange(const TimeRange &range, milliseconds step, const RangeLimits &limits)
{
    milliseconds longest = step * (limits.points - 1);
    if (limits.length > 0ms)
        longest = std::min(longest, limits.length - limits.length % step);
    std::vector<TimeRange> pieces;
    for (Timestamp begin = range.begin; begin <= range.end; begin = pieces.back().end + step)
        pieces.push_back({begin, std::min(range.end, begin + longest)});
    return pieces;
}

} // namespace sockeye
