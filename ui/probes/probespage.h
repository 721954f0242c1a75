// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/monitorsession.h"
#include "core/metrics/timerange.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace sockeye {

class PanelStack;
class Theme;
struct Formatting;
template <typename Row>
class TableModel;

//! \brief All held connections as a table, and for the selected one its swimlane, its RTT and its last
//! handshake.
class ProbesPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbesPage)

public:
    //! References must outlive the page.
    ProbesPage(MonitorSession &session, const Clock &clock, const Theme &theme, const Formatting &formatting,
        QWidget *parent = nullptr);
    ~ProbesPage() override;

    void setRange(const TimeRange &range, bool live);
    void formattingChanged();
    void refresh();
    void select(const TargetId &id);
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void rangeSelected(const sockeye::TimeRange &range);
    void addRequested();

private:
    void updateTargets();
    void fitNames();
    void updateDetail();
    void openTarget(const TargetId &id);
    [[nodiscard]] QWidget *makeDetail();
    [[nodiscard]] QWidget *makeEmpty();

    MonitorSession &m_session;
    const Clock &m_clock;
    const Theme &m_theme;
    const Formatting &m_formatting;
    TimeRange m_range;
    bool m_live = true;
    TargetId m_target;
    TableModel<TargetStatus> *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    int m_fittedRows = 0;
    QLabel *m_title = nullptr;
    QLabel *m_handshake = nullptr;
    PanelStack *m_panels = nullptr;
    QWidget *m_content = nullptr;
    QWidget *m_empty = nullptr;
};

} // namespace sockeye
