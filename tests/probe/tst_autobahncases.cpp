// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The cases of the Autobahn test suite for clients, each by its number: what the server sends, what an
// echoing client has to answer, and how it ends. Limits and compression have tests of their own.

#include "autobahntexts.h"
#include "echoclient.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::closePayload;
using test::WireFrame;

namespace {

constexpr int text = 1;
constexpr int binary = 2;
constexpr int closing = 8;
constexpr int ping = 9;
constexpr int pong = 10;

using Frames = std::initializer_list<WireFrame>;

struct Case {
    const char *number;
    QByteArray stream;
    QStringList answers;
    QString state;
};

void addRow(const Case &one)
{
    QTest::newRow(one.number) << one.stream << one.answers << one.state;
}

// The server goes on to close with 1000, and the client answers that.
void good(const char *number, const QByteArray &stream, const QStringList &answers)
{
    const QByteArray end = test::toBytes(WireFrame{closing, closePayload(1000)});
    addRow({number, stream + end, answers + QStringList(u"close 1000"_s), u"Closed"_s});
}

void good(const char *number, Frames frames, const QStringList &answers)
{
    good(number, test::toBytes(frames), answers);
}

// The client answers \a answers and then closes with \a code, whatever comes behind.
void bad(const char *number, const QByteArray &stream, const QStringList &answers = {}, int code = 1002)
{
    addRow({number, stream, answers + QStringList(u"close %1"_s.arg(code)), u"Failed"_s});
}

void bad(const char *number, Frames frames, const QStringList &answers = {}, int code = 1002)
{
    bad(number, test::toBytes(frames), answers, code);
}

// The server closes.
void closed(const char *number, Frames frames, const QString &answer)
{
    addRow({number, test::toBytes(frames), {answer}, u"Closed"_s});
}

QByteArray inFramesOfOneByte(const QByteArray &message)
{
    QByteArray stream;
    for (qsizetype i = 0; i < message.size(); ++i)
        stream += test::toBytes(WireFrame{i == 0 ? text : 0, message.mid(i, 1), i == message.size() - 1, 0});
    return stream;
}

QString quoted(const QByteArray &utf8)
{
    return u"text \"%1\""_s.arg(QString::fromUtf8(utf8));
}

} // namespace

class TestAutobahnCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framing_data();
    void framing() { run(); }
    void pingsAndPongs_data();
    void pingsAndPongs() { run(); }
    void reservedBits_data();
    void reservedBits() { run(); }
    void opcodes_data();
    void opcodes() { run(); }
    void fragmentation_data();
    void fragmentation() { run(); }
    void utf8_data();
    void utf8() { run(); }
    void utf8FailsAtOnce_data();
    void utf8FailsAtOnce();
    void closeHandling_data();
    void closeHandling() { run(); }
    void closeCodes_data();
    void closeCodes() { run(); }

private:
    static void addColumns();
    static void run();
};

void TestAutobahnCases::addColumns()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QStringList>("answers");
    QTest::addColumn<QString>("state");
}

// However the bytes are cut, which includes the cases that are "sent in octet-wise chops".
void TestAutobahnCases::run()
{
    QFETCH(QByteArray, stream);
    QFETCH(QStringList, answers);
    QFETCH(QString, state);
    for (const test::Cut &cut : test::allCuts()) {
        test::EchoClient client;
        client.receive(cut.pieces(stream));
        const QString told = QLatin1StringView(cut.name) + u": "_s + client.answers().join(u"; "_s);
        QVERIFY2(client.answers() == answers, qPrintable(told));
        QCOMPARE(test::nameOf(client.session().state()), state);
    }
}

void TestAutobahnCases::framing_data()
{
    addColumns();
    const auto one = [](const char *number, int opcode, qsizetype size) {
        const QString kind = opcode == text ? u"text"_s : u"binary"_s;
        const QString shown = size == 0 ? u"\"\""_s : u"%1 bytes"_s.arg(size);
        good(number, {{opcode, QByteArray(size, opcode == text ? '*' : '\xFE')}}, {kind + u' ' + shown});
    };
    one("1.1.1", text, 0);
    one("1.1.2", text, 125);
    one("1.1.3", text, 126);
    one("1.1.4", text, 127);
    one("1.1.5", text, 128);
    one("1.1.6", text, 65535);
    one("1.1.7", text, 65536);
    one("1.1.8 in chops", text, 65536);
    one("1.2.1", binary, 0);
    one("1.2.2", binary, 125);
    one("1.2.3", binary, 126);
    one("1.2.4", binary, 127);
    one("1.2.5", binary, 128);
    one("1.2.6", binary, 65535);
    one("1.2.7", binary, 65536);
    one("1.2.8 in chops", binary, 65536);
}

