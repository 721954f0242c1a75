// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/catalogue/metricprofile.h"
#include "core/engine/queryscheduler.h"
#include "core/metrics/heatmap.h"

#include "resources/resources.h"
#include "tests/support/nosecrets.h"
#include "tests/support/realprometheus.h"
#include "tests/support/remotewrite.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::RealPrometheus;
using test::SparseHistogram;
using test::SparseSeries;

namespace {

constexpr int patience = 60'000; // ms
constexpr auto scrape = 15s;
constexpr int scrapes = 20;
constexpr int restart = 12; // the scrape at which the counter begins anew
const Timestamp begin = fromMilliseconds(1'767'225'600'000);
const Timestamp end = begin + (scrapes - 1) * scrape;

//! What a program has counted \a n scrapes after its start.
SparseHistogram grown(const SparseHistogram &each, quint64 n)
{
    SparseHistogram histogram = each;
    histogram.zeroCount *= n;
    histogram.sum *= static_cast<double>(n);
    for (auto *buckets : {&histogram.positive, &histogram.negative}) {
        for (auto &[index, count] : *buckets)
            count *= n;
    }
    return histogram;
}

SparseSeries counter(const LabelSet &labels, const SparseHistogram &each)
{
    SparseSeries series{labels, {}};
    for (int i = 0; i < scrapes; ++i) {
        const int n = i < restart ? i + 1 : i - restart + 1;
        series.histograms[begin + i * scrape] = grown(each, static_cast<quint64>(n));
    }
    return series;
}

//! Buckets below, around and above 1, and one far off.
std::map<int, quint64> someBuckets(int schema)
{
    std::map<int, quint64> buckets{{-3, 2}, {-1, 4}, {0, 7}, {1, 1}, {2, 3}};
    buckets.emplace(schema > 0 ? 5 * (1 << schema) : 4, 5);
    return buckets;
}

SparseHistogram withSchema(int schema)
{
    SparseHistogram histogram;
    histogram.schema = schema;
    histogram.zeroThreshold = 1e-12;
    histogram.sum = 42.5;
    // Of the coarsest, bucket -3 would begin where no number is.
    histogram.positive = schema < -2 ? std::map<int, quint64>{{0, 3}, {1, 5}} : someBuckets(schema);
    return histogram;
}

std::vector<std::pair<QByteArray, SparseHistogram>> kinds()
{
    std::vector<std::pair<QByteArray, SparseHistogram>> all;
    for (int schema = -4; schema <= 8; ++schema)
        all.emplace_back("schema " + QByteArray::number(schema), withSchema(schema));
    SparseHistogram histogram = withSchema(1);
    histogram.zeroCount = 20;
    all.emplace_back("zero bucket below", histogram);
    histogram.negative = someBuckets(1);
    all.emplace_back("both signs", histogram);
    histogram.positive.clear();
    all.emplace_back("zero bucket above", histogram);
    histogram.zeroCount = 0;
    all.emplace_back("negative", histogram);
    histogram.negative.clear();
    histogram.zeroCount = 3;
    all.emplace_back("zero bucket alone", histogram);
    all.emplace_back("empty", SparseHistogram{});
    return all;
}

LabelSet labelsOf(const QByteArray &kind)
{
    return LabelSet{{"__name__", "latency_seconds"}, {"kind", kind}};
}

bool isClose(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= 1e-9 * std::abs(b);
}

//! Prometheus 2 goes in a straight line through the bucket where version 3, and we, go by the logarithm: what
//! its \a answer would be then.
double asVersion3(double answer, const NativeHistogram &histogram)
{
    for (const HistogramBucket &bucket : histogram.buckets) {
        const bool isInside = bucket.lower <= answer && answer <= bucket.upper;
        if (!isInside || (bucket.lower <= 0.0 && bucket.upper >= 0.0))
            continue;
        const double part = (answer - bucket.lower) / (bucket.upper - bucket.lower);
        const double sign = bucket.lower < 0.0 ? -1.0 : 1.0;
        return sign
            * std::exp2(std::lerp(std::log2(sign * bucket.lower), std::log2(sign * bucket.upper), part));
    }
    return answer;
}

double countBetween(const NativeHistogram &histogram, double lower, double upper)
{
    double count = 0.0;
    for (const HistogramBucket &bucket : histogram.buckets) {
        if (lower <= bucket.lower && bucket.upper <= upper)
            count += bucket.count;
    }
    return count;
}

} // namespace

