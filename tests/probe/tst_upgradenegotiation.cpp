// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/probe/extensionheader.h"
#include "core/probe/upgradenegotiation.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using Kind = UpgradeProblem::Kind;

namespace {

// The key and the answer to it of RFC 6455 section 1.3.
const QByteArray sampleKey = "dGhlIHNhbXBsZSBub25jZQ==";
const QByteArray sampleAccept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

UpgradeRequest sampleRequest()
{
    UpgradeRequest request;
    request.host = "example.org";
    request.key = sampleKey;
    return request;
}

UpgradeResponse goodResponse()
{
    UpgradeResponse response;
    response.status = 101;
    response.headers = {
        {"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Accept", sampleAccept}};
    return response;
}

// The good response with other values of one header; none for an empty list.
UpgradeResponse responseWith(const QByteArray &name, const QByteArrayList &values)
{
    UpgradeResponse response = goodResponse();
    std::erase_if(response.headers, [&name](const HttpHeader &header) { return header.name == name; });
    for (const QByteArray &value : values)
        response.headers.push_back({name, value});
    return response;
}

QString describe(const DeflateParameters &agreed)
{
    return u"%1%2 server %3 client %4"_s.arg(agreed.serverKeepsNoContext ? u"snct "_s : QString(),
        agreed.clientKeepsNoContext ? u"cnct "_s : QString(), QString::number(agreed.serverWindowBits),
        QString::number(agreed.clientWindowBits));
}

} // namespace

class TestUpgradeNegotiation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRequestIsWrittenOut();
    void theRequestOffersWhatItIsTold_data();
    void theRequestOffersWhatItIsTold();
    void keysAreSixteenRandomBytes();
    void theAnswerToTheSampleKeyIsKnown();
    void aHeaderIsJudged_data();
    void aHeaderIsJudged();
    void aStatusOtherThan101IsARefusal();
    void http10KnowsNoUpgrade();
    void subprotocolsAreChosenFromTheOffer_data();
    void subprotocolsAreChosenFromTheOffer();
    void compressionIsAgreedOn_data();
    void compressionIsAgreedOn();
    void compressionIsRefused_data();
    void compressionIsRefused();
    void extensionHeadersAreRead_data();
    void extensionHeadersAreRead();
};

void TestUpgradeNegotiation::theRequestIsWrittenOut()
{
    UpgradeRequest request;
    request.target = "/chat?room=1";
    request.host = "example.org:8443";
    request.key = sampleKey;
    request.origin = "https://example.org";
    request.subprotocols = {"v2.chat", "chat"};
    request.deflate = DeflateOffer{};
    request.headers = {{"X-Team", "blue"}};
    QCOMPARE(toBytes(request),
        QByteArray("GET /chat?room=1 HTTP/1.1\r\n"
                   "Host: example.org:8443\r\n"
                   "Upgrade: websocket\r\n"
                   "Connection: Upgrade\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                   "Sec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Protocol: v2.chat, chat\r\n"
                   "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
                   "Origin: https://example.org\r\n"
                   "X-Team: blue\r\n"
                   "\r\n"));
}

void TestUpgradeNegotiation::theRequestOffersWhatItIsTold_data()
{
    QTest::addColumn<DeflateOffer>("offer");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << DeflateOffer{.clientWindowMayShrink = false}
                           << QByteArray("permessage-deflate");
    QTest::newRow("everything") << DeflateOffer{true, true, 10, true}
                                << QByteArray("permessage-deflate; server_no_context_takeover; "
                                              "client_no_context_takeover; server_max_window_bits=10; "
                                              "client_max_window_bits");
}

void TestUpgradeNegotiation::theRequestOffersWhatItIsTold()
{
    QFETCH(DeflateOffer, offer);
    QFETCH(QByteArray, value);
    QCOMPARE(toHeaderValue(offer), value);
}

