// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historyfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <array>
#include <atomic>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int schemaVersion = 1;
// "Sock", in the header of each file of ours; user_version 1 alone is anybody's.
constexpr int applicationId = 0x536f636b;
// What stands in for a file must not eat the memory.
constexpr qint64 maxBytesInMemory = 64LL * 1024 * 1024;

// https://www.sqlite.org/rescode.html
enum SqliteCode { CodeCorrupt = 11, CodeFull = 13, CodeNotADatabase = 26 };

const QString &inMemory()
{
    static const QString name = u":memory:"_s;
    return name;
}

QStringList versionOne()
{
    return {
        u"CREATE TABLE events (sequence INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL,"
        " kind TEXT NOT NULL, subject TEXT NOT NULL, facts TEXT NOT NULL)"_s,
        u"CREATE INDEX events_time ON events (time)"_s,
        u"CREATE TABLE intervals (target TEXT NOT NULL, begin INTEGER NOT NULL, ended INTEGER,"
        " state TEXT NOT NULL, close_code INTEGER NOT NULL, reason TEXT NOT NULL,"
        " PRIMARY KEY (target, begin)) WITHOUT ROWID"_s,
        u"CREATE INDEX intervals_begin ON intervals (begin)"_s,
        // SQLite stores a NaN as NULL, hence a value that may be absent.
        u"CREATE TABLE alerts (rule TEXT NOT NULL, service TEXT NOT NULL, labels TEXT NOT NULL,"
        " phase TEXT NOT NULL, value REAL, active_at INTEGER NOT NULL, fired_at INTEGER,"
        " notified INTEGER NOT NULL, PRIMARY KEY (rule, service, labels))"_s,
    };
}

QString freeNameBeside(const QString &path, QLatin1StringView suffix)
{
    for (int n = 1;; ++n) {
        const QString name = u"%1.%2-%3"_s.arg(path, suffix).arg(n);
        if (!QFileInfo::exists(name) && !QFileInfo::exists(name + "-wal"_L1))
            return name;
    }
}

//! Moves the file with its log, so that what can be saved of it is found together.
Expected<QString, QString> moveAside(const QString &path, QLatin1StringView suffix)
{
    const QString target = freeNameBeside(path, suffix);
    QFile file(path);
    if (!file.rename(target))
        return unexpected(file.errorString());
    for (const QLatin1StringView companion : std::array{"-wal"_L1, "-shm"_L1}) {
        if (!QFileInfo::exists(path + companion))
            continue;
        QFile beside(path + companion);
        if (!beside.rename(target + companion))
            return unexpected(beside.errorString());
    }
    return target;
}

QString uniqueConnectionName()
{
    static std::atomic<int> count{0};
    return u"sockeye-history-%1"_s.arg(++count);
}

//! SQLite finds that out too, but clears the log of such a file away when it closes it.
bool isSomethingElse(const QString &path)
{
    const QByteArray header("SQLite format 3", 16);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return false;
    return file.read(header.size()) != header;
}

//! Reasons and addresses are nobody else's business; SQLite gives its companions the same mode.
void createPrivately(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
        file.close();
}

} // namespace

StorageError storageErrorOf(const QSqlError &error, StorageError::Kind otherwise)
{
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    StorageError result{otherwise, {}, {}, words, 0};
    // The low byte of an extended code is the plain one.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == CodeFull)
        result.kind = StorageError::Kind::DiskFull;
    else if (code == CodeCorrupt || code == CodeNotADatabase)
        result.kind = StorageError::Kind::Corrupt;
    return result;
}

std::unique_ptr<HistoryFile> HistoryFile::open(
    const QString &path, const HistoryDatabase::Limits &limits, std::vector<StorageError> &problems)
{
    using Kind = StorageError::Kind;
    auto file = tryOpen(path, limits);
    if (!file && (file.error().kind == Kind::Corrupt || file.error().kind == Kind::NewerVersion)) {
        StorageError problem = file.error();
        const auto kept = moveAside(path, problem.kind == Kind::Corrupt ? "broken"_L1 : "newer"_L1);
        if (kept) {
            problem.keptAs = *kept;
            problems.push_back(problem);
            file = tryOpen(path, limits);
        } else {
            file = unexpected(StorageError{Kind::CannotOpen, path, {}, kept.error(), 0});
        }
    }
    if (!file && path != inMemory()) {
        problems.push_back(file.error());
        HistoryDatabase::Limits inMemoryLimits = limits;
        inMemoryLimits.maxBytes = std::min(limits.maxBytes, maxBytesInMemory);
        file = tryOpen(inMemory(), inMemoryLimits);
    }
    if (file)
        return std::move(*file);
    problems.push_back(file.error());
    return nullptr;
}

