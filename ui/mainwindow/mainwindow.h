// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/demosupervisor.h"
#include "core/settings/preferences.h"

#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/timeselection.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

namespace sockeye {

class Rail;
class StatusStrip;
class TopBar;

//! \brief The window: rail, top bar, pages and status line. Shows what the session knows and asks for what
//! the user wants; decides nothing.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    using Page = Pages::Page;
    //! \brief What closing the window means: hide it, or ask, because watching would end.
    enum class CloseBehaviour { Hide, Ask };

    //! References must outlive the window.
    using Context = Pages::Context;

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
    [[nodiscard]] WelcomePage &welcome() { return m_pages->welcome(); }

    [[nodiscard]] WindowState windowState() const;
    void restoreWindowState(const WindowState &state);
    //! \brief The present page for a machine: its panels with their states, series and last values.
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void settingsRequested();
    void probeSettingsRequested();
    //! \brief The settings of one server, where its error can be mended.
    void endpointSettingsRequested(const sockeye::EndpointId &endpoint);
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
    void fillRail();
    void makeShortcuts();
    void connectBars();
    void connectPages();
    void updateContent();
    void updateWords();
    void openAlert(const ActiveAlert &alert);
    void showMomentAt(const ServiceId &service, const QString &panel, Timestamp moment);
    void editRule(const AlertRule &rule);
    void editInterval(std::chrono::milliseconds interval);

    Context m_context;
    TimeSelection m_selection;
    std::function<CloseBehaviour()> m_closeBehaviour;
    Rail *m_rail;
    TopBar *m_top;
    Pages *m_pages;
    StatusStrip *m_status;
    Page m_page = Page::Overview;
    QTimer m_words;
};

} // namespace sockeye