//! What a real Prometheus makes of native histograms, held against what we make of them.
class TestNativeHistogramReal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void histogramsAreReadAsTheyWereWritten_data() { addKinds(); }
    void histogramsAreReadAsTheyWereWritten();
    void quantilesAreThoseOfTheServer_data() { addKinds(); }
    void quantilesAreThoseOfTheServer();
    void fractionsAreThoseOfTheServer();
    void aRangeHasAHistogramForEachStep();
    void increasesGoOverARestart();
    void aPanelDrawsQuantiles();
    void profilesFindNativeHistograms_data();
    void profilesFindNativeHistograms();

private:
    void addKinds();
    [[nodiscard]] QueryResult answerTo(const QString &expression, Timestamp time = end);
    [[nodiscard]] QueryResult rangeOf(const QString &expression);
    //! The one value that \a expression has; NaN when it has none.
    [[nodiscard]] double valueOf(const QString &expression, Timestamp time = end);
    [[nodiscard]] QueryResult outcomeOf(QueryJob *job);

    test::NoSecrets m_secrets;
    SystemClock m_clock;
    std::unique_ptr<RealPrometheus> m_server;
    std::unique_ptr<PrometheusClient> m_client;
};

void TestNativeHistogramReal::initTestCase()
{
    if (!RealPrometheus::isInstalled()) {
        if (RealPrometheus::isRequired())
            QFAIL("prometheus and promtool are required and not there");
        QSKIP("prometheus or promtool is not installed");
    }
    RealPrometheus::Options options;
    options.arguments = {u"--enable-feature=native-histograms"_s, u"--web.enable-remote-write-receiver"_s};
    auto server = RealPrometheus::start(options);
    QVERIFY2(server.has_value(), qPrintable(server ? QString() : server.error()));
    m_server = std::move(*server);
    HttpConfig config;
    config.baseUrl = m_server->url();
    m_client = std::make_unique<PrometheusClient>(config, m_secrets, m_clock);

    std::vector<SparseSeries> series;
    for (const auto &[name, each] : kinds())
        series.push_back(counter(labelsOf(name), each));
    for (const QByteArray name : {"centrifugo_client_ping_pong_duration_seconds",
             "websocket_message_duration_seconds", "request_duration_seconds"})
        series.push_back(counter(LabelSet{{"__name__", name}, {"job", "chat"}}, withSchema(3)));
    const auto written = test::remoteWrite(m_server->url(), series);
    QVERIFY2(written, qPrintable(written ? QString() : written.error()));
}

void TestNativeHistogramReal::addKinds()
{
    QTest::addColumn<QByteArray>("kind");
    for (const auto &[name, each] : kinds())
        QTest::newRow(name.constData()) << name;
}

QueryResult TestNativeHistogramReal::outcomeOf(QueryJob *job)
{
    QSignalSpy spy(job, &QueryJob::finished);
    if (!spy.wait(patience))
        return {};
    const auto outcome = spy.first().first().value<QueryOutcome>();
    if (!outcome)
        qWarning("%s", qPrintable(outcome.error().message));
    return outcome ? outcome->result : QueryResult();
}

QueryResult TestNativeHistogramReal::answerTo(const QString &expression, Timestamp time)
{
    return outcomeOf(m_client->query({expression, time}));
}

QueryResult TestNativeHistogramReal::rangeOf(const QString &expression)
{
    return outcomeOf(m_client->queryRange({expression, {begin, end}, scrape}));
}

double TestNativeHistogramReal::valueOf(const QString &expression, Timestamp time)
{
    const QueryResult result = answerTo(expression, time);
    return result.series.size() == 1 ? result.series.front().values.front()
                                     : std::numeric_limits<double>::quiet_NaN();
}

