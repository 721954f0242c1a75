// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/demofolder.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

constexpr auto prefix = "/sockeye-demo-"_L1;
constexpr auto lockName = "/lock"_L1;
constexpr auto dataName = "/data"_L1;

QString templateIn(const QString &parent)
{
    QDir().mkpath(parent);
    return QString(parent % prefix % "XXXXXX"_L1);
}

void removeAbandoned(const QString &parent)
{
    const QFileInfoList folders =
        QDir(parent).entryInfoList({prefix.mid(1) % u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        const QString path = folder.filePath();
        // The folder for temporary files is everybody's. One without a lock is just being made or removed.
        if (folder.ownerId() != ::getuid() || !QFileInfo::exists(path + lockName))
            continue;
        QLockFile lock(path + lockName);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        QDir(path + dataName).removeRecursively();
        lock.unlock();
        QDir().rmdir(path);
    }
}

} // namespace

DemoFolder::DemoFolder(const QString &parent, Fate fate)
    : m_parent(parent)
    , m_folder(templateIn(parent))
    , m_lock(m_folder.path() + lockName)
{
    m_folder.setAutoRemove(fate == Fate::Removed);
    if (fate == Fate::Kept || !m_folder.isValid())
        return;
    // It holds as long as its process lives, however long that is.
    m_lock.setStaleLockTime(0);
    m_lock.tryLock(0);
    removeAbandoned(parent);
}

DemoFolder::~DemoFolder() = default;

QString DemoFolder::path() const
{
    return QString((m_folder.isValid() ? m_folder.path() : m_parent % prefix) % dataName);
}

} // namespace sockeye
