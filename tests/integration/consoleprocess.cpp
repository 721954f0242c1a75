// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/consoleprocess.h"

#include "tests/support/realprometheus.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/prctl.h>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 240'000;

} // namespace

ConsoleProcess::ConsoleProcess()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const auto &variable : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s,
             u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"TMPDIR"_s}) {
        const QString path = m_folder.filePath(variable.toLower());
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        set(variable, path);
    }
    set(u"SOCKEYE_PROMETHEUS"_s, RealPrometheus::findProgram(u"prometheus"_s));
    set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ConsoleProcess::~ConsoleProcess()
{
    kill();
}

void ConsoleProcess::start(const QStringList &arguments)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(qEnvironmentVariable("SOCKEYE_CONSOLE"), arguments);
}

Expected<void, QString> ConsoleProcess::waitForSuccess()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
        return unexpected(u"the console does not end"_s);
    if (m_process.error() == QProcess::FailedToStart)
        return unexpected(m_process.errorString());
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        return unexpected(QString::fromUtf8(m_process.readAll()));
    return {};
}

void ConsoleProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

} // namespace sockeye::test
