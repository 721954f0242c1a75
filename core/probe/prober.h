// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/backoff.h"
#include "core/probe/websockettransport.h"

#include <functional>

namespace sockeye {

//! \brief Holds one connection to one target: opens it, pings on a fixed schedule, reconnects with
//! full-jitter back-off (reset after 30 s up), and reports. Lives on a probe thread and is driven by tick().
class Prober final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Prober)

public:
    struct Config {
        ProbeTarget target;
        ProbeAccess access{};

        friend bool operator==(const Config &, const Config &) = default;
    };
    using ReportSink = std::function<void(const ProbeReport &)>;

    struct Surroundings {
        const Clock &clock; //!< must outlive the prober
        TransportFactory factory;
        Backoff backoff;
        ReportSink sink; //!< called on the prober's thread
    };

    Prober(Config config, Surroundings surroundings, QObject *parent = nullptr);
    ~Prober() override;

    [[nodiscard]] ReadyState state() const;
    void start();
    //! \brief Closes with 1001 and stays closed; a peer that does not play along is dropped after 5 s.
    void stop();
    //! \brief Uses \a access from the next attempt on.
    void setAccess(const ProbeAccess &access);
    //! \brief Does what is due: time limits of the phases, pings, pong time limits, reconnects, the traffic
    //! report.
    void tick();
    //! \brief When tick() next has something to do.
    [[nodiscard]] MonotonicTime nextDue() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
