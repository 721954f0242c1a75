// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/asioeventdispatcher.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <thread>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestAsioEventDispatcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itRunsTheLoopOfThisThread();
    void aQueuedCallArrives();
    void aCallFromAnotherThreadWakesTheLoop();
    void timersFireInTheirOrder();
    void aTimerThatIsStoppedByAnotherFiresNoMore();
    void aTimerWithoutIntervalLetsTheOthersRun();
    void whatIsLeftOfATimerIsTold();
    void bytesGoBothWaysOverASocket();
    void aSocketThatIsNotReadIsToldAgain();
    void aNestedLoopHearsTimersAndCalls();
    void aThreadMayRunOnIt();
};

void TestAsioEventDispatcher::itRunsTheLoopOfThisThread()
{
    QVERIFY(qobject_cast<AsioEventDispatcher *>(thread()->eventDispatcher()));
}

void TestAsioEventDispatcher::aQueuedCallArrives()
{
    int calls = 0;
    QMetaObject::invokeMethod(
        this, [&calls] { ++calls; }, Qt::QueuedConnection);
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void TestAsioEventDispatcher::aCallFromAnotherThreadWakesTheLoop()
{
    QEventLoop loop;
    std::thread other([&loop] {
        QMetaObject::invokeMethod(
            &loop, [&loop] { loop.quit(); }, Qt::QueuedConnection);
    });
    loop.exec(); // without a wake-up it would never return
    other.join();
}

void TestAsioEventDispatcher::timersFireInTheirOrder()
{
    QStringList fired;
    QTimer::singleShot(30ms, this, [&fired] { fired.append(u"late"_s); });
    QTimer::singleShot(1ms, this, [&fired] { fired.append(u"early"_s); });
    QTRY_COMPARE(fired, QStringList({u"early"_s, u"late"_s}));
}

void TestAsioEventDispatcher::aTimerThatIsStoppedByAnotherFiresNoMore()
{
    QTimer stopped;
    QTimer stopping;
    int fired = 0;
    int stops = 0;
    connect(&stopped, &QTimer::timeout, this, [&fired] { ++fired; });
    connect(&stopping, &QTimer::timeout, this, [&] {
        stopped.stop();
        ++stops;
    });
    stopping.start(5ms); // the one that was made first is the first of two that are due at once
    stopped.start(6ms);
    QThread::msleep(10);
    QTRY_VERIFY(stops >= 3);
    QCOMPARE(fired, 0);
}

void TestAsioEventDispatcher::aTimerWithoutIntervalLetsTheOthersRun()
{
    QTimer idle;
    int idled = 0;
    connect(&idle, &QTimer::timeout, this, [&idled] { ++idled; });
    idle.start(0ms);
    bool isFired = false;
    QTimer::singleShot(5ms, this, [&isFired] { isFired = true; });
    QTRY_VERIFY(isFired);
    QVERIFY(idled > 1);
}

void TestAsioEventDispatcher::whatIsLeftOfATimerIsTold()
{
    QTimer timer;
    timer.start(1h);
    QVERIFY(timer.remainingTime() > 3'500'000);
    const auto timers = thread()->eventDispatcher()->registeredTimers(&timer);
    QCOMPARE(timers.size(), 1);
    QCOMPARE(timers.constFirst().interval, 3'600'000);
    const int id = timer.timerId();
    timer.stop();
    QCOMPARE(thread()->eventDispatcher()->remainingTime(id), -1);
}

void TestAsioEventDispatcher::bytesGoBothWaysOverASocket()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&server] {
        QTcpSocket *const peer = server.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
    });
    QTcpSocket client;
    QByteArray echo;
    connect(&client, &QTcpSocket::readyRead, this, [&] { echo += client.readAll(); });
    client.connectToHost(server.serverAddress(), server.serverPort());
    const QByteArray sent(3'000'000, 'x'); // more than the kernel takes at once
    client.write(sent);
    QTRY_COMPARE(echo.size(), sent.size());
    client.disconnectFromHost();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void TestAsioEventDispatcher::aSocketThatIsNotReadIsToldAgain()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.setReadBufferSize(1); // Qt stops reading, and so the descriptor stays ready
    client.connectToHost(server.serverAddress(), server.serverPort());
    QVERIFY(server.waitForNewConnection(10'000));
    server.nextPendingConnection()->write("abc");
    QByteArray read;
    QTRY_VERIFY((read += client.read(1)) == "abc");
}

void TestAsioEventDispatcher::aNestedLoopHearsTimersAndCalls()
{
    QTimer ticking;
    int ticks = 0;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    bool isDone = false;
    QTimer::singleShot(1ms, this, [&] {
        ticking.start(1ms);
        QEventLoop inner;
        QTimer::singleShot(20ms, &inner, &QEventLoop::quit);
        inner.exec();
        isDone = true;
    });
    QTRY_VERIFY(isDone);
    QVERIFY(ticks > 0);
}

void TestAsioEventDispatcher::aThreadMayRunOnIt()
{
    QThread thread;
    thread.setEventDispatcher(new AsioEventDispatcher); // the thread's from here on
    QObject worker;
    worker.moveToThread(&thread);
    thread.start();
    std::atomic<bool> isCalled = false;
    QMetaObject::invokeMethod(
        &worker, [&] { isCalled = QThread::currentThread() == &thread; }, Qt::QueuedConnection);
    QTRY_VERIFY(isCalled);
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

} // namespace sockeye

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new sockeye::AsioEventDispatcher);
    const QCoreApplication application(argc, argv);
    sockeye::TestAsioEventDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_asioeventdispatcher.moc"
