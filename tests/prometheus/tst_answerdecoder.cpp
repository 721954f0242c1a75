// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/prometheus/responseparser.h"
#include "core/prometheus/resultdecoder.h"

#include "tests/prometheus/answergenerator.h"
#include "tests/prometheus/recordedanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::AnswerGenerator;
using test::recorded;

namespace {

QByteArray matrixOf(const QByteArray &series)
{
    return R"({"status":"success","data":{"resultType":"matrix","result":[)" + series + "]}}";
}

bool isSameValue(double value, const QString &text)
{
    if (text == "NaN"_L1)
        return std::isnan(value);
    QByteArray plain = text.toLatin1().toLower(); // QByteArray knows the infinities in small letters
    if (plain.startsWith('+'))
        plain.remove(0, 1);
    return std::bit_cast<quint64>(value) == std::bit_cast<quint64>(plain.toDouble());
}

LabelSet labelsOf(const QJsonObject &metric)
{
    std::vector<Label> labels;
    for (auto it = metric.begin(); it != metric.end(); ++it)
        labels.push_back({it.key().toUtf8(), it.value().toString().toUtf8()});
    return LabelSet(std::move(labels));
}

bool holdsSamples(const TimeSeries &series, const QJsonArray &samples)
{
    std::size_t next = 0;
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const QJsonArray sample = samples[i].toArray();
        const bool isRepeated = i + 1 < samples.size() && samples[i + 1].toArray()[0] == sample[0];
        if (isRepeated) // the last one counts
            continue;
        const auto ms = std::llround(sample[0].toDouble() * 1000.0);
        if (next >= series.size() || series.times[next] != fromMilliseconds(ms)
            || !isSameValue(series.values[next], sample[1].toString()))
            return false;
        ++next;
    }
    return next == series.size();
}

//! What QJsonDocument makes of the first "data" of \a json, held against \a result.
bool agreesWithQt(const QueryResult &result, const QByteArray &json)
{
    const QJsonObject data = QJsonDocument::fromJson(json).object().value("data"_L1).toObject();
    const QJsonArray list = data.value("result"_L1).toArray();
    if (std::size_t(list.size()) != result.series.size())
        return false;
    for (std::size_t i = 0; i < result.series.size(); ++i) {
        const QJsonObject one = list[static_cast<qsizetype>(i)].toObject();
        const QJsonArray samples = result.type == QueryResult::Type::Matrix
            ? one.value("values"_L1).toArray()
            : QJsonArray{one.value("value"_L1)};
        // QJsonObject keeps one label of a name, the last, as LabelSet does.
        if (labelsOf(one.value("metric"_L1).toObject()) != result.series[i].labels
            || !holdsSamples(result.series[i], samples))
            return false;
    }
    return true;
}

} // namespace

class TestAnswerDecoder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usualAnswersNeedNoGeneralReader_data();
    void usualAnswersNeedNoGeneralReader();
    void unusualAnswersAreLeftToIt_data();
    void unusualAnswersAreLeftToIt();
    void histogramsTurnNoOtherSeriesAway();
    void tooManySeriesAreCountedWithHistograms();
    void bothReadersAgreeOnRandomAnswers();
    void bothReadersAgreeOnDamagedAnswers();
    void bothReadersAgreeOnEveryTruncation();
    void seriesOfOneGridShareTheirTimes();
    void aSeriesWithAGapFindsBackToTheGrid();
    void aSampleAtRestCostsItsValue();
    void labelsAreInternedAcrossAnswers();
    void tooManySeriesAreCounted_data();
    void tooManySeriesAreCounted();
    void roomBehindTheBodyChangesNothing();
};

void TestAnswerDecoder::usualAnswersNeedNoGeneralReader_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"prometheus-3.5.3/query_vector", "prometheus-3.5.3/query_matrix_instant",
             "prometheus-3.5.3/query_warnings", "prometheus-2.42/query_range",
             "victoriametrics-1.145/query_range", "thanos-0.41/query_range"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestAnswerDecoder::usualAnswersNeedNoGeneralReader()
{
    QFETCH(QString, name);
    const QByteArray body = recorded(name).body;
    AnswerDecoder decoder;
    const auto answer = decoder.decode(body);
    QVERIFY(answer && answer->isSuccess);
    QVERIFY(decoder.wasUsual());
    QVERIFY(answer == decoder.decodeAnyJson(body));
    QVERIFY(agreesWithQt(answer->result, body));
}

