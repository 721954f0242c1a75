// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/configfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sockeye {

using namespace Qt::StringLiterals;

FileError writeErrorOf(const QFileDevice &device)
{
    // Qt says "resource error" for ENOSPC and nothing else while writing.
    const bool full = device.error() == QFileDevice::ResourceError;
    return {full ? FileError::Kind::DiskFull : FileError::Kind::Unwritable, device.fileName(),
        device.errorString()};
}

ConfigFile::ConfigFile(QString path)
    : m_path(std::move(path))
{
}

Expected<std::optional<QByteArray>, FileError> ConfigFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (!file.exists())
            return std::nullopt;
        return unexpected(FileError{FileError::Kind::Unreadable, m_path, file.errorString()});
    }
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return unexpected(FileError{FileError::Kind::Unreadable, m_path, file.errorString()});
    return std::optional(std::move(content));
}

Expected<void, FileError> ConfigFile::write(const QByteArray &content) const
{
    // When this fails, opening fails too and says why.
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return unexpected(writeErrorOf(file));
    // Before the first byte: there is no moment at which others may read it.
    const bool written = file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(content) == content.size() && file.flush();
    if (!written) {
        const FileError error = writeErrorOf(file);
        file.cancelWriting();
        return unexpected(error);
    }
    if (!file.commit())
        return unexpected(writeErrorOf(file));
    return {};
}

Expected<QString, FileError> ConfigFile::moveAside(const QString &suffix) const
{
    QString target;
    for (int n = 1; target.isEmpty() || QFileInfo::exists(target); ++n)
        target = u"%1.%2-%3"_s.arg(m_path, suffix).arg(n);
    QFile file(m_path);
    if (!file.rename(target))
        return unexpected(FileError{FileError::Kind::Unwritable, m_path, file.errorString()});
    return target;
}

} // namespace sockeye