void TestNativeHistogramReal::histogramsAreReadAsTheyWereWritten()
{
    QFETCH(QByteArray, kind);
    const QString selector = QString::fromUtf8(labelsOf(kind).toPromQl());
    const QueryResult result = answerTo(selector);
    QCOMPARE(result.type, QueryResult::Type::Vector);
    QVERIFY(result.series.empty());
    QCOMPARE(result.histograms.size(), 1U);
    QCOMPARE(result.histograms.front().labels, labelsOf(kind));
    const NativeHistogram &histogram = result.histograms.front().histograms.front();
    QCOMPARE(histogram.count, valueOf(u"histogram_count(%1)"_s.arg(selector)));
    QCOMPARE(histogram.sum, valueOf(u"histogram_sum(%1)"_s.arg(selector)));

    const auto all = kinds();
    const SparseHistogram written =
        grown(std::ranges::find(all, kind, &decltype(all)::value_type::first)->second, scrapes - restart);
    QCOMPARE(histogram.count, static_cast<double>(written.count()));
    QCOMPARE(histogram.sum, written.sum);
    const std::size_t buckets =
        written.positive.size() + written.negative.size() + (written.zeroCount > 0 ? 1 : 0);
    QCOMPARE(histogram.buckets.size(), buckets);
    const double base = std::exp2(std::exp2(-written.schema));
    for (const auto &[index, count] : written.positive) {
        const double upper = std::pow(base, index);
        const auto bucket = std::ranges::find_if(
            histogram.buckets, [&](const HistogramBucket &one) { return isClose(one.upper, upper); });
        QVERIFY(bucket != histogram.buckets.end());
        QVERIFY(isClose(bucket->lower, upper / base));
        QCOMPARE(bucket->count, static_cast<double>(count));
        QCOMPARE(bucket->open, HistogramBucket::Open::Left);
    }
}

void TestNativeHistogramReal::quantilesAreThoseOfTheServer()
{
    QFETCH(QByteArray, kind);
    const QString selector = QString::fromUtf8(labelsOf(kind).toPromQl());
    const QueryResult result = answerTo(selector);
    QCOMPARE(result.histograms.size(), 1U);
    const NativeHistogram &histogram = result.histograms.front().histograms.front();
    for (const double q : {-1.0, 0.0, 0.01, 0.1, 0.25, 0.5, 0.51, 0.75, 0.9, 0.95, 0.99, 0.999, 1.0, 2.0}) {
        const double server = valueOf(u"histogram_quantile(%1, %2)"_s.arg(q).arg(selector));
        const double expected = asVersion3(server, histogram);
        const double own = histogram.quantile(q);
        QVERIFY2(isClose(own, expected),
            qPrintable(u"q %1: %2, but by the server %3 (%4)"_s.arg(q)
                           .arg(own, 0, 'g', 17)
                           .arg(expected, 0, 'g', 17)
                           .arg(server, 0, 'g', 17)));
    }
}

void TestNativeHistogramReal::fractionsAreThoseOfTheServer()
{
    const QString selector = QString::fromUtf8(labelsOf("both signs").toPromQl());
    const QueryResult result = answerTo(selector);
    QCOMPARE(result.histograms.size(), 1U);
    const NativeHistogram &histogram = result.histograms.front().histograms.front();
    for (const auto &[lower, upper] :
        {std::pair{-1.0, 1.0}, {1.0, 2.0}, {-2.0, -1.0}, {-1024.0, 1024.0}, {-0.5, 32.0}}) {
        const double fraction =
            valueOf(u"histogram_fraction(%1, %2, %3)"_s.arg(lower).arg(upper).arg(selector));
        QVERIFY(isClose(countBetween(histogram, lower, upper) / histogram.count, fraction));
    }
}

void TestNativeHistogramReal::aRangeHasAHistogramForEachStep()
{
    const QueryResult result = rangeOf(QString::fromUtf8(labelsOf("both signs").toPromQl()));
    QCOMPARE(result.type, QueryResult::Type::Matrix);
    QVERIFY(result.series.empty());
    QCOMPARE(result.histograms.size(), 1U);
    const HistogramSeries &series = result.histograms.front();
    QCOMPARE(series.times.size(), std::size_t(scrapes));
    QCOMPARE(series.times.front(), begin);
    QCOMPARE(series.times.back(), end);
    for (std::size_t i = 0; i < series.histograms.size(); ++i) {
        const std::size_t n = i < restart ? i + 1 : i - restart + 1;
        QCOMPARE(series.histograms[i].count, series.histograms.front().count * static_cast<double>(n));
    }
    QCOMPARE(result.quantiles.size(), 3U);
    QCOMPARE(result.quantiles[1].values.back(), series.histograms.back().quantile(0.95));
}

