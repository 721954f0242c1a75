// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace sockeye {

struct AsioLoop;

//! \brief Lets a thread's Qt event loop run on Asio's epoll: Qt's timers, events and sockets and those of
//! Asio take turns in one loop, so that nothing is handed over between threads. Qt's own dispatchers poll
//! every descriptor at each wake-up, which with a thousand connections costs more than all else, and is part
//! of each round trip that is measured.
//!
//! All sockets are served whatever the flags of processEvents() say.
class AsioEventDispatcher final : public QAbstractEventDispatcher {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AsioEventDispatcher)

public:
    explicit AsioEventDispatcher(QObject *parent = nullptr);
    ~AsioEventDispatcher() override;

    [[nodiscard]] std::shared_ptr<AsioLoop> loop() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const override;
    [[nodiscard]] int remainingTime(int id) override;
    void wakeUp() override; //!< thread-safe
    void interrupt() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sockeye
