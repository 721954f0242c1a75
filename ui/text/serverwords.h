// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/prometheus/serverflavour.h"

namespace sockeye {

//! \brief "Prometheus 2.42.0", "VictoriaMetrics", "Prometheus 3.5.3 through Grafana": what answers at an
//! endpoint.
[[nodiscard]] QString serverName(const ServerProfile &profile);

//! \brief What other servers of this API have and this one has not: "exemplars", "native histograms".
[[nodiscard]] QStringList missingFeatures(const ServerProfile &profile);

} // namespace sockeye
