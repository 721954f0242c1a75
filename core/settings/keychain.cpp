// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/keychain.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "sockeye"_L1;

SecretError::Kind kindOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return SecretError::Kind::NotInKeychain;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
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
    const auto known = m_known.constFind(name);
    if (known == m_known.constEnd())
        return unexpected(SecretError{SecretError::Kind::Pending, name, {}});
    return *known;
}

void Keychain::load(const std::vector<QString> &names, QObject *context, std::function<void()> ready)
{
    Waiter waiter{context, std::move(ready), {}};
    for (const QString &name : names) {
        const auto known = m_known.constFind(name);
        if ((known == m_known.constEnd() || !known->has_value()) && !waiter.names.contains(name))
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

void Keychain::ask(const QString &name)
{
    if (m_asked.contains(name))
        return;
    m_asked.append(name);
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, job, name] {
        if (job->error() == QKeychain::NoError)
            settle(name, job->binaryData());
        else
            settle(name, unexpected(errorOf(*job, name)));
    });
    job->start();
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
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setKey(name);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this,
        [this, job, name, secret, guard = QPointer(context), done = std::move(done)] {
            if (job->error() == QKeychain::NoError)
                m_known.insert(name, secret);
            conclude(job, name, guard, done);
        });
    job->start();
}

void Keychain::remove(const QString &name, QObject *context, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this,
        [this, job, name, guard = QPointer(context), done = std::move(done)] {
            m_known.remove(name);
            conclude(job, name, guard, done);
        });
    job->start();
}

void Keychain::conclude(
    QKeychain::Job *job, const QString &name, const QPointer<QObject> &context, const Done &done)
{
    if (!context)
        return;
    if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
        done({});
    else
        done(unexpected(errorOf(*job, name)));
}

} // namespace sockeye
