// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace sockeye::test {

//! \brief What a program that has ended left behind.
struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

//! \brief The program sockeye-probe, running; killed at the end.
class SockeyeProbe final : public QProcess {
public:
    explicit SockeyeProbe(const QStringList &arguments) { start(QStringLiteral(SOCKEYE_PROBE), arguments); }
    ~SockeyeProbe() override
    {
        kill();
        waitForFinished();
    }

    [[nodiscard]] bool isOver() const { return state() == QProcess::NotRunning; }
    [[nodiscard]] Run result()
    {
        return {exitStatus() == QProcess::NormalExit ? exitCode() : -1, readAllStandardOutput(),
            readAllStandardError()};
    }
};

} // namespace sockeye::test
