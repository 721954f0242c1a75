// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httperror.h"

#include <chrono>
#include <optional>

namespace sockeye {

//! \brief Why a query gave no result. The kinds are the API's error types
//! (https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview) and what stands between us
//! and the server.
struct QueryError {
    enum class Kind {
        Transport, //!< no complete answer: see http
        Unauthorized, //!< 401
        TenantMissing, //!< 401 of Cortex and Mimir: they want X-Scope-OrgID
        TenantRefused, //!< the tenant is none that the server can take; an unknown one just has no data
        Forbidden, //!< 403
        NotFound, //!< 404, mostly a wrong path prefix
        TooManyRequests, //!< 429
        RequestTooLarge, //!< 413 or 414
        BadGateway, //!< 502 or 504 of a proxy
        Starting, //!< 503 before the server is ready
        Stopping, //!< 503 with X-Prometheus-Stopping: true
        BadData, //!< a wrong expression or parameter
        Execution,
        Timeout,
        Canceled,
        Unavailable,
        Internal,
        NotPrometheus, //!< an answer of another program, such as an HTML page
        Malformed, //!< claims to be an answer of the API and is not
        Unsupported, //!< the server has no such endpoint
        OptionRefused //!< the endpoint has an option that this server does not know: message names it
    };

    Kind kind = Kind::Malformed;
    int status = 0; //!< of HTTP; 0 without an answer
    QString message; //!< the server's own words
    int line = 0; //!< of a BadData parse error, from 1; 0 when unknown
    int column = 0; //!< from 1; 0 when unknown
    std::optional<HttpError> http; //!< with Transport
    QUrl suggestedBaseUrl; //!< where the API answers, of a check with NotFound and NotPrometheus, or to where
                           //!< it was redirected; may be empty
    std::chrono::seconds retryAfter{0}; //!< 0 when the server named none

    friend bool operator==(const QueryError &, const QueryError &) = default;
};

} // namespace sockeye
