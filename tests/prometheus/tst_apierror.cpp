// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/apierror.h"
#include "core/prometheus/errorwords.h"
#include "core/prometheus/responseparser.h"

#include "tests/prometheus/recordedanswers.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = QueryError::Kind;
using test::answer;
using test::recorded;

//! The shapes in which the servers of this API, and what stands in front of them, say no.
class TestApiError final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRedirectNamesTheServerThatIsMeant_data();
    void aRedirectNamesTheServerThatIsMeant();
    void readsEveryShape_data();
    void readsEveryShape();
    void readsTheWordsOfOldVictoriaMetrics_data();
    void readsTheWordsOfOldVictoriaMetrics();
    void asksForATenant_data();
    void asksForATenant();
    void findsTheMistake_data();
    void findsTheMistake();
};

void TestApiError::readsEveryShape_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("words");

    QTest::newRow("Prometheus: an envelope")
        << u"prometheus-3.5.3/query_parse_error"_s << Kind::BadData << u"unclosed left parenthesis"_s;
    QTest::newRow("Prometheus: plain text")
        << u"prometheus-2.42/notifications_missing"_s << Kind::NotFound << u"404 page not found"_s;
    QTest::newRow("Thanos: an envelope")
        << u"thanos-0.41/query_engine_explain"_s << Kind::BadData << u"engine type"_s;
    QTest::newRow("Cortex: plain text of 401")
        << u"cortex-1.21/no_org_id"_s << Kind::TenantMissing << u"no org id"_s;
    QTest::newRow("Cortex: plain text of 400")
        << u"cortex-1.21/query_federated_rejected"_s << Kind::TenantRefused << u"unsupported character '|'"_s;
    QTest::newRow("VictoriaMetrics: a number for a word")
        << u"victoriametrics-1.145/parse_error"_s << Kind::BadData << u"unexpected token"_s;
    QTest::newRow("VictoriaMetrics: an unknown path is 400")
        << u"victoriametrics-1.145/not_found"_s << Kind::NotFound << u"unsupported path"_s;
    QTest::newRow("Grafana: a message")
        << u"grafana-6.5.1/unauth"_s << Kind::Unauthorized << u"Unauthorized"_s;
    QTest::newRow("Grafana: a message of 403")
        << u"grafana-6.5.1/datasources_forbidden_to_editor"_s << Kind::Forbidden << u"Permission denied"_s;
    QTest::newRow("Grafana: a message of 404")
        << u"grafana-6.5.1/ds_query_not_in_6x"_s << Kind::NotFound << u"Expressions feature"_s;
    QTest::newRow("Grafana: plain text of 500")
        << u"grafana-6.5.1/not_found"_s << Kind::Internal << u"html/template"_s;
}

void TestApiError::readsEveryShape()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    QFETCH(QString, words);

    const auto data = parseDocument(recorded(name));
    const auto result = parseResponse(recorded(name));

    QVERIFY(!data.has_value() && !result.has_value());
    QCOMPARE(data.error().kind, kind);
    QCOMPARE(result.error().kind, kind);
    QVERIFY2(data.error().message.contains(words), qPrintable(data.error().message));
    QVERIFY(!data.error().message.startsWith(u'{'));
}

void TestApiError::readsTheWordsOfOldVictoriaMetrics_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<Kind>("kind");

    // As 1.79.5 says them, which Debian 12 has.
    QTest::newRow("an unknown path") << 400
                                     << QByteArray(R"(remoteAddr: "127.0.0.1:1"; requestURI: /api/v1/nope; )"
                                                   R"(unsupported path requested: "/api/v1/nope")")
                                     << Kind::NotFound;
    QTest::newRow("an unknown function")
        << 422
        << QByteArray(
               R"x(error when executing query="nofunc(up)" for (time=1, step=1): unknown func "nofunc")x")
        << Kind::BadData;
    QTest::newRow("an open quote")
        << 422
        << QByteArray(
               R"(error when executing query="\"abc" for (time=1, step=1): cannot find the first token: )"
               R"(cannot find closing quote)")
        << Kind::BadData;
    QTest::newRow("too many points") << 422
                                     << QByteArray(
                                            "too many points for the given step=1000, start=0 and end=1")
                                     << Kind::Execution;
}

