// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/monitorsession.h"

#include "resources/resources.h"
#include "tests/integration/firststartsupport.h"
#include "tests/support/keyringprompter.h"
#include "tests/support/privatebus.h"
#include "tests/support/realkeyring.h"
#include "tests/support/realprometheus.h"
#include "tests/support/tokenproxy.h"

#include <QFile>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QMutex>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 60'000; // for a machine that is busy with other things
constexpr auto token = "kept-2718-token";

QMutex logMutex;
QByteArray capturedLog;

void capture(QtMsgType /*type*/, const QMessageLogContext &context, const QString &text)
{
    const QMutexLocker lock(&logMutex);
    capturedLog += QByteArray(context.category) + ": " + text.toUtf8() + '\n';
}

QByteArray processFile(const QString &name)
{
    QFile file(QString(u"/proc/self/"_s % name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! A token that the keychain keeps, from the settings to the request of the next session.
class TestKeychainConsole final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void aTokenComesBackAfterARestartAndIsInNoFile();
    void aLockedKeychainHoldsNothingUpAndIsTold();
    void aTokenThatWasNotStoredLastsForTheSession();

private:
    void addServerWithToken();
    void verifyTheTokenIsNowhere();
    [[nodiscard]] std::optional<EndpointStatus> server();
    [[nodiscard]] bool isAnswered();
    [[nodiscard]] QString note() { return m_user->text(u"secretPlaceNote"_s); }
    [[nodiscard]] QList<QByteArray> kept() { return m_keyring->secretsWith({{u"server"_s, u"sockeye"_s}}); }

    test::PrivateBus m_bus;
    std::unique_ptr<test::RealKeyring> m_keyring;
    std::unique_ptr<test::KeyringPrompter> m_prompter;
    std::unique_ptr<test::RealPrometheus> m_prometheus;
    std::unique_ptr<test::TokenProxy> m_proxy;
    std::unique_ptr<test::ConsoleUser> m_user;
    QtMessageHandler m_handler = nullptr;
};

void TestKeychainConsole::initTestCase()
{
    const bool isInstalled =
        test::RealPrometheus::isInstalled() && !test::RealKeyring::findProgram().isEmpty();
    if (!isInstalled && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus or no gnome-keyring-daemon");
    initResources();
    nameApplication();
    qputenv("LANGUAGE", "en");
    QVERIFY(m_bus.start());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toUtf8());
    m_prompter = std::make_unique<test::KeyringPrompter>(m_bus.connect(u"prompter"_s));
    QVERIFY(m_prompter->start());
    m_keyring = std::make_unique<test::RealKeyring>(m_bus.connect(u"keyring"_s), m_bus.address());
    auto prometheus = test::RealPrometheus::start({});
    QVERIFY2(prometheus.has_value(), prometheus ? "" : qPrintable(prometheus.error()));
    m_prometheus = *std::move(prometheus);
    m_proxy = std::make_unique<test::TokenProxy>(m_prometheus->url(), token);
    QLoggingCategory::setFilterRules(u"*=true"_s);
    m_handler = qInstallMessageHandler(capture);
}

void TestKeychainConsole::init()
{
    if (!m_proxy)
        return;
    m_prompter->setDismisses(true);
    m_prompter->dismiss();
    const auto started = m_keyring->start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    m_user = std::make_unique<test::ConsoleUser>();
}

void TestKeychainConsole::cleanup()
{
    m_user.reset();
}

void TestKeychainConsole::cleanupTestCase()
{
    if (m_handler)
        qInstallMessageHandler(m_handler);
    m_proxy.reset();
    m_prometheus.reset();
    m_prompter.reset();
    m_keyring.reset();
}

void TestKeychainConsole::addServerWithToken()
{
    QVERIFY(m_user->start());
    m_user->type(u"welcomeEndpoint"_s, m_proxy->url().toString());
    m_user->click(u"welcomeEndpointTest"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->widget(u"endpointsPage"_s), soon);
    m_user->choose(u"signIn"_s, u"Token"_s);
    m_user->choose(u"secretPlace"_s, u"Kept by the keychain"_s);
    m_user->type(u"secret"_s, QString::fromLatin1(token));
    m_user->click(u"ok"_s);
}

std::optional<EndpointStatus> TestKeychainConsole::server()
{
    const std::vector<EndpointStatus> all = m_user->console().session().endpoints();
    return all.empty() ? std::nullopt : std::optional(all.front());
}

bool TestKeychainConsole::isAnswered()
{
    const auto status = server();
    return status && status->heardAt && !status->error;
}

void TestKeychainConsole::verifyTheTokenIsNowhere()
{
    QCOMPARE(m_user->filesWith(token), QStringList());
    QVERIFY(!m_keyring->files().contains(token));
    QVERIFY(!processFile(u"cmdline"_s).contains(token));
    QVERIFY(!processFile(u"environ"_s).contains(token));
    const QMutexLocker lock(&logMutex);
    QVERIFY(!capturedLog.contains(token));
    QVERIFY2(capturedLog.contains("qt."), "the log of every category was not captured");
}

void TestKeychainConsole::aTokenComesBackAfterARestartAndIsInNoFile()
{
    addServerWithToken();
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(kept().contains(QByteArray(token).toBase64()), soon);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), soon);
    m_user->quit();
    verifyTheTokenIsNowhere();

    const int passed = m_proxy->passes();
    QVERIFY(m_user->start());
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), soon);
    QVERIFY(m_proxy->passes() > passed);
    m_user->quit();
    verifyTheTokenIsNowhere();
}

