// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/seriesstore.h"

#include <QHash>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

namespace sockeye {

namespace {

//! \brief A series that is changed in place while nobody reads it, and copied first when somebody does.
class SharedSeries final {
public:
    explicit SharedSeries(TimeSeries series)
        : m_box(std::make_shared<Box>(std::move(series)))
    {
    }

    [[nodiscard]] const TimeSeries &get() const { return m_box->series; }

    [[nodiscard]] TimeSeriesPtr snapshot() const
    {
        if (TimeSeriesPtr held = m_snapshot.lock())
            return held;
        // The readers are counted here and not by use_count(), which is a relaxed read: it would not order a
        // reader's last look on another thread before our next write.
        m_box->readers.fetch_add(1, std::memory_order_relaxed);
        const auto release = [box = m_box](const TimeSeries *) {
            box->readers.fetch_sub(1, std::memory_order_release);
        };
        TimeSeriesPtr fresh(&m_box->series, release);
        m_snapshot = fresh;
        return fresh;
    }

    [[nodiscard]] TimeSeries &edit()
    {
        if (m_box->readers.load(std::memory_order_acquire) != 0)
            m_box = std::make_shared<Box>(m_box->series);
        // What is held shows the old content and is not given again.
        m_snapshot.reset();
        return m_box->series;
    }

private:
    struct Box {
        explicit Box(TimeSeries content)
            : series(std::move(content))
        {
        }

        TimeSeries series;
        std::atomic<int> readers{0};
    };

    std::shared_ptr<Box> m_box;
    mutable std::weak_ptr<const TimeSeries> m_snapshot;
};

struct Group {
    std::vector<SharedSeries> series;
    quint64 lastWrite = 0; //!< order of writing among all groups
    bool isAnswer = false; //!< written by replace(), not grown by append()
    std::optional<Timestamp> agesFrom; //!< of an answer: the first trim() after it was written
};

std::size_t samplesIn(const Group &group)
{
    std::size_t count = 0;
    for (const SharedSeries &series : group.series)
        count += series.get().size();
    return count;
}

} // namespace

class SeriesStore::Private {
public:
    Group &touch(const SeriesGroup &key)
    {
        Group &group = groups[key];
        group.lastWrite = ++writes;
        touched.insert(key);
        return group;
    }

    SharedSeries *find(const SeriesGroup &key, const LabelSet &labels)
    {
        const auto group = groups.find(key);
        if (group == groups.end())
            return nullptr;
        const auto found = std::find_if(group->series.begin(), group->series.end(),
            [&labels](const SharedSeries &series) { return series.get().labels == labels; });
        return found == group->series.end() ? nullptr : &*found;
    }

    void add(const SeriesGroup &key, SharedSeries &series, Sample sample)
    {
        touch(key).isAnswer = false;
        TimeSeries &data = series.edit();
        data.times.push_back(sample.time);
        data.values.push_back(sample.value);
        ++samples;
    }

    void drop(const SeriesGroup &key)
    {
        const auto group = groups.find(key);
        if (group == groups.end())
            return;
        samples -= samplesIn(*group);
        groups.erase(group);
        touched.insert(key);
    }

    void trimByAge(Timestamp now);
    //! True when something was dropped.
    bool trimStream(Group &group, Timestamp oldest);
    void trimBySamples();

