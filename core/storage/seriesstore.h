// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/timerange.h"
#include "core/metrics/timeseries.h"

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

//! \brief The only holder of samples. Bounded by age and number; readers get immutable snapshots that stay
//! valid as long as they are held and may be read and let go on any thread. The same snapshot is given again
//! until the series changes. Changes are announced together when flush() is called, once a frame. Main thread
//! only.
class SeriesStore final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeriesStore)

public:
    struct Limits {
        std::chrono::milliseconds maxAge{std::chrono::hours{25}};
        std::size_t maxSamples = 20'000'000; //!< the groups that were written longest ago go first
    };

    explicit SeriesStore(Limits limits, QObject *parent = nullptr);
    ~SeriesStore() override;

    //! \brief Replaces the whole family; series that are not in \a series are gone.
    void replace(const SeriesGroup &group, std::vector<TimeSeries> series);
    //! \brief Adds one sample at the end of one series; a sample that is not newer than the last is ignored.
    void append(const SeriesGroup &group, const LabelSet &labels, Sample sample);
    //! \brief Ends the line: the next sample is not joined to the last. A series without a line has none to
    //! end.
    void markGap(const SeriesGroup &group, const LabelSet &labels, Timestamp at);
    void remove(const SeriesGroup &group);

    [[nodiscard]] std::vector<TimeSeriesPtr> series(const SeriesGroup &group) const;
    [[nodiscard]] std::size_t sampleCount() const;

    //! \brief Drops what the limits do not allow. Appended samples age by their own stamps. An answer that
    //! replace() wrote may be about last week: it ages from the first trim() after it was written.
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
