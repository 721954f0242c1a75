// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/heatmap.h"

#include "tests/support/seriesnotation.h"

#include <QTest>

#include <limits>

Q_DECLARE_METATYPE(std::vector<sockeye::HistogramSeries>)

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Counts = HeatmapOptions::Counts;
using Histograms = std::vector<HistogramSeries>;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double unknown = -1; // in tables, for an absent one

Timestamp at(int seconds)
{
    return Timestamp{} + std::chrono::seconds{seconds};
}

HistogramBucket bucket(double lower, double upper, double count)
{
    return {HistogramBucket::Open::Left, lower, upper, count};
}

NativeHistogram of(std::vector<HistogramBucket> buckets)
{
    NativeHistogram histogram;
    for (const HistogramBucket &one : buckets)
        histogram.count += one.count;
    histogram.buckets = std::move(buckets);
    return histogram;
}

//! Histograms ten seconds apart.
HistogramSeries seriesOf(std::vector<NativeHistogram> histograms, int from = 0)
{
    HistogramSeries series;
    for (std::size_t i = 0; i < histograms.size(); ++i)
        series.times.push_back(at(from + 10 * static_cast<int>(i)));
    series.histograms = std::move(histograms);
    return series;
}

std::vector<double> known(const Heatmap &heatmap)
{
    std::vector<double> counts = heatmap.counts;
    for (double &count : counts)
        count = isAbsent(count) ? unknown : count;
    return counts;
}

TimeSeriesPtr bucketSeries(const QByteArray &bound, const QString &samples, const QByteArray &pod = {})
{
    return std::make_shared<TimeSeries>(
        test::seriesFrom(samples, LabelSet{{"__name__", "x_bucket"}, {"le", bound}, {"pod", pod}}));
}

} // namespace

class TestHeatmap final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsSplitNoBucket_data();
    void rowsSplitNoBucket();
    void rowsArePutTogether_data();
    void rowsArePutTogether();
    void increasesAreWhatCameSince_data();
    void increasesAreWhatCameSince();
    void seriesAreAddedUp();
    void oneSeriesBeginsAnewByItself();
    void classicBucketsAreTakenApart();
    void aMissingBoundLeavesItsShareToTheNext();
    void classicSeriesAreToldApart();
    void whatIsNoBucketIsLeftOut();
};

void TestHeatmap::rowsSplitNoBucket_data()
{
    QTest::addColumn<Histograms>("histograms");
    QTest::addColumn<std::vector<double>>("bounds"); // of the rows, from the lowest up
    QTest::addColumn<std::vector<double>>("counts");
    QTest::newRow("nothing") << Histograms{} << std::vector<double>{} << std::vector<double>{};
    QTest::newRow("an empty histogram")
        << Histograms{seriesOf({of({})})} << std::vector<double>{} << std::vector<double>{};
    QTest::newRow("neighbours") << Histograms{seriesOf({of({bucket(1, 2, 3), bucket(2, 4, 5)})})}
                                << std::vector<double>{1, 2, 4} << std::vector<double>{3, 5};
    QTest::newRow("empty ones between") << Histograms{seriesOf({of({bucket(1, 2, 3), bucket(8, 16, 5)})})}
                                        << std::vector<double>{1, 2, 8, 16} << std::vector<double>{3, 0, 5};
    QTest::newRow("the resolution was halved")
        << Histograms{seriesOf({of({bucket(1, 2, 3), bucket(2, 4, 5)}), of({bucket(1, 4, 9)})})}
        << std::vector<double>{1, 4} << std::vector<double>{8, 9};
    QTest::newRow("a zero bucket that is a point")
        << Histograms{seriesOf({of({bucket(-2, -1, 1), bucket(-0.0, 0, 7), bucket(0.5, 1, 2)})})}
        << std::vector<double>{-2, -1, 0, 0, 0.5, 1} << std::vector<double>{1, 0, 7, 0, 2};
    QTest::newRow("a zero bucket that grew over others")
        << Histograms{seriesOf({of({bucket(-1, 1, 2), bucket(1, 2, 1)}), of({bucket(-1.5, 1.5, 4)})})}
        << std::vector<double>{-1.5, 2} << std::vector<double>{3, 4};
    QTest::newRow("no bounds") << Histograms{seriesOf(
        {of({bucket(-infinity, 5, 2), bucket(5, infinity, 3)})})}
                               << std::vector<double>{-infinity, 5, infinity} << std::vector<double>{2, 3};
}

