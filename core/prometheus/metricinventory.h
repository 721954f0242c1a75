// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http/httpjob.h"
#include "core/prometheus/prometheusclient.h"

namespace sockeye {

//! \brief The question that gives names and jobs at once: count by (__name__, job) ({__name__=~"regex"}).
[[nodiscard]] QByteArray inventoryExpression(const QByteArray &nameRegex);

//! \brief Which jobs have which metric, from the answer to inventoryExpression(). Thread-safe.
[[nodiscard]] Expected<MetricInventory, QueryError> readJobs(const HttpReply &reply);

using MetricTypes = QHash<QByteArray, QByteArray>;

//! \brief The types that /api/v1/metadata declares, by the name of the family. Thread-safe.
[[nodiscard]] Expected<MetricTypes, QueryError> readTypes(const HttpReply &reply);

//! \brief Fills typeOf for every name in jobsOf, and for the family that it belongs to: x_bucket, x_sum and
//! x_count are declared as x, and an OpenMetrics counter x_total as well.
void addTypes(MetricInventory &inventory, const MetricTypes &declared);

} // namespace sockeye
