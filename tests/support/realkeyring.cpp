// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/realkeyring.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QDirIterator>
#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

const QByteArray password = "open sesame";
const QString serviceName = u"org.freedesktop.secrets"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;
// The only way to unlock a keyring without its own window, as the daemon's tests do.
const QString unlockInterface = u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s;
const QDBusObjectPath keyring{u"/org/freedesktop/secrets/collection/login"_s};

//! (oayays) of the specification, not encrypted on its way.
struct Secret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Secret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Secret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace

} // namespace sockeye::test

Q_DECLARE_METATYPE(sockeye::test::Secret)

namespace sockeye::test {

QString RealKeyring::findProgram()
{
    return QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s);
}

RealKeyring::RealKeyring(const QDBusConnection &bus, const QString &address)
    : m_bus(bus)
    , m_address(address)
{
    qDBusRegisterMetaType<Attributes>();
    qDBusRegisterMetaType<Secret>();
}

RealKeyring::~RealKeyring()
{
    kill();
}

Expected<void, QString> RealKeyring::start()
{
    if (m_process.state() == QProcess::NotRunning) {
        if (const auto launched = launch(); !launched)
            return launched;
    }
    return unlock() ? Expected<void, QString>() : unexpected(u"the keyring cannot be unlocked"_s);
}

Expected<void, QString> RealKeyring::launch()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    for (const auto &variable : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(variable, m_folder.path());
    environment.remove(u"GNOME_KEYRING_CONTROL"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(findProgram(),
        {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s,
            QString(u"--control-directory="_s % m_folder.path())});
    if (!m_process.waitForStarted(patience))
        return unexpected(m_process.errorString());
    m_process.write(password);
    m_process.closeWriteChannel();
    if (!QTest::qWaitFor([this] { return isRunning(); }, patience))
        return unexpected(u"gnome-keyring-daemon is not on the bus"_s);
    return {};
}

void RealKeyring::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(-1);
    if (!QTest::qWaitFor([this] { return !isRunning(); }, patience))
        qWarning("the bus still knows a keyring that was killed");
}

bool RealKeyring::isRunning() const
{
    return m_bus.interface()->isServiceRegistered(serviceName);
}

bool RealKeyring::lock()
{
    const QDBusMessage answer = call(
        servicePath, serviceInterface, u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{keyring})});
    return QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath>(answer).value().size() == 1;
}

bool RealKeyring::unlock()
{
    const Secret secret{openSession(), {}, password, u"text/plain"_s};
    const QDBusMessage answer = call(servicePath, unlockInterface, u"UnlockWithMasterPassword"_s,
        {QVariant::fromValue(keyring), QVariant::fromValue(secret)});
    return answer.type() == QDBusMessage::ReplyMessage;
}

QList<QByteArray> RealKeyring::secretsWith(const Attributes &attributes)
{
    const QDBusObjectPath session = openSession();
    const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> found =
        call(servicePath, serviceInterface, u"SearchItems"_s, {QVariant::fromValue(attributes)});
    QList<QByteArray> secrets;
    for (const QDBusObjectPath &item : found.argumentAt<0>()) {
        const QDBusPendingReply<Secret> secret = call(
            item.path(), u"org.freedesktop.Secret.Item"_s, u"GetSecret"_s, {QVariant::fromValue(session)});
        secrets.append(secret.value().value);
    }
    return secrets;
}

QByteArray RealKeyring::files() const
{
    QByteArray all;
    QDirIterator names(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (names.hasNext()) {
        QFile file(names.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

QDBusMessage RealKeyring::call(
    const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, patience);
}

QDBusObjectPath RealKeyring::openSession()
{
    const QDBusMessage answer = call(servicePath, serviceInterface, u"OpenSession"_s,
        {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    return QDBusPendingReply<QDBusVariant, QDBusObjectPath>(answer).argumentAt<1>();
}

} // namespace sockeye::test
