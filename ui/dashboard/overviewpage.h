// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dashboard/dashboard.h"
#include "core/engine/monitorsession.h"
#include "core/metrics/timerange.h"

#include <QJsonObject>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSplitter;

namespace sockeye {

class AlertChips;
class PanelStack;
class ServiceList;
class Theme;
class Tile;
class VisibleUpdate;
struct Formatting;

//! \brief The first screen: services at the left, worst first; for the selected one its alerts, tiles, and
//! charts on one time axis.
class OverviewPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPage)

public:
    //! References must outlive the page. \a dashboard gives tiles and charts.
    OverviewPage(MonitorSession &session, Dashboard dashboard, const Clock &clock, const Theme &theme,
        const Formatting &formatting);
    ~OverviewPage() override;

    void setRange(const TimeRange &range, bool live);
    void formattingChanged();
    //! \brief Goes to one panel of one service at one moment.
    void showMoment(const ServiceId &service, const QString &panelKey, Timestamp moment);
    void refresh();
    void focusFilter();
    [[nodiscard]] ServiceId currentService() const;
    void selectService(const ServiceId &id);
    [[nodiscard]] QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);
    //! \brief What is on the page, for a machine: service, tiles and panels with their states and last
    //! values.
    [[nodiscard]] QJsonObject describe() const;

Q_SIGNALS:
    void rangeSelected(const sockeye::TimeRange &range);
    void alertActivated(const sockeye::ActiveAlert &alert);

private:
    void openService(const ServiceId &id);
    void updateServices();
    void updateAlerts();
    void addTile(std::unique_ptr<PanelFeed> feed);
    void clearTiles();
    [[nodiscard]] bool hasMetrics(const ServiceId &id) const;

    MonitorSession &m_session;
    Dashboard m_dashboard;
    const Clock &m_clock;
    const Theme &m_theme;
    const Formatting &m_formatting;
    TimeRange m_range;
    bool m_live = true;
    ServiceId m_service;
    ServiceList *m_list;
    AlertChips *m_chips;
    QHBoxLayout *m_tileRow;
    std::vector<Tile *> m_tiles;
    VisibleUpdate *m_services = nullptr;
    bool m_hasMetrics = false;
    PanelStack *m_panels;
    QSplitter *m_splitter;
};

} // namespace sockeye
