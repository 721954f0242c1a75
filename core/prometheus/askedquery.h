// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/endpointoptions.h"
#include "core/prometheus/query.h"

#include <variant>

namespace sockeye {

//! \brief A query as it was sent, with times of the server.
using AskedQuery = std::variant<InstantQuery, RangeQuery>;

[[nodiscard]] const QString &expressionOf(const AskedQuery &query);
//! \brief The path of the API that answers \a query, below api/v1/.
[[nodiscard]] QByteArray pathOf(const AskedQuery &query);
[[nodiscard]] HttpParameters parametersOf(const AskedQuery &query);

//! \brief \a query as a command line: see the curlCommand() of any request.
[[nodiscard]] QString curlCommand(
    const HttpConfig &config, const EndpointOptions &options, const AskedQuery &query);

} // namespace sockeye
