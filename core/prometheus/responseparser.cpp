// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/responseparser.h"

#include "core/prometheus/apierror.h"
#include "core/prometheus/resultdecoder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

QueryError errorOf(const HttpReply &reply, const DecodeError &error)
{
    switch (error.kind) {
    case DecodeError::Kind::NotJson:
        // A status of 4xx or 5xx says more than a body that nobody can read.
        return reply.status >= 400 ? errorByStatus(reply) : malformedError(reply, error.detail);
    case DecodeError::Kind::NoEnvelope:
        return errorByStatus(reply);
    }
    return malformedError(reply, error.detail);
}

// VictoriaMetrics has a field for it. Thanos warns where a store does not answer, and gives the rest.
bool tellsOfAHole(const QString &warning)
{
    return warning.startsWith("fetch series for "_L1) || warning.contains("partial response"_L1)
        || warning.contains("No StoreAPIs matched"_L1);
}

} // namespace

Expected<QueryResult, QueryError> parseResponse(const HttpReply &reply)
{
    AnswerDecoder decoder;
    return parseResponse(reply, decoder);
}

Expected<QueryResult, QueryError> parseResponse(const HttpReply &reply, AnswerDecoder &decoder)
{
    if (!claimsJson(reply))
        return unexpected(errorByStatus(reply));
    auto answer = decoder.decode(reply.body);
    if (!answer)
        return unexpected(errorOf(reply, answer.error()));
    if (!answer->isSuccess)
        return unexpected(errorOfApi(reply, answer->errorType, answer->error));
    if (reply.status >= 400)
        return unexpected(errorByStatus(reply));
    QueryResult &result = answer->result;
    result.isPartial = result.isPartial || std::ranges::any_of(result.warnings, tellsOfAHole);
    return std::move(result);
}

Expected<QJsonValue, QueryError> parseDocument(const HttpReply &reply)
{
    if (!claimsJson(reply))
        return unexpected(errorByStatus(reply));
    QJsonParseError syntax;
    const QJsonObject envelope = QJsonDocument::fromJson(reply.body, &syntax).object();
    if (syntax.error != QJsonParseError::NoError)
        return unexpected(errorOf(reply, {DecodeError::Kind::NotJson, syntax.errorString()}));
    const QString status = envelope.value("status"_L1).toString();
    if (status == "error"_L1) {
        return unexpected(errorOfApi(reply, envelope.value("errorType"_L1).toString().toUtf8(),
            envelope.value("error"_L1).toString()));
    }
    if (status != "success"_L1 || reply.status >= 400)
        return unexpected(errorByStatus(reply));
    return envelope.value("data"_L1);
}

} // namespace sockeye
