// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/prometheus/looseanswers.h"
#include "tests/prometheus/qtanswer.h"

#include <QTest>

#include <bit>

namespace sockeye {

namespace {

bool isSame(double a, double b)
{
    return std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

bool isSame(const NativeHistogram &a, const NativeHistogram &b)
{
    return isSame(a.count, b.count) && isSame(a.sum, b.sum)
        && std::ranges::equal(a.buckets, b.buckets, [](const HistogramBucket &x, const HistogramBucket &y) {
               return x.open == y.open && isSame(x.lower, y.lower) && isSame(x.upper, y.upper)
                   && isSame(x.count, y.count);
           });
}

bool isSame(const HistogramSeries &a, const HistogramSeries &b)
{
    return a.labels == b.labels && a.times == b.times
        && std::ranges::equal(a.histograms, b.histograms,
            [](const NativeHistogram &x, const NativeHistogram &y) { return isSame(x, y); });
}

//! By bit pattern, because a NaN of a histogram does not equal itself.
bool isSame(const DecodedAnswer &a, const DecodedAnswer &b)
{
    return a.isSuccess == b.isSuccess && a.errorType == b.errorType && a.error == b.error
        && a.result.type == b.result.type && a.result.series == b.result.series
        && a.result.string == b.result.string && a.result.warnings == b.result.warnings
        && a.result.infos == b.result.infos && a.result.isPartial == b.result.isPartial
        && std::ranges::equal(a.result.histograms, b.result.histograms,
            [](const HistogramSeries &x, const HistogramSeries &y) { return isSame(x, y); });
}

} // namespace

//! Random valid answers, held against what QJsonDocument makes of them.
class TestAnswersByQt final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatQtReads_data();
    void isWhatQtReads();
    void isWhatQtReadsOfLooseAnswers();
    void theRandomAnswersHaveItAll();
};

void TestAnswersByQt::isWhatQtReads_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("data before status",
        R"({"data":{"result":[{"values":[[1,"2"]],"metric":{"a":"b"}}],"resultType":"matrix"},"status":"success"})");
    row("an unknown field twice",
        R"({"status":"success","x":1,"x":{"data":[]},"data":{"resultType":"scalar","result":[1,"2"],"y":1,"y":2}})");
    row("a label twice",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"1","a":"2"},"value":[1,"2"]}]}})");
    row("no metric", R"({"status":"success","data":{"resultType":"vector","result":[{"value":[1,"2"]}]}})");
    row("empty lists",
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[],"histograms":[]}]},"warnings":[],"infos":[]})");
    row("nothing", R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
    row("a NUL in a label",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"x\u0000y"},"value":[1,"2"]}]}})");
    row("an exponent in capitals",
        R"({"status":"success","data":{"resultType":"scalar","result":[1.7E9,"-1.5E-7"]}})");
    row("values and histograms in one series",
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1,"NaN"]],"histograms":[[2,{"sum":"NaN","count":"3","buckets":[[3,"-Inf","+Inf","3"]]}]]}]}})");
    row("an error", R"({"error":"a\tb","errorType":"bad_data","status":"error"})");
}

void TestAnswersByQt::isWhatQtReads()
{
    QFETCH(QByteArray, json);
    AnswerDecoder decoder;
    const auto answer = decoder.decode(json);
    QVERIFY(answer);
    QVERIFY(isSame(*answer, test::readByQt(json)));
}

void TestAnswersByQt::isWhatQtReadsOfLooseAnswers()
{
    test::LooseAnswers answers(41);
    AnswerDecoder decoder; // one for all, so that what it keeps may do harm
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray json = answers.next();
        const auto answer = decoder.decode(json);
        QVERIFY2(answer, json.constData());
        QVERIFY2(isSame(*answer, test::readByQt(json)), json.constData());
    }
}

void TestAnswersByQt::theRandomAnswersHaveItAll()
{
    test::LooseAnswers answers(42);
    std::size_t points = 0;
    std::size_t buckets = 0;
    int errors = 0;
    int remarks = 0;
    int types = 0;
    for (int i = 0; i < 2'000; ++i) {
        const DecodedAnswer answer = test::readByQt(answers.next());
        errors += answer.error.isEmpty() ? 0 : 1;
        remarks += answer.result.warnings.isEmpty() || answer.result.infos.isEmpty() ? 0 : 1;
        types |= answer.isSuccess ? 1 << static_cast<int>(answer.result.type) : 0;
        for (const TimeSeries &series : answer.result.series)
            points += series.size();
        for (const HistogramSeries &series : answer.result.histograms) {
            for (const NativeHistogram &histogram : series.histograms)
                buckets += histogram.buckets.size();
        }
    }
    QVERIFY(points > 2'000);
    QVERIFY(buckets > 500);
    QVERIFY(errors > 50);
    QVERIFY(remarks > 20);
    QCOMPARE(types, 0b1111);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestAnswersByQt)
#include "tst_answersbyqt.moc"
