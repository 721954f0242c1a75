// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/queryscheduler.h"

#include "tests/engine/rangeserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/nosecrets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

constexpr int soon = 60'000; // ms, for a machine that is busy with other things
constexpr std::chrono::milliseconds step = 15s;

//! Somebody who asks, and what was heard.
struct Asker {
    QObject context;
    std::vector<RangeOutcome> answers;
    int instants = 0;
};

} // namespace

//! The scheduler over a server that knows the truth, on a clock that the test moves.
class TestQueryScheduler final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aRefreshAsksForTheTail();
    void whatIsMergedIsWhatTheServerKnows();
    void panelsOfDifferentLengthsShare();
    void theLongerOneWaitsForTheShorter();
    void theWayBackFromThePastIsShort();
    void aClockThatJumpedAsksEverything();
    void lateSamplesAreToldAndAskedAgainOnRequest();
    void holesOfAPartialAnswerAreFilled();
    void whatTheStoreDroppedIsAskedAgain();
    void aLimitOfTheServerIsLearned();
    void slowPanelsDoNotDelayARule();
    void whatNobodyWaitsForIsAborted_data();
    void whatNobodyWaitsForIsAborted();
    void anAnswerThatSomebodyWaitsForGoesOn();
    void panelsWaitForTheEndOfABackoff_data();
    void panelsWaitForTheEndOfABackoff();
    void trafficIsCounted();

private:
    QueryScheduler::Ticket ask(Asker &asker, std::chrono::milliseconds length,
        RangeWish::Depth depth = RangeWish::Depth::News, const QString &expression = u"x"_s);
    //! Asks and waits for the answer.
    [[nodiscard]] RangeAnswer answerTo(
        std::chrono::milliseconds length, RangeWish::Depth depth = RangeWish::Depth::News);
    [[nodiscard]] RangeAnswer answerAbout(const TimeRange &range);
    void askInstant(Asker &asker);
    [[nodiscard]] TimeRange lastAsked() const { return m_server->asked.back(); }
    [[nodiscard]] bool isTrue(const RangeAnswer &answer, const TimeRange &range) const;

    std::unique_ptr<test::FakeClock> m_clock;
    test::NoSecrets m_secrets;
    std::unique_ptr<test::RangeServer> m_server;
    std::unique_ptr<PrometheusClient> m_client;
    std::unique_ptr<SeriesStore> m_store;
    std::unique_ptr<QueryScheduler> m_scheduler;
};

void TestQueryScheduler::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_server = std::make_unique<test::RangeServer>();
    HttpConfig config;
    config.baseUrl = m_server->url();
    m_client = std::make_unique<PrometheusClient>(config, m_secrets, *m_clock);
    m_store = std::make_unique<SeriesStore>(SeriesStore::Limits{.maxBytes = 10'000'000});
    m_scheduler = std::make_unique<QueryScheduler>(
        EndpointId{u"prometheus"_s}, *m_client, *m_store, *m_clock, RandomSource(7));
}

void TestQueryScheduler::cleanup()
{
    m_scheduler.reset();
    m_client.reset();
    m_server.reset();
}

QueryScheduler::Ticket TestQueryScheduler::ask(
    Asker &asker, std::chrono::milliseconds length, RangeWish::Depth depth, const QString &expression)
{
    const Timestamp now = m_clock->now();
    return m_scheduler->askRange({{expression, {now - length, now}, step}, depth}, &asker.context,
        [&asker](const RangeOutcome &outcome) { asker.answers.push_back(outcome); });
}

RangeAnswer TestQueryScheduler::answerTo(std::chrono::milliseconds length, RangeWish::Depth depth)
{
    Asker asker;
    ask(asker, length, depth);
    return QTest::qWaitFor([&asker] { return !asker.answers.empty(); }, soon) && asker.answers.front()
        ? *asker.answers.front()
        : RangeAnswer();
}

RangeAnswer TestQueryScheduler::answerAbout(const TimeRange &range)
{
    Asker asker;
    m_scheduler->askRange({{u"x"_s, range, step}}, &asker.context,
        [&asker](const RangeOutcome &outcome) { asker.answers.push_back(outcome); });
    return QTest::qWaitFor([&asker] { return !asker.answers.empty(); }, soon) && asker.answers.front()
        ? *asker.answers.front()
        : RangeAnswer();
}

