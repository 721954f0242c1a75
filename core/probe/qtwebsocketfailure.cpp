// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/qtwebsocketfailure.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *unhandledStatus =
    "QWebSocketPrivate::processHandshake: Unhandled http status code: %1 (%2).";
// The only way to this text is a status of 400.
constexpr const char *badRequest =
    "QWebSocketPrivate::processHandshake: Unknown error condition encountered. Aborting connection.";
constexpr const char *invalidCloseCode = "Invalid close code %1 detected.";

constexpr std::array protocolErrors{
    "Rsv field is non-zero",
    "Used reserved opcode",
    "Maximum framesize exceeded.",
    "Invalid opcode detected: %1",
    "Received message is too big.",
    "Error occurred while reading header from the network: %1",
    "Control frame is larger than 125 bytes",
    "Control frames cannot be fragmented",
    "Error occurred while reading from the network: %1",
    "Lengths smaller than 126 must be expressed as one byte.",
    "Something went wrong during reading from the network.",
    "Highest bit of payload length is not 0.",
    "Lengths smaller than 65536 (2^16) must be expressed as 2 bytes.",
    "Error while reading from the network: %1.",
    "Some serious error occurred while reading from the network.",
    "Payload of close frame is too small.",
    "Invalid UTF-8 code encountered.",
    "Received Continuation frame, while there is nothing to continue.",
    "All data frames after the initial data frame must have opcode 0 (continuation).",
    "Timeout when reading data from socket.",
};

// Qt translates its texts when the program has loaded Qt's translation: compare with what it would say.
QString pattern(const char *context, const char *source)
{
    QString text = QRegularExpression::escape(QCoreApplication::translate(context, source));
    text.replace(u"\\%1"_s, u"(.*?)"_s).replace(u"\\%2"_s, u".*"_s);
    return QRegularExpression::anchoredPattern(text);
}

QRegularExpressionMatch match(const char *context, const char *source, const QString &text)
{
    return QRegularExpression(pattern(context, source)).match(text);
}

bool isSocketError(QAbstractSocket::SocketError error, std::initializer_list<int> list)
{
    return std::ranges::find(list, static_cast<int>(error)) != list.end();
}

HandshakeFailure beforeConnected(QAbstractSocket::SocketError error)
{
    if (isSocketError(error, {QAbstractSocket::HostNotFoundError}))
        return {ProbeOutcome::ResolveFailed, 0};
    if (isSocketError(error, {QAbstractSocket::ConnectionRefusedError}))
        return {ProbeOutcome::ConnectRefused, 0};
    if (isSocketError(error, {QAbstractSocket::SocketTimeoutError}))
        return {ProbeOutcome::ConnectTimeout, 0};
    if (isSocketError(error, {QAbstractSocket::NetworkError}))
        return {ProbeOutcome::NetworkUnreachable, 0};
    if (isSocketError(error,
            {QAbstractSocket::ProxyAuthenticationRequiredError, QAbstractSocket::ProxyConnectionRefusedError,
                QAbstractSocket::ProxyConnectionClosedError, QAbstractSocket::ProxyConnectionTimeoutError,
                QAbstractSocket::ProxyNotFoundError, QAbstractSocket::ProxyProtocolError}))
        return {ProbeOutcome::ProxyFailed, 0};
    return {ProbeOutcome::ConnectFailed, 0};
}

} // namespace

HandshakeFailure classify(const QtHandshakeError &failure)
{
    if (!failure.connected)
        return beforeConnected(failure.error);
    if (failure.secure && !failure.encrypted)
        return {ProbeOutcome::TlsFailed, 0};
    const auto status = match("QWebSocket", unhandledStatus, failure.text);
    if (status.hasMatch())
        return {ProbeOutcome::UpgradeRefused, status.captured(1).toInt()};
    if (match("QWebSocket", badRequest, failure.text).hasMatch())
        return {ProbeOutcome::UpgradeRefused, 400};
    return {ProbeOutcome::UpgradeInvalid, 0};
}

ProbeOutcome classify(const QtClosure &closure)
{
    if (closure.requested)
        return ProbeOutcome::ClosedLocally;
    if (!closure.closeFrame)
        return ProbeOutcome::Dropped;
    const auto says = [&closure](const char *source) {
        return match("QWebSocketFrame", source, closure.reason).hasMatch()
            || match("QWebSocketDataProcessor", source, closure.reason).hasMatch();
    };
    return std::ranges::any_of(protocolErrors, says) ? ProbeOutcome::ProtocolError
                                                     : ProbeOutcome::ClosedClean;
}

bool isUnknownCloseCode(const QString &reason)
{
    return match("QWebSocketDataProcessor", invalidCloseCode, reason).hasMatch();
}

} // namespace sockeye
