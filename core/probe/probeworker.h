// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/probe/prober.h"
#include "core/probe/reportmailbox.h"

#include <QTimer>

#include <atomic>
#include <map>

namespace sockeye {

class ProbeWorker;

//! \brief What the main thread wants done on the probe thread. Thread-safe.
//!
//! The queue is ours, and Qt's events only ring at the door: what passes between the threads does so under a
//! lock that a race detector can see.
class CommandQueue final {
public:
    using Command = std::function<void(ProbeWorker &)>;

    void put(Command command)
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(std::move(command));
    }

    [[nodiscard]] std::vector<Command> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_commands, {});
    }

private:
    std::mutex m_mutex;
    std::vector<Command> m_commands;
};

//! \brief What a fleet and its worker share between their threads.
struct FleetShared {
    CommandQueue commands;
    ReportMailbox mailbox;
    std::atomic<std::chrono::nanoseconds::rep> heartbeat{0};
};

//! \brief The probers of one probe thread and the one timer that drives them. Made on the main thread, then
//! moved; used on the probe thread only.
class ProbeWorker final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeWorker)

public:
    //! \brief What differs from before.
    struct Change {
        std::vector<TargetId> removed;
        std::vector<Prober::Config> started; //!< new, or to be started anew
    };

    ProbeWorker(const Clock &clock, TransportFactory factory, RandomSource random,
        std::shared_ptr<FleetShared> shared);
    ~ProbeWorker() override;

    void start();
    void obey(); //!< carries out what is in the command queue
    void apply(const Change &change);
    void setAccess(const TargetId &target, const ProbeAccess &access);
    //! \brief Closes all connections; stopped() follows when all are closed.
    void stop();

Q_SIGNALS:
    void reportsWaiting(); //!< the mailbox was empty and has something now
    void stopped();

private:
    struct Slot {
        std::unique_ptr<Prober> prober;
        std::optional<Prober::Config> successor; //!< starts when the prober has closed
        bool leaving = false;
    };

    void launch(Slot &slot, const Prober::Config &config);
    void dismiss(Slot &slot);
    void receive(ProbeReport report);
    void wake();
    void sweep();
    void rearm();

    const Clock &m_clock;
    TransportFactory m_factory;
    RandomSource m_random;
    std::shared_ptr<FleetShared> m_shared;
    std::map<TargetId, Slot> m_slots;
    QTimer m_timer;
    bool m_wakeQueued = false;
    bool m_stopping = false;
};

} // namespace sockeye
