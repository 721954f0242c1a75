// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/privatebus.h"

#include <QFile>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int startTimeoutMs = 30'000;

QByteArray configuration(const QString &address)
{
    return R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>)"
        + address.toUtf8() + R"(</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";
}

} // namespace

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    m_daemon.waitForFinished(startTimeoutMs);
}

bool PrivateBus::start()
{
    QFile config{m_folder.filePath(u"bus.conf"_s)};
    if (!config.open(QIODevice::WriteOnly) || config.write(configuration(address())) < 0)
        return false;
    config.close();
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(u"dbus-daemon"_s,
        {u"--nofork"_s, u"--print-address"_s, QString(u"--config-file="_s % config.fileName())});
    // The address is printed once the socket listens.
    return m_daemon.waitForStarted(startTimeoutMs) && m_daemon.waitForReadyRead(startTimeoutMs);
}

QDBusConnection PrivateBus::connect(const QString &name)
{
    m_names.append(name);
    return QDBusConnection::connectToBus(address(), name);
}

QString PrivateBus::address() const
{
    return u"unix:path="_s % m_folder.filePath(u"bus"_s);
}

} // namespace sockeye::test
