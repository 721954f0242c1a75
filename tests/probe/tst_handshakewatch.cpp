// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/handshakewatch.h"

#include "tests/support/fakeclock.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ProbeTarget targetAt(const QString &url)
{
    ProbeTarget target;
    target.url = QUrl(url);
    target.module.resolveTimeout = 1s;
    target.module.connectTimeout = 2s;
    target.module.tlsTimeout = 3s;
    target.module.upgradeTimeout = 4s;
    return target;
}

// One letter a step, each a millisecond after the one before: resolved, connected, encrypted, opened.
void play(HandshakeWatch &watch, const QString &steps, test::FakeClock &clock)
{
    for (const QChar step : steps) {
        clock.advance(1ms);
        if (step == u'r')
            watch.resolved(clock.monotonic());
        else if (step == u'c')
            watch.connected(clock.monotonic());
        else if (step == u'e')
            watch.encrypted(clock.monotonic());
        else
            watch.opened(clock.monotonic());
    }
}

QString inMilliseconds(const std::optional<std::chrono::nanoseconds> &duration)
{
    return duration ? QString::number(*duration / 1ms) : u"-"_s;
}

} // namespace

class TestHandshakeWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachPhaseHasItsDuration_data();
    void eachPhaseHasItsDuration();
    void eachPhaseHasItsTimeLimit_data();
    void eachPhaseHasItsTimeLimit();
};

void TestHandshakeWatch::eachPhaseHasItsDuration_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("durations");
    QTest::newRow("ws with a name") << u"ws://host"_s << u"rco"_s << u"1 1 - 1 3"_s;
    QTest::newRow("wss with a name") << u"wss://host"_s << u"rceo"_s << u"1 1 1 1 4"_s;
    QTest::newRow("an address has no resolve phase") << u"ws://127.0.0.1"_s << u"rco"_s << u"- 2 - 1 3"_s;
    QTest::newRow("IPv6 as well") << u"ws://[::1]:80/"_s << u"co"_s << u"- 1 - 1 2"_s;
    QTest::newRow("no word of the resolving") << u"ws://host"_s << u"co"_s << u"- - - 1 2"_s;
    QTest::newRow("given up while connecting") << u"ws://host"_s << u"r"_s << u"1 - - - -"_s;
}

void TestHandshakeWatch::eachPhaseHasItsDuration()
{
    QFETCH(QString, url);
    QFETCH(QString, steps);
    QFETCH(QString, durations);
    test::FakeClock clock;
    HandshakeWatch watch;
    watch.start(targetAt(url), clock.monotonic());

    play(watch, steps, clock);

    const PhaseDurations &d = watch.durations();
    const QStringList found{inMilliseconds(d.resolve), inMilliseconds(d.connect), inMilliseconds(d.tls),
        inMilliseconds(d.upgrade), inMilliseconds(d.total)};
    QCOMPARE(found.join(u' '), durations);
}

void TestHandshakeWatch::eachPhaseHasItsTimeLimit_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<int>("limit");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("resolving") << u"wss://host"_s << u""_s << 1'000 << ProbeOutcome::ResolveFailed;
    QTest::newRow("connecting") << u"wss://host"_s << u"r"_s << 2'000 << ProbeOutcome::ConnectTimeout;
    QTest::newRow("to an address") << u"wss://10.0.0.1"_s << u""_s << 2'000 << ProbeOutcome::ConnectTimeout;
    QTest::newRow("encrypting") << u"wss://host"_s << u"rc"_s << 3'000 << ProbeOutcome::TlsTimeout;
    QTest::newRow("upgrading ws") << u"ws://host"_s << u"rc"_s << 4'000 << ProbeOutcome::UpgradeTimeout;
    QTest::newRow("upgrading wss") << u"wss://host"_s << u"rce"_s << 4'000 << ProbeOutcome::UpgradeTimeout;
}

void TestHandshakeWatch::eachPhaseHasItsTimeLimit()
{
    QFETCH(QString, url);
    QFETCH(QString, steps);
    QFETCH(int, limit);
    QFETCH(ProbeOutcome, outcome);
    test::FakeClock clock;
    HandshakeWatch watch;
    watch.start(targetAt(url), clock.monotonic());

    play(watch, steps, clock);

    QCOMPARE(
        watch.deadline() - clock.monotonic(), std::chrono::nanoseconds{std::chrono::milliseconds{limit}});
    QCOMPARE(watch.outcomeOfTimeout(), outcome);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHandshakeWatch)
#include "tst_handshakewatch.moc"
