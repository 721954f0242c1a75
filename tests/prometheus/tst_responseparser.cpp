// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/prometheus/responseparser.h"

#include "tests/prometheus/recordedanswers.h"

#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

Q_DECLARE_METATYPE(sockeye::QueryError::Kind)
Q_DECLARE_METATYPE(sockeye::QueryResult::Type)

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = QueryError::Kind;
using test::answer;
using test::recorded;

namespace {

HttpReply vectorOf(const QByteArray &sample)
{
    return answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":)" + sample
            + "}]}}");
}

HttpReply matrixOf(const QByteArray &samples)
{
    return answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},"values":)"
            + samples + "}]}}");
}

// What holds for every result, whatever the bytes were.
bool isSound(const QueryResult &result)
{
    for (const TimeSeries &series : result.series) {
        const bool ascends = std::adjacent_find(series.times.begin(), series.times.end(),
                                 [](Timestamp a, Timestamp b) { return a >= b; })
            == series.times.end();
        if (!ascends || series.isEmpty() || series.times.size() != series.values.size())
            return false;
        if (std::any_of(series.values.begin(), series.values.end(), isAbsent))
            return false;
    }
    return true;
}

} // namespace

class TestResponseParser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRecordedResults_data();
    void readsRecordedResults();
    void readsARange();
    void readsScalarAndString();
    void readsValues_data();
    void readsValues();
    void refusesValues_data();
    void refusesValues();
    void takesKeysInAnyOrder();
    void unescapesLabels();
    void keepsWarningsAndInfos();
    void tellsPartialAnswers_data();
    void tellsPartialAnswers();
    void readsNativeHistograms();
    void readsHistogramsBesideValues();
    void refusesHistograms_data();
    void refusesHistograms();
    void keepsTheLastOfRepeatedTimes();
    void mapsRecordedErrors_data();
    void mapsRecordedErrors();
    void mapsEveryKind_data();
    void mapsEveryKind();
    void readsThePositionOfAParseError();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void tellsStartingFromStopping_data();
    void tellsStartingFromStopping();
    void refusesEveryTruncation();
    void survivesFlippedBytes();
    void readsSmallDocuments();
    void mapsErrorsOfSmallDocuments_data();
    void mapsErrorsOfSmallDocuments();
};

void TestResponseParser::readsRecordedResults_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QueryResult::Type>("type");
    QTest::addColumn<qsizetype>("series");

    using Type = QueryResult::Type;
    QTest::newRow("vector") << u"prometheus-3.5.3/query_vector"_s << Type::Vector << qsizetype{3};
    QTest::newRow("matrix of an instant")
        << u"prometheus-3.5.3/query_matrix_instant"_s << Type::Matrix << qsizetype{4};
    QTest::newRow("with statistics") << u"prometheus-3.5.3/query_stats"_s << Type::Vector << qsizetype{8};
    QTest::newRow("2.42") << u"prometheus-2.42/query_range"_s << Type::Matrix << qsizetype{4};
    QTest::newRow("VictoriaMetrics, whole seconds")
        << u"victoriametrics-1.145/query_range"_s << Type::Matrix << qsizetype{4};
    QTest::newRow("VictoriaMetrics with a trace")
        << u"victoriametrics-1.145/query_range_trace"_s << Type::Matrix << qsizetype{4};
    QTest::newRow("Thanos") << u"thanos-0.41/query_range"_s << Type::Matrix << qsizetype{4};
}

void TestResponseParser::readsRecordedResults()
{
    QFETCH(QString, name);
    QFETCH(QueryResult::Type, type);
    QFETCH(qsizetype, series);

    const auto result = parseResponse(recorded(name));

    QVERIFY2(result.has_value(), qPrintable(result.has_value() ? QString() : result.error().message));
    QCOMPARE(result->type, type);
    QCOMPARE(qsizetype(result->series.size()), series);
    QVERIFY(isSound(*result));
}

void TestResponseParser::readsARange()
{
    const auto result = parseResponse(matrixOf(R"([[1795355517.25,"4"],[1795355532.25,"-1.5e-3"]])"));

    QVERIFY(result.has_value());
    const TimeSeries &series = result->series.front();
    QCOMPARE(series.labels, (LabelSet{{"a", "b"}}));
    QVERIFY((series.times
        == std::vector<Timestamp>{fromMilliseconds(1'795'355'517'250), fromMilliseconds(1'795'355'532'250)}));
    QVERIFY((series.values == std::vector<double>{4.0, -0.0015}));
}

