// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/errors.h"

#include "ui/text/formatting.h"

#include <QCoreApplication>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

QString server(const QUrl &url)
{
    return url.port() < 0 ? url.host() : QString(url.host() % u':' % QString::number(url.port()));
}

//! The server's own words after a sentence of ours.
QString withMessage(const QString &sentence, const QString &message)
{
    return message.isEmpty()
        ? sentence
        : Words::tr("%1 The server says: “%2”.", "%1: a sentence, %2: the server's own words")
              .arg(sentence, message);
}

//! The words of a program or service after a sentence of ours.
QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty()
        ? sentence
        : Words::tr("%1 It says: “%2”.", "%1: a sentence, %2: the words of a program").arg(sentence, detail);
}

QString position(const QueryError &error)
{
    return error.line > 0 && error.column > 0
        ? Words::tr("The mistake is in line %1, column %2.").arg(error.line).arg(error.column)
        : Words::tr("Correct the expression.");
}

QString waitText(std::chrono::seconds retryAfter)
{
    return retryAfter.count() > 0
        ? Words::tr("Sockeye asks again in %1.").arg(Formatting{}.duration(retryAfter))
        : Words::tr("Sockeye asks again by itself.");
}

//! What to do where the API is not; better than any advice is the address where it answers.
QString otherAddress(const QueryError &error, const QString &advice)
{
    return error.suggestedBaseUrl.isEmpty()
        ? advice
        : Words::tr("It answers at %1: enter that address.").arg(error.suggestedBaseUrl.toDisplayString());
}

QString finalAddress(const QString &address)
{
    return Words::tr("Enter the final address: %1").arg(address);
}

//! Errors about the tenant and what else an endpoint was given for a server of another kind.
ErrorText describeMismatch(const QueryError &error)
{
    if (error.kind == QueryError::Kind::TenantMissing) {
        return {
            Words::tr("401: this server keeps the data of several tenants and wants to know whose to show."),
            Words::tr("Enter the tenant in Settings, Prometheus servers.")};
    }
    if (error.kind == QueryError::Kind::TenantRefused) {
        return {withMessage(Words::tr("The server does not take this tenant."), error.message),
            Words::tr(
                "Correct the tenant in Settings. Several, joined by |, work only where the server allows "
                "it.")};
    }
    if (error.kind == QueryError::Kind::OptionRefused) {
        return {Words::tr(
                    "This server does not know the option %1, so the answer would not be what was asked for.")
                    .arg(error.message),
            Words::tr("Remove the option from the server's settings.")};
    }
    return {Words::tr("This server does not offer that."), {}};
}

//! Errors that the API itself reports.
ErrorText describeAnswer(const QueryError &error)
{
    switch (error.kind) {
    case QueryError::Kind::BadData:
        return {withMessage(Words::tr("Prometheus does not understand the query."), error.message),
            position(error)};
    case QueryError::Kind::Execution:
        return {withMessage(Words::tr("Prometheus could not execute the query."), error.message),
            Words::tr("Ask for less, or correct the expression.")};
    case QueryError::Kind::Timeout:
        return {Words::tr("The query took longer than the server allows."),
            Words::tr("Ask for a shorter time, or for fewer series.")};
    case QueryError::Kind::Canceled:
        return {Words::tr("The server canceled the query."), waitText(error.retryAfter)};
    case QueryError::Kind::Unavailable:
        return {withMessage(Words::tr("The server is not available."), error.message),
            waitText(error.retryAfter)};
    case QueryError::Kind::Internal:
        return {withMessage(Words::tr("The server had an error of its own."), error.message),
            Words::tr("Look into the log of the server.")};
    case QueryError::Kind::Transport:
    case QueryError::Kind::Unauthorized:
    case QueryError::Kind::Forbidden:
    case QueryError::Kind::NotFound:
    case QueryError::Kind::TooManyRequests:
    case QueryError::Kind::RequestTooLarge:
    case QueryError::Kind::BadGateway:
    case QueryError::Kind::Starting:
    case QueryError::Kind::Stopping:
    case QueryError::Kind::NotPrometheus:
    case QueryError::Kind::Malformed:
    case QueryError::Kind::TenantMissing:
    case QueryError::Kind::TenantRefused:
    case QueryError::Kind::Unsupported:
    case QueryError::Kind::OptionRefused:
        break;
    }
    return {Words::tr("The query failed."), {}};
}

