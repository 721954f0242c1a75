// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/singleinstance.h"

#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// The role of a second process, given by its only argument.
constexpr auto holdRole = "hold"_L1;

} // namespace

class TestSingleInstance final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { qunsetenv("XDG_ACTIVATION_TOKEN"); }

    void theFirstIsTheOnlyOne();
    void theSecondTellsTheFirstItsToken();
    void withoutATokenTheFirstIsToldAllTheSame();
    void eachStartIsTold();
    void workspacesDoNotHinderEachOther();
    void aNewOneMayComeWhenTheFirstEnded();
    void whatACrashLeftBehindHindersNobody();
    void aFolderThatTakesNoLockHindersNobody();

private:
    [[nodiscard]] QString folder() const { return m_folder->path(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSingleInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSingleInstance::theFirstIsTheOnlyOne()
{
    SingleInstance first(folder(), u"shop"_s);
    const QSignalSpy activated(&first, &SingleInstance::activationRequested);
    QVERIFY(first.acquire());
    QCOMPARE(activated.size(), 0);
}

void TestSingleInstance::theSecondTellsTheFirstItsToken()
{
    SingleInstance first(folder(), u"shop"_s);
    QSignalSpy activated(&first, &SingleInstance::activationRequested);
    QVERIFY(first.acquire());
    qputenv("XDG_ACTIVATION_TOKEN", "token-1");
    SingleInstance second(folder(), u"shop"_s);
    QVERIFY(!second.acquire());
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).toString(), u"token-1"_s);
}

void TestSingleInstance::withoutATokenTheFirstIsToldAllTheSame()
{
    SingleInstance first(folder(), u"shop"_s);
    QSignalSpy activated(&first, &SingleInstance::activationRequested);
    QVERIFY(first.acquire());
    SingleInstance second(folder(), u"shop"_s);
    QVERIFY(!second.acquire());
    QTRY_COMPARE(activated.size(), 1);
    QCOMPARE(activated.at(0).at(0).toString(), QString());
}

void TestSingleInstance::eachStartIsTold()
{
    SingleInstance first(folder(), u"shop"_s);
    QSignalSpy activated(&first, &SingleInstance::activationRequested);
    QVERIFY(first.acquire());
    for (int i = 0; i < 3; ++i) {
        SingleInstance other(folder(), u"shop"_s);
        QVERIFY(!other.acquire());
    }
    QTRY_COMPARE(activated.size(), 3);
}

void TestSingleInstance::workspacesDoNotHinderEachOther()
{
    SingleInstance shop(folder(), u"shop"_s);
    SingleInstance bank(folder(), u"bank"_s);
    QVERIFY(shop.acquire());
    QVERIFY(bank.acquire());
}

void TestSingleInstance::aNewOneMayComeWhenTheFirstEnded()
{
    auto first = std::make_unique<SingleInstance>(folder(), u"shop"_s);
    QVERIFY(first->acquire());
    first.reset();
    SingleInstance second(folder(), u"shop"_s);
    QVERIFY(second.acquire());
}

void TestSingleInstance::whatACrashLeftBehindHindersNobody()
{
    QProcess crashing;
    crashing.start(QCoreApplication::applicationFilePath(), {QString(holdRole), folder()});
    QVERIFY(crashing.waitForReadyRead());
    QCOMPARE(crashing.readLine(), "held\n"_ba);
    {
        // It is there: the role is no empty promise.
        SingleInstance tooEarly(folder(), u"shop"_s);
        QVERIFY(!tooEarly.acquire());
    }
    crashing.kill();
    QVERIFY(crashing.waitForFinished());
    QVERIFY(QFileInfo::exists(QString(folder() % u"/sockeye-shop.socket"_s)));
    QVERIFY(QFileInfo::exists(QString(folder() % u"/sockeye-shop.lock"_s)));

    SingleInstance next(folder(), u"shop"_s);
    QSignalSpy activated(&next, &SingleInstance::activationRequested);
    QVERIFY(next.acquire());
    SingleInstance second(folder(), u"shop"_s);
    QVERIFY(!second.acquire());
    QTRY_COMPARE(activated.size(), 1);
}

void TestSingleInstance::aFolderThatTakesNoLockHindersNobody()
{
    // Better two windows than none, with a word about another one that is not there.
    SingleInstance only(QString(folder() % u"/missing"_s), u"shop"_s);
    QVERIFY(only.acquire());
}

namespace {

int holdUntilKilled(const QString &folder)
{
    SingleInstance instance(folder, u"shop"_s);
    if (!instance.acquire())
        return 1;
    (void)!::write(STDOUT_FILENO, "held\n", 5);
    return QCoreApplication::exec();
}

} // namespace

} // namespace sockeye

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == sockeye::holdRole)
        return sockeye::holdUntilKilled(arguments.at(2));
    sockeye::TestSingleInstance test;
    return QTest::qExec(&test, arguments);
}

#include "tst_singleinstance.moc"