void TestResponseParser::readsScalarAndString()
{
    const auto scalar = parseResponse(recorded(u"prometheus-3.5.3/query_scalar"_s));
    const auto string = parseResponse(recorded(u"prometheus-3.5.3/query_string"_s));

    QVERIFY(scalar.has_value() && string.has_value());
    QCOMPARE(scalar->type, QueryResult::Type::Scalar);
    QCOMPARE(scalar->series.front().values.front(), 1.5);
    QVERIFY(scalar->series.front().times.front() == fromMilliseconds(1'795'355'637'979));
    QCOMPARE(string->type, QueryResult::Type::String);
    QCOMPARE(string->string, u"hello"_s);
    QVERIFY(string->series.empty());
}

void TestResponseParser::readsValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("value");

    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("NaN") << QByteArray("NaN") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("+Inf") << QByteArray("+Inf") << infinity;
    QTest::newRow("-Inf") << QByteArray("-Inf") << -infinity;
    QTest::newRow("Inf") << QByteArray("Inf") << infinity;
    QTest::newRow("large") << QByteArray("1e+300") << 1e300;
    QTest::newRow("negative zero") << QByteArray("-0") << -0.0;
    QTest::newRow("17 digits") << QByteArray("0.14545454545454545") << 0.14545454545454545;
    QTest::newRow("the smallest") << QByteArray("5e-324") << 5e-324;
}

void TestResponseParser::readsValues()
{
    QFETCH(QByteArray, text);
    QFETCH(double, value);

    const auto result = parseResponse(vectorOf("[1,\"" + text + "\"]"));

    QVERIFY(result.has_value());
    const double read = result->series.front().values.front();
    QVERIFY(!isAbsent(read));
    QVERIFY(
        std::isnan(value) ? std::isnan(read) : std::bit_cast<quint64>(read) == std::bit_cast<quint64>(value));
}

void TestResponseParser::refusesValues_data()
{
    QTest::addColumn<QByteArray>("sample");

    QTest::newRow("no number") << QByteArray(R"([1,"one"])");
    QTest::newRow("an empty text") << QByteArray(R"([1,""])");
    QTest::newRow("two signs") << QByteArray(R"([1,"+-1"])");
    QTest::newRow("more than a number") << QByteArray(R"([1,"1 "])");
    QTest::newRow("out of range") << QByteArray(R"([1,"1e999"])");
    QTest::newRow("a bare number") << QByteArray("[1,1]");
    QTest::newRow("a time of text") << QByteArray(R"(["1","1"])");
    QTest::newRow("a time without end") << QByteArray(R"([1e300,"1"])");
    QTest::newRow("one element") << QByteArray("[1]");
    QTest::newRow("three elements") << QByteArray(R"([1,"1","2"])");
    QTest::newRow("nothing") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("an object") << QByteArray("{}");
}

void TestResponseParser::refusesValues()
{
    QFETCH(QByteArray, sample);

    const auto result = parseResponse(vectorOf(sample));

    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, Kind::Malformed);
    QVERIFY(!result.error().message.isEmpty());
}

void TestResponseParser::takesKeysInAnyOrder()
{
    const auto result = parseResponse(answer(200, "application/json",
        R"({"infos":["i"],"data":{"analysis":{},"result":[{"value":[1,"2"],"metric":{"a":"b"}}],"x":[{}],)"
        R"("resultType":"vector"},"warnings":null,"isPartial":false,"status":"success"})"));

    QVERIFY2(result.has_value(), qPrintable(result.has_value() ? QString() : result.error().message));
    QCOMPARE(result->series.front().values.front(), 2.0);
    QCOMPARE(result->series.front().labels.value("a"), "b");
    QCOMPARE(result->infos, QStringList{u"i"_s});
}

void TestResponseParser::unescapesLabels()
{
    const auto result = parseResponse(answer(200, "application/stream+json",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":)"
        R"({"path":"a\\b\"c\u00e4\ud83d\ude00\n"},"value":[1,"2"]}]}})"));

    QVERIFY(result.has_value());
    QCOMPARE(result->series.front().labels.value("path"), "a\\b\"c\xc3\xa4\xf0\x9f\x98\x80\n");
}

