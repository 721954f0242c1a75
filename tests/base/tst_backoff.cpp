// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/backoff.h"

#include <QTest>

#include <set>

namespace sockeye {

using namespace std::chrono_literals;

class TestBackoff final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachWaitStaysWithinItsBounds_data();
    void eachWaitStaysWithinItsBounds();
    void theFloorIsNeverUndercut();
    void resetBeginsAgain();
    void oneSeedGivesOneSequence();
    void clientsComeBackAtDifferentMoments();
    void aThousandAttemptsDoNotOverflow();
};

namespace {

using Waits = std::vector<std::chrono::milliseconds>;

Waits waitsOf(Backoff::Config config, std::uint64_t seed, int count)
{
    Backoff backoff(config, RandomSource{seed});
    Waits waits;
    for (int i = 0; i < count; ++i)
        waits.push_back(backoff.next());
    return waits;
}

} // namespace

void TestBackoff::eachWaitStaysWithinItsBounds_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<int>("highest");
    QTest::newRow("first") << 0 << 500;
    QTest::newRow("second") << 1 << 1000;
    QTest::newRow("third") << 2 << 2000;
    QTest::newRow("sixth") << 5 << 16'000;
    QTest::newRow("capped") << 6 << 30'000;
    QTest::newRow("long after") << 40 << 30'000;
}

void TestBackoff::eachWaitStaysWithinItsBounds()
{
    QFETCH(int, attempt);
    QFETCH(int, highest);
    std::chrono::milliseconds least = 1h;
    std::chrono::milliseconds most = 0ms;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto wait = waitsOf({}, seed, attempt + 1).back();
        least = std::min(least, wait);
        most = std::max(most, wait);
    }
    QVERIFY(least >= 50ms);
    QVERIFY(most <= std::chrono::milliseconds{highest});
    // The whole span is used, not its upper half only.
    QVERIFY(least < std::chrono::milliseconds{highest / 4});
    QVERIFY(most > std::chrono::milliseconds{highest / 4 * 3});
}

void TestBackoff::theFloorIsNeverUndercut()
{
    // A floor above every bound leaves no room for chance.
    QCOMPARE(waitsOf({.base = 10ms, .cap = 40ms, .floor = 50ms}, 1, 3), (Waits{50ms, 50ms, 50ms}));
    QCOMPARE(waitsOf({.base = 10ms, .cap = 10ms, .floor = 10ms}, 1, 2), (Waits{10ms, 10ms}));
}

void TestBackoff::resetBeginsAgain()
{
    Backoff backoff({}, RandomSource{1});
    for (int i = 0; i < 10; ++i)
        static_cast<void>(backoff.next());
    QCOMPARE(backoff.attempt(), 10);
    backoff.reset();
    QCOMPARE(backoff.attempt(), 0);
    QVERIFY(backoff.next() <= 500ms);
    QCOMPARE(backoff.attempt(), 1);
}

void TestBackoff::oneSeedGivesOneSequence()
{
    QCOMPARE(waitsOf({}, 7, 20), waitsOf({}, 7, 20));
    QVERIFY(waitsOf({}, 7, 20) != waitsOf({}, 8, 20));
}

void TestBackoff::clientsComeBackAtDifferentMoments()
{
    std::set<std::chrono::milliseconds> moments;
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        moments.insert(waitsOf({}, seed, 7).back());
    QVERIFY(moments.size() > 90);
}

void TestBackoff::aThousandAttemptsDoNotOverflow()
{
    for (const auto wait : waitsOf({}, 3, 1000)) {
        QVERIFY(wait >= 50ms);
        QVERIFY(wait <= 30s);
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestBackoff)
#include "tst_backoff.moc"
