// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/probefleet.h"
#include "core/probe/transportfactory.h"

#include "tests/http/tunnelproxy.h"
#include "tests/probe/rawserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

#include <map>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::RawServer;

namespace {

ProbeTarget targetAt(const QString &id, const QUrl &url)
{
    ProbeTarget target;
    target.id = TargetId{id};
    target.url = url;
    target.module.pingInterval = 50ms;
    return target;
}

class ChangingSecret final : public SecretSource {
public:
    [[nodiscard]] Expected<QByteArray, SecretError> read(const SecretRef &) const override { return secret; }

    Expected<QByteArray, SecretError> secret = QByteArray();
};

class EchoServer final : public QWebSocketServer {
public:
    EchoServer()
        : QWebSocketServer(u"test"_s, QWebSocketServer::NonSecureMode)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *const client = nextPendingConnection();
            client->setParent(this);
            ++accepted;
            ++open;
            connect(client, &QWebSocket::disconnected, this, [this, client] {
                --open;
                lastCode = client->closeCode();
                client->deleteLater();
            });
        });
    }

    int accepted = 0;
    int open = 0;
    int lastCode = 0;
};

} // namespace

class TestProbeFleet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void aTargetIsHeldAndMeasured();
    void reportsComeOnTheMainThread();
    void targetsComeStayAndGo();
    void aChangedTargetStartsAnew();
    void theHeartbeatGoesOn();
    void aHungThreadHasNoHeartbeat();
    void faultsOfAServerAreTold_data();
    void faultsOfAServerAreTold();
    void aServerThatStallsIsUnansweredThenDown();
    void aSecretThatComesLaterIsUsed();
    void aTokenIsFetchedFirstAndAnewWhenItIsRefused();
    void aProxyLeadsThere_data();
    void aProxyLeadsThere();
    void aProxyThatIsNotThereIsTold();
    void shutDownClosesEverythingAndReportsIt();
    void aHungThreadIsWaitedFor();
    void itMayBeDestroyedWhileConnectionsAreOpen();

private:
    template <typename Event>
    [[nodiscard]] std::vector<Event> all(const QString &id) const;
    [[nodiscard]] int opens(const QString &id) const;
    [[nodiscard]] TransportFactory chosenFactory() const;

    SystemClock m_clock;
    ChangingSecret m_secrets;
    std::unique_ptr<ProbeFleet> m_fleet;
    std::vector<ProbeReport> m_reports;
};

// All of it holds for both engines.
void TestProbeFleet::initTestCase_data()
{
    QTest::addColumn<ProbeEngine>("engine");
    QTest::newRow("native") << ProbeEngine::Native;
    QTest::newRow("Qt") << ProbeEngine::Qt;
}

TransportFactory TestProbeFleet::chosenFactory() const
{
    QFETCH_GLOBAL(ProbeEngine, engine);
    return [engine, factory = transportFactory(m_clock, RandomSource(3))](
               ProbeModule module, const ProbeAccess &access) {
        module.engine = engine;
        return factory(module, access);
    };
}

void TestProbeFleet::init()
{
    m_reports.clear();
    m_secrets.secret = QByteArray();
    m_fleet = std::make_unique<ProbeFleet>(m_clock, m_secrets, chosenFactory(), RandomSource(11));
    connect(m_fleet.get(), &ProbeFleet::reported, this, [this](const std::vector<ProbeReport> &reports) {
        m_reports.insert(m_reports.end(), reports.begin(), reports.end());
    });
}