void TestResponseParser::keepsWarningsAndInfos()
{
    const auto infos = parseResponse(recorded(u"prometheus-3.5.3/query_warnings"_s));
    const auto warnings = parseResponse(recorded(u"thanos-0.41/query_partial_warning"_s));

    QVERIFY(infos.has_value() && warnings.has_value());
    QCOMPARE(infos->infos.size(), 1);
    QVERIFY(infos->infos.front().startsWith("PromQL info:"_L1));
    QVERIFY(!warnings->warnings.isEmpty());
    QVERIFY(!warnings->series.empty());
}

void TestResponseParser::tellsPartialAnswers_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<bool>("isPartial");

    // https://docs.victoriametrics.com/cluster-victoriametrics/#cluster-availability
    const auto cluster = [](const QByteArray &head, const QByteArray &tail) {
        return answer(200, "application/json",
            "{" + head + R"("data":{"resultType":"vector","result":[{"metric":{"a":"b"},"value":[1,"2"]}]})"
                + tail + "}");
    };
    QTest::newRow("cluster with all of its storage")
        << cluster(R"("status":"success","isPartial":false,)", R"(,"stats":{"seriesFetched":"1"})") << false;
    QTest::newRow("cluster without a storage node")
        << cluster(R"("status":"success","isPartial":true,)", R"(,"stats":{"seriesFetched":"1"})") << true;
    QTest::newRow("said at the end") << cluster(R"("status":"success",)", R"(,"isPartial":true)") << true;
    QTest::newRow("said not at all") << cluster(R"("status":"success",)", {}) << false;
    QTest::newRow("Thanos without a store") << recorded(u"thanos-0.41/query_partial_warning"_s) << true;
    QTest::newRow("a warning about something else")
        << cluster(R"("status":"success",)", R"(,"warnings":["results truncated due to limit"])") << false;
}

void TestResponseParser::tellsPartialAnswers()
{
    QFETCH(HttpReply, reply);
    const auto result = parseResponse(reply);
    QVERIFY2(result.has_value(), qPrintable(result.has_value() ? QString() : result.error().message));
    QTEST(result->isPartial, "isPartial");
    QVERIFY(!result->series.empty());
}

void TestResponseParser::readsNativeHistograms()
{
    const auto pure = parseResponse(recorded(u"prometheus-3.5.3/native_histogram"_s));
    QVERIFY(pure.has_value());
    QVERIFY(pure->series.empty());
    QCOMPARE(pure->histograms.size(), std::size_t{1});
    const HistogramSeries &series = pure->histograms.front();
    QCOMPARE(series.labels.value("service"), "gorilla");
    QVERIFY(series.times == TimeColumn{fromMilliseconds(1'795'355'639'706)});
    const NativeHistogram &histogram = series.histograms.front();
    QCOMPARE(histogram.count, 1836.0);
    QCOMPARE(histogram.sum, 0.1074886300000001);
    QCOMPARE(histogram.buckets.size(), std::size_t{44});
    QVERIFY((histogram.buckets.front()
        == HistogramBucket{
            HistogramBucket::Open::Left, 0.000009894100606163098, 0.000010789593218788871, 4.0}));
    const double median = histogram.quantile(0.5);
    QVERIFY(median > 0.000047 && median < 0.000056);
}

void TestResponseParser::readsHistogramsBesideValues()
{
    const auto mixed = parseResponse(answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"matrix","result":[)"
        R"({"metric":{"a":"1"},"histograms":[[1,{"count":"1","sum":"2"}]],"values":[[0,"7"]]},)"
        R"({"metric":{"a":"2"},"histograms":[[1,{"count":"1","sum":"2","buckets":[[3,"-1","1","1"]]}]]}]}})"));
    QVERIFY(mixed.has_value());
    QCOMPARE(mixed->series.size(), std::size_t{1});
    QCOMPARE(mixed->series.front().values.front(), 7.0);
    QCOMPARE(mixed->histograms.size(), std::size_t{2});
    QVERIFY(mixed->histograms.front().histograms.front().buckets.empty());
    QVERIFY(
        mixed->histograms.back().histograms.front().buckets.front().open == HistogramBucket::Open::Neither);
}