void TestUpgradeNegotiation::keysAreSixteenRandomBytes()
{
    RandomSource random(7);
    const QByteArray one = makeUpgradeKey(random);
    const QByteArray other = makeUpgradeKey(random);
    QCOMPARE(QByteArray::fromBase64(one).size(), 16);
    QVERIFY(one != other);
}

void TestUpgradeNegotiation::theAnswerToTheSampleKeyIsKnown()
{
    QCOMPARE(acceptFor(sampleKey), sampleAccept);
}

void TestUpgradeNegotiation::aHeaderIsJudged_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArrayList>("values");
    QTest::addColumn<int>("kind"); // -1 when it is right
    const auto good = [](const char *row, const QByteArray &name, const QByteArrayList &values) {
        QTest::newRow(row) << name << values << -1;
    };
    const auto bad = [](const char *row, const QByteArray &name, const QByteArrayList &values, Kind kind) {
        QTest::newRow(row) << name << values << static_cast<int>(kind);
    };
    const QByteArray accept = "Sec-WebSocket-Accept";
    good("Upgrade in any case", "Upgrade", {"WebSocket"});
    good("Connection in any case", "Connection", {"upgrade"});
    good("Connection is a list", "Connection", {"keep-alive, Upgrade"});
    good("Connection in two headers", "Connection", {"keep-alive", "Upgrade"});
    good("Connection without spaces", "Connection", {"keep-alive,Upgrade"});
    bad("no Upgrade", "Upgrade", {}, Kind::NoUpgradeHeader);
    bad("another Upgrade", "Upgrade", {"h2c"}, Kind::WrongUpgradeHeader);
    bad("two Upgrades", "Upgrade", {"websocket", "h2c"}, Kind::WrongUpgradeHeader);
    bad("no Connection", "Connection", {}, Kind::NoConnectionHeader);
    bad("another Connection", "Connection", {"close"}, Kind::WrongConnectionHeader);
    bad("Connection with a longer word", "Connection", {"Upgraded"}, Kind::WrongConnectionHeader);
    bad("no accept", accept, {}, Kind::NoAcceptHeader);
    bad("a wrong accept", accept, {"AAAAAAAAAAAAAAAAAAAAAAAAAAA="}, Kind::WrongAccept);
    bad("an accept in another case", accept, {sampleAccept.toLower()}, Kind::WrongAccept);
    bad("two accepts", accept, {sampleAccept, sampleAccept}, Kind::RepeatedHeader);
    bad("a subprotocol nobody offered", "Sec-WebSocket-Protocol", {"chat"}, Kind::WrongSubprotocol);
    bad("an extension nobody offered", "Sec-WebSocket-Extensions", {"permessage-deflate"},
        Kind::WrongExtension);
}

void TestUpgradeNegotiation::aHeaderIsJudged()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArrayList, values);
    QFETCH(int, kind);
    const UpgradeRequest request = sampleRequest();
    const auto negotiated = validateUpgrade(responseWith(name, values), request);
    QCOMPARE(negotiated.has_value(), kind == -1);
    if (kind == -1) {
        QVERIFY(*negotiated == Negotiated());
        return;
    }
    QCOMPARE(static_cast<int>(negotiated.error().kind), kind);
    if (!values.isEmpty())
        QVERIFY(negotiated.error().found.startsWith(values.first()));
}

void TestUpgradeNegotiation::aStatusOtherThan101IsARefusal()
{
    UpgradeResponse response = goodResponse();
    response.status = 429;
    response.reason = "Too Many Requests";
    const auto negotiated = validateUpgrade(response, sampleRequest());
    QVERIFY(!negotiated);
    QVERIFY((negotiated.error() == UpgradeProblem{Kind::Refused, "Too Many Requests", {}}));
}

void TestUpgradeNegotiation::http10KnowsNoUpgrade()
{
    UpgradeResponse response = goodResponse();
    response.minorVersion = 0;
    const auto negotiated = validateUpgrade(response, sampleRequest());
    QVERIFY(!negotiated);
    QVERIFY(negotiated.error().kind == Kind::OldHttp);
}

