// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/dashboard/dashboard.h"
#include "core/engine/monitorsession.h"

#include <QJsonObject>
#include <QStackedWidget>

#include <array>

namespace sockeye {

class AlertsPage;
class ConnectionsPage;
class OverviewPage;
class ProbesPage;
class Theme;
class WelcomePage;
struct Formatting;

//! \brief The pages of the window, one shown at a time, and the start page for an empty workspace.
class Pages final : public QStackedWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pages)

public:
    enum class Page { Overview, Probes, Alerts, Connections };
    static constexpr std::array all{Page::Overview, Page::Probes, Page::Alerts, Page::Connections};

    //! References must outlive the pages.
    struct Context {
        MonitorSession &session;
        const Clock &clock;
        const SecretSource &secrets;
        TransportFactory transportFactory;
        const Theme &theme;
        const Formatting &formatting;
        Dashboard overview;
    };

    explicit Pages(const Context &context);
    ~Pages() override;

    //! \brief While nothing is watched the start page stands for the Overview.
    void showPage(Page page, bool watchesNothing);
    void setRange(const TimeRange &range, bool live);
    void formattingChanged();
    //! \brief Asks now.
    void refresh();
    [[nodiscard]] QJsonObject describe(Page page) const;

    [[nodiscard]] OverviewPage &overview() { return *m_overview; }
    [[nodiscard]] const OverviewPage &overview() const { return *m_overview; }
    [[nodiscard]] ProbesPage &probes() { return *m_probes; }
    [[nodiscard]] AlertsPage &alerts() { return *m_alerts; }
    [[nodiscard]] ConnectionsPage &connections() { return *m_connections; }
    [[nodiscard]] WelcomePage &welcome() { return *m_welcome; }

private:
    OverviewPage *m_overview;
    ProbesPage *m_probes;
    AlertsPage *m_alerts;
    ConnectionsPage *m_connections;
    WelcomePage *m_welcome;
};

} // namespace sockeye
