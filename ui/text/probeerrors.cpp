// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errors.h"
#include "ui/text/probewords.h"

#include <QCoreApplication>

namespace sockeye {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProbeErrors)
};

QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty()
        ? sentence
        : Words::tr("%1 (%2)", "a sentence, and the library's own words").arg(sentence, detail);
}

ErrorText describeNetwork(const AttemptFinished &attempt)
{
    const QString checkServer = Words::tr("Check that the server runs and that the port is right.");
    const QString checkWay = Words::tr("Check the network and the firewall.");
    switch (attempt.outcome) {
    case ProbeOutcome::ResolveFailed:
        return {withDetail(Words::tr("The name of the host was not found."), attempt.detail),
            Words::tr("Check the spelling of the address and the name server.")};
    case ProbeOutcome::ConnectRefused:
        return {Words::tr("The server refused the TCP connection."), checkServer};
    case ProbeOutcome::ConnectTimeout:
        return {Words::tr("The server did not answer to TCP in time."), checkWay};
    case ProbeOutcome::ConnectFailed:
        return {withDetail(Words::tr("The TCP connection failed."), attempt.detail), checkServer};
    case ProbeOutcome::NetworkUnreachable:
        return {Words::tr("There is no way to the server from this machine."), checkWay};
    case ProbeOutcome::TlsFailed:
        return {withDetail(Words::tr("The certificate of the server was not accepted."), attempt.detail),
            Words::tr("Choose the right CA file, or renew the certificate.")};
    case ProbeOutcome::TlsTimeout:
        return {Words::tr("The TLS handshake did not end in time."),
            Words::tr("Check that the server speaks TLS on this port, or use ws://.")};
    case ProbeOutcome::Open:
    case ProbeOutcome::UpgradeTimeout:
    case ProbeOutcome::UpgradeRefused:
    case ProbeOutcome::UpgradeInvalid:
    case ProbeOutcome::SecretMissing:
    case ProbeOutcome::ClosedClean:
    case ProbeOutcome::ClosedNoStatus:
    case ProbeOutcome::Dropped:
    case ProbeOutcome::PongTimeout:
    case ProbeOutcome::ProtocolError:
    case ProbeOutcome::ClosedLocally:
        break;
    }
    return {withDetail(Words::tr("The connection ended: %1.").arg(probeOutcomeWord(attempt.outcome)),
                attempt.detail),
        Words::tr("Sockeye connects again by itself.")};
}

QString refusalRemedy(int status)
{
    if (status == 401 || status == 403)
        return Words::tr("Check the sign-in and the extra headers.");
    if (status == 404)
        return Words::tr("Check the path of the address.");
    return Words::tr("Look into the log of the server.");
}

} // namespace

ErrorText describe(const AttemptFinished &attempt)
{
    switch (attempt.outcome) {
    case ProbeOutcome::Open:
        return {Words::tr("The connection is open."), {}};
    case ProbeOutcome::UpgradeTimeout:
        return {Words::tr("The server took the connection, but did not answer to the upgrade in time."),
            Words::tr("Check that a WebSocket service listens at this path.")};
    case ProbeOutcome::UpgradeRefused:
        return {Words::tr("The server refused the upgrade with HTTP status %1.").arg(attempt.httpStatus),
            refusalRemedy(attempt.httpStatus)};
    case ProbeOutcome::UpgradeInvalid:
        return {withDetail(Words::tr("The server's answer to the upgrade is not valid."), attempt.detail),
            Words::tr("Check the address, and the subprotocol if one is set.")};
    case ProbeOutcome::SecretMissing:
        return {withDetail(Words::tr("The password or token is missing."), attempt.detail),
            Words::tr("Enter it in Settings, or let it be read from a file.")};
    case ProbeOutcome::ResolveFailed:
    case ProbeOutcome::ConnectRefused:
    case ProbeOutcome::ConnectTimeout:
    case ProbeOutcome::ConnectFailed:
    case ProbeOutcome::NetworkUnreachable:
    case ProbeOutcome::TlsFailed:
    case ProbeOutcome::TlsTimeout:
    case ProbeOutcome::ClosedClean:
    case ProbeOutcome::ClosedNoStatus:
    case ProbeOutcome::Dropped:
    case ProbeOutcome::PongTimeout:
    case ProbeOutcome::ProtocolError:
    case ProbeOutcome::ClosedLocally:
        break;
    }
    return describeNetwork(attempt);
}

} // namespace sockeye