void TestProbeFleet::cleanup()
{
    m_fleet.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

template <typename Event>
std::vector<Event> TestProbeFleet::all(const QString &id) const
{
    std::vector<Event> events;
    for (const ProbeReport &report : m_reports) {
        const auto *event = std::get_if<Event>(&report.event);
        if (event && report.target.value == id)
            events.push_back(*event);
    }
    return events;
}

int TestProbeFleet::opens(const QString &id) const
{
    const auto attempts = all<AttemptFinished>(id);
    return static_cast<int>(std::ranges::count(attempts, ProbeOutcome::Open, &AttemptFinished::outcome));
}

void TestProbeFleet::aTargetIsHeldAndMeasured()
{
    const EchoServer server;
    m_fleet->setTargets({targetAt(u"a"_s, server.serverUrl())});

    QTRY_VERIFY(all<RttMeasured>(u"a"_s).size() >= 5);
    QTRY_VERIFY(!all<TrafficCounted>(u"a"_s).empty());

    QCOMPARE(opens(u"a"_s), 1);
    QCOMPARE(server.accepted, 1);
    const auto first = all<AttemptFinished>(u"a"_s).front();
    QVERIFY(first.phases.connect && first.phases.upgrade && first.phases.total);
    QVERIFY(*first.phases.total >= *first.phases.connect + *first.phases.upgrade);
    for (const RttMeasured &measured : all<RttMeasured>(u"a"_s))
        QVERIFY(measured.rtt > 0ns);
}

void TestProbeFleet::reportsComeOnTheMainThread()
{
    const EchoServer server;
    QThread *thread = nullptr;
    connect(m_fleet.get(), &ProbeFleet::reported, this, [&thread] { thread = QThread::currentThread(); });
    m_fleet->setTargets({targetAt(u"a"_s, server.serverUrl())});
    QTRY_COMPARE(thread, QThread::currentThread());
}

void TestProbeFleet::targetsComeStayAndGo()
{
    const EchoServer server;
    const ProbeTarget a = targetAt(u"a"_s, server.serverUrl());
    const ProbeTarget b = targetAt(u"b"_s, server.serverUrl());
    m_fleet->setTargets({a, b});
    QTRY_VERIFY(opens(u"a"_s) == 1 && opens(u"b"_s) == 1);

    m_fleet->setTargets({b, targetAt(u"c"_s, server.serverUrl())});
    QTRY_COMPARE(opens(u"c"_s), 1);
    QTRY_COMPARE(server.open, 2);

    QCOMPARE(server.lastCode, 1001);
    QCOMPARE(opens(u"b"_s), 1);
    const StateChanged last = all<StateChanged>(u"a"_s).back();
    QCOMPARE(last.transition.to, ReadyState::Closed);
    QCOMPARE(last.outcome, ProbeOutcome::ClosedLocally);
}

void TestProbeFleet::aChangedTargetStartsAnew()
{
    const EchoServer server;
    ProbeTarget target = targetAt(u"a"_s, server.serverUrl());
    m_fleet->setTargets({target});
    QTRY_COMPARE(opens(u"a"_s), 1);
    target.module.pingInterval = 60ms;
    m_fleet->setTargets({target});
    m_fleet->setTargets({target});
    QTRY_COMPARE(opens(u"a"_s), 2);
    QTRY_COMPARE(server.open, 1);

    const auto steps = all<StateChanged>(u"a"_s);
    for (std::size_t i = 1; i < steps.size(); ++i)
        QCOMPARE(steps[i].transition.from, steps[i - 1].transition.to);
}

void TestProbeFleet::theHeartbeatGoesOn()
{
    MonotonicTime last = m_fleet->lastHeartbeat();
    for (int beat = 0; beat < 4; ++beat) {
        QTRY_VERIFY(m_fleet->lastHeartbeat() > last);
        last = m_fleet->lastHeartbeat();
    }
}

void TestProbeFleet::aHungThreadHasNoHeartbeat()
{
    const MonotonicTime asked = m_clock.monotonic();
    m_fleet->hangForTest(3'000ms);
    QTRY_VERIFY(m_clock.monotonic() - m_fleet->lastHeartbeat() > 1s);
    QTRY_VERIFY(m_fleet->lastHeartbeat() > asked + 3s);
}

void TestProbeFleet::faultsOfAServerAreTold_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("accepts and is silent") << u"ws"_s << QByteArray() << ProbeOutcome::UpgradeTimeout;
    QTest::newRow("half an answer") << u"ws"_s
                                    << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webs")
                                    << ProbeOutcome::UpgradeTimeout;
    QTest::newRow("silent to TLS") << u"wss"_s << QByteArray() << ProbeOutcome::TlsTimeout;
    QTest::newRow("refuses the upgrade")
        << u"ws"_s << QByteArray("HTTP/1.1 503 Busy\r\n\r\n") << ProbeOutcome::UpgradeRefused;
}

void TestProbeFleet::faultsOfAServerAreTold()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, answer);
    QFETCH(ProbeOutcome, outcome);
    const RawServer server([&answer](QTcpSocket *client, const QByteArray &) { client->write(answer); });
    ProbeTarget target = targetAt(u"a"_s, server.url(scheme));
    target.module.tlsTimeout = 300ms;
    // Long enough for a busy machine to get the refusal through first.
    target.module.upgradeTimeout = outcome == ProbeOutcome::UpgradeTimeout ? 300ms : 10'000ms;

    m_fleet->setTargets({target});

    QTRY_VERIFY(!all<RetryScheduled>(u"a"_s).empty());
    QCOMPARE(all<AttemptFinished>(u"a"_s).front().outcome, outcome);
}

