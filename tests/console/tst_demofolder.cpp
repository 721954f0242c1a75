// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/demofolder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using Fate = DemoFolder::Fate;

namespace {

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

//! A process that was there and is no more.
qint64 deadProcess()
{
    QProcess process;
    process.start(u"sleep"_s, {u"600"_s});
    if (!process.waitForStarted())
        return 0;
    const qint64 id = process.processId();
    process.kill();
    process.waitForFinished();
    return id;
}

} // namespace

class TestDemoFolder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aRunHasAFolderOfItsOwnAndLeavesNothing();
    void aFolderThatIsKeptStays();
    void whatAKilledRunLeftIsRemoved();
    void whatIsNotKnownToBeAbandonedStays_data();
    void whatIsNotKnownToBeAbandonedStays();
    void aFolderThatCannotBeMadeIsTold();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_parent->filePath(name); }
    [[nodiscard]] QStringList folders() const
    {
        return QDir(m_parent->path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
    //! A folder with data in it, and with the lock of a process when there is one.
    void leaveFolder(const QString &name, qint64 owner) const;

    std::unique_ptr<QTemporaryDir> m_parent;
};

void TestDemoFolder::init()
{
    m_parent = std::make_unique<QTemporaryDir>();
    QVERIFY(m_parent->isValid());
}

void TestDemoFolder::leaveFolder(const QString &name, qint64 owner) const
{
    QVERIFY(QDir().mkpath(path(name + u"/data/prometheus"_s)));
    QVERIFY(writeFile(path(name + u"/data/prometheus/wal"_s), "samples"));
    // As QLockFile writes it: process, program, host.
    const QByteArray lock =
        QByteArray::number(owner) + "\nsleep\n" + QSysInfo::machineHostName().toUtf8() + '\n';
    if (owner > 0)
        QVERIFY(writeFile(path(name + u"/lock"_s), lock));
}

void TestDemoFolder::aRunHasAFolderOfItsOwnAndLeavesNothing()
{
    {
        const DemoFolder one(m_parent->path(), Fate::Removed);
        const DemoFolder two(m_parent->path(), Fate::Removed);
        QVERIFY(one.path() != two.path());
        QCOMPARE(folders().size(), 2);
        const QString mine = path(folders().front());
        QCOMPARE(QFileInfo(mine).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(QDir().mkpath(one.path()));
        QVERIFY(writeFile(one.path() + u"/prometheus.yml"_s, "global:"));
    }
    QCOMPARE(folders(), QStringList());
}

void TestDemoFolder::aFolderThatIsKeptStays()
{
    const QString parent = path(u"not/made/yet"_s);
    QString kept;
    {
        const DemoFolder folder(parent, Fate::Kept);
        kept = folder.path();
        QVERIFY(QDir().mkpath(kept));
    }
    {
        const DemoFolder another(parent, Fate::Kept);
    }
    QVERIFY(kept.startsWith(parent));
    QVERIFY(QDir(kept).exists());
}

void TestDemoFolder::whatAKilledRunLeftIsRemoved()
{
    leaveFolder(u"sockeye-demo-killed"_s, deadProcess());
    const DemoFolder folder(m_parent->path(), Fate::Removed);
    QCOMPARE(folders().size(), 1);
    QVERIFY(!folders().contains(u"sockeye-demo-killed"_s));
}

void TestDemoFolder::whatIsNotKnownToBeAbandonedStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isLocked");
    QTest::addRow("a folder without a lock") << u"sockeye-demo-unlocked"_s << false;
    QTest::addRow("a folder of something else") << u"sockeye-other"_s << true;
}

void TestDemoFolder::whatIsNotKnownToBeAbandonedStays()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isLocked);
    leaveFolder(name, isLocked ? deadProcess() : 0);
    const DemoFolder folder(m_parent->path(), Fate::Removed);
    QVERIFY(QFile::exists(path(name + u"/data/prometheus/wal"_s)));
}

void TestDemoFolder::aFolderThatCannotBeMadeIsTold()
{
    QVERIFY(writeFile(path(u"file"_s), {}));
    const DemoFolder folder(path(u"file"_s), Fate::Removed);
    QVERIFY(folder.path().startsWith(path(u"file/"_s)));
    QVERIFY(!QDir().mkpath(folder.path()));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDemoFolder)

#include "tst_demofolder.moc"
