// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/pingschedule.h"

#include "tests/support/fakeclock.h"

#include <QTest>

namespace sockeye {

using namespace std::chrono_literals;

class TestPingSchedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstPingIsDueAtOnce();
    void theScheduleDoesNotWaitForPongs();
    void missedPingsAreSkippedAndTheLatenessKept();
    void thePayloadIsSequenceAndStamp();
    void aPongGivesTheRttOfItsOwnPing();
    void aPongSettlesOlderPingsAsCoalesced();
    void aForeignPongSettlesNothing_data();
    void aForeignPongSettlesNothing();
    void aPingExpiresOnce();
    void aLatePongIsASignOfLifeButNoRtt();
    void ourOwnStallSpoilsThePingsOnTheirWay();
    void nextDueIsTheEarlierOfPingAndTimeLimit();

private:
    QByteArray send();

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<PingSchedule> m_pings;
};

void TestPingSchedule::init()
{
    m_clock = std::make_unique<test::FakeClock>();
    m_pings = std::make_unique<PingSchedule>(100ms, 250ms);
    m_pings->start(m_clock->monotonic());
}

QByteArray TestPingSchedule::send()
{
    return m_pings->takeDue(*m_clock).value_or(QByteArray());
}

void TestPingSchedule::theFirstPingIsDueAtOnce()
{
    QCOMPARE(m_pings->nextDue(), m_clock->monotonic());
    QVERIFY(m_pings->takeDue(*m_clock).has_value());
    QVERIFY(!m_pings->takeDue(*m_clock).has_value());
}

void TestPingSchedule::theScheduleDoesNotWaitForPongs()
{
    const MonotonicTime start = m_clock->monotonic();
    for (int n = 1; n <= 3; ++n) {
        QVERIFY(!send().isEmpty());
        m_clock->advance(99ms);
        QVERIFY(send().isEmpty());
        m_clock->advance(1ms);
        QCOMPARE(m_clock->monotonic(), start + n * 100ms);
    }
}

void TestPingSchedule::missedPingsAreSkippedAndTheLatenessKept()
{
    const MonotonicTime start = m_clock->monotonic();
    m_clock->advance(330ms);

    const QByteArray payload = send();
    QVERIFY(send().isEmpty());
    QCOMPARE(m_pings->nextDue(), start + 400ms);

    m_clock->advance(7ms);
    const auto settled = m_pings->settle(payload, m_clock->monotonic());
    QCOMPARE(settled.size(), std::size_t{1});
    QCOMPARE(settled.front().lateness, std::chrono::nanoseconds{330ms});
    QCOMPARE(settled.front().rtt, std::chrono::nanoseconds{7ms});
}

void TestPingSchedule::thePayloadIsSequenceAndStamp()
{
    send();
    m_clock->advance(100ms);
    const QByteArray stamp = QByteArray::number(qint64{m_clock->monotonic().time_since_epoch().count()}, 16)
                                 .rightJustified(16, '0');
    QCOMPARE(send().toHex(), QByteArray("0000000000000002" + stamp));
}

void TestPingSchedule::aPongGivesTheRttOfItsOwnPing()
{
    const Timestamp sentAt = m_clock->now();
    const QByteArray payload = send();
    m_clock->advance(1'500us);

    const auto settled = m_pings->settle(payload, m_clock->monotonic());

    QCOMPARE(settled.size(), std::size_t{1});
    QCOMPARE(settled.front().sequence, std::uint64_t{1});
    QCOMPARE(settled.front().at, sentAt);
    QCOMPARE(settled.front().rtt, std::chrono::nanoseconds{1'500us});
    QVERIFY(!settled.front().coalesced);
    QVERIFY(m_pings->settle(payload, m_clock->monotonic()).empty());
}

void TestPingSchedule::aPongSettlesOlderPingsAsCoalesced()
{
    send();
    m_clock->advance(100ms);
    const QByteArray second = send();
    m_clock->advance(100ms);
    const QByteArray third = send();
    m_clock->advance(5ms);

    const auto settled = m_pings->settle(second, m_clock->monotonic());
    QCOMPARE(settled.size(), std::size_t{2});
    QVERIFY(settled[0].coalesced);
    QCOMPARE(settled[0].rtt, std::chrono::nanoseconds{205ms});
    QVERIFY(!settled[1].coalesced);
    QCOMPARE(settled[1].rtt, std::chrono::nanoseconds{105ms});
    QCOMPARE(m_pings->settle(third, m_clock->monotonic()).size(), std::size_t{1});
}

void TestPingSchedule::aForeignPongSettlesNothing_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("unsolicited and empty") << QByteArray();
    QTest::newRow("too short") << QByteArray(15, '\0');
    QTest::newRow("sequence 0") << QByteArray(16, '\0');
    QTest::newRow("a sequence not sent yet") << QByteArray::fromHex("00000000000000630000000000000001");
    QTest::newRow("our sequence with another stamp")
        << QByteArray::fromHex("00000000000000010000000000000001");
}

void TestPingSchedule::aForeignPongSettlesNothing()
{
    QFETCH(QByteArray, payload);
    const QByteArray own = send();

    QVERIFY(m_pings->settle(payload, m_clock->monotonic()).empty());

    QCOMPARE(m_pings->settle(own, m_clock->monotonic()).size(), std::size_t{1});
}

void TestPingSchedule::aPingExpiresOnce()
{
    const Timestamp sentAt = m_clock->now();
    send();
    m_clock->advance(249ms);
    QVERIFY(m_pings->expire(m_clock->monotonic()).empty());
    m_clock->advance(1ms);

    const auto expired = m_pings->expire(m_clock->monotonic());

    QCOMPARE(expired.size(), std::size_t{1});
    QCOMPARE(expired.front().sequence, std::uint64_t{1});
    QCOMPARE(expired.front().at, sentAt);
    QCOMPARE(expired.front().atLeast, std::chrono::nanoseconds{250ms});
    QCOMPARE(m_pings->unansweredInARow(), 1);
    QVERIFY(m_pings->expire(m_clock->monotonic()).empty());
}

void TestPingSchedule::aLatePongIsASignOfLifeButNoRtt()
{
    const QByteArray payload = send();
    m_clock->advance(250ms);
    QCOMPARE(m_pings->expire(m_clock->monotonic()).size(), std::size_t{1});

    QVERIFY(m_pings->settle(payload, m_clock->monotonic()).empty());

    QCOMPARE(m_pings->unansweredInARow(), 0);
}

void TestPingSchedule::ourOwnStallSpoilsThePingsOnTheirWay()
{
    const QByteArray read = send();
    m_clock->advance(100ms);
    send();
    m_clock->advance(5s); // nobody ticked

    QVERIFY2(m_pings->settle(read, m_clock->monotonic()).empty(), "its RTT would be our own delay");
    QVERIFY2(m_pings->expire(m_clock->monotonic()).empty(), "the pong may be waiting to be read");
    QCOMPARE(m_pings->unansweredInARow(), 0);
    QVERIFY(!send().isEmpty());
}

void TestPingSchedule::nextDueIsTheEarlierOfPingAndTimeLimit()
{
    const MonotonicTime start = m_clock->monotonic();
    send();
    QCOMPARE(m_pings->nextDue(), start + 100ms);
    m_clock->advance(200ms);
    send();
    QCOMPARE(m_pings->nextDue(), start + 250ms);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPingSchedule)
#include "tst_pingschedule.moc"