void TestUpgradeNegotiation::subprotocolsAreChosenFromTheOffer_data()
{
    QTest::addColumn<QByteArrayList>("chosen");
    QTest::addColumn<int>("kind"); // -1 when it is right
    QTest::newRow("one of them") << QByteArrayList{"b"} << -1;
    QTest::newRow("none") << QByteArrayList() << static_cast<int>(Kind::NoSubprotocol);
    QTest::newRow("another") << QByteArrayList{"c"} << static_cast<int>(Kind::WrongSubprotocol);
    QTest::newRow("in another case") << QByteArrayList{"B"} << static_cast<int>(Kind::WrongSubprotocol);
    QTest::newRow("both") << QByteArrayList{"a, b"} << static_cast<int>(Kind::WrongSubprotocol);
    QTest::newRow("twice") << QByteArrayList{"a", "b"} << static_cast<int>(Kind::RepeatedHeader);
}

void TestUpgradeNegotiation::subprotocolsAreChosenFromTheOffer()
{
    QFETCH(QByteArrayList, chosen);
    QFETCH(int, kind);
    UpgradeRequest request = sampleRequest();
    request.subprotocols = {"a", "b"};
    const auto negotiated = validateUpgrade(responseWith("Sec-WebSocket-Protocol", chosen), request);
    QCOMPARE(negotiated.has_value(), kind == -1);
    if (negotiated)
        QCOMPARE(negotiated->subprotocol, chosen.first());
    else
        QCOMPARE(static_cast<int>(negotiated.error().kind), kind);
}

void TestUpgradeNegotiation::compressionIsAgreedOn_data()
{
    QTest::addColumn<DeflateOffer>("offer");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("agreed");
    const DeflateOffer usual;
    QTest::newRow("plain") << usual << QByteArray("permessage-deflate") << u" server 15 client 15"_s;
    QTest::newRow("more than was asked for")
        << usual
        << QByteArray("permessage-deflate; server_no_context_takeover; client_no_context_takeover; "
                      "server_max_window_bits=12")
        << u"snct cnct  server 12 client 15"_s;
    QTest::newRow("a smaller window of ours")
        << usual << QByteArray("permessage-deflate;client_max_window_bits=9") << u" server 15 client 9"_s;
    QTest::newRow("quoted") << usual << QByteArray("permessage-deflate; client_max_window_bits=\"10\"")
                            << u" server 15 client 10"_s;
    QTest::newRow("our own promise holds without an answer")
        << DeflateOffer{.clientKeepsNoContext = true} << QByteArray("permessage-deflate")
        << u"cnct  server 15 client 15"_s;
    QTest::newRow("our conditions are met")
        << DeflateOffer{.serverKeepsNoContext = true, .serverWindowBits = 10}
        << QByteArray("permessage-deflate; server_no_context_takeover; server_max_window_bits=8")
        << u"snct  server 8 client 15"_s;
}

void TestUpgradeNegotiation::compressionIsAgreedOn()
{
    QFETCH(DeflateOffer, offer);
    QFETCH(QByteArray, answer);
    QFETCH(QString, agreed);
    UpgradeRequest request = sampleRequest();
    request.deflate = offer;
    const auto negotiated = validateUpgrade(responseWith("Sec-WebSocket-Extensions", {answer}), request);
    QVERIFY(negotiated);
    QVERIFY(negotiated->deflate);
    QCOMPARE(describe(*negotiated->deflate), agreed);
}

