// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/apierror.h"

#include "core/http/httpdate.h"
#include "core/prometheus/errorwords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 2'000;

// The address of the API whose question was sent on to \a target; empty when another program is there.
QUrl baseOf(const QUrl &target)
{
    const qsizetype api = target.path().lastIndexOf("/api/v1/"_L1);
    if (api < 0)
        return {};
    QUrl base = target;
    base.setPath(target.path().first(api));
    return base;
}

bool isHtml(const HttpReply &reply)
{
    return reply.contentType == "text/html" || reply.contentType == "application/xhtml+xml";
}

// https://www.rfc-editor.org/rfc/rfc9110#field.retry-after: seconds or a date.
std::chrono::seconds retryAfter(const HttpReply &reply)
{
    constexpr std::chrono::seconds longest = std::chrono::hours{24};
    const QByteArray text = reply.header("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::clamp(std::chrono::seconds{seconds}, std::chrono::seconds{0}, longest);
    const auto date = parseHttpDate(text);
    if (!date)
        return std::chrono::seconds{0};
    const auto wait = *date - reply.receivedAt;
    return std::clamp(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds{0}, longest);
}

QueryError errorOf(const HttpReply &reply, QueryError::Kind kind, const QString &message)
{
    QueryError error;
    error.kind = kind;
    error.status = reply.status;
    error.message = message;
    error.retryAfter = retryAfter(reply);
    return error;
}

// Cortex and Mimir ask for a tenant with 401, where no password would help.
bool wantsTenant(const HttpReply &reply)
{
    return reply.status == 401 && reply.body.trimmed() == "no org id";
}

// Their words about a tenant that they cannot take, such as a|b where queries over several are off.
bool refusesTenant(const HttpReply &reply)
{
    const QByteArray words = reply.body.trimmed();
    return (reply.status == 400 || reply.status == 401 || reply.status == 422)
        && (words.startsWith("tenant ID ") || words == "multiple org IDs present");
}

// The statuses that mean the same whoever sends them, so that they outrank the words of a body.
std::optional<QueryError::Kind> kindOfPlainStatus(int status)
{
    switch (status) {
    case 401:
        return QueryError::Kind::Unauthorized;
    case 403:
        return QueryError::Kind::Forbidden;
    case 404:
        return QueryError::Kind::NotFound;
    case 413:
    case 414:
    case 431:
        return QueryError::Kind::RequestTooLarge;
    case 429:
        return QueryError::Kind::TooManyRequests;
    case 502:
    case 504:
        return QueryError::Kind::BadGateway;
    default:
        return std::nullopt;
    }
}

QueryError::Kind kindOfUnavailable(const HttpReply &reply)
{
    const QByteArray stopping = reply.header("X-Prometheus-Stopping");
    if (stopping == "true")
        return QueryError::Kind::Stopping;
    // Servers before 2.43 send no header but the same words; a proxy without a back end sends a page.
    if (!stopping.isEmpty() || reply.body.trimmed() == "Service Unavailable")
        return QueryError::Kind::Starting;
    return QueryError::Kind::BadGateway;
}

QueryError::Kind kindOfBadRequest(const HttpReply &reply)
{
    // VictoriaMetrics answers an unknown path with 400; old ones put the caller's address in front.
    if (reply.body.contains("unsupported path requested"))
        return QueryError::Kind::NotFound;
    return isHtml(reply) ? QueryError::Kind::NotPrometheus : QueryError::Kind::BadData;
}

QueryError::Kind kindOfForeign(const HttpReply &reply)
{
    if (wantsTenant(reply))
        return QueryError::Kind::TenantMissing;
    if (refusesTenant(reply))
        return QueryError::Kind::TenantRefused;
    if (const auto plain = kindOfPlainStatus(reply.status))
        return *plain;
    switch (reply.status) {
    case 400:
        return kindOfBadRequest(reply);
    case 408:
        return QueryError::Kind::Timeout;
    case 422:
        return QueryError::Kind::Execution;
    case 499:
        return QueryError::Kind::Canceled;
    case 501:
        return QueryError::Kind::NotPrometheus;
    case 503:
        return kindOfUnavailable(reply);
    default:
        return reply.status >= 500 ? QueryError::Kind::Internal : QueryError::Kind::NotPrometheus;
    }
}

std::optional<QueryError::Kind> kindOfErrorType(const QByteArray &errorType)
{
    // The last four are words of Mimir and newer servers.
    using Kind = QueryError::Kind;
    static constexpr std::array<std::pair<std::string_view, Kind>, 10> kinds{
        {{"bad_data", Kind::BadData}, {"execution", Kind::Execution}, {"timeout", Kind::Timeout},
            {"canceled", Kind::Canceled}, {"unavailable", Kind::Unavailable}, {"internal", Kind::Internal},
            {"not_found", Kind::NotFound}, {"not_acceptable", Kind::BadData},
            {"too_many_requests", Kind::TooManyRequests}, {"too_large_entry", Kind::RequestTooLarge}}};
    const std::string_view word(errorType.constData(), static_cast<std::size_t>(errorType.size()));
    const auto found = std::ranges::find(kinds, word, &std::pair<std::string_view, Kind>::first);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

// VictoriaMetrics puts the status where the word should be, and 422 on expressions that it cannot parse.
QueryError::Kind kindOfNumericType(const HttpReply &reply, const QString &message)
{
    static constexpr std::array<QLatin1StringView, 5> parserWords{"unparsed data"_L1, "cannot parse"_L1,
        "cannot find the first token"_L1, "unknown func "_L1, "invalid regexp"_L1};
    const bool isParseError = std::ranges::any_of(
        parserWords, [&message](QLatin1StringView words) { return message.contains(words); });
    return reply.status == 422 && isParseError ? QueryError::Kind::BadData : kindOfForeign(reply);
}

void readPosition(QueryError &error)
{
    if (const auto position = positionOfMistake(error.message)) {
        error.line = position->line;
        error.column = position->column;
    }
}

} // namespace

bool claimsJson(const HttpReply &reply)
{
    if (reply.contentType.isEmpty())
        return reply.body.startsWith('{');
    return reply.contentType == "application/json" || reply.contentType.endsWith("+json");
}

QueryError errorByStatus(const HttpReply &reply)
{
    return errorOf(reply, kindOfForeign(reply), readableWords(reply));
}

QueryError errorOfApi(const HttpReply &reply, const QByteArray &errorType, const QString &message)
{
    auto kind = kindOfPlainStatus(reply.status);
    if (!kind)
        kind = kindOfErrorType(errorType);
    if (!kind)
        kind = kindOfNumericType(reply, message);
    QueryError error = errorOf(reply, *kind, message.left(longestMessage));
    if (error.kind == QueryError::Kind::BadData)
        readPosition(error);
    return error;
}

QueryError malformedError(const HttpReply &reply, const QString &detail)
{
    return errorOf(reply, QueryError::Kind::Malformed, detail);
}

QueryError transportError(const HttpError &error)
{
    QueryError result;
    result.kind = QueryError::Kind::Transport;
    result.message = error.detail;
    result.http = error;
    if (error.kind == HttpError::Kind::Redirected)
        result.suggestedBaseUrl = baseOf(QUrl(error.detail));
    return result;
}

QueryError unsupportedError()
{
    QueryError error;
    error.kind = QueryError::Kind::Unsupported;
    return error;
}

bool isMissingEndpoint(const QueryError &error)
{
    return error.kind == QueryError::Kind::NotFound || error.status == 405 || error.status == 501;
}

bool endsRun(const QueryError &error)
{
    return error.http && error.http->kind != HttpError::Kind::TimedOut
        && error.http->kind != HttpError::Kind::TooLarge;
}

} // namespace sockeye
