// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/remedyfield.h"

#include <algorithm>
#include <array>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

FormField secretField(const SignInDraft &draft)
{
    if (draft.kind == SignInDraft::Kind::None)
        return FormField::SignIn;
    if (draft.kind == SignInDraft::Kind::Command)
        return FormField::Command;
    switch (draft.secret.place) {
    case SecretDraft::Place::Session:
    case SecretDraft::Place::Keychain:
        break;
    case SecretDraft::Place::File:
        return FormField::SecretFile;
    }
    return FormField::Secret;
}

FormField proxyField(const ProxyError &error, const NetworkDraft &draft)
{
    const bool isOwn = draft.proxy == ProxyConfig::Mode::Url;
    const bool hasUser = isOwn && !draft.proxyUser.trimmed().isEmpty();
    if (error.kind == ProxyError::Kind::SignInWanted && isOwn && !hasUser)
        return FormField::ProxyUser;
    if (error.kind == ProxyError::Kind::SecretMissing
        || (error.kind == ProxyError::Kind::SignInWanted && hasUser)) {
        return draft.proxySecret.place == SecretDraft::Place::File ? FormField::ProxySecretFile
                                                                   : FormField::ProxySecret;
    }
    if (draft.proxy == ProxyConfig::Mode::Pac)
        return FormField::ProxyScript;
    return draft.proxy == ProxyConfig::Mode::Url ? FormField::ProxyUrl : FormField::Proxy;
}

FormField credentialField(const CredentialError &error, const SignInDraft &draft)
{
    switch (error.kind) {
    case CredentialError::Kind::SecretMissing:
        return secretField(draft);
    case CredentialError::Kind::TokenServerUnreachable:
    case CredentialError::Kind::TokenAnswerInvalid:
        return FormField::TokenUrl;
    case CredentialError::Kind::TokenRefused:
        // https://www.rfc-editor.org/rfc/rfc6749#section-5.2
        if (error.code == "invalid_scope"_L1)
            return FormField::Scopes;
        return error.code == "invalid_client"_L1 ? secretField(draft) : FormField::ClientId;
    case CredentialError::Kind::CommandNotStarted:
    case CredentialError::Kind::CommandFailed:
    case CredentialError::Kind::CommandTimedOut:
    case CredentialError::Kind::CommandAnswerInvalid:
        return FormField::Command;
    case CredentialError::Kind::TokenExpired:
        break;
    }
    return FormField::None;
}

FormField handshakeField(TlsFailure failure, const TlsDraft &draft)
{
    switch (failure) {
    case TlsFailure::Untrusted:
        return draft.verify == TlsDraft::Verify::CaFile ? FormField::CaFile : FormField::Verify;
    case TlsFailure::WrongName:
        return FormField::ServerName;
    case TlsFailure::NotTls:
    case TlsFailure::TlsWanted:
        return FormField::Url;
    case TlsFailure::ClientCertificateWanted:
    case TlsFailure::ClientCertificateRefused:
        return FormField::CertFile;
    case TlsFailure::Other:
        return FormField::LeastTls;
    case TlsFailure::Expired:
        break;
    }
    return FormField::None;
}

FormField setupField(const TlsSetupError &error, const TlsDraft &draft)
{
    switch (error.kind) {
    case TlsSetupError::Kind::Unreadable:
    case TlsSetupError::Kind::NoCertificate:
        if (error.path == draft.certFile.trimmed())
            return FormField::CertFile;
        return error.path == draft.keyFile.trimmed() ? FormField::KeyFile : FormField::CaFile;
    case TlsSetupError::Kind::NoKey:
    case TlsSetupError::Kind::KeyEncrypted:
    case TlsSetupError::Kind::KeyMismatch:
    case TlsSetupError::Kind::KeyMissing:
        return FormField::KeyFile;
    case TlsSetupError::Kind::VersionUnsupported:
        break;
    }
    return FormField::LeastTls;
}

