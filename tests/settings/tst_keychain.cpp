// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychain.h"
#include "core/settings/secretstore.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

// A session bus of its own, on which nobody offers a keychain.
class TestKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void nothingIsKnownBeforeItIsAsked();
    void noKeychainIsAValue();
    void whatCannotBeStoredIsTold();
    void nobodyIsCalledAfterTheContextHasGone();
    void aSourceWithoutKeychainSaysSo();

private:
    QTemporaryDir m_dir;
    QProcess m_bus;
};

void TestKeychain::initTestCase()
{
    // Without folders of services: an installed keyring would be started by the bus and answer.
    QFile config(m_dir.filePath(u"bus.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                 "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
                 "eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_bus.start(u"dbus-daemon"_s,
        {QString(u"--config-file="_s % config.fileName()), u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForReadyRead(10'000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void TestKeychain::cleanupTestCase()
{
    m_bus.terminate();
    QVERIFY(m_bus.waitForFinished(10'000));
}

void TestKeychain::nothingIsKnownBeforeItIsAsked()
{
    const Keychain keychain;
    QCOMPARE(keychain.read(u"e1"_s).error(), (SecretError{SecretError::Kind::Pending, u"e1"_s, {}}));
}

void TestKeychain::nobodyIsCalledAfterTheContextHasGone()
{
    Keychain keychain;
    auto context = std::make_unique<QObject>();
    bool called = false;
    keychain.load({u"e1"_s}, context.get(), [&called] { called = true; });
    context.reset();
    QTRY_VERIFY_WITH_TIMEOUT(keychain.read(u"e1"_s).has_value()
            || keychain.read(u"e1"_s).error().kind != SecretError::Kind::Pending,
        30'000);
    QVERIFY(!called);
}

void TestKeychain::noKeychainIsAValue()
{
    Keychain keychain;
    SessionSecrets secrets(&keychain);
    const SecretRef ref{SecretRef::Kind::Keychain, u"e1"_s};
    QCOMPARE(secrets.read(ref).error().kind, SecretError::Kind::Pending);
    int calls = 0;
    secrets.prepare({ref, {SecretRef::Kind::File, u"/x"_s}}, this, [&calls] { ++calls; });
    QTRY_COMPARE_WITH_TIMEOUT(calls, 1, 30'000);
    QCOMPARE(secrets.read(ref).error().kind, SecretError::Kind::KeychainUnavailable);
}

void TestKeychain::whatCannotBeStoredIsTold()
{
    Keychain keychain;
    std::optional<SecretError> error;
    keychain.store(u"e1"_s, "secret", this, [&error](const Expected<void, SecretError> &outcome) {
        if (!outcome)
            error = outcome.error();
    });
    QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), 30'000);
    QCOMPARE(error->kind, SecretError::Kind::KeychainUnavailable);
}

void TestKeychain::aSourceWithoutKeychainSaysSo()
{
    const SessionSecrets secrets;
    QCOMPARE(secrets.read({SecretRef::Kind::Keychain, u"e1"_s}).error().kind,
        SecretError::Kind::KeychainUnavailable);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestKeychain)

#include "tst_keychain.moc"