void TestKeychainConsole::aLockedKeychainHoldsNothingUpAndIsTold()
{
    addServerWithToken();
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered() && kept().size() == 2, soon); // one is of the test before
    m_user->quit();
    QVERIFY(m_keyring->lock());
    m_prompter->setDismisses(false);
    const int before = m_prompter->asked();
    const int refused = m_proxy->refusals();

    QVERIFY(m_user->start());
    QVERIFY(m_user->window().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(m_prompter->asked(), before + 1, soon);
    m_user->console().openSettings(SettingsDialog::Page::Endpoints);
    QTRY_VERIFY2_WITH_TIMEOUT(
        note().contains(u"The keychain has not answered yet. It may be waiting"_s), qPrintable(note()), soon);

    m_prompter->setDismisses(true);
    m_prompter->dismiss();
    QTRY_VERIFY2_WITH_TIMEOUT(
        note().contains(u"The keychain is locked. Unlock it"_s), qPrintable(note()), soon);
    QTRY_VERIFY_WITH_TIMEOUT(server() && server()->error && server()->error->http, soon);
    QCOMPARE(server()->error->http->kind, HttpError::Kind::SecretMissing);
    QCOMPARE(m_proxy->refusals(), refused); // nothing went out without the token

    m_user->click(u"cancel"_s);
    QVERIFY(m_keyring->unlock());
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), soon);
    m_user->quit();
}

void TestKeychainConsole::aTokenThatWasNotStoredLastsForTheSession()
{
    QVERIFY(m_keyring->lock());
    addServerWithToken();
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY2_WITH_TIMEOUT(note().contains(u"Not stored: Sockeye holds it until it ends. The keychain is "
                                              "locked."_s),
        qPrintable(note()), soon);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(), soon);

    QVERIFY(m_keyring->unlock());
    const auto before = kept().size();
    m_user->click(u"secretPlaceStoreAgain"_s);
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), before + 1, soon);
    QTRY_VERIFY2_WITH_TIMEOUT(!note().contains(u"Not stored"_s), qPrintable(note()), soon);
    m_user->click(u"ok"_s);
    m_user->quit();
    verifyTheTokenIsNowhere();
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestKeychainConsole)
#include "tst_keychainconsole.moc"
