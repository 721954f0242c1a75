// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/historydatabase.h"

#include "tests/storage/historysupport.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::eventAt;
using test::eventsIn;
using test::OtherProgram;
using test::subjectsOf;

//! What becomes of the file when the program starts.
class TestHistoryFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aMissingFileIsCreatedWithItsFolder();
    void aNewFileIsTheOwnersAlone();
    void anEmptyFileIsANewOne();
    void aFileIsReadBackAfterARestart();
    void aCorruptFileIsKeptAside_data();
    void aCorruptFileIsKeptAside();
    void aPartialFileIsKeptAside();
    void theLogOfACorruptFileGoesWithIt();
    void whatWasKeptBeforeIsNotOverwritten();
    void theFileOfAnotherProgramIsKeptAside_data();
    void theFileOfAnotherProgramIsKeptAside();
    void aNewerFileIsKeptAsideWhole();
    void withoutAFolderItWorksInMemory();
    void aFolderInItsPlaceLeavesTheMemory();
    void aFileThatMayOnlyBeReadLeavesTheMemory();
    void aFileLockedByAnotherProgramLeavesTheMemory();
    void problemsComeFromTheEventLoop();
    void manyDatabasesLiveSideBySide();

private:
    [[nodiscard]] QString filePath(const QString &name) const { return m_dir->filePath(name); }
    void put(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray contentOf(const QString &path) const;
    //! Opens the history at \a path, checks that it works, and gives what it complained about.
    [[nodiscard]] std::vector<StorageError> problemsOf(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

using Kind = StorageError::Kind;

constexpr QFile::Permissions everybodyLooksIn =
    QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;

HistoryDatabase::Limits impatient()
{
    HistoryDatabase::Limits limits;
    limits.busyTimeout = std::chrono::milliseconds{1};
    return limits;
}

} // namespace

void TestHistoryFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestHistoryFile::put(const QString &name, const QByteArray &content) const
{
    QFile file(filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray TestHistoryFile::contentOf(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot be read"_ba;
}

std::vector<StorageError> TestHistoryFile::problemsOf(const QString &path) const
{
    std::vector<StorageError> problems;
    HistoryDatabase history(path, impatient());
    connect(&history, &HistoryDatabase::problem, &history,
        [&problems](const StorageError &error) { problems.push_back(error); });
    history.appendEvent(eventAt(1, u"works"_s));
    const auto events = eventsIn(history);
    if (events.empty() || events.front().subject != "works"_L1)
        qFatal("the history does not work");
    return problems;
}

void TestHistoryFile::aMissingFileIsCreatedWithItsFolder()
{
    const QString path = filePath(u"state/sockeye/history.sqlite"_s);
    QVERIFY(problemsOf(path).empty());
    QVERIFY(QFile::exists(path));
}

void TestHistoryFile::aNewFileIsTheOwnersAlone()
{
    const QString path = filePath(u"history.sqlite"_s);
    HistoryDatabase history(path);
    history.appendEvent(eventAt(1));
    history.sync();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path) & others));
    QVERIFY(QFile::exists(path + u"-wal"_s));
    QVERIFY(!(QFile::permissions(path + u"-wal"_s) & others));
}

void TestHistoryFile::anEmptyFileIsANewOne()
{
    put(u"history.sqlite"_s, {});
    QVERIFY(problemsOf(filePath(u"history.sqlite"_s)).empty());
}

void TestHistoryFile::aFileIsReadBackAfterARestart()
{
    const QString path = filePath(u"history.sqlite"_s);
    {
        HistoryDatabase history(path);
        history.appendEvent(eventAt(1, u"before"_s));
    }
    QVERIFY2(!QFile::exists(path + u"-wal"_s), "closing folds the log into the file");
    HistoryDatabase history(path);
    history.appendEvent(eventAt(2, u"after"_s));
    QCOMPARE(subjectsOf(eventsIn(history)), (QStringList{u"after"_s, u"before"_s}));
    QCOMPARE(eventsIn(history).front().sequence, 2);
}

void TestHistoryFile::aCorruptFileIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << "this is not a database, but long enough to have a header of one"_ba.repeated(
        20);
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("a header cut short") << "SQLite for"_ba;
    QTest::newRow("a right header and nonsense")
        << "SQLite format 3"_ba + QByteArray(1, '\0') + QByteArray(8000, '\x7f');
}

void TestHistoryFile::aCorruptFileIsKeptAside()
{
    QFETCH(QByteArray, content);
    put(u"history.sqlite"_s, content);
    const QString path = filePath(u"history.sqlite"_s);
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::Corrupt);
    QCOMPARE(problems.front().path, path);
    QCOMPARE(problems.front().keptAs, path + u".broken-1"_s);
    QVERIFY(!problems.front().detail.isEmpty());
    QCOMPARE(contentOf(problems.front().keptAs), content);
    QVERIFY2(problemsOf(path).empty(), "the new file is a good one");
}

void TestHistoryFile::aPartialFileIsKeptAside()
{
    const QString path = filePath(u"history.sqlite"_s);
    {
        HistoryDatabase history(path);
        for (int i = 0; i < 500; ++i)
            history.appendEvent(eventAt(i, u"an event that takes some room on the disk"_s));
    }
    QFile file(path);
    QVERIFY(file.resize(file.size() / 2));
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::Corrupt);
    QCOMPARE(problems.front().keptAs, path + u".broken-1"_s);
}