void TestApiError::readsTheWordsOfOldVictoriaMetrics()
{
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QFETCH(Kind, kind);

    const HttpReply reply = answer(status, status == 400 ? "text/plain" : "application/json", words);
    const QueryError error =
        status == 400 ? errorByStatus(reply) : errorOfApi(reply, "422", QString::fromUtf8(words));

    QCOMPARE(error.kind, kind);
    QCOMPARE(error.message, QString::fromUtf8(words));
}

void TestApiError::asksForATenant_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<Kind>("kind");

    QTest::newRow("none given") << 401 << QByteArray("no org id\n") << Kind::TenantMissing;
    QTest::newRow("a wrong password") << 401 << QByteArray("unauthorized") << Kind::Unauthorized;
    QTest::newRow("several where one is allowed")
        << 401 << QByteArray("multiple org IDs present") << Kind::TenantRefused;
    QTest::newRow("too long") << 400 << QByteArray("tenant ID is too long: max 150 characters\n")
                              << Kind::TenantRefused;
    QTest::newRow("some other 400") << 400 << QByteArray("no org id") << Kind::BadData;
}

void TestApiError::asksForATenant()
{
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    QFETCH(Kind, kind);

    QCOMPARE(errorByStatus(answer(status, "text/plain", words)).kind, kind);
}

void TestApiError::findsTheMistake_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    const auto victoria = [](const char *query, const char *rest) {
        return QString(u"error when executing query=\""_s % QString::fromUtf8(query)
            % u"\" for (time=1795379135039, step=300000): "_s % QString::fromUtf8(rest));
    };
    QTest::newRow("named by Prometheus") << u"invalid parameter \"query\": 1:6: parse error: x"_s << 1 << 6;
    QTest::newRow("in a later line") << u"12:34: parse error: x"_s << 12 << 34;
    QTest::newRow("at the end") << victoria("sum((", "singleExpr: unexpected token; unparsed data: \"\"") << 1
                                << 6;
    QTest::newRow("left over") << victoria("up up", "unparsed data left: \"up\"") << 1 << 4;
    QTest::newRow("left over in the third line")
        << victoria(R"(sum(\n  up) +\n up))", "unparsed data left: \")\"") << 3 << 4;
    QTest::newRow("behind a quoted string")
        << victoria(R"(foo{a=\"x\"} bar)", "unparsed data left: \"bar\"") << 1 << 12;
    QTest::newRow("counted in bytes") << victoria("foo{a='ü'} bar", "unparsed data left: \"bar\"") << 1 << 13;
    QTest::newRow("the rest was printed anew")
        << victoria(R"(a\t\"x)", R"(cannot find closing quote; unparsed data: "a\"x")") << 0 << 0;
    QTest::newRow("no position") << u"exceeded maximum resolution"_s << 0 << 0;
}

void TestApiError::findsTheMistake()
{
    QFETCH(QString, message);
    QFETCH(int, line);
    QFETCH(int, column);

    const QueryPosition found = positionOfMistake(message).value_or(QueryPosition{});

    QCOMPARE(std::pair(found.line, found.column), std::pair(line, column));
}

void TestApiError::aRedirectNamesTheServerThatIsMeant_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QUrl>("base");
    QTest::newRow("https for http") << u"https://prom.test/api/v1/query"_s << QUrl(u"https://prom.test"_s);
    QTest::newRow("another prefix") << u"https://prom.test:8443/prometheus/api/v1/query_range"_s
                                    << QUrl(u"https://prom.test:8443/prometheus"_s);
    QTest::newRow("a login page") << u"https://login.test/realms/ops"_s << QUrl();
}

void TestApiError::aRedirectNamesTheServerThatIsMeant()
{
    QFETCH(QString, target);
    HttpError redirected;
    redirected.kind = HttpError::Kind::Redirected;
    redirected.detail = target;
    QTEST(transportError(redirected).suggestedBaseUrl, "base");
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestApiError)

#include "tst_apierror.moc"
