// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/http/httpjob.h"
#include "core/prometheus/queryerror.h"
#include "core/prometheus/serverdata.h"

namespace sockeye {

// Readers of single answers of the read API. Pure and thread-safe. \a limit is the number of items that are
// kept; the rest is counted.

using LabelSetsOutcome = Expected<Listing<LabelSet>, QueryError>;
using NamesOutcome = Expected<Listing<QByteArray>, QueryError>;

[[nodiscard]] LabelSetsOutcome readSeriesList(const HttpReply &reply, int limit);
//! \brief Of labels and of label values.
[[nodiscard]] NamesOutcome readNames(const HttpReply &reply, int limit);
[[nodiscard]] Expected<Listing<MetricMetadata>, QueryError> readMetadata(const HttpReply &reply, int limit);
[[nodiscard]] Expected<Listing<ScrapeTarget>, QueryError> readTargetList(const HttpReply &reply, int limit);
[[nodiscard]] Expected<Listing<RuleGroup>, QueryError> readRules(const HttpReply &reply, int limit);
[[nodiscard]] Expected<Listing<ServerAlert>, QueryError> readAlerts(const HttpReply &reply, int limit);
[[nodiscard]] Expected<Listing<ExemplarSeries>, QueryError> readExemplars(const HttpReply &reply, int limit);
[[nodiscard]] Expected<RuntimeInformation, QueryError> readRuntimeInformation(const HttpReply &reply);
[[nodiscard]] Expected<ServerFlags, QueryError> readFlags(const HttpReply &reply);
[[nodiscard]] Expected<TsdbStatus, QueryError> readTsdbStatus(const HttpReply &reply);
[[nodiscard]] Expected<QString, QueryError> readFormattedQuery(const HttpReply &reply);

} // namespace sockeye
