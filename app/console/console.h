// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"
#include "core/settings/secretstore.h"
#include "core/storage/historydatabase.h"

#include "ui/desktop/freedesktopnotifier.h"
#include "ui/desktop/trayicon.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/text/formatting.h"

#include "app/console/documents.h"
#include "app/console/paths.h"

#include <QDBusConnection>
#include <QPointer>

namespace sockeye {

//! \brief One workspace being watched: its session, history, window, tray icon and notifications.
class Console final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    //! References must outlive the console.
    struct Environment {
        const Clock &clock;
        SessionSecrets &secrets;
        Theme &theme;
        Preferences preferences;
        Formatting formatting;
        QDBusConnection bus = QDBusConnection::sessionBus(); //!< that carries the notifications
    };

    //! \a historyFile may be ":memory:".
    Console(Environment environment, const Workspace &workspace, const QString &historyFile);
    ~Console() override;

    void start();
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] MonitorSession &session() { return m_session; }
    [[nodiscard]] const TrayIcon &tray() const { return m_tray; }
    //! \brief Takes changed preferences on; a changed language waits for the next start.
    void setPreferences(const Preferences &preferences, const Formatting &formatting);
    void setDemoRunning(bool running);
    void bringToFront(const QString &activationToken);
    void openSettings(SettingsDialog::Page page);
    //! \brief Of the servers that were recognised.
    [[nodiscard]] std::map<EndpointId, ServerFlavour> flavours() const;
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void workspaceEdited(const sockeye::Workspace &workspace);
    void preferencesEdited(const sockeye::Preferences &preferences);
    void demoRequested();
    void faultRequested(const sockeye::DemoFault &fault);
    void faultsCleared();
    void quitRequested();

private:
    void makeWindow();
    void connectWindow();
    void connectWelcome();
    void connectTray();
    void applyWorkspace(const Workspace &workspace);
    void addEndpoint(const QUrl &url);
    void addTarget(const QUrl &url);
    void tryNotification();
    void askForCredentials(const QUrl &url);
    void openEndpointSettings(const EndpointId &endpoint);
    void updateTray();
    void explainMissingTray();
    void reportFailedNotice(const QString &detail);

    Environment m_env;
    HistoryDatabase m_history;
    FreedesktopNotifier m_notifier;
    MonitorSession m_session;
    TrayIcon m_tray;
    RandomSource m_ids;
    bool m_demoRunning = false;
    bool m_noticeFailureShown = false;
    std::unique_ptr<MainWindow> m_window;
    QPointer<SettingsDialog> m_settings;
};

} // namespace sockeye
