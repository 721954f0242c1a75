// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QFileDevice;

namespace sockeye {

struct FileError {
    enum class Kind { Unreadable, Unwritable, DiskFull };

    Kind kind = Kind::Unreadable;
    QString path;
    QString detail;

    friend bool operator==(const FileError &, const FileError &) = default;
};

//! \brief What went wrong while writing to \a device.
[[nodiscard]] FileError writeErrorOf(const QFileDevice &device);

//! \brief One file that is written atomically, with mode 0600: a reader sees the old or the new content,
//! never half.
class ConfigFile final {
public:
    explicit ConfigFile(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    //! \brief The content, or nothing when there is no file.
    [[nodiscard]] Expected<std::optional<QByteArray>, FileError> read() const;
    //! \brief Creates the folder where it is missing.
    [[nodiscard]] Expected<void, FileError> write(const QByteArray &content) const;
    //! \brief Moves a broken file out of the way and gives its new path: NAME.broken-1 and so on for the
    //! suffix "broken". Never overwrites what was moved aside before.
    [[nodiscard]] Expected<QString, FileError> moveAside(const QString &suffix) const;

private:
    QString m_path;
};

} // namespace sockeye