void TestAutobahnCases::pingsAndPongs_data()
{
    addColumns();
    const QByteArray tenPings = [] {
        QByteArray stream;
        for (int i = 0; i < 10; ++i)
            stream += test::toBytes(WireFrame{ping, "payload-" + QByteArray::number(i)});
        return stream;
    }();
    QStringList tenPongs;
    for (int i = 0; i < 10; ++i)
        tenPongs.append(u"pong \"payload-%1\""_s.arg(i));

    good("2.1 without payload", {{ping, {}}}, {u"pong \"\""_s});
    good("2.2 with text", {{ping, "Hello, world!"}}, {u"pong \"Hello, world!\""_s});
    good("2.3 with binary", {{ping, QByteArray::fromHex("00fffefdfcfb00ff")}},
        {u"pong hex 00fffefdfcfb00ff"_s});
    good("2.4 with 125 bytes", {{ping, QByteArray(125, '\xFE')}}, {u"pong 125 bytes"_s});
    bad("2.5 with 126 bytes", {{ping, QByteArray(126, '\xFE')}});
    good("2.6 with 125 bytes in chops", {{ping, QByteArray(125, '\xFE')}}, {u"pong 125 bytes"_s});
    good("2.7 unsolicited pong without payload", {{pong, {}}}, {});
    good("2.8 unsolicited pong with payload", {{pong, "unsolicited"}}, {});
    good("2.9 unsolicited pong, then a ping", {{pong, "unsolicited"}, {ping, "ping"}}, {u"pong \"ping\""_s});
    good("2.10 ten pings", tenPings, tenPongs);
    good("2.11 ten pings in chops", tenPings, tenPongs);
}

void TestAutobahnCases::reservedBits_data()
{
    addColumns();
    const QByteArray hello = "Hello, world!";
    const QStringList echo{quoted(hello)};
    bad("3.1 RSV 1", {{text, hello, true, 1}});
    bad("3.2 RSV 2 behind a good one", {{text, hello}, {text, hello, true, 2}, {ping, {}}}, echo);
    bad("3.3 RSV 3 behind a good one", {{text, hello}, {text, hello, true, 3}, {ping, {}}}, echo);
    bad("3.4 RSV 4 in chops", {{text, hello}, {text, hello, true, 4}, {ping, {}}}, echo);
    bad("3.5 RSV 5 of binary", {{binary, QByteArray::fromHex("00fffefdfcfb00ff"), true, 5}});
    bad("3.6 RSV 6 of ping", {{ping, hello, true, 6}});
    bad("3.7 RSV 7 of close", {{closing, closePayload(1000), true, 7}});
}

void TestAutobahnCases::opcodes_data()
{
    addColumns();
    const QByteArray hello = "Hello, world!";
    const QStringList echo{quoted(hello)};
    bad("4.1.1 opcode 3", {{3, {}}});
    bad("4.1.2 opcode 4 with payload", {{4, "reserved opcode payload"}});
    bad("4.1.3 opcode 5 behind a message", {{text, hello}, {5, {}}, {ping, {}}}, echo);
    bad("4.1.4 opcode 6 with payload", {{text, hello}, {6, hello}, {ping, {}}}, echo);
    bad("4.1.5 opcode 7 in chops", {{text, hello}, {7, hello}, {ping, {}}}, echo);
    bad("4.2.1 opcode 11", {{11, {}}});
    bad("4.2.2 opcode 12 with payload", {{12, "reserved opcode payload"}});
    bad("4.2.3 opcode 13 behind a message", {{text, hello}, {13, {}}, {ping, {}}}, echo);
    bad("4.2.4 opcode 14 with payload", {{text, hello}, {14, hello}, {ping, {}}}, echo);
    bad("4.2.5 opcode 15 in chops", {{text, hello}, {15, hello}, {ping, {}}}, echo);
}

