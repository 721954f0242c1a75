// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historydatabase.h"

#include "core/storage/historywriter.h"

#include <QPointer>
#include <QThread>

namespace sockeye {

class HistoryDatabase::Private {
public:
    Private(QString path, Limits limits)
        : writer(new HistoryWriter(std::move(path), limits))
    {
        thread.setObjectName(QStringLiteral("history"));
        writer->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, writer, &QObject::deleteLater);
        thread.start(QThread::LowPriority);
    }

    ~Private()
    {
        // After all that was posted before; quit() alone would overtake it.
        wait([w = writer] { w->close(); });
        thread.quit();
        thread.wait();
    }

    template <typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(writer, std::move(work), Qt::QueuedConnection);
    }

    template <typename Work>
    void wait(Work work)
    {
        QMetaObject::invokeMethod(writer, std::move(work), Qt::BlockingQueuedConnection);
    }

    template <typename T, typename Query>
    void read(Query query, QObject *context, std::function<void(std::vector<T>)> done);

    QThread thread;
    HistoryWriter *writer; //!< owned by the thread's end
    QObject mainThread; //!< last member: takes the answers, and with it go those that are under way
};

template <typename T, typename Query>
void HistoryDatabase::Private::read(Query query, QObject *context, std::function<void(std::vector<T>)> done)
{
    // The context is looked at on the main thread only, where nobody can delete it meanwhile.
    post([this, query = std::move(query), alive = QPointer<QObject>(context),
             done = std::move(done)]() mutable {
        auto deliver = [rows = writer->read<T>(query), alive = std::move(alive),
                           done = std::move(done)]() mutable {
            if (alive)
                done(std::move(rows));
        };
        QMetaObject::invokeMethod(&mainThread, std::move(deliver), Qt::QueuedConnection);
    });
}

HistoryDatabase::HistoryDatabase(QString path, QObject *parent)
    : HistoryDatabase(std::move(path), Limits{}, parent)
{
}

HistoryDatabase::HistoryDatabase(QString path, Limits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(path), limits))
{
    connect(d->writer, &HistoryWriter::problem, this, &HistoryDatabase::problem, Qt::QueuedConnection);
    d->post([w = d->writer] { w->open(); });
}

HistoryDatabase::~HistoryDatabase() = default;

void HistoryDatabase::appendEvent(const EventRecord &event)
{
    d->post([w = d->writer, event] { w->enqueue(event); });
}

void HistoryDatabase::saveInterval(const StateInterval &interval)
{
    d->post([w = d->writer, interval] { w->enqueue(interval); });
}

void HistoryDatabase::saveAlerts(const std::vector<StoredAlert> &alerts)
{
    d->post([w = d->writer, alerts] { w->enqueue(alerts); });
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
    d->post([w = d->writer, before] { w->prune(before); });
}

void HistoryDatabase::sync()
{
    d->wait([w = d->writer] { w->sync(); });
}

} // namespace sockeye
