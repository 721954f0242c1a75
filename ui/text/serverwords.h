// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/serverflavour.h"

#include <QStringList>

#include <chrono>

namespace sockeye {

struct Formatting;

//! \brief "Prometheus 2.42.0", "VictoriaMetrics", "Prometheus 3.5.3 through Grafana": what answers at an
//! endpoint.
[[nodiscard]] QString serverName(const ServerProfile &profile);

//! \brief What other servers of this API have and this one has not: "exemplars", "native histograms".
[[nodiscard]] QStringList missingFeatures(const ServerProfile &profile);
//! \brief "exemplars, native histograms": the items in one line.
[[nodiscard]] QString listed(const QStringList &items);

//! \brief "in step with ours", "2.3 s ahead of ours". \a offset is server minus local.
[[nodiscard]] QString clockOffsetText(std::chrono::milliseconds offset, const Formatting &formatting);
//! \brief What is to be said of a clock that is far off; empty for any other.
[[nodiscard]] QString clockCaution(std::chrono::milliseconds offset, const Formatting &formatting);

} // namespace sockeye
