// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

namespace sockeye::test {

//! \brief GNOME Keyring's daemon on a bus of the test's own, with its files in a private folder: it has one
//! keyring, whose password the daemon gets as it starts. It ends with the object, and by the kernel when the
//! test dies.
class RealKeyring final {
    Q_DISABLE_COPY_MOVE(RealKeyring)

public:
    using Attributes = QMap<QString, QString>;

    //! \brief Empty when it is not installed.
    [[nodiscard]] static QString findProgram();

    //! \a bus is a connection to the bus at \a address.
    RealKeyring(const QDBusConnection &bus, const QString &address);
    ~RealKeyring();

    //! \brief Returns when it runs and its keyring is unlocked; else what is wrong with it.
    [[nodiscard]] Expected<void, QString> start();
    //! \brief Ends it as a crash does. What it wrote is there when it is started again.
    void kill();
    [[nodiscard]] bool lock();
    [[nodiscard]] bool unlock();
    //! \brief The unlocked secrets that have these attributes, among others.
    [[nodiscard]] QList<QByteArray> secretsWith(const Attributes &attributes);
    //! \brief Each file of the keyring.
    [[nodiscard]] QByteArray files() const;

private:
    [[nodiscard]] Expected<void, QString> launch();
    [[nodiscard]] QDBusMessage call(
        const QString &path, const QString &interface, const QString &method, const QVariantList &arguments);
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QDBusObjectPath openSession();

    QDBusConnection m_bus;
    QString m_address;
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace sockeye::test
