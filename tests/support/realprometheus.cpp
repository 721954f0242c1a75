// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/realprometheus.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace sockeye::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto startTimeout = 60s;

// bcrypt of RealPrometheus::password at the lowest cost.
constexpr auto webConfig =
    "basic_auth_users: {reader: \"$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e\"}\n";

} // namespace

QString RealPrometheus::findProgram(const QString &name)
{
    const QString fromEnvironment =
        qEnvironmentVariable(QByteArray("SOCKEYE_" + name.toUpper().toLatin1()).constData());
    if (!fromEnvironment.isEmpty())
        return QFileInfo(fromEnvironment).isExecutable() ? fromEnvironment : QString();
    const QString fromPath = QStandardPaths::findExecutable(name);
    if (!fromPath.isEmpty())
        return fromPath;
    return QStandardPaths::findExecutable(
        name, {QDir::home().filePath(u".cache/sockeye/prometheus/usr/bin"_s)});
}

bool RealPrometheus::isInstalled()
{
    return !findProgram(u"prometheus"_s).isEmpty() && !findProgram(u"promtool"_s).isEmpty();
}

bool RealPrometheus::isRequired()
{
    return qEnvironmentVariableIntValue("SOCKEYE_REQUIRE_REAL") == 1;
}

Expected<std::unique_ptr<RealPrometheus>, QString> RealPrometheus::start(const Options &options)
{
    std::unique_ptr<RealPrometheus> server(new RealPrometheus(options));
    if (!server->m_folder.isValid())
        return unexpected(server->m_folder.errorString());
    if (!options.openMetrics.isEmpty()) {
        if (const auto filled = server->backfill(); !filled)
            return unexpected(filled.error());
    }
    if (const auto launched = server->launch(); !launched)
        return unexpected(launched.error());
    return server;
}

RealPrometheus::RealPrometheus(Options options)
    : m_options(std::move(options))
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
}

RealPrometheus::~RealPrometheus()
{
    kill();
}

QUrl RealPrometheus::url() const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(m_options.routePrefix));
}

void RealPrometheus::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

Expected<void, QString> RealPrometheus::restart()
{
    kill();
    return launch();
}

Expected<void, QString> RealPrometheus::backfill()
{
    if (const auto written = writeFile(u"samples.om"_s, m_options.openMetrics); !written)
        return written;
    QProcess promtool;
    promtool.setProcessChannelMode(QProcess::MergedChannels);
    promtool.start(findProgram(u"promtool"_s),
        {u"tsdb"_s, u"create-blocks-from"_s, u"openmetrics"_s, m_folder.filePath(u"samples.om"_s),
            dataFolder()});
    if (!promtool.waitForFinished(60'000) || promtool.exitCode() != 0)
        return unexpected(QString(u"promtool: "_s % QString::fromUtf8(promtool.readAll())));
    return {};
}

Expected<void, QString> RealPrometheus::launch()
{
    if (const auto written = writeFile(u"prometheus.yml"_s, config()); !written)
        return written;
    if (m_options.basicAuth) {
        if (const auto written = writeFile(u"web.yml"_s, webConfig); !written)
            return written;
    }
    m_process.start(findProgram(u"prometheus"_s), arguments());
    if (!m_process.waitForStarted(30'000))
        return unexpected(m_process.errorString());
    const bool knewPort = m_port != 0;
    // In either order: two goroutines write them.
    const auto log = waitForLog({"Server is ready to receive web requests", "msg=\"Listening on\""});
    if (!log)
        return unexpected(log.error());
    static const QRegularExpression listening(u"msg=\"Listening on\" address=\\S*:(\\d+)"_s);
    const auto match = listening.match(QString::fromUtf8(*log));
    if (!match.hasMatch())
        return unexpected(QString(u"no port in the log: "_s % QString::fromUtf8(*log)));
    m_port = static_cast<quint16>(match.captured(1).toUInt());
    return knewPort || !needsOwnAddress() ? Expected<void, QString>() : reload();
}

Expected<void, QString> RealPrometheus::reload()
{
    if (const auto written = writeFile(u"prometheus.yml"_s, config()); !written)
        return written;
    ::kill(static_cast<pid_t>(m_process.processId()), SIGHUP);
    if (const auto log = waitForLog({"Completed loading of configuration file"}); !log)
        return unexpected(log.error());
    return {};
}

bool RealPrometheus::needsOwnAddress() const
{
    return m_options.config.contains("${SELF}");
}

Expected<QByteArray, QString> RealPrometheus::waitForLog(const QByteArrayList &lines)
{
    QByteArray log;
    const QDeadlineTimer deadline(startTimeout);
    const auto isMissing = [&log](const QByteArray &line) { return !log.contains(line); };
    while (std::ranges::any_of(lines, isMissing) || !log.endsWith('\n')) {
        const int left = static_cast<int>(deadline.remainingTime());
        if (left <= 0 || !m_process.waitForReadyRead(left)) {
            kill();
            return unexpected(QString(u"prometheus did not start: "_s % QString::fromUtf8(log)));
        }
        log += m_process.readAll();
    }
    return log;
}

Expected<void, QString> RealPrometheus::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        return unexpected(QString(name % u": "_s % file.errorString()));
    return {};
}

QString RealPrometheus::dataFolder() const
{
    return m_options.dataFolder.isEmpty() ? m_folder.filePath(u"data"_s) : m_options.dataFolder;
}

QStringList RealPrometheus::arguments() const
{
    QStringList arguments{u"--config.file="_s % m_folder.filePath(u"prometheus.yml"_s),
        u"--storage.tsdb.path="_s % dataFolder(), u"--storage.tsdb.retention.time=100y"_s,
        u"--web.listen-address=127.0.0.1:%1"_s.arg(m_port)};
    if (!m_options.routePrefix.isEmpty())
        arguments.append(u"--web.route-prefix="_s % m_options.routePrefix);
    if (m_options.basicAuth)
        arguments.append(u"--web.config.file="_s % m_folder.filePath(u"web.yml"_s));
    return arguments + m_options.arguments;
}

QByteArray RealPrometheus::config() const
{
    // Without a port nothing may be scraped: a target under a wrong name would leave its series behind.
    if (m_port == 0 && needsOwnAddress())
        return "global: {scrape_interval: 1s}\n";
    const QByteArray self = "127.0.0.1:" + QByteArray::number(m_port);
    return QByteArray(m_options.config).replace("${SELF}", self);
}

} // namespace sockeye::test
