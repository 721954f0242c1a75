// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historydatabase.h"

#include "core/storage/historywriter.h"

#include <QPointer>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

namespace sockeye {

//! The writer's thread and the two queues between it and the main thread. Values pass under one mutex of the
//! standard library and never inside an event, so that the thread sanitizer sees the whole hand-over.
class HistoryDatabase::Private {
public:
    using Task = std::function<void(HistoryWriter &)>;
    using Answer = std::function<void()>;

    Private(HistoryDatabase *owner, QString path, Limits limits)
        : q(owner)
        , m_thread([this, path = std::move(path), limits] { write(path, limits); })
    {
    }

    ~Private()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_ending = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    void post(Task task)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_tasks.push_back(std::move(task));
        }
        m_wake.notify_one();
    }

    template <typename T, typename Query>
    void read(Query query, QObject *context, std::function<void(std::vector<T>)> done);

    //! On the main thread.
    void deliver();

private:
    //! What the writer's thread does. Ends when it is told to and nothing is left to do.
    void write(const QString &path, const Limits &limits);
    //! Until there are tasks or it is \a due; nothing when the end has come and all is done.
    [[nodiscard]] std::optional<std::vector<Task>> nextTasks(const QDeadlineTimer &due);
    void answer(Answer answer);

    HistoryDatabase *q;
    std::mutex m_mutex; //!< guards the four below
    std::condition_variable m_wake;
    std::vector<Task> m_tasks;
    std::vector<Answer> m_answers;
    bool m_ending = false;
    std::thread m_thread; //!< last: it uses all of the above
};

void HistoryDatabase::Private::write(const QString &path, const Limits &limits)
{
    HistoryWriter writer(path, limits,
        [this](const StorageError &error) { answer([this, error] { Q_EMIT q->problem(error); }); });
    while (const auto work = nextTasks(writer.due())) {
        for (const Task &task : *work)
            task(writer);
        if (writer.due().hasExpired())
            writer.commit();
    }
}

std::optional<std::vector<HistoryDatabase::Private::Task>> HistoryDatabase::Private::nextTasks(
    const QDeadlineTimer &due)
{
    std::unique_lock lock(m_mutex);
    const auto hasSome = [this] { return m_ending || !m_tasks.empty(); };
    if (due.isForever())
        m_wake.wait(lock, hasSome);
    else
        m_wake.wait_for(lock, due.remainingTimeAsDuration(), hasSome);
    if (m_ending && m_tasks.empty())
        return std::nullopt;
    return std::exchange(m_tasks, {});
}

void HistoryDatabase::Private::answer(Answer answer)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_answers.push_back(std::move(answer));
    }
    Q_EMIT q->answered({});
}

void HistoryDatabase::Private::deliver()
{
    std::vector<Answer> ready;
    {
        const std::scoped_lock lock(m_mutex);
        ready.swap(m_answers);
    }
    const QPointer<HistoryDatabase> alive(q);
    for (const Answer &one : ready) {
        // A receiver may have closed the database.
        if (!alive)
            return;
        one();
    }
}

template <typename T, typename Query>
void HistoryDatabase::Private::read(Query query, QObject *context, std::function<void(std::vector<T>)> done)
{
    // Moved along and not copied: what the receiver captured dies on the main thread. The context is looked
    // at there only, where nobody can delete it meanwhile.
    post([this, query = std::move(query), receiver = QPointer<QObject>(context), done = std::move(done)](
             HistoryWriter &writer) mutable {
        answer(
            [rows = writer.read<T>(query), receiver = std::move(receiver), done = std::move(done)]() mutable {
                if (receiver)
                    done(std::move(rows));
            });
    });
}

HistoryDatabase::HistoryDatabase(QString path, QObject *parent)
    : HistoryDatabase(std::move(path), Limits{}, parent)
{
}

HistoryDatabase::HistoryDatabase(QString path, Limits limits, QObject *parent)
    : QObject(parent)
{
    connect(
        this, &HistoryDatabase::answered, this, [this] { d->deliver(); }, Qt::QueuedConnection);
    d = std::make_unique<Private>(this, std::move(path), limits);
}

HistoryDatabase::~HistoryDatabase() = default;

void HistoryDatabase::appendEvent(const EventRecord &event)
{
    d->post([event](HistoryWriter &writer) { writer.enqueue(event); });
}

void HistoryDatabase::saveInterval(const StateInterval &interval)
{
    d->post([interval](HistoryWriter &writer) { writer.enqueue(interval); });
}

void HistoryDatabase::saveAlerts(const std::vector<StoredAlert> &alerts)
{
    d->post([alerts](HistoryWriter &writer) { writer.enqueue(alerts); });
}

void HistoryDatabase::readEvents(
    int limit, QObject *context, std::function<void(std::vector<EventRecord>)> done) const
{
    d->read<EventRecord>([limit](const QSqlDatabase &db) { return historyrows::readEvents(db, limit); },
        context, std::move(done));
}

void HistoryDatabase::readIntervals(
    const TimeRange &range, QObject *context, std::function<void(std::vector<StateInterval>)> done) const
{
    d->read<StateInterval>([range](const QSqlDatabase &db) { return historyrows::readIntervals(db, range); },
        context, std::move(done));
}

void HistoryDatabase::readAlerts(QObject *context, std::function<void(std::vector<StoredAlert>)> done) const
{
    d->read<StoredAlert>(
        [](const QSqlDatabase &db) { return historyrows::readAlerts(db); }, context, std::move(done));
}

void HistoryDatabase::prune(Timestamp before)
{
    d->post([before](HistoryWriter &writer) { writer.prune(before); });
}

void HistoryDatabase::sync()
{
    std::promise<void> done;
    d->post([&done](HistoryWriter &writer) {
        writer.sync();
        done.set_value();
    });
    done.get_future().wait();
}

} // namespace sockeye
