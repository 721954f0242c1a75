// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/metrics/latencyhistogram.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sockeye {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

constexpr std::array quantiles{0.0, 0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0};

struct Shape {
    const char *name;
    nanoseconds (*draw)(RandomSource &);
};

nanoseconds fromSeconds(double seconds)
{
    return nanoseconds{std::llround(seconds * 1e9)};
}

constexpr std::array shapes{
    Shape{"from 1 us to an hour",
        [](RandomSource &random) { return fromSeconds(std::pow(10.0, random.fraction() * 9.55 - 6.0)); }},
    Shape{"a network with a tail",
        [](RandomSource &random) { return fromSeconds(0.020 / std::pow(1.0 - random.fraction(), 0.5)); }},
    Shape{"two hosts",
        [](RandomSource &random) {
            return (random.bits() % 4 == 0 ? 180ms : 300us) + nanoseconds{random.bits() % 10'000};
        }},
    Shape{"all the same", [](RandomSource &) -> nanoseconds { return 1'234'567ns; }},
};

LatencyHistogram histogramOf(const std::vector<nanoseconds> &latencies)
{
    LatencyHistogram histogram;
    for (const nanoseconds latency : latencies)
        histogram.record(latency);
    return histogram;
}

nanoseconds nearestRank(const std::vector<nanoseconds> &sorted, double q)
{
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

bool isClose(nanoseconds value, nanoseconds exact)
{
    return std::abs(static_cast<double>((value - exact).count()))
        <= 0.01 * static_cast<double>(exact.count());
}

} // namespace

class TestLatencyHistogram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreWithinOnePercent_data();
    void quantilesAreWithinOnePercent();
    void theExtremesAreExact();
    void oneLatencyIsExact_data();
    void oneLatencyIsExact();
    void partsMergeToTheWhole_data();
    void partsMergeToTheWhole();
    void nothingHasNoQuantile();
    void unansweredBoundsTheQuantilesAboveIt_data();
    void unansweredBoundsTheQuantilesAboveIt();
    void aBoundIsNeverAboveTheTruth();
    void bucketsOfPrometheusAreCumulative();
    void countsOfPrometheusNeverGoBack();
    void aMinuteOfPingsIsSmall();
};

