// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "core/probe/asioeventdispatcher.h"
#include "core/probe/asiotransport.h"

#include "tests/probe/heard.h"
#include "tests/probe/rawserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <linux/filter.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::Heard;
using test::RawServer;

namespace {

ProbeTarget targetAt(const QUrl &url)
{
    ProbeTarget target;
    target.url = url;
    return target;
}

NameLookup answering(const std::vector<QHostAddress> &addresses)
{
    return
        [addresses](const QByteArray &) { return Expected<std::vector<QHostAddress>, QString>(addresses); };
}

class EchoServer final : public QWebSocketServer {
public:
    EchoServer()
        : QWebSocketServer(u"test"_s, QWebSocketServer::NonSecureMode)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            QWebSocket *const client = nextPendingConnection();
            client->setParent(this);
            connect(client, &QWebSocket::textMessageReceived, client, &QWebSocket::sendTextMessage);
            connect(client, &QWebSocket::disconnected, this, [this, client] { code = client->closeCode(); });
        });
    }

    int code = 0;
};

//! Takes no connection: its queue is full, and the system answers nothing to more.
class BlackHole final {
public:
    BlackHole(const char *address, quint16 port)
        : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        ::inet_pton(AF_INET, address, &at.sin_addr);
        const auto *generic = reinterpret_cast<const sockaddr *>(&at);
        m_isGood = ::bind(m_listener, generic, sizeof at) == 0 && ::listen(m_listener, 0) == 0;
        for (int &filler : m_fillers) {
            filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            ::connect(filler, generic, sizeof at);
        }
    }
    ~BlackHole()
    {
        for (const int filler : m_fillers)
            ::close(filler);
        ::close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(BlackHole)

    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    int m_listener;
    std::array<int, 3> m_fillers{};
    bool m_isGood = false;
};

//! From here on the system forgets all that comes for \a socket, and acknowledges nothing.
bool goDeaf(QTcpSocket *socket)
{
    sock_filter drop{BPF_RET | BPF_K, 0, 0, 0};
    const sock_fprog program{1, &drop};
    return ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_ATTACH_FILTER, &program,
               sizeof program)
        == 0;
}

qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files).size();
}

} // namespace

class TestAsioTransport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodConnectionIsFollowedFromStepToStep();
    void theRequestIsWhatTheTargetSays_data();
    void theRequestIsWhatTheTargetSays();
    void allAddressesAreKeptAndTriedInTurn();
    void aSilentAddressIsOvertaken();
    void whatTellsMostIsToldOfSeveralFailures();
    void aNameThatIsNotThereIsTold();
    void aRefusalIsToldWithAllItSays();
    void aBigMessageIsRead();
    void manyPingsInFlightAreAllStamped();
    void aDeadPathIsTold();
    void refusedUpgradesLeaveNoDescriptorBehind();
    void nothingIsHeardAfterAbort();
    void itMayBeDestroyedFromItsOwnSignals_data();
    void itMayBeDestroyedFromItsOwnSignals();
    void aLookupThatHangsHoldsUpNobody();
    void itRunsOnAThreadOfQt();
    void onAThreadOfQtItLeavesNothingThatPolls();

private:
    [[nodiscard]] std::unique_ptr<WebSocketTransport> make(
        Heard &heard, const NameLookup &lookup = systemLookup()) const;

    SystemClock m_clock;
};

std::unique_ptr<WebSocketTransport> TestAsioTransport::make(Heard &heard, const NameLookup &lookup) const
{
    auto transport = asioTransportFactory(m_clock, RandomSource(1), lookup)({}, {});
    test::listen(*transport, heard);
    return transport;
}

void TestAsioTransport::aGoodConnectionIsFollowedFromStepToStep()
{
    EchoServer server;
    QUrl url = server.serverUrl();
    url.setHost(u"localhost"_s);
    Heard heard;
    const auto transport = make(heard);

    transport->open(targetAt(url), {});
    QVERIFY2(heard.names.isEmpty(), "a signal came from within the call");
    QTRY_VERIFY(heard.has("opened"_L1));
    QCOMPARE(heard.names, QStringList({u"resolved"_s, u"connected"_s, u"opened"_s}));
    QVERIFY(transport->facts()->addresses.contains(u"127.0.0.1"_s));
    QCOMPARE(transport->facts()->peer, u"127.0.0.1"_s);
    QCOMPARE(transport->facts()->upgrade->status, 101);

    transport->sendText(u"grüße"_s);
    QTRY_COMPARE(heard.bytes, qint64{7});
    const MonotonicTime before = m_clock.monotonic();
    transport->ping("0123456789abcdef");
    QTRY_COMPARE(heard.pongs.size(), std::size_t{1});
    QCOMPARE(heard.pongs.front().payload, QByteArray("0123456789abcdef"));
    QVERIFY(heard.pongs.front().received.value() > before);
    QVERIFY(heard.pongs.front().received.value() <= m_clock.monotonic());
    QVERIFY(heard.pongs.front().pathRtt.value() > 0ns);
    QVERIFY(!transport->isPathSilent());

    heard.names.clear();
    transport->close(1001, u"enough"_s);
    QVERIFY2(heard.names.isEmpty(), "a signal came from within the call");
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.names, QStringList({u"closing"_s, u"closed"_s}));
    QCOMPARE(heard.outcome, ProbeOutcome::ClosedLocally);
    QCOMPARE(heard.code, 1001);
    QVERIFY(!heard.byPeer);
    QTRY_COMPARE(server.code, 1001);
}

