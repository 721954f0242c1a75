// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/realvictoriametrics.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
constexpr int attempts = 3;
constexpr int pollInterval = 20;

// VictoriaMetrics does not tell which port it got for 0. Another program may take this one in between.
quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
}

} // namespace

QString RealVictoriaMetrics::findProgram()
{
    const QString fromEnvironment = qEnvironmentVariable("SOCKEYE_VICTORIAMETRICS");
    if (!fromEnvironment.isEmpty())
        return QFileInfo(fromEnvironment).isExecutable() ? fromEnvironment : QString();
    const QString fromPath = QStandardPaths::findExecutable(u"victoria-metrics"_s);
    if (!fromPath.isEmpty())
        return fromPath;
    return QStandardPaths::findExecutable(
        u"victoria-metrics"_s, {QDir::home().filePath(u".cache/sockeye/victoria-metrics/usr/bin"_s)});
}

Expected<std::unique_ptr<RealVictoriaMetrics>, QString> RealVictoriaMetrics::start(const Options &options)
{
    QString problem;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::unique_ptr<RealVictoriaMetrics> server(new RealVictoriaMetrics);
        const auto launched = server->launch(options);
        if (launched)
            return server;
        problem = launched.error();
    }
    return unexpected(problem);
}

RealVictoriaMetrics::~RealVictoriaMetrics()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

QUrl RealVictoriaMetrics::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

Expected<void, QString> RealVictoriaMetrics::launch(const Options &options)
{
    m_port = freePort();
    QStringList arguments{u"-httpListenAddr=127.0.0.1:%1"_s.arg(m_port),
        QString(u"-storageDataPath="_s % m_folder.filePath(u"data"_s)), u"-retentionPeriod=100y"_s};
    if (options.scrapesItself) {
        if (const auto written = writeScrapeConfig(); !written)
            return written;
        arguments.append(QString(u"-promscrape.config="_s % m_folder.filePath(u"scrape.yml"_s)));
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.start(findProgram(), arguments);
    if (const auto ready = waitUntilReady(); !ready)
        return ready;
    if (options.samples.isEmpty())
        return {};
    if (const auto imported = request("POST /api/v1/import/prometheus", options.samples); !imported)
        return imported;
    // Else the samples would be found a second later.
    return request("GET /internal/force_flush", {});
}

Expected<void, QString> RealVictoriaMetrics::waitUntilReady()
{
    QByteArray log;
    const QDeadlineTimer deadline(patience);
    while (!log.contains("started VictoriaMetrics in")) {
        const int left = static_cast<int>(deadline.remainingTime());
        if (left <= 0 || !m_process.waitForReadyRead(left))
            return unexpected(QString(u"victoria-metrics did not start: "_s % QString::fromUtf8(log)));
        log += m_process.readAll();
    }
    // It says so before it listens.
    while (!accepts()) {
        if (deadline.hasExpired() || m_process.waitForFinished(pollInterval))
            return unexpected(QString(u"victoria-metrics does not listen: "_s % QString::fromUtf8(log)));
    }
    return {};
}

bool RealVictoriaMetrics::accepts() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(patience);
}

Expected<void, QString> RealVictoriaMetrics::writeScrapeConfig() const
{
    QFile file(m_folder.filePath(u"scrape.yml"_s));
    const QByteArray config = "scrape_configs:\n- job_name: self\n  scrape_interval: 1s\n"
                              "  static_configs: [{targets: [\"127.0.0.1:"
        + QByteArray::number(m_port) + "\"]}]\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size())
        return unexpected(file.errorString());
    return {};
}

Expected<void, QString> RealVictoriaMetrics::request(const QByteArray &line, const QByteArray &body) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    if (!answer.startsWith("HTTP/1.1 2"))
        return unexpected(QString(QString::fromLatin1(line) % u": "_s % QString::fromUtf8(answer)));
    return {};
}

} // namespace sockeye::test
