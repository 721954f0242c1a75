// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/accessdraft.h"

#include "ui/text/errors.h"

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

using Problem = FieldProblem::Kind;

void append(std::vector<FieldProblem> &problems, const std::vector<FieldProblem> &further)
{
    problems.insert(problems.end(), further.begin(), further.end());
}

bool isTenantHeader(const HttpHeader &header)
{
    return header.name.compare("X-Scope-OrgID", Qt::CaseInsensitive) == 0;
}

std::optional<FieldProblem> tenantProblem(const AccessDraft &draft)
{
    const QString tenant = draft.tenant.trimmed();
    if (tenant.isEmpty())
        return std::nullopt;
    if (!isTenant(tenant))
        return FieldProblem{FormField::Tenant, Problem::Malformed};
    if (std::ranges::any_of(headersOf(draft.network.headers), isTenantHeader))
        return FieldProblem{FormField::Tenant, Problem::Ambiguous};
    return std::nullopt;
}

// Where the form shows what the core calls so in its JSON.
FormField fieldOf(const QString &path)
{
    static constexpr std::array<std::pair<QLatin1StringView, FormField>, 8> fields{{
        {"basic_auth"_L1, FormField::Username},
        {"authorization"_L1, FormField::TokenType},
        {"oauth2"_L1, FormField::ClientId},
        {"exec"_L1, FormField::Command},
        {"http_headers"_L1, FormField::Headers},
        {"tenant"_L1, FormField::Tenant},
        {"tls_config"_L1, FormField::Verify},
        {"proxy"_L1, FormField::ProxyUrl},
    }};
    const auto found =
        std::ranges::find_if(fields, [&path](const auto &field) { return path.startsWith(field.first); });
    return found == fields.end() ? FormField::SignIn : found->second;
}

//! What is written must be readable when the program starts the next time.
std::vector<FieldProblem> refusals(const AccessDraft &draft)
{
    HttpConfig config;
    config.baseUrl = QUrl(u"http://prometheus.example.net"_s);
    apply(draft, u"session"_s, config);
    JsonReader reader(toJson(config));
    static_cast<void>(readHttpConfig(reader));
    std::vector<FieldProblem> problems;
    for (const JsonError &error : reader.errors())
        problems.push_back({fieldOf(error.path), Problem::Refused, describe(error).summary});
    return problems;
}

} // namespace

AccessDraft accessDraft(const HttpConfig &config)
{
    return {.signIn = signInDraft(config.auth),
        .tenant = config.tenant,
        .tls = tlsDraft(config.tls),
        .network = networkDraft(config)};
}

void apply(const AccessDraft &draft, const QString &sessionKey, HttpConfig &config)
{
    config.auth = authOf(draft.signIn, sessionKey);
    config.tenant = draft.tenant.trimmed();
    config.tls = tlsOf(draft.tls);
    apply(draft.network, sessionKey, config);
}

std::vector<FieldProblem> problemsOf(const AccessDraft &draft)
{
    std::vector<FieldProblem> problems = problemsOf(draft.signIn);
    if (const auto tenant = tenantProblem(draft))
        problems.push_back(*tenant);
    append(problems, problemsOf(draft.tls));
    append(problems, problemsOf(draft.network));
    return problems.empty() ? refusals(draft) : problems;
}

} // namespace sockeye
