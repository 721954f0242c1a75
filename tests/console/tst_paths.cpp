// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestPaths final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theFoldersFollowTheEnvironment();
    void withoutVariablesTheFoldersAreThoseOfTheHome();
    void aRelativeStateFolderIsIgnored();
    void theFoldersAreMade();
    void eachWorkspaceHasItsOwnFiles();
    void prometheusIsTheOneOfTheEnvironment();
    void prometheusIsTheInstalledOne();
    void prometheusIsElseTheOneInTheCache();
    void theDemoIsTheOneBesideElseTheInstalledOne();
    void theDemoKeepsItsFilesOnlyWhereItIsTold();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_home->filePath(name); }
    static void set(const char *variable, const QString &value)
    {
        qputenv(variable, QFile::encodeName(value));
    }
    void putProgram(const QString &name) const
    {
        QVERIFY(QDir().mkpath(path(u"bin"_s)));
        QFile file(path(u"bin/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestPaths::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    set("HOME", m_home->path());
    set("PATH", path(u"bin"_s));
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME",
             "SOCKEYE_PROMETHEUS", "SOCKEYE_DEMO_FOLDER"})
        qunsetenv(variable);
}

void TestPaths::theFoldersFollowTheEnvironment()
{
    set("XDG_CONFIG_HOME", path(u"c"_s));
    set("XDG_DATA_HOME", path(u"d"_s));
    set("XDG_STATE_HOME", path(u"s"_s));
    const Paths paths = Paths::fromEnvironment();
    QCOMPARE(paths.config, path(u"c/sockeye"_s));
    QCOMPARE(paths.data, path(u"d/sockeye"_s));
    QCOMPARE(paths.state, path(u"s/sockeye"_s));
}

void TestPaths::withoutVariablesTheFoldersAreThoseOfTheHome()
{
    const Paths paths = Paths::fromEnvironment();
    QCOMPARE(paths.config, path(u".config/sockeye"_s));
    QCOMPARE(paths.data, path(u".local/share/sockeye"_s));
    QCOMPARE(paths.state, path(u".local/state/sockeye"_s));
}

void TestPaths::aRelativeStateFolderIsIgnored()
{
    // https://specifications.freedesktop.org/basedir-spec: relative paths are invalid.
    set("XDG_STATE_HOME", u"state"_s);
    QCOMPARE(Paths::fromEnvironment().state, path(u".local/state/sockeye"_s));
}

void TestPaths::theFoldersAreMade()
{
    const Paths paths = Paths::fromEnvironment();
    for (const QString &folder : {paths.config, paths.data, paths.state})
        QVERIFY2(QDir(folder).exists(), qPrintable(folder));
}

void TestPaths::eachWorkspaceHasItsOwnFiles()
{
    const Paths paths{u"/c"_s, u"/d"_s, u"/s"_s, {}, {}, {}};
    QCOMPARE(paths.workspaceFile(u"shop"_s), u"/c/workspace-shop.json"_s);
    QCOMPARE(paths.historyFile(u"shop"_s), u"/d/history-shop.sqlite"_s);
    QCOMPARE(paths.preferencesFile(), u"/c/preferences.json"_s);
    QCOMPARE(paths.windowStateFile(), u"/s/window.json"_s);
}

void TestPaths::prometheusIsTheOneOfTheEnvironment()
{
    putProgram(u"prometheus"_s);
    set("SOCKEYE_PROMETHEUS", u"/opt/prometheus"_s);
    QCOMPARE(Paths::fromEnvironment().prometheusProgram, u"/opt/prometheus"_s);
}

void TestPaths::prometheusIsTheInstalledOne()
{
    putProgram(u"prometheus"_s);
    QCOMPARE(Paths::fromEnvironment().prometheusProgram, path(u"bin/prometheus"_s));
}

void TestPaths::prometheusIsElseTheOneInTheCache()
{
    set("XDG_CACHE_HOME", path(u"cache"_s));
    QCOMPARE(
        Paths::fromEnvironment().prometheusProgram, path(u"cache/sockeye/prometheus/usr/bin/prometheus"_s));
}

void TestPaths::theDemoIsTheOneBesideElseTheInstalledOne()
{
    // Where it is built it stands beside the tests as it does beside the console.
    const QString beside = QString(QCoreApplication::applicationDirPath() % u"/sockeye-demo"_s);
    putProgram(u"sockeye-demo"_s);
    const QString expected = QFile::exists(beside) ? beside : path(u"bin/sockeye-demo"_s);
    QCOMPARE(Paths::fromEnvironment().demoProgram, expected);
}

void TestPaths::theDemoKeepsItsFilesOnlyWhereItIsTold()
{
    const Paths usual = Paths::fromEnvironment();
    QCOMPARE(usual.demoParent, QDir::tempPath());
    QCOMPARE(usual.demoFate, DemoFolder::Fate::Removed);
    set("SOCKEYE_DEMO_FOLDER", path(u"demos"_s));
    const Paths told = Paths::fromEnvironment();
    QCOMPARE(told.demoParent, path(u"demos"_s));
    QCOMPARE(told.demoFate, DemoFolder::Fate::Kept);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPaths)
#include "tst_paths.moc"