void TestUpgradeNegotiation::compressionIsRefused_data()
{
    QTest::addColumn<DeflateOffer>("offer");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<UpgradeProblem>("problem");
    const auto row = [](const char *name, const QByteArray &answer, const UpgradeProblem &problem,
                         const DeflateOffer &offer = {}) {
        QTest::newRow(name) << offer << answer << problem;
    };
    const auto parameter = [&row](const char *name, const QByteArray &text) {
        row(name, "permessage-deflate; " + text, {Kind::BadExtensionParameter, text, {}});
    };
    parameter("an unknown parameter", "window=3");
    parameter("a value where none belongs", "server_no_context_takeover=1");
    parameter("no value where one belongs", "client_max_window_bits");
    parameter("a window too small", "server_max_window_bits=7");
    parameter("a window too big", "server_max_window_bits=16");
    parameter("a leading zero", "server_max_window_bits=08");
    parameter("no number", "server_max_window_bits=x");
    row("a parameter twice", "permessage-deflate; server_max_window_bits=9; server_max_window_bits=9",
        {Kind::BadExtensionParameter, "server_max_window_bits=9", {}});
    row("a window of ours that was not offered", "permessage-deflate; client_max_window_bits=9",
        {Kind::BadExtensionParameter, "client_max_window_bits=9", {}}, {.clientWindowMayShrink = false});
    row("a bigger window than asked for", "permessage-deflate; server_max_window_bits=11",
        {Kind::BadExtensionParameter, "server_max_window_bits=11", {}}, {.serverWindowBits = 10});
    row("a window asked for and not granted", "permessage-deflate",
        {Kind::BadExtensionParameter, {}, "server_max_window_bits"}, {.serverWindowBits = 10});
    row("no context asked for and not granted", "permessage-deflate",
        {Kind::BadExtensionParameter, {}, "server_no_context_takeover"}, {.serverKeepsNoContext = true});
    row("another extension", "x-webkit-deflate-frame", {Kind::WrongExtension, "x-webkit-deflate-frame", {}});
    row("another one behind it", "permessage-deflate, x-mux", {Kind::WrongExtension, "x-mux", {}});
    row("twice", "permessage-deflate, permessage-deflate",
        {Kind::WrongExtension, "permessage-deflate, permessage-deflate", "permessage-deflate"});
    row("no list", "permessage-deflate;;", {Kind::WrongExtension, "permessage-deflate;;", {}});
}

void TestUpgradeNegotiation::compressionIsRefused()
{
    QFETCH(DeflateOffer, offer);
    QFETCH(QByteArray, answer);
    QFETCH(UpgradeProblem, problem);
    UpgradeRequest request = sampleRequest();
    request.deflate = offer;
    const auto negotiated = validateUpgrade(responseWith("Sec-WebSocket-Extensions", {answer}), request);
    QVERIFY(!negotiated);
    QCOMPARE(negotiated.error().found, problem.found);
    QVERIFY(negotiated.error() == problem);
}

void TestUpgradeNegotiation::extensionHeadersAreRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("extensions"); // -1 when it is none
    QTest::addColumn<int>("parametersOfTheLast");
    QTest::newRow("one") << QByteArray("foo") << 1 << 0;
    QTest::newRow("two, with spaces") << QByteArray(" foo ; a ; b = \"c\" ,\tbar;d=e ") << 2 << 1;
    QTest::newRow("an escape in quotes") << QByteArray(R"(foo; a="b\c")") << 1 << 1;
    QTest::newRow("nothing") << QByteArray() << -1 << 0;
    QTest::newRow("a comma too much") << QByteArray("foo,") << -1 << 0;
    QTest::newRow("no value") << QByteArray("foo; a=") << -1 << 0;
    QTest::newRow("an open quote") << QByteArray("foo; a=\"b") << -1 << 0;
    QTest::newRow("an escape at the end") << QByteArray("foo; a=\"b\\") << -1 << 0;
    QTest::newRow("a space in quotes") << QByteArray("foo; a=\"b c\"") << -1 << 0;
    QTest::newRow("two words") << QByteArray("foo bar") << -1 << 0;
}

void TestUpgradeNegotiation::extensionHeadersAreRead()
{
    QFETCH(QByteArray, value);
    QFETCH(int, extensions);
    QFETCH(int, parametersOfTheLast);
    const auto read = readExtensions(value);
    QCOMPARE(read ? static_cast<int>(read->size()) : -1, extensions);
    if (read)
        QCOMPARE(static_cast<int>(read->back().parameters.size()), parametersOfTheLast);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestUpgradeNegotiation)
#include "tst_upgradenegotiation.moc"
