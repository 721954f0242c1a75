// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/upgraderesponsereader.h"

#include "wireframes.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = UpgradeProblem::Kind;

namespace {

// What became of an answer, however it came.
struct Reading {
    UpgradeResponse response;
    std::optional<UpgradeProblem> problem;
    bool isComplete = false;
    QByteArray rest; //!< what is no part of the answer
};

Reading read(const std::vector<QByteArray> &pieces)
{
    UpgradeResponseReader reader;
    Reading reading;
    for (const QByteArray &piece : pieces) {
        const auto taken = reader.feed(test::toSpan(piece));
        if (!taken) {
            reading.problem = taken.error();
            break;
        }
        reading.rest += piece.sliced(static_cast<qsizetype>(*taken));
    }
    reading.response = reader.response();
    reading.isComplete = reader.isComplete();
    return reading;
}

const QByteArray switching = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";

} // namespace

class TestUpgradeResponseReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsRead_data();
    void anAnswerIsRead();
    void theBodyOfARefusalIsKept_data();
    void theBodyOfARefusalIsKept();
    void whatIsNoAnswerIsToldApart_data();
    void whatIsNoAnswerIsToldApart();
    void headersStayInOrderAndAsTheyAre();
    void whatIsBehindTheHeadBelongsToTheFrames();
    void interimAnswersArePassedOver();
    void anEndBeforeTheHeadIsAProblem();
    void anEndIsTheEndOfABodyWithoutLength();
    void otherProtocolsAreToldByTheirFirstBytes();
    void aHeadHasItsLimits();
};

void TestUpgradeResponseReader::anAnswerIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("minorVersion");
    const auto row = [](const char *name, const QByteArray &line, int status, const QByteArray &reason) {
        QTest::newRow(name) << QByteArray(line + "\r\nContent-Length: 0\r\n\r\n") << status << reason << 1;
    };
    row("101", "HTTP/1.1 101 Switching Protocols", 101, "Switching Protocols");
    row("404", "HTTP/1.1 404 Not Found", 404, "Not Found");
    row("an empty reason", "HTTP/1.1 503 ", 503, "");
    row("no reason, nor the space before it", "HTTP/1.1 503", 503, "");
    row("a reason in Latin-1", "HTTP/1.1 404 Non trouv\xe9", 404, "Non trouv\xe9");
    row("a status nobody has registered", "HTTP/1.1 599 x", 599, "x");
    QTest::newRow("line ends without CR")
        << QByteArray("HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\n\n") << 101
        << QByteArray("Switching Protocols") << 1;
    QTest::newRow("HTTP/1.0") << QByteArray("HTTP/1.0 400 Bad Request\r\nContent-Length: 0\r\n\r\n") << 400
                              << QByteArray("Bad Request") << 0;
}

void TestUpgradeResponseReader::anAnswerIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, reason);
    QFETCH(int, minorVersion);
    for (const test::Cut &cut : test::allCuts()) {
        const Reading reading = read(cut.pieces(bytes));
        QVERIFY2(!reading.problem, cut.name);
        QVERIFY2(reading.isComplete, cut.name);
        QCOMPARE(reading.response.status, status);
        QCOMPARE(reading.response.reason, reason);
        QCOMPARE(reading.response.minorVersion, minorVersion);
        QCOMPARE(reading.response.headers.size(), std::size_t{1});
        QCOMPARE(reading.rest, QByteArray());
    }
}