QString proxyRemedy(const HttpError &error)
{
    switch (error.proxyMode) {
    case ProxyConfig::Mode::Environment:
        return Words::tr("Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in the environment of Sockeye.");
    case ProxyConfig::Mode::Pac:
        return Words::tr("The proxy script named %1: check that it runs, and the script.")
            .arg(error.proxyPlace);
    case ProxyConfig::Mode::Url:
    case ProxyConfig::Mode::None:
        break;
    }
    return Words::tr("Check that the proxy runs, its address, and its user and password.");
}

ErrorText describeReachable(const HttpError &error)
{
    const QString host = server(error.url);
    switch (error.kind) {
    case HttpError::Kind::HostNotFound:
        return {Words::tr("There is no host named %1.").arg(error.url.host()),
            Words::tr("Check the spelling of the address and the name server.")};
    case HttpError::Kind::ConnectionRefused:
        return {Words::tr("%1 refused the connection.").arg(host),
            Words::tr("Check that the server runs and that the port is right.")};
    case HttpError::Kind::ConnectionLost:
        return {Words::tr("%1 closed the connection before the answer was complete.").arg(host),
            Words::tr("Sockeye asks again by itself. If this stays, look into the log of the server.")};
    case HttpError::Kind::NetworkUnreachable:
        return {Words::tr("There is no way to %1 from this machine.").arg(host),
            Words::tr("Check the network, the VPN and the firewall.")};
    case HttpError::Kind::ProxyFailed:
        if (error.proxy)
            return describe(*error.proxy);
        return {Words::tr("The proxy does not let the request to %1 through.").arg(host), proxyRemedy(error)};
    case HttpError::Kind::TimedOut:
        return {Words::tr("%1 gave no complete answer within %2.")
                    .arg(host, Formatting{}.duration(std::chrono::milliseconds{error.limit})),
            Words::tr("Check the server, or allow more time in Settings.")};
    case HttpError::Kind::TlsFailed:
    case HttpError::Kind::Redirected:
    case HttpError::Kind::RedirectLoop:
    case HttpError::Kind::TooLarge:
    case HttpError::Kind::SecretMissing:
    case HttpError::Kind::CredentialsFailed:
    case HttpError::Kind::TlsSetup:
    case HttpError::Kind::ProxyUnusable:
    case HttpError::Kind::Aborted:
    case HttpError::Kind::Protocol:
        break;
    }
    return {Words::tr("The answer of %1 is not valid HTTP.").arg(host),
        Words::tr("Check the address: another program may listen there.")};
}

ErrorText describeCommand(const CredentialError &error)
{
    const QString check = Words::tr("Run the command in a terminal, and sign in again if it asks for that.");
    switch (error.kind) {
    case CredentialError::Kind::CommandNotStarted:
        return {withDetail(Words::tr("The token command %1 does not start.").arg(error.source), error.detail),
            Words::tr("Check the path and the permissions of the command.")};
    case CredentialError::Kind::CommandFailed:
        return {withDetail(Words::tr("The token command %1 failed with exit code %2.")
                               .arg(error.source)
                               .arg(error.exitCode),
                    error.detail),
            check};
    case CredentialError::Kind::CommandTimedOut:
        return {Words::tr("The token command %1 did not end in time.").arg(error.source), check};
    case CredentialError::Kind::CommandAnswerInvalid:
    case CredentialError::Kind::SecretMissing:
    case CredentialError::Kind::TokenServerUnreachable:
    case CredentialError::Kind::TokenRefused:
    case CredentialError::Kind::TokenAnswerInvalid:
    case CredentialError::Kind::TokenExpired:
        break;
    }
    return {Words::tr("The token command %1 printed no token.").arg(error.source), check};
}

ErrorText describeKeychain(const SecretError &error)
{
    const QString unlock = Words::tr("Unlock it, or let the secret be read from a file.");
    switch (error.kind) {
    case SecretError::Kind::KeychainUnavailable:
        return {Words::tr("No keychain runs in this session."),
            Words::tr("Start one, such as GNOME Keyring or KWallet, or let the secret be read from a file.")};
    case SecretError::Kind::KeychainLocked:
        return {Words::tr("The keychain is locked."), unlock};
    case SecretError::Kind::KeychainRefused:
        return {withDetail(Words::tr("The keychain does not let Sockeye in."), error.detail), unlock};
    case SecretError::Kind::NotInKeychain:
        return {Words::tr("The keychain holds no password or token for this entry."),
            Words::tr("Enter it in Settings.")};
    case SecretError::Kind::Pending:
    case SecretError::Kind::NotGiven:
    case SecretError::Kind::FileUnreadable:
    case SecretError::Kind::Empty:
    case SecretError::Kind::Malformed:
        break;
    }
    return {Words::tr("The keychain has not answered yet."),
        Words::tr("It may be waiting to be unlocked. Unlock it, or let the secret be read from a file.")};
}