void TestResponseParser::refusesHistograms_data()
{
    QTest::addColumn<QByteArray>("histogram");
    QTest::newRow("no sum") << QByteArray(R"({"count":"1"})");
    QTest::newRow("no count") << QByteArray(R"({"sum":"1"})");
    QTest::newRow("a count of no text") << QByteArray(R"({"count":1,"sum":"1"})");
    QTest::newRow("a rule of tomorrow")
        << QByteArray(R"({"count":"1","sum":"1","buckets":[[4,"1","2","1"]]})");
    QTest::newRow("three elements") << QByteArray(R"({"count":"1","sum":"1","buckets":[[0,"1","2"]]})");
    QTest::newRow("five elements") << QByteArray(
        R"({"count":"1","sum":"1","buckets":[[0,"1","2","1","1"]]})");
    QTest::newRow("no object") << QByteArray("[]");
}

void TestResponseParser::refusesHistograms()
{
    QFETCH(QByteArray, histogram);
    const auto result = parseResponse(answer(200, "application/json",
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histogram":[1,)"
            + histogram + "]}]}}"));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, Kind::Malformed);
}

void TestResponseParser::keepsTheLastOfRepeatedTimes()
{
    const auto repeated = parseResponse(matrixOf(R"([[1,"1"],[1,"2"],[2,"3"]])"));
    const auto backwards = parseResponse(matrixOf(R"([[2,"1"],[1,"2"]])"));

    QVERIFY(repeated.has_value());
    QVERIFY((repeated->series.front().values == std::vector<double>{2.0, 3.0}));
    QCOMPARE(backwards.error().kind, Kind::Malformed);
}

void TestResponseParser::mapsRecordedErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QueryError::Kind>("kind");

    QTest::newRow("parse error") << u"prometheus-3.5.3/query_parse_error"_s << Kind::BadData;
    QTest::newRow("many-to-many") << u"prometheus-3.5.3/query_exec_error"_s << Kind::Execution;
    QTest::newRow("too many points") << u"prometheus-3.5.3/range_too_many_points"_s << Kind::BadData;
    QTest::newRow("unknown path") << u"prometheus-3.5.3/not_found"_s << Kind::NotFound;
    QTest::newRow("unknown path, 2.42") << u"prometheus-2.42/notifications_missing"_s << Kind::NotFound;
    QTest::newRow("VictoriaMetrics cannot parse") << u"victoriametrics-1.145/parse_error"_s << Kind::BadData;
    QTest::newRow("VictoriaMetrics knows no such path")
        << u"victoriametrics-1.145/not_found"_s << Kind::NotFound;
    QTest::newRow("Thanos") << u"thanos-0.41/parse_error"_s << Kind::BadData;
    QTest::newRow("Cortex without a tenant") << u"cortex-1.21/no_org_id"_s << Kind::TenantMissing;
    QTest::newRow("Cortex with a wrong tenant")
        << u"cortex-1.21/query_federated_rejected"_s << Kind::TenantRefused;
}

void TestResponseParser::mapsRecordedErrors()
{
    QFETCH(QString, name);
    QFETCH(QueryError::Kind, kind);
    const HttpReply reply = recorded(name);

    const auto result = parseResponse(reply);

    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().status, reply.status);
    QVERIFY(!result.error().message.isEmpty());
}

