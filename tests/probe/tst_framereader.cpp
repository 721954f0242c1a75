// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/framereader.h"

#include "wireframes.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::closePayload;
using test::WireFrame;

class TestFrameReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStreamGivesTheseEventsHoweverItIsCut_data();
    void aStreamGivesTheseEventsHoweverItIsCut();
    void anErrorHasTheFactsOfItsFrame_data();
    void anErrorHasTheFactsOfItsFrame();
    void aBadTextIsRefusedAtItsFirstBadByte_data();
    void aBadTextIsRefusedAtItsFirstBadByte();
    void aMessageThatCameWholeIsNotCopied();
    void aBigMessageIsGivenUpAtItsHeader();
    void aCutIsSeenWhereverItIs();
};

void TestFrameReader::aStreamGivesTheseEventsHoweverItIsCut_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QStringList>("events");
    const auto row = [](const char *name, const QByteArray &stream, const QStringList &events) {
        QTest::newRow(name) << stream << events;
    };
    const auto frames = [](std::initializer_list<WireFrame> list) { return test::toBytes(list); };

    row("nothing", {}, {});
    row("a text", frames({{1, "Hello"}}), {u"text \"Hello\""_s});
    row("an empty text", frames({{1, {}}}), {u"text \"\""_s});
    row("a binary message", frames({{2, QByteArray::fromHex("00ff")}}), {u"binary hex 00ff"_s});
    row("a length of two bytes", frames({{1, QByteArray(126, 'a')}}), {u"text 126 bytes"_s});
    row("the longest length of two bytes", frames({{1, QByteArray(65535, 'a')}}), {u"text 65535 bytes"_s});
    row("a length of eight bytes", frames({{2, QByteArray(65536, 'a')}}), {u"binary 65536 bytes"_s});
    row("two in one go", frames({{1, "a"}, {1, "b"}}), {u"text \"a\""_s, u"text \"b\""_s});
    row("three fragments", frames({{1, "a", false}, {0, "b", false}, {0, "c"}}),
        {u"text \"abc\" in 3 frames"_s});
    row("empty fragments", frames({{1, {}, false}, {0, {}, false}, {0, {}}}), {u"text \"\" in 3 frames"_s});
    row("a ping between fragments", frames({{1, "a", false}, {9, "!"}, {0, "b"}}),
        {u"ping \"!\""_s, u"text \"ab\" in 2 frames"_s});
    row("a character over two fragments",
        frames({{1, QByteArray::fromHex("c3"), false}, {0, QByteArray::fromHex("a4")}}),
        {u"text \"ä\" in 2 frames"_s});
    row("the longest ping", frames({{9, QByteArray(125, 'p')}}), {u"ping 125 bytes"_s});
    row("a pong", frames({{10, "8 bytes."}}), {u"pong \"8 bytes.\""_s});

    row("a close with a code and a reason", frames({{8, closePayload(1001, "bye")}}),
        {u"close 1001 \"bye\""_s});
    row("a close without a code", frames({{8, {}}}), {u"close without code"_s});
    row("a close of one byte", frames({{8, "x"}}), {u"close without code OneByte"_s});
    row("a close that says dropped", frames({{8, closePayload(1006)}}), {u"close 1006 NeverSent"_s});
    row("a reason that is no text", frames({{8, closePayload(1000, "\xff")}}),
        {u"close 1000 hex ff ReasonNotUtf8"_s});
    row("a restart", frames({{8, closePayload(1012, "restart")}}), {u"close 1012 \"restart\""_s});
    row("frames behind a close", frames({{8, closePayload(1000)}, {1, "x"}, {1, "y"}}),
        {u"close 1000"_s, u"error AfterClose"_s});
    row("a broken frame behind a close", frames({{8, closePayload(1000)}, {3, "x"}}),
        {u"close 1000"_s, u"error AfterClose"_s});

    row("nothing behind an error", frames({{3, "x"}, {1, "y"}}), {u"error ReservedOpcode"_s});
    row("a masked frame", QByteArray::fromHex("818537fa213d7f9f4d5158"), {u"error MaskedFrame"_s});
    row("a length that needs no two bytes", QByteArray::fromHex("817e0001") + 'x',
        {u"error LengthNotMinimal"_s});
    row("a length that needs no eight bytes", QByteArray::fromHex("827f000000000000ffff"),
        {u"error LengthNotMinimal"_s});
    row("a length with the top bit", QByteArray::fromHex("827f8000000000000000"),
        {u"error LengthOutOfRange"_s});
    row("a text cut in a character", frames({{1, QByteArray::fromHex("61c3")}}), {u"error InvalidUtf8"_s});
    row("a continuation of a message that is whole", frames({{1, "a"}, {0, "b"}}),
        {u"text \"a\""_s, u"error ContinuationWithoutStart"_s});
    row("the bit of compression, not negotiated", frames({{1, "a", true, 4}}), {u"error ReservedBits"_s});
}

void TestFrameReader::aStreamGivesTheseEventsHoweverItIsCut()
{
    QFETCH(QByteArray, stream);
    QFETCH(QStringList, events);
    for (const test::Cut &cut : test::allCuts()) {
        FrameReader reader;
        const QStringList read = test::readAll(reader, cut.pieces(stream));
        QVERIFY2(
            read == events, qPrintable(QString(QLatin1StringView(cut.name) % u": "_s % read.join(u"; "_s))));
    }
}