void TestProbeFleet::aServerThatStallsIsUnansweredThenDown()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &request) {
        client->disconnect();
        client->write(test::upgradeAnswer(request));
    });
    ProbeTarget target = targetAt(u"a"_s, server.url());
    target.module.pongTimeout = 200ms;

    m_fleet->setTargets({target});

    QTRY_VERIFY(!all<RetryScheduled>(u"a"_s).empty());
    QVERIFY(all<PingUnanswered>(u"a"_s).size() >= 3);
    QCOMPARE(all<PingUnanswered>(u"a"_s).front().sequence, std::uint64_t{1});
    QVERIFY(all<RttMeasured>(u"a"_s).empty());
    const auto steps = all<StateChanged>(u"a"_s);
    const auto down = std::ranges::find(steps, ProbeOutcome::PongTimeout, &StateChanged::outcome);
    QVERIFY(down != steps.end());
    QVERIFY(down->transition.abnormal);
}

void TestProbeFleet::aSecretThatComesLaterIsUsed()
{
    QByteArray seen;
    const RawServer server([&seen](QTcpSocket *client, const QByteArray &request) {
        seen = request;
        client->write(test::upgradeAnswer(request));
    });
    m_secrets.secret = unexpected(SecretError{});
    ProbeTarget target = targetAt(u"a"_s, server.url());
    target.module.auth = Authorization{{SecretRef::Kind::Session, u"k"_s}};
    m_fleet->setTargets({target});
    QTRY_VERIFY(!all<AttemptFinished>(u"a"_s).empty());
    QCOMPARE(all<AttemptFinished>(u"a"_s).front().outcome, ProbeOutcome::SecretMissing);

    m_secrets.secret = QByteArray("late");

    QTRY_VERIFY_WITH_TIMEOUT(opens(u"a"_s) == 1, 30'000);
    QVERIFY(seen.contains("\r\nAuthorization: Bearer late\r\n"));
}

void TestProbeFleet::aTokenIsFetchedFirstAndAnewWhenItIsRefused()
{
    QStringList seen;
    const RawServer server([&seen](QTcpSocket *client, const QByteArray &request) {
        const bool isNew = request.contains("\r\nAuthorization: Bearer new\r\n");
        seen.append(isNew ? u"new"_s : u"other"_s);
        client->write(isNew ? test::upgradeAnswer(request) : "HTTP/1.1 401 Unauthorized\r\n\r\n");
    });
    const QTemporaryDir folder;
    QFile token(folder.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly) && token.write("old") > 0 && token.flush());
    ProbeTarget target = targetAt(u"a"_s, server.url());
    target.module.auth = TokenCommand{.command = {u"cat"_s, token.fileName()}};
    m_fleet->setTargets({target});
    QTRY_VERIFY(!all<AttemptFinished>(u"a"_s).empty());
    QCOMPARE(all<AttemptFinished>(u"a"_s).front().httpStatus, 401);

    QVERIFY(token.seek(0) && token.write("new") > 0 && token.flush());

    QTRY_VERIFY_WITH_TIMEOUT(opens(u"a"_s) == 1, 30'000);
    QCOMPARE(seen.front(), u"other"_s);
    QCOMPARE(seen.back(), u"new"_s);
}

void TestProbeFleet::aProxyLeadsThere_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("CONNECT") << u"http"_s;
    QTest::newRow("SOCKS 5") << u"socks5"_s;
}

