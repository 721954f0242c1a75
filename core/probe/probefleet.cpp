// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/probefleet.h"

#include "core/base/logging.h"
#include "core/http/authorization.h"
#include "core/probe/accesssource.h"
#include "core/probe/asioeventdispatcher.h"
#include "core/probe/probeworker.h"

#include <QDeadlineTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <iterator>
#include <set>
#include <thread>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto frame = 16ms;
constexpr auto joinTimeout = 8s; //!< beyond the time limit of a closing handshake

} // namespace

class ProbeFleet::Private {
public:
    Private(ProbeFleet *fleet, const Clock &clock, const SecretSource &secrets);

    void launch(std::unique_ptr<ProbeWorker> made);
    void setTargets(const std::vector<ProbeTarget> &targets);
    void shutDown();
    void drain();
    void command(CommandQueue::Command command);

    std::shared_ptr<FleetShared> shared;

private:
    enum class Purpose { Start, Refresh };
    struct Entry {
        ProbeTarget target;
        std::unique_ptr<AccessSource> source;
        std::optional<ProbeAccess> access; //!< of its prober; nothing while there is none
    };

    void keep(const ProbeTarget &target);
    void fetchAccess(const TargetId &id, Purpose purpose);
    void takeAccess(const TargetId &id, const ProbeAccess &access, Purpose purpose);
    void hand(ProbeWorker::Change change);
    void awaitKeychain();
    void learn(const ProbeReport &report);

    ProbeFleet *const q;
    const Clock &m_clock;
    const SecretSource &m_secrets;
    std::unique_ptr<QThread> m_thread;
    ProbeWorker *m_worker = nullptr; //!< deleted by its thread as that ends
    std::map<TargetId, Entry> m_entries;
    ProbeWorker::Change m_change; //!< that is handed over in one piece
    bool m_gathering = false;
    QTimer m_frame;
};

ProbeFleet::Private::Private(ProbeFleet *fleet, const Clock &clock, const SecretSource &secrets)
    : shared(std::make_shared<FleetShared>())
    , q(fleet)
    , m_clock(clock)
    , m_secrets(secrets)
    , m_thread(std::make_unique<QThread>())
{
    shared->heartbeat = clock.monotonic().time_since_epoch().count();
    m_frame.setSingleShot(true);
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, q, [this] { drain(); });
}

void ProbeFleet::Private::launch(std::unique_ptr<ProbeWorker> made)
{
    auto *const worker = made.release();
    m_worker = worker;
    worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, worker, &ProbeWorker::start);
    connect(q, &ProbeFleet::commandsWaiting, worker, &ProbeWorker::obey, Qt::QueuedConnection);
    connect(m_thread.get(), &QThread::finished, worker, &QObject::deleteLater);
    // quit() is thread-safe, and the main thread waits for it without an event loop.
    connect(worker, &ProbeWorker::stopped, m_thread.get(), &QThread::quit, Qt::DirectConnection);
    connect(worker, &ProbeWorker::reportsWaiting, q, [this] { m_frame.start(); });
    m_thread->setObjectName(u"probes"_s);
    m_thread->setEventDispatcher(new AsioEventDispatcher); // which is the thread's from here on
    m_thread->start();
}

void ProbeFleet::Private::setTargets(const std::vector<ProbeTarget> &targets)
{
    if (!m_thread)
        return;
    m_gathering = true;
    std::set<TargetId> wanted;
    for (const ProbeTarget &target : targets) {
        if (wanted.insert(target.id).second)
            keep(target);
    }
    std::erase_if(m_entries, [this, &wanted](const auto &entry) {
        const bool isGone = !wanted.contains(entry.first);
        if (isGone)
            m_change.removed.push_back(entry.first);
        return isGone;
    });
    std::ranges::for_each(wanted, [this](const TargetId &id) { fetchAccess(id, Purpose::Start); });
    m_gathering = false;
    hand(std::exchange(m_change, {}));
    awaitKeychain();
}

void ProbeFleet::Private::keep(const ProbeTarget &target)
{
    Entry &entry = m_entries[target.id];
    if (entry.source && entry.target == target)
        return;
    entry.target = target;
    entry.source = std::make_unique<AccessSource>(target, m_secrets, m_clock);
    entry.access.reset();
}