void TestQueryScheduler::askInstant(Asker &asker)
{
    m_scheduler->askInstant(u"rule"_s, &asker.context, [&asker](const QueryOutcome &) { ++asker.instants; });
}

bool TestQueryScheduler::isTrue(const RangeAnswer &answer, const TimeRange &range) const
{
    if (answer.series.size() != 1)
        return false;
    const TimeSeries &series = *answer.series.front();
    Timestamp expected = range.begin;
    for (std::size_t i = 0; i < series.size(); ++i, expected += step) {
        if (series.times[i] != expected || series.values[i] != m_server->valueAt(expected))
            return false;
    }
    return expected == range.end + step;
}

void TestQueryScheduler::aRefreshAsksForTheTail()
{
    const Timestamp start = m_clock->now();
    QVERIFY(isTrue(answerTo(1h), {start - 1h, start}));
    QCOMPARE(lastAsked(), (TimeRange{start - 1h, start}));
    m_clock->advance(15s);
    QVERIFY(isTrue(answerTo(1h), {start - 1h + 15s, start + 15s}));
    QCOMPARE(lastAsked(), (TimeRange{start - 60s, start + 15s}));
}

//! Over ten minutes of refreshes with samples that come up to a minute late, of a machine that sleeps once.
void TestQueryScheduler::whatIsMergedIsWhatTheServerKnows()
{
    RandomSource random(20'260'104);
    for (int i = 0; i < 40; ++i) {
        m_clock->advance(15s);
        if (i == 20)
            m_clock->jump(20min);
        const Timestamp now = m_clock->now();
        QVERIFY(isTrue(answerTo(1h), {now - 1h, now}));
        m_server->corrections[now - step * static_cast<int>(random.bits() % 4)] = i;
    }
    QVERIFY(m_scheduler->traffic().samplesDecoded < 40 * 241 / 10);
}

void TestQueryScheduler::panelsOfDifferentLengthsShare()
{
    const Timestamp start = m_clock->now();
    QVERIFY(isTrue(answerTo(1h), {start - 1h, start}));
    QVERIFY(isTrue(answerTo(15min), {start - 15min, start}));
    QCOMPARE(m_server->asked.size(), 1U);
    m_clock->advance(15s);
    QVERIFY(isTrue(answerTo(15min), {start - 15min + 15s, start + 15s}));
    QVERIFY(isTrue(answerTo(1h), {start - 1h + 15s, start + 15s})); // the short one did not trim it away
    QCOMPARE(m_server->asked.size(), 2U);
}

void TestQueryScheduler::theLongerOneWaitsForTheShorter()
{
    Asker asker;
    m_server->isStalled = true;
    ask(asker, 15min);
    ask(asker, 1h);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked.size(), 1U, soon);
    m_server->release();
    QTRY_COMPARE_WITH_TIMEOUT(asker.answers.size(), 2U, soon);
    const Timestamp now = m_clock->now();
    QCOMPARE(m_server->asked.size(), 2U);
    QCOMPARE(lastAsked(), (TimeRange{now - 1h, now - 15min - step})); // what was missing, and no more
    QVERIFY(isTrue(*asker.answers.back(), {now - 1h, now}));
}

void TestQueryScheduler::theWayBackFromThePastIsShort()
{
    const Timestamp start = m_clock->now();
    QVERIFY(!answerTo(1h).series.empty());
    const TimeRange yesterday{start - 25h, start - 24h};
    QVERIFY(isTrue(answerAbout(yesterday), yesterday));
    QCOMPARE(lastAsked(), yesterday);
    QVERIFY(isTrue(answerAbout(yesterday), yesterday));
    QCOMPARE(m_server->asked.size(), 2U);
    const TimeRange half{start - 90min, start - 30min};
    QVERIFY(isTrue(answerAbout(half), half));
    QCOMPARE(lastAsked(), (TimeRange{start - 90min, start - 1h - step}));
    m_clock->advance(30s);
    QVERIFY(isTrue(answerTo(1h), {start - 1h + 30s, start + 30s}));
    QCOMPARE(lastAsked(), (TimeRange{start - 60s, start + 30s}));
}

void TestQueryScheduler::aClockThatJumpedAsksEverything()
{
    const Timestamp start = m_clock->now();
    QVERIFY(!answerTo(1h).series.empty());
    m_scheduler->setClockOffset(30min);
    const RangeAnswer answer = answerTo(1h);
    QCOMPARE(lastAsked(), (TimeRange{start - 30min, start + 30min}));
    QCOMPARE(answer.series.front()->times.back(), start); // in local time
}

