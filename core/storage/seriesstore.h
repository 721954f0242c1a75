// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/seriesmerge.h"

#include <QObject>
#include <QSet>
#include <QString>

namespace sockeye {

//! \brief A family of series that is written and read together: the answer to one query of one endpoint at
//! one step, or one metric of one probe target.
struct SeriesGroup {
    QString source; //!< an EndpointId or a TargetId
    QByteArray name; //!< expression and step, or the metric's name

    friend bool operator==(const SeriesGroup &, const SeriesGroup &) = default;
    friend std::size_t qHash(const SeriesGroup &g, std::size_t seed = 0)
    {
        return qHashMulti(seed, g.source, g.name);
    }
};

//! \brief The only holder of samples. Bounded by age and bytes; readers get immutable snapshots that stay
//! valid as long as they are held and may be read and let go on any thread. The same snapshot is given again
//! until the series changes. Changes are announced together when flush() is called, once a frame. Main thread
//! only.
class SeriesStore final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeriesStore)

public:
    struct Limits {
        std::chrono::milliseconds maxAge{std::chrono::hours{25}};
        std::size_t maxBytes = 192'000'000; //!< the groups that were written longest ago go first
    };

    //! What is held: the columns as they are reserved, times that are shared counted once.
    struct Usage {
        std::size_t samples = 0;
        std::size_t bytes = 0;
        std::size_t evicted = 0; //!< groups that went because of the limit on bytes, ever

        friend bool operator==(const Usage &, const Usage &) = default;
    };

    explicit SeriesStore(Limits limits, QObject *parent = nullptr);
    ~SeriesStore() override;

    //! \brief Replaces the whole family; series that are not in \a series are gone.
    void replace(const SeriesGroup &group, std::vector<TimeSeries> series);
    //! \brief Replaces what was asked and keeps the rest: see mergeAnswer(). Gives the number of settled
    //! points that turned out to be different. A group that is not held is made.
    std::size_t merge(const SeriesGroup &group, PartialAnswer answer);
    //! \brief Adds one sample at the end of one series; a sample that is not newer than the last is ignored.
    void append(const SeriesGroup &group, const LabelSet &labels, Sample sample);
    //! \brief Ends the line: the next sample is not joined to the last. A series without a line has none to
    //! end.
    void markGap(const SeriesGroup &group, const LabelSet &labels, Timestamp at);
    void remove(const SeriesGroup &group);

    [[nodiscard]] std::vector<TimeSeriesPtr> series(const SeriesGroup &group) const;
    //! \brief The part of each series within \a range, both ends included; series that have none are left
    //! out. Where nothing has to be cut it is the snapshot of series().
    [[nodiscard]] std::vector<TimeSeriesPtr> series(const SeriesGroup &group, const TimeRange &range) const;
    //! \brief Whether \a group was written and not dropped since; its answer may have been empty.
    [[nodiscard]] bool contains(const SeriesGroup &group) const;
    [[nodiscard]] Usage usage() const;
    //! \brief What the groups of one endpoint or target take. \a evicted is its own.
    [[nodiscard]] Usage usage(const QString &source) const;

    [[nodiscard]] const Limits &limits() const;

    //! \brief Drops what the limits do not allow. Appended samples age by their own stamps. An answer
    //! may be about last week: it ages from the first trim() after it was written.
    void trim(Timestamp now);
    //! \brief Emits changed() if there is something to say.
    void flush();

Q_SIGNALS:
    void changed(const QSet<sockeye::SeriesGroup> &groups);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
