// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The cases 9.* and 10.* of the Autobahn test suite for clients: big messages, many fragments, small chops,
// many messages. The times that the suite reports are for benchmarks; here the echo has to be right.

#include "echoclient.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::WireFrame;

namespace {

constexpr int text = 1;
constexpr int binary = 2;
constexpr qsizetype kilo = 1024;
constexpr qsizetype mega = 1024 * kilo;

QByteArray payloadOf(int opcode, qsizetype size)
{
    static const QByteArray unit = "BAsd7&jh23";
    if (opcode == binary)
        return QByteArray(size, '\xFE');
    return unit.repeated(size / unit.size() + 1).first(size);
}

QByteArray inFrames(int opcode, const QByteArray &payload, qsizetype frameSize)
{
    QByteArray stream;
    stream.reserve(payload.size() + 10 * (payload.size() / frameSize + 1));
    for (qsizetype at = 0; at < payload.size(); at += frameSize) {
        const bool isLast = at + frameSize >= payload.size();
        stream += test::toBytes(WireFrame{at == 0 ? opcode : 0, payload.mid(at, frameSize), isLast});
    }
    return stream;
}

} // namespace

class TestAutobahnLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBigMessageIsEchoed_data();
    void aBigMessageIsEchoed();
    void manyMessagesAreEchoed_data();
    void manyMessagesAreEchoed();
};

void TestAutobahnLimits::aBigMessageIsEchoed_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("frameSize");
    QTest::addColumn<qsizetype>("chopSize");
    const auto row = [](const QByteArray &number, int opcode, qsizetype size, qsizetype frameSize,
                         qsizetype chopSize) {
        QTest::newRow(number.constData()) << opcode << size << frameSize << chopSize;
    };

    int number = 0;
    for (const qsizetype size : {64 * kilo, 256 * kilo, mega, 4 * mega, 8 * mega, 16 * mega}) {
        ++number;
        row("9.1." + QByteArray::number(number), text, size, size, size);
        row("9.2." + QByteArray::number(number), binary, size, size, size);
    }
    number = 0;
    for (const qsizetype frame :
        {qsizetype{64}, qsizetype{256}, kilo, 4 * kilo, 16 * kilo, 64 * kilo, 256 * kilo, mega, 4 * mega}) {
        ++number;
        row("9.3." + QByteArray::number(number), text, 4 * mega, frame, 64 * kilo);
        row("9.4." + QByteArray::number(number), binary, 4 * mega, frame, 64 * kilo);
    }
    number = 0;
    for (const qsizetype chop :
        {qsizetype{64}, qsizetype{128}, qsizetype{256}, qsizetype{512}, kilo, 2 * kilo}) {
        ++number;
        row("9.5." + QByteArray::number(number), text, mega, mega, chop);
        row("9.6." + QByteArray::number(number), binary, mega, mega, chop);
    }
    row("10.1.1 fragments of 1300", text, 65536, 1300, 64 * kilo);
}

void TestAutobahnLimits::aBigMessageIsEchoed()
{
    QFETCH(int, opcode);
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, frameSize);
    QFETCH(qsizetype, chopSize);
    const QByteArray payload = payloadOf(opcode, size);
    const QByteArray stream = inFrames(opcode, payload, frameSize);
    test::EchoClient client;
    for (qsizetype at = 0; at < stream.size(); at += chopSize)
        client.receive(stream.mid(at, chopSize));

    const std::vector<test::SentFrame> sent = test::sentFrames(client.takeSent());
    QCOMPARE(sent.size(), std::size_t{1});
    QCOMPARE(sent[0].opcode, opcode);
    QVERIFY(sent[0].isMasked);
    QVERIFY(sent[0].payload == payload);
    QCOMPARE(client.session().state(), ClientSession::State::Open);
}

void TestAutobahnLimits::manyMessagesAreEchoed_data()
{
    QTest::addColumn<int>("opcode");
    QTest::addColumn<qsizetype>("size");
    int number = 0;
    for (const qsizetype size : {0, 16, 64, 256, 1024, 4096}) {
        ++number;
        QTest::newRow(QByteArray("9.7." + QByteArray::number(number)).constData()) << text << size;
        QTest::newRow(QByteArray("9.8." + QByteArray::number(number)).constData()) << binary << size;
    }
}

void TestAutobahnLimits::manyMessagesAreEchoed()
{
    QFETCH(int, opcode);
    QFETCH(qsizetype, size);
    constexpr int count = 1000;
    const QByteArray payload = payloadOf(opcode, size);
    const QByteArray one = test::toBytes(WireFrame{opcode, payload});
    test::EchoClient client;
    for (int i = 0; i < count; ++i)
        client.receive(one);
    const std::vector<test::SentFrame> sent = test::sentFrames(client.takeSent());
    QCOMPARE(sent.size(), std::size_t{count});
    const bool areAllRight = std::ranges::all_of(sent,
        [&](const test::SentFrame &frame) { return frame.opcode == opcode && frame.payload == payload; });
    QVERIFY(areAllRight);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestAutobahnLimits)
#include "tst_autobahnlimits.moc"
