// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/engine/demosupervisor.h"

#include <QTemporaryDir>

#include <memory>

namespace sockeye::test {

//! \brief The real sockeye-demo, named by SOCKEYE_DEMO, under a real Prometheus that scrapes it each second.
class RunningDemo final {
    Q_DISABLE_COPY_MOVE(RunningDemo)

public:
    static constexpr int soon = 60'000; //!< ms, for a machine that is busy with other things

    RunningDemo();
    ~RunningDemo();

    //! \brief Returns when both answer; else what went wrong.
    [[nodiscard]] Expected<void, QString> start(int clients);
    [[nodiscard]] Expected<void, QString> inject(const DemoFault &fault);
    [[nodiscard]] Expected<void, QString> clearFaults();
    [[nodiscard]] DemoSupervisor &supervisor() { return *m_supervisor; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DemoSupervisor> m_supervisor;
};

} // namespace sockeye::test
