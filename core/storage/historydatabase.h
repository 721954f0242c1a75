// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/metrics/eventrecord.h"
#include "core/metrics/stateinterval.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace sockeye {

struct StorageError {
    enum class Kind { CannotOpen, Corrupt, NewerVersion, WriteFailed, ReadFailed, DiskFull };

    Kind kind = Kind::CannotOpen;
    QString path;
    QString keptAs; //!< where a broken or newer file was moved to
    QString detail; //!< the database's own words
    qsizetype dropped = 0; //!< records that are lost because too many waited to be written

    friend bool operator==(const StorageError &, const StorageError &) = default;
};

//! \brief What alerts were active when the program ended, so that "for" goes on and nothing is told twice.
struct StoredAlert {
    QString rule;
    QString service;
    QByteArray labels; //!< JSON object
    QString phase;
    double value = 0.0;
    Timestamp activeAt;
    std::optional<Timestamp> firedAt;
    bool notified = false;

    friend bool operator==(const StoredAlert &, const StoredAlert &) = default;
};

//! \brief The history on disk: SQLite with WAL, written by a thread of its own in batched transactions. A
//! broken or newer file is moved aside and named in the problem() signal; the program goes on with a new one,
//! or in memory where no file can be. What could not be written waits for the next try. Lives on the main
//! thread, which waits only in sync() and in the destructor.
class HistoryDatabase final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDatabase)

public:
    struct Limits {
        qint64 maxBytes = 1024LL * 1024 * 1024; //!< of the file; beyond it writing fails with DiskFull
        qsizetype maxWaiting = 100'000; //!< records; the oldest go first
        std::chrono::milliseconds commitEvery{200};
        std::chrono::milliseconds retryEvery{5'000};
        std::chrono::milliseconds busyTimeout{2'000}; //!< how long another program may hold the file
    };

    //! \brief Opens or creates \a path; ":memory:" for none on disk.
    explicit HistoryDatabase(QString path, QObject *parent = nullptr);
    HistoryDatabase(QString path, Limits limits, QObject *parent = nullptr);
    //! \brief Writes what waits; answers that were not yet delivered are not.
    ~HistoryDatabase() override;

    void appendEvent(const EventRecord &event);
    void saveInterval(
        const StateInterval &interval); //!< inserts, or ends the open one of the same target and begin
    void saveAlerts(const std::vector<StoredAlert> &alerts); //!< replaces the whole table

    //! \brief Calls \a done on the main thread with the newest \a limit events, newest first, unless \a
    //! context died.
    void readEvents(int limit, QObject *context, std::function<void(std::vector<EventRecord>)> done) const;
    void readIntervals(
        const TimeRange &range, QObject *context, std::function<void(std::vector<StateInterval>)> done) const;
    void readAlerts(QObject *context, std::function<void(std::vector<StoredAlert>)> done) const;

    //! \brief Deletes the events and the ended intervals that are older than \a before.
    void prune(Timestamp before);
    //! \brief Waits until all that was written so far is on disk.
    void sync();

Q_SIGNALS:
    //! \brief Something went wrong on the disk. Comes from the event loop, never from within a call.
    void problem(const sockeye::StorageError &error);
    void answered(QPrivateSignal);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
