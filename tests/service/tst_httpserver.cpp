// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/httprequest.h"
#include "app/service/httpserver.h"
#include "tests/demo/demoharness.h"

#include <QSignalSpy>

namespace sockeye {

using namespace service;
using namespace test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestHttpServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsReadOrRefused_data();
    void aRequestIsReadOrRefused();
    void aWholeRequestGivesItsParts();
    void everyPrefixOfARequestIsIncomplete();
    void theAnswerHasItsExactLength();
    void anAnswerMayComeLater();
    void whoAsksAndLeavesIsNotAnswered();
    void aRequestInPiecesIsAnswered();
    void aPostWithABodyIsAnsweredNotReset();
    void brokenBytesAreAnsweredWith400();
    void aSilentClientIsToldSo();
    void aClientThatBreaksOffIsForgotten();
    void aTakenPortIsReported();

private:
    [[nodiscard]] static HttpResponse greet(const HttpRequest &request)
    {
        return {.body = request.method + ' ' + request.path.toUtf8() + '\n'};
    }
    [[nodiscard]] quint16 serve(HttpServer &server)
    {
        return server.listen(QHostAddress(QHostAddress::LocalHost), 0).value_or(quint16{0});
    }

    SystemClock m_clock;
};

void TestHttpServer::aRequestIsReadOrRefused_data()
{
    constexpr int ok = 200;
    constexpr int incomplete = 100;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("outcome");
    const QByteArray get = "GET /metrics HTTP/1.1\r\n";
    QTest::newRow("nothing yet") << QByteArray() << incomplete;
    QTest::newRow("a plain request") << get + "Host: x\r\n\r\n" << ok;
    QTest::newRow("HTTP 1.0, no header") << QByteArray("GET / HTTP/1.0\r\n\r\n") << ok;
    QTest::newRow("no end of head yet") << get + "Host: x\r\n" << incomplete;
    QTest::newRow("a TLS greeting") << QByteArray::fromHex("160301020001") << 400;
    QTest::newRow("words instead of a request line") << QByteArray("hello there\r\n\r\n") << 400;
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("two blanks") << QByteArray("GET  / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("a target without a slash") << QByteArray("GET metrics HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("another protocol") << QByteArray("GET / RTSP/1.0\r\n\r\n") << 400;
    QTest::newRow("HTTP 2 preface") << QByteArray("PRI /x HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("a header without a colon") << get + "Host\r\n\r\n" << 400;
    QTest::newRow("a header with a blank in its name") << get + "Ho st: x\r\n\r\n" << 400;
    QTest::newRow("a folded header") << get + "A: b\r\n c: d\r\n\r\n" << 400;
    QTest::newRow("body announced and there") << get + "Content-Length: 2\r\n\r\nab" << ok;
    QTest::newRow("body announced, half there") << get + "Content-Length: 2\r\n\r\na" << incomplete;
    QTest::newRow("a length that is no number") << get + "Content-Length: two\r\n\r\n" << 400;
    QTest::newRow("a negative length") << get + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("too long a body") << get + "Content-Length: 99999999\r\n\r\n" << 413;
    QTest::newRow("a chunked body") << get + "Transfer-Encoding: chunked\r\n\r\n" << 411;
    QTest::newRow("a head that does not end") << get + "A: " + QByteArray(9'000, 'x') << 431;
    QTest::newRow("too long a head") << get + "A: " + QByteArray(9'000, 'x') + "\r\n\r\n" << 431;
}

void TestHttpServer::aRequestIsReadOrRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, outcome);
    const HttpParsed parsed = parseHttpRequest(bytes);
    int actual = 100;
    if (std::holds_alternative<HttpRequest>(parsed))
        actual = 200;
    if (const auto *rejected = std::get_if<HttpRejected>(&parsed))
        actual = rejected->status;
    QCOMPARE(actual, outcome);
}

void TestHttpServer::aWholeRequestGivesItsParts()
{
    const HttpParsed parsed = parseHttpRequest(
        "POST /faults/a%20b?ms=1500&for=6%30 HTTP/1.1\r\nHOST:  demo \r\nX: 1\r\nx: 2\r\n\r\n");
    const auto *request = std::get_if<HttpRequest>(&parsed);
    QVERIFY(request);
    QCOMPARE(request->method, "POST");
    QCOMPARE(request->path, "/faults/a b"_L1);
    QCOMPARE(request->query.queryItemValue(u"ms"_s), "1500"_L1);
    QCOMPARE(request->query.queryItemValue(u"for"_s, QUrl::FullyDecoded), "60"_L1);
    QCOMPARE(request->header("host"), "demo");
    QCOMPARE(request->header("x"), "1");
    QCOMPARE(request->header("missing"), "");
}

void TestHttpServer::everyPrefixOfARequestIsIncomplete()
{
    const QByteArray whole = "POST /faults/drop HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc";
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(std::holds_alternative<HttpIncomplete>(parseHttpRequest(whole.first(size))),
            whole.first(size).constData());
    QVERIFY(std::holds_alternative<HttpRequest>(parseHttpRequest(whole)));
}

void TestHttpServer::theAnswerHasItsExactLength()
{
    HttpServer server(m_clock, &greet, {});
    const quint16 port = serve(server);
    QVERIFY(port != 0);
    QSignalSpy answered(&server, &HttpServer::answered);

    const Reply reply = request(port, "GET", "/where?x=1");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "GET /where\n");
    QVERIFY2(reply.head.contains("\r\nContent-Length: 11\r\n"), reply.head.constData());
    QVERIFY2(reply.head.contains("\r\nConnection: close"), reply.head.constData());
    QCOMPARE(answered.size(), 1);
    const auto exchange = answered.first().first().value<HttpExchange>();
    QCOMPARE(exchange.method, "GET");
    QCOMPARE(exchange.path, "/where"_L1);
    QCOMPARE(exchange.status, 200);
    QVERIFY(exchange.duration > 0ns);
}

void TestHttpServer::anAnswerMayComeLater()
{
    HttpServer::Reply later;
    HttpServer server(m_clock,
        [&later](const HttpRequest &, const HttpServer::Reply &reply) {
            later = reply;
            QTimer::singleShot(0, [&later] { later({.body = "at last\n"}); });
        },
        {.readTimeout = 50ms});
    const Reply reply = request(serve(server), "GET", "/slow");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, "at last\n");
}

