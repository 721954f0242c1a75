// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychain.h"
#include "core/settings/secretstore.h"

#include "tests/support/keyringprompter.h"
#include "tests/support/privatebus.h"
#include "tests/support/realkeyring.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = SecretError::Kind;

namespace {

constexpr int soon = 60'000; // for a machine that is busy with other things

//! How storing ended, once it has.
struct Ending {
    std::optional<Expected<void, SecretError>> outcome;

    [[nodiscard]] bool isSuccess() const { return outcome && outcome->has_value(); }
    [[nodiscard]] std::optional<Kind> error() const
    {
        return outcome && !outcome->has_value() ? std::optional(outcome->error().kind) : std::nullopt;
    }
    [[nodiscard]] Keychain::Done receiver()
    {
        return [this](const Expected<void, SecretError> &told) { outcome = told; };
    }
};

} // namespace

//! Keychain over the daemon that GNOME has, on a bus of the test's own. Nobody's own keyring is touched.
class TestKeychainReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void aStoredSecretIsReadByAnotherStoreAndAnotherDaemon();
    void theSecretIsFoundUnderTheNameOfSockeye();
    void aSecretGivenAnewReplacesTheOld();
    void theLastOfTwoSecretsGivenAtOnceStays();
    void aRemovedSecretIsGoneAndItsNeighbourStays();
    void aLockedKeyringIsToldWhenItsQuestionIsDismissed();
    void whatALockedKeyringRefusesIsHeldAndStoredAgain();
    void aQuestionThatStandsIsNotWaitedFor();
    void aDeadDaemonIsToldAndTheSecretHeldUntilItIsBack();
    void aDaemonThatDiesWhileItAsksIsTold();

private:
    [[nodiscard]] Expected<QByteArray, SecretError> loaded(Keychain &keychain, const QString &name);
    [[nodiscard]] std::optional<Expected<void, SecretError>> stored(
        Keychain &keychain, const QString &name, const QByteArray &secret);
    [[nodiscard]] QList<QByteArray> kept(const QString &name);

    test::PrivateBus m_bus;
    std::unique_ptr<test::RealKeyring> m_keyring;
    std::unique_ptr<test::KeyringPrompter> m_prompter;
};

void TestKeychainReal::initTestCase()
{
    const bool isRequired = qEnvironmentVariableIntValue("SOCKEYE_REQUIRE_REAL") == 1;
    if (test::RealKeyring::findProgram().isEmpty() && !isRequired)
        QSKIP("every test of this program was skipped: there is no gnome-keyring-daemon");
    QVERIFY(m_bus.start());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
    m_prompter = std::make_unique<test::KeyringPrompter>(m_bus.connect(u"prompter"_s));
    QVERIFY(m_prompter->start());
    m_keyring = std::make_unique<test::RealKeyring>(m_bus.connect(u"keyring"_s), m_bus.address());
}

void TestKeychainReal::init()
{
    if (!m_keyring)
        return;
    // Also after a failure the next test finds everything there.
    m_prompter->setDismisses(true);
    m_prompter->dismiss();
    const auto started = m_keyring->start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
}

void TestKeychainReal::cleanupTestCase()
{
    m_prompter.reset();
    m_keyring.reset();
}

Expected<QByteArray, SecretError> TestKeychainReal::loaded(Keychain &keychain, const QString &name)
{
    bool isReady = false;
    keychain.load({name}, this, [&isReady] { isReady = true; });
    if (!QTest::qWaitFor([&isReady] { return isReady; }, soon))
        qFatal("the keychain does not answer");
    return keychain.read(name);
}

std::optional<Expected<void, SecretError>> TestKeychainReal::stored(
    Keychain &keychain, const QString &name, const QByteArray &secret)
{
    Ending ending;
    keychain.store(name, secret, this, ending.receiver());
    if (!QTest::qWaitFor([&ending] { return ending.outcome.has_value(); }, soon))
        qFatal("the keychain does not answer");
    return ending.outcome;
}

// QtKeychain encodes what need not be text.
QList<QByteArray> TestKeychainReal::kept(const QString &name)
{
    QList<QByteArray> secrets = m_keyring->secretsWith({{u"server"_s, u"sockeye"_s}, {u"user"_s, name}});
    for (QByteArray &secret : secrets)
        secret = QByteArray::fromBase64(secret);
    return secrets;
}

