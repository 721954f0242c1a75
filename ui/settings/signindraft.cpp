// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/signindraft.h"

#include "core/http/httpconfig.h"

#include "ui/settings/filledlines.h"

#include <QProcess>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// The reverse of QProcess::splitCommand(), for which three quotes are a quote.
QString commandLine(const QStringList &arguments)
{
    QStringList quoted;
    for (QString argument : arguments) {
        const bool plain = !argument.isEmpty() && !argument.contains(u' ');
        argument.replace(u'"', "\"\"\""_L1);
        quoted.append(plain ? argument : QString(u'"' % argument % u'"'));
    }
    return quoted.join(u' ');
}

QString parameterLines(const OAuth2 &auth)
{
    QStringList lines;
    for (const auto &[name, value] : auth.endpointParams)
        lines.append(QString(name % u'=' % value));
    return lines.join(u'\n');
}

template <typename T>
T loadedOr(const HttpAuth &loaded)
{
    const T *same = std::get_if<T>(&loaded);
    return same ? *same : T{};
}

HttpAuth basicOf(const SignInDraft &draft, const QString &sessionKey)
{
    auto auth = loadedOr<BasicAuth>(draft.loaded);
    auth.username = draft.username.trimmed();
    if (!auth.username.isEmpty())
        auth.usernameFile.clear();
    auth.password = secretOf(draft.secret, sessionKey);
    return auth;
}

HttpAuth oauth2Of(const SignInDraft &draft, const QString &sessionKey)
{
    auto auth = loadedOr<OAuth2>(draft.loaded);
    auth.clientId = draft.clientId.trimmed();
    auth.clientSecret = secretOf(draft.secret, sessionKey);
    auth.tokenUrl = parseServerUrl(draft.tokenUrl, {u"http"_s, u"https"_s}).value_or(QUrl{});
    auth.scopes = draft.scopes.split(u' ', Qt::SkipEmptyParts);
    auth.endpointParams.clear();
    const QStringList lines = filledLines(draft.parameters);
    for (const QString &line : lines) {
        const qsizetype equals = line.indexOf(u'=');
        if (equals > 0)
            auth.endpointParams.emplace_back(line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
    }
    return auth;
}

HttpAuth commandOf(const SignInDraft &draft)
{
    auto auth = loadedOr<TokenCommand>(draft.loaded);
    // An empty argument does not survive the form, so leave alone what the user left alone.
    if (draft.command != commandLine(auth.command))
        auth.command = argumentsOf(draft.command);
    return auth;
}

using Problems = std::vector<FieldProblem>;
using Problem = FieldProblem::Kind;

void addTokenProblems(const SignInDraft &draft, Problems &problems)
{
    const QByteArray type = draft.tokenType.trimmed().toUtf8();
    if (!isAcceptableHeader({type, {}}) || type.compare("basic", Qt::CaseInsensitive) == 0)
        problems.push_back({FormField::TokenType, Problem::Malformed});
}

void addOAuth2Problems(const SignInDraft &draft, Problems &problems)
{
    if (draft.clientId.trimmed().isEmpty())
        problems.push_back({FormField::ClientId});
    if (draft.tokenUrl.trimmed().isEmpty())
        problems.push_back({FormField::TokenUrl});
    else if (!parseServerUrl(draft.tokenUrl, {u"http"_s, u"https"_s}))
        problems.push_back({FormField::TokenUrl, Problem::Malformed});
    const QStringList lines = filledLines(draft.parameters);
    if (!std::ranges::all_of(lines, [](const QString &line) { return line.indexOf(u'=') > 0; }))
        problems.push_back({FormField::TokenParameters, Problem::Malformed});
}

} // namespace

SignInDraft signInDraft(const HttpAuth &auth)
{
    SignInDraft draft;
    draft.loaded = auth;
    if (const auto *basic = std::get_if<BasicAuth>(&auth)) {
        draft.kind = SignInDraft::Kind::Basic;
        draft.username = basic->username;
        draft.secret = secretDraft(basic->password);
    } else if (const auto *token = std::get_if<Authorization>(&auth)) {
        draft.kind = SignInDraft::Kind::Token;
        draft.tokenType = QString::fromLatin1(token->type);
        draft.secret = secretDraft(token->credentials);
    } else if (const auto *oauth2 = std::get_if<OAuth2>(&auth)) {
        draft.kind = SignInDraft::Kind::OAuth2;
        draft.clientId = oauth2->clientId;
        draft.secret = secretDraft(oauth2->clientSecret);
        draft.tokenUrl = oauth2->tokenUrl.toString(QUrl::EncodeSpaces | QUrl::EncodeReserved);
        draft.scopes = oauth2->scopes.join(u' ');
        draft.parameters = parameterLines(*oauth2);
    } else if (const auto *command = std::get_if<TokenCommand>(&auth)) {
        draft.kind = SignInDraft::Kind::Command;
        draft.command = commandLine(command->command);
    }
    return draft;
}

HttpAuth authOf(const SignInDraft &draft, const QString &sessionKey)
{
    switch (draft.kind) {
    case SignInDraft::Kind::None:
        break;
    case SignInDraft::Kind::Basic:
        return basicOf(draft, sessionKey);
    case SignInDraft::Kind::Token:
        return Authorization{secretOf(draft.secret, sessionKey), draft.tokenType.trimmed().toUtf8()};
    case SignInDraft::Kind::OAuth2:
        return oauth2Of(draft, sessionKey);
    case SignInDraft::Kind::Command:
        return commandOf(draft);
    }
    return {};
}

std::vector<FieldProblem> problemsOf(const SignInDraft &draft)
{
    Problems problems;
    switch (draft.kind) {
    case SignInDraft::Kind::None:
        return problems;
    case SignInDraft::Kind::Basic:
        if (draft.username.trimmed().isEmpty() && loadedOr<BasicAuth>(draft.loaded).usernameFile.isEmpty())
            problems.push_back({FormField::Username});
        break;
    case SignInDraft::Kind::Token:
        addTokenProblems(draft, problems);
        break;
    case SignInDraft::Kind::OAuth2:
        addOAuth2Problems(draft, problems);
        break;
    case SignInDraft::Kind::Command:
        if (argumentsOf(draft.command).isEmpty())
            problems.push_back({FormField::Command});
        return problems;
    }
    if (draft.secret.place == SecretDraft::Place::File && draft.secret.path.trimmed().isEmpty())
        problems.push_back({FormField::SecretFile});
    return problems;
}

QStringList argumentsOf(const QString &command)
{
    return QProcess::splitCommand(command);
}

} // namespace sockeye
