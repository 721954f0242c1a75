// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console/demofolder.h"

#include <QString>

namespace sockeye {

//! \brief Where the program keeps its files and finds its helpers: the XDG folders, passed to whoever needs
//! them.
struct Paths {
    QString config; //!< workspaces and preferences
    QString data; //!< the history
    QString state; //!< how the window stood
    QString demoProgram;
    QString prometheusProgram; //!< may name a file that is not there
    QString demoParent; //!< where the demo gets a folder for its run
    DemoFolder::Fate demoFate = DemoFolder::Fate::Removed;

    //! \brief Reads the environment and makes the folders.
    [[nodiscard]] static Paths fromEnvironment();

    [[nodiscard]] QString workspaceFile(const QString &workspace) const;
    [[nodiscard]] QString historyFile(const QString &workspace) const;
    [[nodiscard]] QString preferencesFile() const;
    [[nodiscard]] QString windowStateFile() const;
};

} // namespace sockeye