void TestKeychainReal::aStoredSecretIsReadByAnotherStoreAndAnotherDaemon()
{
    {
        Keychain keychain;
        QVERIFY(stored(keychain, u"prom"_s, "f1rst")->has_value());
        QVERIFY(!keychain.unstored(u"prom"_s));
        QCOMPARE(keychain.read(u"prom"_s).value_or("nothing"), "f1rst"_ba);
    }
    Keychain another;
    QCOMPARE(loaded(another, u"prom"_s).value_or("nothing"), "f1rst"_ba);

    m_keyring->kill();
    QVERIFY(m_keyring->start());
    Keychain later;
    QCOMPARE(loaded(later, u"prom"_s).value_or("nothing"), "f1rst"_ba);
    QVERIFY(!m_keyring->files().contains("f1rst"));
}

void TestKeychainReal::theSecretIsFoundUnderTheNameOfSockeye()
{
    Keychain keychain;
    QVERIFY(stored(keychain, u"named"_s, "n4med")->has_value());
    QCOMPARE(kept(u"named"_s), QList<QByteArray>{"n4med"});
    QVERIFY(m_keyring->secretsWith({{u"server"_s, u"salmon"_s}, {u"user"_s, u"named"_s}}).isEmpty());
}

void TestKeychainReal::aSecretGivenAnewReplacesTheOld()
{
    Keychain keychain;
    QVERIFY(stored(keychain, u"rotated"_s, "old")->has_value());
    QVERIFY(stored(keychain, u"rotated"_s, "new")->has_value());
    QCOMPARE(keychain.read(u"rotated"_s).value_or("nothing"), "new"_ba);
    QCOMPARE(kept(u"rotated"_s), QList<QByteArray>{"new"});
}

void TestKeychainReal::theLastOfTwoSecretsGivenAtOnceStays()
{
    Keychain keychain;
    Ending first;
    Ending second;
    keychain.store(u"typed"_s, "typ", this, first.receiver());
    keychain.store(u"typed"_s, "typed", this, second.receiver());
    QCOMPARE(keychain.read(u"typed"_s).value_or("nothing"), "typed"_ba);
    QTRY_VERIFY_WITH_TIMEOUT(first.isSuccess() && second.isSuccess(), soon);
    QCOMPARE(kept(u"typed"_s), QList<QByteArray>{"typed"});
}

void TestKeychainReal::aRemovedSecretIsGoneAndItsNeighbourStays()
{
    // As two workspaces have them: each entry has a name of its own.
    Keychain keychain;
    QVERIFY(stored(keychain, u"of one workspace"_s, "0ne")->has_value());
    QVERIFY(stored(keychain, u"of another workspace"_s, "4nother")->has_value());
    Ending removed;
    keychain.remove(u"of one workspace"_s, this, removed.receiver());
    QTRY_VERIFY_WITH_TIMEOUT(removed.isSuccess(), soon);
    QCOMPARE(kept(u"of one workspace"_s), QList<QByteArray>());
    QCOMPARE(kept(u"of another workspace"_s), QList<QByteArray>{"4nother"});

    Keychain another;
    QCOMPARE(loaded(another, u"of one workspace"_s).error().kind, Kind::NotInKeychain);
    Ending again;
    keychain.remove(u"of one workspace"_s, this, again.receiver());
    QTRY_VERIFY_WITH_TIMEOUT(again.isSuccess(), soon);
}

void TestKeychainReal::aLockedKeyringIsToldWhenItsQuestionIsDismissed()
{
    {
        Keychain keychain;
        QVERIFY(stored(keychain, u"behind"_s, "b3hind")->has_value());
    }
    QVERIFY(m_keyring->lock());
    const int before = m_prompter->asked();
    Keychain keychain;
    QCOMPARE(loaded(keychain, u"behind"_s).error(), (SecretError{Kind::KeychainLocked, u"behind"_s, {}}));
    QCOMPARE(m_prompter->asked(), before + 1);
    // What was told once is asked again: the user may have unlocked it.
    QVERIFY(m_keyring->unlock());
    QCOMPARE(loaded(keychain, u"behind"_s).value_or("nothing"), "b3hind"_ba);
}

