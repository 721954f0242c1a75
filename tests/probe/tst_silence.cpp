// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/asioeventdispatcher.h"
#include "core/probe/asiotransport.h"
#include "core/probe/prober.h"

#include "tests/probe/rawserver.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <atomic>
#include <csignal>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::RawServer;

namespace {

constexpr auto serveOption = "--serve";

//! Answers pings until it is stopped. Says its port and runs until its input ends.
int serve(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QWebSocketServer server(u"test"_s, QWebSocketServer::NonSecureMode);
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    QObject::connect(&server, &QWebSocketServer::newConnection, &server,
        [&server] { server.nextPendingConnection()->setParent(&server); });
    std::printf("%d\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

//! \brief A prober over the native engine, with real time, at servers that say nothing.
class TestSilence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aNameServerThatIsSilent();
    void aServerThatIsSilentAfterTcp_data();
    void aServerThatIsSilentAfterTcp();
    void aProcessThatHangs();

private:
    void probe(const ProbeTarget &target, const NameLookup &lookup = systemLookup());
    template <typename Event>
    [[nodiscard]] std::vector<Event> all() const;

    SystemClock m_clock;
    std::unique_ptr<Prober> m_prober;
    std::vector<ProbeReport> m_reports;
    QTimer m_timer;
};

void TestSilence::init()
{
    m_reports.clear();
    connect(&m_timer, &QTimer::timeout, this, [this] { m_prober->tick(); });
}

void TestSilence::cleanup()
{
    m_timer.stop();
    m_timer.disconnect();
    m_prober.reset();
}

void TestSilence::probe(const ProbeTarget &target, const NameLookup &lookup)
{
    m_prober = std::make_unique<Prober>(Prober::Config{target, {}},
        Prober::Surroundings{m_clock, asioTransportFactory(m_clock, RandomSource(1), lookup),
            Backoff({10min, 10min, 10min}, RandomSource(2)),
            [this](const ProbeReport &report) { m_reports.push_back(report); }});
    m_prober->start();
    m_timer.start(5ms);
}

template <typename Event>
std::vector<Event> TestSilence::all() const
{
    std::vector<Event> events;
    for (const ProbeReport &report : m_reports) {
        if (const auto *event = std::get_if<Event>(&report.event))
            events.push_back(*event);
    }
    return events;
}

void TestSilence::aNameServerThatIsSilent()
{
    const auto gate = std::make_shared<std::atomic<bool>>(false);
    ProbeTarget target;
    target.url = QUrl(u"ws://slow.test/"_s);
    target.module.resolveTimeout = 50ms;
    probe(target, [gate](const QByteArray &) {
        gate->wait(false);
        return Expected<std::vector<QHostAddress>, QString>();
    });
    QTRY_VERIFY(!all<AttemptFinished>().empty());
    QCOMPARE(all<AttemptFinished>().front().outcome, ProbeOutcome::ResolveFailed);
    *gate = true;
    gate->notify_all();
}

void TestSilence::aServerThatIsSilentAfterTcp_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("to TLS") << u"wss"_s << QByteArray() << ProbeOutcome::TlsTimeout;
    QTest::newRow("to the upgrade") << u"ws"_s << QByteArray() << ProbeOutcome::UpgradeTimeout;
    QTest::newRow("in the middle of its answer")
        << u"ws"_s << QByteArray("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webs")
        << ProbeOutcome::UpgradeTimeout;
}

void TestSilence::aServerThatIsSilentAfterTcp()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, answer);
    QFETCH(ProbeOutcome, outcome);
    const RawServer server([&answer](QTcpSocket *client, const QByteArray &) { client->write(answer); });
    ProbeTarget target;
    target.url = server.url(scheme);
    target.module.tlsTimeout = 100ms;
    target.module.upgradeTimeout = 100ms;
    probe(target);
    QTRY_VERIFY(!all<AttemptFinished>().empty());
    const AttemptFinished attempt = all<AttemptFinished>().front();
    QCOMPARE(attempt.outcome, outcome);
    QVERIFY(attempt.phases.connect);
    QVERIFY(!attempt.phases.upgrade);
    QCOMPARE(attempt.facts->peer, u"127.0.0.1"_s);
}

void TestSilence::aProcessThatHangs()
{
    QProcess server;
    server.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(serveOption)});
    QTRY_VERIFY_WITH_TIMEOUT(server.canReadLine(), 30'000);
    ProbeTarget target;
    target.url = QUrl(u"ws://127.0.0.1:%1/"_s.arg(server.readLine().trimmed().toInt()));
    target.module.pingInterval = 50ms;
    target.module.pongTimeout = 500ms;
    probe(target);
    QTRY_VERIFY(!all<RttMeasured>().empty());

    ::kill(static_cast<pid_t>(server.processId()), SIGSTOP);

    // Its system still acknowledges what we send, so it is no dead path.
    QTRY_VERIFY_WITH_TIMEOUT(m_prober->state() == ReadyState::Closed, 30'000);
    QCOMPARE(all<StateChanged>().back().outcome, ProbeOutcome::PongTimeout);
    QCOMPARE(all<StateChanged>().back().closeCode, 1006);
    QVERIFY(all<PingUnanswered>().size() >= 3);
    server.kill();
    QVERIFY(server.waitForFinished(30'000));
}

} // namespace sockeye

int main(int argc, char *argv[])
{
    if (argc == 2 && qstrcmp(argv[1], sockeye::serveOption) == 0)
        return sockeye::serve(argc, argv);
    QCoreApplication::setEventDispatcher(new sockeye::AsioEventDispatcher);
    const QCoreApplication application(argc, argv);
    sockeye::TestSilence test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_silence.moc"
