// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychain.h"

#include "core/settings/secretservice.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto service = "sockeye"_L1;
// What ends with the service of the keychain is told at once; what is not told by then never is.
constexpr auto servicePatience = 1s;

SecretError::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return SecretError::Kind::NotInKeychain;
    // So says libsecret where nobody unlocks.
    case QKeychain::AccessDenied:
        return SecretError::Kind::KeychainLocked;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
        return SecretError::Kind::KeychainRefused;
    case QKeychain::NoError:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    // A bus without the service, or no bus at all.
    case QKeychain::OtherError:
        break;
    }
    return SecretError::Kind::KeychainUnavailable;
}

SecretError errorOf(const QKeychain::Job &job, const QString &name)
{
    return {kindOf(job.error()), name, job.errorString()};
}

} // namespace

Keychain::Keychain(QObject *parent)
    : QObject(parent)
{
}

Keychain::~Keychain() = default;

Expected<QByteArray, SecretError> Keychain::read(const QString &name) const
{
    if (const auto given = m_unstored.find(name); given != m_unstored.end())
        return given->second.secret;
    const auto known = m_known.constFind(name);
    if (known == m_known.constEnd())
        return unexpected(SecretError{SecretError::Kind::Pending, name, {}});
    return *known;
}

void Keychain::load(const std::vector<QString> &names, QObject *context, std::function<void()> ready)
{
    Waiter waiter{context, std::move(ready), {}};
    for (const QString &name : names) {
        if (!read(name) && !waiter.names.contains(name))
            waiter.names.append(name);
    }
    if (waiter.names.isEmpty()) {
        waiter.ready();
        return;
    }
    const QStringList missing = waiter.names;
    m_waiters.push_back(std::move(waiter));
    for (const QString &name : missing)
        ask(name);
}

// The job belongs to nobody and goes by itself: libsecret calls it back also after its owner has gone.
void Keychain::start(QKeychain::Job *job, const QString &name, Done done)
{
    if (!std::exchange(m_followsService, true))
        followSecretService(this, [this] { serviceEnded(); });
    job->setKey(name);
    m_tasks.push_back({job, std::move(done)});
    connect(job, &QKeychain::Job::finished, this, &Keychain::conclude);
    job->start();
}

void Keychain::conclude(QKeychain::Job *job)
{
    const auto it = std::ranges::find(m_tasks, job, [](const Task &task) { return task.job.data(); });
    if (it == m_tasks.end())
        return;
    const Task task = *it;
    m_tasks.erase(it);
    if (job->error() == QKeychain::NoError)
        task.done({});
    else
        task.done(unexpected(errorOf(*job, job->key())));
}

void Keychain::serviceEnded()
{
    if (m_tasks.empty())
        return;
    QTimer::singleShot(servicePatience, this, [this, job = m_tasks.front().job] { giveUp(job); });
}

// libsecret 0.20 never comes back from a question that ended with its service, and no other job would have
// its turn.
void Keychain::giveUp(const QPointer<QKeychain::Job> &job)
{
    if (m_tasks.empty() || !job || m_tasks.front().job != job)
        return;
    const Task task = m_tasks.front();
    m_tasks.pop_front();
    disconnect(job, nullptr, this, nullptr);
    Q_EMIT job->finished(job);
    task.done(unexpected(SecretError{SecretError::Kind::KeychainUnavailable, job->key(), {}}));
}

void Keychain::ask(const QString &name)
{
    if (m_asked.contains(name))
        return;
    m_asked.append(name);
    auto *job = new QKeychain::ReadPasswordJob(service);
    start(job, name, [this, job, name](const Expected<void, SecretError> &outcome) {
        if (outcome)
            settle(name, job->binaryData());
        else if (outcome.error().kind == SecretError::Kind::NotInKeychain)
            tellWhetherLocked(outcome.error());
        else
            settle(name, unexpected(outcome.error()));
    });
}

// QtKeychain says of what nobody unlocks that it is not there.
void Keychain::tellWhetherLocked(const SecretError &notFound)
{
    findLocked(service, notFound.path, this, [this, notFound](bool isLocked) {
        SecretError told = notFound;
        if (isLocked)
            told = {SecretError::Kind::KeychainLocked, notFound.path, {}};
        settle(notFound.path, unexpected(told));
    });
}

void Keychain::settle(const QString &name, Expected<QByteArray, SecretError> outcome)
{
    m_asked.removeOne(name);
    m_known.insert(name, std::move(outcome));
    std::vector<Waiter> served;
    for (Waiter &waiter : m_waiters) {
        waiter.names.removeOne(name);
        if (waiter.names.isEmpty())
            served.push_back(waiter);
    }
    std::erase_if(m_waiters, [](const Waiter &waiter) { return waiter.names.isEmpty(); });
    for (const Waiter &waiter : served) {
        if (waiter.context)
            waiter.ready();
    }
}

void Keychain::store(const QString &name, const QByteArray &secret, QObject *context, Done done)
{
    Unstored &given = m_unstored[name];
    given.secret = secret;
    given.reason = {SecretError::Kind::Pending, name, {}};
    given.receivers.push_back({context, std::move(done)});
    if (!given.isUnderWay)
        write(name);
    Q_EMIT unstoredChanged(name);
}

void Keychain::storeAgain(const QString &name, QObject *context, Done done)
{
    if (const auto given = m_unstored.find(name); given != m_unstored.end())
        store(name, QByteArray(given->second.secret), context, std::move(done));
}

std::optional<SecretError> Keychain::unstored(const QString &name) const
{
    const auto given = m_unstored.find(name);
    return given == m_unstored.end() ? std::nullopt : std::optional(given->second.reason);
}

void Keychain::write(const QString &name)
{
    Unstored &given = m_unstored[name];
    given.isUnderWay = true;
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(given.secret);
    start(job, name, [this, name, secret = given.secret](const Expected<void, SecretError> &outcome) {
        written(name, secret, outcome);
    });
}

void Keychain::written(
    const QString &name, const QByteArray &secret, const Expected<void, SecretError> &outcome)
{
    const auto it = m_unstored.find(name);
    if (it == m_unstored.end())
        return;
    Unstored &given = it->second;
    given.isUnderWay = false;
    if (given.secret != secret) {
        write(name); // given anew meanwhile
        return;
    }
    const std::vector<Receiver> receivers = std::exchange(given.receivers, {});
    if (outcome) {
        m_known.insert(name, secret);
        m_unstored.erase(it);
    } else {
        given.reason = outcome.error();
    }
    Q_EMIT unstoredChanged(name);
    for (const Receiver &receiver : receivers) {
        if (receiver.context)
            receiver.done(outcome);
    }
}

void Keychain::remove(const QString &name, QObject *context, Done done)
{
    if (m_unstored.erase(name) > 0)
        Q_EMIT unstoredChanged(name);
    start(new QKeychain::DeletePasswordJob(service), name,
        [this, name, guard = QPointer(context), done = std::move(done)](
            const Expected<void, SecretError> &outcome) {
            m_known.remove(name);
            if (!guard)
                return;
            const bool wasNotThere = !outcome && outcome.error().kind == SecretError::Kind::NotInKeychain;
            done(wasNotThere ? Expected<void, SecretError>() : outcome);
        });
}

} // namespace sockeye
