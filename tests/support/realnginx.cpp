// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/realnginx.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <sys/socket.h>
#include <unistd.h>

namespace sockeye::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto startTimeout = 60s;

constexpr auto frame = R"(
daemon off;
${USER}
worker_processes 1;
error_log stderr notice;
pid ${FOLDER}/nginx.pid;
events { worker_connections 256; }
http {
    access_log off;
    default_type application/json;
    client_body_temp_path ${FOLDER}/body;
    proxy_temp_path ${FOLDER}/proxy;
    fastcgi_temp_path ${FOLDER}/fastcgi;
    uwsgi_temp_path ${FOLDER}/uwsgi;
    scgi_temp_path ${FOLDER}/scgi;
    ${HTTP}
}
)";

} // namespace

QString RealNginx::findProgram()
{
    const QString fromEnvironment = qEnvironmentVariable("SOCKEYE_NGINX");
    if (!fromEnvironment.isEmpty())
        return QFileInfo(fromEnvironment).isExecutable() ? fromEnvironment : QString();
    const QString fromPath = QStandardPaths::findExecutable(u"nginx"_s);
    if (!fromPath.isEmpty())
        return fromPath;
    return QStandardPaths::findExecutable(
        u"nginx"_s, {u"/usr/sbin"_s, QDir::home().filePath(u".cache/sockeye/nginx/usr/sbin"_s)});
}

Expected<std::unique_ptr<RealNginx>, QString> RealNginx::start(const Options &options)
{
    std::unique_ptr<RealNginx> server(new RealNginx);
    if (const auto launched = server->launch(options); !launched)
        return unexpected(launched.error());
    return server;
}

RealNginx::RealNginx() = default;

RealNginx::~RealNginx()
{
    closeListeners();
    if (m_process.state() == QProcess::NotRunning)
        return;
    // Not killed at once: the workers would stay.
    m_process.terminate();
    if (m_process.waitForFinished(30'000))
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
}

QUrl RealNginx::url(const QString &path, std::size_t index, const QString &scheme) const
{
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(m_ports.at(index)).arg(path));
}

Expected<void, QString> RealNginx::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        return unexpected(QString(name % u": "_s % file.errorString()));
    return {};
}

Expected<void, QString> RealNginx::launch(const Options &options)
{
    if (!m_folder.isValid())
        return unexpected(m_folder.errorString());
    if (const auto listening = listen(options.ports); !listening)
        return listening;
    if (const auto written = writeFile(u"nginx.conf"_s, configuration(options.http)); !written)
        return written;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(findProgram(),
        {u"-p"_s, m_folder.path(), u"-e"_s, u"stderr"_s, u"-c"_s, m_folder.filePath(u"nginx.conf"_s)});
    if (!m_process.waitForStarted(30'000))
        return unexpected(m_process.errorString());
    // From now on they are nginx' alone.
    closeListeners();
    return waitUntilConfigured();
}

// nginx cannot be told to choose a port, but takes over open sockets that its variable NGINX names, as it
// does when its program is replaced under way. So no other program can snatch the port.
Expected<void, QString> RealNginx::listen(int ports)
{
    QString inherited;
    for (int i = 0; i < ports; ++i) {
        // Not a QTcpServer, whose end would shut the socket down for nginx as well.
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        m_listeners.push_back(descriptor);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto *name = reinterpret_cast<sockaddr *>(&address);
        socklen_t length = sizeof(address);
        if (::bind(descriptor, name, length) != 0 || ::listen(descriptor, 64) != 0
            || ::getsockname(descriptor, name, &length) != 0)
            return unexpected(qt_error_string());
        m_ports.push_back(ntohs(address.sin_port));
        inherited += QString::number(descriptor) + u';';
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NGINX"_s, inherited);
    m_process.setProcessEnvironment(environment);
    m_process.setChildProcessModifier([this] {
        for (const int descriptor : m_listeners)
            ::fcntl(descriptor, F_SETFD, 0);
#ifdef Q_OS_LINUX
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    });
    return {};
}

void RealNginx::closeListeners()
{
    for (const int descriptor : m_listeners)
        ::close(descriptor);
    m_listeners.clear();
}

QByteArray RealNginx::configuration(QByteArray http) const
{
    for (std::size_t i = 0; i < m_ports.size(); ++i) {
        const QByteArray name = "${PORT" + QByteArray::number(i) + '}';
        http.replace(name, QByteArray::number(m_ports[i]));
    }
    // The workers of root's nginx are somebody else, who may not look into the folder.
    const QByteArray user = ::geteuid() == 0 ? "user root;" : "";
    return QByteArray(frame)
        .replace("${USER}", user)
        .replace("${HTTP}", http)
        .replace("${FOLDER}", m_folder.path().toUtf8());
}

Expected<void, QString> RealNginx::waitUntilConfigured()
{
    QByteArray log;
    const QDeadlineTimer deadline(startTimeout);
    // The first words after the configuration was accepted.
    while (!log.contains(" OS: ")) {
        const int left = static_cast<int>(deadline.remainingTime());
        if (left <= 0 || !m_process.waitForReadyRead(left))
            return unexpected(QString(u"nginx did not start: "_s % QString::fromUtf8(log)));
        log += m_process.readAll();
    }
    return {};
}

} // namespace sockeye::test
