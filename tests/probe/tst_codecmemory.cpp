// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the codec takes from the heap: nothing for what thousands of held connections do each second.

#include "core/base/random.h"
#include "core/probe/clientsession.h"

#include "wireframes.h"

#include <QTest>

#include <cstdlib>
#include <new>

namespace {

std::size_t allocations = 0; // of this program, which has one thread

} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size > 0 ? size : 1))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace sockeye {

using test::WireFrame;

class TestCodecMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHeldConnectionTakesNone_data();
    void aHeldConnectionTakesNone();
    void aSessionIsSmall();
};

void TestCodecMemory::aHeldConnectionTakesNone_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<qsizetype>("pieceSize");
    const QByteArray ping = test::toBytes(WireFrame{9, QByteArray(125, 'p')});
    const QByteArray pong = test::toBytes(WireFrame{10, QByteArray(16, 'p')});
    const QByteArray message = test::toBytes(WireFrame{1, QByteArray(10'000, 'm')});
    QTest::newRow("pings") << ping << ping.size();
    QTest::newRow("pongs") << pong << pong.size();
    QTest::newRow("pings in pieces") << ping << qsizetype{3};
    QTest::newRow("messages that come whole") << message << message.size();
}

void TestCodecMemory::aHeldConnectionTakesNone()
{
    QFETCH(QByteArray, stream);
    QFETCH(qsizetype, pieceSize);
    RandomSource random(1);
    ClientSession session({}, random);
    std::vector<std::byte> output;
    const std::span<const std::byte> bytes = test::toSpan(stream);
    const auto piece = static_cast<std::size_t>(pieceSize);
    const auto exchange = [&] {
        for (std::size_t at = 0; at < bytes.size(); at += piece) {
            session.feed(bytes.subspan(at, std::min(piece, bytes.size() - at)));
            while (!isNeedMore(session.next())) { }
        }
        session.ping(bytes.first(16));
        session.takeOutput(output);
    };
    exchange(); // the two buffers for what is sent are made once
    exchange();
    const std::size_t before = allocations;
    for (int i = 0; i < 1000; ++i)
        exchange();
    QCOMPARE(allocations - before, std::size_t{0});
}

void TestCodecMemory::aSessionIsSmall()
{
    QVERIFY2(sizeof(ClientSession) <= 1024, QByteArray::number(sizeof(ClientSession)).constData());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestCodecMemory)
#include "tst_codecmemory.moc"