void TestQueryScheduler::lateSamplesAreToldAndAskedAgainOnRequest()
{
    const Timestamp start = m_clock->now();
    QCOMPARE(answerTo(1h).lateSamples, 0U);
    m_server->corrections = {{start - 5min, 1.0}, {start - 30min, 2.0}};
    m_clock->advance(1min);
    QCOMPARE(answerTo(1h).lateSamples, 0U); // nobody looked so far back
    m_clock->advance(1min);
    const RangeAnswer reconciled = answerTo(1h);
    QCOMPARE(lastAsked().begin, start + 2min - 10min);
    QCOMPARE(reconciled.lateSamples, 1U);
    const TimeRange shown{start - 1h + 2min, start + 2min};
    QVERIFY(!isTrue(reconciled, shown));
    const RangeAnswer anew = answerTo(1h, RangeWish::Depth::Everything);
    QVERIFY(isTrue(anew, shown));
    QCOMPARE(anew.lateSamples, 0U);
}

void TestQueryScheduler::holesOfAPartialAnswerAreFilled()
{
    m_server->isPartial = true;
    QVERIFY(answerTo(1h).isPartial);
    m_server->isPartial = false;
    m_clock->advance(step);
    QVERIFY(answerTo(1h).isPartial); // of the tail alone, which is whole
    m_clock->advance(step);
    const TimeRange now{m_clock->now() - 1h, m_clock->now()};
    const RangeAnswer filled = answerTo(1h);
    QVERIFY(!filled.isPartial);
    QVERIFY(isTrue(filled, now));
    m_clock->advance(step);
    QVERIFY(!answerTo(1h).isPartial);
    QVERIFY(lastAsked().length() < 10min);
}

void TestQueryScheduler::whatTheStoreDroppedIsAskedAgain()
{
    const Timestamp start = m_clock->now();
    QVERIFY(!answerTo(1h).series.empty());
    m_store->trim(start);
    m_store->trim(start + 48h);
    QVERIFY(isTrue(answerTo(1h), {start - 1h, start}));
    QCOMPARE(m_server->asked.size(), 2U);
}

void TestQueryScheduler::aLimitOfTheServerIsLearned()
{
    m_server->maxPoints = 100;
    const Timestamp start = m_clock->now();
    QVERIFY(isTrue(answerTo(1h), {start - 1h, start}));
    QCOMPARE(m_server->asked.size(), 4U); // one that was too long, and three parts
    m_clock->advance(15s);
    QVERIFY(isTrue(answerTo(1h, RangeWish::Depth::Everything), {start - 1h + 15s, start + 15s}));
    QCOMPARE(m_server->asked.size(), 7U);
}

void TestQueryScheduler::slowPanelsDoNotDelayARule()
{
    Asker panels;
    Asker rule;
    m_server->isStalled = true;
    for (int i = 0; i < 8; ++i)
        ask(panels, 1h, RangeWish::Depth::News, u"slow%1"_s.arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked.size(), 5U, soon);
    QCOMPARE(m_scheduler->traffic().inFlight, 5U);
    QCOMPARE(m_scheduler->traffic().waiting, 3U);
    askInstant(rule);
    QTRY_COMPARE_WITH_TIMEOUT(rule.instants, 1, soon);
    QCOMPARE(m_server->asked.size(), 5U);
    QVERIFY(panels.answers.empty());
    m_server->release();
    QTRY_COMPARE_WITH_TIMEOUT(panels.answers.size(), 8U, soon);
}

void TestQueryScheduler::whatNobodyWaitsForIsAborted_data()
{
    QTest::addColumn<bool>("dies");
    QTest::newRow("the range changed") << false;
    QTest::newRow("the panel is gone") << true;
}

void TestQueryScheduler::whatNobodyWaitsForIsAborted()
{
    QFETCH(bool, dies);
    auto asker = std::make_unique<Asker>();
    m_server->isStalled = true;
    const auto ticket = ask(*asker, 1h);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked.size(), 1U, soon);
    if (dies)
        asker.reset();
    else
        m_scheduler->cancel(ticket);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->disconnects, 1, soon);
    QTRY_COMPARE_WITH_TIMEOUT(m_scheduler->traffic().inFlight, 0U, soon);
    QCOMPARE(m_scheduler->traffic().aborted, 1U);
    QVERIFY(!asker || asker->answers.empty());
}

