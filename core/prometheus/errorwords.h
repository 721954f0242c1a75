// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"

#include <optional>

namespace sockeye {

//! \brief What a person can read of the body of an answer that is not the API's: a plain text, or the words
//! inside a foreign JSON such as Grafana's {"message": "…"}; nothing of the source of a web page.
[[nodiscard]] QString readableWords(const HttpReply &reply);

//! \brief A place in a query, both from 1. Columns count as the server does, Prometheus in bytes.
struct QueryPosition {
    int line = 0;
    int column = 0;

    friend bool operator==(const QueryPosition &, const QueryPosition &) = default;
};

//! \brief Where a parse error is: named by Prometheus ("2:4: parse error"), or worked out for
//! VictoriaMetrics, which quotes the query and the rest of it that it could not read.
[[nodiscard]] std::optional<QueryPosition> positionOfMistake(const QString &message);

} // namespace sockeye
