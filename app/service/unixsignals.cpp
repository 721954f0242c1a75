// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/service/unixsignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace sockeye::service {

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    m_descriptor = signalfd(-1, &ending, SFD_NONBLOCK | SFD_CLOEXEC);
    if (m_descriptor < 0)
        return; // not blocked then, so that the usual way of ending still works
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    auto *notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        if (read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
            Q_EMIT endRequested();
    });
}

UnixSignals::~UnixSignals()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

StandardInputWatch::StandardInputWatch(QObject *parent)
    : QObject(parent)
    , m_notifier(new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this))
{
    connect(m_notifier, &QSocketNotifier::activated, this, &StandardInputWatch::readSome);
}

StandardInputWatch::~StandardInputWatch() = default;

void StandardInputWatch::readSome()
{
    std::array<char, 4'096> ignored{};
    const ssize_t count = read(STDIN_FILENO, ignored.data(), ignored.size());
    if (count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN)))
        return;
    m_notifier->setEnabled(false);
    Q_EMIT closed();
}

} // namespace sockeye::service
