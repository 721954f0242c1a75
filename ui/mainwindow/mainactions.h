// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow/mainwindow.h"

#include <functional>

namespace sockeye {

//! \brief What the window's keys do.
struct MainActions {
    std::function<void(MainWindow::Page)> showPage; //!< Ctrl+1 to Ctrl+3
    std::function<void()> openSettings; //!< Ctrl+,
    std::function<void()> refresh; //!< F5
    std::function<void()> findService; //!< Ctrl+F
    std::function<void()> toggleLive; //!< Ctrl+L
    std::function<void()> quit; //!< Ctrl+Q
};

//! \brief The name of a page on the command line and in files.
[[nodiscard]] QString pageName(MainWindow::Page page);

//! \brief Gives \a window its keys; F11 toggles full screen.
void installShortcuts(QMainWindow &window, const MainActions &actions);

//! \brief Asks whether to stop watching, because closing a window without a tray icon would do so silently.
//! Does not block.
void askBeforeClosing(QMainWindow &window, const std::function<void()> &quit);

} // namespace sockeye