void TestResponseParser::mapsEveryKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QueryError::Kind>("kind");

    const QByteArray json = "application/json";
    const QByteArray page = "<html><title>Proxy</title></html>";
    const auto word = [](const QByteArray &type) {
        return QByteArray(R"({"status":"error","errorType":")" + type + R"(","error":"words"})");
    };
    QTest::newRow("a parse error") << 400 << json << word("bad_data") << Kind::BadData;
    QTest::newRow("an evaluation error") << 422 << json << word("execution") << Kind::Execution;
    QTest::newRow("a query that took too long") << 503 << json << word("timeout") << Kind::Timeout;
    QTest::newRow("a cancelled query") << 499 << json << word("canceled") << Kind::Canceled;
    QTest::newRow("not available") << 500 << json << word("unavailable") << Kind::Unavailable;
    QTest::newRow("an internal error") << 500 << json << word("internal") << Kind::Internal;
    QTest::newRow("not found, says the API") << 200 << json << word("not_found") << Kind::NotFound;
    QTest::newRow("a word of tomorrow") << 500 << json << word("surprise") << Kind::Internal;
    QTest::newRow("an error hidden behind 200") << 200 << json << word("execution") << Kind::Execution;
    QTest::newRow("the limit of a tenant") << 429 << json << word("bad_data") << Kind::TooManyRequests;
    QTest::newRow("a success that is none")
        << 500 << json << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[]}})")
        << Kind::Internal;
    QTest::newRow("401 of a proxy") << 401 << QByteArray("text/html") << page << Kind::Unauthorized;
    QTest::newRow("401 of a gateway in JSON")
        << 401 << json << QByteArray(R"({"message":"no"})") << Kind::Unauthorized;
    QTest::newRow("403 of a proxy") << 403 << QByteArray("text/html") << page << Kind::Forbidden;
    QTest::newRow("404 of a proxy") << 404 << QByteArray("text/html") << page << Kind::NotFound;
    QTest::newRow("405") << 405 << QByteArray("text/plain") << QByteArray("no") << Kind::NotPrometheus;
    QTest::newRow("413") << 413 << QByteArray("text/html") << page << Kind::RequestTooLarge;
    QTest::newRow("414") << 414 << QByteArray("text/html") << page << Kind::RequestTooLarge;
    QTest::newRow("502") << 502 << QByteArray("text/html") << page << Kind::BadGateway;
    QTest::newRow("503 of a proxy") << 503 << QByteArray("text/html") << page << Kind::BadGateway;
    QTest::newRow("504") << 504 << QByteArray("text/html") << page << Kind::BadGateway;
    QTest::newRow("a page") << 200 << QByteArray("text/html") << page << Kind::NotPrometheus;
    QTest::newRow("plain text") << 200 << QByteArray("text/plain") << QByteArray("OK") << Kind::NotPrometheus;
    QTest::newRow("nothing at all") << 204 << QByteArray() << QByteArray() << Kind::NotPrometheus;
    QTest::newRow("JSON of another program")
        << 200 << json << QByteArray(R"({"version":"1"})") << Kind::NotPrometheus;
    QTest::newRow("a list") << 200 << json << QByteArray("[]") << Kind::Malformed;
    QTest::newRow("no JSON") << 200 << json << QByteArray("<html>") << Kind::Malformed;
    QTest::newRow("an empty body") << 200 << json << QByteArray() << Kind::Malformed;
    QTest::newRow("no data") << 200 << json << QByteArray(R"({"status":"success"})") << Kind::Malformed;
    QTest::newRow("another status") << 200 << json << QByteArray(R"({"status":"ok"})") << Kind::Malformed;
    QTest::newRow("an unknown type of result")
        << 200 << json << QByteArray(R"({"status":"success","data":{"resultType":"cube","result":[]}})")
        << Kind::Malformed;
    QTest::newRow("text after the end")
        << 200 << json << QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[]}} {})")
        << Kind::Malformed;
    QTest::newRow("no UTF-8")
        << 200 << json
        << QByteArray("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":"
                      "{\"a\":\"\xff\"},\"value\":[1,\"1\"]}]}}")
        << Kind::Malformed;
}

void TestResponseParser::mapsEveryKind()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(QueryError::Kind, kind);

    const auto result = parseResponse(answer(status, contentType, body));

    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, kind);
    QCOMPARE(result.error().status, status);
    QVERIFY(!result.error().message.contains(u'<'));
}

void TestResponseParser::readsThePositionOfAParseError()
{
    const auto first = parseResponse(recorded(u"prometheus-3.5.3/query_parse_error"_s));
    const auto later = parseResponse(answer(400, "application/json",
        R"({"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 12:34: parse error: x"})"));
    const auto none = parseResponse(recorded(u"prometheus-3.5.3/range_too_many_points"_s));

    QCOMPARE(std::pair(first.error().line, first.error().column), std::pair(1, 6));
    QCOMPARE(std::pair(later.error().line, later.error().column), std::pair(12, 34));
    QCOMPARE(std::pair(none.error().line, none.error().column), std::pair(0, 0));
}

