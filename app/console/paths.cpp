// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

// QStandardPaths knows no state folder before Qt 6.7.
QString stateFolder()
{
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(home) ? home : QString(QDir::homePath() % u"/.local/state"_s);
}

//! The one of the environment, the system's, or the one that app/run unpacked where no service would start.
QString findPrometheus()
{
    const QString given = qEnvironmentVariable("SOCKEYE_PROMETHEUS");
    if (!given.isEmpty())
        return given;
    const QString installed = QStandardPaths::findExecutable(u"prometheus"_s);
    if (!installed.isEmpty())
        return installed;
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return QString(cache % u"/sockeye/prometheus/usr/bin/prometheus"_s);
}

QString findDemo()
{
    const QString beside = QString(QCoreApplication::applicationDirPath() % u"/sockeye-demo"_s);
    if (QFileInfo(beside).isExecutable())
        return beside;
    const QString installed = QStandardPaths::findExecutable(u"sockeye-demo"_s);
    return installed.isEmpty() ? beside : installed;
}

} // namespace

Paths Paths::fromEnvironment()
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString keptDemos = qEnvironmentVariable("SOCKEYE_DEMO_FOLDER");
    Paths paths{QString(config % u"/sockeye"_s), QString(data % u"/sockeye"_s),
        QString(stateFolder() % u"/sockeye"_s), findDemo(), findPrometheus(),
        keptDemos.isEmpty() ? QDir::tempPath() : QDir(keptDemos).absolutePath(),
        keptDemos.isEmpty() ? DemoFolder::Fate::Removed : DemoFolder::Fate::Kept};
    // A folder that cannot be made shows as an error of the file that is written into it.
    for (const QString &folder : {paths.config, paths.data, paths.state})
        QDir().mkpath(folder);
    return paths;
}

QString Paths::workspaceFile(const QString &workspace) const
{
    return QString(config % u"/workspace-"_s % workspace % u".json"_s);
}

QString Paths::historyFile(const QString &workspace) const
{
    return QString(data % u"/history-"_s % workspace % u".sqlite"_s);
}

QString Paths::preferencesFile() const
{
    return QString(config % u"/preferences.json"_s);
}

QString Paths::windowStateFile() const
{
    return QString(state % u"/window.json"_s);
}

} // namespace sockeye
