// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace sockeye::test {

//! \brief A message bus of the test's own, which starts no service by itself: what is not on it is not there.
class PrivateBus final {
    Q_DISABLE_COPY_MOVE(PrivateBus)

public:
    PrivateBus() = default;
    ~PrivateBus();

    //! \brief Starts dbus-daemon; false with a warning when that fails.
    [[nodiscard]] bool start();
    //! \brief A connection of its own: two of them talk over the wire, also within one process.
    [[nodiscard]] QDBusConnection connect(const QString &name);
    [[nodiscard]] QString address() const;

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QStringList m_names;
};

} // namespace sockeye::test