ErrorText describeTransport(const QueryError &error)
{
    if (!error.http)
        return {Words::tr("There was no answer."), {}};
    ErrorText text = describe(*error.http);
    if (!error.suggestedBaseUrl.isEmpty())
        text.remedy = finalAddress(error.suggestedBaseUrl.toDisplayString());
    return text;
}

QString exampleUrl(const QStringList &schemes)
{
    return schemes.contains("wss"_L1) ? u"wss://api.example.net/ws"_s : u"https://prometheus.example.net"_s;
}

} // namespace

ErrorText describe(const QueryError &error)
{
    switch (error.kind) {
    case QueryError::Kind::Transport:
        return describeTransport(error);
    case QueryError::Kind::Unauthorized:
        return {Words::tr("401: the server did not accept the user name, password or token."),
            Words::tr("Enter a valid one in Settings, Prometheus servers.")};
    case QueryError::Kind::Forbidden:
        return {withMessage(Words::tr("403: this sign-in may not query the server."), error.message),
            Words::tr("Ask for the right to query, or sign in as somebody else.")};
    case QueryError::Kind::NotFound:
        return {Words::tr("404: there is no Prometheus API at this address."),
            otherAddress(error, Words::tr("Check the path prefix of the URL."))};
    case QueryError::Kind::TooManyRequests:
        return {Words::tr("429: the server wants fewer requests."), waitText(error.retryAfter)};
    case QueryError::Kind::RequestTooLarge:
        return {Words::tr("%1: the query is too long for the server or its proxy.").arg(error.status),
            Words::tr("Shorten the expression, or raise the limit of the proxy.")};
    case QueryError::Kind::BadGateway:
        return {Words::tr("%1: the proxy cannot reach Prometheus.").arg(error.status),
            Words::tr("Check that Prometheus runs behind the proxy.")};
    case QueryError::Kind::Starting:
        return {Words::tr("503: Prometheus is starting."), waitText(error.retryAfter)};
    case QueryError::Kind::Stopping:
        return {Words::tr("503: Prometheus is shutting down."), waitText(error.retryAfter)};
    case QueryError::Kind::NotPrometheus:
        return {Words::tr("Another program than Prometheus answers at this address."),
            otherAddress(error,
                Words::tr("Check the URL: it is the address where the web page of Prometheus opens."))};
    case QueryError::Kind::Malformed:
        return {Words::tr("The answer is not what the Prometheus API promises."),
            Words::tr("Check that no proxy changes it.")};
    case QueryError::Kind::TenantMissing:
    case QueryError::Kind::TenantRefused:
    case QueryError::Kind::Unsupported:
    case QueryError::Kind::OptionRefused:
        return describeMismatch(error);
    case QueryError::Kind::BadData:
    case QueryError::Kind::Execution:
    case QueryError::Kind::Timeout:
    case QueryError::Kind::Canceled:
    case QueryError::Kind::Unavailable:
    case QueryError::Kind::Internal:
        break;
    }
    return describeAnswer(error);
}