void TestAnswerDecoder::unusualAnswersAreLeftToIt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("a space") << matrixOf(R"({"metric":{}, "values":[[1,"1"]]})") << true;
    QTest::newRow("a time of microseconds") << matrixOf(R"({"metric":{},"values":[[1.000001,"1"]]})") << true;
    QTest::newRow("a time with an exponent") << matrixOf(R"({"metric":{},"values":[[1e3,"1"]]})") << true;
    QTest::newRow("a negative time") << matrixOf(R"({"metric":{},"values":[[-1,"1"]]})") << true;
    QTest::newRow("the keys turned round") << matrixOf(R"({"values":[[1,"1"]],"metric":{}})") << true;
    QTest::newRow("a pair of surrogates")
        << matrixOf(R"({"metric":{"a":"\ud83d\ude00"},"values":[[1,"1"]]})") << true;
    QTest::newRow("half a pair") << matrixOf(R"({"metric":{"a":"\ud83d"},"values":[[1,"1"]]})") << false;
    QTest::newRow("bad UTF-8") << matrixOf("{\"metric\":{\"a\":\"\xff\"},\"values\":[[1,\"1\"]]}") << false;
    QTest::newRow("a bare control character")
        << matrixOf("{\"metric\":{\"a\":\"\x01\"},\"values\":[[1,\"1\"]]}") << false;
    QTest::newRow("a repeated time") << matrixOf(R"({"metric":{},"values":[[1,"1"],[1,"2"]]})") << true;
    QTest::newRow("time goes back") << matrixOf(R"({"metric":{},"values":[[2,"1"],[1,"2"]]})") << false;
    QTest::newRow("no samples") << matrixOf(R"({"metric":{},"values":[]})") << true;
    QTest::newRow("no series") << matrixOf("") << true;
    QTest::newRow("histograms first") << matrixOf(
        R"({"metric":{},"histograms":[[1,{"count":"1","sum":"2"}]]},{"metric":{"a":"1"},"values":[[1,"1"]]})")
                                      << true;
    QTest::newRow("a series of numbers and histograms")
        << matrixOf(R"({"metric":{},"values":[[1,"1"]],"histograms":[[2,{"count":"1","sum":"2"}]]})") << true;
    QTest::newRow("a histogram with an escape")
        << matrixOf(R"({"metric":{},"histograms":[[2,{"count":"1","sum":"2","more":"\"]"}]]})") << true;
    QTest::newRow("a histogram that is none")
        << matrixOf(R"({"metric":{},"histograms":[[2,{"count":"1"}]]})") << false;
    QTest::newRow("brackets of a histogram that do not match")
        << matrixOf(R"({"metric":{},"histograms":[[2,{"count":"1","sum":"2"]}]})") << false;
    QTest::newRow("no number") << matrixOf(R"({"metric":{},"values":[[1,"1x"]]})") << false;
    QTest::newRow("a comma at the end") << matrixOf(R"({"metric":{},"values":[[1,"1"],]})") << false;
    QTest::newRow("a tail that is none")
        << QByteArray(matrixOf(R"({"metric":{},"values":[[1,"1"]]})") + "}") << false;
    QTest::newRow("data twice") << QByteArray(matrixOf(R"({"metric":{},"values":[[1,"1"]]})").chopped(1)
        + R"(,"data":{"resultType":"matrix","result":[]}})")
                                << true;
}

void TestAnswerDecoder::unusualAnswersAreLeftToIt()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isValid);
    AnswerDecoder decoder;
    const auto answer = decoder.decode(json);
    QVERIFY(!decoder.wasUsual());
    QCOMPARE(answer.has_value(), isValid);
    QVERIFY(answer == decoder.decodeAnyJson(json));
}

