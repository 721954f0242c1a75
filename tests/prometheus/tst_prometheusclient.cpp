// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prometheusclient.h"
#include "core/prometheus/readapi.h"

#include "tests/http/faultyserver.h"
#include "tests/prometheus/recordedanswers.h"
#include "tests/support/nosecrets.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <map>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::FaultyServer;
using test::WireRequest;

namespace {

constexpr int patience = 30'000;

const QByteArray emptyVector = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
const QByteArray timeAnswer =
    R"({"status":"success","data":{"resultType":"scalar","result":[1767225600,"1767225600"]}})";

void reply(QTcpSocket &socket, int status, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Words\r\nContent-Type: application/json\r\n"
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

struct Scripted {
    int status = 404;
    QByteArray body;
};

// Answers by the path behind /api/v1/; what is not in the script is 404.
FaultyServer::Handler script(std::map<QByteArray, Scripted> answers)
{
    return [answers = std::move(answers)](const WireRequest &request, QTcpSocket &socket) {
        const QByteArray target = request.target.split('?').constFirst();
        const auto found = answers.find(target.mid(QByteArrayView("/api/v1/").size()));
        const Scripted answer = found == answers.end() ? Scripted{} : found->second;
        reply(socket, answer.status, answer.body);
    };
}

HttpConfig configFor(const QUrl &url)
{
    HttpConfig config;
    config.baseUrl = url;
    config.timeout = 60s;
    return config;
}

template <typename Outcome, typename Job>
Outcome outcomeOf(Job *job)
{
    QPointer<Job> guard(job);
    QSignalSpy spy(job, &Job::finished);
    if (spy.count() != 0 || !spy.wait(patience))
        qFatal("finished too early or never");
    const auto outcome = spy.first().first().template value<Outcome>();
    const bool isGone = QTest::qWaitFor([&guard] { return guard.isNull(); }, patience);
    if (!isGone || spy.count() != 1)
        qFatal("the job emitted twice or stayed");
    return outcome;
}

QueryOutcome answerOf(QueryJob *job)
{
    return outcomeOf<QueryOutcome>(job);
}

QByteArray formValue(const WireRequest &request, const char *name)
{
    const QUrlQuery query(QString::fromLatin1(request.body));
    return query.queryItemValue(QLatin1StringView(name), QUrl::FullyDecoded).toUtf8();
}

} // namespace

class TestPrometheusClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postsAnInstantQuery();
    void postsARangeQueryAndMarksGaps();
    void fallsBackToGetAndRemembers_data();
    void fallsBackToGetAndRemembers();
    void keepsPostWhenGetIsRefusedToo();
    void reportsErrorsOfTheApi();
    void reportsATransportError();
    void takesNoHalfAnswer_data();
    void takesNoHalfAnswer();
    void abortsWhileTheServerThinks();
    void abortsWhileDecoding();
    void longListsDelayNoRule();
    void diesQuietlyWithTheClient();
    void mayBeDeletedFromItsOwnSignal();
    void checksAServer();
    void checksAServerThatTellsLittle();
    void failsACheck_data();
    void failsACheck();
    void abortsACheckFromItsProgress();
    void takesInventory();
    void takesInventoryWithoutMetadata();

private:
    test::NoSecrets m_secrets;
    SystemClock m_clock;
};

