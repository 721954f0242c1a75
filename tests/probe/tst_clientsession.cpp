// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/random.h"
#include "core/probe/clientsession.h"

#include "echoclient.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::closePayload;
using test::WireFrame;
using State = ClientSession::State;

class TestClientSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWeSendIsMaskedWithAKeyOfItsOwn();
    void pingsAreAnswered();
    void ofThePingsThatPileUpTheLastIsAnswered();
    void aPongThatWaitedIsNotSentBehindAClose();
    void ourCloseIsAnswered();
    void thePeersCloseIsAnswered();
    void aCloseWithoutCodeIsAnsweredWithoutOne();
    void aBrokenCloseKeepsItsCode();
    void anUnansweredCloseIsNotClean();
    void messagesStillComeWhileWeClose();
    void nothingIsSentBehindOurClose();
    void anErrorClosesOnce();
    void whatComesBehindTheCloseUndoesNothing();
    void aLongReasonIsCutBetweenTwoCharacters_data();
    void aLongReasonIsCutBetweenTwoCharacters();
    void messagesArePackedWhenThatWasAgreedOn();
    void aWindowOfEightBitsIsLeftUnused();
    void bigBuffersAreGivenBack();

private:
    [[nodiscard]] QStringList receive(const QByteArray &bytes);
    [[nodiscard]] QStringList taken();

    std::unique_ptr<RandomSource> m_random;
    std::unique_ptr<ClientSession> m_session;
};

void TestClientSession::init()
{
    m_random = std::make_unique<RandomSource>(1);
    m_session = std::make_unique<ClientSession>(ClientSession::Options{}, *m_random);
}

QStringList TestClientSession::receive(const QByteArray &bytes)
{
    QStringList events;
    m_session->feed(test::toSpan(bytes));
    for (FrameEvent event = m_session->next(); !isNeedMore(event); event = m_session->next())
        events.append(test::describe(event));
    return events;
}

QStringList TestClientSession::taken()
{
    std::vector<std::byte> bytes;
    m_session->takeOutput(bytes);
    QStringList frames;
    for (const test::SentFrame &frame : test::sentFrames(test::toBytes(bytes)))
        frames.append(test::describe(frame));
    return frames;
}

void TestClientSession::whatWeSendIsMaskedWithAKeyOfItsOwn()
{
    QVERIFY(!m_session->hasOutput());
    m_session->send(MessageKind::Text, test::toSpan("Hello"));
    m_session->send(MessageKind::Text, test::toSpan("Hello"));
    QVERIFY(m_session->hasOutput());
    std::vector<std::byte> bytes;
    m_session->takeOutput(bytes);
    QVERIFY(!m_session->hasOutput());
    const QByteArray sent = test::toBytes(bytes);
    const std::vector<test::SentFrame> frames = test::sentFrames(sent);
    QCOMPARE(frames.size(), std::size_t{2});
    QVERIFY(frames[0].isMasked && frames[0].isFinal);
    QCOMPARE(frames[0].payload, QByteArray("Hello"));
    QCOMPARE(frames[1].payload, QByteArray("Hello"));
    QVERIFY(sent.mid(2, 4) != sent.mid(2 + 4 + 5 + 2, 4));
}

void TestClientSession::pingsAreAnswered()
{
    QCOMPARE(receive(test::toBytes({{9, "one"}, {9, "two"}})),
        (QStringList{u"ping \"one\""_s, u"ping \"two\""_s}));
    QCOMPARE(taken(), (QStringList{u"pong \"one\""_s, u"pong \"two\""_s}));
}

void TestClientSession::ofThePingsThatPileUpTheLastIsAnswered()
{
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(receive(test::toBytes(WireFrame{9, QByteArray::number(i)})).size(), 1);
    const QStringList answers = taken();
    QVERIFY2(answers.size() < 3000, qPrintable(QString::number(answers.size())));
    QCOMPARE(answers.first(), u"pong \"0\""_s);
    QCOMPARE(answers.last(), u"pong \"9999\""_s);
    QCOMPARE(taken(), QStringList());
}

