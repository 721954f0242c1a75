// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/proberesult.h"

#include <functional>
#include <mutex>
#include <vector>

namespace sockeye {

//! \brief Where a probe thread leaves its reports and the main thread fetches them. Thread-safe.
class ReportMailbox final {
public:
    //! \brief Leaves \a report. True when the box was empty: somebody has to be told.
    [[nodiscard]] bool put(ProbeReport report)
    {
        const std::lock_guard lock(m_mutex);
        m_reports.push_back(std::move(report));
        return m_reports.size() == 1;
    }

    //! \brief All reports, oldest first; the box is empty afterwards.
    [[nodiscard]] std::vector<ProbeReport> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_reports, {});
    }

private:
    std::mutex m_mutex;
    std::vector<ProbeReport> m_reports;
};

} // namespace sockeye