void TestPrometheusClient::postsAnInstantQuery()
{
    FaultyServer server(script({{"query", {200, test::recorded(u"prometheus-3.5.3/query_vector"_s).body}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto now = answerOf(client.query({u"sum(rate(x{a=~\"b+\"}[1m]))"_s, {}}));
    const auto then = answerOf(client.query({u"up"_s, fromMilliseconds(1'767'225'600'123)}));

    QVERIFY(now.has_value() && then.has_value());
    QCOMPARE(now->result.series.size(), std::size_t{3});
    QVERIFY(now->elapsed.count() > 0);
    QVERIFY(now->receivedAt > Timestamp{});
    const WireRequest &first = server.requests().at(0);
    QCOMPARE(first.method, "POST");
    QCOMPARE(formValue(first, "query"), "sum(rate(x{a=~\"b+\"}[1m]))");
    QCOMPARE(formValue(first, "timeout"), "59000ms");
    QVERIFY(formValue(first, "time").isEmpty());
    QCOMPARE(formValue(server.requests().at(1), "time"), "1767225600.123");
}

void TestPrometheusClient::postsARangeQueryAndMarksGaps()
{
    FaultyServer server(script({{"query_range",
        {200,
            R"({"status":"success","data":{"resultType":"matrix","result":[)"
            R"({"metric":{"a":"b"},"values":[[10,"1"],[20,"2"],[50,"NaN"]]}]}})"}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome =
        answerOf(client.queryRange({u"x"_s, {fromMilliseconds(10'000), fromMilliseconds(50'000)}, 10s}));

    QVERIFY(outcome.has_value());
    const TimeSeries &series = outcome->result.series.front();
    QCOMPARE(series.size(), std::size_t{4});
    QVERIFY(isAbsent(series.values.at(2)) && series.times[2] == fromMilliseconds(30'000));
    QVERIFY(!isAbsent(series.values.at(3)));
    const WireRequest &request = server.requests().front();
    QCOMPARE(formValue(request, "start"), "10.000");
    QCOMPARE(formValue(request, "end"), "50.000");
    QCOMPARE(formValue(request, "step"), "10.000");
}

void TestPrometheusClient::fallsBackToGetAndRemembers_data()
{
    QTest::addColumn<int>("status");

    QTest::newRow("forbidden") << 403;
    QTest::newRow("not allowed") << 405;
    QTest::newRow("not implemented") << 501;
}

void TestPrometheusClient::fallsBackToGetAndRemembers()
{
    QFETCH(int, status);
    FaultyServer server([status](const WireRequest &request, QTcpSocket &socket) {
        reply(socket, request.method == "GET" ? 200 : status, emptyVector);
    });
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    QVERIFY(answerOf(client.query({u"a+b"_s, {}})).has_value());
    QVERIFY(answerOf(client.query({u"up"_s, {}})).has_value());

    QCOMPARE(server.requests().size(), std::size_t{3});
    QCOMPARE(server.requests().at(1).method, "GET");
    QCOMPARE(server.requests().at(1).target, "/api/v1/query?query=a%2Bb&timeout=59000ms");
    QCOMPARE(server.requests().at(2).method, "GET");
}

void TestPrometheusClient::keepsPostWhenGetIsRefusedToo()
{
    FaultyServer server(script({{"query", {403, {}}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto first = answerOf(client.query({u"up"_s, {}}));
    const auto second = answerOf(client.query({u"up"_s, {}}));

    QCOMPARE(first.error().kind, Kind::Forbidden);
    QCOMPARE(second.error().kind, Kind::Forbidden);
    QCOMPARE(server.requests().at(2).method, "POST");
}

void TestPrometheusClient::reportsErrorsOfTheApi()
{
    FaultyServer server(
        script({{"query", {400, test::recorded(u"prometheus-2.42/query_parse_error"_s).body}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = answerOf(client.query({u"sum(("_s, {}}));

    QCOMPARE(outcome.error().kind, Kind::BadData);
    QCOMPARE(outcome.error().line, 1);
    QVERIFY(!outcome.error().http);
}

void TestPrometheusClient::reportsATransportError()
{
    FaultyServer server([](const WireRequest &, QTcpSocket &socket) { socket.disconnectFromHost(); });
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = answerOf(client.query({u"up"_s, {}}));

    QCOMPARE(outcome.error().kind, Kind::Transport);
    QCOMPARE(outcome.error().status, 0);
    QCOMPARE(outcome.error().http->kind, HttpError::Kind::ConnectionLost);
}

void TestPrometheusClient::takesNoHalfAnswer_data()
{
    QTest::addColumn<QByteArray>("framing");

    QTest::newRow("of a known length") << QByteArray("Content-Length: 1000\r\n\r\n");
    QTest::newRow("in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n200\r\n");
    QTest::newRow("until the connection ends") << QByteArray("\r\n");
}

void TestPrometheusClient::takesNoHalfAnswer()
{
    QFETCH(QByteArray, framing);
    FaultyServer server([framing](const WireRequest &, QTcpSocket &socket) {
        socket.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + framing + emptyVector.chopped(2));
        socket.disconnectFromHost();
    });
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = answerOf(client.query({u"up"_s, {}}));

    QVERIFY(!outcome.has_value());
    QVERIFY(outcome.error().kind == Kind::Transport || outcome.error().kind == Kind::Malformed);
}

void TestPrometheusClient::abortsWhileTheServerThinks()
{
    FaultyServer server([](const WireRequest &, QTcpSocket &) {});
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);
    QueryJob *job = client.query({u"up"_s, {}});
    QTRY_VERIFY(!server.requests().empty());

    job->abort();
    job->abort();
    const auto outcome = answerOf(job);

    QCOMPARE(outcome.error().kind, Kind::Transport);
    QCOMPARE(outcome.error().http->kind, HttpError::Kind::Aborted);
}

void TestPrometheusClient::abortsWhileDecoding()
{
    // Long enough to be decoded for a while; wherever the abort falls, there is one outcome.
    QByteArray body =
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[0,"0"])";
    for (int i = 1; i < 200'000; ++i)
        body += ",[" + QByteArray::number(i) + ",\"1\"]";
    body += "]}]}}";
    FaultyServer server(script({{"query", {200, body}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);
    for (int delay = 0; delay < 40; delay += 4) {
        QueryJob *job = client.query({u"up"_s, {}});
        QTimer::singleShot(delay, job, &QueryJob::abort);

        const auto outcome = answerOf(job);

        QVERIFY(outcome.has_value() || outcome.error().http->kind == HttpError::Kind::Aborted);
    }
}

//! A server that holds all but rules: it sees five at once, and a rule comes through.
void TestPrometheusClient::longListsDelayNoRule()
{
    int held = 0;
    FaultyServer server([&held](const WireRequest &request, QTcpSocket &socket) {
        if (request.body.startsWith("query=rule"))
            reply(socket, 200, emptyVector);
        else
            ++held;
    });
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);
    client.check();
    client.inventory(".+");
    client.read().metadata();
    std::vector<QueryJob *> panels;
    for (int i = 0; i < 5; ++i)
        panels.push_back(client.queryRange({u"panel"_s, {fromMilliseconds(0), fromMilliseconds(1'000)}, 1s}));
    QTRY_COMPARE_WITH_TIMEOUT(held, 5, patience);
    QCOMPARE(client.requestsInFlight(), 5U);
    QCOMPARE(client.requestsWaiting(), 3U);

    QVERIFY(outcomeOf<QueryOutcome>(client.query({u"rule"_s, {}})).has_value());
    QCOMPARE(held, 5);

    const auto aborted = [](QueryJob *job) {
        QSignalSpy spy(job, &QueryJob::finished);
        job->abort();
        return spy.isEmpty() && spy.wait(patience)
            && spy.first().first().value<QueryOutcome>().error().http->kind == HttpError::Kind::Aborted;
    };
    QVERIFY(aborted(panels.back())); // which waits
    QCOMPARE(client.requestsWaiting(), 2U);
    QVERIFY(aborted(panels.front())); // which the server holds
    QTRY_COMPARE_WITH_TIMEOUT(held, 6, patience);
    QCOMPARE(client.requestsWaiting(), 1U);
}

void TestPrometheusClient::diesQuietlyWithTheClient()
{
    FaultyServer server(script({{"query", {200, emptyVector}}}));
    for (int turns = 0; turns < 30; ++turns) {
        auto client = std::make_unique<PrometheusClient>(configFor(server.url()), m_secrets, m_clock);
        QPointer<QueryJob> query(client->query({u"up"_s, {}}));
        QPointer<ServerCheckJob> check(client->check());
        QPointer<InventoryJob> inventory(client->inventory("x"));
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);

        client.reset();

        QVERIFY(query.isNull() && check.isNull() && inventory.isNull());
    }
}

void TestPrometheusClient::mayBeDeletedFromItsOwnSignal()
{
    FaultyServer server(script({{"query", {200, emptyVector}}}));
    auto client = std::make_unique<PrometheusClient>(configFor(server.url()), m_secrets, m_clock);
    bool hasAnswer = false;
    connect(client->query({u"up"_s, {}}), &QueryJob::finished, this, [&](const QueryOutcome &outcome) {
        client.reset();
        hasAnswer = outcome.has_value();
    });

    QTRY_VERIFY(hasAnswer);
}

void TestPrometheusClient::checksAServer()
{
    FaultyServer server(script({{"query", {200, timeAnswer}},
        {"status/buildinfo", {200, test::recorded(u"prometheus-3.5.3/buildinfo"_s).body}},
        {"status/tsdb", {200, test::recorded(u"prometheus-3.5.3/tsdb_status"_s).body}},
        {"targets", {200, test::recorded(u"prometheus-3.5.3/targets"_s).body}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);
    ServerCheckJob *job = client.check();
    QSignalSpy progress(job, &ServerCheckJob::progressed);

    const auto outcome = outcomeOf<ServerCheckOutcome>(job);

    QVERIFY(outcome.has_value());
    QVERIFY(outcome->profile.version.startsWith("3.5.3"_L1));
    QCOMPARE(outcome->seriesCount, 1'668);
    QVERIFY(outcome->scrapeInterval == 5s);
    QVERIFY(outcome->activeTargets > outcome->targetsUp);
    QVERIFY(outcome->roundTrip.count() > 0);
    QCOMPARE(progress.count(), 5);
    QCOMPARE(progress.last(), (QVariantList{5, 5}));
}

void TestPrometheusClient::checksAServerThatTellsLittle()
{
    FaultyServer server(script({{"query", {200, timeAnswer}}, {"targets", {500, "<html>"}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf<ServerCheckOutcome>(client.check());

    QVERIFY(outcome.has_value());
    QVERIFY(outcome->profile.version.isEmpty());
    QCOMPARE(outcome->seriesCount, -1);
    QVERIFY(outcome->scrapeInterval == 0s);
    QVERIFY(outcome->roundTrip.count() > 0);
}

void TestPrometheusClient::failsACheck_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");

    QTest::newRow("a wrong password") << 401 << QByteArray() << int(Kind::Unauthorized);
    QTest::newRow("a wrong prefix") << 404 << QByteArray() << int(Kind::NotFound);
    QTest::newRow("another program") << 200 << QByteArray("{}") << int(Kind::NotPrometheus);
    QTest::newRow("no number") << 200 << emptyVector << int(Kind::Malformed);
}

void TestPrometheusClient::failsACheck()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    FaultyServer server(script({{"query", {status, body}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf<ServerCheckOutcome>(client.check());

    QVERIFY(!outcome.has_value());
    QCOMPARE(int(outcome.error().kind), kind);
}

void TestPrometheusClient::abortsACheckFromItsProgress()
{
    FaultyServer server(script({{"query", {200, timeAnswer}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);
    ServerCheckJob *job = client.check();
    connect(job, &ServerCheckJob::progressed, job, &ServerCheckJob::abort);

    const auto outcome = outcomeOf<ServerCheckOutcome>(job);

    QCOMPARE(outcome.error().http->kind, HttpError::Kind::Aborted);
}

void TestPrometheusClient::takesInventory()
{
    FaultyServer server(script({{"query",
                                    {200,
                                        R"({"status":"success","data":{"resultType":"vector","result":[)"
                                        R"({"metric":{"__name__":"x_total","job":"a"},"value":[1,"1"]},)"
                                        R"({"metric":{"__name__":"x_total","job":"b"},"value":[1,"1"]},)"
                                        R"({"metric":{"__name__":"y"},"value":[1,"1"]}]}})"}},
        {"metadata",
            {200,
                R"({"status":"success","data":{"x_total":[{"type":"counter"}],"z":[{"type":"gauge"}]}})"}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf<InventoryOutcome>(client.inventory("x_.*|y"));

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->jobsOf, (QHash<QByteArray, QList<QByteArray>>{{"x_total", {"a", "b"}}, {"y", {}}}));
    QCOMPARE(outcome->typeOf, (QHash<QByteArray, QByteArray>{{"x_total", "counter"}, {"y", "unknown"}}));
    QCOMPARE(
        formValue(server.requests().front(), "query"), "count by (__name__, job) ({__name__=~\"x_.*|y\"})");
}

void TestPrometheusClient::takesInventoryWithoutMetadata()
{
    FaultyServer server(script({{"query",
        {200,
            R"({"status":"success","data":{"resultType":"vector","result":[)"
            R"({"metric":{"__name__":"x_total","job":"a"},"value":[1,"1"]}]}})"}}}));
    PrometheusClient client(configFor(server.url()), m_secrets, m_clock);

    const auto outcome = outcomeOf<InventoryOutcome>(client.inventory("x_total"));

    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->typeOf, (QHash<QByteArray, QByteArray>{{"x_total", "unknown"}}));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPrometheusClient)

#include "tst_prometheusclient.moc"
