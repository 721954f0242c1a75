// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include "app/demo/faults.h"
#include "app/demo/loadclient.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace sockeye::demo {

//! \brief The visitors of the demo: they connect, talk, leave in all the ways people leave, and come back.
//! Their number swings in slow waves a little below the given one. The same seed gives the same decisions.
class LoadGenerator final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadGenerator)

public:
    struct Config {
        QUrl server; //!< ws://host:port, without a path
        int clients = 200;
        std::uint64_t seed = 1;
    };

    LoadGenerator(const Clock &clock, const FaultBoard &faults, Config config, QObject *parent = nullptr);
    ~LoadGenerator() override;

    void start();

    //! \brief The number of visitors aimed at, \a elapsed after the start.
    [[nodiscard]] static int target(int clients, std::chrono::nanoseconds elapsed);

private:
    struct Visitor {
        std::unique_ptr<LoadClient> client;
        std::chrono::milliseconds talkEvery{0};
        MonotonicTime due; // away: may come back; connecting: gives up; online: leaves
        MonotonicTime talksAt;
        int failures = 0; // in a row
    };

    void addVisitor(int index);
    void onArrived(Visitor &visitor);
    void onGone(Visitor &visitor);
    void tick();
    void visit(Visitor &visitor, int &room);
    void talk(Visitor &visitor);
    void depart(Visitor &visitor);
    void rage();
    [[nodiscard]] int present() const;
    [[nodiscard]] MonotonicTime after(std::chrono::milliseconds mean);

    const Clock &m_clock;
    const FaultBoard &m_faults;
    Config m_config;
    RandomSource m_random;
    MonotonicTime m_startedAt;
    std::vector<Visitor> m_visitors; // never resized once the callbacks refer to its elements
    QTimer m_timer;
};

} // namespace sockeye::demo