Expected<std::unique_ptr<HistoryFile>, StorageError> HistoryFile::tryOpen(
    const QString &path, const HistoryDatabase::Limits &limits)
{
    if (path != inMemory()) {
        if (isSomethingElse(path))
            return unexpected(StorageError{StorageError::Kind::Corrupt, path, {}, u"not a database"_s, 0});
        createPrivately(path);
    }
    std::unique_ptr<HistoryFile> file(new HistoryFile(path, limits));
    const auto ready = file->prepare(limits).and_then([&file] { return file->migrate(); });
    if (ready) {
        file->m_otherwise = StorageError::Kind::WriteFailed;
        return file;
    }
    StorageError error = ready.error();
    error.path = path;
    return unexpected(error);
}

HistoryFile::HistoryFile(const QString &path, const HistoryDatabase::Limits &limits)
    : m_path(path)
    , m_connection(uniqueConnectionName())
{
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(m_path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(limits.busyTimeout.count()));
}

HistoryFile::~HistoryFile()
{
    // The handle must be gone before the connection is removed.
    database().close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase HistoryFile::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

Expected<QVariant, StorageError> HistoryFile::ask(const QString &statement) const
{
    QSqlQuery query(database());
    if (!query.exec(statement))
        return unexpected(storageErrorOf(query.lastError(), m_otherwise));
    return query.next() ? query.value(0) : QVariant();
}

Expected<void, StorageError> HistoryFile::run(const QString &statement) const
{
    return ask(statement).map([](const QVariant &) {});
}

Expected<void, StorageError> HistoryFile::checkpoint() const
{
    return run(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

Expected<void, StorageError> HistoryFile::refuse(StorageError::Kind kind, const QString &detail) const
{
    return unexpected(StorageError{kind, m_path, {}, detail, 0});
}

Expected<void, StorageError> HistoryFile::prepare(const HistoryDatabase::Limits &limits) const
{
    QSqlDatabase db = database();
    if (!db.open())
        return unexpected(storageErrorOf(db.lastError(), StorageError::Kind::CannotOpen));
    const auto checked = ask(u"PRAGMA quick_check(1)"_s);
    if (!checked)
        return unexpected(checked.error());
    if (checked->toString() != "ok"_L1)
        return refuse(StorageError::Kind::Corrupt, checked->toString());
    const auto pageSize = ask(u"PRAGMA page_size"_s);
    if (!pageSize)
        return unexpected(pageSize.error());
    const qint64 pages = limits.maxBytes / std::max(1LL, pageSize->toLongLong());
    return run(u"PRAGMA journal_mode=WAL"_s)
        .and_then([this] { return run(u"PRAGMA synchronous=NORMAL"_s); })
        .and_then([this, pages] { return run(u"PRAGMA max_page_count=%1"_s.arg(pages)); });
}

Expected<void, StorageError> HistoryFile::migrate() const
{
    // IMMEDIATE, so that a file that can only be read is found out now and not at the first event.
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    const auto version = ask(u"PRAGMA user_version"_s);
    const auto migrated =
        version ? migrateFrom(version->toInt()) : Expected<void, StorageError>(unexpected(version.error()));
    if (migrated)
        return run(u"COMMIT"_s);
    // The reason is what is told; a rollback that fails is undone by closing.
    static_cast<void>(run(u"ROLLBACK"_s));
    return migrated;
}

Expected<void, StorageError> HistoryFile::migrateFrom(int version) const
{
    const auto owner = ask(u"PRAGMA application_id"_s);
    const auto tables = ask(u"SELECT count(*) FROM sqlite_master"_s);
    if (!owner || !tables)
        return unexpected(owner ? tables.error() : owner.error());
    const bool isNew = version == 0 && tables->toInt() == 0;
    if (!isNew && (owner->toInt() != applicationId || version < 1))
        return refuse(StorageError::Kind::Corrupt, u"the file of another program"_s);
    if (version > schemaVersion)
        return refuse(StorageError::Kind::NewerVersion, QString::number(version));
    if (version == schemaVersion)
        return {};
    for (const QString &statement : versionOne()) {
        if (const auto done = run(statement); !done)
            return done;
    }
    return run(u"PRAGMA application_id=%1"_s.arg(applicationId)).and_then([this] {
        return run(u"PRAGMA user_version=%1"_s.arg(schemaVersion));
    });
}

} // namespace sockeye
