// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/nativehistogram.h"
#include "core/prometheus/jsonvalues.h"

namespace sockeye {

//! \brief Reads one pair of a time and a native histogram to the end of \a histograms, whose times must
//! ascend. \a end is that of the document.
[[nodiscard]] simdjson::error_code readHistogram(
    simdjson::ondemand::value pair, const char *end, HistogramSeries &histograms);

} // namespace sockeye
