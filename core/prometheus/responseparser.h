// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/httpjob.h"
#include "core/prometheus/queryresult.h"

#include <QJsonValue>

namespace sockeye {

class AnswerDecoder;

//! \brief Of more series than this the rest is counted and left out: no chart can show them, and the servers
//! before 3.2 know no limit.
inline constexpr std::size_t maximumSeries = 50'000;

//! \brief Decodes the body of query and query_range. Pure and thread-safe. The body is judged by \a
//! contentType, whatever the status, because the API sends its JSON errors with 4xx and 5xx and proxies send
//! HTML with any. No step is known here: gaps are marked by the caller with markGaps().
[[nodiscard]] Expected<QueryResult, QueryError> parseResponse(const HttpReply &reply);
//! \brief The same with a decoder that has read answers before.
[[nodiscard]] Expected<QueryResult, QueryError> parseResponse(const HttpReply &reply, AnswerDecoder &decoder);

//! \brief The "data" of any other answer of the API, judged alike. Thread-safe.
[[nodiscard]] Expected<QJsonValue, QueryError> parseDocument(const HttpReply &reply);

} // namespace sockeye
