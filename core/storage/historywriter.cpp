// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historywriter.h"

#include "core/base/logging.h"

#include <utility>

namespace sockeye {

namespace {

using Written = Expected<void, StorageError>;

struct WriteRecord {
    const QSqlDatabase &db;

    Written operator()(const EventRecord &event) const { return historyrows::insertEvent(db, event); }
    Written operator()(const StateInterval &interval) const
    {
        return historyrows::saveInterval(db, interval);
    }
    Written operator()(const std::vector<StoredAlert> &alerts) const
    {
        return historyrows::replaceAlerts(db, alerts);
    }
};

} // namespace

HistoryWriter::HistoryWriter(QString path, HistoryDatabase::Limits limits, Report report)
    : m_path(std::move(path))
    , m_limits(limits)
    , m_report(std::move(report))
{
    std::vector<StorageError> problems;
    m_file = HistoryFile::open(m_path, m_limits, problems);
    for (const StorageError &error : problems)
        this->report(error);
}

HistoryWriter::~HistoryWriter()
{
    commit();
    if (m_waiting.empty())
        return;
    m_dropped += std::ssize(m_waiting);
    report(StorageError{StorageError::Kind::WriteFailed, {}, {}, {}, 0});
}

void HistoryWriter::enqueue(Record record)
{
    // Without even a database in memory, which was told, nothing is kept.
    if (!m_file)
        return;
    m_waiting.push_back(std::move(record));
    while (std::ssize(m_waiting) > m_limits.maxWaiting) {
        m_waiting.pop_front();
        ++m_dropped;
    }
    commitSoon();
}

void HistoryWriter::prune(Timestamp before)
{
    m_pruneBefore = m_pruneBefore ? std::max(*m_pruneBefore, before) : before;
    commitSoon();
}

void HistoryWriter::commitSoon()
{
    // A try after a failure that is due later stays so.
    if (m_due.isForever())
        m_due.setRemainingTime(m_limits.commitEvery);
}

void HistoryWriter::commit()
{
    m_due = QDeadlineTimer(QDeadlineTimer::Forever);
    if (!m_file || (m_waiting.empty() && !m_pruneBefore))
        return;
    Written written = writeWaiting();
    // Pruned even when writing failed: it may make the room that was missing.
    if (m_pruneBefore) {
        const Written pruned = pruneNow();
        if (pruned && !written)
            written = writeWaiting();
        else if (written)
            written = pruned;
    }
    if (!written) {
        failed(written.error());
        return;
    }
    m_failing = false;
    if (m_dropped > 0)
        report(StorageError{StorageError::Kind::WriteFailed, {}, {}, {}, 0});
}

Expected<void, StorageError> HistoryWriter::transact(
    const std::function<Written(const QSqlDatabase &)> &work) const
{
    QSqlDatabase db = m_file->database();
    const auto begun = m_file->run(QStringLiteral("BEGIN IMMEDIATE"));
    const auto ended = begun.and_then([&] { return work(db); }).and_then([this] {
        return m_file->run(QStringLiteral("COMMIT"));
    });
    // SQLite has ended the transaction by itself after some errors, and then there is none to roll back.
    if (begun && !ended)
        static_cast<void>(m_file->run(QStringLiteral("ROLLBACK")));
    return ended;
}

Expected<void, StorageError> HistoryWriter::writeWaiting()
{
    if (m_waiting.empty())
        return {};
    const Written written = transact([this](const QSqlDatabase &db) -> Written {
        for (const Record &record : m_waiting) {
            if (const Written done = std::visit(WriteRecord{db}, record); !done)
                return done;
        }
        return {};
    });
    if (written)
        m_waiting.clear();
    return written;
}

Expected<void, StorageError> HistoryWriter::pruneNow()
{
    const Written pruned =
        transact([this](const QSqlDatabase &db) { return historyrows::prune(db, *m_pruneBefore); });
    if (pruned)
        m_pruneBefore.reset();
    return pruned;
}

void HistoryWriter::failed(const StorageError &error)
{
    // Told once when it begins, and again only when something was lost since.
    if (!m_failing || m_dropped > 0)
        report(error);
    m_failing = true;
    m_due.setRemainingTime(m_limits.retryEvery);
}

void HistoryWriter::report(StorageError error)
{
    if (error.path.isEmpty())
        error.path = m_path;
    error.dropped = std::exchange(m_dropped, 0);
    qCWarning(lcStorage) << error.path << error.detail << "dropped:" << error.dropped;
    m_report(error);
}

void HistoryWriter::sync()
{
    commit();
    if (!m_file)
        return;
    if (const Written safe = m_file->checkpoint(); !safe)
        report(safe.error());
}

} // namespace sockeye