//! In any order, and at the end of the text, where the scanner reads in a copy.
void TestAnswerDecoder::histogramsTurnNoOtherSeriesAway()
{
    const QByteArrayList kinds{R"({"metric":{"a":"1"},"values":[[1,"1"],[2,"2"]]})",
        R"({"metric":{"a":"2"},"values":[[2,"NaN"]]})",
        R"({"metric":{"b":"1"},"histograms":[[1,{"count":"1","sum":"2","buckets":[[0,"1","2","1"]]}]]})",
        R"({"metric":{"b":"2"},"histograms":[[1,{"count":"0","sum":"0"}],[2,{"count":"1","sum":"-Inf"}]]})",
        R"({"metric":{"b":"[3"},"histograms":[]})"};
    RandomSource random(34);
    AnswerDecoder decoder;
    for (int i = 0; i < 2000; ++i) {
        QByteArrayList list{kinds.first()};
        for (std::uint64_t left = 1 + random.bits() % 8; left > 0; --left)
            list.append(kinds.at(static_cast<qsizetype>(random.bits() % 5)));
        const QByteArray json = matrixOf(list.join(','));
        const auto answer = decoder.decode(json);
        QVERIFY2(answer && decoder.wasUsual(), json.constData());
        QVERIFY2(answer == decoder.decodeAnyJson(json), json.constData());
    }
}

void TestAnswerDecoder::tooManySeriesAreCountedWithHistograms()
{
    QByteArray list;
    for (std::size_t i = 0; i < maximumSeries; ++i)
        list += R"({"metric":{},"value":[1,"1"]},)";
    const QByteArray json = R"({"status":"success","data":{"resultType":"vector","result":[)" + list
        + R"({"metric":{},"histogram":[1,{"count":"1","sum":"2"}]}]}})";
    AnswerDecoder decoder;
    const auto answer = decoder.decode(json);
    QVERIFY(answer);
    QVERIFY(answer->result.histograms.empty());
    QCOMPARE(answer->result.droppedSeries, std::size_t{1});
}

void TestAnswerDecoder::bothReadersAgreeOnRandomAnswers()
{
    AnswerGenerator generator(31);
    AnswerDecoder decoder; // one for all, so that what it keeps may do harm
    int usual = 0;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray json = generator.next();
        const auto answer = decoder.decode(json);
        usual += decoder.wasUsual() ? 1 : 0;
        QVERIFY2(answer == decoder.decodeAnyJson(json), json.constData());
        QVERIFY2(answer.has_value(), json.constData());
        const bool isQtsToo = !decoder.wasUsual() || agreesWithQt(answer->result, json);
        QVERIFY2(isQtsToo, json.constData());
    }
    QVERIFY2(usual > 1500, qPrintable(QString::number(usual)));
}

void TestAnswerDecoder::bothReadersAgreeOnDamagedAnswers()
{
    AnswerGenerator generator(32);
    AnswerDecoder decoder;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray json = generator.damaged(generator.next());
        QVERIFY2(decoder.decode(json) == decoder.decodeAnyJson(json), json.constData());
    }
}

void TestAnswerDecoder::bothReadersAgreeOnEveryTruncation()
{
    AnswerDecoder decoder;
    const QByteArray whole = recorded(u"prometheus-2.42/query_range"_s).body;
    for (qsizetype length = std::max<qsizetype>(0, whole.size() - 3000); length < whole.size(); ++length) {
        const QByteArray json = whole.left(length);
        const auto answer = decoder.decode(json);
        QVERIFY(!answer);
        QVERIFY(answer == decoder.decodeAnyJson(json));
    }
}

void TestAnswerDecoder::seriesOfOneGridShareTheirTimes()
{
    const QByteArray samples = R"("values":[[1795355517.25,"1"],[1795355532.25,"2"],[1795355547.25,"3"]]})";
    AnswerDecoder decoder;
    const auto answer =
        decoder.decode(matrixOf(R"({"metric":{"a":"1"},)" + samples + R"(,{"metric":{"a":"2"},)" + samples));
    QVERIFY(answer && decoder.wasUsual());
    QVERIFY(answer->result.series[0].times.isSharedWith(answer->result.series[1].times));
}