void TestResponseParser::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("seconds");

    QTest::newRow("seconds") << QByteArray("120") << 120LL;
    QTest::newRow("a date") << QByteArray("Thu, 01 Jan 2026 00:01:30 GMT") << 90LL;
    QTest::newRow("a date that is over") << QByteArray("Thu, 01 Jan 2015 00:00:00 GMT") << 0LL;
    QTest::newRow("nonsense") << QByteArray("soon") << 0LL;
    QTest::newRow("less than nothing") << QByteArray("-5") << 0LL;
    QTest::newRow("an eternity") << QByteArray("9223372036854775807") << 86'400LL;
}

void TestResponseParser::readsRetryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, seconds);
    HttpReply reply = answer(429, "text/plain", "slow down");
    reply.headers = {{"retry-after", header}};
    reply.receivedAt = fromMilliseconds(1'767'225'600'000);

    QCOMPARE(qint64{parseResponse(reply).error().retryAfter.count()}, seconds);
}

void TestResponseParser::tellsStartingFromStopping_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QueryError::Kind>("kind");

    QTest::newRow("starting") << QByteArray("false") << Kind::Starting;
    QTest::newRow("stopping") << QByteArray("true") << Kind::Stopping;
    QTest::newRow("a server that sends no such header") << QByteArray() << Kind::Starting;
}

void TestResponseParser::tellsStartingFromStopping()
{
    QFETCH(QByteArray, header);
    QFETCH(QueryError::Kind, kind);
    HttpReply reply = answer(503, "text/plain", "Service Unavailable");
    if (!header.isEmpty())
        reply.headers = {{"X-Prometheus-Stopping", header}};

    QCOMPARE(parseResponse(reply).error().kind, kind);
}

void TestResponseParser::refusesEveryTruncation()
{
    for (const test::RecordedAnswer &whole : test::allRecorded()) {
        if (whole.reply.contentType != "application/json" || !parseResponse(whole.reply))
            continue;
        HttpReply reply = whole.reply;
        while (!reply.body.isEmpty()) {
            reply.body.chop(1);
            const auto result = parseResponse(reply);
            QVERIFY2(!result && result.error().kind == Kind::Malformed,
                qPrintable(QString(whole.name % u' ' % QString::number(reply.body.size()))));
        }
    }
}

void TestResponseParser::survivesFlippedBytes()
{
    RandomSource random(7);
    for (const test::RecordedAnswer &whole : test::allRecorded()) {
        for (int round = 0; round < 200; ++round) {
            HttpReply reply = whole.reply;
            for (std::uint64_t flips = 1 + random.bits() % 4; flips > 0 && !reply.body.isEmpty(); --flips) {
                const auto at =
                    static_cast<qsizetype>(random.bits() % static_cast<std::uint64_t>(reply.body.size()));
                reply.body[at] = static_cast<char>(random.bits() & 0xff);
            }
            const auto result = parseResponse(reply);
            QVERIFY2(!result || isSound(*result), reply.body.constData());
            const auto document = parseDocument(reply);
            QVERIFY(document.has_value() || document.error().status == reply.status);
        }
    }
}

void TestResponseParser::readsSmallDocuments()
{
    const auto data = parseDocument(recorded(u"prometheus-2.42/buildinfo"_s));

    QVERIFY(data.has_value());
    QCOMPARE((*data)["version"_L1].toString(), u"2.42.0+ds"_s);
}

void TestResponseParser::mapsErrorsOfSmallDocuments_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QueryError::Kind>("kind");

    QTest::newRow("an error of the API")
        << 422 << QByteArray(R"({"status":"error","errorType":"execution","error":"agent"})")
        << Kind::Execution;
    QTest::newRow("half an answer") << 200 << QByteArray(R"({"status":)") << Kind::Malformed;
    QTest::newRow("half an answer of 403") << 403 << QByteArray(R"({"status":)") << Kind::Forbidden;
    QTest::newRow("another program") << 200 << QByteArray("[]") << Kind::NotPrometheus;
}

void TestResponseParser::mapsErrorsOfSmallDocuments()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QueryError::Kind, kind);

    const auto data = parseDocument(answer(status, "application/json", body));

    QVERIFY(!data.has_value());
    QCOMPARE(data.error().kind, kind);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestResponseParser)

#include "tst_responseparser.moc"
