// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/errorwords.h"

#include "core/prometheus/apierror.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 2'000;
constexpr qsizetype longestForeignJson = 64 * 1024;

bool isHtml(const HttpReply &reply)
{
    return reply.contentType == "text/html" || reply.contentType == "application/xhtml+xml";
}

QString wordsOfJson(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    // Grafana's, other programs', and JSON-API's of Jaeger and its kind.
    for (const QLatin1StringView key : {"message"_L1, "error"_L1, "msg"_L1, "detail"_L1}) {
        if (const QString words = object.value(key).toString(); !words.isEmpty())
            return words;
    }
    return {};
}

// Go's %q, as far as it occurs in a query: quotes, backslashes and the usual control characters.
QString unquoted(QStringView text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const QChar escaped = text[++i];
        if (escaped == u'n')
            plain += u'\n';
        else if (escaped == u't')
            plain += u'\t';
        else if (escaped == u'r')
            plain += u'\r';
        else
            plain += escaped;
    }
    return plain;
}

QueryPosition positionAt(const QByteArray &query, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(query).first(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {static_cast<int>(before.count('\n')) + 1, static_cast<int>(offset - lineStart) + 1};
}

std::optional<QueryPosition> positionOfRest(const QString &message)
{
    static const QRegularExpression shape(
        uR"q(query="((?:[^"\\]|\\.)*)" .*unparsed data(?: left)?: "((?:[^"\\]|\\.)*)"$)q"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = shape.match(message);
    if (!match.hasMatch())
        return std::nullopt;
    const QByteArray query = unquoted(match.capturedView(1)).toUtf8();
    const QByteArray rest = unquoted(match.capturedView(2)).toUtf8();
    // The rest is printed token by token: where it held blanks it is no end of the query any more.
    if (!query.endsWith(rest))
        return std::nullopt;
    return positionAt(query, query.size() - rest.size());
}

} // namespace

QString readableWords(const HttpReply &reply)
{
    if (isHtml(reply))
        return {};
    if (claimsJson(reply) && reply.body.size() <= longestForeignJson) {
        if (const QString words = wordsOfJson(reply.body); !words.isEmpty())
            return words.left(longestMessage);
    }
    return QString::fromUtf8(reply.body.left(longestMessage)).trimmed();
}

std::optional<QueryPosition> positionOfMistake(const QString &message)
{
    static const QRegularExpression named(u"(\\d{1,9}):(\\d{1,9}): parse error"_s);
    const auto match = named.match(message);
    if (!match.hasMatch())
        return positionOfRest(message);
    return QueryPosition{match.capturedView(1).toInt(), match.capturedView(2).toInt()};
}

} // namespace sockeye
