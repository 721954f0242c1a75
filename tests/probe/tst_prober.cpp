// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/prober.h"

#include "tests/probe/faketransport.h"
#include "tests/support/fakeclock.h"

#include <QTest>

Q_DECLARE_METATYPE(sockeye::ProbeSetupError)

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ProbeTarget targetAt(const QString &url)
{
    ProbeTarget target;
    target.id = TargetId{u"t"_s};
    target.url = QUrl(url);
    return target;
}

// A short name for each report, so that a test reads as a line.
QString nameOf(const ProbeEvent &event)
{
    static const QStringList states{u"connecting"_s, u"open"_s, u"closing"_s, u"closed"_s};
    if (const auto *step = std::get_if<StateChanged>(&event))
        return states[static_cast<int>(step->transition.to)];
    static const QStringList kinds{
        u"attempt"_s, {}, u"rtt"_s, u"unanswered"_s, u"traffic"_s, u"retry"_s, u"first"_s};
    return kinds[static_cast<int>(event.index())];
}

} // namespace

class TestProber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAttemptThatSucceedsIsReported();
    void aPhaseThatTakesTooLongEndsTheAttempt_data();
    void aPhaseThatTakesTooLongEndsTheAttempt();
    void aFailedAttemptIsReportedAndRetried();
    void aCloseOfThePeerIsReportedAndRetried();
    void aDropIsAbnormal();
    void pingsGoOutOnSchedule();
    void aPongIsReported();
    void threeUnansweredPingsEndTheConnection();
    void onePongAmongUnansweredPingsKeepsTheConnection();
    void pingsOnTheirWayAtTheEndAreNotCounted();
    void trafficIsReportedOnceASecond();
    void theLastTrafficIsNotLost();
    void theFirstMessageIsStamped();
    void aPongIsTakenAsStampedWhenItWasRead();
    void aSilentPathIsToldFromASilentService_data();
    void aSilentPathIsToldFromASilentService();
    void backoffStartsAnewOnlyAfterALastingConnection_data();
    void backoffStartsAnewOnlyAfterALastingConnection();
    void stopClosesWith1001();
    void stopDropsAPeerThatDoesNotPlayAlong();
    void stopEndsAnAttempt();
    void stopEndsTheWaitForTheNextAttempt();
    void whatIsWrongOnThisSideIsNoAttempt_data();
    void whatIsWrongOnThisSideIsNoAttempt();
    void nextDueIsWhenTickHasSomethingToDo();

private:
    void make(const ProbeTarget &target, const ProbeAccess &access = {});
    void open();
    void advance(std::chrono::milliseconds by);
    [[nodiscard]] QString takeNames();
    template <typename Event>
    [[nodiscard]] Event last() const;

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<test::FakeNetwork> m_network;
    std::unique_ptr<Prober> m_prober;
    std::vector<ProbeReport> m_reports;
};

void TestProber::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_network = std::make_unique<test::FakeNetwork>();
    m_reports.clear();
    make(targetAt(u"ws://host/"_s));
}

