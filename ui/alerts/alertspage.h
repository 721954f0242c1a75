// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"

#include <QJsonObject>
#include <QWidget>

class QAbstractItemView;
class QTableView;
class QTabWidget;

namespace sockeye {

class RulesModel;
class Theme;
struct Formatting;
template <typename Row>
class TableModel;

//! \brief Active alerts, the rules, and what happened.
class AlertsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlertsPage)

public:
    enum class Tab { Active, Rules, History };

    //! References must outlive the page.
    AlertsPage(MonitorSession &session, const Clock &clock, const Theme &theme, const Formatting &formatting,
        QWidget *parent = nullptr);
    ~AlertsPage() override;

    void formattingChanged();
    void showTab(Tab tab);
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void alertActivated(const sockeye::ActiveAlert &alert);
    //! \brief The user changed a rule; the receiver gives the session a changed workspace.
    void ruleEdited(const sockeye::AlertRule &rule);

private:
    void updateAlerts();
    void updateRules();
    void updateHistory();
    [[nodiscard]] QWidget *makeActive();
    [[nodiscard]] QWidget *makeRules();
    [[nodiscard]] QWidget *makeHistory();

    MonitorSession &m_session;
    const Clock &m_clock;
    const Theme &m_theme;
    const Formatting &m_formatting;
    TableModel<ActiveAlert> *m_active;
    RulesModel *m_rules;
    TableModel<EventRecord> *m_history;
    QTabWidget *m_tabs;
};

} // namespace sockeye