void TestHeatmap::rowsSplitNoBucket()
{
    QFETCH(Histograms, histograms);
    QFETCH(std::vector<double>, bounds);
    QFETCH(std::vector<double>, counts);
    const Heatmap heatmap = heatmapOf(histograms, {});
    std::vector<Heatmap::Row> rows;
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i)
        rows.push_back({bounds[i], bounds[i + 1]});
    QCOMPARE(heatmap.rows, rows);
    QCOMPARE(known(heatmap), counts);
}

void TestHeatmap::rowsArePutTogether_data()
{
    QTest::addColumn<int>("maximum");
    QTest::addColumn<std::vector<double>>("counts");
    QTest::newRow("none") << 0 << std::vector<double>{31};
    QTest::newRow("one") << 1 << std::vector<double>{31};
    QTest::newRow("two") << 2 << std::vector<double>{7, 24};
    QTest::newRow("four") << 4 << std::vector<double>{3, 12, 16};
    QTest::newRow("as many as there are") << 5 << std::vector<double>{1, 2, 4, 8, 16};
    QTest::newRow("more than there are") << 60 << std::vector<double>{1, 2, 4, 8, 16};
}

void TestHeatmap::rowsArePutTogether()
{
    QFETCH(int, maximum);
    QFETCH(std::vector<double>, counts);
    const Histograms histograms{seriesOf(
        {of({bucket(1, 2, 1), bucket(2, 4, 2), bucket(4, 8, 4), bucket(8, 16, 8), bucket(16, 32, 16)})})};
    const Heatmap heatmap = heatmapOf(histograms, {.maximumRows = static_cast<std::size_t>(maximum)});
    QCOMPARE(heatmap.counts, counts);
    QCOMPARE(heatmap.rows.front().lower, 1.0);
    QCOMPARE(heatmap.rows.back().upper, 32.0);
    for (std::size_t i = 1; i < heatmap.rows.size(); ++i)
        QCOMPARE(heatmap.rows[i].lower, heatmap.rows[i - 1].upper);
}

void TestHeatmap::increasesAreWhatCameSince_data()
{
    const NativeHistogram low = of({bucket(1, 2, 3)});
    const NativeHistogram more = of({bucket(1, 2, 5), bucket(2, 4, 1)});
    const NativeHistogram small = of({bucket(1, 2, 1)});
    const NativeHistogram shifted = of({bucket(1, 2, 2), bucket(2, 4, 9)});
    QTest::addColumn<Histograms>("histograms");
    QTest::addColumn<std::vector<double>>("counts");
    QTest::newRow("the first is unknown") << Histograms{seriesOf({low})} << std::vector<double>{unknown};
    QTest::newRow("grown") << Histograms{seriesOf({low, more})}
                           << std::vector<double>{unknown, unknown, 2, 1};
    QTest::newRow("begun anew") << Histograms{seriesOf({low, more, small})}
                                << std::vector<double>{unknown, unknown, 2, 1, 1, 0};
    QTest::newRow("begun anew, and overtaken since")
        << Histograms{seriesOf({low, shifted})} << std::vector<double>{unknown, unknown, 2, 9};
    HistogramSeries gap = seriesOf({low, more, more});
    gap.times = {at(0), at(30), at(40)};
    QTest::newRow("a gap") << Histograms{gap}
                           << std::vector<double>{unknown, unknown, unknown, unknown, 0, 0};
}

void TestHeatmap::increasesAreWhatCameSince()
{
    QFETCH(Histograms, histograms);
    QFETCH(std::vector<double>, counts);
    const Heatmap heatmap = heatmapOf(histograms, {.counts = Counts::Increase, .step = 10s});
    QCOMPARE(known(heatmap), counts);
}