void TestHistoryFile::theLogOfACorruptFileGoesWithIt()
{
    put(u"history.sqlite"_s, "nonsense"_ba.repeated(1000));
    put(u"history.sqlite-wal"_s, "what was written last"_ba);
    const QString path = filePath(u"history.sqlite"_s);
    QCOMPARE(problemsOf(path).size(), 1U);
    QCOMPARE(contentOf(path + u".broken-1-wal"_s), "what was written last"_ba);
}

void TestHistoryFile::whatWasKeptBeforeIsNotOverwritten()
{
    put(u"history.sqlite.broken-1"_s, "kept before"_ba);
    put(u"history.sqlite"_s, "nonsense"_ba.repeated(1000));
    const QString path = filePath(u"history.sqlite"_s);
    QCOMPARE(problemsOf(path).front().keptAs, path + u".broken-2"_s);
    QCOMPARE(contentOf(path + u".broken-1"_s), "kept before"_ba);
}

void TestHistoryFile::theFileOfAnotherProgramIsKeptAside_data()
{
    QTest::addColumn<int>("userVersion");
    QTest::newRow("without a version") << 0;
    QTest::newRow("with our version's number") << 1;
    QTest::newRow("with a great number") << 50;
    QTest::newRow("with a negative number") << -1;
}

void TestHistoryFile::theFileOfAnotherProgramIsKeptAside()
{
    QFETCH(int, userVersion);
    const QString path = filePath(u"history.sqlite"_s);
    {
        OtherProgram program(path);
        program.run(u"CREATE TABLE bookmarks (url TEXT)"_s);
        program.run(u"INSERT INTO bookmarks VALUES ('https://example.org')"_s);
        program.run(u"PRAGMA user_version=%1"_s.arg(userVersion));
    }
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::Corrupt);
    OtherProgram program(problems.front().keptAs);
    QCOMPARE(program.run(u"SELECT url FROM bookmarks"_s).toString(), u"https://example.org"_s);
}

void TestHistoryFile::aNewerFileIsKeptAsideWhole()
{
    const QString path = filePath(u"history.sqlite"_s);
    {
        HistoryDatabase history(path);
        history.appendEvent(eventAt(1, u"of the future"_s));
    }
    {
        OtherProgram newerSockeye(path);
        newerSockeye.run(u"PRAGMA user_version=2"_s);
    }
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::NewerVersion);
    QCOMPARE(problems.front().detail, u"2"_s);
    QCOMPARE(problems.front().keptAs, path + u".newer-1"_s);
    OtherProgram newerSockeye(problems.front().keptAs);
    QCOMPARE(newerSockeye.run(u"SELECT subject FROM events"_s).toString(), u"of the future"_s);
}

void TestHistoryFile::withoutAFolderItWorksInMemory()
{
    // Below a file no folder can be made, not even by root.
    put(u"file"_s, "in the way"_ba);
    const QString path = filePath(u"file/history.sqlite"_s);
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::CannotOpen);
    QCOMPARE(problems.front().path, path);
    QVERIFY(problems.front().keptAs.isEmpty());
    QVERIFY(!problems.front().detail.isEmpty());
}

void TestHistoryFile::aFolderInItsPlaceLeavesTheMemory()
{
    QVERIFY(QDir(m_dir->path()).mkdir(u"history.sqlite"_s));
    const auto problems = problemsOf(filePath(u"history.sqlite"_s));
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::CannotOpen);
    QVERIFY(QFileInfo(filePath(u"history.sqlite"_s)).isDir());
}

void TestHistoryFile::aFileThatMayOnlyBeReadLeavesTheMemory()
{
    const QString path = filePath(u"history.sqlite"_s);
    QVERIFY(problemsOf(path).empty());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_dir->path(), everybodyLooksIn));
    // Root may write to every file, so it steps down for as long as this takes.
    const uid_t self = ::geteuid();
    constexpr uid_t nobody = 65534;
    QCOMPARE(self == 0 ? ::seteuid(nobody) : 0, 0);
    const auto stepUp = qScopeGuard([this, self] {
        QCOMPARE(::seteuid(self), 0);
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    });
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::CannotOpen);
}

void TestHistoryFile::aFileLockedByAnotherProgramLeavesTheMemory()
{
    const QString path = filePath(u"history.sqlite"_s);
    QVERIFY(problemsOf(path).empty());
    OtherProgram program(path);
    program.run(u"BEGIN EXCLUSIVE"_s);
    const auto problems = problemsOf(path);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(problems.front().kind, Kind::CannotOpen);
    program.run(u"ROLLBACK"_s);
    QVERIFY2(problemsOf(path).empty(), "the file is left as it was");
}

void TestHistoryFile::problemsComeFromTheEventLoop()
{
    put(u"history.sqlite"_s, "nonsense"_ba.repeated(1000));
    HistoryDatabase history(filePath(u"history.sqlite"_s));
    QSignalSpy problem(&history, &HistoryDatabase::problem);
    history.sync();
    QCOMPARE(problem.size(), 0);
    QTRY_COMPARE(problem.size(), 1);
}

void TestHistoryFile::manyDatabasesLiveSideBySide()
{
    // A connection's name that is used twice would make Qt warn and one of them fail.
    QTest::failOnWarning(QRegularExpression(u"QSqlDatabase"_s));
    HistoryDatabase one(filePath(u"one.sqlite"_s));
    HistoryDatabase two(filePath(u"two.sqlite"_s));
    one.appendEvent(eventAt(1, u"one"_s));
    two.appendEvent(eventAt(1, u"two"_s));
    QCOMPARE(subjectsOf(eventsIn(one)), QStringList{u"one"_s});
    QCOMPARE(subjectsOf(eventsIn(two)), QStringList{u"two"_s});
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHistoryFile)
#include "tst_historyfile.moc"
