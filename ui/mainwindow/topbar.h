// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/demosupervisor.h"

#include "ui/mainwindow/timeselection.h"
#include "ui/text/sentence.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace sockeye {

class SentenceLabel;
class Theme;
struct Formatting;

//! \brief The one sentence on how things are, and the time that is shown.
class TopBar final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    TopBar(const Clock &clock, const Theme &theme, const Formatting &formatting, QWidget *parent = nullptr);
    ~TopBar() override;

    void setSentence(const TopSentence &sentence);
    [[nodiscard]] TopSentence sentence() const;
    void setWorkspaceName(const QString &name);
    void setSelection(const TimeSelection &selection);
    void setRefreshInterval(std::chrono::milliseconds interval);
    //! \brief Shows the menu of faults while the demo runs.
    void setDemoRunning(bool running);

Q_SIGNALS:
    void selectionRequested(const sockeye::TimeSelection &selection);
    void refreshIntervalRequested(std::chrono::milliseconds interval);
    void faultRequested(const sockeye::DemoFault &fault);
    void faultsCleared();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QMenu *makeRangeMenu();
    [[nodiscard]] QMenu *makeIntervalMenu();
    [[nodiscard]] QMenu *makeDemoMenu();
    void askCustomRange();
    void updateRangeText();

    const Clock &m_clock;
    const Theme &m_theme;
    const Formatting &m_formatting;
    TimeSelection m_selection;
    SentenceLabel *m_sentence;
    QLabel *m_workspace;
    QToolButton *m_demo;
    QLabel *m_demoNote; //!< the demo's rules have short windows, and say so
    QPushButton *m_back;
    QPushButton *m_range;
    QPushButton *m_forward;
    QPushButton *m_live;
    QPushButton *m_interval;
};

} // namespace sockeye