void TestAnswerDecoder::aSeriesWithAGapFindsBackToTheGrid()
{
    const QByteArray whole =
        R"({"metric":{"a":"1"},"values":[[1795355510,"1"],[1795355520,"2"],[1795355530,"3"],[1795355540,"4"]]})";
    const QByteArray torn =
        R"({"metric":{"a":"2"},"values":[[1795355510,"1"],[1795355525,"2"],[1795355530,"3"],[1795355540,"4"],[1795355550,"5"]]})";
    const QByteArray late = R"({"metric":{"a":"3"},"values":[[1795355540,"4"]]})";
    const QByteArray json = matrixOf(whole + ',' + torn + ',' + late + ',' + whole);
    AnswerDecoder decoder;
    const auto answer = decoder.decode(json);
    QVERIFY(answer && decoder.wasUsual());
    QVERIFY(agreesWithQt(answer->result, json));
}

void TestAnswerDecoder::aSampleAtRestCostsItsValue()
{
    QByteArrayList series;
    for (int i = 0; i < 50; ++i) {
        QByteArrayList samples;
        for (int at = 0; at < 1000; ++at)
            samples.append("[" + QByteArray::number(1'795'355'000 + 15 * at) + ",\""
                + QByteArray::number(i * at) + "\"]");
        series.append(
            R"({"metric":{"i":")" + QByteArray::number(i) + R"("},"values":[)" + samples.join(',') + "]}");
    }
    AnswerDecoder decoder;
    for (const bool isUsual : {true, false}) {
        const QByteArray json = matrixOf(series.join(','));
        const auto answer = isUsual ? decoder.decode(json) : decoder.decodeAnyJson(json);
        QVERIFY(answer);
        std::size_t bytes = answer->result.series.front().times.capacityBytes();
        for (const TimeSeries &one : answer->result.series) {
            QVERIFY(one.times.isSharedWith(answer->result.series.front().times));
            bytes += one.values.capacity() * sizeof(double);
        }
        QVERIFY2(bytes <= 9 * 50 * 1000, qPrintable(QString::number(bytes)));
    }
}

void TestAnswerDecoder::labelsAreInternedAcrossAnswers()
{
    const QByteArray json = matrixOf(R"({"metric":{"job":"x"},"values":[[1,"1"]]})");
    AnswerDecoder decoder;
    const auto one = decoder.decode(json);
    const auto two = decoder.decode(json);
    QVERIFY(one && two);
    QVERIFY(&one->result.series.front().labels.labels() == &two->result.series.front().labels.labels());
}

void TestAnswerDecoder::tooManySeriesAreCounted_data()
{
    QTest::addColumn<QByteArray>("unusual");
    QTest::newRow("usual") << QByteArray();
    QTest::newRow("for the general reader") << QByteArray(" ");
}

void TestAnswerDecoder::tooManySeriesAreCounted()
{
    QFETCH(QByteArray, unusual);
    QByteArray list;
    for (std::size_t i = 0; i < maximumSeries + 3; ++i)
        list += R"(,{"metric":{},"value":[1,"1"]})";
    AnswerDecoder decoder;
    const auto answer = decoder.decode(
        R"({"status":"success","data":{"resultType":"vector","result":[)" + unusual + list.mid(1) + "]}}");
    QVERIFY(answer);
    QCOMPARE(answer->result.series.size(), maximumSeries);
    QCOMPARE(answer->result.droppedSeries, std::size_t{3});
    QCOMPARE(decoder.wasUsual(), unusual.isEmpty());
}

void TestAnswerDecoder::roomBehindTheBodyChangesNothing()
{
    AnswerGenerator generator(33);
    AnswerDecoder decoder;
    for (int i = 0; i < 300; ++i) {
        const QByteArray tight = generator.damaged(generator.next());
        QByteArray roomy = tight;
        roomy.reserve(tight.size() + 512);
        QVERIFY(decoder.decodeAnyJson(tight) == decoder.decodeAnyJson(roomy));
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestAnswerDecoder)
#include "tst_answerdecoder.moc"