void TestAsioTransport::theRequestIsWhatTheTargetSays_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no path") << QString() << QByteArray("GET / HTTP/1.1\r\n");
    QTest::newRow("path and query") << u"/a%20b/?c=d&e"_s << QByteArray("GET /a%20b/?c=d&e HTTP/1.1\r\n");
    QTest::newRow("a query alone") << u"?c"_s << QByteArray("GET /?c HTTP/1.1\r\n");
}

void TestAsioTransport::theRequestIsWhatTheTargetSays()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, line);
    QByteArray seen;
    const RawServer server([&seen](QTcpSocket *client, const QByteArray &request) {
        seen = request;
        client->close();
    });
    ProbeTarget target = targetAt(QUrl(QString(u"ws://127.0.0.1:%1"_s.arg(server.serverPort()) % path)));
    target.module.headers = {{"X-Tenant", "blue"}};
    target.module.subprotocol = u"chat.v2"_s;
    Heard heard;
    const auto transport = make(heard);
    transport->open(target, {});
    QTRY_VERIFY(heard.isOver());
    QVERIFY2(seen.startsWith(line), seen.constData());
    const QByteArray port = QByteArray::number(server.serverPort());
    QVERIFY(seen.contains(QByteArray("\r\nHost: 127.0.0.1:" + port + "\r\n")));
    QVERIFY(seen.contains("\r\nX-Tenant: blue\r\n"));
    QVERIFY(seen.contains("\r\nSec-WebSocket-Protocol: chat.v2\r\n"));
    QVERIFY(seen.contains("\r\nSec-WebSocket-Version: 13\r\n"));
}

void TestAsioTransport::allAddressesAreKeptAndTriedInTurn()
{
    EchoServer server;
    QUrl url = server.serverUrl();
    url.setHost(u"two.test"_s);
    Heard heard;
    const auto transport =
        make(heard, answering({QHostAddress(u"127.0.0.9"_s), QHostAddress(u"127.0.0.1"_s)}));
    transport->open(targetAt(url), {});
    QTRY_VERIFY(heard.has("opened"_L1));
    const auto facts = transport->facts();
    QCOMPARE(facts->addresses, QStringList({u"127.0.0.9"_s, u"127.0.0.1"_s}));
    QCOMPARE(facts->tried.size(), std::size_t{2});
    QVERIFY(!facts->tried.front().error.isEmpty());
    QVERIFY(facts->tried.back().error.isEmpty());
    QVERIFY(facts->tried.back().duration);
}

void TestAsioTransport::aSilentAddressIsOvertaken()
{
    EchoServer server;
    const BlackHole hole("127.0.0.9", server.serverPort());
    QVERIFY(hole.isGood());
    QUrl url = server.serverUrl();
    url.setHost(u"two.test"_s);
    Heard heard;
    const auto transport =
        make(heard, answering({QHostAddress(u"127.0.0.9"_s), QHostAddress(u"127.0.0.1"_s)}));
    transport->open(targetAt(url), {});
    QTRY_VERIFY(heard.has("opened"_L1));
    const auto facts = transport->facts();
    QCOMPARE(facts->peer, u"127.0.0.1"_s);
    QCOMPARE(facts->tried.size(), std::size_t{2});
    QVERIFY(!facts->tried.front().duration);
}

void TestAsioTransport::whatTellsMostIsToldOfSeveralFailures()
{
    // There is no way to the first, and the second refuses.
    Heard heard;
    const auto transport =
        make(heard, answering({QHostAddress(u"255.255.255.255"_s), QHostAddress(u"127.0.0.1"_s)}));
    transport->open(targetAt(QUrl(u"ws://two.test:1/"_s)), {});
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, ProbeOutcome::ConnectRefused);
    QCOMPARE(heard.names, QStringList({u"resolved"_s, u"failed"_s}));
    QCOMPARE(transport->facts()->tried.size(), std::size_t{2});
}