void TestUpgradeResponseReader::theBodyOfARefusalIsKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isCut");
    QTest::addColumn<bool>("isComplete");
    const auto row = [](const char *name, const QByteArray &headersAndBody, const QByteArray &body,
                         bool isCut = false, bool isComplete = true) {
        QTest::newRow(name) << QByteArray("HTTP/1.1 403 Forbidden\r\n" + headersAndBody) << body << isCut
                            << isComplete;
    };
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n\r\n";
    const QByteArray big(5000, 'x');
    row("by its length", "Content-Length: 6\r\n\r\ndenied", "denied");
    row("by a length said twice", "Content-Length: 6\r\nContent-Length: 6\r\n\r\ndenied", "denied");
    row("by its length, half", "Content-Length: 6\r\n\r\nden", "den", false, false);
    row("without length", "\r\ndenied", "denied", false, false);
    row("by lengths that differ", "Content-Length: 3\r\nContent-Length: 6\r\n\r\ndenied", "denied", false,
        false);
    row("in chunks", chunked + "3\r\nden\r\n3;note=1\r\nied\r\n0\r\n\r\n", "denied");
    row("in chunks by hex", chunked + "A\r\n0123456789\r\n0\r\n", "0123456789");
    row("in chunks, whatever the length says", "Content-Length: 99\r\n" + chunked + "1\r\nx\r\n0\r\n\r\n",
        "x");
    row("in a chunk of no size", chunked + "zz\r\nden", "");
    row("in chunks that are too long", chunked + "1\r\nxyz\r\n0\r\n\r\n", "x");
    row("in another coding", "Transfer-Encoding: gzip\r\n\r\nzipped", "zipped", false, false);
    row("long, by its length", "Content-Length: 5000\r\n\r\n" + big, big.first(4096), true);
    row("long, without length", "\r\n" + big, big.first(4096), true);
    row("long, in a chunk", chunked + "1388\r\n" + big + "\r\n0\r\n\r\n", big.first(4096), true);
    row("in a chunk without end", chunked + "ffffffffffffffff\r\n" + big, big.first(4096), true);
    row("just as much as is kept", "Content-Length: 4096\r\n\r\n" + big.first(4096), big.first(4096));
}

void TestUpgradeResponseReader::theBodyOfARefusalIsKept()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    QFETCH(bool, isCut);
    QFETCH(bool, isComplete);
    for (const test::Cut &cut : test::allCuts()) {
        const Reading reading = read(cut.pieces(bytes));
        QVERIFY2(!reading.problem, cut.name);
        QCOMPARE(reading.response.body, body);
        QCOMPARE(reading.response.isBodyCut, isCut);
        QCOMPARE(reading.isComplete, isComplete);
    }
}

void TestUpgradeResponseReader::whatIsNoAnswerIsToldApart_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *name, const QByteArray &bytes, Kind kind, const QByteArray &found) {
        QTest::newRow(name) << bytes << static_cast<int>(kind) << found;
    };
    const QByteArray status = "HTTP/1.1 101 Switching Protocols\r\n";
    row("HTTP/2", "HTTP/2 101 x\r\n", Kind::NotHttp, "HTTP/2");
    row("no status", "HTTP/1.1 OK\r\n", Kind::NotHttp, "HTTP/1.1 OK");
    row("a status of two digits", "HTTP/1.1 99 x\r\n", Kind::NotHttp, "HTTP/1.1 99 x");
    row("a status of four digits", "HTTP/1.1 1010 x\r\n", Kind::NotHttp, "HTTP/1.1 1010 x");
    row("a status below 100", "HTTP/1.1 042 x\r\n", Kind::NotHttp, "HTTP/1.1 042 x");
    row("two spaces", "HTTP/1.1  101 x\r\n", Kind::NotHttp, "HTTP/1.1  101 x");
    row("an empty line in front", "\r\n", Kind::NotHttp, "\r");
    row("a header without colon", status + "Upgrade\r\n", Kind::MalformedHeader, "Upgrade");
    row("a header without name", status + ": x\r\n", Kind::MalformedHeader, ": x");
    row("a space before the colon", status + "Upgrade : x\r\n", Kind::MalformedHeader, "Upgrade : x");
    row("a control character", status + "A: x\x01y\r\n", Kind::MalformedHeader, "A: x\x01y");
    row("a CR alone", status + "A: x\ry\r\n", Kind::MalformedHeader, "A: x\ry");
    row("a folded header", status + "A: x\r\n y\r\n", Kind::FoldedHeader, " y");
}

void TestUpgradeResponseReader::whatIsNoAnswerIsToldApart()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QFETCH(QByteArray, found);
    for (const test::Cut &cut : test::allCuts()) {
        const Reading reading = read(cut.pieces(bytes));
        QVERIFY2(reading.problem, cut.name);
        QCOMPARE(static_cast<int>(reading.problem->kind), kind);
        QCOMPARE(reading.problem->found, found);
        QVERIFY(!reading.isComplete);
    }
}