void ProbeFleet::Private::fetchAccess(const TargetId &id, Purpose purpose)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end() || !m_thread)
        return;
    it->second.source->fetch(
        [this, id, purpose](const ProbeAccess &access) { takeAccess(id, access, purpose); });
}

void ProbeFleet::Private::takeAccess(const TargetId &id, const ProbeAccess &access, Purpose purpose)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end() || it->second.access == access)
        return;
    const bool starts = purpose == Purpose::Start || !it->second.access;
    it->second.access = access;
    if (!starts) {
        command([id, access](ProbeWorker &worker) { worker.setAccess(id, access); });
        return;
    }
    m_change.started.push_back({it->second.target, access});
    if (!m_gathering)
        hand(std::exchange(m_change, {}));
}

void ProbeFleet::Private::hand(ProbeWorker::Change change)
{
    command([change = std::move(change)](ProbeWorker &worker) { worker.apply(change); });
}

// Whoever starts before the keychain has answered fails once, and reconnects with the secret.
void ProbeFleet::Private::awaitKeychain()
{
    std::vector<SecretRef> refs;
    for (const auto &[id, entry] : m_entries) {
        const std::vector<SecretRef> own = secretsOf(entry.target.module);
        std::ranges::copy_if(own, std::back_inserter(refs),
            [](const SecretRef &ref) { return ref.kind == SecretRef::Kind::Keychain; });
    }
    if (refs.empty())
        return;
    m_secrets.prepare(refs, q, [this] {
        std::vector<TargetId> ids;
        for (const auto &[id, entry] : m_entries)
            ids.push_back(id);
        std::ranges::for_each(ids, [this](const TargetId &id) { fetchAccess(id, Purpose::Refresh); });
    });
}

// The probe thread must neither read nor fetch anything, so it is the announcement of the next attempt that
// makes the main thread look whether a file has changed or a token is to be renewed.
void ProbeFleet::Private::learn(const ProbeReport &report)
{
    const auto it = m_entries.find(report.target);
    if (it == m_entries.end())
        return;
    if (const auto *attempt = std::get_if<AttemptFinished>(&report.event))
        it->second.source->learn(*attempt);
    else if (std::holds_alternative<RetryScheduled>(report.event))
        fetchAccess(report.target, Purpose::Refresh);
}

void ProbeFleet::Private::command(CommandQueue::Command command)
{
    if (!m_thread)
        return;
    shared->commands.put(std::move(command));
    q->ring();
}

void ProbeFleet::Private::drain()
{
    const std::vector<ProbeReport> reports = shared->mailbox.takeAll();
    for (const ProbeReport &report : reports)
        learn(report);
    if (!reports.empty())
        Q_EMIT q->reported(reports);
}

void ProbeFleet::Private::shutDown()
{
    if (!m_thread)
        return;
    m_frame.stop();
    m_worker->disconnect(q);
    command([](ProbeWorker &worker) { worker.stop(); });
    // What has been rung arrives all the same; the worker's end then does not look back at us.
    q->disconnect(m_worker);
    if (!m_thread->wait(QDeadlineTimer(joinTimeout))) {
        // To destroy a running thread aborts the program; to kill it leaves locks behind.
        qCCritical(lcProbe) << "the probe thread hangs and is left behind";
        m_thread->quit();
        [[maybe_unused]] const QThread *left = m_thread.release();
    }
    m_thread.reset();
    m_worker = nullptr;
    m_entries.clear();
    drain();
}

ProbeFleet::ProbeFleet(const Clock &clock, const SecretSource &secrets, TransportFactory factory,
    RandomSource random, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, clock, secrets))
{
    d->launch(std::make_unique<ProbeWorker>(clock, std::move(factory), random, d->shared));
}

ProbeFleet::~ProbeFleet()
{
    // Who listens may be half destroyed already.
    disconnect(this, &ProbeFleet::reported, nullptr, nullptr);
    d->shutDown();
}

void ProbeFleet::setTargets(const std::vector<ProbeTarget> &targets)
{
    d->setTargets(targets);
}

void ProbeFleet::shutDown()
{
    d->shutDown();
}

MonotonicTime ProbeFleet::lastHeartbeat() const
{
    return MonotonicTime{std::chrono::nanoseconds{d->shared->heartbeat.load()}};
}

void ProbeFleet::hangForTest(std::chrono::milliseconds duration)
{
    d->command([duration](ProbeWorker &) { std::this_thread::sleep_for(duration); });
}

} // namespace sockeye