void TestQueryScheduler::anAnswerThatSomebodyWaitsForGoesOn()
{
    Asker one;
    Asker two;
    m_server->isStalled = true;
    const auto ticket = ask(one, 1h);
    ask(two, 1h);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->asked.size(), 1U, soon);
    m_scheduler->cancel(ticket);
    m_server->release();
    QTRY_COMPARE_WITH_TIMEOUT(two.answers.size(), 1U, soon);
    QVERIFY(one.answers.empty());
    QCOMPARE(m_server->asked.size(), 1U);
}

void TestQueryScheduler::panelsWaitForTheEndOfABackoff_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<int>("seconds");
    QTest::newRow("429 with Retry-After") << QByteArray("429 Too Many Requests\r\nRetry-After: 40") << 40;
    QTest::newRow("503 with Retry-After") << QByteArray("503 Service Unavailable\r\nRetry-After: 50") << 50;
    QTest::newRow("502 of a proxy") << QByteArray("502 Bad Gateway") << 0;
}

void TestQueryScheduler::panelsWaitForTheEndOfABackoff()
{
    QFETCH(QByteArray, refusal);
    QFETCH(int, seconds);
    Asker asker;
    m_server->refusal = refusal;
    ask(asker, 1h);
    QTRY_COMPARE_WITH_TIMEOUT(asker.answers.size(), 1U, soon);
    QVERIFY(!asker.answers.front());
    m_server->refusal.clear();

    ask(asker, 1h);
    askInstant(asker);
    QTRY_COMPARE_WITH_TIMEOUT(asker.instants, 1, soon); // rules must find out when it is back
    // The answer to a rule says that the server is back, unless it named a time itself.
    if (seconds > 0) {
        m_clock->advance(std::chrono::seconds{seconds} - 1s);
        m_scheduler->tick();
        askInstant(asker);
        QTRY_COMPARE_WITH_TIMEOUT(asker.instants, 2, soon);
        QCOMPARE(m_server->asked.size(), 1U);
        m_clock->advance(1s);
        m_scheduler->tick();
    }
    QTRY_COMPARE_WITH_TIMEOUT(asker.answers.size(), 2U, soon);
    QVERIFY(asker.answers.back());
}

void TestQueryScheduler::trafficIsCounted()
{
    QVERIFY(!m_scheduler->traffic().reuseRatio());
    QVERIFY(!answerTo(1h).series.empty());
    m_clock->advance(15s);
    QVERIFY(!answerTo(1h).series.empty());
    m_server->refusal = "500 Internal Server Error";
    m_clock->advance(15s);
    QVERIFY(answerTo(1h).series.empty());
    m_scheduler->countSkipped();

    const EndpointTraffic traffic = m_scheduler->traffic();
    QCOMPARE(traffic.sent, 3U);
    QCOMPARE(traffic.failed, 1U);
    QCOMPARE(traffic.skipped, 1U);
    QCOMPARE(traffic.aborted, 0U);
    QCOMPARE(traffic.inFlight, 0U);
    QCOMPARE(traffic.samplesDecoded, 241U + 6U);
    QCOMPARE(traffic.samplesReused, 241U - 6U);
    QCOMPARE(traffic.samplesHeld, 241U);
    QCOMPARE(traffic.bytesHeld, 241U * 16U);
    QVERIFY(traffic.bytesReceived > 247U * 20U);
    QVERIFY(traffic.p50 && traffic.p95 && *traffic.p50 <= *traffic.p95);
    QCOMPARE(traffic.lastFailure->error.status, 500);
    QCOMPARE(traffic.lastFailure->at, m_clock->now());
    QCOMPARE(*traffic.reuseRatio(), 235.0 / 482.0);
    // Of one expression only the last query, and the failed one is the one that was sent.
    QCOMPARE(traffic.recent.size(), 1U);
    QVERIFY(traffic.recent.front().hasFailed);
    QCOMPARE(traffic.recent.front().query, traffic.lastFailure->query);
    QCOMPARE(std::get<RangeQuery>(traffic.lastFailure->query).range.length(), 75s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestQueryScheduler)

#include "tst_queryscheduler.moc"
