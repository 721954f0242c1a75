// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/historydatabase.h"
#include "core/storage/historyfile.h"
#include "core/storage/historyrows.h"

#include <QDeadlineTimer>

#include <deque>
#include <variant>

namespace sockeye {

//! \brief Owns the history's connection and writes to it in batches. Belongs to the thread that made it.
//! Keeps what could not be written for the next try.
class HistoryWriter final {
    Q_DISABLE_COPY_MOVE(HistoryWriter)

public:
    using Record = std::variant<EventRecord, StateInterval, std::vector<StoredAlert>>;

    using Report = std::function<void(const StorageError &)>;

    //! \brief Opens \a path. \a report hears what goes wrong, from within the calls.
    HistoryWriter(QString path, HistoryDatabase::Limits limits, Report report);
    //! \brief Commits and closes.
    ~HistoryWriter();

    void enqueue(Record record);
    void prune(Timestamp before);
    //! \brief Writes what waits now, in one transaction.
    void commit();
    //! \brief Commits, and waits for the disk.
    void sync();
    //! \brief When commit() is to be called next; never, when nothing waits.
    [[nodiscard]] const QDeadlineTimer &due() const { return m_due; }

    //! \brief Commits, then runs \a query; empty when there is no database or it cannot be read.
    template <typename T, typename Query>
    [[nodiscard]] std::vector<T> read(Query query)
    {
        commit();
        if (!m_file)
            return {};
        historyrows::Rows<T> rows = query(m_file->database());
        if (rows.problem)
            report(*rows.problem);
        return std::move(rows.values);
    }

private:
    [[nodiscard]] Expected<void, StorageError> transact(
        const std::function<Expected<void, StorageError>(const QSqlDatabase &)> &work) const;
    [[nodiscard]] Expected<void, StorageError> writeWaiting();
    [[nodiscard]] Expected<void, StorageError> pruneNow();
    void failed(const StorageError &error);
    void commitSoon();
    void report(StorageError error);

    QString m_path;
    HistoryDatabase::Limits m_limits;
    Report m_report;
    std::unique_ptr<HistoryFile> m_file;
    std::deque<Record> m_waiting;
    std::optional<Timestamp> m_pruneBefore;
    QDeadlineTimer m_due{QDeadlineTimer::Forever};
    bool m_failing = false;
    qsizetype m_dropped = 0; //!< since the last report
};

} // namespace sockeye
