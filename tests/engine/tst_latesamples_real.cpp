// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/rangeconsole.h"
#include "tests/http/faultyserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/realprometheus.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::RangeConsole;

namespace {

constexpr std::chrono::milliseconds shown = 40min;
// Prometheus looks back so far for the newest sample.
constexpr std::chrono::milliseconds lookback = 5min;

//! Exports one sample with a time of its own, as a gateway for batch jobs does.
class Exporter final {
public:
    [[nodiscard]] QByteArray address() const
    {
        return "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    }

    void give(int value, Timestamp time)
    {
        m_text = "late " + QByteArray::number(value) + ' ' + QByteArray::number(qint64{toMilliseconds(time)})
            + '\n';
    }

private:
    QByteArray m_text;
    test::FaultyServer m_server{[this](const test::WireRequest &request, QTcpSocket &socket) {
        test::FaultyServer::answer("200 OK", "Content-Type: text/plain\r\n", m_text)(request, socket);
    }};
};

double valueAt(const RangeAnswer &answer, Timestamp time)
{
    for (const TimeSeriesPtr &series : answer.series) {
        const auto found = std::lower_bound(series->times.begin(), series->times.end(), time);
        if (found != series->times.end() && *found == time)
            return series->values[static_cast<std::size_t>(found - series->times.begin())];
    }
    return absentValue();
}

} // namespace

//! A real server that takes samples which come late, and a console that was there before them.
class TestLateSamplesReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void areTakenInWithinTheOverlap();
    void areToldWhenTheyChangeWhatHadSettled();
    void areAskedForOnRequestWhenTheyAreOlder();

private:
    //! \brief Exports \a value for \a ago and waits until the server tells it.
    void arrive(int value, std::chrono::milliseconds ago);
    [[nodiscard]] RangeOutcome whole();

    Exporter m_exporter;
    std::unique_ptr<test::RealPrometheus> m_server;
    Timestamp m_present; //!< where the clock of each test starts, on a whole second
};

void TestLateSamplesReal::initTestCase()
{
    if (!test::RealPrometheus::isInstalled() && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
    test::RealPrometheus::Options options;
    options.config = "global: {scrape_interval: 1s}\n"
                     "storage: {tsdb: {out_of_order_time_window: 2h}}\n"
                     "scrape_configs: [{job_name: late, static_configs: [{targets: ['"
        + m_exporter.address() + "']}]}]\n";
    auto server = test::RealPrometheus::start(options);
    QVERIFY2(server, server ? "" : qPrintable(server.error()));
    m_server = std::move(*server);
}

void TestLateSamplesReal::init()
{
    const auto now = toMilliseconds(SystemClock().now());
    m_present = fromMilliseconds(now - now % 1'000);
}

RangeOutcome TestLateSamplesReal::whole()
{
    test::FakeClock clock;
    clock.jump(m_present - clock.now());
    RangeConsole other(m_server->url(), clock, u"late"_s, shown);
    return other.ask(m_present, RangeWish::Depth::Everything);
}

void TestLateSamplesReal::arrive(int value, std::chrono::milliseconds ago)
{
    const Timestamp time = m_present - ago;
    m_exporter.give(value, time);
    const auto isThere = [&] {
        const RangeOutcome outcome = whole();
        return outcome && valueAt(*outcome, time) == value;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), RangeConsole::patience);
}

void TestLateSamplesReal::areTakenInWithinTheOverlap()
{
    arrive(1, 35min);
    test::FakeClock clock;
    clock.jump(m_present - clock.now());
    RangeConsole console(m_server->url(), clock, u"late"_s, shown);
    QVERIFY(console.ask(m_present));

    arrive(2, 30s);

    clock.advance(1s); // the next refresh: no time for a look further back
    const RangeOutcome merged = console.ask(m_present);
    const RangeOutcome fresh = whole();
    QVERIFY(merged && fresh && test::isSame(*merged, *fresh));
    QCOMPARE(merged->lateSamples, std::size_t{0});
}

void TestLateSamplesReal::areToldWhenTheyChangeWhatHadSettled()
{
    test::FakeClock clock;
    clock.jump(m_present - clock.now());
    RangeConsole console(m_server->url(), clock, u"late"_s, shown);
    QVERIFY(console.ask(m_present));

    arrive(3, 8min);

    clock.advance(1s);
    const RangeOutcome early = console.ask(m_present);
    QVERIFY(early && valueAt(*early, m_present - 8min) != 3);
    clock.advance(2min); // now it looks ten minutes back
    const RangeOutcome merged = console.ask(m_present);
    const RangeOutcome fresh = whole();
    QVERIFY(merged && fresh && test::isSame(*merged, *fresh));
    // Servers of version 2 count both ends of the look back, those of version 3 one.
    QVERIFY(merged->lateSamples >= static_cast<std::size_t>(lookback / RangeConsole::step));
}

void TestLateSamplesReal::areAskedForOnRequestWhenTheyAreOlder()
{
    test::FakeClock clock;
    clock.jump(m_present - clock.now());
    RangeConsole console(m_server->url(), clock, u"late"_s, shown);
    QVERIFY(console.ask(m_present));

    arrive(4, 20min);

    clock.advance(2min);
    const RangeOutcome merged = console.ask(m_present);
    QVERIFY(merged && valueAt(*merged, m_present - 20min) != 4);
    const RangeOutcome asked = console.ask(m_present, RangeWish::Depth::Everything);
    const RangeOutcome fresh = whole();
    QVERIFY(asked && fresh && test::isSame(*asked, *fresh));
    QCOMPARE(valueAt(*asked, m_present - 20min), 4.0);
    QCOMPARE(asked->lateSamples, std::size_t{0});
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestLateSamplesReal)

#include "tst_latesamples_real.moc"
