// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychain.h"

#include "ui/settings/settingsdialog.h"

#include "tests/probe/faketransport.h"
#include "tests/support/fakeclock.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

const auto production = u"e1"_s;

Workspace workspaceWith(SecretRef::Kind kind)
{
    Workspace workspace = newWorkspace(u"test"_s);
    EndpointConfig server{.id = EndpointId{production}, .name = u"production"_s, .http = {}};
    server.http.baseUrl = QUrl(u"https://prom.test"_s);
    server.http.auth = Authorization{.credentials = {kind, production}};
    workspace.endpoints.push_back(server);
    return workspace;
}

SecretRef secretOf(const Workspace &workspace)
{
    return std::get<Authorization>(workspace.endpoints.front().http.auth).credentials;
}

} // namespace

//! What a session without keychain tells whoever types a secret that the keychain is to keep.
class TestSettingsKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }
    void init();
    void cleanup() { m_dialog.reset(); }

    void aSessionWithoutKeychainSaysSo();
    void whatTheKeychainDoesNotTakeIsHeldAndTold();
    void whoHasReadItIsNotHeldUpAgain();
    void whatWasNotStoredIsTriedAgain();
    void whatWasNotStoredMayComeFromAFile();
    void whatTheSessionHeldGoesToTheKeychain();

private:
    void open(const Workspace &workspace);
    void typeAndClick(const QString &button);
    template <typename W>
    [[nodiscard]] W *find(const QString &name) const
    {
        W *ofServers = m_dialog->findChild<QWidget *>(u"endpointsPage"_s)->findChild<W *>(name);
        return ofServers ? ofServers : m_dialog->findChild<W *>(name);
    }
    void click(const QString &name) { find<QPushButton>(name)->click(); }
    void choosePlace(const QString &text);
    [[nodiscard]] QString note() const { return find<QLabel>(u"secretPlaceNote"_s)->text(); }
    [[nodiscard]] bool saysThatItWasNotStored() const
    {
        return note().contains(u"Not stored: Sockeye holds it until it ends. No keychain runs"_s);
    }

    test::FakeClock m_clock;
    Theme m_theme;
    test::FakeNetwork m_network;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<SessionSecrets> m_secrets;
    std::unique_ptr<SettingsDialog> m_dialog;
    Workspace m_applied;
};

void TestSettingsKeychain::init()
{
    m_keychain = std::make_unique<Keychain>();
    m_secrets = std::make_unique<SessionSecrets>(m_keychain.get());
}

void TestSettingsKeychain::open(const Workspace &workspace)
{
    m_dialog = std::make_unique<SettingsDialog>(SettingsContext{
        m_clock, *m_secrets, m_network.factory(), m_theme, {}, workspace, {}, RandomSource(7)});
    connect(m_dialog.get(), &SettingsDialog::applied, this,
        [this](const Workspace &applied) { m_applied = applied; });
    m_dialog->show();
}

void TestSettingsKeychain::typeAndClick(const QString &button)
{
    QTest::keyClicks(find<QLineEdit>(u"secret"_s), u"typed-once"_s);
    click(button);
}

void TestSettingsKeychain::choosePlace(const QString &text)
{
    auto *box = find<QComboBox>(u"secretPlace"_s);
    box->setCurrentText(text);
    Q_EMIT box->activated(box->currentIndex());
}

void TestSettingsKeychain::aSessionWithoutKeychainSaysSo()
{
    open(workspaceWith(SecretRef::Kind::Keychain));
    QTRY_VERIFY2(note().contains(u"No keychain runs in this session."_s), qPrintable(note()));
    QVERIFY(note().contains(u"read from a file"_s));
    QVERIFY(!find<QWidget>(u"secretPlaceRemedies"_s)->isVisible());
}

void TestSettingsKeychain::whatTheKeychainDoesNotTakeIsHeldAndTold()
{
    open(workspaceWith(SecretRef::Kind::Keychain));
    typeAndClick(u"ok"_s);
    // Also while the keychain has not answered, requests go out with it.
    QCOMPARE(m_secrets->read(secretOf(m_applied)).value_or("nothing"), "typed-once"_ba);

    QTRY_VERIFY2(saysThatItWasNotStored(), qPrintable(note()));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(find<QLabel>(u"hint"_s)->text().contains(u"The secret of production is not in the keychain"_s));
    QVERIFY(find<QPushButton>(u"secretPlaceStoreAgain"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"secretPlaceUseFile"_s)->isVisible());
    QCOMPARE(m_secrets->read(secretOf(m_applied)).value_or("nothing"), "typed-once"_ba);
}

void TestSettingsKeychain::whoHasReadItIsNotHeldUpAgain()
{
    open(workspaceWith(SecretRef::Kind::Keychain));
    typeAndClick(u"ok"_s);
    QTRY_VERIFY2(saysThatItWasNotStored(), qPrintable(note()));
    click(u"ok"_s);
    QVERIFY(!m_dialog->isVisible());

    open(m_applied);
    QVERIFY2(saysThatItWasNotStored(), qPrintable(note()));
    QCOMPARE(find<QLineEdit>(u"secret"_s)->placeholderText(), u"Entered in this session"_s);
}

void TestSettingsKeychain::whatWasNotStoredIsTriedAgain()
{
    open(workspaceWith(SecretRef::Kind::Keychain));
    typeAndClick(u"apply"_s);
    auto *again = find<QPushButton>(u"secretPlaceStoreAgain"_s);
    QTRY_VERIFY(again->isVisible() && again->isEnabled());

    QSignalSpy changed(m_keychain.get(), &Keychain::unstoredChanged);
    again->click();
    QCOMPARE(m_keychain->unstored(production).value_or(SecretError{}).kind, SecretError::Kind::Pending);
    QTRY_COMPARE(changed.count(), 2);
    QTRY_VERIFY2(saysThatItWasNotStored(), qPrintable(note()));
    QVERIFY(again->isEnabled());
}

void TestSettingsKeychain::whatWasNotStoredMayComeFromAFile()
{
    open(workspaceWith(SecretRef::Kind::Keychain));
    typeAndClick(u"apply"_s);
    auto *useFile = find<QPushButton>(u"secretPlaceUseFile"_s);
    QTRY_VERIFY(useFile->isVisible());
    useFile->click();
    QCOMPARE(find<QComboBox>(u"secretPlace"_s)->currentText(), u"Read from a file"_s);
    QVERIFY2(!note().contains(u"Not stored"_s), qPrintable(note()));
    QVERIFY(!useFile->isVisible());

    QCOMPARE(m_dialog->focusWidget()->objectName(), u"secretFilePath"_s);
    QTest::keyClicks(find<QLineEdit>(u"secretFilePath"_s), u"/run/secrets/token"_s);
    click(u"ok"_s);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(secretOf(m_applied), (SecretRef{SecretRef::Kind::File, u"/run/secrets/token"_s}));
}

void TestSettingsKeychain::whatTheSessionHeldGoesToTheKeychain()
{
    m_secrets->set(production, "typed-before");
    open(workspaceWith(SecretRef::Kind::Session));
    choosePlace(u"Kept by the keychain"_s);
    click(u"apply"_s);
    QCOMPARE(secretOf(m_applied), (SecretRef{SecretRef::Kind::Keychain, production}));
    QVERIFY(!m_secrets->has(production));
    QVERIFY(m_keychain->unstored(production));
    QCOMPARE(m_secrets->read(secretOf(m_applied)).value_or("nothing"), "typed-before"_ba);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestSettingsKeychain)
#include "tst_settingskeychain.moc"