void TestKeychainReal::whatALockedKeyringRefusesIsHeldAndStoredAgain()
{
    QVERIFY(m_keyring->lock());
    Keychain keychain;
    const auto refused = stored(keychain, u"held"_s, "h3ld");
    QVERIFY(!refused->has_value());
    QCOMPARE(refused->error().kind, Kind::KeychainLocked);
    QCOMPARE(keychain.unstored(u"held"_s).value_or(SecretError{}).kind, Kind::KeychainLocked);
    QCOMPARE(loaded(keychain, u"held"_s).value_or("nothing"), "h3ld"_ba);

    QVERIFY(m_keyring->unlock());
    QCOMPARE(kept(u"held"_s), QList<QByteArray>());
    Ending again;
    keychain.storeAgain(u"held"_s, this, again.receiver());
    QTRY_VERIFY_WITH_TIMEOUT(again.isSuccess(), soon);
    QVERIFY(!keychain.unstored(u"held"_s));
    QCOMPARE(kept(u"held"_s), QList<QByteArray>{"h3ld"});
}

void TestKeychainReal::aQuestionThatStandsIsNotWaitedFor()
{
    {
        Keychain keychain;
        QVERIFY(stored(keychain, u"asked"_s, "4sked")->has_value());
    }
    QVERIFY(m_keyring->lock());
    m_prompter->setDismisses(false);
    const int before = m_prompter->asked();
    Keychain keychain;
    bool isReady = false;
    keychain.load({u"asked"_s}, this, [&isReady] { isReady = true; });
    Ending storing;
    keychain.store(u"typed meanwhile"_s, "m3anwhile", this, storing.receiver());
    QTRY_COMPARE_WITH_TIMEOUT(m_prompter->asked(), before + 1, soon);
    QVERIFY(!isReady);
    QCOMPARE(keychain.read(u"asked"_s).error().kind, Kind::Pending);
    QCOMPARE(keychain.unstored(u"typed meanwhile"_s).value_or(SecretError{}).kind, Kind::Pending);
    QCOMPARE(keychain.read(u"typed meanwhile"_s).value_or("nothing"), "m3anwhile"_ba);

    m_prompter->setDismisses(true);
    m_prompter->dismiss();
    QTRY_VERIFY_WITH_TIMEOUT(isReady && storing.outcome, soon);
    QCOMPARE(keychain.read(u"asked"_s).error().kind, Kind::KeychainLocked);
    QCOMPARE(storing.error(), std::optional(Kind::KeychainLocked));
}

void TestKeychainReal::aDeadDaemonIsToldAndTheSecretHeldUntilItIsBack()
{
    Keychain keychain;
    QVERIFY(stored(keychain, u"before"_s, "b4")->has_value());
    m_keyring->kill();
    const auto refused = stored(keychain, u"after"_s, "4fter");
    QVERIFY(!refused->has_value());
    QCOMPARE(refused->error().kind, Kind::KeychainUnavailable);
    QCOMPARE(keychain.read(u"after"_s).value_or("nothing"), "4fter"_ba);
    // What was read stays for the session.
    QCOMPARE(keychain.read(u"before"_s).value_or("nothing"), "b4"_ba);
    Keychain another;
    QCOMPARE(loaded(another, u"before"_s).error().kind, Kind::KeychainUnavailable);

    QVERIFY(m_keyring->start());
    QCOMPARE(loaded(another, u"before"_s).value_or("nothing"), "b4"_ba);
    Ending again;
    keychain.storeAgain(u"after"_s, this, again.receiver());
    QTRY_VERIFY_WITH_TIMEOUT(again.outcome, soon);
    QVERIFY(again.isSuccess());
    QCOMPARE(kept(u"after"_s), QList<QByteArray>{"4fter"});
}

void TestKeychainReal::aDaemonThatDiesWhileItAsksIsTold()
{
    {
        Keychain keychain;
        QVERIFY(stored(keychain, u"lost"_s, "l0st")->has_value());
    }
    QVERIFY(m_keyring->lock());
    m_prompter->setDismisses(false);
    const int before = m_prompter->asked();
    Keychain keychain;
    bool isReady = false;
    keychain.load({u"lost"_s}, this, [&isReady] { isReady = true; });
    QTRY_COMPARE_WITH_TIMEOUT(m_prompter->asked(), before + 1, soon);
    m_keyring->kill();
    QTRY_VERIFY_WITH_TIMEOUT(isReady, soon);
    QVERIFY(!keychain.read(u"lost"_s));
    QVERIFY(m_keyring->start());
    QCOMPARE(loaded(keychain, u"lost"_s).value_or("nothing"), "l0st"_ba);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestKeychainReal)

#include "tst_keychain_real.moc"