void TestAsioTransport::aNameThatIsNotThereIsTold()
{
    Heard heard;
    const auto transport = make(heard, [](const QByteArray &name) {
        return Expected<std::vector<QHostAddress>, QString>(
            unexpected(QString(u"no such "_s % QString::fromLatin1(name))));
    });
    transport->open(targetAt(QUrl(u"ws://nowhere.test/"_s)), {});
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, ProbeOutcome::ResolveFailed);
    QCOMPARE(heard.text, u"no such nowhere.test"_s);
    QCOMPARE(heard.names, QStringList({u"failed"_s}));
}

void TestAsioTransport::aRefusalIsToldWithAllItSays()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &) {
        client->write(
            "HTTP/1.1 503 Draining\r\nRetry-After: 7\r\nX-Node: b\r\nContent-Length: 4\r\n\r\nwait");
    });
    Heard heard;
    const auto transport = make(heard);
    transport->open(targetAt(server.url()), {});
    QTRY_VERIFY(heard.isOver());
    QCOMPARE(heard.outcome, ProbeOutcome::UpgradeRefused);
    QCOMPARE(heard.code, 503);
    const UpgradeFacts said = transport->facts()->upgrade.value();
    QCOMPARE(said.reason, QByteArray("Draining"));
    QCOMPARE(said.retryAfter.value(), 7s);
    QCOMPARE(said.body, QByteArray("wait"));
    QCOMPARE(said.headers.size(), std::size_t{3});
    QCOMPARE(said.headers[1].value, QByteArray("b"));
}

void TestAsioTransport::aBigMessageIsRead()
{
    constexpr int size = 5'000'000;
    const RawServer server([](QTcpSocket *client, const QByteArray &request) {
        QByteArray length(8, '\0');
        qToBigEndian(quint64{size}, length.data());
        client->write(test::upgradeAnswer(request) + "\x82\x7f" + length + QByteArray(size, 'x'));
    });
    Heard heard;
    const auto transport = make(heard);
    transport->open(targetAt(server.url()), {});
    QTRY_COMPARE(heard.bytes, qint64{size});
    QVERIFY(transport->wireBytes().received > quint64{size});
}

