// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/nativehistogram.h"

#include <QTest>

#include <cmath>
#include <limits>

Q_DECLARE_METATYPE(sockeye::NativeHistogram)

namespace sockeye {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
using Open = HistogramBucket::Open;

} // namespace

class TestNativeHistogram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreThoseOfPrometheus_data();
    void quantilesAreThoseOfPrometheus();
    void quantilesAscend();
    void quantilesAreDrawnAsSeries();
};

void TestNativeHistogram::quantilesAreThoseOfPrometheus_data()
{
    QTest::addColumn<NativeHistogram>("histogram");
    QTest::addColumn<double>("q");
    QTest::addColumn<double>("expected");

    // Twelve observations, buckets that double, and a zero bucket; what is expected was worked out by hand.
    const NativeHistogram positive{12, 100,
        {{Open::Neither, -0.001, 0.001, 2}, {Open::Left, 0.5, 1, 3}, {Open::Left, 1, 2, 2},
            {Open::Left, 4, 8, 1}, {Open::Left, 8, 16, 4}}};
    QTest::newRow("below nought") << positive << -0.1 << -infinity;
    QTest::newRow("above one") << positive << 1.1 << infinity;
    QTest::newRow("no q") << positive << nan << nan;
    QTest::newRow("the lowest") << positive << 0.0 << 0.0;
    QTest::newRow("in the zero bucket, which is half") << positive << 1.0 / 12 << 0.0005;
    QTest::newRow("the highest") << positive << 1.0 << 16.0;
    QTest::newRow("by the logarithm") << positive << 0.875 << std::exp2(3 + 0.625);
    QTest::newRow("the middle") << positive << 0.5 << std::exp2(0.5);
    const NativeHistogram negative{
        7, -10, {{Open::Right, -4, -2, 4}, {Open::Right, -1, -0.5, 2}, {Open::Neither, -0.1, 0.1, 1}}};
    QTest::newRow("the lowest of negatives") << negative << 0.0 << -4.0;
    QTest::newRow("mirrored") << negative << 2.0 / 7 << -std::exp2(1.5);
    QTest::newRow("a zero bucket under which all lies") << negative << 1.0 << 0.0;
    const NativeHistogram custom{4, 10, {{Open::Neither, -infinity, 5, 2}, {Open::Left, 10, infinity, 2}}};
    QTest::newRow("no lower bound") << custom << 0.25 << 2.5;
    QTest::newRow("no upper bound") << custom << 0.9 << 10.0;
    QTest::newRow("nothing observed") << NativeHistogram{0, 0, {}} << 0.5 << nan;
    QTest::newRow("NaN was observed, and is reached")
        << NativeHistogram{4, nan, {{Open::Left, 1, 2, 2}}} << 0.9 << nan;
    QTest::newRow("NaN was observed, and is not reached")
        << NativeHistogram{4, nan, {{Open::Left, 1, 2, 2}}} << 0.25 << std::exp2(0.5);
}

void TestNativeHistogram::quantilesAreThoseOfPrometheus()
{
    QFETCH(NativeHistogram, histogram);
    QFETCH(double, q);
    QFETCH(double, expected);
    const double quantile = histogram.quantile(q);
    const bool isSame = quantile == expected || (std::isnan(quantile) && std::isnan(expected));
    QVERIFY2(isSame || std::abs(quantile - expected) < 1e-12, qPrintable(QString::number(quantile, 'g', 17)));
}

void TestNativeHistogram::quantilesAscend()
{
    const NativeHistogram histogram{20, 1,
        {{Open::Right, -8, -4, 3}, {Open::Right, -2, -1, 5}, {Open::Neither, -0.5, 0.5, 2},
            {Open::Left, 1, 2, 4}, {Open::Left, 4, 8, 6}}};
    double before = -infinity;
    for (int i = 0; i <= 100; ++i) {
        const double quantile = histogram.quantile(i / 100.0);
        QVERIFY2(quantile >= before && quantile >= -8 && quantile <= 8, qPrintable(QString::number(i)));
        before = quantile;
    }
}

void TestNativeHistogram::quantilesAreDrawnAsSeries()
{
    const NativeHistogram histogram{4, 6, {{Open::Left, 1, 2, 4}}};
    const HistogramSeries histograms{LabelSet{{"__name__", "h"}, {"job", "x"}},
        {fromMilliseconds(1'000), fromMilliseconds(2'000)}, {histogram, NativeHistogram{}}};
    const std::vector<TimeSeries> series = quantileSeries(histograms, std::vector{0.5, 0.99});

    QCOMPARE(series.size(), 2U);
    QCOMPARE(series[0].labels, (LabelSet{{"__name__", "h"}, {"job", "x"}, {"quantile", "0.5"}}));
    QCOMPARE(series[1].labels.value("quantile"), QByteArray("0.99"));
    for (std::size_t i = 0; i < series.size(); ++i) {
        QVERIFY(series[i].times.isSharedWith(histograms.times));
        QCOMPARE(series[i].values[0], histogram.quantile(i == 0 ? 0.5 : 0.99));
        QVERIFY(std::isnan(series[i].values[1]) && !isAbsent(series[i].values[1]));
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestNativeHistogram)
#include "tst_nativehistogram.moc"
