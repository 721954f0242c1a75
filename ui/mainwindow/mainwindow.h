// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dashboard/dashboard.h"
#include "core/engine/demosupervisor.h"
#include "core/engine/monitorsession.h"
#include "core/settings/preferences.h"

#include "ui/mainwindow/timeselection.h"

#include <QJsonObject>
#include <QMainWindow>
#include <QTimer>

#include <functional>

class QStackedWidget;

namespace sockeye {

class AlertsPage;
class OverviewPage;
class ProbesPage;
class Rail;
class StatusStrip;
class Theme;
class TopBar;
class WelcomePage;
struct Formatting;

//! \brief The window: rail, top bar, pages and status line. Shows what the session knows and asks for what
//! the user wants; decides nothing.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    enum class Page { Overview, Probes, Alerts };
    //! \brief What closing the window means: hide it, or ask, because watching would end.
    enum class CloseBehaviour { Hide, Ask };

    //! References must outlive the window.
    struct Context {
        MonitorSession &session;
        const Clock &clock;
        const SecretSource &secrets;
        TransportFactory transportFactory;
        const Theme &theme;
        const Formatting &formatting;
        Dashboard overview;
    };

    explicit MainWindow(Context context);
    ~MainWindow() override;

    void showPage(Page page);
    [[nodiscard]] Page currentPage() const { return m_page; }
    //! \brief Comes to the front at the panel and the moment of a notice.
    void showNotice(const Notice &notice);
    void setSelection(const TimeSelection &selection);
    [[nodiscard]] const TimeSelection &selection() const { return m_selection; }
    void setDemoRunning(bool running);
    //! \brief \a choose is asked on each closing, because a desktop's tray comes and goes.
    void setCloseBehaviour(std::function<CloseBehaviour()> choose);
    void formattingChanged();
    void showMessage(const QString &message);
    [[nodiscard]] WelcomePage &welcome() { return *m_welcome; }

    [[nodiscard]] WindowState windowState() const;
    void restoreWindowState(const WindowState &state);
    //! \brief The present page for a machine: its panels with their states, series and last values.
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void settingsRequested();
    void probeSettingsRequested();
    void quitRequested();
    void faultRequested(const sockeye::DemoFault &fault);
    void faultsCleared();
    //! \brief The user changed the workspace in the window: a rule, the refresh interval.
    void workspaceEdited(const sockeye::Workspace &workspace);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    void makeShortcuts();
    void connectBars();
    void connectPages();
    void updateContent();
    void updateWords();
    void openAlert(const ActiveAlert &alert);
    void showMomentAt(const ServiceId &service, const QString &panel, Timestamp moment);
    void editRule(const AlertRule &rule);
    void editInterval(std::chrono::milliseconds interval);
    void refreshPages();

    Context m_context;
    TimeSelection m_selection;
    std::function<CloseBehaviour()> m_closeBehaviour;
    Rail *m_rail;
    TopBar *m_top;
    QStackedWidget *m_stack;
    OverviewPage *m_overview = nullptr;
    ProbesPage *m_probes = nullptr;
    AlertsPage *m_alerts = nullptr;
    WelcomePage *m_welcome = nullptr;
    StatusStrip *m_status;
    Page m_page = Page::Overview;
    QTimer m_words;
};

} // namespace sockeye
