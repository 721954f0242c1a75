// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/httprequest.h"

#include <QUrl>

#include <algorithm>
#include <optional>

namespace sockeye::service {

namespace {

constexpr qsizetype headEndSize = 4;

bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView separators{"()<>@,;:\\\"/[]?={} \t"};
    return !text.isEmpty()
        && std::ranges::all_of(text, [&](char c) { return c > ' ' && c < 0x7f && !separators.contains(c); });
}

std::variant<HttpRejected, HttpRequest> parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/'))
        return HttpRejected{400};
    if (!parts[2].startsWith("HTTP/"))
        return HttpRejected{400};
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return HttpRejected{505};
    const QUrl target = QUrl::fromEncoded(QByteArray("http://host" + parts[1]), QUrl::StrictMode);
    if (!target.isValid())
        return HttpRejected{400};
    return HttpRequest{parts[0], target.path(QUrl::FullyDecoded), QUrlQuery(target), {}};
}

std::optional<HttpHeader> parseHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return std::nullopt;
    return HttpHeader{line.first(colon).toLower(), line.sliced(colon + 1).trimmed()};
}

std::variant<HttpRejected, HttpRequest> parseHead(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    auto parsed = parseRequestLine(lines.takeFirst());
    auto *request = std::get_if<HttpRequest>(&parsed);
    if (!request)
        return parsed;
    for (const QByteArray &line : std::as_const(lines)) {
        std::optional<HttpHeader> header = parseHeader(line);
        if (!header)
            return HttpRejected{400};
        request->headers.push_back(std::move(*header));
    }
    return parsed;
}

//! The length of the body that the head announces, or the status that refuses it.
std::variant<HttpRejected, qsizetype> bodyLength(const HttpRequest &request, const HttpLimits &limits)
{
    if (!request.header("transfer-encoding").isEmpty())
        return HttpRejected{411};
    const QByteArray announced = request.header("content-length");
    if (announced.isEmpty())
        return qsizetype{0};
    bool ok = false;
    const qulonglong length = announced.toULongLong(&ok);
    if (!ok || announced.startsWith('+'))
        return HttpRejected{400};
    if (length > static_cast<qulonglong>(limits.body))
        return HttpRejected{413};
    return static_cast<qsizetype>(length);
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &name) const
{
    const auto found = std::ranges::find(headers, name, &HttpHeader::name);
    return found == headers.end() ? QByteArray() : found->value;
}

HttpParsed parseHttpRequest(const QByteArray &received, const HttpLimits &limits)
{
    // A TLS greeting or other binary noise never gets to an end of head: say so at once.
    if (!received.isEmpty() && !isToken(received.first(1)))
        return HttpRejected{400};
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end > limits.head || (end < 0 && received.size() > limits.head))
        return HttpRejected{431};
    if (end < 0)
        return HttpIncomplete{};

    auto head = parseHead(received.first(end));
    if (const auto *rejected = std::get_if<HttpRejected>(&head))
        return *rejected;
    auto &request = std::get<HttpRequest>(head);
    const auto length = bodyLength(request, limits);
    if (const auto *rejected = std::get_if<HttpRejected>(&length))
        return *rejected;
    if (received.size() < end + headEndSize + std::get<qsizetype>(length))
        return HttpIncomplete{};
    return std::move(request);
}

QByteArray httpReasonPhrase(int status)
{
    struct Phrase {
        int status;
        const char *words;
    };
    static constexpr Phrase phrases[] = {
        {200, "OK"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    const auto *found = std::ranges::find(phrases, status, &Phrase::status);
    return found == std::end(phrases) ? QByteArray("Status") : QByteArray(found->words);
}

} // namespace sockeye::service
