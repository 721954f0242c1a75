// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The cases 12.* and 13.* of the Autobahn test suite for clients: permessage-deflate. Five kinds of data,
// eighteen sizes of messages and fragments, and the ways to negotiate. Fewer messages than there: enough that
// the window has wrapped.

#include "echoclient.h"

#include <QFile>
#include <QTest>

#include <random>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::WireFrame;

namespace {

constexpr int text = 1;
constexpr int binary = 2;
constexpr qsizetype bytesOfCase = 200'000;

struct MessageSize {
    qsizetype message;
    qsizetype frame; //!< 0 for whole messages
};

constexpr std::array messageSizes{MessageSize{16, 0}, MessageSize{64, 0}, MessageSize{256, 0},
    MessageSize{1024, 0}, MessageSize{4096, 0}, MessageSize{8192, 0}, MessageSize{16384, 0},
    MessageSize{32768, 0}, MessageSize{65536, 0}, MessageSize{131072, 0}, MessageSize{8192, 256},
    MessageSize{16384, 256}, MessageSize{32768, 256}, MessageSize{65536, 256}, MessageSize{131072, 256},
    MessageSize{131072, 1024}, MessageSize{131072, 4096}, MessageSize{131072, 32768}};

QByteArray readSource(const char *name)
{
    QFile file(qEnvironmentVariable("SOCKEYE_SOURCE_DIR") + u'/' + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", name);
    return file.readAll();
}

// A picture: neighbours are alike, but seldom the same.
QByteArray bitmap()
{
    std::minstd_rand random(1);
    QByteArray pixels(262144, '\0');
    for (qsizetype i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<char>((i % 512) / 4 + (i / 512) / 8 + static_cast<qsizetype>(random() % 5));
    return pixels;
}

// What is packed already, with some text in between, as a PDF has it.
QByteArray packedDocument()
{
    std::minstd_rand random(2);
    QByteArray bytes;
    for (int object = 0; object < 60; ++object) {
        bytes += QByteArray(QByteArray::number(object) + " 0 obj << /Filter /FlateDecode >> stream\n");
        for (int i = 0; i < 4000; ++i)
            bytes += static_cast<char>(random() >> 8);
        bytes += "\nendstream endobj\n";
    }
    return bytes;
}

QByteArray json()
{
    QByteArray bytes = "[";
    for (int i = 0; i < 2000; ++i) {
        const QByteArray id = QByteArray::number(i * 7919 % 10007);
        bytes += QByteArray(
            R"({"id":)" + id + R"(,"name":"node-)" + id + R"(","state":"open","rtt":0.)" + id + "},");
    }
    return bytes + "]";
}

QByteArray html()
{
    QByteArray bytes = "<html><body><table>";
    for (int i = 0; i < 3000; ++i) {
        const QByteArray cell = QByteArray::number(i * i);
        bytes += QByteArray("<tr class=\"row\"><td>" + cell + "</td><td>&auml;</td></tr>\n");
    }
    return bytes + "</table></body></html>";
}

QByteArray slice(const QByteArray &data, qsizetype at, qsizetype size)
{
    const qsizetype from = at % data.size();
    return size <= data.size() - from ? data.mid(from, size)
                                      : QByteArray(data.repeated(1 + size / data.size() + 1).mid(from, size));
}

// What a server would call the other side.
DeflateParameters mirrored(const DeflateParameters &agreed)
{
    return {.serverKeepsNoContext = agreed.clientKeepsNoContext,
        .clientKeepsNoContext = agreed.serverKeepsNoContext,
        .serverWindowBits = agreed.clientWindowBits,
        .clientWindowBits = agreed.serverWindowBits};
}

// zlib makes nothing for a window of 8 bits by name. What it makes for one of 9 never looks back by more than
// 250 bytes, which is just as good.
DeflateParameters forDeflater(DeflateParameters parameters)
{
    parameters.clientWindowBits = std::max(parameters.clientWindowBits, 9);
    return parameters;
}

//! The other side: packs what it sends, unpacks what comes back.
class DeflatingServer final {
public:
    explicit DeflatingServer(const DeflateParameters &agreed)
        : m_deflater(forDeflater(mirrored(agreed)))
        , m_inflater(mirrored(agreed))
    {
    }

    [[nodiscard]] QByteArray frames(int opcode, const QByteArray &message, qsizetype frameSize)
    {
        const QByteArray packed = test::toBytes(m_deflater.compress(test::toSpan(message)));
        const qsizetype size = frameSize > 0 ? frameSize : packed.size();
        QByteArray stream;
        for (qsizetype at = 0; at < packed.size(); at += size) {
            const bool isFirst = at == 0;
            stream += test::toBytes(WireFrame{
                isFirst ? opcode : 0, packed.mid(at, size), at + size >= packed.size(), isFirst ? 4 : 0});
        }
        return stream;
    }

    [[nodiscard]] QByteArray unpack(const test::SentFrame &frame)
    {
        if (frame.reservedBits == 0)
            return frame.payload;
        std::vector<std::byte> out;
        constexpr std::size_t maximum = 1 << 20;
        const bool isSound =
            m_inflater.append(test::toSpan(frame.payload), out, maximum) == MessageInflater::Result::Done
            && m_inflater.finish(out, maximum) == MessageInflater::Result::Done;
        return isSound ? test::toBytes(out) : QByteArray("broken");
    }

private:
    MessageDeflater m_deflater;
    MessageInflater m_inflater;
};

} // namespace

class TestAutobahnCompression : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDefaultOffer_data();
    void theDefaultOffer() { run({}); }
    void eachWayToNegotiate_data();
    void eachWayToNegotiate();

private:
    static void addSizes(int group, int number, int opcode, const QByteArray &data);
    static void run(const DeflateParameters &agreed);
};

void TestAutobahnCompression::addSizes(int group, int number, int opcode, const QByteArray &data)
{
    int size = 0;
    for (const MessageSize &one : messageSizes) {
        const QString name = u"%1.%2.%3"_s.arg(group).arg(number).arg(++size);
        QTest::newRow(qPrintable(name)) << number << opcode << data << one.message << one.frame;
    }
}

void TestAutobahnCompression::theDefaultOffer_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("frameSize");
    addSizes(12, 1, binary, readSource("LICENSE"));
    addSizes(12, 2, binary, bitmap());
    addSizes(12, 3, binary, packedDocument());
    addSizes(12, 4, text, json());
    addSizes(12, 5, text, html());
}

