// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sockeye {

//! \brief A quantile of latencies, or the least that it can be.
struct LatencyQuantile {
    std::chrono::nanoseconds value{0};
    bool isAtLeast = false; //!< so many answers did not come that the true one is this or longer

    friend bool operator==(const LatencyQuantile &, const LatencyQuantile &) = default;
};

//! \brief Counts latencies in log-linear buckets: 64 for each power of two, so that a quantile is wrong by
//! less than 1 % from 1 µs to an hour. Histograms merge without loss, in any order: quantiles of several
//! hosts or minutes are those of all their latencies, which averaged quantiles never are.
//!
//! Only the buckets that hold something are kept, 8 bytes each: 60 at most for a minute of pings, one a
//! second, and 2113 where all that there are hold something.
class LatencyHistogram final {
public:
    //! \brief Counts an answer that took \a latency; one that is negative counts as nought.
    void record(std::chrono::nanoseconds latency);
    //! \brief Counts an answer that had not come after \a atLeast. It is kept apart from those that came.
    void recordUnanswered(std::chrono::nanoseconds atLeast);
    void merge(const LatencyHistogram &other);

    [[nodiscard]] std::uint64_t count() const { return m_answered.count + m_unanswered.count; }
    [[nodiscard]] std::uint64_t unansweredCount() const { return m_unanswered.count; }
    //! \brief Of all, the unanswered with the least that they can be.
    [[nodiscard]] std::chrono::nanoseconds sum() const { return m_answered.sum + m_unanswered.sum; }

    //! \brief The \a q-quantile (0..1) by the nearest rank; nothing when nothing was recorded. The minimum
    //! and the maximum, q of 0 and 1, are exact.
    [[nodiscard]] std::optional<LatencyQuantile> quantile(double q) const;

    //! \brief For each of the ascending \a bounds how many answers took no longer, as the buckets of a
    //! histogram of Prometheus count them. A bucket of ours that a bound cuts goes where its middle is.
    //! Unanswered ones are in none of them, only in count(), which stands for +Inf.
    [[nodiscard]] std::vector<std::uint64_t> cumulative(
        std::span<const std::chrono::nanoseconds> bounds) const;

    [[nodiscard]] std::size_t bytes() const;

    friend bool operator==(const LatencyHistogram &, const LatencyHistogram &) = default;

private:
    struct Bucket {
        std::uint16_t index = 0;
        std::uint32_t count = 0;

        friend bool operator==(const Bucket &, const Bucket &) = default;
    };

    struct Tally {
        std::vector<Bucket> buckets; //!< ascending, none empty
        std::uint64_t count = 0;
        std::chrono::nanoseconds sum{0};
        std::chrono::nanoseconds min{0}; //!< of any worth when count is not nought
        std::chrono::nanoseconds max{0};

        void add(std::chrono::nanoseconds value);
        void merge(const Tally &other);
        [[nodiscard]] std::chrono::nanoseconds middle(const Bucket &bucket) const;

        friend bool operator==(const Tally &, const Tally &) = default;
    };

    [[nodiscard]] LatencyQuantile atRank(std::uint64_t rank) const;
    [[nodiscard]] LatencyQuantile maximum() const;

    Tally m_answered;
    Tally m_unanswered;
};

} // namespace sockeye