FormField transportField(const HttpError &error, const AccessDraft &draft)
{
    switch (error.kind) {
    case HttpError::Kind::HostNotFound:
    case HttpError::Kind::ConnectionRefused:
    case HttpError::Kind::ConnectionLost:
    case HttpError::Kind::NetworkUnreachable:
    case HttpError::Kind::Redirected:
    case HttpError::Kind::RedirectLoop:
    case HttpError::Kind::Protocol:
        return FormField::Url;
    case HttpError::Kind::ProxyFailed:
    case HttpError::Kind::ProxyUnusable:
        return proxyField(error.proxy.value_or(ProxyError{}), draft.network);
    case HttpError::Kind::TlsFailed:
        return handshakeField(error.tls, draft.tls);
    case HttpError::Kind::TlsSetup:
        return setupField(error.tlsSetup.value_or(TlsSetupError{}), draft.tls);
    case HttpError::Kind::TimedOut:
        return FormField::TimeLimit;
    case HttpError::Kind::TooLarge:
        return FormField::SizeLimit;
    case HttpError::Kind::SecretMissing:
        return secretField(draft.signIn);
    case HttpError::Kind::CredentialsFailed:
        return credentialField(error.credentials.value_or(CredentialError{}), draft.signIn);
    case HttpError::Kind::Aborted:
        break;
    }
    return FormField::None;
}

// By the name of the parameter.
FormField optionField(const QString &parameter)
{
    static constexpr std::array<std::pair<QLatin1StringView, FormField>, 8> fields{{
        {"dedup"_L1, FormField::Deduplicate},
        {"partial_response"_L1, FormField::PartialResponse},
        {"max_source_resolution"_L1, FormField::MaxResolution},
        {"replicaLabels[]"_L1, FormField::ReplicaLabels},
        {"nocache"_L1, FormField::NoCache},
        {"extra_label"_L1, FormField::ExtraLabels},
        {"extra_filters[]"_L1, FormField::ExtraFilters},
        {"round_digits"_L1, FormField::RoundDigits},
    }};
    const auto found = std::ranges::find(fields, parameter, [](const auto &field) { return field.first; });
    return found == fields.end() ? FormField::None : found->second;
}

} // namespace

FormField remedyField(const QueryError &error, const AccessDraft &draft)
{
    switch (error.kind) {
    case QueryError::Kind::Transport:
        return error.http ? transportField(*error.http, draft) : FormField::None;
    case QueryError::Kind::Unauthorized:
    case QueryError::Kind::Forbidden:
        return secretField(draft.signIn);
    case QueryError::Kind::TenantMissing:
    case QueryError::Kind::TenantRefused:
        return FormField::Tenant;
    case QueryError::Kind::NotFound:
    case QueryError::Kind::NotPrometheus:
    case QueryError::Kind::Malformed:
        return FormField::Url;
    case QueryError::Kind::OptionRefused:
        return optionField(error.message);
    case QueryError::Kind::TooManyRequests:
    case QueryError::Kind::RequestTooLarge:
    case QueryError::Kind::BadGateway:
    case QueryError::Kind::Starting:
    case QueryError::Kind::Stopping:
    case QueryError::Kind::BadData:
    case QueryError::Kind::Execution:
    case QueryError::Kind::Timeout:
    case QueryError::Kind::Canceled:
    case QueryError::Kind::Unavailable:
    case QueryError::Kind::Internal:
    case QueryError::Kind::Unsupported:
        break;
    }
    return FormField::None;
}

QUrl mendedUrl(const QueryError &error, const QUrl &tried)
{
    if (!error.suggestedBaseUrl.isEmpty())
        return error.suggestedBaseUrl;
    const bool wantsTls = error.http && error.http->kind == HttpError::Kind::TlsFailed
        && error.http->tls == TlsFailure::TlsWanted;
    if (!wantsTls)
        return {};
    QUrl url = tried;
    url.setScheme(u"https"_s);
    return url;
}

} // namespace sockeye
