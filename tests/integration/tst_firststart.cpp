// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/resources.h"
#include "tests/demo/demoharness.h"
#include "tests/integration/firststartsupport.h"
#include "tests/support/realprometheus.h"
#include "tests/support/tokenproxy.h"

#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QTcpSocket>
#include <QTimer>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int soon = 60'000; // for a machine that is busy with other things
constexpr auto rightToken = "right-4711-token";
constexpr auto wrongToken = "wrong-0815-token";

QMutex logMutex;
QByteArray capturedLog;

void capture(QtMsgType /*type*/, const QMessageLogContext &context, const QString &text)
{
    const QMutexLocker lock(&logMutex);
    capturedLog += QByteArray(context.category) + ": " + text.toUtf8() + '\n';
}

//! A port where nothing listens, and nobody else can, as long as the object lives.
class DeadPort final {
public:
    DeadPort() { m_socket.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress); }
    [[nodiscard]] int number() const { return m_socket.localPort(); }

private:
    QTcpSocket m_socket;
};

QByteArray processFile(const QString &name)
{
    QFile file(QString(u"/proc/self/"_s % name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

//! A newcomer with nothing configured, who adds a Prometheus that wants a token and a WebSocket endpoint, and
//! comes back the next day.
class TestFirstStart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void theWelcomePageOffersThreeWays();
    void theWelcomePageSaysWhatIsWrongWithAnAddress();
    void aServerThatWantsATokenLeadsToItsSettings();
    void aFirstStartLeadsToChartsThatComeBack_data();
    void aFirstStartLeadsToChartsThatComeBack();
    void quittingEndsTheProgramAlsoWithoutATray();

private:
    [[nodiscard]] bool hasScraped() const;
    void addServerWithToken(const QString &place);
    void enterToken(const QString &place, const QByteArray &token);
    void addEndpoint();
    void verifyEverythingIsSeen();
    void verifyTheSecretIsNowhere();
    [[nodiscard]] QString tokenFile() const { return m_secretFolder.filePath(u"token"_s); }

    std::unique_ptr<test::Demo> m_demo;
    std::unique_ptr<test::RealPrometheus> m_prometheus;
    std::unique_ptr<test::TokenProxy> m_proxy;
    std::unique_ptr<test::ConsoleUser> m_user;
    QTemporaryDir m_secretFolder;
};

void TestFirstStart::initTestCase()
{
    if (!test::RealPrometheus::isInstalled() && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
    initResources();
    nameApplication();
    qputenv("LANGUAGE", "en");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");

    m_demo = std::make_unique<test::Demo>(demo::DemoService::Config{.clients = 20, .version = u"test"_s});
    QVERIFY(m_demo->started());
    test::RealPrometheus::Options options;
    options.config = "global: {scrape_interval: 1s}\n"
                     "scrape_configs:\n"
                     "  - job_name: shop\n"
                     "    static_configs: [{targets: ['127.0.0.1:"
        + QByteArray::number(m_demo->httpPort()) + "']}]\n";
    auto prometheus = test::RealPrometheus::start(options);
    QVERIFY2(prometheus.has_value(), prometheus ? "" : qPrintable(prometheus.error()));
    m_prometheus = *std::move(prometheus);
    // A test of the connection tells what was scraped, so something must have been.
    QTRY_VERIFY_WITH_TIMEOUT(hasScraped(), soon);
    m_proxy = std::make_unique<test::TokenProxy>(m_prometheus->url(), rightToken);
}

bool TestFirstStart::hasScraped() const
{
    const QByteArray answer = test::exchange(m_prometheus->port(),
        "GET /api/v1/query?query=websocket_connected_clients HTTP/1.1\r\nHost: p\r\nConnection: "
        "close\r\n\r\n");
    return answer.contains("\"job\":\"shop\"");
}

void TestFirstStart::init()
{
    if (m_proxy)
        m_user = std::make_unique<test::ConsoleUser>();
}

void TestFirstStart::cleanup()
{
    m_user.reset();
}

void TestFirstStart::cleanupTestCase()
{
    m_proxy.reset();
    m_prometheus.reset();
    m_demo.reset();
}

void TestFirstStart::theWelcomePageOffersThreeWays()
{
    QVERIFY(m_user->start());
    for (const auto &name : {"welcomeEndpoint", "welcomeEndpointTest", "welcomeEndpointAdd", "welcomeTarget",
             "welcomeTargetTest", "welcomeTargetAdd", "welcomeDemo"})
        QVERIFY2(m_user->widget(QString::fromLatin1(name)), name);
    QVERIFY(m_user->console()
                .describe()
                .value("sentence"_L1)
                .toString()
                .startsWith(u"Nothing is watched yet."_s));
}

void TestFirstStart::theWelcomePageSaysWhatIsWrongWithAnAddress()
{
    QVERIFY(m_user->start());
    const QString result = u"welcomeEndpointResult"_s;
    m_user->type(u"welcomeEndpoint"_s, u"prometheus:9090"_s);
    m_user->click(u"welcomeEndpointTest"_s);
    QVERIFY2(m_user->text(result).contains(u"The address has to begin with http:// or https://."_s),
        qPrintable(m_user->text(result)));

    const DeadPort port;
    const QString nobody = u"127.0.0.1:%1"_s.arg(port.number());
    m_user->type(u"welcomeEndpoint"_s, QString(u"http://"_s % nobody));
    m_user->click(u"welcomeEndpointTest"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_user->text(result).contains(u"%1 refused the connection. Check that the server runs"_s.arg(nobody)),
        soon);
    QVERIFY(m_user->console().session().workspace().isEmpty());

    m_user->type(u"welcomeTarget"_s, u"http://example.net"_s);
    m_user->click(u"welcomeTargetTest"_s);
    QVERIFY(
        m_user->text(u"welcomeTargetResult"_s).contains(u"The address has to begin with ws:// or wss://."_s));
    m_user->type(u"welcomeTarget"_s, m_demo->url(u"/echo"_s).toString());
    m_user->click(u"welcomeTargetTest"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->text(u"welcomeTargetResult"_s).contains(u"Open after"_s), soon);
}

void TestFirstStart::aServerThatWantsATokenLeadsToItsSettings()
{
    QVERIFY(m_user->start());
    m_user->type(u"welcomeEndpoint"_s, m_proxy->url().toString());
    m_user->click(u"welcomeEndpointTest"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->widget(u"endpointsPage"_s), soon);
    QVERIFY(m_user->text(u"welcomeEndpointResult"_s)
                .contains(u"401: the server did not accept the user name, password or token."_s));
    QCOMPARE(qobject_cast<QLineEdit *>(m_user->widget(u"url"_s))->text(), m_proxy->url().toString());
    // Nothing is added before the user says so.
    m_user->click(u"cancel"_s);
    QVERIFY(m_user->console().session().workspace().isEmpty());
}

void TestFirstStart::enterToken(const QString &place, const QByteArray &token)
{
    m_user->choose(u"secretPlace"_s, place);
    if (place == u"Read from a file") {
        QFile file(tokenFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(token + '\n');
        file.close();
        m_user->type(u"secretFilePath"_s, tokenFile());
    } else {
        m_user->type(u"secret"_s, QString::fromLatin1(token));
    }
}

void TestFirstStart::addServerWithToken(const QString &place)
{
    m_user->type(u"welcomeEndpoint"_s, m_proxy->url().toString());
    m_user->click(u"welcomeEndpointTest"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->widget(u"endpointsPage"_s), soon);
    m_user->choose(u"signIn"_s, u"Token"_s);
    enterToken(place, wrongToken);
    m_user->click(u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_user->text(u"resultCard"_s)
            .contains(u"401: the server did not accept the user name, password or token. "
                      "Enter a valid one in Settings, Prometheus servers."_s),
        soon);
    enterToken(place, rightToken);
    m_user->click(u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->text(u"resultCard"_s).contains(u"WebSocket services found"_s), soon);
    QVERIFY2(m_user->text(u"resultCard"_s).startsWith(u"Connected. Prometheus 2."_s),
        qPrintable(m_user->text(u"resultCard"_s)));
    m_user->click(u"apply"_s);
}

void TestFirstStart::addEndpoint()
{
    m_user->console().openSettings(SettingsDialog::Page::Targets);
    m_user->click(u"add"_s);
    m_user->type(u"name"_s, u"echo"_s);
    m_user->type(u"url"_s, m_demo->url(u"/echo"_s).toString());
    m_user->click(u"test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->text(u"resultCard"_s).startsWith(u"Connected. Open in"_s), soon);
}

void TestFirstStart::verifyEverythingIsSeen()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_user->isDrawn(u"connections"_s), soon);
    QTRY_VERIFY_WITH_TIMEOUT(m_user->isDrawn(u"latency"_s), soon);
    const auto isOpen = [this] {
        const std::vector<TargetStatus> targets = m_user->console().session().targets();
        return targets.size() == 1 && targets.front().state == ReadyState::Open && targets.front().rttSeconds;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(), soon);
    QCOMPARE(m_user->console().session().endpoints().size(), std::size_t{1});
    QVERIFY(m_user->widget(u"overviewPanels"_s));
}

void TestFirstStart::verifyTheSecretIsNowhere()
{
    for (const char *secret : {rightToken, wrongToken}) {
        QCOMPARE(m_user->filesWith(secret), QStringList());
        QVERIFY(!processFile(u"cmdline"_s).contains(secret));
        QVERIFY(!processFile(u"environ"_s).contains(secret));
        const QMutexLocker lock(&logMutex);
        const qsizetype at = capturedLog.indexOf(secret);
        QVERIFY2(at < 0, capturedLog.mid(std::max<qsizetype>(0, at - 200), 400).constData());
    }
}

void TestFirstStart::aFirstStartLeadsToChartsThatComeBack_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a token in a file") << u"Read from a file"_s;
    QTest::newRow("a token for the session") << u"Typed here, for this session only"_s;
}

void TestFirstStart::aFirstStartLeadsToChartsThatComeBack()
{
    QFETCH(const QString, place);
    const bool isForSession = place != u"Read from a file";
    QLoggingCategory::setFilterRules(u"*=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(capture);
    const auto restore = qScopeGuard([before] {
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
    });

    QVERIFY(m_user->start());
    addServerWithToken(place);
    if (QTest::currentTestFailed())
        return;
    // Services are found while the dialog is still open; what it applies next must not drop them.
    QTRY_COMPARE_WITH_TIMEOUT(m_user->console().session().services().size(), std::size_t{1}, soon);
    if (QTest::currentTestFailed())
        return;
    const ServiceId found = m_user->console().session().services().front().id;
    addEndpoint();
    if (QTest::currentTestFailed())
        return;
    m_user->click(u"ok"_s);
    // The list may have opened the probe, which has no service of its own, while all was well.
    m_user->chooseService(m_user->console().session().workspace().service(found)->name);
    verifyEverythingIsSeen();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_user->console().session().workspace().service(found));
    verifyTheSecretIsNowhere();
    m_user->quit();
    verifyTheSecretIsNowhere();

    QVERIFY(m_user->start());
    if (isForSession) {
        QTRY_VERIFY_WITH_TIMEOUT(m_user->panelWords(u"connections"_s)
                                     .contains(u"was not entered in this one. Enter it in Settings"_s),
            soon);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_user->panel(u"connections"_s).value("state"_L1).toString(), u"blind"_s, soon);
        QVERIFY2(m_user->panelWords(u"connections"_s).contains(u"Enter it in Settings"_s),
            qPrintable(m_user->panelWords(u"connections"_s)));
        m_user->click(u"settingsButton"_s);
        m_user->type(u"secret"_s, QString::fromLatin1(rightToken));
        m_user->click(u"ok"_s);
    }
    verifyEverythingIsSeen();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_user->console().session().workspace().service(found));
    m_user->quit();
    verifyTheSecretIsNowhere();
    const QMutexLocker lock(&logMutex);
    QVERIFY2(capturedLog.contains("qt."), "the log of every category was not captured");
}

void TestFirstStart::quittingEndsTheProgramAlsoWithoutATray()
{
    Application application{CommandLine{}};
    QTimer::singleShot(0, this, [&application] { Q_EMIT application.console().window().quitRequested(); });
    QTimer guard;
    guard.setSingleShot(true);
    connect(&guard, &QTimer::timeout, this, [] { QCoreApplication::exit(99); });
    guard.start(10s);
    QCOMPARE(application.run(), 0);
}

} // namespace sockeye

QTEST_MAIN(sockeye::TestFirstStart)
#include "tst_firststart.moc"