void TestAutobahnCompression::eachWayToNegotiate_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("opcode");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("frameSize");
    for (int number = 1; number <= 7; ++number)
        addSizes(13, number, text, json());
}

void TestAutobahnCompression::eachWayToNegotiate()
{
    QFETCH(int, number);
    // In the suite both sides get the same terms.
    const auto terms = [](bool keepsNoContext, int bits) {
        return DeflateParameters{keepsNoContext, keepsNoContext, bits, bits};
    };
    const std::array all{terms(false, 15), terms(true, 15), terms(false, 8), terms(false, 15), terms(true, 8),
        terms(true, 15), terms(true, 8)};
    run(all[static_cast<std::size_t>(number - 1)]);
}

void TestAutobahnCompression::run(const DeflateParameters &agreed)
{
    QFETCH(int, opcode);
    QFETCH(QByteArray, data);
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, frameSize);
    DeflatingServer server(agreed);
    test::EchoClient client({.limits = {}, .deflate = agreed});
    const qsizetype count = std::clamp<qsizetype>(bytesOfCase / size, 3, 1000);
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArray message = slice(data, i * size, size);
        client.receive(server.frames(opcode, message, frameSize));
        const std::vector<test::SentFrame> sent = test::sentFrames(client.takeSent());
        QCOMPARE(sent.size(), std::size_t{1});
        QCOMPARE(sent[0].opcode, opcode);
        QCOMPARE(sent[0].reservedBits, agreed.clientWindowBits > 8 ? 4 : 0);
        QVERIFY(server.unpack(sent[0]) == message);
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestAutobahnCompression)
#include "tst_autobahncompression.moc"
