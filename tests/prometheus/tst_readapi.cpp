// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/prometheusclient.h"
#include "core/prometheus/readapi.h"

#include "tests/http/faultyserver.h"
#include "tests/prometheus/readoutcome.h"
#include "tests/prometheus/recordedserver.h"
#include "tests/support/nosecrets.h"

#include <QPointer>
#include <QSignalSpy>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = QueryError::Kind;
using test::FaultyServer;
using test::outcomeOf;
using test::recorded;

namespace {

constexpr int patience = 30'000;

test::RecordedPages pagesOf(const QString &server)
{
    return {{"/api/v1/query", test::timeAnswer()},
        {"/api/v1/labels", recorded(QString(server % u"/labels"_s))},
        {"/api/v1/status/buildinfo", recorded(QString(server % u"/buildinfo"_s))}};
}

} // namespace

class TestReadApi final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksWithASelection();
    void escapesALabelInThePath();
    void asksVictoriaMetricsForAnyName();
    void asksOnceForWhatIsMissing();
    void doesNotAskForWhatAServerIsKnownToLack();
    void keepsAWrongAddressApart();
    void tellsErrors();
    void abortsAQuestion();
    void endsWithTheClient();

private:
    [[nodiscard]] std::unique_ptr<PrometheusClient> clientOf(const FaultyServer &server) const;
    //! Lets the client learn what the server is.
    static void check(PrometheusClient &client);

    test::NoSecrets m_secrets;
    SystemClock m_clock;
};

std::unique_ptr<PrometheusClient> TestReadApi::clientOf(const FaultyServer &server) const
{
    HttpConfig config;
    config.baseUrl = server.url();
    config.timeout = 60s;
    return std::make_unique<PrometheusClient>(config, m_secrets, m_clock);
}

void TestReadApi::check(PrometheusClient &client)
{
    QSignalSpy spy(client.check(), &ServerCheckJob::finished);
    QVERIFY(spy.wait(patience));
    QVERIFY(spy.first().first().value<ServerCheckOutcome>().has_value());
}

void TestReadApi::asksWithASelection()
{
    FaultyServer server(test::serve(pagesOf(u"prometheus-3.5.3"_s)));
    const auto client = clientOf(server);
    SeriesSelection selection;
    selection.matchers = {u"{a=~\"x+\"}"_s, u"up"_s};
    selection.range = TimeRange{fromMilliseconds(1'500), fromMilliseconds(2'000)};
    selection.limit = 5;

    const auto names = outcomeOf(client->read().labelNames(selection));

    QCOMPARE(names->items.size(), 5U);
    QCOMPARE(names->omitted, 2);
    const QByteArray &form = server.requests().front().body;
    QVERIFY2(
        form.startsWith("match%5B%5D=%7Ba%3D~%22x%2B%22%7D&match%5B%5D=up&start=1.500&end=2.000&limit=5"),
        form.constData());
}

void TestReadApi::escapesALabelInThePath()
{
    FaultyServer server(
        test::serve({{"/api/v1/label/U__http_2e_code/values", recorded(u"prometheus-3.5.3/labels"_s)}}));
    const auto client = clientOf(server);

    const auto values = outcomeOf(client->read().labelValues("http.code", {}));

    QVERIFY(values.has_value());
    QCOMPARE(server.requests().front().method, "GET");
}

void TestReadApi::asksVictoriaMetricsForAnyName()
{
    test::RecordedPages pages = pagesOf(u"victoriametrics-1.145"_s);
    pages["/api/v1/label/http.code%2Fx/values"] = recorded(u"victoriametrics-1.145/label_values"_s);
    FaultyServer server(test::serve(pages));
    const auto client = clientOf(server);
    check(*client);

    const auto values = outcomeOf(client->read().labelValues("http.code/x", {}));

    QVERIFY2(values.has_value(), server.requests().back().target.constData());
}

void TestReadApi::asksOnceForWhatIsMissing()
{
    FaultyServer server(test::serve({{"/api/v1/query", test::timeAnswer()}}));
    const auto client = clientOf(server);
    check(*client);

    const auto first = outcomeOf(client->read().rules());
    const auto asked = server.requests().size();
    const auto second = outcomeOf(client->read().rules());

    QCOMPARE(first.error().kind, Kind::Unsupported);
    QCOMPARE(second.error().kind, Kind::Unsupported);
    QCOMPARE(server.requests().size(), asked);
}

void TestReadApi::doesNotAskForWhatAServerIsKnownToLack()
{
    FaultyServer server(test::serve(pagesOf(u"victoriametrics-1.145"_s)));
    const auto client = clientOf(server);
    check(*client);
    const auto asked = server.requests().size();

    const auto formatted = outcomeOf(client->read().formatQuery(u"up"_s));

    QCOMPARE(formatted.error().kind, Kind::Unsupported);
    QCOMPARE(server.requests().size(), asked);
}

void TestReadApi::keepsAWrongAddressApart()
{
    FaultyServer server(test::serve({}));
    const auto client = clientOf(server);

    // Nothing is known of the server: the address may be wrong, and stays so.
    QCOMPARE(outcomeOf(client->read().rules()).error().kind, Kind::NotFound);
    QCOMPARE(outcomeOf(client->read().rules()).error().kind, Kind::NotFound);
}

void TestReadApi::tellsErrors()
{
    FaultyServer server(test::serve({{"/api/v1/series", recorded(u"prometheus-3.5.3/query_parse_error"_s)},
        {"/api/v1/alerts", recorded(u"grafana-6.5.1/unauth"_s)}}));
    const auto client = clientOf(server);

    QCOMPARE(outcomeOf(client->read().series({})).error().kind, Kind::BadData);
    QCOMPARE(outcomeOf(client->read().alerts()).error().kind, Kind::Unauthorized);
}

void TestReadApi::abortsAQuestion()
{
    FaultyServer server([](const test::WireRequest &, QTcpSocket &) {});
    const auto client = clientOf(server);
    ReadJob<Listing<RuleGroup>> *job = client->read().rules();
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1U, patience);
    std::optional<QueryError> error;
    connect(job, &ReadJobBase::finished, this, [job, &error] { error = job->outcome().error(); });

    job->abort();
    job->abort();

    QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), patience);
    QCOMPARE(error->http->kind, HttpError::Kind::Aborted);
}

void TestReadApi::endsWithTheClient()
{
    FaultyServer server(test::serve(pagesOf(u"prometheus-3.5.3"_s)));
    for (int turns = 0; turns < 20; ++turns) {
        auto client = clientOf(server);
        QPointer<ReadJobBase> names(client->read().labelNames({}));
        QPointer<ReadJobBase> rules(client->read().rules());
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);

        client.reset();

        QVERIFY(names.isNull() && rules.isNull());
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestReadApi)

#include "tst_readapi.moc"
