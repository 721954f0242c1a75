// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"
#include "core/prometheus/prometheusclient.h"

#include <QJsonValue>

#include <optional>

namespace sockeye {

//! \brief What the active targets of a server tell.
struct TargetSummary {
    std::chrono::milliseconds scrapeInterval{0}; //!< the shortest; 0 when unknown
    int active = 0;
    int up = 0;
};

//! \brief What one query of time() tells.
struct ClockReading {
    std::chrono::nanoseconds roundTrip{0};
    std::chrono::milliseconds offset{0}; //!< server minus local
    bool namesItsHost = false; //!< see ServerTraits
};

// Readers of single answers; thread-safe.
[[nodiscard]] Expected<ClockReading, QueryError> readClock(const HttpReply &reply);
[[nodiscard]] Expected<BuildInformation, QueryError> readBuildInformation(const HttpReply &reply);
//! \brief Whether Thanos lists its stores here.
[[nodiscard]] Expected<bool, QueryError> readStores(const HttpReply &reply);
[[nodiscard]] Expected<qint64, QueryError> readSeriesCount(const HttpReply &reply);
[[nodiscard]] Expected<TargetSummary, QueryError> readTargets(const HttpReply &reply);

} // namespace sockeye