void TestAutobahnCases::fragmentation_data()
{
    addColumns();
    const QByteArray one = "fragment1";
    const QByteArray two = "fragment2";
    const QByteArray three = "fragment3";
    const QByteArray four = "fragment4";
    const QByteArray five = "fragment5";
    const QString both = u"text \"fragment1fragment2\""_s;
    const Frames loose{{0, one, false}, {text, two, false}, {0, three}};

    bad("5.1 ping in two fragments", {{ping, one, false}, {0, two}});
    bad("5.2 pong in two fragments", {{pong, one, false}, {0, two}});
    good("5.3 text in two fragments", {{text, one, false}, {0, two}}, {both});
    good("5.4 frame by frame", {{text, one, false}, {0, two}}, {both});
    good("5.5 in chops", {{text, one, false}, {0, two}}, {both});
    for (const char *number : {"5.6 ping in between", "5.7 frame by frame", "5.8 in chops"})
        good(number, {{text, one, false}, {ping, "ping payload"}, {0, two}},
            {u"pong \"ping payload\""_s, both});
    bad("5.9 continuation of nothing", {{0, one}, {text, "Hello"}});
    bad("5.10 frame by frame", {{0, one}, {text, "Hello"}});
    bad("5.11 in chops", {{0, one}, {text, "Hello"}});
    bad("5.12 unfinished continuation of nothing", {{0, one, false}, {text, "Hello"}});
    bad("5.13 frame by frame", {{0, one, false}, {text, "Hello"}});
    bad("5.14 in chops", {{0, one, false}, {text, "Hello"}});
    bad("5.15 continuation behind a whole message",
        {{text, one, false}, {0, two}, {0, three, false}, {text, four}}, {both});
    bad("5.16 unfinished continuation, then a message, twice", test::toBytes(loose) + test::toBytes(loose));
    bad("5.17 finished continuation, then a message, twice",
        {{0, one}, {text, two, false}, {0, three}, {0, one}, {text, two, false}, {0, three}});
    bad("5.18 both fragments are text", {{text, one, false}, {text, two}});
    const Frames interleaved{{text, one, false}, {0, two, false}, {ping, "pongme 1!"}, {0, three, false},
        {0, four, false}, {ping, "pongme 2!"}, {0, five}};
    const QStringList answers{u"pong \"pongme 1!\""_s, u"pong \"pongme 2!\""_s, u"text 45 bytes"_s};
    good("5.19 five fragments and two pings", interleaved, answers);
    good("5.20 frame by frame", interleaved, answers);
}

void TestAutobahnCases::utf8_data()
{
    addColumns();
    const QByteArray mixed = "Hello-µ@ßöäüàá-UTF-8!!";
    const QByteArray greek = test::greekWord();
    const QByteArray broken = test::greekWord() + QByteArray::fromHex("eda080") + "edited";

    good("6.1.1 nothing", {{text, {}}}, {u"text \"\""_s});
    good("6.1.2 three empty fragments", {{text, {}, false}, {0, {}, false}, {0, {}}}, {u"text \"\""_s});
    good("6.1.3 one of three has a payload", {{text, {}, false}, {0, "middle frame payload", false}, {0, {}}},
        {u"text \"middle frame payload\""_s});
    good("6.2.1 in one frame", {{text, mixed}}, {quoted(mixed)});
    good("6.2.2 in two frames", {{text, mixed.first(14), false}, {0, mixed.sliced(14)}}, {quoted(mixed)});
    good("6.2.3 in frames of a byte", inFramesOfOneByte(mixed), {quoted(mixed)});
    good("6.2.4 in frames of a byte", inFramesOfOneByte(greek), {quoted(greek)});
    bad("6.3.1 a surrogate", {{text, broken}}, {}, 1007);
    bad("6.3.2 a surrogate in frames of a byte", inFramesOfOneByte(broken), {}, 1007);
    // 6.5.1 to 6.23.7
    for (const test::Utf8Case &one : test::utf8Cases()) {
        if (one.isValid)
            good(one.number, {{text, one.text}}, {quoted(one.text)});
        else
            bad(one.number, {{text, one.text}}, {}, 1007);
    }
}