    Limits limits;
    QHash<SeriesGroup, Group> groups;
    QSet<SeriesGroup> touched;
    std::size_t samples = 0;
    quint64 writes = 0;
};

bool SeriesStore::Private::trimStream(Group &group, Timestamp oldest)
{
    bool changed = false;
    for (SharedSeries &series : group.series) {
        const TimeColumn &times = series.get().times;
        const auto kept = std::lower_bound(times.begin(), times.end(), oldest) - times.begin();
        if (kept == 0)
            continue;
        TimeSeries &data = series.edit();
        std::vector<Timestamp> &rest = data.times.edit();
        rest.erase(rest.begin(), rest.begin() + kept);
        data.values.erase(data.values.begin(), data.values.begin() + kept);
        samples -= static_cast<std::size_t>(kept);
        changed = true;
    }
    std::erase_if(group.series, [](const SharedSeries &series) { return series.get().isEmpty(); });
    return changed;
}

void SeriesStore::Private::trimByAge(Timestamp now)
{
    const Timestamp oldest = now - limits.maxAge;
    std::vector<SeriesGroup> gone;
    for (auto it = groups.begin(); it != groups.end(); ++it) {
        if (it->isAnswer) {
            if (!it->agesFrom)
                it->agesFrom = now;
            if (*it->agesFrom < oldest)
                gone.push_back(it.key());
        } else if (trimStream(*it, oldest)) {
            touched.insert(it.key());
            if (it->series.empty())
                gone.push_back(it.key());
        }
    }
    for (const SeriesGroup &key : gone)
        drop(key);
}

void SeriesStore::Private::trimBySamples()
{
    if (samples <= limits.maxSamples)
        return;
    std::vector<std::pair<quint64, SeriesGroup>> byAge;
    byAge.reserve(static_cast<std::size_t>(groups.size()));
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        byAge.emplace_back(it->lastWrite, it.key());
    std::sort(byAge.begin(), byAge.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[lastWrite, key] : byAge) {
        if (samples <= limits.maxSamples)
            return;
        drop(key);
    }
}

SeriesStore::SeriesStore(Limits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->limits = limits;
}

SeriesStore::~SeriesStore() = default;

void SeriesStore::replace(const SeriesGroup &group, std::vector<TimeSeries> series)
{
    Group fresh;
    fresh.isAnswer = true;
    fresh.series.reserve(series.size());
    for (TimeSeries &one : series)
        fresh.series.emplace_back(std::move(one));

    Group &target = d->touch(group);
    fresh.lastWrite = target.lastWrite;
    d->samples -= samplesIn(target);
    d->samples += samplesIn(fresh);
    target = std::move(fresh);
}

void SeriesStore::append(const SeriesGroup &group, const LabelSet &labels, Sample sample)
{
    SharedSeries *series = d->find(group, labels);
    if (series && !series->get().isEmpty() && sample.time <= series->get().times.back())
        return;
    if (!series)
        series = &d->touch(group).series.emplace_back(TimeSeries{labels, {}, {}});
    d->add(group, *series, sample);
}

void SeriesStore::markGap(const SeriesGroup &group, const LabelSet &labels, Timestamp at)
{
    SharedSeries *series = d->find(group, labels);
    if (!series || series->get().isEmpty() || isAbsent(series->get().values.back()))
        return;
    // The wall clock may have been set back: the line ends all the same.
    const Timestamp afterLast = series->get().times.back() + std::chrono::milliseconds{1};
    d->add(group, *series, Sample{std::max(at, afterLast), absentValue()});
}

void SeriesStore::remove(const SeriesGroup &group)
{
    d->drop(group);
}

std::vector<TimeSeriesPtr> SeriesStore::series(const SeriesGroup &group) const
{
    std::vector<TimeSeriesPtr> result;
    const auto found = d->groups.constFind(group);
    if (found == d->groups.constEnd())
        return result;
    result.reserve(found->series.size());
    for (const SharedSeries &series : found->series)
        result.push_back(series.snapshot());
    return result;
}

std::size_t SeriesStore::sampleCount() const
{
    return d->samples;
}

void SeriesStore::trim(Timestamp now)
{
    d->trimByAge(now);
    d->trimBySamples();
}

void SeriesStore::flush()
{
    if (d->touched.isEmpty())
        return;
    // Taken first: a receiver may write, which belongs to the next frame.
    const QSet<SeriesGroup> groups = std::exchange(d->touched, {});
    Q_EMIT changed(groups);
}

} // namespace sockeye
