// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/childprocess.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace sockeye {

namespace {

constexpr int keptLines = 12;

//! Between fork and exec only what is async-signal-safe may be called.
void tieToParent(pid_t parent)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent) // it died before the line above
        ::_exit(1);
}

} // namespace

ChildProcess::ChildProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([parent = ::getpid()] { tieToParent(parent); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ChildProcess::readLines);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT startFailed(m_process.errorString());
    });
    connect(&m_process, &QProcess::finished, this, [this] {
        readLines();
        if (!m_isExpectedToEnd)
            Q_EMIT ended();
    });
}

ChildProcess::~ChildProcess()
{
    m_process.disconnect(this);
    kill();
}

void ChildProcess::start(const QString &program, const QStringList &arguments)
{
    m_isExpectedToEnd = false;
    m_tail.clear();
    m_process.start(program, arguments);
}

void ChildProcess::terminate()
{
    m_isExpectedToEnd = true;
    m_process.terminate();
}

void ChildProcess::waitForEnd(std::chrono::milliseconds patience)
{
    if (!isRunning() || m_process.waitForFinished(static_cast<int>(patience.count())))
        return;
    kill();
}

void ChildProcess::kill()
{
    m_isExpectedToEnd = true;
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

void ChildProcess::readLines()
{
    while (m_process.canReadLine())
        takeLine(QString::fromUtf8(m_process.readLine()).trimmed());
}

void ChildProcess::takeLine(const QString &line)
{
    m_tail.append(line);
    if (m_tail.size() > keptLines)
        m_tail.removeFirst();
    Q_EMIT lineRead(line);
}

} // namespace sockeye
