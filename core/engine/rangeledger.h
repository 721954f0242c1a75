// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/id.h"
#include "core/prometheus/query.h"
#include "core/prometheus/queryresult.h"
#include "core/prometheus/rangecache.h"
#include "core/storage/seriesstore.h"

#include <map>

namespace sockeye {

//! \brief The answer to a range query as panels draw it: out of the store, in local time.
struct RangeAnswer {
    std::vector<TimeSeriesPtr> series;
    QStringList warnings;
    QStringList infos;
    Timestamp receivedAt;
    std::size_t lateSamples = 0; //!< points that changed after they had settled, since all was asked
    bool isPartial = false; //!< a part of the server's storage was missing when it was asked
    std::size_t droppedSeries = 0; //!< more than the client takes of one answer
};

//! \brief Knows what the store holds of one server's answers. Panels that ask for one expression at one step
//! share what is held, however long their ranges are. A range in the past that does not touch the present one
//! is held apart, so that the way back to the present stays short. Main thread only.
class RangeLedger final {
public:
    //! What a panel asked for and where it is held.
    struct Entry {
        QString expression;
        QByteArray name; //!< expression and step
        RangeWish wish;
        SeriesGroup group; //!< chosen by plan()
    };

    //! All that is passed must outlive the ledger.
    RangeLedger(EndpointId endpoint, SeriesStore &store, const Clock &clock);

    //! \brief \a query is in local time; it is moved to the server's and aligned to its step.
    [[nodiscard]] Entry enter(const RangeQuery &query, RangeWish::Depth depth) const;
    //! \brief What to ask now.
    [[nodiscard]] RangePlan plan(Entry &entry);
    //! \brief Stores the answers to the parts of \a plan, which were asked for at \a asked.
    RangeAnswer take(
        const Entry &entry, const RangePlan &plan, std::vector<QueryAnswer> answers, const Moment &asked);
    //! \brief The answer to a plan that has no parts.
    [[nodiscard]] RangeAnswer recall(const Entry &entry) const;
    //! \brief True when \a error names a limit of the server that the next plan will keep.
    [[nodiscard]] bool learn(const QueryError &error);

    void setClockOffset(std::chrono::milliseconds offset) { m_clockOffset = offset; }
    [[nodiscard]] std::chrono::milliseconds clockOffset() const { return m_clockOffset; }
    void setScrapeInterval(std::chrono::milliseconds interval) { m_scrapeInterval = interval; }
    void setFreshness(std::chrono::milliseconds freshness) { m_freshness = freshness; }

private:
    struct Record {
        HeldRange held;
        QStringList warnings;
        QStringList infos;
        Timestamp receivedAt;
        std::size_t lateSamples = 0;
        bool isPartial = false; //!< what is held has holes
        std::map<std::chrono::milliseconds, MonotonicTime> lengths; //!< that panels asked for, and when
    };

    [[nodiscard]] const Record *find(const SeriesGroup &group) const;
    [[nodiscard]] bool isPast(const RangeWish &wish) const;
    [[nodiscard]] RangePlan planFor(const Entry &entry) const;
    [[nodiscard]] TimeRange keptRange(Record &record, const RangeWish &wish) const;
    void store(const Entry &entry, const RangePlan &plan, std::vector<QueryAnswer> answers, Record &record);
    void forgetDropped();

    EndpointId m_endpoint;
    SeriesStore &m_store;
    const Clock &m_clock;
    RangeLimits m_limits;
    std::chrono::milliseconds m_clockOffset{0};
    std::chrono::milliseconds m_scrapeInterval{15'000};
    std::chrono::milliseconds m_freshness{500};
    QHash<SeriesGroup, Record> m_records;
};

} // namespace sockeye
