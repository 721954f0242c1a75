// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/qtwebsocketfailure.h"

#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestQtWebSocketFailure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFailedHandshakeIsTold_data();
    void aFailedHandshakeIsTold();
    void aClosureIsTold_data();
    void aClosureIsTold();
};

void TestQtWebSocketFailure::aFailedHandshakeIsTold_data()
{
    using Socket = QAbstractSocket;
    QTest::addColumn<QtHandshakeError>("error");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QtHandshakeError &error, ProbeOutcome outcome,
                         int status = 0) { QTest::newRow(name) << error << outcome << status; };
    row("unknown host", {Socket::HostNotFoundError, u"Host not found"_s}, ProbeOutcome::ResolveFailed);
    row("refused port", {Socket::ConnectionRefusedError, {}}, ProbeOutcome::ConnectRefused);
    row("no route", {Socket::NetworkError, u"Network unreachable"_s}, ProbeOutcome::NetworkUnreachable);
    row("kernel's own time limit", {Socket::SocketTimeoutError, {}}, ProbeOutcome::ConnectTimeout);
    row("a proxy that is not there", {Socket::ProxyNotFoundError, {}}, ProbeOutcome::ProxyFailed);
    row("TLS", {Socket::SslHandshakeFailedError, {}, true, true, false}, ProbeOutcome::TlsFailed);
    row("closed within TLS", {Socket::RemoteHostClosedError, {}, true, true, false}, ProbeOutcome::TlsFailed);
    row("closed without an answer", {Socket::RemoteHostClosedError, {}, false, true},
        ProbeOutcome::UpgradeInvalid);
    const auto answered = [](const QString &text) {
        return QtHandshakeError{Socket::ConnectionRefusedError, text, false, true, false};
    };
    row("status 404",
        answered(u"QWebSocketPrivate::processHandshake: Unhandled http status code: 404 (Not Found)."_s),
        ProbeOutcome::UpgradeRefused, 404);
    row("a phrase with brackets",
        answered(u"QWebSocketPrivate::processHandshake: Unhandled http status code: 503 (Busy (for now))."_s),
        ProbeOutcome::UpgradeRefused, 503);
    row("status 400",
        answered(
            u"QWebSocketPrivate::processHandshake: Unknown error condition encountered. Aborting connection."_s),
        ProbeOutcome::UpgradeRefused, 400);
    row("anything else", answered(u"Accept-Key received from server x does not match the client key y."_s),
        ProbeOutcome::UpgradeInvalid);
}

void TestQtWebSocketFailure::aFailedHandshakeIsTold()
{
    QFETCH(QtHandshakeError, error);
    QFETCH(ProbeOutcome, outcome);
    QFETCH(int, status);
    const HandshakeFailure expected{outcome, status};
    QCOMPARE(classify(error), expected);
}

void TestQtWebSocketFailure::aClosureIsTold_data()
{
    QTest::addColumn<QtClosure>("closure");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::newRow("ours") << QtClosure{1001, {}, true, true} << ProbeOutcome::ClosedLocally;
    QTest::newRow("no close frame") << QtClosure{1000, {}, false, false} << ProbeOutcome::Dropped;
    QTest::newRow("the peer's") << QtClosure{4001, u"kicked"_s, true, false} << ProbeOutcome::ClosedClean;
    QTest::newRow("1002 from the peer") << QtClosure{1002, {}, true, false} << ProbeOutcome::ClosedClean;
    QTest::newRow("a code that Qt refuses")
        << QtClosure{1002, u"Invalid close code 1002 detected."_s, true, false} << ProbeOutcome::ClosedClean;
    QTest::newRow("compressed") << QtClosure{1002, u"Rsv field is non-zero"_s, true, false}
                                << ProbeOutcome::ProtocolError;
    QTest::newRow("opcode 11") << QtClosure{1002, u"Invalid opcode detected: 11"_s, true, false}
                               << ProbeOutcome::ProtocolError;
    QTest::newRow("half a frame") << QtClosure{1001, u"Timeout when reading data from socket."_s, true, false}
                                  << ProbeOutcome::ProtocolError;
}

void TestQtWebSocketFailure::aClosureIsTold()
{
    QFETCH(QtClosure, closure);
    QFETCH(ProbeOutcome, outcome);
    QCOMPARE(classify(closure), outcome);
    QCOMPARE(isUnknownCloseCode(closure.reason), closure.reason.startsWith("Invalid close code"_L1));
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestQtWebSocketFailure)
#include "tst_qtwebsocketfailure.moc"