void TestFrameReader::anErrorHasTheFactsOfItsFrame_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<FrameError>("expected");
    using Kind = FrameError::Kind;
    // Each stands behind a ping of seven bytes and a text of four.
    const auto row = [](const char *name, const QByteArray &frame, FrameError error) {
        error.frameOffset = 11;
        QTest::newRow(name) << frame << error;
    };
    row("reserved bits", test::toBytes(WireFrame{2, "xyz", true, 3}),
        {.kind = Kind::ReservedBits, .length = 3, .opcode = 2, .reservedBits = 3});
    row("reserved opcode", test::toBytes(WireFrame{11, "xyz"}),
        {.kind = Kind::ReservedOpcode, .length = 3, .opcode = 11});
    row("fragmented control", test::toBytes(WireFrame{9, "xy", false}),
        {.kind = Kind::FragmentedControl, .length = 2, .opcode = 9});
    row("control too long", QByteArray::fromHex("8a7e007e"), {.kind = Kind::ControlTooLong, .opcode = 10});
    row("length not minimal", QByteArray::fromHex("817e007d"),
        {.kind = Kind::LengthNotMinimal, .length = 125, .opcode = 1});
    row("length out of range", QByteArray::fromHex("827fffffffffffffffff"),
        {.kind = Kind::LengthOutOfRange, .length = 0xFFFFFFFFFFFFFFFF, .opcode = 2});
    row("invalid UTF-8", test::toBytes(WireFrame{1, QByteArray::fromHex("6162ff")}),
        {.kind = Kind::InvalidUtf8, .length = 3, .messageOffset = 2, .opcode = 1});
}

void TestFrameReader::anErrorHasTheFactsOfItsFrame()
{
    QFETCH(QByteArray, frame);
    QFETCH(FrameError, expected);
    const QByteArray stream = test::toBytes({{9, "12345"}, {1, "ok"}}) + frame;
    FrameReader reader;
    reader.feed(test::toSpan(stream));
    QCOMPARE(test::describe(reader.next()), u"ping \"12345\""_s);
    QCOMPARE(test::describe(reader.next()), u"text \"ok\""_s);
    const FrameEvent event = reader.next();
    QVERIFY(std::holds_alternative<FrameError>(event));
    QVERIFY(std::get<FrameError>(event) == expected);
    QVERIFY(isNeedMore(reader.next()));
}

void TestFrameReader::aBadTextIsRefusedAtItsFirstBadByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("good");
    QTest::newRow("a byte that never occurs") << QByteArray("abc\xff") << 3;
    QTest::newRow("a continuation alone") << QByteArray("ab\x80") << 2;
    QTest::newRow("overlong slash") << QByteArray::fromHex("c0af") << 0;
    QTest::newRow("overlong of three") << QByteArray::fromHex("61e09fbf") << 2;
    QTest::newRow("a surrogate") << QByteArray::fromHex("eda080") << 1;
    QTest::newRow("overlong of four") << QByteArray::fromHex("f08fbfbf") << 1;
    QTest::newRow("beyond U+10FFFF") << QByteArray::fromHex("f4908080") << 1;
    QTest::newRow("behind 16 plain bytes") << QByteArray("0123456789abcdef\xc3(") << 17;
}

void TestFrameReader::aBadTextIsRefusedAtItsFirstBadByte()
{
    QFETCH(QByteArray, text);
    QFETCH(int, good);
    FrameReader reader;
    // Most of the message is still to come.
    const QByteArray stream = test::toBytes(WireFrame{1, text + QByteArray(100, 'x')});
    qsizetype taken = 0;
    FrameEvent event;
    while (isNeedMore(event) && taken < stream.size()) {
        reader.feed(test::toSpan(stream).subspan(static_cast<std::size_t>(taken), 1));
        event = reader.next();
        ++taken;
    }
    QVERIFY(std::holds_alternative<FrameError>(event));
    QCOMPARE(std::get<FrameError>(event).messageOffset, static_cast<std::uint64_t>(good));
    const qsizetype header = stream.size() - text.size() - 100;
    QCOMPARE(taken, header + good + 1);
}

void TestFrameReader::aMessageThatCameWholeIsNotCopied()
{
    const QByteArray stream = test::toBytes({{9, "now"}, {2, QByteArray(1000, 'x')}});
    const std::span<const std::byte> bytes = test::toSpan(stream);
    FrameReader reader;
    reader.feed(bytes);
    const FrameEvent ping = reader.next();
    QCOMPARE(std::get<PingFrame>(ping).payload.data(), bytes.data() + 2);
    const FrameEvent message = reader.next();
    QCOMPARE(std::get<DataMessage>(message).payload.data(), bytes.data() + 9);
}

void TestFrameReader::aBigMessageIsGivenUpAtItsHeader()
{
    FrameReader reader(FrameLimits{.maximumMessage = 10});
    QCOMPARE(test::readAll(reader, {test::toBytes(WireFrame{2, QByteArray(10, 'x')})}),
        QStringList(u"binary \"xxxxxxxxxx\""_s));
    const QByteArray fragments = test::toBytes({{1, "123456", false}, {0, "78901"}});
    QCOMPARE(test::readAll(reader, {fragments.first(10)}), QStringList(u"error MessageTooBig"_s));
}

void TestFrameReader::aCutIsSeenWhereverItIs()
{
    FrameReader reader;
    QVERIFY(!reader.isMidMessage());
    const QByteArray stream = test::toBytes({{1, "ab", false}, {0, "c"}});
    for (const QByteArray &byte : test::allCuts()[1].pieces(stream.chopped(1))) {
        QCOMPARE(test::readAll(reader, {byte}), QStringList());
        QVERIFY(reader.isMidMessage());
    }
    QCOMPARE(test::readAll(reader, {stream.last(1)}), QStringList(u"text \"abc\" in 2 frames"_s));
    QVERIFY(!reader.isMidMessage());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestFrameReader)
#include "tst_framereader.moc"