void TestHeatmap::seriesAreAddedUp()
{
    const Histograms histograms{seriesOf({of({bucket(1, 2, 1)}), of({bucket(1, 2, 2)})}),
        seriesOf({of({bucket(1, 2, 10)}), of({bucket(2, 4, 20)})}, 10)};
    const Heatmap heatmap = heatmapOf(histograms, {});
    QCOMPARE(heatmap.times, (TimeColumn{at(0), at(10), at(20)}));
    QCOMPARE(heatmap.counts, (std::vector<double>{1, 0, 12, 0, 0, 20}));
    QCOMPARE(heatmap.at(1, 0), 12.0);
    QCOMPARE(heatmap.at(2, 1), 20.0);
}

void TestHeatmap::oneSeriesBeginsAnewByItself()
{
    const Histograms histograms{seriesOf({of({bucket(1, 2, 100)}), of({bucket(1, 2, 3)})}),
        seriesOf({of({bucket(1, 2, 10)}), of({bucket(1, 2, 200)})})};
    const Heatmap heatmap = heatmapOf(histograms, {.counts = Counts::Increase});
    QCOMPARE(known(heatmap), (std::vector<double>{unknown, 3 + 190}));
}

void TestHeatmap::classicBucketsAreTakenApart()
{
    const std::vector<TimeSeriesPtr> buckets{bucketSeries("0.1", u"0:1 10:4"_s),
        bucketSeries("0.5", u"0:3 10:6"_s), bucketSeries("+Inf", u"0:3 10:11"_s)};
    const std::vector<HistogramSeries> histograms = histogramsOf(buckets);
    QCOMPARE(histograms.size(), 1U);
    QCOMPARE(histograms.front().labels, (LabelSet{{"__name__", "x_bucket"}}));
    QCOMPARE(histograms.front().times, (TimeColumn{at(0), at(10)}));
    QCOMPARE(histograms.front().histograms,
        (std::vector{of({bucket(0, 0.1, 1), bucket(0.1, 0.5, 2)}),
            of({bucket(0, 0.1, 4), bucket(0.1, 0.5, 2), bucket(0.5, infinity, 5)})}));
    const Heatmap heatmap = heatmapOf(histograms, {.counts = Counts::Increase});
    QCOMPARE(known(heatmap), (std::vector<double>{unknown, unknown, unknown, 3, 0, 5}));
}

void TestHeatmap::aMissingBoundLeavesItsShareToTheNext()
{
    const std::vector<TimeSeriesPtr> buckets{bucketSeries("-1", u"0:1 10:1"_s),
        bucketSeries("0.5", u"0:3 10:_"_s), bucketSeries("+Inf", u"0:4 10:6"_s)};
    QCOMPARE(histogramsOf(buckets).front().histograms,
        (std::vector{of({bucket(-infinity, -1, 1), bucket(-1, 0.5, 2), bucket(0.5, infinity, 1)}),
            of({bucket(-infinity, -1, 1), bucket(-1, infinity, 5)})}));
}

void TestHeatmap::classicSeriesAreToldApart()
{
    const std::vector<TimeSeriesPtr> buckets{bucketSeries("1", u"0:1"_s, "a"),
        bucketSeries("1", u"0:2"_s, "b"), bucketSeries("+Inf", u"0:3"_s, "a"),
        bucketSeries("+Inf", u"0:2"_s, "b")};
    const std::vector<HistogramSeries> histograms = histogramsOf(buckets);
    QCOMPARE(histograms.size(), 2U);
    QCOMPARE(histograms[0].labels.value("pod"), QByteArray("a"));
    QCOMPARE(histograms[0].histograms.front(), of({bucket(0, 1, 1), bucket(1, infinity, 2)}));
    QCOMPARE(histograms[1].histograms.front(), of({bucket(0, 1, 2)}));
}

void TestHeatmap::whatIsNoBucketIsLeftOut()
{
    QVERIFY(histogramsOf(std::vector{bucketSeries("", u"0:1"_s), bucketSeries("NaN", u"0:1"_s),
                             bucketSeries("half", u"0:1"_s), bucketSeries("1", u"0:_ 10:NaN"_s)})
                .empty());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHeatmap)
#include "tst_heatmap.moc"