void TestProbeFleet::aProxyLeadsThere()
{
    QFETCH(QString, scheme);
    const EchoServer server;
    const test::TunnelProxy proxy(server.serverPort());
    ProbeTarget target = targetAt(u"a"_s, QUrl(u"ws://push.test:8080/live"_s));
    target.module.proxy = {.mode = ProxyConfig::Mode::Url,
        .url = QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(proxy.serverPort()))};

    m_fleet->setTargets({target});

    QTRY_COMPARE(opens(u"a"_s), 1);
    QCOMPARE(proxy.asked(), QStringList{u"push.test:8080"_s});
    QTRY_VERIFY(!all<RttMeasured>(u"a"_s).empty());
}

void TestProbeFleet::aProxyThatIsNotThereIsTold()
{
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const quint16 port = nobody.serverPort();
    nobody.close();
    ProbeTarget target = targetAt(u"a"_s, QUrl(u"ws://push.test/"_s));
    target.module.proxy = {.mode = ProxyConfig::Mode::Url, .url = QUrl(u"http://127.0.0.1:%1"_s.arg(port))};

    m_fleet->setTargets({target});

    QTRY_VERIFY(!all<AttemptFinished>(u"a"_s).empty());
    QCOMPARE(all<AttemptFinished>(u"a"_s).front().outcome, ProbeOutcome::ProxyFailed);
}

void TestProbeFleet::shutDownClosesEverythingAndReportsIt()
{
    const EchoServer server;
    m_fleet->setTargets({targetAt(u"a"_s, server.serverUrl()), targetAt(u"b"_s, server.serverUrl())});
    QTRY_VERIFY(opens(u"a"_s) == 1 && opens(u"b"_s) == 1);

    m_fleet->shutDown();

    for (const QString &id : {u"a"_s, u"b"_s})
        QCOMPARE(all<StateChanged>(id).back().outcome, ProbeOutcome::ClosedLocally);
    QTRY_COMPARE(server.open, 0);
    m_fleet->shutDown();
    m_fleet->setTargets({targetAt(u"c"_s, server.serverUrl())});
    m_fleet->hangForTest(1ms);
}

void TestProbeFleet::aHungThreadIsWaitedFor()
{
    const EchoServer server;
    m_fleet->setTargets({targetAt(u"a"_s, server.serverUrl())});
    QTRY_COMPARE(opens(u"a"_s), 1);
    m_fleet->hangForTest(1'000ms);
    m_fleet->shutDown();
    QCOMPARE(all<StateChanged>(u"a"_s).back().outcome, ProbeOutcome::ClosedLocally);
}

void TestProbeFleet::itMayBeDestroyedWhileConnectionsAreOpen()
{
    const EchoServer server;
    const RawServer silent([](QTcpSocket *, const QByteArray &) {});
    m_fleet->setTargets({targetAt(u"a"_s, server.serverUrl()), targetAt(u"b"_s, silent.url())});
    QTRY_COMPARE(opens(u"a"_s), 1);
    m_fleet.reset();
    QTRY_COMPARE(server.open, 0);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestProbeFleet)
#include "tst_probefleet.moc"
