// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/accesssource.h"
#include "core/probe/prober.h"

#include "app/probe/commandline.h"
#include "app/probe/summary.h"

#include <QTimer>

namespace sockeye::cli {

//! \brief Opens one connection, sends pings until enough are settled, closes, and sums up.
class OneShot final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneShot)

public:
    //! \a secrets and \a clock must outlive the probe.
    OneShot(const Options &options, const SecretSource &secrets, const Clock &clock);
    ~OneShot() override;

    void start();
    //! \brief Gives up: what is not known by now stays unknown. finished() follows.
    void stop();

Q_SIGNALS:
    //! \brief Once, at the end, and never before start() has returned.
    void finished(const sockeye::cli::Summary &summary);

private:
    void probe(const ProbeAccess &access);
    void receive(const ProbeEvent &event);
    void note(const AttemptFinished &attempt);
    void note(const StateChanged &step);
    void wake();

    const Clock &m_clock;
    int m_pings;
    ProbeTarget m_target;
    AccessSource m_access;
    Summary m_summary;
    std::unique_ptr<Prober> m_prober;
    QTimer m_timer;
    bool m_enough = false;
    bool m_over = false;
};

} // namespace sockeye::cli
