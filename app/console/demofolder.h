// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>
#include <QTemporaryDir>

namespace sockeye {

//! \brief A new folder for one run of the demo. One that is to be removed goes with the object; a process
//! that is killed leaves its own behind, and the next one removes it.
class DemoFolder final {
    Q_DISABLE_COPY_MOVE(DemoFolder)

public:
    enum class Fate { Removed, Kept };

    DemoFolder(const QString &parent, Fate fate);
    ~DemoFolder();

    //! \brief Where the demo's files belong; not made yet. Cannot be made either when the folder could not
    //! be, so that whoever writes there tells what is wrong.
    [[nodiscard]] QString path() const;

private:
    QString m_parent;
    QTemporaryDir m_folder;
    QLockFile m_lock; //!< in the folder; after it, so that it is gone before the folder is
};

} // namespace sockeye
