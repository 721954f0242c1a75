// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/permessagedeflate.h"

#include "wireframes.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::toSpan;
using test::WireFrame;

namespace {

// The examples of RFC 7692 section 7.2.3.
const QByteArray helloOnce = QByteArray::fromHex("f248cdc9c90700");
const QByteArray helloAgain = QByteArray::fromHex("f200110000");
const QByteArray helloStored = QByteArray::fromHex("000500faff48656c6c6f00");
const QByteArray helloFinal = QByteArray::fromHex("f348cdc9c9070000");
const QByteArray helloTwoBlocks = QByteArray::fromHex("f24805000000ffffcac9c90700");

QByteArray packed(const QByteArray &payload)
{
    return test::toBytes(WireFrame{1, payload, true, 4});
}

QByteArray zeros(qsizetype size)
{
    MessageDeflater deflater({});
    return test::toBytes(deflater.compress(toSpan(QByteArray(size, '\0'))));
}

} // namespace

class TestPerMessageDeflate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesAreUnpackedHoweverTheyAreCut_data();
    void messagesAreUnpackedHoweverTheyAreCut();
    void theContextIsForgottenWhenThatWasAgreedOn();
    void ourMessagesAreThoseOfTheStandard();
    void ourContextIsForgottenWhenThatWasAgreedOn();
    void aBombIsGivenUpAtTheLimit();
    void aMessageOfJustTheLimitIsTaken();
};

void TestPerMessageDeflate::messagesAreUnpackedHoweverTheyAreCut_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QStringList>("events");
    const QString hello = u"packed text \"Hello\""_s;
    const auto row = [](const char *name, const QByteArray &stream, const QStringList &events) {
        QTest::newRow(name) << stream << events;
    };
    row("one block", packed(helloOnce), {hello});
    row("one stored block", packed(helloStored), {hello});
    row("a block that says it is the last", packed(helloFinal), {hello});
    row("two blocks", packed(helloTwoBlocks), {hello});
    row("the second refers to the first", packed(helloOnce) + packed(helloAgain), {hello, hello});
    row("the second refers to what came before the last block", packed(helloFinal) + packed(helloAgain),
        {hello, hello});
    row("in two frames",
        test::toBytes({{1, helloOnce.first(3), false, 4}, {9, "!"}, {0, helloOnce.sliced(3)}}),
        {u"ping \"!\""_s, hello + u" in 2 frames"_s});
    row("the last frame is empty", test::toBytes({{1, helloOnce, false, 4}, {0, {}}}),
        {hello + u" in 2 frames"_s});
    row("an empty message", packed(QByteArray(1, '\0')), {u"packed text \"\""_s});
    row("a plain message in between",
        packed(helloOnce) + test::toBytes(WireFrame{1, "plain"}) + packed(helloAgain),
        {hello, u"text \"plain\""_s, hello});
    row("64 KiB of zeros", test::toBytes(WireFrame{2, zeros(65536), true, 4}),
        {u"packed binary 65536 bytes"_s});

    row("nothing at all", packed({}), {u"error BadCompression"_s});
    row("a block of the kind that is none", packed(QByteArray::fromHex("07")), {u"error BadCompression"_s});
    row("a block that is cut", packed(helloStored.first(8)), {u"error BadCompression"_s});
    row("a reference to what never came", packed(helloAgain), {u"error BadCompression"_s});
    row("text that is none", packed(QByteArray::fromHex("000100feffff00")), {u"error InvalidUtf8"_s});
    row("bad text in front of bad compression", packed(QByteArray::fromHex("000100feffff07")),
        {u"error InvalidUtf8"_s});
    row("the bit on the second frame",
        test::toBytes({{1, helloOnce.first(3), false, 4}, {0, helloOnce.sliced(3), true, 4}}),
        {u"error ReservedBits"_s});
    row("the bit on a ping", test::toBytes(WireFrame{9, "x", true, 4}), {u"error ReservedBits"_s});
    row("another bit with it", test::toBytes(WireFrame{1, helloOnce, true, 6}), {u"error ReservedBits"_s});
}

void TestPerMessageDeflate::messagesAreUnpackedHoweverTheyAreCut()
{
    QFETCH(QByteArray, stream);
    QFETCH(QStringList, events);
    for (const test::Cut &cut : test::allCuts()) {
        FrameReader reader({}, DeflateParameters{});
        const QStringList read = test::readAll(reader, cut.pieces(stream));
        QVERIFY2(
            read == events, qPrintable(QString(QLatin1StringView(cut.name) + u": "_s + read.join(u"; "_s))));
    }
}

void TestPerMessageDeflate::theContextIsForgottenWhenThatWasAgreedOn()
{
    FrameReader reader({}, DeflateParameters{.serverKeepsNoContext = true});
    QCOMPARE(test::readAll(reader, {QByteArray(packed(helloOnce) + packed(helloOnce) + packed(helloAgain))}),
        (QStringList{u"packed text \"Hello\""_s, u"packed text \"Hello\""_s, u"error BadCompression"_s}));
}

void TestPerMessageDeflate::ourMessagesAreThoseOfTheStandard()
{
    MessageDeflater deflater({});
    QCOMPARE(test::toBytes(deflater.compress(toSpan("Hello"))), helloOnce);
    QCOMPARE(test::toBytes(deflater.compress(toSpan("Hello"))), helloAgain);
    QCOMPARE(test::toBytes(deflater.compress({})), QByteArray(1, '\0'));
}

void TestPerMessageDeflate::ourContextIsForgottenWhenThatWasAgreedOn()
{
    MessageDeflater deflater(DeflateParameters{.clientKeepsNoContext = true});
    QCOMPARE(test::toBytes(deflater.compress(toSpan("Hello"))), helloOnce);
    QCOMPARE(test::toBytes(deflater.compress(toSpan("Hello"))), helloOnce);
}

// 64 MiB of zeros come as some 64 KiB.
void TestPerMessageDeflate::aBombIsGivenUpAtTheLimit()
{
    const QByteArray stream = test::toBytes(WireFrame{2, zeros(64 << 20), true, 4});
    QVERIFY(stream.size() < 100'000);
    FrameReader reader(FrameLimits{.maximumMessage = 1000}, DeflateParameters{});
    reader.feed(toSpan(stream));
    const FrameEvent event = reader.next();
    const auto *error = std::get_if<FrameError>(&event);
    QVERIFY(error);
    QCOMPARE(error->kind, FrameError::Kind::MessageTooBig);
    QCOMPARE(error->messageOffset, std::uint64_t{1001});
}

void TestPerMessageDeflate::aMessageOfJustTheLimitIsTaken()
{
    FrameReader reader(FrameLimits{.maximumMessage = 10'000}, DeflateParameters{});
    const QByteArray stream = test::toBytes({{2, zeros(10'000), true, 4}, {2, zeros(10'001), true, 4}});
    QCOMPARE(test::readAll(reader, {stream}),
        (QStringList{u"packed binary 10000 bytes"_s, u"error MessageTooBig"_s}));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestPerMessageDeflate)
#include "tst_permessagedeflate.moc"
