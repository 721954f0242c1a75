// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/asioeventdispatcher.h"

#include "core/base/logging.h"
#include "core/probe/asioloop.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <asio/executor_work_guard.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <atomic>
#include <map>
#include <optional>

namespace sockeye {

using namespace std::chrono_literals;

namespace {

using SteadyClock = std::chrono::steady_clock;
using WaitType = asio::posix::stream_descriptor::wait_type;

//! So many handlers run before Qt's events have their turn again.
constexpr int handlersInARow = 64;

//! A descriptor and those who wait for it, by QSocketNotifier::Type.
struct Watched {
    asio::posix::stream_descriptor descriptor;
    std::array<QSocketNotifier *, 3> notifiers{};
    std::array<quint64, 3> registrations{}; //!< tells a wait from that of an earlier notifier

    [[nodiscard]] bool isIdle() const
    {
        return std::ranges::all_of(notifiers, [](const QSocketNotifier *notifier) { return !notifier; });
    }
};

struct Timer {
    QAbstractEventDispatcher::TimerInfo info;
    QObject *object = nullptr;
    SteadyClock::time_point due;
    bool isFiring = false; //!< its event is being handled, perhaps in a nested loop
};

WaitType waitType(std::size_t type)
{
    static constexpr std::array types{
        WaitType::wait_read, WaitType::wait_write, WaitType::wait_error}; // Read, Write, Exception
    return types[type];
}

//! On a thread that Asio does not drive. A handler may let go of the loop that runs it.
class PolledLoop final : public AsioLoop, public std::enable_shared_from_this<PolledLoop> {
public:
    PolledLoop()
        : m_timer(new QTimer)
    {
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] {
            const auto self = shared_from_this();
            context.poll();
            context.restart();
        });
        m_timer->setTimerType(Qt::PreciseTimer);
        m_timer->start(1ms);
    }
    Q_DISABLE_COPY_MOVE(PolledLoop)

    //! The timer stays until it may go, and must not poll for that long.
    ~PolledLoop() { m_timer->stop(); }

private:
    struct DeleteLater {
        void operator()(QObject *object) const { object->deleteLater(); }
    };

    std::unique_ptr<QTimer, DeleteLater> m_timer;
};

} // namespace

class AsioEventDispatcher::Private {
public:
    Private()
        : loop(std::make_shared<AsioLoop>())
        , m_alarm(loop->context)
        , m_work(asio::make_work_guard(loop->context))
    {
    }
    ~Private();

    bool run(bool mayBlock);
    void watch(QSocketNotifier *notifier);
    void unwatch(QSocketNotifier *notifier);
    void setAlarm();
    void fireTimers();

    std::shared_ptr<AsioLoop> loop;
    std::map<int, Timer> timers; //!< by id
    std::atomic<bool> isWoken = false; //!< an empty handler is on its way, so that nobody sleeps
    std::atomic<bool> isInterrupted = false;

private:
    void wait(int fd, std::size_t type, quint64 registration);
    void tell(int fd, std::size_t type, quint64 registration);

    std::map<int, Watched> m_watched; //!< by descriptor
    asio::steady_timer m_alarm;
    std::optional<SteadyClock::time_point> m_alarmAt;
    asio::executor_work_guard<asio::io_context::executor_type> m_work;
    quint64 m_registrations = 0;
};

AsioEventDispatcher::Private::~Private()
{
    for (auto &[fd, watched] : m_watched)
        watched.descriptor.release(); // it belongs to the notifiers' owner
}

bool AsioEventDispatcher::Private::run(bool mayBlock)
{
    std::size_t handled = mayBlock ? loop->context.run_one() : 0;
    for (int i = 0; i < handlersInARow && loop->context.poll_one() > 0; ++i)
        ++handled;
    return handled > 0;
}

void AsioEventDispatcher::Private::watch(QSocketNotifier *notifier)
{
    const int fd = static_cast<int>(notifier->socket());
    const auto type = static_cast<std::size_t>(notifier->type());
    auto entry = m_watched.find(fd);
    if (entry == m_watched.end()) {
        Watched watched{asio::posix::stream_descriptor(loop->context)};
        asio::error_code error;
        watched.descriptor.assign(fd, error);
        if (error) {
            qCWarning(lcProbe) << "descriptor" << fd << "cannot be watched:" << error.message().c_str();
            return;
        }
        entry = m_watched.emplace(fd, std::move(watched)).first;
    }
    entry->second.notifiers[type] = notifier;
    entry->second.registrations[type] = ++m_registrations;
    wait(fd, type, m_registrations);
}

void AsioEventDispatcher::Private::unwatch(QSocketNotifier *notifier)
{
    const auto entry = m_watched.find(static_cast<int>(notifier->socket()));
    const auto type = static_cast<std::size_t>(notifier->type());
    if (entry == m_watched.end() || entry->second.notifiers[type] != notifier)
        return;
    entry->second.notifiers[type] = nullptr;
    if (!entry->second.isIdle())
        return;
    entry->second.descriptor.release();
    m_watched.erase(entry);
}

