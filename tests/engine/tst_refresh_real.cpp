// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/rangeconsole.h"
#include "tests/support/realprometheus.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sockeye {

namespace {

constexpr int soon = 60'000; // ms, for a machine that is busy with other things
constexpr std::chrono::milliseconds step = test::RangeConsole::step;
constexpr std::chrono::milliseconds shown = 10min;
// The one has a past from before the start, the other is scraped now.
const auto expression = u"{__name__=~\"up|filled\"}"_s;

//! Of the present.
struct Console {
    explicit Console(const QUrl &url)
        : range(url, clock, expression, shown)
    {
    }

    [[nodiscard]] RangeOutcome ask(Timestamp end, RangeWish::Depth depth = RangeWish::Depth::News)
    {
        return range.ask(end, depth);
    }

    SystemClock clock;
    test::RangeConsole range;
};

QByteArray pastUntil(Timestamp end)
{
    QByteArray text;
    int value = 0;
    for (Timestamp at = end - 2 * shown; at <= end; at += step)
        text += "filled " + QByteArray::number(++value % 97) + ' '
            + QByteArray::number(static_cast<double>(toMilliseconds(at)) / 1'000.0, 'f', 3) + '\n';
    return text + "# EOF\n";
}

} // namespace

//! The scheduler refreshing from a real server that scrapes itself each second.
class TestRefreshReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRestartLosesNothingAndInventsNothing();
    void anAbortedQueryFreesItsConnection();

private:
    std::unique_ptr<test::RealPrometheus> m_server;
};

void TestRefreshReal::initTestCase()
{
    if (!test::RealPrometheus::isInstalled() && !test::RealPrometheus::isRequired())
        QSKIP("every test of this program was skipped: there is no prometheus");
    test::RealPrometheus::Options options;
    options.config = "global: {scrape_interval: 1s}\n"
                     "scrape_configs: [{job_name: self, static_configs: [{targets: ['${SELF}']}]}]\n";
    options.openMetrics = pastUntil(SystemClock().now());
    auto server = test::RealPrometheus::start(options);
    QVERIFY2(server, server ? "" : qPrintable(server.error()));
    m_server = std::move(*server);
}

void TestRefreshReal::aRestartLosesNothingAndInventsNothing()
{
    Console console(m_server->url());
    const auto hasBoth = [&console] {
        const RangeOutcome outcome = console.ask(console.clock.now());
        return outcome && outcome->series.size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasBoth(), soon);
    const auto hasReused = [&] {
        const EndpointTraffic traffic = console.range.scheduler.traffic();
        return hasBoth() && traffic.samplesReused > traffic.samplesDecoded;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasReused(), soon);
    const EndpointTraffic before = console.range.scheduler.traffic();

    m_server->kill();
    for (int i = 0; i < 2; ++i)
        QVERIFY(!console.ask(console.clock.now()));
    QCOMPARE(console.range.scheduler.traffic().samplesHeld, before.samplesHeld);
    const auto restarted = m_server->restart();
    QVERIFY2(restarted, restarted ? "" : qPrintable(restarted.error()));
    QTRY_VERIFY_WITH_TIMEOUT(hasBoth(), soon);

    // About one moment, as soon as the server has no more to add to it.
    const Timestamp moment = console.clock.now();
    Console other(m_server->url());
    const auto isSame = [&] {
        const RangeOutcome merged = console.ask(moment);
        const RangeOutcome whole = other.ask(moment, RangeWish::Depth::Everything);
        return merged && whole && whole->series.size() == 2 && merged->lateSamples == 0
            && test::isSame(*merged, *whole);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSame(), soon);
}

void TestRefreshReal::anAbortedQueryFreesItsConnection()
{
    Console console(m_server->url());
    auto context = std::make_unique<QObject>();
    bool isHeard = false;
    const Timestamp now = console.clock.now();
    console.range.scheduler.askRange({{expression, {now - shown, now}, step}}, context.get(),
        [&isHeard](const RangeOutcome &) { isHeard = true; });
    QTRY_COMPARE_WITH_TIMEOUT(console.range.scheduler.traffic().inFlight, 1U, soon);
    context.reset();
    QTRY_COMPARE_WITH_TIMEOUT(console.range.scheduler.traffic().inFlight, 0U, soon);
    QCOMPARE(console.range.scheduler.traffic().aborted, 1U);
    QVERIFY(console.ask(now)); // the connection is free for the next one
    QVERIFY(!isHeard);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestRefreshReal)

#include "tst_refresh_real.moc"
