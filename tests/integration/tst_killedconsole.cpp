// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/consoleprocess.h"
#include "tests/support/realprometheus.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 120'000;

QByteArray readProcFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! The processes that \a parent started and that run, by name.
QMap<QString, qint64> childrenOf(qint64 parent)
{
    QMap<QString, qint64> children;
    const QString tasks = u"/proc/%1/task"_s.arg(parent);
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QByteArray ids = readProcFile(tasks % u'/' % task % "/children"_L1);
        for (const QByteArray &id : ids.simplified().split(' ')) {
            const QByteArray name = readProcFile(u"/proc/%1/comm"_s.arg(QString::fromLatin1(id))).trimmed();
            if (!name.isEmpty())
                children.insert(QString::fromUtf8(name), id.toLongLong());
        }
    }
    return children;
}

//! True when the process is gone, or only waits for somebody to ask how it ended.
bool hasEnded(qint64 id)
{
    const QByteArray stat = readProcFile(u"/proc/%1/stat"_s.arg(id));
    // pid (name) state …, and a name may hold anything.
    const QByteArray state = stat.mid(stat.lastIndexOf(')') + 2, 1);
    return stat.isEmpty() || state == "Z" || state == "X";
}

} // namespace

//! What stays when the console is killed while the demo runs: nothing for long.
class TestKilledConsole final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDemoEndsWithItAndTheNextStartCleansUp();

private:
    [[nodiscard]] static QStringList demoFolders(const test::ConsoleProcess &console)
    {
        return QDir(console.filePath(u"tmpdir"_s)).entryList({u"sockeye-demo-*"_s}, QDir::Dirs);
    }
};

void TestKilledConsole::initTestCase()
{
    if (!test::RealPrometheus::isInstalled() && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
}

void TestKilledConsole::theDemoEndsWithItAndTheNextStartCleansUp()
{
    test::ConsoleProcess console;
    console.start({u"--demo"_s, u"--demo-clients"_s, u"5"_s});
    const QStringList expected{u"prometheus"_s, u"sockeye-demo"_s};
    QTRY_COMPARE_WITH_TIMEOUT(childrenOf(console.processId()).keys(), expected, soon);
    const QList<qint64> children = childrenOf(console.processId()).values();
    QCOMPARE(children.size(), expected.size());
    QCOMPARE(demoFolders(console).size(), 1);

    console.kill();
    for (const qint64 child : children)
        QTRY_VERIFY2_WITH_TIMEOUT(hasEnded(child), qPrintable(QString::number(child)), soon);
    QCOMPARE(demoFolders(console).size(), 1);

    console.start({u"--demo"_s, u"--demo-clients"_s, u"5"_s, u"--screenshot"_s,
        console.filePath(u"picture.png"_s), u"--after"_s, u"0"_s});
    const auto ended = console.waitForSuccess();
    QVERIFY2(ended, ended ? "" : qPrintable(ended.error()));
    QCOMPARE(demoFolders(console), QStringList());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestKilledConsole)

#include "tst_killedconsole.moc"
