// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/documents.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestDocuments final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void missingFilesGiveFreshDocuments();
    void whatIsSavedIsLoaded();
    void aWorkspaceIsNamedAsItWasAskedFor();
    void aFileThatCannotBeUsedIsKeptAsideAndNamed_data();
    void aFileThatCannotBeUsedIsKeptAsideAndNamed();
    void brokenPreferencesAndWindowStatesAreKeptAsideToo();
    void whatCannotBeReadIsKeptAside();
    void whatCannotBeMovedIsNamedWithTheReason();
    void whatWasPutAsideIsToldOnce();
    void aSaveAfterwardsLeavesTheKeptFileAlone();
    void aFailedWriteIsReportedEachTime();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot be read"_ba;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDocuments::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDocuments::missingFilesGiveFreshDocuments()
{
    Documents documents;
    QCOMPARE(documents.loadWorkspace(path(u"w.json"_s), u"shop"_s), newWorkspace(u"shop"_s));
    QCOMPARE(documents.loadPreferences(path(u"p.json"_s)), Preferences{});
    QCOMPARE(documents.loadWindowState(path(u"s.json"_s)), WindowState{});
    QVERIFY(documents.takeAside().empty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestDocuments::whatIsSavedIsLoaded()
{
    Documents documents;
    const QSignalSpy failed(&documents, &Documents::saveFailed);
    Workspace workspace = newWorkspace(u"shop"_s);
    workspace.endpoints.push_back({EndpointId{u"e"_s}, u"main"_s, {}});
    workspace.endpoints.front().http.baseUrl = QUrl(u"http://127.0.0.1:9090"_s);
    Preferences preferences;
    preferences.language = u"zh_CN"_s;
    documents.save(path(u"w.json"_s), serializeWorkspace(workspace));
    documents.save(path(u"p.json"_s), serializePreferences(preferences));
    QCOMPARE(failed.size(), 0);
    QCOMPARE(documents.loadWorkspace(path(u"w.json"_s), u"shop"_s), workspace);
    QCOMPARE(documents.loadPreferences(path(u"p.json"_s)), preferences);
    QVERIFY(documents.takeAside().empty());
}

void TestDocuments::aWorkspaceIsNamedAsItWasAskedFor()
{
    // A file that was copied to a new name is the workspace of that name.
    put(u"w.json"_s, serializeWorkspace(newWorkspace(u"old"_s)));
    QCOMPARE(Documents().loadWorkspace(path(u"w.json"_s), u"new"_s).name, u"new"_s);
}

void TestDocuments::aFileThatCannotBeUsedIsKeptAsideAndNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<JsonError::Kind>("kind");
    QTest::addColumn<QString>("keptAs");

    QTest::newRow("cut short") << "{\"version\": 1, "_ba << JsonError::Kind::Syntax << u"w.json.broken-1"_s;
    QTest::newRow("empty") << ""_ba << JsonError::Kind::Syntax << u"w.json.broken-1"_s;
    QTest::newRow("no object") << "[]"_ba << JsonError::Kind::NotAnObject << u"w.json.broken-1"_s;
    QTest::newRow("without a version") << "{}"_ba << JsonError::Kind::Missing << u"w.json.broken-1"_s;
    QTest::newRow("a wrong type") << "{\"version\": 1, \"endpoints\": 5}"_ba << JsonError::Kind::WrongType
                                  << u"w.json.broken-1"_s;
    QTest::newRow("of a newer program")
        << "{\"version\": 99}"_ba << JsonError::Kind::NewerVersion << u"w.json.newer-1"_s;
}

void TestDocuments::aFileThatCannotBeUsedIsKeptAsideAndNamed()
{
    QFETCH(const QByteArray, content);
    QFETCH(const JsonError::Kind, kind);
    QFETCH(const QString, keptAs);
    put(u"w.json"_s, content);

    Documents documents;
    QCOMPARE(documents.loadWorkspace(path(u"w.json"_s), u"shop"_s), newWorkspace(u"shop"_s));
    const auto aside = documents.takeAside();
    QCOMPARE(aside.size(), 1U);
    QCOMPARE(aside.front().path, path(u"w.json"_s));
    QCOMPARE(aside.front().keptAs, path(keptAs));
    QVERIFY(aside.front().json.has_value());
    QCOMPARE(aside.front().json->kind, kind);
    QVERIFY(!aside.front().file.has_value());
    QCOMPARE(contentOf(path(keptAs)), content);
    QVERIFY(!QFile::exists(path(u"w.json"_s)));
}

void TestDocuments::brokenPreferencesAndWindowStatesAreKeptAsideToo()
{
    put(u"p.json"_s, "{\"theme\": 7"_ba);
    put(u"s.json"_s, "nothing"_ba);
    Documents documents;
    QCOMPARE(documents.loadPreferences(path(u"p.json"_s)), Preferences{});
    QCOMPARE(documents.loadWindowState(path(u"s.json"_s)), WindowState{});
    const auto aside = documents.takeAside();
    QCOMPARE(aside.size(), 2U);
    QCOMPARE(aside[0].keptAs, path(u"p.json.broken-1"_s));
    QCOMPARE(aside[1].keptAs, path(u"s.json.broken-1"_s));
}

void TestDocuments::whatCannotBeReadIsKeptAside()
{
    // A folder stands for any file that cannot be read: permissions would not stop a test that runs as root.
    QVERIFY(QDir(m_folder->path()).mkpath(u"w.json/inside"_s));
    Documents documents;
    QCOMPARE(documents.loadWorkspace(path(u"w.json"_s), u"shop"_s), newWorkspace(u"shop"_s));
    const auto aside = documents.takeAside();
    QCOMPARE(aside.size(), 1U);
    QVERIFY(aside.front().file.has_value());
    QCOMPARE(aside.front().file->kind, FileError::Kind::Unreadable);
    QCOMPARE(aside.front().keptAs, path(u"w.json.unreadable-1"_s));
    QVERIFY(QFile::exists(path(u"w.json.unreadable-1/inside"_s)));
    // Or the first change of a setting would be lost with everything that follows.
    const QSignalSpy failed(&documents, &Documents::saveFailed);
    documents.save(path(u"w.json"_s), "{}"_ba);
    QCOMPARE(failed.size(), 0);
}

void TestDocuments::whatCannotBeMovedIsNamedWithTheReason()
{
    // The longest name that the file system takes: no suffix fits behind it.
    const QString longName = QString(255, u'w');
    put(longName, "broken"_ba);
    Documents documents;
    QCOMPARE(documents.loadWorkspace(path(longName), u"shop"_s), newWorkspace(u"shop"_s));
    const auto aside = documents.takeAside();
    QCOMPARE(aside.size(), 1U);
    QCOMPARE(aside.front().path, path(longName));
    QVERIFY(aside.front().keptAs.isEmpty());
    QVERIFY(aside.front().json.has_value());
    QVERIFY(aside.front().file.has_value());
    QCOMPARE(aside.front().file->kind, FileError::Kind::Unwritable);
    QVERIFY(!aside.front().file->detail.isEmpty());
    QCOMPARE(contentOf(path(longName)), "broken"_ba);
}

void TestDocuments::whatWasPutAsideIsToldOnce()
{
    put(u"w.json"_s, "broken"_ba);
    Documents documents;
    (void)documents.loadWorkspace(path(u"w.json"_s), u"shop"_s);
    QCOMPARE(documents.takeAside().size(), 1U);
    QVERIFY(documents.takeAside().empty());
}

void TestDocuments::aSaveAfterwardsLeavesTheKeptFileAlone()
{
    Documents documents;
    for (const QByteArray &content : {"first"_ba, "second"_ba}) {
        put(u"w.json"_s, content);
        (void)documents.loadWorkspace(path(u"w.json"_s), u"shop"_s);
    }
    documents.save(path(u"w.json"_s), serializeWorkspace(newWorkspace(u"shop"_s)));
    QCOMPARE(contentOf(path(u"w.json.broken-1"_s)), "first"_ba);
    QCOMPARE(contentOf(path(u"w.json.broken-2"_s)), "second"_ba);
    QCOMPARE(documents.loadWorkspace(path(u"w.json"_s), u"shop"_s), newWorkspace(u"shop"_s));
}

void TestDocuments::aFailedWriteIsReportedEachTime()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"w.json"_s));
    Documents documents;
    QSignalSpy failed(&documents, &Documents::saveFailed);
    documents.save(path(u"w.json"_s), "{}"_ba);
    documents.save(path(u"w.json"_s), "{}"_ba);
    QCOMPARE(failed.size(), 2);
    const auto error = failed.at(1).at(0).value<FileError>();
    QCOMPARE(error.kind, FileError::Kind::Unwritable);
    QCOMPARE(error.path, path(u"w.json"_s));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDocuments)
#include "tst_documents.moc"
