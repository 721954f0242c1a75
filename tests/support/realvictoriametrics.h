// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace sockeye::test {

//! \brief A real single-node VictoriaMetrics on a free port of 127.0.0.1 with its data in a private folder.
//! It is killed with the object, and by the kernel when the test dies.
class RealVictoriaMetrics final {
public:
    struct Options {
        QByteArray samples; //!< in Prometheus' text format with times in milliseconds; imported at the start
        bool scrapesItself = false; //!< each second, as the job "self"
    };

    //! \brief The program from SOCKEYE_VICTORIAMETRICS, from PATH or from the folder where tests/run unpacks
    //! it; empty when there is none.
    [[nodiscard]] static QString findProgram();

    //! \brief Returns when the server answers; else what went wrong.
    [[nodiscard]] static Expected<std::unique_ptr<RealVictoriaMetrics>, QString> start(
        const Options &options);
    ~RealVictoriaMetrics();

    RealVictoriaMetrics(const RealVictoriaMetrics &) = delete;
    RealVictoriaMetrics &operator=(const RealVictoriaMetrics &) = delete;

    [[nodiscard]] QUrl url() const;

private:
    RealVictoriaMetrics() = default;

    [[nodiscard]] Expected<void, QString> launch(const Options &options);
    [[nodiscard]] Expected<void, QString> waitUntilReady();
    [[nodiscard]] bool accepts() const;
    [[nodiscard]] Expected<void, QString> writeScrapeConfig() const;
    //! \brief Sends a request and expects a status of 2xx.
    [[nodiscard]] Expected<void, QString> request(const QByteArray &line, const QByteArray &body) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace sockeye::test
