// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/configfile.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestConfigFile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aMissingFileIsNoError();
    void anEmptyFileHasAnEmptyContent();
    void whatIsWrittenIsRead();
    void writingCreatesTheFolder();
    void writingReplacesTheOldContentWhole();
    void theFileIsTheOwnersAlone();
    void aLinkIsWrittenThrough();
    void aFolderInItsPlaceCannotBeRead();
    void aFolderInItsPlaceCannotBeWritten();
    void anUnwritableFolderIsNamed();
    void aWriteCutShortLeavesTheOldContent();
    void aFullDiskIsToldApart();
    void aBrokenFileIsMovedAsideUnderAFreeName();
    void movingAsideWhatIsNotThereFails();

private:
    [[nodiscard]] QString filePath(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

using Kind = FileError::Kind;

QByteArray readBack(const ConfigFile &file)
{
    const auto content = file.read();
    if (!content)
        return "error";
    return content->value_or("nothing");
}

} // namespace

void TestConfigFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestConfigFile::aMissingFileIsNoError()
{
    const auto content = ConfigFile(filePath(u"settings.json"_s)).read();
    QVERIFY(content.has_value());
    QVERIFY(!content->has_value());
}

void TestConfigFile::anEmptyFileHasAnEmptyContent()
{
    const ConfigFile file(filePath(u"settings.json"_s));
    QVERIFY(file.write({}).has_value());
    const auto content = file.read();
    QVERIFY(content.has_value() && content->has_value());
    QCOMPARE(**content, QByteArray());
}

void TestConfigFile::whatIsWrittenIsRead()
{
    const ConfigFile file(filePath(u"settings.json"_s));
    const QByteArray content("{\"a\": \"ä\"}\0\xff\n", 14);
    QVERIFY(file.write(content).has_value());
    QCOMPARE(readBack(file), content);
    QCOMPARE(file.path(), filePath(u"settings.json"_s));
}

void TestConfigFile::writingCreatesTheFolder()
{
    const ConfigFile file(filePath(u"config/sockeye/settings.json"_s));
    QVERIFY(file.write("x").has_value());
    QCOMPARE(readBack(file), "x"_ba);
}

void TestConfigFile::writingReplacesTheOldContentWhole()
{
    const ConfigFile file(filePath(u"settings.json"_s));
    QVERIFY(file.write("a long content").has_value());
    QVERIFY(file.write("short").has_value());
    QCOMPARE(readBack(file), "short"_ba);
    QCOMPARE(names(), QStringList{u"settings.json"_s});
}

void TestConfigFile::theFileIsTheOwnersAlone()
{
    const QString path = filePath(u"settings.json"_s);
    {
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly));
        QVERIFY(before.setPermissions(
            QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    }
    QVERIFY(ConfigFile(path).write("x").has_value());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path) & (others | QFile::ExeOwner)));
    QVERIFY(QFile::permissions(path) & QFile::ReadOwner);
}

void TestConfigFile::aLinkIsWrittenThrough()
{
    const ConfigFile target(filePath(u"target.json"_s));
    QVERIFY(target.write("old").has_value());
    const QString link = filePath(u"settings.json"_s);
    QVERIFY(QFile::link(target.path(), link));
    QVERIFY(ConfigFile(link).write("new").has_value());
    QCOMPARE(readBack(target), "new"_ba);
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestConfigFile::aFolderInItsPlaceCannotBeRead()
{
    const auto content = ConfigFile(m_dir->path()).read();
    QVERIFY(!content.has_value());
    QCOMPARE(content.error().kind, Kind::Unreadable);
    QCOMPARE(content.error().path, m_dir->path());
    QVERIFY(!content.error().detail.isEmpty());
}

void TestConfigFile::aFolderInItsPlaceCannotBeWritten()
{
    const auto written = ConfigFile(m_dir->path()).write("x");
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().kind, Kind::Unwritable);
}

void TestConfigFile::anUnwritableFolderIsNamed()
{
    // Below a file there can be no folder, not even for root.
    QVERIFY(ConfigFile(filePath(u"file"_s)).write("in the way").has_value());
    const ConfigFile file(filePath(u"file/settings.json"_s));
    const auto written = file.write("x");
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().kind, Kind::Unwritable);
    QCOMPARE(written.error().path, file.path());
    QVERIFY(!written.error().detail.isEmpty());
}

void TestConfigFile::aWriteCutShortLeavesTheOldContent()
{
    const ConfigFile file(filePath(u"settings.json"_s));
    QVERIFY(file.write("the old content").has_value());

    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&before, oldHandler] {
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, oldHandler);
    });
    const rlimit small{32 * 1024, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);

    const auto written = file.write(QByteArray(256 * 1024, 'x'));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().kind, Kind::Unwritable);
    QCOMPARE(readBack(file), "the old content"_ba);
    QCOMPARE(names(), QStringList{u"settings.json"_s});
}

void TestConfigFile::aFullDiskIsToldApart()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(full.write("x"), -1);
    const FileError error = writeErrorOf(full);
    QCOMPARE(error.kind, Kind::DiskFull);
    QCOMPARE(error.path, u"/dev/full"_s);
    QVERIFY(!error.detail.isEmpty());
}

void TestConfigFile::aBrokenFileIsMovedAsideUnderAFreeName()
{
    const ConfigFile file(filePath(u"settings.json"_s));
    for (int i = 1; i <= 2; ++i) {
        const QByteArray content = "broken "_ba + QByteArray::number(i);
        QVERIFY(file.write(content).has_value());
        const auto kept = file.moveAside(u"broken"_s);
        QVERIFY(kept.has_value());
        QCOMPARE(*kept, u"%1.broken-%2"_s.arg(file.path()).arg(i));
        QCOMPARE(readBack(ConfigFile(*kept)), content);
    }
    QCOMPARE(readBack(ConfigFile(file.path() + u".broken-1"_s)), "broken 1"_ba);
    QCOMPARE(readBack(file), "nothing"_ba);
}

void TestConfigFile::movingAsideWhatIsNotThereFails()
{
    const auto kept = ConfigFile(filePath(u"settings.json"_s)).moveAside(u"newer"_s);
    QVERIFY(!kept.has_value());
    QCOMPARE(kept.error().kind, Kind::Unwritable);
    QCOMPARE(kept.error().path, filePath(u"settings.json"_s));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestConfigFile)
#include "tst_configfile.moc"
