// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/nativehistogram.h"
#include "core/metrics/timeseries.h"
#include "core/prometheus/queryerror.h"

#include <QStringList>

namespace sockeye {

//! \brief A decoded answer of query or query_range.
struct QueryResult {
    enum class Type { Matrix, Vector, Scalar, String };

    Type type = Type::Vector;
    std::vector<TimeSeries> series; //!< one entry a series; vectors and scalars have one sample each
    QString string; //!< of Type::String
    std::vector<HistogramSeries> histograms; //!< what series have of native histograms
    std::vector<TimeSeries> quantiles; //!< of the histograms of a range, for those who draw lines
    std::size_t droppedSeries = 0; //!< how many more the answer has than the client takes
    QStringList warnings;
    QStringList infos;
    bool isPartial = false; //!< a part of the server's storage did not answer, and what it holds is missing

    friend bool operator==(const QueryResult &, const QueryResult &) = default;
};

//! \brief A result and what its way told.
struct QueryAnswer {
    QueryResult result;
    std::chrono::nanoseconds elapsed{0};
    Timestamp receivedAt;
    qsizetype bodyBytes = 0; //!< decoded

    friend bool operator==(const QueryAnswer &, const QueryAnswer &) = default;
};

using QueryOutcome = Expected<QueryAnswer, QueryError>;

} // namespace sockeye
