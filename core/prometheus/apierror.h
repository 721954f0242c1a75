// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"
#include "core/prometheus/queryerror.h"

namespace sockeye {

//! \brief Whether \a reply says that its body is JSON. VictoriaMetrics sends application/stream+json at
//! times.
[[nodiscard]] bool claimsJson(const HttpReply &reply);

//! \brief The error of an answer that is not of the API: what a proxy, another program or a server that is
//! not ready says by its status.
[[nodiscard]] QueryError errorByStatus(const HttpReply &reply);

//! \brief The error that the API itself names in an answer. \a errorType is its word for the kind.
[[nodiscard]] QueryError errorOfApi(
    const HttpReply &reply, const QByteArray &errorType, const QString &message);

//! \brief An answer that claims to be of the API and cannot be read; \a detail says where it fails.
[[nodiscard]] QueryError malformedError(const HttpReply &reply, const QString &detail);

//! \brief No complete answer.
[[nodiscard]] QueryError transportError(const HttpError &error);

//! \brief For a question that is not worth asking, because the server has no such endpoint.
[[nodiscard]] QueryError unsupportedError();

//! \brief Whether \a error, of a server that answers queries, says that it has no such endpoint: 404, 405,
//! 501, or VictoriaMetrics' 400.
[[nodiscard]] bool isMissingEndpoint(const QueryError &error);

//! \brief Whether \a error of an optional question ends a run of several: the server cannot be reached any
//! more, or nobody wants the answer. A question that was too much for a server is merely not answered.
[[nodiscard]] bool endsRun(const QueryError &error);

} // namespace sockeye
