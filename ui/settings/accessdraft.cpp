// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/accessdraft.h"

#include <QStringList>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QStringList headerLines(const QString &text)
{
    QStringList lines;
    const QStringList all = text.split(u'\n');
    for (const QString &line : all) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

std::optional<HttpHeader> headerOf(const QString &line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 1)
        return std::nullopt;
    HttpHeader header{line.first(colon).trimmed().toUtf8(), line.sliced(colon + 1).trimmed().toUtf8()};
    if (!isAcceptableHeader(header))
        return std::nullopt;
    return header;
}

// Whether the form has a field for all that \a auth says.
bool isShown(const HttpAuth &auth)
{
    const auto hasField = [](const SecretRef &ref) { return ref.kind != SecretRef::Kind::Keychain; };
    if (const auto *basic = std::get_if<BasicAuth>(&auth))
        return basic->usernameFile.isEmpty() && hasField(basic->password);
    if (const auto *token = std::get_if<Authorization>(&auth))
        return token->type.compare("Bearer", Qt::CaseInsensitive) == 0 && hasField(token->credentials);
    return std::holds_alternative<std::monostate>(auth);
}

void takeSecret(AccessDraft &draft, const SecretRef &ref)
{
    if (ref.kind != SecretRef::Kind::File)
        return;
    draft.place = AccessDraft::SecretPlace::File;
    draft.secretFile = ref.key;
}

SecretRef secretOf(const AccessDraft &draft, const QString &sessionKey)
{
    return draft.place == AccessDraft::SecretPlace::File
        ? SecretRef{SecretRef::Kind::File, draft.secretFile.trimmed()}
        : SecretRef{SecretRef::Kind::Session, sessionKey};
}

} // namespace

AccessDraft accessDraft(const HttpAuth &auth, const std::vector<HttpHeader> &headers, const TlsConfig &tls)
{
    AccessDraft draft;
    draft.otherTls = tls;
    if (!isShown(auth)) {
        draft.otherAuth = auth;
    } else if (const auto *basic = std::get_if<BasicAuth>(&auth)) {
        draft.signIn = AccessDraft::SignIn::Basic;
        draft.username = basic->username;
        takeSecret(draft, basic->password);
    } else if (const auto *bearer = std::get_if<Authorization>(&auth)) {
        draft.signIn = AccessDraft::SignIn::Bearer;
        takeSecret(draft, bearer->credentials);
    }
    QStringList lines;
    for (const HttpHeader &header : headers)
        lines.append(QString(QString::fromUtf8(header.name) % ": "_L1 % QString::fromUtf8(header.value)));
    draft.headers = lines.join(u'\n');
    draft.caFile = tls.caFile;
    if (tls.insecureSkipVerify)
        draft.verify = AccessDraft::Verify::Nothing;
    else if (!tls.caFile.isEmpty())
        draft.verify = AccessDraft::Verify::CaFile;
    return draft;
}

AccessProblem problemOf(const AccessDraft &draft)
{
    if (draft.signIn == AccessDraft::SignIn::Basic && draft.username.trimmed().isEmpty())
        return AccessProblem::UsernameMissing;
    if (draft.signIn != AccessDraft::SignIn::None && draft.place == AccessDraft::SecretPlace::File
        && draft.secretFile.trimmed().isEmpty())
        return AccessProblem::SecretFileMissing;
    const QStringList lines = headerLines(draft.headers);
    if (!std::ranges::all_of(lines, [](const QString &line) { return headerOf(line).has_value(); }))
        return AccessProblem::HeaderMalformed;
    if (draft.verify == AccessDraft::Verify::CaFile && draft.caFile.trimmed().isEmpty())
        return AccessProblem::CaFileMissing;
    return AccessProblem::None;
}

HttpAuth authOf(const AccessDraft &draft, const QString &sessionKey)
{
    switch (draft.signIn) {
    case AccessDraft::SignIn::None:
        break;
    case AccessDraft::SignIn::Basic:
        return BasicAuth{draft.username.trimmed(), secretOf(draft, sessionKey)};
    case AccessDraft::SignIn::Bearer:
        return Authorization{secretOf(draft, sessionKey)};
    }
    return draft.otherAuth;
}

std::vector<HttpHeader> headersOf(const AccessDraft &draft)
{
    std::vector<HttpHeader> headers;
    const QStringList lines = headerLines(draft.headers);
    for (const QString &line : lines) {
        if (auto header = headerOf(line))
            headers.push_back(std::move(*header));
    }
    return headers;
}

TlsConfig tlsOf(const AccessDraft &draft)
{
    TlsConfig tls = draft.otherTls;
    tls.caFile = draft.verify == AccessDraft::Verify::System ? QString() : draft.caFile.trimmed();
    if (!tls.caFile.isEmpty())
        tls.ca.clear();
    tls.insecureSkipVerify = draft.verify == AccessDraft::Verify::Nothing;
    return tls;
}

} // namespace sockeye