// Each wait asks the kernel anew, so a descriptor that is still ready is told again, as Qt expects.
void AsioEventDispatcher::Private::wait(int fd, std::size_t type, quint64 registration)
{
    m_watched.at(fd).descriptor.async_wait(
        waitType(type), [this, fd, type, registration](const asio::error_code &error) {
            if (error != asio::error::operation_aborted)
                tell(fd, type, registration);
        });
}

void AsioEventDispatcher::Private::tell(int fd, std::size_t type, quint64 registration)
{
    const auto isStillWanted = [&] {
        const auto entry = m_watched.find(fd);
        return entry != m_watched.end() && entry->second.notifiers[type]
            && entry->second.registrations[type] == registration;
    };
    if (!isStillWanted())
        return;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(m_watched.at(fd).notifiers[type], &event);
    if (isStillWanted())
        wait(fd, type, registration);
}

void AsioEventDispatcher::Private::setAlarm()
{
    std::optional<SteadyClock::time_point> next;
    for (const auto &[id, timer] : timers) {
        if (!timer.isFiring && (!next || timer.due < *next))
            next = timer.due;
    }
    if (next == m_alarmAt)
        return;
    m_alarmAt = next;
    if (!next) {
        m_alarm.cancel();
        return;
    }
    m_alarm.expires_at(*next);
    // The timers are looked after whenever a handler has run.
    m_alarm.async_wait([this](const asio::error_code &error) {
        if (!error)
            m_alarmAt.reset();
    });
}

void AsioEventDispatcher::Private::fireTimers()
{
    const auto now = SteadyClock::now();
    std::vector<int> due;
    for (const auto &[id, timer] : timers) {
        if (timer.due <= now && !timer.isFiring)
            due.push_back(id);
    }
    for (const int id : due) {
        const auto entry = timers.find(id);
        if (entry == timers.end() || entry->second.isFiring || entry->second.due > now)
            continue;
        Timer &timer = entry->second;
        // What was missed is left out.
        timer.due = std::max(timer.due + std::chrono::milliseconds{timer.info.interval}, now);
        timer.isFiring = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        if (const auto left = timers.find(id); left != timers.end())
            left->second.isFiring = false;
    }
}

AsioEventDispatcher::AsioEventDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , d(std::make_unique<Private>())
{
}

AsioEventDispatcher::~AsioEventDispatcher() = default;

std::shared_ptr<AsioLoop> AsioEventDispatcher::loop() const
{
    return d->loop;
}

bool AsioEventDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    d->isInterrupted = false;
    Q_EMIT awake();
    // What is posted from here on rings again, and what was posted before is seen.
    d->isWoken.exchange(false);
    QCoreApplication::sendPostedEvents();
    d->fireTimers();
    d->setAlarm();
    const bool mayBlock = flags.testFlag(QEventLoop::WaitForMoreEvents) && !d->isInterrupted;
    if (mayBlock)
        Q_EMIT aboutToBlock();
    const bool isBusy = d->run(mayBlock);
    if (mayBlock)
        Q_EMIT awake();
    if (isBusy) {
        d->fireTimers();
        QCoreApplication::sendPostedEvents();
    }
    return isBusy;
}

void AsioEventDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    d->watch(notifier);
}

void AsioEventDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    d->unwatch(notifier);
}

void AsioEventDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    d->timers.insert_or_assign(id,
        Timer{TimerInfo(id, static_cast<int>(interval), type), object,
            SteadyClock::now() + std::chrono::milliseconds{interval}});
}

bool AsioEventDispatcher::unregisterTimer(int id)
{
    return d->timers.erase(id) > 0;
}

bool AsioEventDispatcher::unregisterTimers(QObject *object)
{
    return std::erase_if(d->timers, [object](const auto &entry) { return entry.second.object == object; })
        > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> AsioEventDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> found;
    for (const auto &[id, timer] : d->timers) {
        if (timer.object == object)
            found.append(timer.info);
    }
    return found;
}

int AsioEventDispatcher::remainingTime(int id)
{
    const auto entry = d->timers.find(id);
    if (entry == d->timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(entry->second.due - SteadyClock::now());
    return std::max(0, static_cast<int>(left.count()));
}

void AsioEventDispatcher::wakeUp()
{
    if (!d->isWoken.exchange(true))
        asio::post(d->loop->context, [] {});
}

void AsioEventDispatcher::interrupt()
{
    d->isInterrupted = true;
    wakeUp();
}

std::shared_ptr<AsioLoop> asioLoopOfThisThread()
{
    const QThread *thread = QThread::currentThread();
    if (const auto *dispatcher = qobject_cast<AsioEventDispatcher *>(thread->eventDispatcher()))
        return dispatcher->loop();
    return std::make_shared<PolledLoop>();
}

} // namespace sockeye
