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

std::optional<ErrorText> describeNetwork(const AttemptFinished &attempt)
{
    const QString checkServer = Words::tr("Check that the server runs and that the port is right.");
    const QString checkWay = Words::tr("Check the network and the firewall.");
    if (attempt.outcome == ProbeOutcome::ResolveFailed)
        return ErrorText{withDetail(Words::tr("The name of the host was not found."), attempt.detail),
            Words::tr("Check the spelling of the address and the name server.")};
    if (attempt.outcome == ProbeOutcome::ConnectRefused)
        return ErrorText{Words::tr("The server refused the TCP connection."), checkServer};
    if (attempt.outcome == ProbeOutcome::ConnectTimeout)
        return ErrorText{Words::tr("The server did not answer to TCP in time."), checkWay};
    if (attempt.outcome == ProbeOutcome::ConnectFailed)
        return ErrorText{withDetail(Words::tr("The TCP connection failed."), attempt.detail), checkServer};
    if (attempt.outcome == ProbeOutcome::NetworkUnreachable)
        return ErrorText{Words::tr("There is no way to the server from this machine."), checkWay};
    if (attempt.outcome == ProbeOutcome::ProxyFailed)
        return ErrorText{
            withDetail(Words::tr("The proxy does not let the connection through."), attempt.detail),
            Words::tr("Check that the proxy runs, and its setting.")};
    if (attempt.outcome == ProbeOutcome::PathDead)
        return ErrorText{
            Words::tr("The network stopped taking what was sent, though nobody closed."), checkWay};
    return std::nullopt;
}

std::optional<ErrorText> describeTls(const AttemptFinished &attempt)
{
    const auto said = [&attempt](const QString &sentence, const QString &remedy) {
        return ErrorText{withDetail(sentence, attempt.detail), remedy};
    };
    if (attempt.outcome == ProbeOutcome::TlsFailed)
        return said(Words::tr("The certificate of the server was not accepted."),
            Words::tr("Choose the right CA file, or renew the certificate."));
    if (attempt.outcome == ProbeOutcome::TlsExpired)
        return said(Words::tr("The certificate of the server is not valid today."),
            Words::tr("Renew it on the server, and check the clocks of both machines."));
    if (attempt.outcome == ProbeOutcome::TlsWrongName)
        return said(Words::tr("The certificate of the server is for another name."),
            Words::tr("Use the name that it is for, or set the server name of the endpoint."));
    if (attempt.outcome == ProbeOutcome::TlsUnknownAuthority)
        return said(Words::tr("Nobody whom this machine trusts has signed the certificate of the server."),
            Words::tr("Choose its CA file, or let the server send the certificates in between."));
    if (attempt.outcome == ProbeOutcome::TlsSelfSigned)
        return said(Words::tr("The server signed its certificate itself."),
            Words::tr("Choose that certificate as the CA file."));
    if (attempt.outcome == ProbeOutcome::TlsProtocol)
        return said(Words::tr("The two sides could not agree on how to speak TLS."),
            Words::tr("Check the versions of TLS, and the client certificate if it wants one."));
    if (attempt.outcome == ProbeOutcome::TlsNotSpoken)
        return said(
            Words::tr("What answered does not speak TLS."), Words::tr("Check the port, or use ws://."));
    if (attempt.outcome == ProbeOutcome::TlsTimeout)
        return ErrorText{Words::tr("The TLS handshake did not end in time."),
            Words::tr("Check that the server speaks TLS on this port, or use ws://.")};
    return std::nullopt;
}

QString refusalRemedy(int status)
{
    if (status == 401 || status == 403)
        return Words::tr("Check the sign-in and the extra headers.");
    if (status == 404)
        return Words::tr("Check the path of the address.");
    return Words::tr("Look into the log of the server.");
}

std::optional<ErrorText> describeUpgrade(const AttemptFinished &attempt)
{
    const auto said = [&attempt](const QString &sentence, const QString &remedy) {
        return ErrorText{withDetail(sentence, attempt.detail), remedy};
    };
    if (attempt.outcome == ProbeOutcome::UpgradeTimeout)
        return ErrorText{
            Words::tr("The server took the connection, but did not answer to the upgrade in time."),
            Words::tr("Check that a WebSocket service listens at this path.")};
    if (attempt.outcome == ProbeOutcome::UpgradeRefused)
        return ErrorText{
            Words::tr("The server refused the upgrade with HTTP status %1.").arg(attempt.httpStatus),
            refusalRemedy(attempt.httpStatus)};
    if (attempt.outcome == ProbeOutcome::UpgradeClosed)
        return said(Words::tr("The server closed the connection in the place of an answer to the upgrade."),
            Words::tr("Check the path, and whether the server wants wss://."));
    if (attempt.outcome == ProbeOutcome::UpgradeNotHttp)
        return said(Words::tr("What answered does not speak HTTP."), Words::tr("Check the port."));
    if (attempt.outcome == ProbeOutcome::UpgradeHeaderMissing)
        return said(Words::tr("The answer says 101, but a header of the upgrade is missing."),
            Words::tr("Let the proxy in front of the service pass Upgrade and Connection on."));
    if (attempt.outcome == ProbeOutcome::UpgradeWrongAccept)
        return said(Words::tr("The answer belongs to another request: its accept key is wrong."),
            Words::tr("Look for a cache in front of the service."));
    if (attempt.outcome == ProbeOutcome::UpgradeWrongSubprotocol)
        return said(Words::tr("The server does not speak the subprotocol that is asked for."),
            Words::tr("Check the subprotocol of the endpoint."));
    if (attempt.outcome == ProbeOutcome::UpgradeInvalid)
        return said(Words::tr("The server's answer to the upgrade is not valid."),
            Words::tr("Check the address, and the subprotocol if one is set."));
    return std::nullopt;
}

} // namespace

ErrorText describe(const ProbeSetupError &problem)
{
    return std::visit([](const auto &error) { return describe(error); }, problem);
}

ErrorText describe(const AttemptFinished &attempt)
{
    if (attempt.outcome == ProbeOutcome::Open)
        return {Words::tr("The connection is open."), {}};
    if (attempt.problem)
        return describe(*attempt.problem);
    if (attempt.outcome == ProbeOutcome::SecretMissing)
        return describe(CredentialError{});
    for (const auto describeGroup : {describeNetwork, describeTls, describeUpgrade}) {
        if (const std::optional<ErrorText> text = describeGroup(attempt))
            return *text;
    }
    return {withDetail(Words::tr("The connection ended: %1.").arg(probeOutcomeWord(attempt.outcome)),
                attempt.detail),
        Words::tr("Sockeye connects again by itself.")};
}

} // namespace sockeye
