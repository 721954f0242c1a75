// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/trayicon.h"

#include "ui/theme/theme.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace sockeye {

using namespace Qt::StringLiterals;

TrayIcon::TrayIcon(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_menu(std::make_unique<QMenu>())
    , m_icon(std::make_unique<QSystemTrayIcon>())
{
    QAction *open = m_menu->addAction(tr("Open Sockeye"), this, &TrayIcon::openRequested);
    open->setObjectName(u"trayOpen"_s);
    m_menu->setDefaultAction(open);
    m_pause = m_menu->addAction(tr("Pause watching"), this, [this] { Q_EMIT pauseToggled(!m_paused); });
    m_pause->setObjectName(u"trayPause"_s);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &TrayIcon::quitRequested)->setObjectName(u"trayQuit"_s);

    m_icon->setContextMenu(m_menu.get());
    connect(
        m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                Q_EMIT openRequested();
        });
    connect(&m_theme, &Theme::changed, this, &TrayIcon::redraw);
    redraw();
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::show()
{
    m_icon->show();
}

void TrayIcon::setStatus(const OverallStatus &status, const QString &toolTip)
{
    m_paused = status.kind == OverallStatus::Kind::Paused;
    m_pause->setText(m_paused ? tr("Resume watching") : tr("Pause watching"));
    // Qt tells the desktop of every call, also of the same words.
    if (m_icon->toolTip() != toolTip)
        m_icon->setToolTip(toolTip);
    const TrayState next = trayState(status);
    if (next == m_state)
        return;
    m_state = next;
    redraw();
}

QString TrayIcon::toolTip() const
{
    return m_icon->toolTip();
}

QRect TrayIcon::geometry() const
{
    return m_icon->geometry();
}

void TrayIcon::redraw()
{
    m_icon->setIcon(trayIcon(m_state, m_theme));
}

} // namespace sockeye