ErrorText describe(const HttpError &error)
{
    switch (error.kind) {
    case HttpError::Kind::TlsFailed:
        return describe(error.tls, server(error.url), error.lapse);
    case HttpError::Kind::Redirected:
        return {Words::tr("The server redirects to another address, which Sockeye does not follow."),
            finalAddress(error.detail)};
    case HttpError::Kind::RedirectLoop:
        return {Words::tr("%1 redirects in a circle.").arg(server(error.url)),
            Words::tr("Check the path of the URL and the rules of the proxy.")};
    case HttpError::Kind::TooLarge:
        return {Words::tr("The answer is larger than %1.")
                    .arg(ValueFormatter{}.text(static_cast<double>(error.limit), Unit::Bytes)),
            Words::tr("Ask for a shorter time or for fewer series, or raise the size limit in Settings.")};
    case HttpError::Kind::SecretMissing:
        return describe(error.secret.value_or(SecretError{}));
    case HttpError::Kind::CredentialsFailed:
        return describe(error.credentials.value_or(CredentialError{}));
    case HttpError::Kind::TlsSetup:
        return describe(error.tlsSetup.value_or(TlsSetupError{}));
    case HttpError::Kind::ProxyUnusable:
        return describe(error.proxy.value_or(ProxyError{}));
    case HttpError::Kind::Aborted:
        return {Words::tr("Canceled."), {}};
    case HttpError::Kind::HostNotFound:
    case HttpError::Kind::ConnectionRefused:
    case HttpError::Kind::ConnectionLost:
    case HttpError::Kind::NetworkUnreachable:
    case HttpError::Kind::ProxyFailed:
    case HttpError::Kind::TimedOut:
    case HttpError::Kind::Protocol:
        break;
    }
    return describeReachable(error);
}

ErrorText describe(const CredentialError &error)
{
    switch (error.kind) {
    case CredentialError::Kind::SecretMissing:
        return describe(error.secret);
    case CredentialError::Kind::TokenServerUnreachable:
        return {withDetail(Words::tr("The token server %1 gave no answer.").arg(error.source), error.detail),
            Words::tr("Check the token URL and the network.")};
    case CredentialError::Kind::TokenRefused:
        return {withDetail(Words::tr("The token server %1 gave no token: %2").arg(error.source, error.code),
                    error.detail),
            Words::tr("Check the client ID, its secret and the scopes.")};
    case CredentialError::Kind::TokenAnswerInvalid:
        return {withDetail(Words::tr("The answer of %1 is no token.").arg(error.source), error.detail),
            Words::tr("Check the token URL.")};
    case CredentialError::Kind::TokenExpired:
        return {Words::tr("The token from %1 has expired already.").arg(error.source),
            Words::tr("Check the clocks of both machines.")};
    case CredentialError::Kind::CommandNotStarted:
    case CredentialError::Kind::CommandFailed:
    case CredentialError::Kind::CommandTimedOut:
    case CredentialError::Kind::CommandAnswerInvalid:
        break;
    }
    return describeCommand(error);
}

ErrorText describe(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::NotGiven:
        return {
            Words::tr("The password or token is kept for one session only and was not entered in this one."),
            Words::tr("Enter it in Settings, or let it be read from a file.")};
    case SecretError::Kind::FileUnreadable:
        return {Words::tr("The file with the password or token, %1, cannot be read: %2")
                    .arg(error.path, error.detail),
            Words::tr("Check the path and the permissions of the file.")};
    case SecretError::Kind::Empty:
        return error.path.isEmpty()
            ? ErrorText{Words::tr("The password or token is empty."), Words::tr("Enter it in Settings.")}
            : ErrorText{Words::tr("The file with the password or token, %1, is empty.").arg(error.path),
                Words::tr("Write the password or token into the file.")};
    case SecretError::Kind::Malformed:
        return {Words::tr("The password or token holds a line break."),
            Words::tr("Enter it again in one line, without what stands around it.")};
    case SecretError::Kind::KeychainUnavailable:
    case SecretError::Kind::KeychainLocked:
    case SecretError::Kind::KeychainRefused:
    case SecretError::Kind::NotInKeychain:
    case SecretError::Kind::Pending:
        break;
    }
    return describeKeychain(error);
}

ErrorText describe(UrlProblem problem, const QStringList &schemes)
{
    const QString example = Words::tr("Enter an address such as %1.").arg(exampleUrl(schemes));
    switch (problem) {
    case UrlProblem::Empty:
        return {Words::tr("The address is missing."), example};
    case UrlProblem::Malformed:
        return {Words::tr("This is not an address."), example};
    case UrlProblem::WrongScheme:
        return {Words::tr("The address has to begin with %1.")
                    .arg(QString(schemes.join(Words::tr(":// or ", "between two schemes")) % "://"_L1)),
            example};
    case UrlProblem::NoHost:
        return {Words::tr("The address names no host."), example};
    case UrlProblem::UserInfo:
        return {Words::tr("The address contains a user name or password, which would end up in logs."),
            Words::tr("Enter them under Sign in.")};
    case UrlProblem::Fragment:
        return {
            Words::tr("The address has a part behind #."), Words::tr("Remove the # and what follows it.")};
    }
    return {};
}

} // namespace sockeye