void TestHttpServer::whoAsksAndLeavesIsNotAnswered()
{
    HttpServer::Reply later;
    auto server = std::make_unique<HttpServer>(
        m_clock, [&later](const HttpRequest &, const HttpServer::Reply &reply) { later = reply; },
        HttpServer::Config{});
    QSignalSpy answered(server.get(), &HttpServer::answered);
    QSignalSpy closed(server.get(), &HttpServer::connectionClosed);
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), serve(*server));
    socket.write("GET / HTTP/1.0\r\n\r\n");
    QTRY_VERIFY(later);
    socket.abort();
    QTRY_COMPARE(closed.size(), 1);
    later({});
    QCOMPARE(answered.size(), 0);
    server.reset();
    later({});
}

void TestHttpServer::aRequestInPiecesIsAnswered()
{
    HttpServer server(m_clock, &greet, {});
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), serve(server));
    QSignalSpy opened(&server, &HttpServer::connectionOpened);
    QTRY_COMPARE(opened.size(), 1);
    for (const QByteArray piece : {"GE", "T /pie", "ces HTTP/1.1\r\nHost: x\r", "\n\r", "\n"}) {
        QVERIFY(socket.isOpen());
        socket.write(piece);
        QTRY_COMPARE(socket.bytesToWrite(), 0);
        QCoreApplication::processEvents();
    }
    QByteArray received;
    QTRY_VERIFY((received += socket.readAll()).endsWith("GET /pieces\n"));
}

void TestHttpServer::aPostWithABodyIsAnsweredNotReset()
{
    HttpServer server(m_clock, &greet, {});
    const QByteArray body(10'000, 'b');
    const QByteArray head =
        "POST /body HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    QCOMPARE(parseReply(exchange(serve(server), head + body)).body, "POST /body\n");
}

void TestHttpServer::brokenBytesAreAnsweredWith400()
{
    HttpServer server(m_clock, &greet, {});
    QSignalSpy answered(&server, &HttpServer::answered);
    QCOMPARE(parseReply(exchange(serve(server), "nonsense\r\n\r\n")).status, 400);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.first().first().value<HttpExchange>().path, ""_L1);
}

void TestHttpServer::aSilentClientIsToldSo()
{
    HttpServer server(m_clock, &greet, {.readTimeout = 50ms});
    const quint16 port = serve(server);
    QCOMPARE(parseReply(exchange(port, "GET /metrics HT")).status, 408);
    QCOMPARE(request(port, "GET", "/still-here").status, 200);
}

void TestHttpServer::aClientThatBreaksOffIsForgotten()
{
    HttpServer server(m_clock, &greet, {});
    const quint16 port = serve(server);
    QSignalSpy opened(&server, &HttpServer::connectionOpened);
    QSignalSpy closed(&server, &HttpServer::connectionClosed);
    QSignalSpy answered(&server, &HttpServer::answered);
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    socket.write("GET /met");
    QTRY_COMPARE(opened.size(), 1);
    socket.abort();
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(answered.size(), 0);
}

void TestHttpServer::aTakenPortIsReported()
{
    HttpServer first(m_clock, &greet, {});
    HttpServer second(m_clock, &greet, {});
    const auto result = second.listen(QHostAddress(QHostAddress::LocalHost), serve(first));
    QVERIFY(!result.has_value());
    QVERIFY(!result.error().isEmpty());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestHttpServer)
#include "tst_httpserver.moc"