void TestUpgradeResponseReader::headersStayInOrderAndAsTheyAre()
{
    const Reading reading = read({"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"a\"\r\n"
                                  "retry-after:  5\t\r\nWWW-Authenticate: Bearer\r\nX-Empty:\r\n"
                                  "Content-Length: 0\r\n\r\n"});
    const UpgradeResponse &response = reading.response;
    const std::vector<HttpHeader> expected{{"WWW-Authenticate", "Basic realm=\"a\""}, {"retry-after", "5"},
        {"WWW-Authenticate", "Bearer"}, {"X-Empty", ""}, {"Content-Length", "0"}};
    QVERIFY(response.headers == expected);
    QCOMPARE(response.header("Retry-After"), QByteArray("5"));
    QCOMPARE(response.allOf("www-authenticate"), (QByteArrayList{"Basic realm=\"a\"", "Bearer"}));
    QVERIFY(response.header("X-Empty").isEmpty() && !response.header("X-Empty").isNull());
    QVERIFY(response.header("Location").isNull());
}

void TestUpgradeResponseReader::whatIsBehindTheHeadBelongsToTheFrames()
{
    for (const test::Cut &cut : test::allCuts()) {
        const Reading reading = read(cut.pieces(switching + "\x81\x05Hello"));
        QVERIFY(reading.isComplete);
        QCOMPARE(reading.rest, QByteArray("\x81\x05Hello"));
    }
}

void TestUpgradeResponseReader::interimAnswersArePassedOver()
{
    const Reading reading = read({"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + switching});
    QVERIFY(reading.isComplete);
    QCOMPARE(reading.response.status, 101);
    QCOMPARE(reading.response.headers.size(), std::size_t{1});
}

void TestUpgradeResponseReader::anEndBeforeTheHeadIsAProblem()
{
    UpgradeResponseReader reader;
    QVERIFY(reader.feed(test::toSpan("HTTP/1.1 101 Switching Protocols\r\nUpgr")));
    const auto ended = reader.endOfStream();
    QVERIFY(!ended);
    QVERIFY((ended.error() == UpgradeProblem{Kind::EndOfStream, "Upgr", {}}));
}

void TestUpgradeResponseReader::anEndIsTheEndOfABodyWithoutLength()
{
    UpgradeResponseReader reader;
    QVERIFY(reader.feed(test::toSpan("HTTP/1.1 502 Bad Gateway\r\n\r\nupstream")));
    QVERIFY(reader.hasHead());
    QVERIFY(!reader.isComplete());
    QVERIFY(reader.endOfStream());
    QVERIFY(reader.isComplete());
    QCOMPARE(reader.response().body, QByteArray("upstream"));
}

// They may say no more, nor end a line.
void TestUpgradeResponseReader::otherProtocolsAreToldByTheirFirstBytes()
{
    for (const char *first : {"\x15\x03\x01", "SSH-2.0-OpenSSH_9.2", "220 smtp", "-ERR unknown"}) {
        const Reading reading = read(test::allCuts()[1].pieces(first));
        QVERIFY2(reading.problem && reading.problem->kind == Kind::NotHttp, first);
        QCOMPARE(reading.problem->found, QByteArray(first, 1));
    }
}

void TestUpgradeResponseReader::aHeadHasItsLimits()
{
    const QByteArray status = "HTTP/1.1 101 Switching Protocols\r\n";
    QByteArray headers;
    for (std::size_t i = 0; i < UpgradeResponseReader::maximumHeaders; ++i)
        headers += "A: b\r\n";
    QVERIFY(read({QByteArray(status + headers + "\r\n")}).isComplete);
    const Reading tooMany = read({QByteArray(status + headers + "A: b\r\n\r\n")});
    QVERIFY(tooMany.problem && tooMany.problem->kind == Kind::TooManyHeaders);

    const QByteArray filler(static_cast<qsizetype>(UpgradeResponseReader::maximumHead), 'x');
    const Reading tooLong = read({QByteArray(status + "A: " + filler)});
    QVERIFY(tooLong.problem && tooLong.problem->kind == Kind::HeadTooLong);
    QVERIFY(tooLong.problem->found.size() <= 256);
    const Reading endless = read({QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(10'000)});
    QVERIFY(endless.problem && endless.problem->kind == Kind::HeadTooLong);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestUpgradeResponseReader)
#include "tst_upgraderesponsereader.moc"
