// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>
#include <vector>

namespace sockeye::demo {

//! \brief The most memory that the demo calls its own, unless a cgroup or resource limit gives it less. It
//! does not stop anything; it makes the memory panel read the same on every machine.
inline constexpr std::uint64_t demoMemoryBudget = 256ULL * 1'024 * 1'024;

//! \brief This process as every official client library shows it (process_*), read from /proc when
//! collected, and a memory limit. A figure that cannot be read is left out, never shown as 0.
class ProcessStats final : public prometheus::Collectable {
public:
    [[nodiscard]] std::vector<prometheus::MetricFamily> Collect() const override;
};

} // namespace sockeye::demo