void TestAutobahnCases::utf8FailsAtOnce_data()
{
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    const QByteArray message = test::greekWord() + QByteArray::fromHex("f4908080") + "edited";
    const auto frames = [&message](qsizetype from, qsizetype to) {
        const bool isFirst = from == 0;
        return test::toBytes(WireFrame{isFirst ? text : 0, message.sliced(from, to - from), false});
    };
    const QByteArray whole = test::toBytes(WireFrame{text, message});
    const qsizetype word = test::greekWord().size();
    const qsizetype header = whole.size() - message.size();

    QTest::newRow("6.4.1 in the second frame") << frames(0, word) << frames(word, word + 4);
    QTest::newRow("6.4.2 in the second byte of a character")
        << frames(0, word + 1) << frames(word + 1, word + 2);
    QTest::newRow("6.4.3 in the second chop") << whole.first(header + word) << whole.sliced(header + word, 4);
    QTest::newRow("6.4.4 in the byte that is wrong")
        << whole.first(header + word + 1) << whole.sliced(header + word + 1, 1);
}

void TestAutobahnCases::utf8FailsAtOnce()
{
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    test::EchoClient client;
    client.receive(good);
    QCOMPARE(client.answers(), QStringList());
    client.receive(bad);
    QCOMPARE(client.answers(), QStringList(u"close 1007"_s));
    QCOMPARE(test::nameOf(client.session().state()), u"Failed"_s);
}

void TestAutobahnCases::closeHandling_data()
{
    addColumns();
    const WireFrame normal{closing, closePayload(1000)};
    good("7.1.1 message, then close", {{text, "Hello World!"}}, {u"text \"Hello World!\""_s});
    closed("7.1.2 two closes", {normal, normal}, u"close 1000"_s);
    closed("7.1.3 close, then ping", {normal, {ping, {}}}, u"close 1000"_s);
    closed("7.1.4 close, then message", {normal, {text, "Hello World!"}}, u"close 1000"_s);
    closed("7.1.5 close within a message", {{text, "fragment1", false}, normal, {0, "fragment2"}},
        u"close 1000"_s);
    addRow({"7.1.6 256K, message, close, ping",
        test::toBytes({{text, QByteArray(262144, 'B')}, {text, "Hello World!"}, normal, {ping, {}}}),
        {u"text 262144 bytes"_s, u"text \"Hello World!\""_s, u"close 1000"_s}, u"Closed"_s});

    closed("7.3.1 no payload", {{closing, {}}}, u"close without code"_s);
    closed("7.3.2 one byte", {{closing, "a"}}, u"close 1002"_s);
    closed("7.3.3 a code", {normal}, u"close 1000"_s);
    closed("7.3.4 a code and a reason", {{closing, closePayload(1000, "Hello World!")}}, u"close 1000"_s);
    closed(
        "7.3.5 the longest reason", {{closing, closePayload(1000, QByteArray(123, '*'))}}, u"close 1000"_s);
    bad("7.3.6 a reason too long", {{closing, closePayload(1000, QByteArray(124, '*'))}});
    closed("7.5.1 a reason that is no UTF-8",
        {{closing, closePayload(1000, test::greekWord() + QByteArray::fromHex("eda080") + "edited")}},
        u"close 1007"_s);
}

void TestAutobahnCases::closeCodes_data()
{
    addColumns();
    int number = 0;
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999}) {
        const QByteArray name = "7.7." + QByteArray::number(++number);
        closed(name.constData(), {{closing, closePayload(code)}}, u"close %1"_s.arg(code));
    }
    // Not in the suite: registered since, and what a restarting service says.
    for (const int code : {1012, 1013, 1014})
        closed(
            QByteArray::number(code).constData(), {{closing, closePayload(code)}}, u"close %1"_s.arg(code));

    number = 0;
    for (const int code : {0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999}) {
        const QByteArray name = "7.9." + QByteArray::number(++number);
        closed(name.constData(), {{closing, closePayload(code)}}, u"close 1002"_s);
    }
    closed("7.13.1 5000", {{closing, closePayload(5000)}}, u"close 1002"_s);
    closed("7.13.2 65535", {{closing, closePayload(65535)}}, u"close 1002"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestAutobahnCases)
#include "tst_autobahncases.moc"
