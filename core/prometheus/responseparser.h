// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/httpjob.h"
#include "core/prometheus/queryresult.h"

namespace sockeye {

//! \brief Decodes the body of query and query_range. Pure and thread-safe. The body is judged by \a
//! contentType, whatever the status, because the API sends its JSON errors with 4xx and 5xx and proxies send
//! HTML with any. No step is known here: gaps are marked by the caller with markGaps().
[[nodiscard]] Expected<QueryResult, QueryError> parseResponse(const HttpReply &reply);

} // namespace sockeye