void TestLatencyHistogram::quantilesAreWithinOnePercent_data()
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("size");
    for (std::size_t shape = 0; shape < shapes.size(); ++shape) {
        for (const int size : {1, 2, 7, 100, 20'000})
            QTest::addRow("%d of %s", size, shapes[shape].name) << static_cast<int>(shape) << size;
    }
}

void TestLatencyHistogram::quantilesAreWithinOnePercent()
{
    QFETCH(int, shape);
    QFETCH(int, size);
    RandomSource random{7};
    std::vector<nanoseconds> latencies(static_cast<std::size_t>(size));
    std::ranges::generate(latencies, [&] { return shapes[static_cast<std::size_t>(shape)].draw(random); });
    const LatencyHistogram histogram = histogramOf(latencies);
    std::ranges::sort(latencies);

    QCOMPARE(histogram.count(), latencies.size());
    for (const double q : quantiles) {
        const auto quantile = histogram.quantile(q);
        QVERIFY(quantile.has_value());
        QVERIFY(!quantile->isAtLeast);
        const nanoseconds exact = nearestRank(latencies, q);
        QVERIFY2(isClose(quantile->value, exact),
            qPrintable(QStringLiteral("q %1: %2 for %3")
                           .arg(q)
                           .arg(static_cast<qint64>(quantile->value.count()))
                           .arg(static_cast<qint64>(exact.count()))));
    }
}

void TestLatencyHistogram::theExtremesAreExact()
{
    const LatencyHistogram histogram = histogramOf({3'001ns, 17ms, 123'456'789ns, 2h});
    QCOMPARE(histogram.quantile(0.0)->value, nanoseconds{3'001});
    QCOMPARE(histogram.quantile(1.0)->value, nanoseconds{2h});
    QCOMPARE(histogram.sum(), nanoseconds{2h} + 17ms + 123'456'789ns + 3'001ns);
}

void TestLatencyHistogram::oneLatencyIsExact_data()
{
    QTest::addColumn<qint64>("latency");
    for (const qint64 latency : {0LL, 1LL, 511LL, 512LL, 1'000LL, 1'023LL, 1'024LL, 999'999'999LL,
             4'398'046'511'103LL, 4'398'046'511'104LL, 86'400'000'000'000LL})
        QTest::addRow("%lld ns", latency) << latency;
}

void TestLatencyHistogram::oneLatencyIsExact()
{
    QFETCH(qint64, latency);
    const LatencyHistogram histogram = histogramOf({nanoseconds{latency}});
    for (const double q : quantiles)
        QCOMPARE(histogram.quantile(q), std::optional(LatencyQuantile{nanoseconds{latency}, false}));
}

void TestLatencyHistogram::partsMergeToTheWhole_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestLatencyHistogram::partsMergeToTheWhole()
{
    QFETCH(quint64, seed);
    RandomSource random{seed};
    LatencyHistogram whole;
    std::array<LatencyHistogram, 3> parts;
    for (int i = 0; i < 500; ++i) {
        LatencyHistogram &part = parts[random.bits() % parts.size()];
        const nanoseconds latency = shapes[random.bits() % shapes.size()].draw(random);
        if (random.bits() % 10 == 0) {
            whole.recordUnanswered(latency);
            part.recordUnanswered(latency);
        } else {
            whole.record(latency);
            part.record(latency);
        }
    }
    const auto merged = [](LatencyHistogram into, const LatencyHistogram &from) {
        into.merge(from);
        return into;
    };
    const auto &[a, b, c] = parts;
    QVERIFY(merged(merged(a, b), c) == whole);
    QVERIFY(merged(a, merged(b, c)) == whole);
    QVERIFY(merged(merged(c, b), a) == whole);
    QVERIFY(merged(whole, {}) == whole);
    QVERIFY(merged({}, whole) == whole);
}

void TestLatencyHistogram::nothingHasNoQuantile()
{
    QVERIFY(!LatencyHistogram().quantile(0.5));
    QVERIFY(!histogramOf({1ms}).quantile(std::numeric_limits<double>::quiet_NaN()));
}

void TestLatencyHistogram::unansweredBoundsTheQuantilesAboveIt_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("unanswered");
    QTest::addColumn<double>("q");
    QTest::addColumn<bool>("isAtLeast");
    QTest::newRow("all answered") << 100 << 0 << 0.99 << false;
    QTest::newRow("one not: below it") << 99 << 1 << 0.99 << false;
    QTest::newRow("one not: the maximum") << 99 << 1 << 1.0 << true;
    QTest::newRow("two not: the 99th") << 98 << 2 << 0.99 << true;
    QTest::newRow("two not: the median") << 98 << 2 << 0.5 << false;
    QTest::newRow("none answered") << 0 << 3 << 0.5 << true;
    QTest::newRow("none answered: the minimum") << 0 << 3 << 0.0 << true;
}

void TestLatencyHistogram::unansweredBoundsTheQuantilesAboveIt()
{
    QFETCH(int, answered);
    QFETCH(int, unanswered);
    QFETCH(double, q);
    QFETCH(bool, isAtLeast);
    LatencyHistogram histogram;
    for (int i = 0; i < answered; ++i)
        histogram.record(20ms);
    for (int i = 0; i < unanswered; ++i)
        histogram.recordUnanswered(10s);
    QCOMPARE(histogram.unansweredCount(), static_cast<std::uint64_t>(unanswered));
    const nanoseconds expected = isAtLeast ? nanoseconds{10s} : nanoseconds{20ms};
    QCOMPARE(histogram.quantile(q), std::optional(LatencyQuantile{expected, isAtLeast}));
}

// Pings of a short time limit beside slow answers: what was not answered within 1 s may have taken longer
// than all that were answered.
void TestLatencyHistogram::aBoundIsNeverAboveTheTruth()
{
    RandomSource random{11};
    std::vector<nanoseconds> truth;
    LatencyHistogram histogram;
    for (int i = 0; i < 2'000; ++i) {
        truth.push_back(fromSeconds(0.1 / (1.0 - random.fraction())));
        const nanoseconds limit = random.bits() % 2 == 0 ? 1s : 3s;
        if (truth.back() > limit)
            histogram.recordUnanswered(limit);
        else
            histogram.record(truth.back());
    }
    std::ranges::sort(truth);
    for (const double q : quantiles) {
        const LatencyQuantile quantile = histogram.quantile(q).value();
        const nanoseconds exact = nearestRank(truth, q);
        QVERIFY(quantile.isAtLeast || isClose(quantile.value, exact));
        QVERIFY(quantile.value <= exact + exact / 100);
    }
    QVERIFY(!histogram.quantile(0.5)->isAtLeast);
    QVERIFY(histogram.quantile(0.999)->isAtLeast);
}

void TestLatencyHistogram::bucketsOfPrometheusAreCumulative()
{
    LatencyHistogram histogram = histogramOf({200us, 900us, 4ms, 4ms, 800ms});
    histogram.recordUnanswered(10s);
    const std::array<nanoseconds, 4> bounds{500us, 1ms, 100ms, 30s};
    QCOMPARE(histogram.cumulative(bounds), (std::vector<std::uint64_t>{1, 2, 4, 5}));
    QCOMPARE(histogram.count(), std::uint64_t{6});
    QVERIFY(histogram.cumulative({}).empty());
}

void TestLatencyHistogram::countsOfPrometheusNeverGoBack()
{
    const std::array<nanoseconds, 3> bounds{500us, 1ms, 2ms};
    LatencyHistogram histogram;
    std::vector<std::uint64_t> before = histogram.cumulative(bounds);
    RandomSource random{3};
    for (int i = 0; i < 2'000; ++i) {
        histogram.record(990us + nanoseconds{random.bits() % 20'000});
        const std::vector<std::uint64_t> now = histogram.cumulative(bounds);
        for (std::size_t k = 0; k < now.size(); ++k)
            QVERIFY(now[k] >= before[k]);
        before = now;
    }
}

void TestLatencyHistogram::aMinuteOfPingsIsSmall()
{
    RandomSource random{5};
    LatencyHistogram minute;
    for (int i = 0; i < 60; ++i)
        minute.record(shapes[0].draw(random));
    QVERIFY2(minute.bytes() <= 1'024, qPrintable(QString::number(minute.bytes())));
    LatencyHistogram fullest;
    for (int i = 0; i < 300'000; ++i) {
        fullest.record(shapes[0].draw(random));
        fullest.recordUnanswered(shapes[0].draw(random));
    }
    QVERIFY2(fullest.bytes() <= std::size_t{68} * 1'024, qPrintable(QString::number(fullest.bytes())));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestLatencyHistogram)
#include "tst_latencyhistogram.moc"
