// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/probefleet.h"

#include "core/base/logging.h"
#include "core/http/authorization.h"
#include "core/probe/probeworker.h"

#include <QDeadlineTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <iterator>
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
    [[nodiscard]] Prober::Config configFor(const ProbeTarget &target) const;
    void awaitKeychain();
    void refreshSecret(const TargetId &id);

    ProbeFleet *const q;
    const SecretSource &m_secrets;
    std::unique_ptr<QThread> m_thread;
    ProbeWorker *m_worker = nullptr; //!< deleted by its thread as that ends
    std::map<TargetId, Prober::Config> m_configs;
    QTimer m_frame;
};

ProbeFleet::Private::Private(ProbeFleet *fleet, const Clock &clock, const SecretSource &secrets)
    : shared(std::make_shared<FleetShared>())
    , q(fleet)
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
    m_thread->start();
}

Prober::Config ProbeFleet::Private::configFor(const ProbeTarget &target) const
{
    const auto authorization = authorizationFor(target.module.auth, m_secrets);
    return {target, authorization.value_or(QByteArray()), !authorization.has_value()};
}

void ProbeFleet::Private::setTargets(const std::vector<ProbeTarget> &targets)
{
    if (!m_thread)
        return;
    std::map<TargetId, Prober::Config> configs;
    ProbeWorker::Change change;
    for (const ProbeTarget &target : targets) {
        const auto [entry, isNew] = configs.emplace(target.id, configFor(target));
        const auto before = m_configs.find(target.id);
        if (isNew && (before == m_configs.end() || !(before->second == entry->second)))
            change.started.push_back(entry->second);
    }
    for (const auto &[id, config] : m_configs) {
        if (!configs.contains(id))
            change.removed.push_back(id);
    }
    m_configs = std::move(configs);
    command([change](ProbeWorker &worker) { worker.apply(change); });
    awaitKeychain();
}

// Whoever starts before the keychain has answered fails once, and reconnects with the secret.
void ProbeFleet::Private::awaitKeychain()
{
    std::vector<SecretRef> refs;
    for (const auto &[id, config] : m_configs) {
        const std::vector<SecretRef> own = secretsOf(config.target.module.auth);
        std::ranges::copy_if(own, std::back_inserter(refs),
            [](const SecretRef &ref) { return ref.kind == SecretRef::Kind::Keychain; });
    }
    if (refs.empty())
        return;
    m_secrets.prepare(refs, q, [this] {
        std::vector<TargetId> ids;
        for (const auto &[id, config] : m_configs)
            ids.push_back(id);
        std::ranges::for_each(ids, [this](const TargetId &id) { refreshSecret(id); });
    });
}

// The probe thread must not read secrets, so it is the announcement of the next attempt that makes the main
// thread look whether the file has changed.
void ProbeFleet::Private::refreshSecret(const TargetId &id)
{
    const auto it = m_configs.find(id);
    if (it == m_configs.end() || !m_thread)
        return;
    const Prober::Config fresh = configFor(it->second.target);
    if (fresh == it->second)
        return;
    it->second = fresh;
    command([fresh](ProbeWorker &worker) {
        worker.setAuthorization(fresh.target.id, fresh.authorization, fresh.secretMissing);
    });
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
    for (const ProbeReport &report : reports) {
        if (std::holds_alternative<RetryScheduled>(report.event))
            refreshSecret(report.target);
    }
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
