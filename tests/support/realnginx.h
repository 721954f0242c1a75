// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>
#include <vector>

namespace sockeye::test {

//! \brief A real nginx on free ports of 127.0.0.1 with its files in a private folder, as operators put it in
//! front of Prometheus. It ends with the object, and by the kernel when the test dies.
class RealNginx final {
public:
    struct Options {
        //! What stands within http {}. "${PORT0}", "${PORT1}" ... become the listening ports and "${FOLDER}"
        //! the folder of the configuration.
        QByteArray http;
        int ports = 1;
    };

    //! \brief The program from the environment (SOCKEYE_NGINX), from PATH, /usr/sbin or from the folder where
    //! tests/run unpacks it; empty when there is none.
    [[nodiscard]] static QString findProgram();

    //! \brief Returns when the server has read its configuration; else what is wrong with it.
    [[nodiscard]] static Expected<std::unique_ptr<RealNginx>, QString> start(const Options &options);
    ~RealNginx();

    RealNginx(const RealNginx &) = delete;
    RealNginx &operator=(const RealNginx &) = delete;

    //! \brief scheme://127.0.0.1:port/path of the port with the number \a index.
    [[nodiscard]] QUrl url(const QString &path = {}, std::size_t index = 0,
        const QString &scheme = QStringLiteral("http")) const;
    //! \brief A path next to the server's configuration.
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    //! \brief Writes a file for the server, next to its configuration.
    [[nodiscard]] Expected<void, QString> writeFile(const QString &name, const QByteArray &content) const;

private:
    RealNginx();

    [[nodiscard]] Expected<void, QString> launch(const Options &options);
    [[nodiscard]] Expected<void, QString> listen(int ports);
    void closeListeners();
    [[nodiscard]] QByteArray configuration(QByteArray http) const;
    [[nodiscard]] Expected<void, QString> waitUntilConfigured();

    QTemporaryDir m_folder;
    std::vector<quint16> m_ports;
    std::vector<int> m_listeners;
    QProcess m_process;
};

} // namespace sockeye::test
