// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/closestatus.h"
#include "core/probe/utf8validator.h"
#include "core/probe/websocketframe.h"

#include "wireframes.h"

#include <QStringDecoder>
#include <QTest>

namespace sockeye {

using test::toSpan;

class TestWebSocketFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrameIsWrittenAsInTheStandard_data();
    void aFrameIsWrittenAsInTheStandard();
    void maskingIsTheSameForEachLengthAndPlace();
    void eachCloseCodeIsJudged();
    void everyCodePointIsUtf8ButTheSurrogates();
    void everySequenceOfThreeBytesIsJudgedAsByQt();
};

void TestWebSocketFrame::aFrameIsWrittenAsInTheStandard_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<QByteArray>("front");
    const QByteArray key = QByteArray::fromHex("37fa213d");
    const auto row = [&key](const char *name, const QByteArray &payload, int opcode, bool isFinal,
                         const char *front) {
        QTest::newRow(name) << payload << opcode << isFinal << QByteArray(QByteArray::fromHex(front) + key);
    };
    row("a text", "Hello", 1, true, "8185");
    row("a fragment", "Hello", 1, false, "0185");
    row("a ping without payload", {}, 9, true, "8980");
    row("125 bytes", QByteArray(125, 'x'), 2, true, "82fd");
    row("126 bytes", QByteArray(126, 'x'), 2, true, "82fe007e");
    row("65535 bytes", QByteArray(65535, 'x'), 2, true, "82feffff");
    row("65536 bytes", QByteArray(65536, 'x'), 2, true, "82ff0000000000010000");
}

void TestWebSocketFrame::aFrameIsWrittenAsInTheStandard()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, opcode);
    QFETCH(bool, isFinal);
    QFETCH(QByteArray, front);
    constexpr MaskKey key{std::byte{0x37}, std::byte{0xFA}, std::byte{0x21}, std::byte{0x3D}};
    std::vector<std::byte> out;
    appendFrame(out,
        {.opcode = static_cast<Opcode>(opcode),
            .isFinal = isFinal,
            .isCompressed = false,
            .payload = toSpan(payload)},
        key);
    const QByteArray bytes = test::toBytes(out);
    QCOMPARE(bytes.first(front.size()), front);
    QCOMPARE(bytes.size(), front.size() + payload.size());
    if (payload == "Hello")
        QCOMPARE(bytes.sliced(front.size()), QByteArray::fromHex("7f9f4d5158"));
}

void TestWebSocketFrame::maskingIsTheSameForEachLengthAndPlace()
{
    constexpr MaskKey key{std::byte{1}, std::byte{2}, std::byte{4}, std::byte{0xF8}};
    for (std::size_t place = 0; place < 8; ++place) {
        for (std::size_t length = 0; length < 40; ++length) {
            std::vector<std::byte> bytes(place + length + 1);
            applyMask(std::span(bytes).subspan(place, length), key);
            for (std::size_t i = 0; i < length; ++i)
                QCOMPARE(bytes[place + i], key[i % 4]);
            QCOMPARE(bytes.back(), std::byte{0});
        }
    }
}

void TestWebSocketFrame::eachCloseCodeIsJudged()
{
    const auto expected = [](int code) {
        if (code < 1000 || code > 4999)
            return CloseFault::OutOfRange;
        if (code == 1005 || code == 1006 || code == 1015)
            return CloseFault::NeverSent;
        // 1000 to 1003 and 1007 to 1014 are registered, from 3000 on anybody may.
        const bool isRegistered = (code <= 1003) || (code >= 1007 && code <= 1014) || code >= 3000;
        return isRegistered ? CloseFault::None : CloseFault::Reserved;
    };
    for (int code = 0; code <= 0xFFFF; ++code)
        QCOMPARE(judgeCloseCode(static_cast<std::uint16_t>(code)), expected(code));
}

void TestWebSocketFrame::everyCodePointIsUtf8ButTheSurrogates()
{
    for (char32_t point = 0; point <= 0x10FFFF; ++point) {
        if (!QChar::isSurrogate(point)) {
            const QByteArray text = QString::fromUcs4(&point, 1).toUtf8();
            QVERIFY2(isUtf8(toSpan(text)), text.toHex().constData());
        }
    }
    for (unsigned point = 0xD800; point <= 0xDFFF; ++point) {
        const std::array surrogate{static_cast<std::byte>(0xE0U | (point >> 12U)),
            static_cast<std::byte>(0x80U | ((point >> 6U) & 0x3FU)),
            static_cast<std::byte>(0x80U | (point & 0x3FU))};
        QVERIFY(!isUtf8(surrogate));
    }
}

// Each lead byte, with second and third bytes on both sides of every border.
void TestWebSocketFrame::everySequenceOfThreeBytesIsJudgedAsByQt()
{
    const QByteArray borders = QByteArray::fromHex("00207f80818f909f a0a1bfc0c1c2dfe0ecedeff0f4f5ff");
    for (int lead = 0; lead < 256; ++lead) {
        for (const char second : borders) {
            for (const char third : borders) {
                const QByteArray text{QByteArray(1, static_cast<char>(lead)) + second + third};
                QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
                const QString decoded = decoder.decode(text);
                const bool isText = !decoder.hasError() && decoded.toUtf8() == text;
                QVERIFY2(isUtf8(toSpan(text)) == isText, text.toHex().constData());
            }
        }
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestWebSocketFrame)
#include "tst_websocketframe.moc"
