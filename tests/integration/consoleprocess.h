// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace sockeye::test {

//! \brief The program sockeye as its user runs it, without a display, its folders below a private one. Ends
//! with the object.
class ConsoleProcess final {
public:
    ConsoleProcess();
    ~ConsoleProcess();

    //! \brief Adds a variable to those of the next start.
    void set(const QString &variable, const QString &value) { m_environment.insert(variable, value); }
    void start(const QStringList &arguments);
    //! \brief Waits until it has ended by itself; else says what it wrote.
    [[nodiscard]] Expected<void, QString> waitForSuccess();
    //! \brief Ends it as the kernel does when memory is short.
    void kill();

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

} // namespace sockeye::test