//! A heatmap of what came from step to step, held against the server's own increase() over each step.
void TestNativeHistogramReal::increasesGoOverARestart()
{
    const QString selector = QString::fromUtf8(labelsOf("both signs").toPromQl());
    const Heatmap heatmap = heatmapOf(rangeOf(selector).histograms,
        {.counts = HeatmapOptions::Counts::Increase, .maximumRows = 1'000, .step = scrape});
    QCOMPARE(heatmap.times.size(), std::size_t(scrapes));
    QVERIFY(isAbsent(heatmap.at(0, 0)));
    for (std::size_t column = 1; column < heatmap.times.size(); ++column) {
        // The window is open to no side in version 2: two scrapes lie in it, exactly a scrape apart.
        const QString increase = u"increase(%1[15s])"_s.arg(selector);
        const QueryResult result = answerTo(increase, heatmap.times[column]);
        QCOMPARE(result.histograms.size(), 1U);
        const Heatmap expected = heatmapOf(result.histograms, {.maximumRows = 1'000});
        for (std::size_t i = 0; i < expected.rows.size(); ++i) {
            const auto row = std::ranges::find(heatmap.rows, expected.rows[i]);
            QVERIFY(row != heatmap.rows.end());
            QVERIFY(isClose(
                heatmap.at(column, static_cast<std::size_t>(row - heatmap.rows.begin())), expected.at(0, i)));
        }
    }
}

//! A panel that asks for histograms gets lines, in local time, and the next refresh asks for the tail alone.
void TestNativeHistogramReal::aPanelDrawsQuantiles()
{
    SeriesStore store{SeriesStore::Limits{}};
    QueryScheduler scheduler(EndpointId{u"server"_s}, *m_client, store, m_clock, RandomSource(1));
    scheduler.setClockOffset(30s);
    std::optional<RangeOutcome> outcome;
    const QString expression = u"rate(%1[1m])"_s.arg(QString::fromUtf8(labelsOf("schema 3").toPromQl()));
    scheduler.askRange({{expression, {begin - 30s, end - 30s}, scrape}}, this,
        [&outcome](const RangeOutcome &answer) { outcome = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(outcome.has_value(), patience);
    QVERIFY(outcome->has_value());
    const std::vector<TimeSeriesPtr> &series = (*outcome)->series;
    QCOMPARE(series.size(), 3U);
    for (std::size_t i = 0; i < series.size(); ++i) {
        QCOMPARE(series[i]->labels.value("kind"), QByteArray("schema 3"));
        QCOMPARE(
            series[i]->labels.value(quantileLabel), QByteArrayList({"0.5", "0.95", "0.99"}).at(qsizetype(i)));
        QCOMPARE(series[i]->times.back(), end - 30s);
    }
    const QueryResult now = answerTo(expression);
    QCOMPARE(series[2]->values.back(), now.histograms.front().histograms.front().quantile(0.99));
    QCOMPARE(scheduler.traffic().samplesDecoded, quint64(series[0]->size() * 3));
}

void TestNativeHistogramReal::profilesFindNativeHistograms_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<Role>("role");
    QTest::addColumn<double>("q");
    for (const char *profile : {"centrifuge", "go_service", "go_service_gauge", "go_service_opened"}) {
        for (const auto &[role, q] :
            {std::pair{Role::LatencyP50, 0.5}, {Role::LatencyP95, 0.95}, {Role::LatencyP99, 0.99}}) {
            const QByteArray name = QByteArray(profile) + ' ' + QByteArray::number(q);
            QTest::newRow(name.constData()) << QString::fromLatin1(profile) << role << q;
        }
    }
}

void TestNativeHistogramReal::profilesFindNativeHistograms()
{
    QFETCH(QString, profile);
    QFETCH(Role, role);
    QFETCH(double, q);
    initResources();
    const auto profiles = loadProfiles(u":/sockeye/profiles"_s);
    QVERIFY(profiles);
    const auto found = std::ranges::find(*profiles, profile, &MetricProfile::id);
    QVERIFY(found != profiles->end());
    RoleContext context;
    context.prefix = u"centrifugo"_s;
    context.matchers = u"job=\"chat\""_s;
    const auto expression = resolveRole(*found, role, context);
    QVERIFY(expression);
    const QString metric = profile == "centrifuge"_L1 ? u"centrifugo_client_ping_pong_duration_seconds"_s
                                                      : u"websocket_message_duration_seconds"_s;
    const double expected = valueOf(u"histogram_quantile(%1, %2)"_s.arg(q).arg(metric));
    QVERIFY(std::isfinite(expected));
    QVERIFY2(isClose(valueOf(*expression), expected), qPrintable(*expression));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestNativeHistogramReal)
#include "tst_nativehistogram_real.moc"
