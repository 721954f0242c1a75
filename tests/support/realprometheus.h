// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace sockeye::test {

//! \brief A real Prometheus on a free port of 127.0.0.1 with its data in a private folder. It is killed with
//! the object, and by the kernel when the test dies.
class RealPrometheus final {
public:
    struct Options {
        //! Of prometheus.yml; "${SELF}" becomes the server's own host:port.
        QByteArray config = "global: {scrape_interval: 1s}\n";
        QByteArray openMetrics; //!< an exposition with times, back-filled before the start; ends in "# EOF"
        QString routePrefix; //!< such as "/prom"
        bool basicAuth = false; //!< user and password are the constants below
        QString dataFolder; //!< of a server that has ended, to ask it again; empty for a private one
        QStringList arguments; //!< further ones
    };

    static constexpr auto user = "reader";
    static constexpr auto password = "correct horse";

    //! \brief The program from the environment (SOCKEYE_PROMETHEUS, SOCKEYE_PROMTOOL), from PATH or from the
    //! folder where the demo keeps it; empty when there is none.
    [[nodiscard]] static QString findProgram(const QString &name);
    [[nodiscard]] static bool isInstalled();
    //! \brief Whether a test must fail rather than be skipped without the programs.
    [[nodiscard]] static bool isRequired();

    //! \brief Returns when the server answers queries; else what went wrong.
    [[nodiscard]] static Expected<std::unique_ptr<RealPrometheus>, QString> start(const Options &options);
    ~RealPrometheus();

    RealPrometheus(const RealPrometheus &) = delete;
    RealPrometheus &operator=(const RealPrometheus &) = delete;

    //! \brief http://127.0.0.1:port and the route prefix.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    //! \brief Ends the server at once, as a crash does, and waits for it.
    void kill();
    //! \brief Starts it again on the same port with the same data.
    [[nodiscard]] Expected<void, QString> restart();

private:
    explicit RealPrometheus(Options options);

    [[nodiscard]] Expected<void, QString> backfill();
    [[nodiscard]] Expected<void, QString> launch();
    [[nodiscard]] Expected<void, QString> reload();
    //! \brief Reads until each of \a lines has come.
    [[nodiscard]] Expected<QByteArray, QString> waitForLog(const QByteArrayList &lines);
    [[nodiscard]] bool needsOwnAddress() const;
    [[nodiscard]] Expected<void, QString> writeFile(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] QByteArray config() const;

    Options m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace sockeye::test