void TestProber::cleanup()
{
    m_prober.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestProber::make(const ProbeTarget &target, const ProbeAccess &access)
{
    const Backoff backoff({1'000ms, 16'000ms, 1'000ms}, RandomSource(7));
    m_prober = std::make_unique<Prober>(Prober::Config{target, access},
        Prober::Surroundings{*m_clock, m_network->factory(), backoff,
            [this](const ProbeReport &report) { m_reports.push_back(report); }});
}

void TestProber::open()
{
    m_prober->start();
    Q_EMIT m_network->latest()->resolved();
    Q_EMIT m_network->latest()->connected();
    Q_EMIT m_network->latest()->opened();
}

// In steps short enough not to pass for a stall of the thread.
void TestProber::advance(std::chrono::milliseconds by)
{
    for (auto gone = 0ms; gone < by; gone += 100ms) {
        m_clock->advance(std::min(100ms, by - gone));
        m_prober->tick();
    }
}

QString TestProber::takeNames()
{
    QStringList names;
    for (const ProbeReport &report : std::exchange(m_reports, {}))
        names.append(nameOf(report.event));
    return names.join(u' ');
}

template <typename Event>
Event TestProber::last() const
{
    for (auto it = m_reports.rbegin(); it != m_reports.rend(); ++it) {
        if (const auto *event = std::get_if<Event>(&it->event))
            return *event;
    }
    return {};
}

void TestProber::anAttemptThatSucceedsIsReported()
{
    make(targetAt(u"wss://host/"_s), {.authorization = "Bearer x"});
    m_prober->start();
    QCOMPARE(m_prober->state(), ReadyState::Connecting);
    QCOMPARE(m_network->latest()->usedAuthorization, QByteArray("Bearer x"));
    m_clock->advance(1ms);
    Q_EMIT m_network->latest()->resolved();
    m_clock->advance(2ms);
    Q_EMIT m_network->latest()->connected();
    m_clock->advance(3ms);
    Q_EMIT m_network->latest()->encrypted();
    m_clock->advance(4ms);
    Q_EMIT m_network->latest()->opened();

    const auto attempt = last<AttemptFinished>();
    QCOMPARE(attempt.outcome, ProbeOutcome::Open);
    QCOMPARE(attempt.httpStatus, 101);
    const PhaseDurations expected{1ms, 2ms, 3ms, 4ms, 10ms, {}};
    QVERIFY(attempt.phases == expected);
    QCOMPARE(m_prober->state(), ReadyState::Open);
    QCOMPARE(m_reports.front().target, TargetId{u"t"_s});
    QCOMPARE(takeNames(), u"connecting attempt open"_s);
}

void TestProber::aPhaseThatTakesTooLongEndsTheAttempt_data()
{
    QTest::addColumn<int>("stepsDone");
    QTest::addColumn<int>("limit");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("resolve") << 0 << 5'000 << ProbeOutcome::ResolveFailed;
    QTest::newRow("connect") << 1 << 5'000 << ProbeOutcome::ConnectTimeout;
    QTest::newRow("tls") << 2 << 5'000 << ProbeOutcome::TlsTimeout;
    QTest::newRow("upgrade") << 3 << 10'000 << ProbeOutcome::UpgradeTimeout;
}

void TestProber::aPhaseThatTakesTooLongEndsTheAttempt()
{
    QFETCH(int, stepsDone);
    QFETCH(int, limit);
    QFETCH(ProbeOutcome, outcome);
    make(targetAt(u"wss://host/"_s));
    m_prober->start();
    const QPointer<test::FakeTransport> transport = m_network->latest();
    using Signal = void (WebSocketTransport::*)();
    constexpr std::array<Signal, 3> steps{
        &WebSocketTransport::resolved, &WebSocketTransport::connected, &WebSocketTransport::encrypted};
    for (int i = 0; i < stepsDone; ++i)
        Q_EMIT(transport->*steps[static_cast<std::size_t>(i)])();

    m_clock->advance(std::chrono::milliseconds{limit - 1});
    m_prober->tick();
    QCOMPARE(m_prober->state(), ReadyState::Connecting);
    m_clock->advance(1ms);
    m_prober->tick();

    QCOMPARE(last<AttemptFinished>().outcome, outcome);
    QCOMPARE(last<StateChanged>().outcome, outcome);
    QVERIFY(transport->aborted);
    QCOMPARE(takeNames(), u"connecting attempt closed retry"_s);
}

void TestProber::aFailedAttemptIsReportedAndRetried()
{
    m_prober->start();
    Q_EMIT m_network->latest()->failed(ProbeOutcome::UpgradeRefused, 503, u"busy"_s);

    const auto attempt = last<AttemptFinished>();
    QCOMPARE(attempt.outcome, ProbeOutcome::UpgradeRefused);
    QCOMPARE(attempt.httpStatus, 503);
    QCOMPARE(attempt.detail, u"busy"_s);
    QVERIFY(!last<StateChanged>().transition.abnormal);
    const auto retry = last<RetryScheduled>();
    QCOMPARE(retry.attempt, 1);
    QCOMPARE(takeNames(), u"connecting attempt closed retry"_s);

    m_clock->advance(retry.at - m_clock->now() - 1ms);
    m_prober->tick();
    QCOMPARE(m_network->made.size(), std::size_t{1});
    m_clock->advance(1ms);
    m_prober->tick();
    QCOMPARE(m_network->made.size(), std::size_t{2});
    QCOMPARE(takeNames(), u"connecting"_s);
}

void TestProber::aCloseOfThePeerIsReportedAndRetried()
{
    open();
    m_reports.clear();
    Q_EMIT m_network->latest()->closing();
    Q_EMIT m_network->latest()->closed(ProbeOutcome::ClosedClean, 4001, u"kicked"_s, true);

    const auto step = last<StateChanged>();
    QCOMPARE(step.transition.from, ReadyState::Closing);
    QVERIFY(!step.transition.abnormal);
    QCOMPARE(step.outcome, ProbeOutcome::ClosedClean);
    QCOMPARE(step.closeCode, 4001);
    QCOMPARE(step.closeReason, u"kicked"_s);
    QVERIFY(step.closedByPeer);
    QCOMPARE(takeNames(), u"closing closed retry"_s);
}

void TestProber::aDropIsAbnormal()
{
    open();
    m_reports.clear();
    Q_EMIT m_network->latest()->closed(ProbeOutcome::Dropped, 1006, {}, true);

    QVERIFY(last<StateChanged>().transition.abnormal);
    QCOMPARE(last<StateChanged>().closeCode, 1006);
    QCOMPARE(takeNames(), u"closed retry"_s);
}

void TestProber::pingsGoOutOnSchedule()
{
    open();
    m_prober->tick();
    QCOMPARE(m_network->latest()->pings.size(), std::size_t{1});
    advance(5'000ms);
    QCOMPARE(m_network->latest()->pings.size(), std::size_t{6});
}

void TestProber::aPongIsReported()
{
    open();
    m_prober->tick();
    m_clock->advance(12ms);
    Q_EMIT m_network->latest()->pongReceived({m_network->latest()->pings.front(), {}, {}});

    QCOMPARE(last<RttMeasured>().rtt, std::chrono::nanoseconds{12ms});
}

void TestProber::threeUnansweredPingsEndTheConnection()
{
    open();
    const QPointer<test::FakeTransport> transport = m_network->latest();
    m_prober->tick();
    advance(9'900ms);
    QCOMPARE(last<PingUnanswered>().sequence, std::uint64_t{0});
    advance(100ms);
    QCOMPARE(last<PingUnanswered>().sequence, std::uint64_t{1});
    QCOMPARE(last<PingUnanswered>().atLeast, std::chrono::nanoseconds{10s});
    QCOMPARE(m_prober->state(), ReadyState::Open);
    advance(2'000ms);

    QCOMPARE(last<PingUnanswered>().sequence, std::uint64_t{3});
    QVERIFY(transport->aborted);
    const auto step = last<StateChanged>();
    QCOMPARE(step.transition.to, ReadyState::Closed);
    QCOMPARE(step.outcome, ProbeOutcome::PongTimeout);
    QCOMPARE(step.closeCode, 1006);
    QVERIFY(step.transition.abnormal);
    QVERIFY(!step.closedByPeer);
}

void TestProber::onePongAmongUnansweredPingsKeepsTheConnection()
{
    open();
    m_prober->tick();
    advance(11'000ms);
    QCOMPARE(last<PingUnanswered>().sequence, std::uint64_t{2});
    Q_EMIT m_network->latest()->pongReceived({m_network->latest()->pings.back(), {}, {}});
    advance(5'000ms);
    QCOMPARE(m_prober->state(), ReadyState::Open);
}

void TestProber::pingsOnTheirWayAtTheEndAreNotCounted()
{
    open();
    m_prober->tick();
    Q_EMIT m_network->latest()->closed(ProbeOutcome::Dropped, 1006, {}, true);
    m_reports.clear();
    for (int i = 0; i < 200; ++i) {
        m_clock->advance(100ms);
        m_prober->tick();
        if (!m_network->made.empty() && m_network->latest() && m_prober->state() == ReadyState::Connecting)
            Q_EMIT m_network->latest()->failed(ProbeOutcome::ConnectRefused, 0, {});
    }
    QCOMPARE(last<PingUnanswered>().sequence, std::uint64_t{0});
}

void TestProber::trafficIsReportedOnceASecond()
{
    open();
    m_prober->tick();
    m_reports.clear();
    m_network->latest()->wire = {1'000, 500};
    Q_EMIT m_network->latest()->messageReceived(100);
    Q_EMIT m_network->latest()->messageReceived(23);
    advance(1'000ms);

    auto traffic = last<TrafficCounted>();
    QCOMPARE(traffic.messagesReceived, quint64{2});
    QCOMPARE(traffic.bytesReceived, quint64{123});
    QCOMPARE(traffic.span, std::chrono::nanoseconds{1s});
    QCOMPARE(traffic.wireReceived, quint64{1'000});
    QCOMPARE(traffic.wireSent, quint64{500});
    advance(1'000ms);
    traffic = last<TrafficCounted>();
    QCOMPARE(traffic.messagesReceived, quint64{0});
    QCOMPARE(traffic.wireReceived, quint64{0});
    QCOMPARE(takeNames().count(u"traffic"_s), 2);
}

void TestProber::theLastTrafficIsNotLost()
{
    open();
    m_clock->advance(300ms);
    Q_EMIT m_network->latest()->messageReceived(5);
    Q_EMIT m_network->latest()->closed(ProbeOutcome::Dropped, 1006, {}, true);
    QCOMPARE(last<TrafficCounted>().messagesReceived, quint64{1});
    QCOMPARE(last<TrafficCounted>().span, std::chrono::nanoseconds{300ms});
}

void TestProber::theFirstMessageIsStamped()
{
    open();
    m_clock->advance(7ms);
    Q_EMIT m_network->latest()->messageReceived(1);
    m_clock->advance(1ms);
    Q_EMIT m_network->latest()->messageReceived(1);
    QCOMPARE(last<FirstMessageReceived>().after, std::chrono::nanoseconds{7ms});
    QCOMPARE(takeNames().count(u"first"_s), 1);
}

void TestProber::aPongIsTakenAsStampedWhenItWasRead()
{
    open();
    m_prober->tick();
    const MonotonicTime sent = m_clock->monotonic();
    m_clock->advance(12ms); // the thread was late
    Q_EMIT m_network->latest()->pongReceived({m_network->latest()->pings.back(), sent + 2ms, 1ms});
    QCOMPARE(last<RttMeasured>().rtt, std::chrono::nanoseconds{2ms});
    QCOMPARE(last<RttMeasured>().pathRtt.value(), std::chrono::nanoseconds{1ms});
}

void TestProber::aSilentPathIsToldFromASilentService_data()
{
    QTest::addColumn<bool>("isPathSilent");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("the peer's system acknowledges") << false << ProbeOutcome::PongTimeout;
    QTest::newRow("nothing is acknowledged") << true << ProbeOutcome::PathDead;
}

void TestProber::aSilentPathIsToldFromASilentService()
{
    QFETCH(bool, isPathSilent);
    QFETCH(ProbeOutcome, outcome);
    open();
    m_network->latest()->pathSilent = isPathSilent;
    advance(20'000ms);
    const auto wasClosed = std::ranges::find_if(m_reports, [](const ProbeReport &report) {
        const auto *step = std::get_if<StateChanged>(&report.event);
        return step && step->transition.to == ReadyState::Closed;
    });
    QVERIFY(wasClosed != m_reports.end());
    QCOMPARE(std::get<StateChanged>(wasClosed->event).outcome, outcome);
    QCOMPARE(std::get<StateChanged>(wasClosed->event).closeCode, 1006);
}

void TestProber::backoffStartsAnewOnlyAfterALastingConnection_data()
{
    QTest::addColumn<int>("uptime");
    QTest::addColumn<int>("attempt");
    QTest::newRow("29.9 s: a flapping service") << 29'900 << 2;
    QTest::newRow("30 s") << 30'000 << 1;
}

void TestProber::backoffStartsAnewOnlyAfterALastingConnection()
{
    QFETCH(int, uptime);
    QFETCH(int, attempt);
    m_prober->start();
    Q_EMIT m_network->latest()->failed(ProbeOutcome::ConnectRefused, 0, {});
    m_clock->advance(last<RetryScheduled>().at - m_clock->now());
    m_prober->tick();
    Q_EMIT m_network->latest()->connected();
    Q_EMIT m_network->latest()->opened();
    m_clock->advance(std::chrono::milliseconds{uptime});
    Q_EMIT m_network->latest()->closed(ProbeOutcome::Dropped, 1006, {}, true);

    QCOMPARE(last<RetryScheduled>().attempt, attempt);
}

void TestProber::stopClosesWith1001()
{
    open();
    m_reports.clear();
    m_prober->stop();
    QCOMPARE(m_network->latest()->closeCode, 1001);
    QCOMPARE(m_prober->state(), ReadyState::Closing);
    Q_EMIT m_network->latest()->closed(ProbeOutcome::ClosedLocally, 1001, {}, false);

    QCOMPARE(last<StateChanged>().outcome, ProbeOutcome::ClosedLocally);
    QCOMPARE(takeNames(), u"closing closed"_s);
    QCOMPARE(m_prober->nextDue(), MonotonicTime::max());
}

void TestProber::stopDropsAPeerThatDoesNotPlayAlong()
{
    open();
    const QPointer<test::FakeTransport> transport = m_network->latest();
    m_prober->stop();
    m_clock->advance(5s);
    m_prober->tick();
    QVERIFY(transport->aborted);
    QCOMPARE(m_prober->state(), ReadyState::Closed);
    QCOMPARE(last<StateChanged>().outcome, ProbeOutcome::ClosedLocally);
}

void TestProber::stopEndsAnAttempt()
{
    m_prober->start();
    m_prober->stop();
    QCOMPARE(last<AttemptFinished>().outcome, ProbeOutcome::ClosedLocally);
    QCOMPARE(takeNames(), u"connecting attempt closed"_s);
    QCOMPARE(m_prober->nextDue(), MonotonicTime::max());
}

void TestProber::stopEndsTheWaitForTheNextAttempt()
{
    m_prober->start();
    Q_EMIT m_network->latest()->failed(ProbeOutcome::ConnectRefused, 0, {});
    m_prober->stop();
    m_clock->advance(1h);
    m_prober->tick();
    QCOMPARE(m_network->made.size(), std::size_t{1});
}

void TestProber::whatIsWrongOnThisSideIsNoAttempt_data()
{
    QTest::addColumn<ProbeSetupError>("problem");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("no secret") << ProbeSetupError{CredentialError{}} << ProbeOutcome::SecretMissing;
    QTest::newRow("no token") << ProbeSetupError{CredentialError{
        .kind = CredentialError::Kind::CommandFailed}}
                              << ProbeOutcome::SetupFailed;
    QTest::newRow("no certificate") << ProbeSetupError{TlsSetupError{}} << ProbeOutcome::SetupFailed;
    QTest::newRow("no way") << ProbeSetupError{ProxyError{}} << ProbeOutcome::SetupFailed;
}

void TestProber::whatIsWrongOnThisSideIsNoAttempt()
{
    QFETCH(ProbeSetupError, problem);
    QFETCH(ProbeOutcome, outcome);
    make(targetAt(u"ws://host/"_s), {.problem = problem});
    m_prober->start();
    QVERIFY(m_network->made.empty());
    QCOMPARE(last<AttemptFinished>().outcome, outcome);
    QVERIFY(last<AttemptFinished>().problem == problem);
    QCOMPARE(m_prober->state(), ReadyState::Closed);
    QCOMPARE(takeNames(), u"attempt retry"_s);

    m_prober->setAccess({.authorization = "Bearer late"});
    m_clock->advance(16s);
    m_prober->tick();
    QCOMPARE(m_network->latest()->usedAuthorization, QByteArray("Bearer late"));
}

void TestProber::nextDueIsWhenTickHasSomethingToDo()
{
    QCOMPARE(m_prober->nextDue(), MonotonicTime::max());
    open();
    const MonotonicTime opened = m_clock->monotonic();
    QCOMPARE(m_prober->nextDue(), opened);
    m_prober->tick();
    QCOMPARE(m_prober->nextDue(), opened + 1s);
    Q_EMIT m_network->latest()->closed(ProbeOutcome::Dropped, 1006, {}, true);
    QCOMPARE(m_prober->nextDue() - m_clock->monotonic(), last<RetryScheduled>().at - m_clock->now());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestProber)
#include "tst_prober.moc"
