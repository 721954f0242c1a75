// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/faults.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <thread>
#include <vector>

namespace sockeye::demo {

//! \brief The faults "busy" and "leak": burns a share of one core, and holds on to memory that it takes
//! step by step, until the fault is off. Then it gives everything back.
class ResourceHog final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResourceHog)

public:
    explicit ResourceHog(const FaultBoard &faults, QObject *parent = nullptr);
    ~ResourceHog() override;

private:
    void followFaults();
    void followLeak();
    void followBusy();

    const FaultBoard &m_faults;
    QTimer m_timer;
    std::vector<std::unique_ptr<char[]>> m_leaked;
    std::jthread m_spinner;
};

} // namespace sockeye::demo