void TestClientSession::aPongThatWaitedIsNotSentBehindAClose()
{
    m_session->send(MessageKind::Binary, test::toSpan(QByteArray(100'000, 'x')));
    QCOMPARE(receive(test::toBytes(WireFrame{9, "late"})).size(), 1);
    m_session->close(1000, {});
    QCOMPARE(taken(), (QStringList{u"binary 100000 bytes"_s, u"close 1000"_s}));
}

void TestClientSession::ourCloseIsAnswered()
{
    m_session->close(1001, "going");
    QCOMPARE(m_session->state(), State::Closing);
    QCOMPARE(taken(), QStringList(u"close 1001 \"going\""_s));
    QCOMPARE(receive(test::toBytes(WireFrame{8, closePayload(1001)})), QStringList(u"close 1001"_s));
    QCOMPARE(m_session->state(), State::Closed);
    QCOMPARE(taken(), QStringList());
    QVERIFY(m_session->closeFacts().isClean());
    QVERIFY(!m_session->closeFacts().byPeer);
}

void TestClientSession::thePeersCloseIsAnswered()
{
    QCOMPARE(receive(test::toBytes(WireFrame{8, closePayload(1012, "restart")})),
        QStringList(u"close 1012 \"restart\""_s));
    QCOMPARE(m_session->state(), State::Closed);
    QCOMPARE(taken(), QStringList(u"close 1012"_s));
    const CloseFacts &facts = m_session->closeFacts();
    QVERIFY(facts.isClean() && facts.byPeer);
    QCOMPARE(facts.code, std::optional<std::uint16_t>(1012));
    QCOMPARE(facts.reason, std::string("restart"));
}

void TestClientSession::aCloseWithoutCodeIsAnsweredWithoutOne()
{
    QCOMPARE(receive(test::toBytes(WireFrame{8, {}})), QStringList(u"close without code"_s));
    QCOMPARE(taken(), QStringList(u"close without code"_s));
    QVERIFY(m_session->closeFacts().isClean());
    QVERIFY(!m_session->closeFacts().code);
}

void TestClientSession::aBrokenCloseKeepsItsCode()
{
    QCOMPARE(receive(test::toBytes(WireFrame{8, closePayload(1006, "lost")})).size(), 1);
    QCOMPARE(taken(), QStringList(u"close 1002"_s));
    const CloseFacts &facts = m_session->closeFacts();
    QCOMPARE(facts.code, std::optional<std::uint16_t>(1006));
    QCOMPARE(facts.reason, std::string("lost"));
    QCOMPARE(facts.fault, CloseFault::NeverSent);
    QVERIFY(!facts.isClean());
}

void TestClientSession::anUnansweredCloseIsNotClean()
{
    QVERIFY(!m_session->closeFacts().isClean());
    m_session->close(1000, {});
    QVERIFY(!m_session->closeFacts().isClean());
}

void TestClientSession::messagesStillComeWhileWeClose()
{
    m_session->close(1000, {});
    QCOMPARE(taken(), QStringList(u"close 1000"_s));
    QCOMPARE(receive(test::toBytes({{1, "late"}, {9, "ping"}, {8, closePayload(1000)}})),
        (QStringList{u"text \"late\""_s, u"ping \"ping\""_s, u"close 1000"_s}));
    QCOMPARE(taken(), QStringList());
}

void TestClientSession::nothingIsSentBehindOurClose()
{
    m_session->close(1000, {});
    m_session->close(1001, {});
    m_session->ping({});
    m_session->send(MessageKind::Binary, test::toSpan("x"));
    QCOMPARE(taken(), QStringList(u"close 1000"_s));
}

void TestClientSession::anErrorClosesOnce()
{
    QCOMPARE(receive(test::toBytes({{3, {}}, {1, "x"}})), QStringList(u"error ReservedOpcode"_s));
    QCOMPARE(m_session->state(), State::Failed);
    QCOMPARE(taken(), QStringList(u"close 1002"_s));
    QCOMPARE(receive(test::toBytes(WireFrame{8, closePayload(1000)})), QStringList());

    init();
    m_session->close(1000, {});
    QCOMPARE(receive(test::toBytes(WireFrame{3, {}})), QStringList(u"error ReservedOpcode"_s));
    QCOMPARE(m_session->state(), State::Failed);
    QCOMPARE(taken(), QStringList(u"close 1000"_s));
    QVERIFY(!m_session->closeFacts().isClean());
}

void TestClientSession::whatComesBehindTheCloseUndoesNothing()
{
    QCOMPARE(receive(test::toBytes({{8, closePayload(1000)}, {1, "x"}})),
        (QStringList{u"close 1000"_s, u"error AfterClose"_s}));
    QCOMPARE(m_session->state(), State::Closed);
    QVERIFY(m_session->closeFacts().isClean());
}

void TestClientSession::aLongReasonIsCutBetweenTwoCharacters_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("kept");
    QTest::newRow("as long as may be") << QByteArray(123, 'x') << 123;
    QTest::newRow("one too many") << QByteArray(124, 'x') << 123;
    QTest::newRow("a character of two bytes over the end") << QByteArray(QByteArray(122, 'x') + "ä") << 122;
    QTest::newRow("a character of four bytes over the end")
        << QByteArray(QByteArray(120, 'x') + "\xF0\x9F\x90\x9F") << 120;
    QTest::newRow("a character that just fits") << QByteArray(QByteArray(121, 'x') + "ää") << 123;
}

void TestClientSession::aLongReasonIsCutBetweenTwoCharacters()
{
    QFETCH(QByteArray, reason);
    QFETCH(int, kept);
    m_session->close(4000, reason.toStdString());
    std::vector<std::byte> bytes;
    m_session->takeOutput(bytes);
    const std::vector<test::SentFrame> frames = test::sentFrames(test::toBytes(bytes));
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(frames[0].payload, closePayload(4000, reason.first(kept)));
}

void TestClientSession::messagesArePackedWhenThatWasAgreedOn()
{
    ClientSession session({.limits = {}, .deflate = DeflateParameters{}}, *m_random);
    const QByteArray message(1000, 'x');
    session.send(MessageKind::Text, test::toSpan(message));
    session.ping(test::toSpan("ping"));
    std::vector<std::byte> bytes;
    session.takeOutput(bytes);
    const std::vector<test::SentFrame> frames = test::sentFrames(test::toBytes(bytes));
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(frames[0].reservedBits, 4);
    QVERIFY(frames[0].payload.size() < 100);
    QCOMPARE(frames[1].reservedBits, 0);
    QCOMPARE(frames[1].payload, QByteArray("ping"));
}

void TestClientSession::aWindowOfEightBitsIsLeftUnused()
{
    const DeflateParameters agreed{.clientWindowBits = 8};
    ClientSession session({.limits = {}, .deflate = agreed}, *m_random);
    session.send(MessageKind::Text, test::toSpan("plain"));
    std::vector<std::byte> bytes;
    session.takeOutput(bytes);
    const std::vector<test::SentFrame> frames = test::sentFrames(test::toBytes(bytes));
    QCOMPARE(frames.size(), std::size_t{1});
    QCOMPARE(frames[0].reservedBits, 0);
    QCOMPARE(frames[0].payload, QByteArray("plain"));
}

// A thousand connections that each once sent something big are not to hold on to it.
void TestClientSession::bigBuffersAreGivenBack()
{
    std::vector<std::byte> buffer;
    m_session->send(MessageKind::Binary, test::toSpan(QByteArray(100'000, 'x')));
    m_session->takeOutput(buffer);
    QVERIFY(buffer.size() > 100'000);
    m_session->ping({});
    m_session->takeOutput(buffer);
    m_session->ping({});
    m_session->takeOutput(buffer);
    QVERIFY(buffer.capacity() <= 4096);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestClientSession)
#include "tst_clientsession.moc"
