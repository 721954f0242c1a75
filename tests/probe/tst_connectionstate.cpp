// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/connectionstate.h"

#include "tests/support/fakeclock.h"

#include <QTest>

namespace sockeye {

namespace {

ConnectionState machineIn(ReadyState wanted, const Clock &clock)
{
    ConnectionState machine;
    if (wanted == ReadyState::Closed)
        return machine;
    for (const ReadyState step : {ReadyState::Connecting, ReadyState::Open, ReadyState::Closing}) {
        machine.enter(step, clock);
        if (step == wanted)
            break;
    }
    return machine;
}

} // namespace

class TestConnectionState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStepIsTakenOrRefused_data();
    void aStepIsTakenOrRefused();
    void aStepIsStampedOnBothClocks();
    void onlyOpenToClosedIsAbnormal();
};

void TestConnectionState::aStepIsTakenOrRefused_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("legal");
    const std::array names{"connecting", "open", "closing", "closed"};
    const std::array legal{std::array{false, true, false, true}, std::array{false, false, true, true},
        std::array{false, false, false, true}, std::array{true, false, false, false}};
    for (std::size_t from = 0; from < names.size(); ++from) {
        for (std::size_t to = 0; to < names.size(); ++to) {
            QTest::addRow("%s to %s", names[from], names[to])
                << static_cast<int>(from) << static_cast<int>(to) << legal[from][to];
        }
    }
}

void TestConnectionState::aStepIsTakenOrRefused()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(bool, legal);
    const auto source = static_cast<ReadyState>(from);
    const auto destination = static_cast<ReadyState>(to);
    const test::FakeClock clock;
    ConnectionState machine = machineIn(source, clock);
    QCOMPARE(machine.current(), source);

    const auto step = machine.enter(destination, clock);

    QCOMPARE(ConnectionState::isLegal(source, destination), legal);
    QCOMPARE(step.has_value(), legal);
    QCOMPARE(machine.current(), legal ? destination : source);
    if (!legal)
        QCOMPARE(step.error(), std::pair(source, destination));
}

void TestConnectionState::aStepIsStampedOnBothClocks()
{
    test::FakeClock clock;
    ConnectionState machine;
    clock.advance(std::chrono::milliseconds{1'234});

    const auto step = machine.enter(ReadyState::Connecting, clock);

    QVERIFY(step.has_value());
    const StateTransition expected{
        ReadyState::Closed, ReadyState::Connecting, clock.now(), clock.monotonic(), false};
    QCOMPARE(*step, expected);
}

void TestConnectionState::onlyOpenToClosedIsAbnormal()
{
    const test::FakeClock clock;
    for (const ReadyState from : {ReadyState::Connecting, ReadyState::Open, ReadyState::Closing}) {
        ConnectionState machine = machineIn(from, clock);
        const auto step = machine.enter(ReadyState::Closed, clock);
        QVERIFY(step.has_value());
        QCOMPARE(step->abnormal, from == ReadyState::Open);
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestConnectionState)
#include "tst_connectionstate.moc"