void TestAsioTransport::manyPingsInFlightAreAllStamped()
{
    EchoServer server;
    Heard heard;
    const auto transport = make(heard);
    transport->open(targetAt(server.serverUrl()), {});
    QTRY_VERIFY(heard.has("opened"_L1));
    for (int i = 0; i < 1'000; ++i)
        transport->ping(QByteArray::number(i));
    QTRY_COMPARE(heard.pongs.size(), std::size_t{1'000});
    for (int i = 0; i < 1'000; ++i)
        QCOMPARE(heard.pongs[static_cast<std::size_t>(i)].payload, QByteArray::number(i));
}

void TestAsioTransport::aDeadPathIsTold()
{
    QTcpSocket *peer = nullptr;
    const RawServer server([&peer](QTcpSocket *client, const QByteArray &request) {
        peer = client;
        client->write(test::upgradeAnswer(request));
    });
    ProbeTarget target = targetAt(server.url());
    target.module.pongTimeout = 1s;
    Heard heard;
    const auto transport = make(heard);
    transport->open(target, {});
    QTRY_VERIFY(heard.has("opened"_L1));
    QVERIFY(goDeaf(peer));
    transport->ping("x");
    QTRY_VERIFY(transport->isPathSilent() || heard.isOver());
    QTRY_VERIFY_WITH_TIMEOUT(heard.isOver(), 30'000);
    QCOMPARE(heard.outcome, ProbeOutcome::PathDead);
    QCOMPARE(heard.code, 1006);
    QVERIFY(!heard.byPeer);
}

void TestAsioTransport::refusedUpgradesLeaveNoDescriptorBehind()
{
    const RawServer server([](QTcpSocket *client, const QByteArray &) {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        client->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    });
    const qsizetype before = openDescriptors();
    std::vector<std::unique_ptr<WebSocketTransport>> kept;
    for (int i = 0; i < 100; ++i) {
        Heard heard;
        kept.push_back(make(heard));
        kept.back()->open(targetAt(server.url()), {});
        QTRY_VERIFY(heard.isOver());
        QCOMPARE(heard.code, 404);
        kept.back()->disconnect();
    }
    QTRY_COMPARE(openDescriptors(), before);
}

void TestAsioTransport::nothingIsHeardAfterAbort()
{
    QTcpSocket *peer = nullptr;
    const RawServer server([&peer](QTcpSocket *client, const QByteArray &) { peer = client; });
    Heard heard;
    const auto transport = make(heard);
    transport->open(targetAt(server.url()), {});
    QTRY_VERIFY(peer != nullptr);
    heard.names.clear();
    transport->abort();
    QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(heard.names.isEmpty());
}

void TestAsioTransport::itMayBeDestroyedFromItsOwnSignals_data()
{
    QTest::addColumn<QByteArray>("behind"); // the right answer; "" for a refusal
    QTest::addColumn<int>("signal");
    QTest::newRow("resolved") << QByteArray("-") << 0;
    QTest::newRow("connected") << QByteArray("-") << 1;
    QTest::newRow("opened") << QByteArray::fromHex("81026869") << 2;
    QTest::newRow("a message, with more behind") << QByteArray::fromHex("8102686981026869") << 3;
    QTest::newRow("closing") << QByteArray::fromHex("880203e8") << 4;
    QTest::newRow("closed") << QByteArray::fromHex("8b00") << 5;
    QTest::newRow("failed") << QByteArray() << 6;
}

void TestAsioTransport::itMayBeDestroyedFromItsOwnSignals()
{
    QFETCH(QByteArray, behind);
    QFETCH(int, signal);
    const RawServer server([&behind](QTcpSocket *client, const QByteArray &request) {
        client->write(behind.isEmpty() ? QByteArray("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                                       : QByteArray(test::upgradeAnswer(request) + behind));
    });
    QUrl url = server.url();
    url.setHost(u"localhost"_s);
    Heard heard;
    auto transport = make(heard, answering({QHostAddress(u"127.0.0.1"_s)}));
    using Transport = WebSocketTransport;
    const auto destroy = [&transport] { transport.reset(); };
    const Transport *const it = transport.get();
    const std::array connections{connect(it, &Transport::resolved, this, destroy),
        connect(it, &Transport::connected, this, destroy), connect(it, &Transport::opened, this, destroy),
        connect(it, &Transport::messageReceived, this, destroy),
        connect(it, &Transport::closing, this, destroy), connect(it, &Transport::closed, this, destroy),
        connect(it, &Transport::failed, this, destroy)};
    for (std::size_t i = 0; i < connections.size(); ++i) {
        if (i != static_cast<std::size_t>(signal))
            QObject::disconnect(connections[i]);
    }
    transport->open(targetAt(url), {});
    QTRY_VERIFY(!transport);
}

void TestAsioTransport::aLookupThatHangsHoldsUpNobody()
{
    const auto gate = std::make_shared<std::atomic<bool>>(false);
    Heard slow;
    auto hanging = make(slow, [gate](const QByteArray &) {
        gate->wait(false);
        return Expected<std::vector<QHostAddress>, QString>();
    });
    hanging->open(targetAt(QUrl(u"ws://slow.test/"_s)), {});
    EchoServer server;
    Heard heard;
    const auto quick = make(heard, answering({QHostAddress(u"127.0.0.1"_s)}));
    QUrl url = server.serverUrl();
    url.setHost(u"quick.test"_s);
    quick->open(targetAt(url), {});
    QTRY_VERIFY(heard.has("opened"_L1));
    QVERIFY(slow.names.isEmpty());
    hanging.reset();
    *gate = true; // its answer meets nobody
    gate->notify_all();
    QTest::qWait(1);
}

void TestAsioTransport::itRunsOnAThreadOfQt()
{
    EchoServer server;
    const ProbeTarget target = targetAt(server.serverUrl());
    std::atomic<bool> isOpen = false;
    const std::unique_ptr<QThread> thread(QThread::create([this, &target, &isOpen] {
        QEventLoop loop;
        const auto transport = asioTransportFactory(m_clock, RandomSource(1))({}, {});
        connect(transport.get(), &WebSocketTransport::opened, &loop, [&] {
            isOpen = true;
            loop.quit();
        });
        connect(transport.get(), &WebSocketTransport::failed, &loop, &QEventLoop::quit);
        transport->open(target, {});
        loop.exec();
    }));
    thread->start();
    QTRY_VERIFY(thread->isFinished());
    QVERIFY(isOpen);
}

void TestAsioTransport::onAThreadOfQtItLeavesNothingThatPolls()
{
    const std::unique_ptr<QThread> thread(QThread::create([this] {
        QEventLoop loop;
        QTimer::singleShot(0, &loop, [this, &loop] {
            auto transport = asioTransportFactory(m_clock, RandomSource(1))({}, {});
            transport->open(targetAt(QUrl(u"ws://127.0.0.1:9/"_s)), {});
            transport.reset();
            // A dialog's loop: what is to be deleted later stays until it ends.
            QEventLoop nested;
            QTimer::singleShot(10ms, &nested, &QEventLoop::quit);
            nested.exec();
            loop.quit();
        });
        loop.exec();
    }));
    thread->start();
    QTRY_VERIFY(thread->isFinished());
}

} // namespace sockeye

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new sockeye::AsioEventDispatcher);
    const QCoreApplication application(argc, argv);
    sockeye::TestAsioTransport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_asiotransport.moc"
