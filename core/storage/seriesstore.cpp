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
    bool isAnswer = false; //!< written by replace() or merge(), not grown by append()
    std::optional<Timestamp> agesFrom; //!< of an answer: the first trim() after it was written
};

SeriesStore::Usage usageOf(const Group &group)
{
    SeriesStore::Usage usage;
    const TimeColumn *neighbour = nullptr;
    for (const SharedSeries &series : group.series) {
        const TimeSeries &data = series.get();
        usage.samples += data.size();
        usage.bytes += data.values.capacity() * sizeof(double);
        if (!neighbour || !data.times.isSharedWith(*neighbour))
            usage.bytes += data.times.capacityBytes();
        neighbour = &data.times;
    }
    return usage;
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
    }

    //! \a series are put in place of what \a key held.
    void put(const SeriesGroup &key, std::vector<SharedSeries> series)
    {
        Group &group = touch(key);
        group.series = std::move(series);
        group.isAnswer = true;
        group.agesFrom.reset();
    }

    void drop(const SeriesGroup &key)
    {
        const auto group = groups.find(key);
        if (group == groups.end())
            return;
        groups.erase(group);
        touched.insert(key);
    }

    void trimByAge(Timestamp now);
    //! True when something was dropped.
    bool trimStream(Group &group, Timestamp oldest);
    void trimByBytes();
    [[nodiscard]] Usage usageIn(const QString *source) const;

    Limits limits;
    QHash<SeriesGroup, Group> groups;
    QSet<SeriesGroup> touched;
    QHash<QString, std::size_t> evicted; //!< groups by source
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

void SeriesStore::Private::trimByBytes()
{
    std::size_t bytes = usageIn(nullptr).bytes;
    if (bytes <= limits.maxBytes)
        return;
    std::vector<std::pair<quint64, SeriesGroup>> byAge;
    byAge.reserve(static_cast<std::size_t>(groups.size()));
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        byAge.emplace_back(it->lastWrite, it.key());
    std::sort(byAge.begin(), byAge.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[lastWrite, key] : byAge) {
        if (bytes <= limits.maxBytes)
            return;
        bytes -= usageOf(groups[key]).bytes;
        ++evicted[key.source];
        drop(key);
    }
}

SeriesStore::Usage SeriesStore::Private::usageIn(const QString *source) const
{
    Usage sum;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        if (source && it.key().source != *source)
            continue;
        const Usage one = usageOf(*it);
        sum.samples += one.samples;
        sum.bytes += one.bytes;
    }
    for (auto it = evicted.cbegin(); it != evicted.cend(); ++it)
        sum.evicted += !source || it.key() == *source ? *it : 0;
    return sum;
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
    std::vector<SharedSeries> fresh;
    fresh.reserve(series.size());
    for (TimeSeries &one : series)
        fresh.emplace_back(std::move(one));
    d->put(group, std::move(fresh));
}

std::size_t SeriesStore::merge(const SeriesGroup &group, PartialAnswer answer)
{
    std::vector<const TimeSeries *> held;
    if (const auto found = d->groups.constFind(group); found != d->groups.constEnd()) {
        for (const SharedSeries &series : found->series)
            held.push_back(&series.get());
    }
    MergedSeries merged = mergeAnswer(held, std::move(answer));
    replace(group, std::move(merged.series));
    return merged.lateSamples;
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

std::vector<TimeSeriesPtr> SeriesStore::series(const SeriesGroup &group, const TimeRange &range) const
{
    std::vector<TimeSeriesPtr> result = series(group);
    const auto isInside = [&range](const TimeSeriesPtr &one) {
        return one->isEmpty() || (range.begin <= one->times.front() && one->times.back() <= range.end);
    };
    if (std::ranges::all_of(result, isInside))
        return result;
    std::vector<TimeSeries> cuts;
    for (const TimeSeriesPtr &one : result)
        cuts.push_back(cutTo(*one, range));
    std::erase_if(cuts, [](const TimeSeries &cut) { return cut.isEmpty(); });
    compact(cuts);
    result.clear();
    for (TimeSeries &cut : cuts)
        result.push_back(std::make_shared<TimeSeries>(std::move(cut)));
    return result;
}

bool SeriesStore::contains(const SeriesGroup &group) const
{
    return d->groups.contains(group);
}

SeriesStore::Usage SeriesStore::usage() const
{
    return d->usageIn(nullptr);
}

SeriesStore::Usage SeriesStore::usage(const QString &source) const
{
    return d->usageIn(&source);
}

const SeriesStore::Limits &SeriesStore::limits() const
{
    return d->limits;
}

void SeriesStore::trim(Timestamp now)
{
    d->trimByAge(now);
    d->trimByBytes();
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
