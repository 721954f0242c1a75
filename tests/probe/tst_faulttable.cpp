// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/probe/asioeventdispatcher.h"
#include "core/probe/asiotransport.h"
#include "core/probe/qtwebsockettransport.h"

#include "tests/probe/heard.h"
#include "tests/probe/rawserver.h"

#include <QCoreApplication>
#include <QTest>

#include <sys/socket.h>

namespace sockeye {

using namespace Qt::StringLiterals;
using test::Heard;
using test::RawServer;

namespace {

//! How a server ends TCP when it has said all.
enum class Ending { Stay, Fin, Rst };

//! Whether QWebSocket 6.4 tells the same.
enum class Oracle { Agrees, Errs };

const QByteArray switching = "HTTP/1.1 101 Switching Protocols\r\n";
const QByteArray upgrade = "Upgrade: websocket\r\n";
const QByteArray connection = "Connection: Upgrade\r\n";
const QByteArray accept = "Sec-WebSocket-Accept: KEY\r\n"; // KEY stands for the right one
const QByteArray good = switching + upgrade + connection + accept + "\r\n";

QByteArray frame(const char *hex)
{
    return QByteArray::fromHex(hex);
}

QByteArray closeFrame(int code, const QByteArray &reason = {})
{
    QByteArray bytes = frame("88");
    bytes += static_cast<char>(2 + reason.size());
    bytes += static_cast<char>(code >> 8);
    bytes += static_cast<char>(code & 0xff);
    return bytes + reason;
}

void end(QTcpSocket *client, Ending ending)
{
    if (ending == Ending::Stay)
        return;
    client->flush();
    if (ending == Ending::Rst) {
        const linger atOnce{1, 0};
        ::setsockopt(
            static_cast<int>(client->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    }
    client->close();
}

//! Answers each request with \a answer, sends \a then once told to, and ends so.
struct FaultServer {
    FaultServer(const QByteArray &answer, const QByteArray &then, Ending ending)
        : server([=, this](QTcpSocket *peer, const QByteArray &request) {
            client = peer;
            peer->write(QByteArray(answer).replace("KEY", test::acceptKey(request)));
            if (!answer.startsWith(good))
                end(peer, ending);
        })
        , speech(then)
        , how(ending)
    {
    }

    void speak() const
    {
        client->write(speech);
        end(client, how);
    }

    RawServer server;
    QTcpSocket *client = nullptr;
    QByteArray speech;
    Ending how;
};

struct Run {
    Heard heard;
    std::unique_ptr<WebSocketTransport> transport;
};

ProbeTarget targetAt(const QUrl &url)
{
    ProbeTarget target;
    target.url = url;
    target.module.subprotocol = url.query() == "chat"_L1 ? u"chat"_s : QString();
    return target;
}

} // namespace

class TestFaultTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFaultOfTheUpgradeHasItsOutcome_data();
    void aFaultOfTheUpgradeHasItsOutcome();
    void anEndHasItsOutcome_data();
    void anEndHasItsOutcome();
    void aBrokenFrameHasItsKind_data();
    void aBrokenFrameHasItsKind();
    void floodsOfPingsAreAnswered();

private:
    void probe(const TransportFactory &factory, FaultServer &server, Run &run) const;

    SystemClock m_clock;
};

void TestFaultTable::probe(const TransportFactory &factory, FaultServer &server, Run &run) const
{
    run.transport = factory({}, {});
    test::listen(*run.transport, run.heard);
    run.transport->open(targetAt(server.server.url()), {});
    QTRY_VERIFY(run.heard.isOver() || run.heard.has("opened"_L1));
    if (!run.heard.isOver() && (!server.speech.isEmpty() || server.how != Ending::Stay))
        server.speak();
}

void TestFaultTable::aFaultOfTheUpgradeHasItsOutcome_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<Oracle>("oracle");
    for (const int status : {200, 301, 302, 400, 401, 403, 404, 426, 429, 500, 502, 503}) {
        QTest::addRow("status %d", status)
            << QByteArray("HTTP/1.1 " + QByteArray::number(status) + " Because\r\nContent-Length: 0\r\n\r\n")
            << Ending::Stay << ProbeOutcome::UpgradeRefused << status << Oracle::Agrees;
    }
    const auto row = [](const char *name, const QByteArray &answer, ProbeOutcome outcome, int status) {
        QTest::newRow(name) << answer << Ending::Stay << outcome << status << Oracle::Errs;
    };
    using Outcome = ProbeOutcome;
    row("keep-alive beside Upgrade, which is right",
        switching + upgrade + "Connection: keep-alive, Upgrade\r\n" + accept + "\r\n", Outcome::Open, 0);
    row("an interim answer first", "HTTP/1.1 103 Early Hints\r\n\r\n" + good, Outcome::Open, 0);
    row("no Upgrade header", switching + connection + accept + "\r\n", Outcome::UpgradeHeaderMissing, 101);
    row("no Connection header", switching + upgrade + accept + "\r\n", Outcome::UpgradeHeaderMissing, 101);
    row("wrong accept key", switching + upgrade + connection + "Sec-WebSocket-Accept: bm8=\r\n\r\n",
        Outcome::UpgradeWrongAccept, 101);
    row("no accept key", switching + upgrade + connection + "\r\n", Outcome::UpgradeWrongAccept, 101);
    row("a subprotocol that nobody asked for",
        switching + upgrade + connection + accept + "Sec-WebSocket-Protocol: odd\r\n\r\n",
        Outcome::UpgradeWrongSubprotocol, 101);
    row("an extension that nobody asked for",
        switching + upgrade + connection + accept + "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n",
        Outcome::UpgradeInvalid, 101);
    row("HTTP/1.0", "HTTP/1.0 101 Switching Protocols\r\n" + upgrade + connection + accept + "\r\n",
        Outcome::UpgradeInvalid, 101);
    row("a head without end", "HTTP/1.1 101 x\r\n" + QByteArray(70'000, 'x'), Outcome::UpgradeInvalid, 0);
    row("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", Outcome::UpgradeNotHttp, 0);
    row("a TLS alert", frame("15030100020228"), Outcome::UpgradeNotHttp, 0);
    row("a refusal whose body has no end", "HTTP/1.1 503 Busy\r\n\r\nwait", Outcome::UpgradeRefused, 503);
    QTest::newRow("FIN in the place of an answer")
        << QByteArray() << Ending::Fin << Outcome::UpgradeClosed << 0 << Oracle::Errs;
    QTest::newRow("RST in the place of an answer")
        << QByteArray() << Ending::Rst << Outcome::UpgradeClosed << 0 << Oracle::Errs;
    QTest::newRow("half a head, then FIN")
        << QByteArray(switching + upgrade) << Ending::Fin << Outcome::UpgradeClosed << 0 << Oracle::Errs;
    QTest::newRow("a refusal that ends with FIN")
        << QByteArray("HTTP/1.1 503 Busy\r\n\r\nwait") << Ending::Fin << Outcome::UpgradeRefused << 503
        << Oracle::Agrees;
}

void TestFaultTable::aFaultOfTheUpgradeHasItsOutcome()
{
    QFETCH(QByteArray, answer);
    QFETCH(Ending, ending);
    QFETCH(ProbeOutcome, outcome);
    QFETCH(int, status);
    QFETCH(Oracle, oracle);
    FaultServer server(answer, {}, ending);
    Run ours;
    probe(asioTransportFactory(m_clock, RandomSource(1)), server, ours);
    QCOMPARE(ours.heard.outcome, outcome);
    QCOMPARE(ours.heard.code, status);
    if (oracle == Oracle::Agrees) {
        FaultServer again(answer, {}, ending);
        Run theirs;
        probe(qtWebSocketTransportFactory(), again, theirs);
        QCOMPARE(theirs.heard.outcome, outcome);
        QCOMPARE(theirs.heard.code, status);
    }
}

void TestFaultTable::anEndHasItsOutcome_data()
{
    QTest::addColumn<QByteArray>("speech");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<int>("code");
    QTest::addColumn<Oracle>("oracle");
    for (const int code :
        {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4001, 4999})
        QTest::addRow("%d", code) << closeFrame(code, "why") << Ending::Fin << ProbeOutcome::ClosedClean
                                  << code << (code == 1002 ? Oracle::Errs : Oracle::Agrees);
    for (const int code : {1012, 1013, 1014})
        QTest::addRow("%d, which QWebSocket does not know", code)
            << closeFrame(code, "why") << Ending::Fin << ProbeOutcome::ClosedClean << code << Oracle::Errs;
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65'535})
        QTest::addRow("%d, which must not be sent", code)
            << closeFrame(code, "why") << Ending::Fin << ProbeOutcome::ProtocolError << code << Oracle::Errs;
    const auto row = [](const char *name, const QByteArray &speech, Ending ending, ProbeOutcome outcome,
                         int code) {
        QTest::newRow(name) << speech << ending << outcome << code << Oracle::Errs;
    };
    row("no code", frame("8800"), Ending::Fin, ProbeOutcome::ClosedNoStatus, 1005);
    row("a close frame, and TCP stays open", closeFrame(1001), Ending::Stay, ProbeOutcome::ClosedClean, 1001);
    row("a close frame, then RST", closeFrame(1001), Ending::Rst, ProbeOutcome::ClosedClean, 1001);
    row("a reason that is not UTF-8", closeFrame(1000, "\xff"), Ending::Fin, ProbeOutcome::ProtocolError,
        1000);
    row("half a code", frame("880103"), Ending::Fin, ProbeOutcome::ProtocolError, 1005);
    row("RST", {}, Ending::Rst, ProbeOutcome::Reset, 1006);
    row("half a frame, then FIN", frame("8105616263"), Ending::Fin, ProbeOutcome::Dropped, 1006);
    QTest::newRow("FIN") << QByteArray() << Ending::Fin << ProbeOutcome::Dropped << 1006 << Oracle::Agrees;
}

void TestFaultTable::anEndHasItsOutcome()
{
    QFETCH(QByteArray, speech);
    QFETCH(Ending, ending);
    QFETCH(ProbeOutcome, outcome);
    QFETCH(int, code);
    QFETCH(Oracle, oracle);
    FaultServer server(good, speech, ending);
    Run ours;
    probe(asioTransportFactory(m_clock, RandomSource(1)), server, ours);
    QTRY_VERIFY(ours.heard.isOver());
    QCOMPARE(ours.heard.outcome, outcome);
    QCOMPARE(ours.heard.code, code);
    QVERIFY(ours.heard.byPeer);
    QCOMPARE(ours.heard.has("closing"_L1), speech.startsWith('\x88')); // with a close frame
    QCOMPARE(ours.heard.names.count(u"closed"_s), 1);
    if (oracle == Oracle::Agrees) {
        FaultServer again(good, speech, ending);
        Run theirs;
        probe(qtWebSocketTransportFactory(), again, theirs);
        QTRY_VERIFY(theirs.heard.isOver());
        QCOMPARE(theirs.heard.outcome, outcome);
        QCOMPARE(theirs.heard.code, code);
        QCOMPARE(theirs.heard.byPeer, ours.heard.byPeer);
        if (outcome == ProbeOutcome::ClosedClean)
            QCOMPARE(theirs.heard.text, ours.heard.text);
    }
}

void TestFaultTable::aBrokenFrameHasItsKind_data()
{
    using Kind = FrameError::Kind;
    QTest::addColumn<QByteArray>("speech");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("a masked frame") << frame("81810000000061") << Kind::MaskedFrame << 1002;
    QTest::newRow("RSV1 without compression") << frame("c10161") << Kind::ReservedBits << 1002;
    QTest::newRow("RSV2") << frame("a10161") << Kind::ReservedBits << 1002;
    QTest::newRow("an unknown opcode") << frame("8b00") << Kind::ReservedOpcode << 1002;
    QTest::newRow("a ping in pieces") << frame("0900") << Kind::FragmentedControl << 1002;
    QTest::newRow("a ping of 126 bytes") << frame("897e007e") << Kind::ControlTooLong << 1002;
    QTest::newRow("a length that is too long") << frame("817e0001") << Kind::LengthNotMinimal << 1002;
    QTest::newRow("a length of 64 bits") << frame("827fffffffffffffffff") << Kind::LengthOutOfRange << 1002;
    QTest::newRow("a continuation of nothing") << frame("8000") << Kind::ContinuationWithoutStart << 1002;
    QTest::newRow("a message in a message") << frame("0101618101") << Kind::MessageInterrupted << 1002;
    QTest::newRow("text that is not UTF-8") << frame("8101ff") << Kind::InvalidUtf8 << 1007;
    QTest::newRow("a frame of 17 MiB") << frame("827f0000000001100000") << Kind::MessageTooBig << 1009;
}

void TestFaultTable::aBrokenFrameHasItsKind()
{
    QFETCH(QByteArray, speech);
    QFETCH(FrameError::Kind, kind);
    QFETCH(int, code);
    FaultServer server(good, speech, Ending::Stay);
    Run run;
    probe(asioTransportFactory(m_clock, RandomSource(1)), server, run);
    QTRY_VERIFY(run.heard.isOver());
    QCOMPARE(run.heard.outcome, ProbeOutcome::ProtocolError);
    QCOMPARE(run.heard.code, code);
    QVERIFY(!run.heard.byPeer);
    QVERIFY(run.transport->frameError());
    QCOMPARE(run.transport->frameError()->kind, kind);
    QTRY_COMPARE(server.client->state(), QAbstractSocket::UnconnectedState);
}

void TestFaultTable::floodsOfPingsAreAnswered()
{
    QByteArray flood;
    for (int i = 0; i < 20'000; ++i)
        flood += frame("890161");
    FaultServer server(good, flood + frame("81026869"), Ending::Stay);
    Run run;
    probe(asioTransportFactory(m_clock, RandomSource(1)), server, run);
    QTRY_COMPARE(run.heard.bytes, qint64{2}); // what comes behind the flood is read
    QVERIFY(!run.heard.isOver());
    run.transport->ping("x"); // and we may still speak
    QTRY_VERIFY(run.transport->wireBytes().sent > 200);
}

} // namespace sockeye

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new sockeye::AsioEventDispatcher);
    const QCoreApplication application(argc, argv);
    sockeye::TestFaultTable test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faulttable.moc"
