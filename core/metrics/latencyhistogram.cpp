// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace sockeye {

using std::chrono::nanoseconds;

namespace {

// Bucket 0 holds what is below 512 ns. Then each power of two is cut into 64 of the same width, so that the
// middle of one is less than 1/128 away from anything in it.
constexpr unsigned int firstExponent = 9;
constexpr unsigned int lastExponent = 41; // 2^42 ns are 73 minutes
constexpr unsigned int cutBits = 6;
constexpr unsigned int cuts = 1U << cutBits;
constexpr std::uint16_t lastIndex = (lastExponent - firstExponent + 1) * cuts;
constexpr std::int64_t longest = (std::int64_t{1} << (lastExponent + 1)) - 1;

std::uint16_t indexOf(nanoseconds value)
{
    const auto clamped = static_cast<std::uint64_t>(std::clamp<std::int64_t>(value.count(), 0, longest));
    const auto width = static_cast<unsigned int>(std::bit_width(clamped));
    if (width <= firstExponent)
        return 0;
    const unsigned int exponent = width - 1;
    const auto cut = static_cast<unsigned int>((clamped >> (exponent - cutBits)) & (cuts - 1));
    return static_cast<std::uint16_t>((exponent - firstExponent) * cuts + cut + 1);
}

nanoseconds middleOf(std::uint16_t index)
{
    if (index == 0)
        return nanoseconds{std::int64_t{1} << (firstExponent - 1)};
    const unsigned int exponent = (index - 1U) / cuts + firstExponent;
    const std::int64_t width = std::int64_t{1} << (exponent - cutBits);
    const std::int64_t lower = (cuts + (index - 1U) % cuts) * width;
    return nanoseconds{lower + width / 2};
}

static_assert(lastIndex <= std::numeric_limits<std::uint16_t>::max());

std::uint32_t saturatedSum(std::uint32_t a, std::uint32_t b)
{
    return std::numeric_limits<std::uint32_t>::max() - a < b ? std::numeric_limits<std::uint32_t>::max()
                                                             : a + b;
}

} // namespace

void LatencyHistogram::Tally::add(nanoseconds value)
{
    const nanoseconds kept = std::max(value, nanoseconds::zero());
    const std::uint16_t index = indexOf(kept);
    const auto at = std::ranges::lower_bound(buckets, index, {}, &Bucket::index);
    if (at != buckets.end() && at->index == index)
        at->count = saturatedSum(at->count, 1);
    else
        buckets.insert(at, Bucket{index, 1});
    min = count == 0 ? kept : std::min(min, kept);
    max = std::max(max, kept);
    sum += kept;
    ++count;
}

void LatencyHistogram::Tally::merge(const Tally &other)
{
    if (other.count == 0)
        return;
    std::vector<Bucket> merged;
    merged.reserve(buckets.size() + other.buckets.size());
    std::ranges::merge(
        buckets, other.buckets, std::back_inserter(merged), {}, &Bucket::index, &Bucket::index);
    buckets.clear();
    for (const Bucket &bucket : merged) {
        if (!buckets.empty() && buckets.back().index == bucket.index)
            buckets.back().count = saturatedSum(buckets.back().count, bucket.count);
        else
            buckets.push_back(bucket);
    }
    min = count == 0 ? other.min : std::min(min, other.min);
    max = std::max(max, other.max);
    sum += other.sum;
    count += other.count;
}

nanoseconds LatencyHistogram::Tally::middle(const Bucket &bucket) const
{
    return std::clamp(middleOf(bucket.index), min, max);
}

void LatencyHistogram::record(nanoseconds latency)
{
    m_answered.add(latency);
}

void LatencyHistogram::recordUnanswered(nanoseconds atLeast)
{
    m_unanswered.add(atLeast);
}

void LatencyHistogram::merge(const LatencyHistogram &other)
{
    m_answered.merge(other.m_answered);
    m_unanswered.merge(other.m_unanswered);
}

std::optional<LatencyQuantile> LatencyHistogram::quantile(double q) const
{
    if (count() == 0 || std::isnan(q))
        return std::nullopt;
    const double wanted = std::ceil(std::clamp(q, 0.0, 1.0) * static_cast<double>(count()));
    const auto rank = std::clamp(static_cast<std::uint64_t>(wanted), std::uint64_t{1}, count());
    return rank == count() ? maximum() : atRank(rank);
}

LatencyQuantile LatencyHistogram::maximum() const
{
    // With what was no answer, the longest is not known; that it is the longest answer or longer, is.
    return {std::max(m_answered.max, m_unanswered.max), m_unanswered.count > 0};
}

// Walks both tallies as one, answers first within a bucket. Each unanswered one is in truth somewhere above
// the place where it stands, so from the first of them on a rank gives a bound.
LatencyQuantile LatencyHistogram::atRank(std::uint64_t rank) const
{
    if (rank == 1 && m_answered.count > 0 && (m_unanswered.count == 0 || m_answered.min <= m_unanswered.min))
        return {m_answered.min, false};
    auto answered = m_answered.buckets.begin();
    auto unanswered = m_unanswered.buckets.begin();
    std::uint64_t below = 0;
    while (answered != m_answered.buckets.end() || unanswered != m_unanswered.buckets.end()) {
        const bool isAnswered = unanswered == m_unanswered.buckets.end()
            || (answered != m_answered.buckets.end() && answered->index <= unanswered->index);
        const Tally &tally = isAnswered ? m_answered : m_unanswered;
        const Bucket &bucket = isAnswered ? *answered++ : *unanswered++;
        below += bucket.count;
        if (below >= rank)
            return {tally.middle(bucket), unanswered != m_unanswered.buckets.begin()};
    }
    return maximum();
}

std::vector<std::uint64_t> LatencyHistogram::cumulative(std::span<const nanoseconds> bounds) const
{
    std::vector<std::uint64_t> counts;
    counts.reserve(bounds.size());
    auto bucket = m_answered.buckets.begin();
    std::uint64_t below = 0;
    for (const nanoseconds bound : bounds) {
        // By the bucket alone: what has been counted must stay where it is, or a counter would go back.
        for (; bucket != m_answered.buckets.end() && middleOf(bucket->index) <= bound; ++bucket)
            below += bucket->count;
        counts.push_back(below);
    }
    return counts;
}

std::size_t LatencyHistogram::bytes() const
{
    return sizeof *this + (m_answered.buckets.capacity() + m_unanswered.buckets.capacity()) * sizeof(Bucket);
}

} // namespace sockeye
