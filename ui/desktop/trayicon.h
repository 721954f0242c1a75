// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desktop/traystate.h"

#include <QObject>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace sockeye {

//! \brief Sockeye in the tray: how things are as a shape, and a menu. It is never the only way in, because
//! many desktops have no tray; one that comes later is used then.
class TrayIcon final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayIcon)

public:
    //! \a theme must outlive the icon.
    explicit TrayIcon(const Theme &theme, QObject *parent = nullptr);
    ~TrayIcon() override;

    //! \brief True while the desktop has a tray.
    [[nodiscard]] static bool isAvailable();

    void show();
    void setStatus(const sockeye::OverallStatus &status, const QString &toolTip);
    [[nodiscard]] const TrayState &state() const { return m_state; }
    [[nodiscard]] QString toolTip() const;
    //! \brief Where the desktop shows it; empty while no tray does, or when the tray does not say.
    [[nodiscard]] QRect geometry() const;
    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }

Q_SIGNALS:
    void openRequested();
    void pauseToggled(bool paused);
    void quitRequested();

private:
    void redraw();

    const Theme &m_theme;
    TrayState m_state;
    bool m_paused = false;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_pause = nullptr; //!< of the menu
    std::unique_ptr<QSystemTrayIcon> m_icon; //!< ends before the menu that it shows
};

} // namespace sockeye
